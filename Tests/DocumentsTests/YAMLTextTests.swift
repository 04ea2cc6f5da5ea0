import Documents
import Testing

/// A text, an edit of it, and what must come of it.
private struct Edit: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let before: String
  let after: String
  let edit: @Sendable (inout YAMLText) throws(Problem) -> Void

  init(
    _ name: String, _ before: String, _ after: String,
    _ edit: @escaping @Sendable (inout YAMLText) throws(Problem) -> Void
  ) {
    testDescription = name
    self.before = before
    self.after = after
    self.edit = edit
  }
}

private let edits = [
  Edit("a word goes into brackets", "a: [x, y]  # two\n", "a: [x, y, z]  # two\n") {
    text throws(Problem) in try text.append("z", to: ["a"])
  },
  Edit("a word goes into empty brackets", "a: []\nb: 1\n", "a: [z]\nb: 1\n") {
    text throws(Problem) in try text.append("z", to: ["a"])
  },
  Edit(
    "a word goes below others", "a:\n- x  # one\n\n# b\nb: 1\n",
    "a:\n- x  # one\n- z\n\n# b\nb: 1\n"
  ) {
    text throws(Problem) in try text.append("z", to: ["a"])
  },
  Edit(
    "brackets over several lines stay", "a: [x,  # one\n    y]\n", "a: [x,  # one\n    y, z]\n"
  ) { text throws(Problem) in try text.append("z", to: ["a"]) },
  Edit("a file without an end of line stays so", "a:\n  - x", "a:\n  - x\n  - z") {
    text throws(Problem) in try text.append("z", to: ["a"])
  },
  Edit(
    "an entry opens a list below its key", "a:\n   k: []   # none\n",
    "a:\n   k:   # none\n     - s: z\n"
  ) {
    text throws(Problem) in
    try text.append(.mapping([.init("s", "z")]), to: ["a", "k"])
  },
  Edit("but stays in brackets within brackets", "a: {k: [ ], l: 1}\n", "a: {k: [{s: z}], l: 1}\n") {
    text throws(Problem) in
    try text.append(.mapping([.init("s", "z")]), to: ["a", "k"])
  },
  Edit(
    "an entry of several words stands in brackets", "a:\n  - {b: 1}\n",
    "a:\n  - {b: 1}\n  - {c: 2, d: 3}\n"
  ) {
    text throws(Problem) in
    try text.append(.mapping([.init("c", "2"), .init("d", "3")]), to: ["a"])
  },
  Edit(
    "a key goes into a mapping, indented as the others", "a:\n    b: 1\n\nc: 2\n",
    "a:\n    b: 1\n    z:\n      - k: 1\n\nc: 2\n"
  ) {
    text throws(Problem) in
    try text.insert(.init("z", .sequence([.mapping([.init("k", "1")])])), in: ["a"])
  },
  Edit("a key goes to the end of the file", "a: 1\n# end\n", "a: 1\n\nz: 2\n# end\n") {
    text throws(Problem) in try text.insert(.init("z", "2"), in: [])
  },
  Edit(
    "what could be taken for something else is quoted", "a: {}\n", "a:\n  k: \"x: \\\"y\\\" # z\"\n"
  ) {
    text throws(Problem) in try text.insert(.init("k", "x: \"y\" # z"), in: ["a"])
  },
  Edit("a value is exchanged", "a: 1.0  # first\nb: 2\n", "a: 1.1  # first\nb: 2\n") {
    text throws(Problem) in try text.set(.init("a", "1.1"), behind: "b")
  },
  Edit("a quoted value too", "a: \"1.0\"\nb: 2\n", "a: 1.1\nb: 2\n") {
    text throws(Problem) in try text.set(.init("a", "1.1"), behind: "b")
  },
  Edit(
    "an entry goes behind its neighbour", "a: 1  # one\n\nb: 2\n",
    "a: 1  # one\nz: [x, y]\n\nb: 2\n"
  ) {
    text throws(Problem) in
    try text.set(.init("z", .sequence(["x", "y"])), behind: "a")
  },
  Edit("a list in brackets is exchanged", "a: [x,\n  y]  # c\nb: 2\n", "a: [z]  # c\nb: 2\n") {
    text throws(Problem) in try text.set(.init("a", .sequence(["z"])), behind: "b")
  },
  Edit("a list line by line is exchanged", "a:  # c\n  - x\n  - y\nb: 2\n", "a: [z]  # c\nb: 2\n") {
    text throws(Problem) in try text.set(.init("a", .sequence(["z"])), behind: "b")
  },
  Edit("the first word goes", "a: [x, y , z]\n", "a: [y , z]\n") {
    text throws(Problem) in try text.remove("x", from: ["a"])
  },
  Edit("the last word goes", "a: [x, y , z] # c\n", "a: [x, y] # c\n") {
    text throws(Problem) in try text.remove("z", from: ["a"])
  },
  Edit("the only word goes", "a: [ x, ]\n", "a: []\n") {
    text throws(Problem) in try text.remove("x", from: ["a"])
  },
  Edit("a line goes", "a:\n  - x\n  - y  # two\n  - z\n", "a:\n  - x\n  - z\n") {
    text throws(Problem) in try text.remove("y", from: ["a"])
  },
  Edit("the only line goes", "a:  # why\n  - x\nb: 1\n", "a: []  # why\nb: 1\n") {
    text throws(Problem) in try text.remove("x", from: ["a"])
  },
  Edit(
    "an entry goes with all that is in it",
    "a:\n  b:\n    c: 1\n    d:\n      - 2\n  # e\n  e: 3\n", "a:\n  # e\n  e: 3\n"
  ) {
    text throws(Problem) in try text.remove(entry: "b", from: ["a"])
  },
  Edit("the only entry goes", "a:\n  b: |\n    c\n    d\ne: 3\n", "a: {}\ne: 3\n") {
    text throws(Problem) in try text.remove(entry: "b", from: ["a"])
  },
  Edit("an entry in brackets goes", "a: {b: [1, 2], c: 3}\n", "a: {c: 3}\n") {
    text throws(Problem) in try text.remove(entry: "b", from: ["a"])
  },
]

@Suite struct YAMLTextTests {
  @Test("An edit touches nothing else", arguments: edits)
  fileprivate func editing(_ edit: Edit) throws {
    var text = try YAMLText(Array(edit.before.utf8), limit: 1 << 10)
    try edit.edit(&text)
    #expect(String(decoding: text.bytes, as: UTF8.self) == edit.after)
  }

  @Test("One edit after another sees what the first left")
  func severalEdits() throws {
    var text = try YAMLText(Array("a: []\n".utf8), limit: 1 << 10)
    try text.append("x", to: ["a"])
    try text.append("y", to: ["a"])
    try text.remove("x", from: ["a"])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a: [y]\n")
  }

  @Test(
    "What is written in a way that is not foreseen is left alone",
    arguments: ["\"a\":\n  - x\n", "a:\n  -\n    x\n  - y\n", "a: x\n", "b: [x]\n"])
  func unusual(_ before: String) throws {
    var text = try YAMLText(Array(before.utf8), limit: 1 << 10)
    #expect(throws: Problem.self) { try text.remove("x", from: ["a"]) }
    #expect(String(decoding: text.bytes, as: UTF8.self) == before)
  }

  @Test("A value is set only where its place is plain", arguments: ["{a: 1}\n", "b: 1\n"])
  func unusualValue(_ before: String) throws {
    var text = try YAMLText(Array(before.utf8), limit: 1 << 10)
    #expect(throws: Problem.self) { try text.set(.init("z", "2"), behind: "a") }
    #expect(String(decoding: text.bytes, as: UTF8.self) == before)
  }

  @Test("No edit makes a file larger than is read")
  func limit() throws {
    var text = try YAMLText(Array("a: [x]\n".utf8), limit: 8)
    #expect(throws: Problem.self) { try text.append("long", to: ["a"]) }
  }
}
