import Documents
import Markdown

/// A policy has sections on its scope, on roles, on exceptions and on consequences.
enum UsualSections: Rule {
  static let id = "POL-12"
  static let clause = "A.5.1"
  static let entries: [Entry] = [.policy("sections")]
  static let manual = Manual(
    "A policy has sections on its scope, on roles, on exceptions and on consequences",
    why: "Readers ask: is this for me, who decides, what if I cannot, what if I do not? Policies "
      + "that leave it open are argued about when it matters.",
    checks: [
      .warning(
        "each of the four has a heading: the one that sections names, or in an English text one "
          + "with a usual word, such as scope, responsibilities, exceptions or breaches"),
      .warning("each heading that sections names is there"),
    ],
    mend: [
      "Add what is lacking.",
      "If it is there under another heading, say so: sections: {exceptions: HEADING}, the heading "
        + "in GitHub's spelling (lower case, hyphens for spaces). Texts in other languages need this "
        + "entry.",
    ], isConvention: true)

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.policy).flatMap { document, policy -> [Finding] in
      let body = document.body
      let gone = policy.sections.filter { body.section($0.value) == nil }
        .sorted { $0.key.rawValue < $1.key.rawValue }
        .map { name, heading in
          finding(
            document, at: "sections", as: .warning,
            "sections.\(name.rawValue) names the heading \"\(heading)\", but there is none",
            remedy: "name the heading in lower case with hyphens for spaces")
        }
      let lacking = UsualSection.allCases.filter {
        policy.sections[$0] == nil && document.section($0) == nil
      }.map(\.rawValue)
      guard !lacking.isEmpty else { return gone }
      return gone + [
        finding(
          document.path, line: body.sections.first?.line ?? document.bodyLine, as: .warning,
          "the policy has no section on: \(lacking.joined(separator: ", "))",
          remedy: "add it, or name its heading: sections: {\(lacking[0]): HEADING}")
      ]
    }
  }
}

extension Document {
  /// The section with what is usual in policies: the one that the front matter names, else the first
  /// with a usual word in its heading; `nil` where neither is there.
  func section(_ usual: UsualSection) -> MarkdownText.Section? {
    if let heading = policy?.sections[usual] { return body.section(heading) }
    guard isInEnglish else { return nil }
    return body.sections.first { section in
      section.slug.split(separator: "-").contains { usual.words.contains(String($0)) }
    }
  }

  /// Whether rules that look for words of English may look here.
  var isInEnglish: Bool {
    language.map { $0.lowercased() == "en" || $0.lowercased().hasPrefix("en-") } ?? true
  }
}

extension UsualSection {
  /// What headings of such sections say in English.
  fileprivate var words: Set<String> {
    switch self {
    case .scope: ["scope", "applies", "applicability"]
    case .roles:
      ["role", "roles", "responsibility", "responsibilities", "accountability", "accountabilities"]
    case .exceptions:
      ["exception", "exceptions", "exemption", "exemptions", "deviations", "waivers"]
    case .consequences:
      [
        "consequences", "breach", "breaches", "violation", "violations", "noncompliance",
        "enforcement", "sanctions", "disciplinary",
      ]
    }
  }
}
