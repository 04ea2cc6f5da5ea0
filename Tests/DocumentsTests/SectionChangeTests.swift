import Documents
import Testing

@Suite struct SectionChangeTests {
  /// The changes from one body to another.
  private func changes(_ before: String, _ after: String) throws -> [SectionChange] {
    let documents = try [before, after].map { body in
      try #require(
        Document.parse(Array((sampleFrontMatter + body).utf8), path: "policies/p.md").document)
    }
    return documents[1].sectionChanges(since: documents[0])
  }

  private let body =
    "# Policy\n\nIntroduction.\n\n## Scope\n\nStaff.\n\n## Rules\n\n### Doors\n\nShut.\n"

  @Test func theSameTextHasNoChanges() throws {
    #expect(try changes(body, body) == [])
  }

  @Test func onlyTheSectionWhoseOwnWordsDifferIsTold() throws {
    let after = body.replacing("Shut.", with: "Locked.")
    #expect(try changes(body, after) == [.changed("Doors")])
    let introduction = body.replacing("Introduction.", with: "Preface.")
    #expect(try changes(body, introduction) == [.changed("Policy")])
  }

  @Test func aSectionThatComesOrGoesDoesNotChangeTheOneAroundIt() throws {
    let longer = body.replacing("## Rules\n", with: "## Suppliers\n\nThey too.\n\n## Rules\n")
    #expect(try changes(body, longer) == [.added("Suppliers")])
    #expect(try changes(longer, body) == [.removed("Suppliers")])
  }

  @Test func linesThatAreBrokenElsewhereAreNoChange() throws {
    #expect(try changes("# P\n\none two\n", "# P\n\none\ntwo\n") == [])
  }
}
