extension StringProtocol {
  /// The text with every run of white space folded to one space, and none at its ends.
  ///
  /// Words quoted in front matter and words in a section are compared in this form, so that how
  /// lines are broken does not matter.
  public var whiteSpaceFolded: String {
    if let folded = utf8.withContiguousStorageIfAvailable({ foldedASCII($0) }), let folded {
      return folded
    }
    var folded = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        pendingSpace = !folded.isEmpty
      } else {
        if pendingSpace { folded.append(" ") }
        pendingSpace = false
        folded.append(scalar)
      }
    }
    return String(folded)
  }
}

/// The text with its white space folded, if all of it is ASCII, as most texts are.
private func foldedASCII(_ text: UnsafeBufferPointer<UInt8>) -> String? {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.count)
  var pendingSpace = false
  for byte in text {
    guard byte < 0x80 else { return nil }
    if byte == 0x20 || (9...13).contains(byte) {
      pendingSpace = !folded.isEmpty
    } else {
      if pendingSpace { folded.append(0x20) }
      pendingSpace = false
      folded.append(byte)
    }
  }
  return String(decoding: folded, as: UTF8.self)
}

/// Whether `words`, which must not be empty, occur in `text`, byte for byte, in linear time.
func occurs(_ words: String, in text: String) -> Bool {
  endOfFirst(words.utf8, in: text.utf8) != nil
}

/// How many bytes of `text` lie before the end of the first place at which it holds `words`, in linear
/// time (Knuth, Morris and Pratt); `nil` where it does not, or `words` is empty.
public func endOfFirst(_ words: some Sequence<UInt8>, in text: some Sequence<UInt8>) -> Int? {
  let words = Array(words)
  guard !words.isEmpty else { return nil }

  // border[i]: the length of the longest proper prefix of words[...i] that is its suffix too.
  var border = [Int](repeating: 0, count: words.count)
  var matched = 0
  for index in words.indices.dropFirst() {
    while matched > 0, words[index] != words[matched] { matched = border[matched - 1] }
    if words[index] == words[matched] { matched += 1 }
    border[index] = matched
  }

  matched = 0
  for (offset, byte) in text.enumerated() {
    while matched > 0, byte != words[matched] { matched = border[matched - 1] }
    if byte == words[matched] { matched += 1 }
    if matched == words.count { return offset + 1 }
  }
  return nil
}

/// How many words the text has, white space folded.
///
/// A word is a run between spaces that holds a letter or a digit; scripts that put no spaces
/// between words (Chinese, Japanese) count one for each ideograph.
func wordCount(of text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    return text.utf8.split(separator: 0x20).count { run in
      run.contains { Unicode.Scalar($0).isWordCharacter }
    }
  }
  return text.split(separator: " ").reduce(0) { count, run in
    let ideographs = run.unicodeScalars.count { !$0.isASCII && $0.properties.isIdeographic }
    if ideographs > 0 { return count + ideographs }
    return count + (run.unicodeScalars.contains(where: \.isWordCharacter) ? 1 : 0)
  }
}

extension Unicode.Scalar {
  /// Whether the character is a letter, a mark, a digit or a connector such as `_`: what Ruby's
  /// `\p{Word}` matches, which GitHub's slugs are made of.
  var isWordCharacter: Bool {
    // Looking properties up is slow, and most characters are these.
    if isASCII { return isASCIILetter || (48...57).contains(value) || self == "_" }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }

  /// Whether the character is white space.
  public var isSpace: Bool {
    isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace
  }

  private var isASCIILetter: Bool { (97...122).contains(value | 0x20) }
}
