import Documents
import Testing

private func read(_ yaml: String, firstLine: Int = 1) throws(Problem) -> YAMLNode {
  try StrictYAML.read(yaml.utf8, firstLine: firstLine, limit: 1 << 20)
}

/// The problem for which the bytes are refused.
private func refusal(_ bytes: [UInt8], firstLine: Int = 1, limit: Int = 1 << 20) -> Problem? {
  do throws(Problem) {
    _ = try StrictYAML.read(bytes, firstLine: firstLine, limit: limit)
    return nil
  } catch { return error }
}

@Suite struct StrictYAMLTests {
  @Test func scalarsAreTheCharactersWritten() throws {
    let node = try read(
      """
      version: 1.10
      bool: no
      null: ~
      empty:
      octal: 0o17
      date: 2026-12-01
      single: 'it''s'
      double: "a\\tb \\u00e9"
      merge: "<<"
      "<<": quoted
      plain: two
        lines
      block: |
        one
        two
      folded: >-
        one
        two
      """)
    let values = try #require(node.mapping).map { "\($0.key.text)=\($0.value.scalar ?? "?")" }
    #expect(
      values == [
        "version=1.10", "bool=no", "null=~", "empty=", "octal=0o17", "date=2026-12-01",
        "single=it's", "double=a\tb é", "merge=<<", "<<=quoted", "plain=two lines",
        "block=one\ntwo\n", "folded=one two",
      ])
  }

  @Test func placesAreThoseOfTheFile() throws {
    let node = try read(
      """
      # comment
      people:
        jane:
          name: Jane
          keys:
            - ssh: a
            - ssh: b
          # comment

        sam: {name: Sam,
          roles: [x,
            y]}

      note: |
        one
        two

      plain: one
        two
      list: [a, b]
      last:
      - c
      """, firstLine: 10)
    #expect((node.line, node.column, node.endLine) == (11, 1, 31))
    #expect(!node.isFlow)
    let people = try #require(node["people"])
    #expect((people.line, people.column, people.endLine) == (12, 3, 21))
    let jane = try #require(people["jane"])
    #expect((jane.line, jane.column, jane.endLine, jane.isFlow) == (13, 5, 16, false))
    #expect(jane["keys"]?.line == 15)
    #expect(jane["keys"]?.endLine == 16)
    let sam = try #require(people["sam"])
    #expect((sam.line, sam.column, sam.endLine, sam.isFlow) == (19, 8, 21, true))
    #expect(sam["roles"]?.endLine == 21)
    #expect(node["plain"]?.endLine == 28)
    #expect(node["list"]?.isFlow == true)
    #expect(node["last"]?.isFlow == false)
    #expect(node["last"]?.endLine == 31)
    let key = try #require(people.mapping?.last?.key)
    #expect((key.text, key.line, key.column) == ("sam", 19, 3))
  }

  @Test(arguments: [
    ("anchor", "a: 1\nb: &x 2", 2, "anchor"),
    ("anchor on a list", "a: &x\n  - 1", 1, "anchor"),
    ("anchor on a key", "&x a: 1", 1, "anchor"),
    ("alias", "a: 1\nb: *x", 2, "alias"),
    ("alias as key", "*x : 1", 1, "alias"),
    ("tag", "a: !!str 1", 1, "tag"),
    ("tag on a mapping", "a: !x\n  b: 1", 1, "tag"),
    ("local tag", "a:\n  - !b c", 2, "tag"),
    ("version directive", "%YAML 1.1\n---\na: 1", 1, "directive"),
    ("tag directive", "%TAG ! x:\n---\na: 1", 1, "directive"),
    ("merge key", "a: 1\n<<: {b: 2}", 2, "merge key"),
    ("merge key in flow", "a: {<<: {b: 2}}", 1, "merge key"),
    ("list as key", "[a]: 1", 1, "as a key"),
    ("mapping as key", "{a: b}: 1", 1, "as a key"),
    ("explicit key", "? a\n: 1", 1, "as a key"),
    ("explicit key in flow", "x: {? a: 1}", 1, "as a key"),
    ("explicit list as key", "? - a\n: 1", 1, "as a key"),
    ("no key", ": 1", 1, ""),
    ("no key in flow", "a: {: 1}", 1, "value is missing"),
    ("empty key", "a: 1\n\"\": 1", 2, "key is missing"),
    ("second document", "a: 1\n---\nb: 2", 2, "second YAML document"),
    ("second document behind dots", "a: 1\n...\n---\nb: 2", 3, "second YAML document"),
    ("duplicate key", "a: 1\nb: 2\na: 3", 3, "\"a\" stands twice"),
    ("duplicate key, quoted", "a: 1\n\"a\": 3", 2, "\"a\" stands twice"),
    ("duplicate key within", "x:\n  - {a: 1,\n     a: 2}", 3, "\"a\" stands twice"),
    ("empty", "", 1, "no entries"),
    ("only a comment", "# nothing\n", 1, "no entries"),
    ("too deep", "a: [[[[[[[[1]]]]]]]]", 1, "more than 8 deep"),
    ("colon in a value", "a: 1\nsays: We do: this", 2, "a colon stands here"),
    ("open quotation mark", "a: 1\nb: \"open\nc: 1\n", 2, "never closed"),
    ("open bracket", "a: [b, c\nd: 1", 2, "is not closed"),
    ("open bracket on the last line", "[a", 1, "is not closed"),
    ("open brace on the last line", "a: 1\nb: {c", 2, ""),
    ("no colon", "a: 1\nword\nb: 2", 2, "no colon"),
    ("tab", "a:\n\tb: 1", 2, "tab"),
    ("at sign", "a: @b", 1, "keeps for itself"),
    ("bad indentation", "a:\n    b: 1\n  c: 2", 3, "belongs to no entry"),
    ("unknown escape", "a: \"\\q\"", 1, "backslash"),
  ])
  func refused(_ name: String, _ yaml: String, _ line: Int, _ message: String) throws {
    let problem = try #require(refusal(Array(yaml.utf8)), "\(name) is accepted")
    #expect(problem.kind == .syntax)
    #expect(problem.line == line)
    #expect(message.isEmpty || problem.message.contains(message), "\(problem.message)")
    #expect(!problem.remedy.isEmpty)
    #expect(refusal(Array(yaml.utf8), firstLine: 41)?.line == line + 40)
  }

  @Test(arguments: [
    ("byte order mark", [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8), 1, "byte order mark"),
    ("not UTF-8", Array("a: 1\nb: ".utf8) + [0xFF], 2, "not UTF-8"),
    ("UTF-16", [0xFE, 0xFF, 0, 0x61, 0, 0x3A], 1, "not UTF-8"),
    ("surrogate", Array("a: ".utf8) + [0xED, 0xA0, 0x80], 1, "not UTF-8"),
    ("overlong", Array("a: ".utf8) + [0xC0, 0xAF], 1, "not UTF-8"),
    ("NUL", Array("a: 1\nb: \0".utf8), 2, "U+0000"),
    ("carriage return", Array("a: 1\r\nb: 2".utf8), 1, "carriage return"),
    ("escape", Array("a: \u{1B}[2J".utf8), 1, "U+001B"),
    ("override", Array("a: 1\nb: x\u{202E}y".utf8), 2, "U+202E, which hides or reorders"),
    ("zero width", Array("a: x\u{200B}y".utf8), 1, "U+200B, which cannot be seen"),
    ("next line", Array("a: 1\u{85}b: 2".utf8), 1, "U+0085"),
    ("line separator", Array("a: 1\u{2028}b: 2".utf8), 1, "U+2028"),
    ("decomposed", Array("a: 1\nb: e\u{301}".utf8), 2, "NFC"),
    ("override, escaped", Array("a: 1\nb: \"x\\u202Ey\"".utf8), 2, "U+202E"),
    ("escape, escaped", Array("a: \"\\e[2J\"".utf8), 1, "U+001B"),
    ("override in a key, escaped", Array("\"x\\u202E\": 1".utf8), 1, "U+202E"),
    ("decomposed, escaped", Array("a: \"e\\u0301\"".utf8), 1, "NFC"),
  ])
  func refusedForItsBytes(_ name: String, _ bytes: [UInt8], _ line: Int, _ message: String) throws {
    let problem = try #require(refusal(bytes), "\(name) is accepted")
    #expect(problem.kind == .encoding)
    #expect(problem.line == line)
    #expect(problem.message.contains(message), "\(problem.message)")
  }

  @Test func eightDeepIsAccepted() throws {
    _ = try read("a: [[[[[[[1]]]]]]]")
    _ = try read("---\na: 1\n")
  }

  @Test func bombsAreRefusedAtOnce() {
    let clock = ContinuousClock()
    let mebibyte = 1 << 20
    var aliases = "a: &a [x]\n"
    for letter in "bcdefghi" { aliases += "\(letter): &\(letter) [*a, *a, *a, *a, *a, *a, *a]\n" }
    let bombs: [String: String] = [
      "aliases": aliases,
      "sequences": String(repeating: "[", count: mebibyte),
      "mappings": String(repeating: "{", count: mebibyte),
      "dashes": String(repeating: "- ", count: mebibyte / 2),
      "explicit keys": String(repeating: "? ", count: mebibyte / 2),
      "nested lists": "a: " + String(repeating: "[a, ", count: mebibyte / 5),
      "indentation": (0..<1400).map { String(repeating: " ", count: $0) + "a:" }
        .joined(separator: "\n"),
      "anchors": String(repeating: "&a ", count: mebibyte / 3),
      "quotation mark": "a: \"" + String(repeating: "\n", count: mebibyte - 8),
    ]
    for (name, bomb) in bombs {
      let bytes = Array(bomb.utf8)
      var problem: Problem?
      let time = clock.measure { problem = refusal(bytes) }
      #expect(problem?.kind == .syntax, "\(name)")
      #expect(time < .seconds(5), "\(name) took \(time)")
    }
    let huge = [UInt8](repeating: UInt8(ascii: "["), count: 100_000_000)
    let time = clock.measure { #expect(refusal(huge)?.kind == .size) }
    #expect(time < .seconds(1))
  }

  @Test func theLimitCountsBytes() {
    let bytes = Array("a: é".utf8)
    #expect(refusal(bytes, limit: 5) == nil)
    #expect(refusal(bytes, limit: 4)?.kind == .size)
  }
}
