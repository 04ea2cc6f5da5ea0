/// Reads the header lines of a Git object strictly, from the front, once.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  /// Whether the bytes to come begin with `prefix`.
  func sees(_ prefix: String) -> Bool { bytes[offset...].starts(with: prefix.utf8) }

  /// The bytes up to the next LF, which is read but not given; throws at the end of the bytes.
  mutating func line() throws(GrammarError) -> ArraySlice<UInt8> {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw GrammarError("a line has no end", at: offset)
    }
    defer { offset = end + 1 }
    return bytes[offset..<end]
  }

  /// The rest of a line that must begin with `name` and one space.
  mutating func header(_ name: String) throws(GrammarError) -> ArraySlice<UInt8> {
    let start = offset
    let line = try line()
    guard line.starts(with: "\(name) ".utf8) else {
      throw GrammarError("the header \"\(name)\" should stand here", at: start)
    }
    return line.dropFirst(name.utf8.count + 1)
  }

  /// Everything that is left.
  mutating func rest() -> ArraySlice<UInt8> {
    defer { offset = bytes.count }
    return bytes[offset...]
  }
}

/// Bytes of a Git object that do not follow the grammar.
public struct GrammarError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, in words.
  public let reason: String
  /// Where, in bytes from the start of the object.
  public let offset: Int

  init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The reason and the place.
  public var description: String { "\(reason) (byte \(offset))" }
}

/// The text of bytes that must be UTF-8.
func utf8(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(GrammarError) -> String {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw GrammarError("this is not UTF-8", at: offset)
  }
  return text
}
