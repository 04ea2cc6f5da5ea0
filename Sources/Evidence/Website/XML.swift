import Objects

/// Markup of an XML document (XML 1.0, fifth edition), in which whatever came from outside is text.
///
/// A literal is our own and stands as it is; only the compiler makes one. Every value put into it is
/// foreign: it is escaped as on a page (`HTML`), and the characters that XML forbids come out as on a
/// terminal. There is no other way in.
struct XML: ExpressibleByStringInterpolation, Sendable {
  /// The characters of the document, or of a piece of it.
  private(set) var markup: String

  /// Our own markup.
  init(stringLiteral markup: StaticString) { self.markup = markup.description }

  /// Our own markup around foreign values.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// The markup of an interpolated literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// Starts empty.
    init(literalCapacity: Int, interpolationCount: Int) {}

    /// Our own markup.
    mutating func appendLiteral(_ markup: StaticString) { self.markup += markup.description }

    /// A foreign value, as text.
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      markup += XML.escaped(value.description)
    }

    /// Pieces of markup, one behind the other.
    mutating func appendInterpolation(_ pieces: [XML]) {
      for piece in pieces { markup += piece.markup }
    }
  }

  /// What is left to XML once a page has escaped markup and control characters: two that are no
  /// characters at all (section 2.2).
  private static func escaped(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in HTML(text: text).markup.unicodeScalars {
      switch scalar {
      case "\u{FFFE}": shown.append(contentsOf: "\\u{FFFE}".unicodeScalars)
      case "\u{FFFF}": shown.append(contentsOf: "\\u{FFFF}".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
