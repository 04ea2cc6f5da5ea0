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

  init?(_ source: String) {
    var source = source
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
    return widest > mostCells / lines
  }
}
