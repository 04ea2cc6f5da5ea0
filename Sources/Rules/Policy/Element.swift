import Documents
import Markdown

/// How a required element of the top policy is checked: the front matter claims heading and words,
/// and both must really be there, in prose, with nothing left to fill in.
struct ElementCheck<Owner: Rule> {
  /// Which element.
  let element: Element.Name
  /// What the words do, for messages: `commit to continual improvement`.
  let words: String

  func findings(in snapshot: Snapshot) -> [Finding] {
    let problems = Owner.problems(in: snapshot)
    return problems
      + snapshot.topPolicies.flatMap { policy in
        findings(in: policy, isBroken: problems.contains { $0.path == policy.path })
      }
  }

  private func findings(in policy: Document, isBroken: Bool) -> [Finding] {
    let name = element.rawValue
    guard let element = policy.policy?.elements[element] else {
      // An element that cannot be read has its own problem already.
      guard !isBroken else { return [] }
      return [
        Owner.finding(
          policy.path, line: policy.line(of: "elements"),
          "the policy does not say where it holds the words that \(words)",
          remedy: "under elements, write: \(name): {under: HEADING, says: \"the very words\"}")
      ]
    }
    guard let section = policy.body.section(element.under) else {
      return [
        Owner.finding(
          policy.path, line: element.line,
          "elements.\(name) names the heading \"\(element.under)\", but there is none",
          remedy:
            "name the heading under which the words stand, in lower case with hyphens for spaces"
        )
      ]
    }
    var findings = section.placeholders.map { placeholder in
      Owner.finding(
        policy.path, line: placeholder.line,
        "the section \"\(section.heading)\", which should \(words), still holds \(placeholder.text)",
        remedy: "write what holds for your organisation in its place")
    }
    if !section.says(element.says) {
      findings.append(
        Owner.finding(
          policy.path, line: section.line,
          "the words that \(words) are gone: elements.\(name) says \"\(element.says)\", but the "
            + "section \"\(section.heading)\" does not hold these words",
          remedy: "put them back, or let elements.\(name).says name the words that now do it"))
    }
    if section.wordCount < 15 {
      findings.append(
        Owner.finding(
          policy.path, line: section.line, as: .warning,
          "the section \"\(section.heading)\" has only \(section.wordCount) words",
          remedy: "say it so that a reader knows what it means for them: 15 words at least"))
    }
    return findings
  }
}
