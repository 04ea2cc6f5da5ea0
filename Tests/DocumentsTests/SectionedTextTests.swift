import Testing

@testable import Documents

/// A document cut up into facts and sections.
@Suite struct SectionedTextTests {
  @Test func aSectionHoldsTheLinesUpToTheNextHeading() throws {
    let text = try #require(
      SectionedText(document: "Before\n\n# One\n\na\nb\n\n## Two\nc\n\n\n# Three\n"))
    #expect(text.sections.map(\.headings) == [[], ["One"], ["One", "Two"], ["Three"]])
    #expect(
      text.sections.map(\.lines) == [["Before"], ["", "a", "b"], ["c"], []])
    #expect(text.sections.map(\.headingLines) == [[], ["# One"], ["## Two"], ["# Three"]])
  }

  @Test func anUnderlinedHeadingKeepsItsUnderline() throws {
    let text = try #require(SectionedText(document: "Two lines\nof heading\n===\nText\n---\nEnd\n"))
    #expect(text.sections.map(\.heading) == ["Two lines of heading", "Text"])
    #expect(
      text.sections.map(\.headingLines) == [["Two lines", "of heading", "==="], ["Text", "---"]])
    #expect(text.sections.map(\.lines) == [[], ["End"]])
  }

  @Test func headingsWithinOtherThingsBeginNoSection() throws {
    let text = try #require(
      SectionedText(document: "# One\n- # item\n> # quote\n\n```\n# code\n```\n"))
    #expect(text.sections.map(\.headings) == [["One"]])
    #expect(text.sections[0].lines.count == 6)
  }

  @Test(arguments: [
    "# A\r\n## B\r\r\nc\n", "\r# A\rb\n## C", "#\n#\n===\n---\n", "# A\u{0}\n\u{FEFF}## B\n", "",
  ])
  func noLineIsLost(_ body: String) throws {
    let text = try #require(SectionedText(document: body))
    let kept = text.sections.flatMap { $0.headingLines + $0.lines }
    let lines = body.unicodeScalars.split(separator: "\n").map(String.init)
    func filled(_ lines: [String]) -> [String] {
      lines.filter { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    }
    #expect(filled(kept) == filled(lines))
  }

  @Test func factsAreNamedByTheirWay() throws {
    let front = """
      id: x
      clauses: [5.2, A.5.1]
      notes: [plain, "with, comma"]
      empty: []
      elements:
        purpose: {under: scope, says: "the words"}
      actions:
        - {what: First, due: 2026-12-01}
        - {what: Second, due: 2027-12-01}
      """
    let bytes = Array("---\n\(front)\n---\n# Text\n".utf8)
    let text = try #require(SectionedText(bytes, path: "policies/x.md"))
    #expect(
      text.facts.map { "\($0.name)=\($0.value)" } == [
        "id=x", "clauses=5.2, A.5.1", "notes=plain, \"with, comma\"", "empty=",
        "elements.purpose.under=scope", "elements.purpose.says=the words",
        "actions.1.what=First", "actions.1.due=2026-12-01", "actions.2.what=Second",
        "actions.2.due=2027-12-01",
      ])
    #expect(text.head.count == 9)
  }

  @Test func theEntriesOfThePeopleAndRulesAreSections() throws {
    let yaml = """
      # Who decides
      writ: 1
      version: 1.0
      people:
        jane: {name: Jane}
        # her deputy
        sam: {name: Sam}

      roles: [a,
        b]
      standard: iso
      """
    let text = try #require(SectionedText(Array(yaml.utf8), path: "writ.yaml"))
    #expect(text.facts.map(\.name) == ["writ", "version", "standard"])
    #expect(text.head == ["# Who decides", "writ: 1", "version: 1.0", "standard: iso"])
    #expect(text.sections.map(\.heading) == ["people", "roles"])
    #expect(text.sections.map(\.lines.count) == [4, 2])

    #expect(text.sections[1].words == ["roles:", "[a,", "", "b]"])

    let braces = try #require(
      SectionedText(Array("{writ: 1, people: {}}\n".utf8), path: "writ.yaml"))
    #expect(braces.facts.isEmpty)
    #expect(braces.sections.map(\.lines) == [["{writ: 1, people: {}}"]])
  }

  @Test(arguments: ["", "no front matter", "---\na: [\n---\n", "---\na: 1\n"])
  func whatCannotBeReadIsNotCutUp(_ text: String) {
    #expect(SectionedText(Array(text.utf8), path: "policies/x.md") == nil)
  }

  @Test func anEmptyWordEndsAParagraphAndAnItem() throws {
    let text = try #require(
      SectionedText(
        document: "# A\n\nOne\n**two**  three\n\n\nfour\n- five\n  six\n1. seven\n2026 eight\n"))
    #expect(
      text.sections[0].words == [
        "One", "**two**", "three", "", "four", "", "-", "five", "six", "", "1.", "seven", "2026",
        "eight",
      ])
  }
}

/// Which section was which.
@Suite struct SectionPairsTests {
  @Test func sectionsArePairedByTheirHeadings() throws {
    #expect(try pairs("# A\na\n# B\nb\n", "# A\nx\n# B\ny\n") == ["0-0", "1-1"])
  }

  @Test func newOnesAndThoseGoneStandAlone() throws {
    #expect(try pairs("# A\na\n# B\nb\n", "# A\na\n# C\nc\n") == ["0-0", "+1", "-1"])
    #expect(try pairs("", "# A\n") == ["+0"])
    #expect(try pairs("# A\n", "") == ["-0"])
  }

  @Test func aSectionUnderAnotherNameIsKnownByItsLines() throws {
    #expect(try pairs("# A\na\n# B\nb\n", "# A\na\n# C\nb\n") == ["0-0", "1-1"])
  }

  @Test func sectionsWithoutLinesAreNotTakenForEachOther() throws {
    #expect(try pairs("# A\n", "# B\n") == ["+0", "-0"])
  }

  @Test func theSameHeadingBelowAnotherIsAnotherSection() throws {
    let old = "# A\n## In short\na\n# B\n## In short\nb\n"
    let new = "# New\n## In short\nn\n# A\n## In short\na2\n# B\n## In short\nb2\n"
    #expect(try pairs(old, new) == ["+0", "+1", "0-2", "1-3", "2-4", "3-5"])
  }

  @Test func aSectionMovedBelowAnotherHeadingIsFoundThere() throws {
    #expect(
      try pairs("# A\n## X\na\n# B\nb\n", "# A\n# B\nb\n## X\nchanged\n") == ["0-0", "2-1", "1-2"])
  }

  @Test func ofSeveralAlikeTheFirstIsTheFirst() throws {
    #expect(try pairs("# A\n1\n# A\n2\n", "# A\n3\n# A\n4\n# A\n5\n") == ["0-0", "1-1", "+2"])
  }

  /// Each pair as `0-1`, `+1` or `-0`.
  private func pairs(_ old: String, _ new: String) throws -> [String] {
    let old = try #require(SectionedText(document: old))
    let new = try #require(SectionedText(document: new))
    return SectionPairs(old: old.sections, new: new.sections).pairs.map { pair in
      switch (pair.old, pair.new) {
      case (let old?, let new?): "\(old)-\(new)"
      case (nil, let new?): "+\(new)"
      case (let old?, nil): "-\(old)"
      case (nil, nil): "?"
      }
    }
  }
}

extension SectionedText {
  /// A document of the least front matter and this body.
  fileprivate init?(document body: String) {
    self.init(Array("---\nid: x\n---\n\(body)".utf8), path: "policies/x.md")
  }
}
