import Objects

/// Markup for browsers, in which whatever came from outside is text.
///
/// A literal is our own and stands as it is; only the compiler makes one. Every value put into it is
/// foreign: what is markup in it is escaped, and control, bidirectional and invisible characters come
/// out as on a terminal. There is no other way in, so no title, name or text can open or close an
/// element, or begin an attribute, if our own attributes stand in double quotes.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The characters of the document, or of a piece of it.
  private(set) var markup: String

  /// No markup.
  init() { markup = "" }

  /// Our own markup.
  init(stringLiteral markup: StaticString) { self.markup = markup.description }

  /// Our own markup around foreign values.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Foreign text, as text.
  init(text: some StringProtocol) { markup = Self.escaped(text) }

  /// Data for a script on the page: JSON in which nothing is markup, or could end the script.
  init(data: JSONValue) {
    var bytes: [UInt8] = []
    for byte in data.document.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): bytes += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): bytes += Array("\\u0026".utf8)
      default: bytes.append(byte)
      }
    }
    markup = String(decoding: bytes, as: UTF8.self)
  }

  /// Puts markup behind this.
  mutating func append(_ html: HTML) { markup += html.markup }

  /// Both, one behind the other.
  static func + (first: HTML, second: HTML) -> HTML {
    var both = first
    both.append(second)
    return both
  }

  /// The markup of an interpolated literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// Starts empty.
    init(literalCapacity: Int, interpolationCount: Int) {}

    /// Our own markup.
    mutating func appendLiteral(_ markup: StaticString) {
      self.markup += markup.description
    }

    /// A foreign value, as text.
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      markup += HTML.escaped(value.description)
    }

    /// Markup, which is harmless already.
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Pieces of markup, one behind the other.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }
  }

  /// What may stand between tags, and within an attribute in double quotes.
  private static func escaped(_ text: some StringProtocol) -> String {
    let shown = Characters.escaped(text)
    guard shown.utf8.contains(where: { special($0) != nil }) else { return shown }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(shown.utf8.count * 9 / 8)
    for byte in shown.utf8 {
      if let entity = special(byte) {
        bytes += Array(entity.description.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func special(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
