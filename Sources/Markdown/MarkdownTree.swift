import CCmark
import Synchronization

/// Owns a tree of cmark nodes.
final class MarkdownTree {
  let root: OpaquePointer

  /// cmark-gfm keeps the characters that its extensions listen to in global tables while it
  /// parses: two parsers at once would read each other's.
  private static let parsing = Mutex(())

  /// Rows are filled up to the width of the header, so a few bytes can ask for a thousand million
  /// cells; a text that could is read without tables.
  private static let mostCells = 250_000

  /// cmark-gfm walks to the end of a row for each cell that it adds: some ten thousand in one take it
  /// half a minute. A text with a longer row is read without tables.
  private static let mostColumns = 1000

  /// A link that names a definition holds a copy of its address and its title, so that one long
  /// definition which is named often asks for the product of both, in bytes; a text that could ask for
  /// more is read without definitions.
  private static let mostCopies = 64 << 20

  init?(_ source: String) {
    var source = Self.couldOverflowCopies(source) ? source.replacing("]:", with: "] ") : source
    let root = source.withUTF8 { bytes in
      Self.parsing.withLock { _ in Self.parse(bytes).map { Int(bitPattern: $0) } }
    }
    guard let root, let pointer = OpaquePointer(bitPattern: root) else {
      return nil
    }
    self.root = pointer
  }

  deinit { cmark_node_free(root) }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(writ_cmark_options()) else { return nil }
    defer { cmark_parser_free(parser) }
    let extensions = ["strikethrough", "autolink", "tasklist"]
    for name in extensions + (couldOverflowTables(bytes) ? [] : ["table"]) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    return cmark_parser_finish(parser)
  }

  private static func couldOverflowTables(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (lines, widest, width) = (1, 0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (lines, width) = (lines + 1, 0)
      case UInt8(ascii: "|"):
        width += 1
        widest = max(widest, width)
      default: break
      }
    }
    return widest > min(mostColumns, mostCells / lines)
  }

  /// A definition ends with its paragraph at the latest; each link has a bracket.
  private static func couldOverflowCopies(_ source: String) -> Bool {
    var (longest, length, links) = (0, 0, 0)
    var (isDefining, isBlank) = (false, true)
    var previous: UInt8 = 0
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        if isBlank { (isDefining, length) = (false, 0) }
        isBlank = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "]"):
        links += 1
        isBlank = false
      default:
        isBlank = false
        if byte == UInt8(ascii: ":") && previous == UInt8(ascii: "]") { isDefining = true }
      }
      if isDefining { length += 1 }
      longest = max(longest, length)
      previous = byte
    }
    return links > 0 && longest > mostCopies / links
  }
}
