import Documents
import Objects
import Testing

private func reader(_ yaml: String) throws -> MappingReader {
  MappingReader(try StrictYAML.read(yaml.utf8, limit: 10_000))
}

@Suite struct MappingReaderTests {
  @Test func readsWhatIsThere() throws {
    var file = try reader(
      """
      writ: 1
      flag: true
      names: [a, b]
      organisation: {name: Example Ltd}
      people:
        jane: {name: Jane}
        sam: {name: Sam}
      approval:
        - for: x
        - for: y
      """)
    #expect(file.value("writ", expecting: "1") { Int($0) } == 1)
    #expect(file.flag("flag") == true)
    #expect(file.texts("names") == ["a", "b"])
    #expect(file.mapping("organisation") { $0.text("name") } == "Example Ltd")
    #expect(
      file.namedMappings("people") { "\($0.text) \($0.line) \($1.text("name") ?? "")" }
        == ["jane 6 Jane", "sam 7 Sam"])
    #expect(file.mappings("approval") { $0.text("for") } == ["x", "y"])
    #expect(file.text("absent") == nil)
    #expect(file.texts("absent") == [])
    file.finish()
    #expect(file.problems == [])
  }

  @Test func problemsNameTheWayToTheKey() throws {
    var file = try reader(
      """
      writ: one
      flag: yes
      empty:
      names: a
      organisation: {nmae: Example Ltd}
      people:
        jane: {keys: [ssh]}
        sam: x
      approval:
        - fro: x
        - y
      extra: 1
      """)
    _ = file.value("writ", expecting: "1") { Int($0) }
    _ = file.flag("flag")
    _ = file.text("empty")
    _ = file.texts("names")
    _ = file.mapping("organisation") { organisation in
      organisation.require("name", remedy: "write it")
      return organisation.text("name")
    }
    _ = file.namedMappings("people") { $1.mappings("keys") { $0.text("ssh") } }
    _ = file.mappings("approval") { $0.text("for") }
    file.finish()
    #expect(
      file.problems.map { "\($0.line) \($0.kind)" } == [
        "1 value(\"writ\")", "2 value(\"flag\")", "3 value(\"empty\")", "4 value(\"names\")",
        "5 missing(\"organisation.name\")", "5 unknownKey(\"organisation.nmae\")",
        "7 value(\"people.jane.keys[1]\")", "8 value(\"people.sam\")",
        "10 unknownKey(\"approval[1].fro\")", "11 value(\"approval[2]\")",
        "12 unknownKey(\"extra\")",
      ])
    #expect(file.problems[5].remedy == "write \"name\", or take the entry out")
    #expect(file.problems[10].remedy == "take the entry out")
  }

  @Test func aFileThatIsNoMappingHasOneProblem() throws {
    var file = try reader("- a\n- b")
    #expect(file.text("a") == nil)
    file.finish()
    #expect(file.problems.map(\.kind) == [.syntax])
  }
}
