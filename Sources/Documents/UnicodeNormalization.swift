import CUtf8proc

/// Unicode Normalization Form C, in which all text of a policy repository is kept (UAX #15): the same letters
/// are then the same bytes, and so the same digest. And the form in which names are one to a file system.
public enum UnicodeNormalization {
  /// How many marks may follow one another: text with more is no Stream-Safe Text (UAX #15,
  /// section 13), no language needs it, and sorting the marks would take quadratic time.
  private static let mostMarks = 30

  /// Whether the text is in Normalization Form C; with more than 30 marks in a row it is not.
  public static func isNFC(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || nfc(text).map { $0.utf8.elementsEqual(text.utf8) } == true
  }

  /// The text in Normalization Form C; `nil` with more than 30 marks in a row.
  public static func nfc(_ text: String) -> String? {
    guard isStreamSafe(text) else { return nil }
    return map(text, UTF8PROC_STABLE, UTF8PROC_COMPOSE)
  }

  /// The name in the form in which macOS and Windows compare names: Normalization Form D, whatever the
  /// case (UAX #15, canonical caseless matching), without characters that cannot be seen; `nil` with more
  /// than 30 marks in a row.
  public static func caseless(_ name: String) -> String? {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    guard isStreamSafe(name) else { return nil }
    // Twice: the order of the marks is settled before one of them may turn into a letter.
    return map(name, UTF8PROC_STABLE, UTF8PROC_DECOMPOSE).flatMap {
      map($0, UTF8PROC_STABLE, UTF8PROC_DECOMPOSE, UTF8PROC_CASEFOLD, UTF8PROC_IGNORE)
    }
  }

  private static func map(_ text: String, _ options: utf8proc_option_t...) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var mapped: UnsafeMutablePointer<UInt8>?
      let all = utf8proc_option_t(options.reduce(0) { $0 | $1.rawValue })
      let count = utf8proc_map(bytes.baseAddress, bytes.count, &mapped, all)
      defer { writ_utf8proc_free(mapped) }
      guard count >= 0, let mapped else { return nil }
      return String(decoding: UnsafeBufferPointer(start: mapped, count: count), as: UTF8.self)
    }
  }

  private static func isStreamSafe(_ text: String) -> Bool {
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > mostMarks { return false }
    }
    return true
  }
}
