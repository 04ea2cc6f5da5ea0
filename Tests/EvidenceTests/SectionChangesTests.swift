import Testing

@testable import Evidence

/// How changes are told, in sentences and in full.
@Suite struct SectionChangesTests {
  typealias Section = SectionChanges.Section

  @Test func whatIsNewAndGoneIsNamed() {
    let changes = changes(sections: [
      section("Suppliers", .added, lines: ["+ x"]), section("Old", .removed, lines: ["- x"]),
      section(nil, .added, lines: ["+ x"]),
    ])
    #expect(
      changes.sentences == [
        "\"Suppliers\" is new.", "\"Old\" is gone.",
        "The text before the first heading is new.",
      ])
  }

  @Test(arguments: [
    (["staff", "-and", "-guests"], "\"staff and guests\" became \"staff\""),
    (["staff", "+and", "+suppliers"], "\"staff\" became \"staff and suppliers\""),
    (["all", "-staff", "+people", "here"], "\"staff\" became \"people\""),
    (["+First", "words"], "\"First\" is new"),
    (["-First", "words"], "\"First\" is gone"),
    (["a", "-b", "+c", "d", "-e", "+f"], "\"b\" became \"c\"; \"e\" became \"f\""),
    (["a", "", "+New", "+one."], "\"New one.\" is new"),
  ])
  func wordsThatChangedAreQuoted(_ words: [String], _ sentence: String) {
    let changes = changes(sections: [section("Scope", words: words)])
    #expect(changes.sentences == ["In \"Scope\", \(sentence)."])
  }

  @Test func manyPlacesAndLongOnesAreCounted() {
    let four = ["-a", "x", "-b", "x", "-c", "x", "-d", "x"]
    #expect(
      changes(sections: [section("Scope", words: four)]).sentences == [
        "In \"Scope\", 4 passages changed."
      ])
    let long = ["+" + String(repeating: "long", count: 16)]
    #expect(
      changes(sections: [section("Scope", words: long)]).sentences == [
        "In \"Scope\", 1 passage changed."
      ])
  }

  @Test func aQuotationCannotFeignASentence() {
    let words = ["-a", "+b\".", "+In", "+\"Roles\","]
    #expect(
      changes(sections: [section("Scope", words: words)]).sentences
        == ["In \"Scope\", \"a\" became \"b'. In 'Roles',\"."])
  }

  @Test func otherNamesAndPlacesAreTold() {
    let changed = SectionChanges.Kind.changed(was: "Scope", isMoved: true)
    #expect(
      changes(sections: [section("Reach", changed, lines: ["- # Scope", "+ # Reach"])]).sentences
        == ["\"Scope\" is now called \"Reach\".", "\"Reach\" stands in another place."])
  }

  @Test func aChangeWithoutWordsIsOneOfLayout() {
    for words in [[], ["a", "-", "b"]] {
      #expect(
        changes(sections: [section("Scope", lines: ["- a b", "+ a"], words: words)]).sentences
          == ["In \"Scope\", only the layout changed."])
    }
  }

  @Test func factsAreToldButTheVersionAndItsNote() {
    let facts = [
      SectionChanges.Fact(name: "version", old: "1.0", new: "2.0"),
      .init(name: "owner", old: "cio", new: "ciso"),
      .init(name: "audience", old: nil, new: "staff"),
      .init(name: "retention", old: "5 years", new: nil),
      .init(name: "change.summary", old: "a", new: "b"),
      .init(name: "goals", old: "a", new: String(repeating: "b", count: 100)),
    ]
    #expect(
      changes(facts: facts).sentences == [
        "In the first lines, \"owner: cio\" became \"owner: ciso\".",
        "In the first lines, \"audience: staff\" is new.",
        "In the first lines, \"retention: 5 years\" is gone.",
        "In the first lines, goals changed.",
      ])
  }

  @Test func noDifferenceGoesUntold() {
    #expect(changes(isNothing: true).sentences == ["Nothing changed."])
    #expect(changes().sentences == ["Only blank lines changed."])
    #expect(changes(head: ["- a"]).sentences == ["The first lines are written differently."])
    #expect(changes().text(.lines).plain.contains("Only blank lines changed."))
    #expect(changes(head: ["- a"]).text(.words).plain.contains("    - a\n"))
  }

  @Test func wordsAreMarkedInTheirParagraph() {
    let words = ["Same.", "", "We", "-see", "-to", "+do", "it.", "", "Same."]
    let changes = changes(sections: [section("Scope", lines: ["- x"], words: words)])
    #expect(
      changes.text(.words).plain == "\nIn \"Scope\":\n    …\n      We [-see to-] {+do+} it.\n")
    #expect(changes.text(.lines).plain == "\nIn \"Scope\":\n    - x\n")
  }

  @Test func aNewEndOfAParagraphIsMarked() {
    let changes = changes(sections: [section("Scope", words: ["one", "+", "two", "-", "three"])])
    #expect(
      changes.text(.words).plain == "\nIn \"Scope\":\n      one {+¶+}\n      two [-¶-] three\n")
  }

  @Test func markedWordsStayWithinTheWidth() {
    let words = (0..<200).map { $0 % 7 == 0 ? "+word" : "word" }
    let text = changes(sections: [section("Scope", words: words)]).text(.words).plain
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.split(whereSeparator: \.isWhitespace).count(where: { $0.hasPrefix("{+") }) == 29)
  }

  @Test func foreignTextIsHarmless() {
    let evil = "\u{1B}[31m\u{202E}evil"
    let changes = changes(
      facts: [.init(name: evil, old: evil, new: nil)], head: ["+ \(evil)"],
      sections: [
        section(evil, lines: ["- \(evil)"], words: ["-\(evil)"]),
        section(evil, .changed(was: evil, isMoved: true), lines: ["- \(evil)\r"]),
      ])
    for detail in [SectionChanges.Detail.lines, .words] {
      let text = changes.text(detail).plain
      #expect(!text.unicodeScalars.contains { "\u{1B}\u{202E}\r".unicodeScalars.contains($0) })
      #expect(text.contains("\\u{1B}[31m\\u{202E}evil"))
    }
  }

  private func changes(
    facts: [SectionChanges.Fact] = [], head: [String] = [], sections: [Section] = [],
    isNothing: Bool = false
  ) -> SectionChanges {
    SectionChanges(facts: facts, head: lines(head), sections: sections, isNothing: isNothing)
  }

  /// Lines as `+ new` and `- old`; words as `+new`, `-old` and `kept`.
  private func section(
    _ heading: String?, _ kind: SectionChanges.Kind = .changed(was: nil, isMoved: false),
    lines: [String] = ["- x"], words: [String] = []
  ) -> Section {
    let words = words.map { word in
      switch word.first {
      case "+": SectionChanges.Word(.added, String(word.dropFirst()))
      case "-": SectionChanges.Word(.removed, String(word.dropFirst()))
      default: SectionChanges.Word(.same, word)
      }
    }
    return Section(heading: heading, kind: kind, lines: self.lines(lines), words: words)
  }

  private func lines(_ texts: [String]) -> [SectionChanges.Line] {
    texts.map { .init($0.hasPrefix("+") ? .added : .removed, String($0.dropFirst(2)), place: 0) }
  }
}
