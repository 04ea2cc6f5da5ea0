/// Reads what somebody else wrote as JSON (RFC 8259), narrower than most: text in UTF-8 without a byte order
/// mark, whole numbers, no key twice in an object, so that every reader finds the same in it; at most
/// `deepest` levels and `mostValues` values.
extension JSONValue {
  /// The value that these bytes hold; `nil` where they are none, or another than is read here.
  init?(reading bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var left = mostValues

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let deepest = 32
  private static let mostValues = 4_000_000

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return place == bytes.count
    }
  }

  /// The value at this place, white space before it passed over.
  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    left -= 1
    guard depth < Self.deepest, left > 0, place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "n"): return takes("null") ? .null : nil
    case UInt8(ascii: "t"): return takes("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return takes("false") ? .bool(false) : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    place += 1
    var members: [JSONValue.Member] = []
    // By bytes: to a String, keys that are canonically equal are one.
    var keys: Set<[UInt8]> = []
    if takesSign("}") { return .object([]) }
    repeat {
      skipSpace()
      guard let key = string(), keys.insert(Array(key.utf8)).inserted, takesSign(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSONValue.Member(key: key, value: value))
    } while takesSign(",")
    return takesSign("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    place += 1
    var values: [JSONValue] = []
    if takesSign("]") { return .array([]) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while takesSign(",")
    return takesSign("]") ? .array(values) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = place
    while place < bytes.count, "-0123456789".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    // In its one spelling: no zeros before it.
    guard let number = Int(text), String(number) == text else { return nil }
    return .number(number)
  }

  private mutating func string() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      guard bytes[place] >= 0x20 else { return nil }
      if bytes[place] == UInt8(ascii: "\\") {
        guard let scalar = escaped() else { return nil }
        text += Array(String(scalar).utf8)
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count else { return nil }
    place += 1
    let string = String(decoding: text, as: UTF8.self)
    return string.utf8.elementsEqual(text) ? string : nil
  }

  /// The character that an escape at this place stands for.
  private mutating func escaped() -> Unicode.Scalar? {
    guard place + 1 < bytes.count else { return nil }
    let sign = bytes[place + 1]
    place += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unit().flatMap { scalar(beginningWith: $0) }
    default: return nil
    }
  }

  /// The character of that unit of UTF-16, and of the one behind it where it takes two.
  private mutating func scalar(beginningWith high: UInt32) -> Unicode.Scalar? {
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    place += 2
    guard let low = unit(), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The number of the four hex digits at this place.
  private mutating func unit() -> UInt32? {
    guard bytes.count - place >= 4 else { return nil }
    let digits = bytes[place..<(place + 4)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    place += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func takes(_ word: StaticString) -> Bool {
    guard bytes[place...].starts(with: word.description.utf8) else { return false }
    place += word.utf8CodeUnitCount
    return true
  }

  private mutating func takesSign(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }
}
