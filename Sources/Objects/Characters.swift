/// Which characters may stand in evidence, and how the others are shown.
///
/// Control, bidirectional-override and invisible characters make a reader see something else than
/// what is signed, so they are refused where people sign and escaped where people read.
public enum Characters {
  /// Whether a statement may hold the character: no control character but LF, no bidirectional or
  /// invisible one.
  public static func allowedInStatement(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: false
    default: true
    }
  }

  /// Whether a document may hold the character: those of a statement, the tab, and the joiners and
  /// marks that some languages need (U+200C to U+200F, U+061C).
  public static func allowedInDocument(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x061C, 0x200C...0x200F: true
    default: allowedInStatement(scalar)
    }
  }

  /// Whether nobody can see the character where it stands, though the formats do not list it: a soft
  /// hyphen, a filler, a tag, a separator of lines that editors do not show, a variation selector
  /// behind what has no variations.
  ///
  /// Two texts that differ by one look the same, so documents are to hold none.
  public static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard !scalar.isASCII else { return false }
    switch scalar.value {
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: return true
    // Emoji, and digits as keycaps, are shown as text or as pictures.
    case 0xFE0E, 0xFE0F: return previous?.properties.isEmoji != true
    // Ideographs have standardized and registered forms: names need them.
    case 0xFE00...0xFE0D, 0xE0100...0xE01EF: return previous?.properties.isIdeographic != true
    // Mongolian letters take other forms.
    case 0x180B...0x180F:
      return previous.map { !(0x1820...0x18AA).contains($0.value) } ?? true
    default:
      return scalar.properties.isDefaultIgnorableCodePoint && allowedInDocument(scalar)
        && !(0x200C...0x200F).contains(scalar.value) && scalar.value != 0x061C
    }
  }

  /// Whether a name or a title may hold the character: those of a statement without LF, `<`, `>`.
  public static func allowedInName(_ scalar: Unicode.Scalar) -> Bool {
    allowedInStatement(scalar) && scalar != "\n" && scalar != "<" && scalar != ">"
  }

  /// Whether the text can stand for a person, a role, a document or an organisation: not empty,
  /// no outer spaces, only characters of a name.
  public static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && text.unicodeScalars.allSatisfy(allowedInName)
  }

  /// The character as `U+202E`, for messages that name it.
  public static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The text safe to show on a terminal: what a document may not hold, every mark that moves text
  /// about, and what cannot be seen comes out as `\u{202E}`; LF and tab stay.
  public static func escaped(_ text: some StringProtocol) -> String {
    // Most of what is shown is of these alone.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return String(text) }
    var shown = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\t" || allowedInStatement(scalar) && !isHidden(scalar, after: previous) {
        shown.append(scalar)
      } else {
        shown.append(
          contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      }
    }
    return String(shown)
  }
}
