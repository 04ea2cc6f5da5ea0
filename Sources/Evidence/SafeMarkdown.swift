import Objects

/// Markdown to put into another document, in which whatever came from outside is text.
///
/// A literal is our own and stands as it is; only the compiler makes one. Every value put into it is
/// foreign: it comes out on one line, escaped so that readers of CommonMark and of GitHub Flavored Markdown
/// show its words and nothing else, at the start of a line and in a cell of a table too. What those readers
/// would make a link of or tell somebody about (`www.`, `//`, `@`) stands as code, for they look for it
/// behind all escapes. Control, bidirectional and invisible characters come out as on a terminal.
///
/// Our own literals put no value into code, an address or HTML: there, escapes mean something else.
struct SafeMarkdown: ExpressibleByStringInterpolation, Sendable {
  /// Neighbours differ in whose they are, so that no two foreign values become a link together.
  private var pieces: [Piece] = []

  private struct Piece: Sendable {
    var text: String
    let isForeign: Bool
  }

  /// No text.
  init() {}

  /// Our own Markdown.
  init(stringLiteral text: StaticString) { add(text.description, isForeign: false) }

  /// Our own Markdown around foreign values.
  init(stringInterpolation: Interpolation) { self = stringInterpolation.markdown }

  /// Puts Markdown behind this.
  mutating func append(_ other: SafeMarkdown) {
    for piece in other.pieces { add(piece.text, isForeign: piece.isForeign) }
  }

  /// Both, one behind the other.
  static func + (first: SafeMarkdown, second: SafeMarkdown) -> SafeMarkdown {
    var both = first
    both.append(second)
    return both
  }

  /// The characters of the document, or of a piece of it.
  var source: String {
    var source = ""
    // Whether nothing stands before on the line but what may begin lists, quotations, headings and tables.
    var isAtStart = true
    for piece in pieces {
      if piece.isForeign {
        source += Self.escaped(piece.text, atStart: isAtStart)
        isAtStart = isAtStart && piece.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
      } else {
        source += piece.text
        let line = piece.text.utf8.split(
          separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        isAtStart = (isAtStart || line.count > 1) && (line.last?.allSatisfy(Self.isMarker) ?? true)
      }
    }
    return source
  }

  private static func isMarker(_ byte: UInt8) -> Bool { " -+*>#|:.)0123456789".utf8.contains(byte) }

  private mutating func add(_ text: String, isForeign: Bool) {
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].isForeign == isForeign {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, isForeign: isForeign))
    }
  }

  /// The Markdown of an interpolated literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markdown = SafeMarkdown()

    /// Starts empty.
    init(literalCapacity: Int, interpolationCount: Int) {}

    /// Our own Markdown.
    mutating func appendLiteral(_ text: StaticString) {
      markdown.add(text.description, isForeign: false)
    }

    /// A foreign value, as text.
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      markdown.add(value.description, isForeign: true)
    }

    /// Markdown, which is harmless already.
    mutating func appendInterpolation(_ markdown: SafeMarkdown) { self.markdown.append(markdown) }

    /// Pieces of Markdown, one behind the other.
    mutating func appendInterpolation(_ pieces: [SafeMarkdown]) {
      for piece in pieces { markdown.append(piece) }
    }
  }
}

// What must be escaped where: CommonMark 0.31, sections 2.4, 4 and 6; GFM 0.29, 4.10 and 6.9.
extension SafeMarkdown {
  private static func escaped(_ text: String, atStart isAtStart: Bool) -> String {
    let bytes = Characters.escaped(text).utf8.map { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte
    }
    let spaces = edges(of: bytes)
    let marker = isAtStart ? marker(in: bytes) : nil
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count * 9 / 8)
    var isInCode = false
    for (place, byte) in bytes.enumerated() {
      if isLinking(place, in: bytes) != isInCode {
        shown.append(UInt8(ascii: "`"))
        isInCode.toggle()
      }
      if isInCode {
        shown.append(byte)
      } else if !spaces.contains(place) {
        if isSpecial(byte) || place == marker { shown.append(UInt8(ascii: "\\")) }
        shown.append(byte)
      } else {
        // White space at the end of a line is taken off, or breaks it; at the start it makes code.
        shown += Array("&#32;".utf8)
      }
    }
    if isInCode { shown.append(UInt8(ascii: "`")) }
    return String(decoding: shown, as: UTF8.self)
  }

  /// What has a meaning wherever it stands; `$` to those who read formulas.
  private static func isSpecial(_ byte: UInt8) -> Bool { "\\`*_[]<>#|~&$".utf8.contains(byte) }

  /// The places of the spaces at both ends.
  private static func edges(of bytes: [UInt8]) -> Set<Int> {
    let isSpace = { (place: Int) in bytes[place] == UInt8(ascii: " ") }
    return Set(bytes.indices.prefix(while: isSpace))
      .union(bytes.indices.reversed().prefix(while: isSpace))
  }

  /// What could make the start of a line a list, a rule, an underline or a part of a table: the first byte,
  /// or the one behind a number.
  private static func marker(in bytes: [UInt8]) -> Int? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard digits < bytes.count else { return nil }
    return (digits == 0 ? "-+=:" : ".)").utf8.contains(bytes[digits]) ? digits : nil
  }

  /// Whether the byte is one by which readers know an address: `@`, one of several `/`, the `.` of `www.`.
  private static func isLinking(_ place: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: "/"):
      return [place - 1, place + 1].contains { bytes.indices.contains($0) && bytes[$0] == 0x2F }
    case UInt8(ascii: "."):
      return place >= 3 && bytes[(place - 3)..<place].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: return false
    }
  }
}
