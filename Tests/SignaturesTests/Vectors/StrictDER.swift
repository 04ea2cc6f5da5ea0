/// Reads `SEQUENCE { INTEGER, INTEGER }` in the one form that DER allows (X.690, sections 8.3, 10.1).
enum StrictDER {
  /// The magnitudes of r and s; `nil` where the bytes are of another form, or a number is negative.
  static func signature(_ bytes: [UInt8]) -> (r: [UInt8], s: [UInt8])? {
    guard let sequence = element(0x30, bytes[...]), sequence.rest.isEmpty,
      let r = element(0x02, sequence.content), let s = element(0x02, r.rest), s.rest.isEmpty,
      let first = magnitude(r.content), let second = magnitude(s.content)
    else { return nil }
    return (first, second)
  }

  private static func element(_ tag: UInt8, _ bytes: ArraySlice<UInt8>)
    -> (content: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)?
  {
    guard bytes.first == tag, let short = bytes.dropFirst().first else { return nil }
    var content = bytes.dropFirst(2)
    var length = Int(short)
    if short >= 0x80 {
      // No signature on these curves needs more than one byte of length.
      guard short == 0x81, let long = content.first, long >= 0x80 else { return nil }
      content = content.dropFirst()
      length = Int(long)
    }
    guard length <= content.count else { return nil }
    return (content.prefix(length), content.dropFirst(length))
  }

  private static func magnitude(_ content: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = content.first, first < 0x80 else { return nil }
    if first == 0, let second = content.dropFirst().first {
      return second >= 0x80 ? Array(content.dropFirst()) : nil
    }
    return Array(content)
  }
}
