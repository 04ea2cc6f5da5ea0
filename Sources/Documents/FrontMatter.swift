/// The YAML at the head of a document, between two lines of three hyphens (formats, section 2).
struct FrontMatter {
  /// How many bytes of YAML are read.
  static let byteLimit = 64 * 1024
  private static let fence = "---"
  private static let form =
    "begin the file with a line ---, then one entry a line, then another line ---"

  /// The YAML, without its fences; it begins on line 2.
  let yaml: Substring
  /// What follows the front matter.
  let body: Substring
  /// The line of the file on which the body begins.
  let bodyLine: Int

  /// Divides the text of a document.
  ///
  /// Throws a `Problem` of kind `syntax` where a fence is missing.
  init(of text: String) throws(Problem) {
    guard text.hasPrefix("\(Self.fence)\n") else {
      throw Problem(
        .syntax, line: 1, "the file does not begin with front matter", remedy: Self.form)
    }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: 4)
    var line = 2
    var row = start
    while let end = utf8[row...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = utf8.index(after: end)
      if utf8[row..<end].elementsEqual(Self.fence.utf8) {
        yaml = text[start..<row]
        body = text[next...]
        bodyLine = line + 1
        return
      }
      row = next
      line += 1
    }
    throw Problem(
      .syntax, line: 1, "the front matter has no closing line ---", remedy: Self.form)
  }

  /// How many bytes it takes with its fences; `nil` where one is missing.
  static func length(in bytes: Span<UInt8>) -> Int? {
    // The bytes of a line that is a fence, and its LF.
    let fence = Array("\(Self.fence)\n".utf8)
    func isFence(at start: Int) -> Bool {
      start + fence.count <= bytes.count
        && fence.indices.allSatisfy { bytes[start + $0] == fence[$0] }
    }
    guard isFence(at: 0) else { return nil }
    var offset = fence.count
    while offset < bytes.count {
      if isFence(at: offset) { return offset + fence.count }
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      offset += 1
    }
    return nil
  }
}
