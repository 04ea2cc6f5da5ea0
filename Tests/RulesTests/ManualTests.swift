import Foundation
import Testing

@testable import Rules

/// What rules say of themselves: in the program, in their sources, and in `docs/rules.md`.
@Suite struct ManualTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Behind its introduction, `docs/rules.md` is what the rules say of themselves.
  ///
  /// With `RECORD` in the environment it is written anew: `RECORD=1 swift test --filter ManualTests`.
  @Test func theManualHoldsWhatTheRulesSay() throws {
    let file = Self.top.appending(path: "docs/rules.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.firstRange(of: "## Policy\n")).lowerBound
    let expected = text[..<start] + Self.groups.map(Self.page).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try expected.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == expected, "docs/rules.md is not what the rules say: see the comment here")
  }

  /// The doc comment of a rule begins with its title, so that both say the same.
  @Test func theSourceOfARuleSaysWhatItAsks() throws {
    let folder = Self.top.appending(path: "Sources/Rules")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path)).allObjects
    var sources = ""
    for case let file as String in files where file.hasSuffix(".swift") {
      sources += try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    for rule in Rulebook.rules {
      let name = try #require("\(rule)".split(separator: ".").last)
      let parts = sources.split(separator: "\nenum \(name): Rule {", maxSplits: 1)
      let comment = try #require(parts.first).split(separator: "\n").reversed()
        .prefix { $0.hasPrefix("///") }.reversed()
        .map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      #expect(parts.count == 2, "\(name)")
      #expect(comment.replacing("`", with: "").hasPrefix("\(rule.manual.title)."), "\(comment)")
    }
  }

  @Test func everyRuleSaysWhyAndHowToMend() {
    for rule in Rulebook.rules {
      let manual = rule.manual
      #expect(!manual.why.isEmpty && !manual.mend.isEmpty, "\(rule.id)")
      #expect(!manual.checks.isEmpty || !rule.entries.isEmpty, "\(rule.id)")
      #expect(manual.checks == manual.checks.sorted { $0.severity < $1.severity }, "\(rule.id)")
      for check in manual.checks {
        #expect(check.text.first?.isUppercase == false && !check.text.hasSuffix("."), "\(check)")
      }
      for text in [manual.why] + manual.mend {
        #expect(text.hasSuffix(".") || text.hasSuffix(":"), "\(text)")
        #expect(!text.contains("  ") && !text.contains("ISO requires"), "\(text)")
      }
      if manual.isConvention { #expect(manual.severity > .error, "\(rule.id)") }
    }
  }

  @Test func rulesAreFoundByTheirNameHoweverItIsWritten() {
    #expect(Rulebook.rule(named: "POL-05") == ContinualImprovement.self)
    #expect(Rulebook.rule(named: "pol-05") == ContinualImprovement.self)
    #expect(Rulebook.rule(named: "POL") == nil && Rulebook.rule(named: "") == nil)
  }

  // MARK: The page

  private static let groups = [
    ("Policy", "POL"), ("Objectives", "OBJ"), ("Roles", "ROL"), ("Document control", "DOC"),
    ("People and rules", "GOV"),
  ]

  private static func page(of group: (title: String, prefix: String)) -> String {
    let rules = Rulebook.rules.filter { $0.id.hasPrefix(group.prefix) }
    return "## \(group.title)\n\n" + rules.map(Self.section).joined(separator: "\n")
  }

  private static func section(on rule: any Rule.Type) -> String {
    let manual = rule.manual
    let marks =
      [rule.clause] + (rule.isAcrossDocuments ? ["*across*"] : [])
      + (manual.isConvention ? ["a convention of practice"] : [])
    var text = "### \(rule.id)\n\n\(marks.joined(separator: " · "))\n\n"
    text += wrapped("**\(manual.title).** \(manual.why)", "") + "\n\n"
    for check in manual.checks {
      text += wrapped("- \(check.severity.rawValue): \(check.text)", "  ") + "\n"
    }
    if !rule.entries.isEmpty {
      let keys = rule.entries.map { "`\($0.key)`" }.joined(separator: ", ")
      text += wrapped("- error: what is given has the right form: \(keys)", "  ") + "\n"
    }
    return text + "\nTo mend it:\n\n"
      + manual.mend.map { wrapped("- \($0)", "  ") + "\n" }.joined()
  }

  private static func wrapped(_ text: String, _ indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in escaped(text).split(separator: " ") {
      if !line.isEmpty && line.count + 1 + word.count > 100 {
        lines.append(line)
        line = indent + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// What Markdown would take for HTML or a link.
  private static func escaped(_ text: String) -> String {
    text.replacing("<", with: "\\<").replacing("[", with: "\\[").replacing("{{", with: "\\{{")
      .replacing("|", with: "\\|").replacing("~~", with: "\\~~")
  }
}
