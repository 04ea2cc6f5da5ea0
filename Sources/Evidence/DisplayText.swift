import Objects

/// Text for people, in which whatever came from outside is made harmless.
///
/// A literal is our own and stands as it is; every value put into it is foreign, and control,
/// bidirectional and invisible characters in it come out escaped. So no title, name or path can
/// move the cursor, change colours or reorder what is read.
public struct DisplayText: ExpressibleByStringInterpolation, Sendable {
  /// How a piece is to stand out on a terminal with colours.
  public enum Style: String, Sendable {
    /// Not at all.
    case plain = ""
    /// A heading.
    case bold = "1"
    /// Beside the point.
    case dim = "2"
    /// What is wrong.
    case bad = "31"
    /// What holds.
    case good = "32"
    /// What needs a look.
    case warning = "33"
  }

  private var pieces: [(text: String, style: Style)] = []

  /// No text.
  public init() {}

  /// Our own words.
  public init(stringLiteral text: String) { pieces = [(text, .plain)] }

  /// Our own words around foreign values.
  public init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  /// Foreign text, made harmless; its line feeds stay.
  public init(foreign text: some StringProtocol) { pieces = [(Characters.escaped(text), .plain)] }

  /// Puts a text behind this one.
  public mutating func append(_ text: DisplayText) { pieces.add(text.pieces) }

  /// Puts a text and a line feed behind this one.
  public mutating func line(_ text: DisplayText = "") {
    append(text)
    append("\n")
  }

  /// The same without styles in lines of at most 80 characters; the first begins behind the indent.
  public func inLines(indent: Int) -> DisplayText {
    var text = DisplayText()
    text.pieces = [(wrapped(plain, indent: indent), .plain)]
    return text
  }

  /// Both texts, one behind the other.
  public static func + (first: DisplayText, second: DisplayText) -> DisplayText {
    var both = first
    both.append(second)
    return both
  }

  /// The characters to print, with or without the codes of ECMA-48 for colours.
  public func rendered(colours: Bool) -> String {
    pieces.map { text, style in
      colours && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }.joined()
  }

  /// The characters without colours.
  public var plain: String { rendered(colours: false) }

  /// The pieces of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [(text: String, style: Style)] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Our own words.
    public mutating func appendLiteral(_ text: String) { pieces.add([(text, .plain)]) }

    /// A foreign value, made harmless; a line feed in it too, so that it cannot feign a line.
    public mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: Style = .plain
    ) {
      var text = Characters.escaped(value.description)
      if text.utf8.contains(0x0A) { text = text.replacing("\n", with: "\\n") }
      pieces.add([(text, style)])
    }

    /// A text that is harmless already.
    public mutating func appendInterpolation(_ text: DisplayText) { pieces.add(text.pieces) }
  }
}

extension [(text: String, style: DisplayText.Style)] {
  /// Puts pieces behind these; neighbours of one style become one.
  fileprivate mutating func add(_ others: Self) {
    for (text, style) in others {
      if style == .plain, let last = indices.last, self[last].style == .plain {
        self[last].text += text
      } else {
        append((text, style))
      }
    }
  }
}
