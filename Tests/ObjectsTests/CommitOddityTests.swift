import Objects
import Testing

/// What is odd about a commit that can be followed, and what leads nowhere.
@Suite struct CommitOddityTests {
  static let tree = String(repeating: "a", count: 40)
  static let parent = String(repeating: "b", count: 40)
  static let who = "Jane <jane@example.org> 1795276800 +0100"

  static func bytes(_ parts: [String]) -> [UInt8] {
    Array((parts.joined(separator: "\n") + "\n").utf8)
  }

  static let usual = [
    "tree \(tree)", "parent \(parent)", "author \(who)", "committer \(who)", "", "A",
  ]

  @Test func whatGitWritesIsNotOdd() {
    #expect(CommitObject.oddity(of: Self.bytes(Self.usual)) == nil)
    var latin = Self.usual
    latin.insert("encoding ISO-8859-1", at: 4)
    #expect(CommitObject.oddity(of: Self.bytes(latin) + [0xE4, 0x0A]) == nil)
  }

  @Test func allElseIsOddAndCanBeFollowed() throws {
    for (place, line) in [
      (2, "author Jane <jane@example.org> 1795276800 +9999"), (3, "committer x"),
      (3, "committer \(Self.who)\nauthor \(Self.who)"), (4, "encoding klingon\n"), (2, "author"),
      (5, "A\u{0}B"),
    ] {
      var lines = Self.usual
      lines[place] = line
      #expect(CommitObject.oddity(of: Self.bytes(lines)) != nil, "\(line.debugDescription)")
      let wayOn = try ObjectLinks.wayOn(ofCommit: Self.bytes(lines))
      #expect(wayOn.tree.description == Self.tree)
      #expect(wayOn.parents.map(\.description) == [Self.parent])
    }
    #expect(CommitObject.oddity(of: Self.bytes(Self.usual) + [0xE4, 0x0A]) != nil)
  }

  @Test func whatLeadsNowhere() {
    for lines in [
      [], ["tree \(Self.tree)x"], ["Tree \(Self.tree)"], ["", "tree \(Self.tree)"],
      ["tree \(Self.tree)", "parent"], ["tree \(Self.tree)", "parent \(Self.parent) "],
      ["tree \(Self.tree)", "parent \(Self.parent)", "parent x"],
      ["tree \(Self.tree)", "parent \(Self.parent.uppercased())"],
      ["tree \(Self.tree)", "parent\t\(Self.parent)"],
      ["parent \(Self.parent)", "tree \(Self.tree)"],
    ] {
      #expect(throws: GrammarError.self, "\(lines)") {
        try ObjectLinks.wayOn(ofCommit: Self.bytes(lines))
      }
    }
    #expect(throws: GrammarError.self) {
      try ObjectLinks.wayOn(ofCommit: Array("tree \(Self.tree)".utf8))
    }
  }

  @Test func timesAsClaimed() {
    #expect(ObjectLinks.seconds(ofCommit: Self.bytes(Self.usual)) == 1_795_276_800)
    for line in [
      "committer x", "committer Jane <a>", "committer <> x",
      "committer <> \(String(repeating: "9", count: 99))",
    ] {
      #expect(ObjectLinks.seconds(ofCommit: Self.bytes(["tree x", line, ""])) == nil)
    }
    #expect(
      ObjectLinks.seconds(ofCommit: Self.bytes(["tree x", "", "committer <> 5 +0000"])) == nil)
  }
}
