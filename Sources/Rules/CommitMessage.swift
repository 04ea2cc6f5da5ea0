public import Objects

/// What somebody writes about a commit, for the question whether it says which version it makes
/// and why.
///
/// Whether a reason is a good one, only people can judge. This finds out whether there is any.
public struct CommitMessage: Sendable {
  private let lines: [Substring]

  /// Reads the message as Git hands it to its hook: lines that begin with `commentMark`, and all
  /// below the line of scissors, are left out of the commit. Without a mark, any that Git may
  /// choose by itself counts.
  public init(_ text: String, commentMark: String?) {
    let marks = commentMark.map { [$0] } ?? "#;@!$%^&|:".map(String.init)
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if marks.contains(where: {
        line == "\($0) ------------------------ >8 ------------------------"
      }) {
        break
      }
      if !marks.contains(where: { line.hasPrefix($0) }) { lines.append(line) }
    }
    self.lines = lines
  }

  /// Whether Git wrote it: to be folded into another commit later, or to take one back, which it
  /// names.
  public var isByGit: Bool {
    let subject = lines.first { !$0.isEmpty } ?? ""
    if ["fixup! ", "squash! ", "amend! "].contains(where: subject.hasPrefix) { return true }
    return ["Revert \"", "Reapply \""].contains(where: subject.hasPrefix)
      && lines.contains { $0.hasPrefix("This reverts commit ") }
  }

  /// Whether it names the version, as a word of its own: `1.1` or `v1.1`.
  public func names(_ version: Version) -> Bool {
    words.contains { $0 == version.description || $0 == "v\(version)" }
  }

  /// Whether it names the document by its id.
  public func names(_ document: DocumentID) -> Bool {
    let characters = { (character: Character) in
      character.isLetter || character.isNumber || character == "-"
    }
    return lines.contains { line in
      line.split { !characters($0) }.contains { $0.lowercased() == document.description }
    }
  }

  /// Whether there are two words at least beside versions, these names of documents, and words of
  /// one or two letters.
  ///
  /// In scripts that put no spaces between words, each character counts as a word.
  public func givesReason(beside names: [String]) -> Bool {
    let named = Set(names.flatMap { Self.words(of: $0[...]) } + ["version"])
    let reason = words.filter { word in
      word.contains(where: \.isLetter) && !named.contains(word) && !Self.isVersion(word)
    }
    let count = reason.reduce(0) { sum, word in
      let ideographs = word.unicodeScalars.count { $0.properties.isIdeographic }
      return sum + (ideographs > 0 ? ideographs : word.count > 2 ? 1 : 0)
    }
    return count >= 2
  }

  /// The words in lower case, trailers such as `Signed-off-by: …` left out.
  private var words: [String] { lines.filter { !Self.isTrailer($0) }.flatMap(Self.words) }

  private static func words(of line: Substring) -> [String] {
    line.split { !($0.isLetter || $0.isNumber || $0 == ".") }.compactMap { word in
      let trimmed = word.lowercased().split(separator: ".").joined(separator: ".")
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  private static func isVersion(_ word: String) -> Bool {
    Version(word) != nil || Version(word.dropFirst()) != nil && word.hasPrefix("v")
  }

  private static func isTrailer(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    return line[..<colon].hasSuffix("-by") && !line[..<colon].contains(" ")
  }
}
