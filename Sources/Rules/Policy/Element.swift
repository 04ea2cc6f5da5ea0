import Documents
import Markdown

/// How a required element of the top policy is checked: the front matter claims heading and words,
/// and both must really be there, in prose, with nothing left to fill in.
struct ElementCheck<Owner: Rule> {
  /// Which element.
  let element: Element.Name
  /// What the words do, for messages: `commit to continual improvement`.
  let words: String

  /// What a rule on the element checks, for its manual page.
  static func checks(of element: Element.Name) -> [Manual.Check] {
    [
      .error(
        "elements.\(element.rawValue) names a heading of the text, and words that stand below it "
          + "in prose, white space folded; a comment does not count"),
      .error("nothing in that section is still to be filled in"),
      .warning("the section has fewer than 15 words"),
    ]
  }

  /// How to mend what a rule on the element finds, for its manual page.
  static func mend(_ element: Element.Name) -> [String] {
    [
      "Below elements, name the heading (as GitHub does: lower case, hyphens for spaces) and the "
        + "very words: \(element.rawValue): {under: HEADING, says: \"the very words\"}.",
      "Where the words are gone, put them back, or let says name the words that now do it.",
      "Where something is still to be filled in (TODO, TBC, TBD, XXX, <…>, [Company], {{…}}, lorem "
        + "ipsum), write what holds for your organisation.",
    ]
  }

  func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judgedTopPolicies.flatMap { document, policy in
      findings(
        in: document, policy.elements[element],
        isMalformed: snapshot.isMalformed("elements.\(element.rawValue)", in: document))
    }
  }

  private func findings(in policy: Document, _ claim: Element?, isMalformed: Bool) -> [Finding] {
    let name = element.rawValue
    guard let claim else {
      // An element that cannot be read has its own problem already.
      guard !isMalformed else { return [] }
      return [
        Owner.finding(
          policy, at: "elements", "the policy does not say where it holds the words that \(words)",
          remedy: "under elements, write: \(name): {under: HEADING, says: \"the very words\"}")
      ]
    }
    guard let section = policy.body.section(claim.under) else {
      return [
        Owner.finding(
          policy.path, line: claim.line,
          "elements.\(name) names the heading \"\(claim.under)\", but there is none",
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
    if !section.says(claim.says) {
      findings.append(
        Owner.finding(
          policy.path, line: section.line,
          "the words that \(words) are gone: elements.\(name) says \"\(claim.says)\", but the "
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
