import Documents
import Evidence
import Objects

/// What a signer adds to a decision, as it may be signed: NFC, without outer white space.
struct Comment {
  let text: String

  /// Refuses a character that a statement may not hold, and a line that would read as a field.
  init(_ text: String) throws {
    guard let normal = UnicodeNormalization.nfc(text),
      normal.unicodeScalars.allSatisfy(Characters.allowedInStatement),
      !normal.split(separator: "\n").contains(where: {
        $0.hasPrefix("Writ-") || $0.hasPrefix("-----")
      })
    else {
      throw Refusal(
        .usage,
        "the comment holds a character that cannot be signed, or a line that begins with "
          + "\"Writ-\" or \"-----\"", remedies: "write it in plain words")
    }
    let start = normal.drop { $0.isWhitespace }
    self.text = String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
