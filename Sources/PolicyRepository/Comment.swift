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
        // As bytes, as it is read: to a String, a hyphen with a mark on it is another character.
        $0.utf8.starts(with: "Writ-".utf8) || $0.utf8.starts(with: "-----".utf8)
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
