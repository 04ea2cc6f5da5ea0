import Testing

@testable import Evidence

/// What others wrote as JSON is read in one way, or not at all.
@Suite struct JSONReadingTests {
  private func read(_ text: String) -> JSONValue? { JSONValue(reading: Array(text.utf8)) }

  @Test func whatIsWrittenIsReadBack() {
    let value: JSONValue = [
      "a": [], "b": [:], "c": .number(-12), "d": .null,
      "e": [.bool(true), .bool(false), .number(0)],
      "é": .string("\u{1}\u{202E}\"\\/\n\t\u{1F600}é\u{7F}"), "": .string(""),
    ]
    #expect(JSONValue(reading: Array(value.document.utf8)) == value)
    #expect(read(" [1 , 2\r\n]\t") == [.number(1), .number(2)])
    #expect(read(#""\u0041\ud83d\ude00\b\f\r\/""#) == .string("A\u{1F600}\u{8}\u{C}\r/"))
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{\"a\":1 \"b\":2}",
    "[1] 2",
    "nul", "True", "01", "-0", "+1", "1.0", "1e3", "--1", "-", "9223372036854775808", "'a'", "\"a",
    "\"a\\\"", "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"",
    "\"a\nb\"",
    "\u{FEFF}{}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "[1}", "{\"a\":1]", "\"\\u+123\"",
  ])
  func whatIsNoneOrCouldBeReadOtherwiseIsRefused(_ text: String) { #expect(read(text) == nil) }

  @Test func whatIsNotUTF8IsRefused() {
    #expect(JSONValue(reading: [0x22, 0xFF, 0x22]) == nil)
    #expect(JSONValue(reading: [0x22, 0xC0, 0x80, 0x22]) == nil)
    #expect(JSONValue(reading: [0xFE, 0xFF, 0, 0x31]) == nil)
  }

  /// However deep and large: refused, without a trap.
  @Test func depthAndSizeAreBounded() {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(32)) != nil)
    for depth in [33, 100_000] {
      #expect(read(nested(depth)) == nil)
      #expect(read(String(repeating: "{\"a\":", count: depth)) == nil)
    }
    // Keys that are one to a person, and not by bytes.
    #expect(read("{\"caf\u{E9}\":1,\"cafe\u{301}\":2}") != nil)
  }
}
