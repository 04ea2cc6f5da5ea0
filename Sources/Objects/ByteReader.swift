/// Reads the header lines of a Git object strictly, from the front, once.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  /// Whether the bytes to come begin with `prefix`.
  func sees(_ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard bytes.count - offset >= count else { return false }
    for index in 0..<count where prefix.utf8Start[index] != bytes[offset + index] { return false }
    return true
  }

  /// The bytes up to the next LF, which is read but not given; throws at the end of the bytes.
  mutating func line() throws(GrammarError) -> ArraySlice<UInt8> {
    guard let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: offset) else {
      throw GrammarError("a line has no end", at: offset)
    }
    defer { offset = end + 1 }
    return bytes[offset..<end]
  }

  /// The rest of a line that must begin with `name` and one space.
  mutating func header(_ name: StaticString) throws(GrammarError) -> ArraySlice<UInt8> {
    let start = offset
    let isThere = sees(name)
    let line = try line()
    let value = start + name.utf8CodeUnitCount
    guard isThere, value < line.endIndex, line[value] == UInt8(ascii: " ") else {
      throw GrammarError("the header \"\(name)\" should stand here", at: start)
    }
    return line[(value + 1)...]
  }

  /// Everything that is left.
  mutating func rest() -> ArraySlice<UInt8> {
    defer { offset = bytes.count }
    return bytes[offset...]
  }
}

extension Span<UInt8> {
  /// Where the byte stands next.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
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
