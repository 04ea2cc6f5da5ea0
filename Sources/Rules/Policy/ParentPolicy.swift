import Approvals
import Documents
import Objects

/// A topic policy names the policy that it stands below, and somebody is asked to approve it.
enum ParentPolicy: Rule {
  static let id = "POL-13"
  static let clause = "A.5.1"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [.policy("parent")]
  static let manual = Manual(
    "A topic policy names the policy that it stands below, and somebody is asked to approve it",
    why:
      "A policy on one topic says in detail what the policy above it promises, and is approved at "
      + "the level that fits. On its own it follows from nothing.",
    checks: [
      .error("every policy with level: topic has a parent, which is another policy"),
      .error("going from parent to parent leads to no policy twice"),
      .error("a rule under approval in writ.yaml fits it"),
    ],
    mend: [
      "Write parent: information-security, or the id of the policy that it follows from.",
      "Give writ.yaml a rule that fits; for: {} fits any document.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let governance = snapshot.governance?.governance
    return snapshot.readable.flatMap { document -> [Finding] in
      guard let policy = document.policy, policy.level == .topic else { return [] }
      var findings: [Finding] = []
      if let parent = policy.parent {
        findings = trouble(with: parent, of: document, in: snapshot)
      } else if snapshot.isJudged(document.path), !snapshot.isMalformed("parent", in: document) {
        findings.append(
          finding(
            document, at: "level", "the policy does not name the policy that it stands below",
            remedy: "write parent: and the id of that policy"))
      }
      if let governance,
        governance.rule(for: document.id, kind: .policy, level: .topic) == nil
      {
        findings.append(
          finding(
            document, at: "level", "no rule of writ.yaml says who must approve this policy",
            remedy: "add one under approval, such as for: {kind: policy, level: topic}"))
      }
      return findings
    }
  }

  private static func trouble(with parent: DocumentID, of document: Document, in snapshot: Snapshot)
    -> [Finding]
  {
    var seen: Set<DocumentID> = [document.id]
    var next: DocumentID? = parent
    while let id = next {
      guard seen.insert(id).inserted else {
        // Of a policy within the circle: the ones that lead into it are not at fault.
        guard id == document.id else { return [] }
        return [
          finding(
            document, at: "parent", "going from parent to parent leads back to this policy",
            remedy: "name the policy that it follows from")
        ]
      }
      guard let above = snapshot.documents(id).compactMap(\.policy).first else {
        guard id == parent, !snapshot.mayHold(id) else { return [] }
        return [
          finding(
            document, at: "parent", "there is no policy \"\(id)\"",
            remedy: "name a policy by the id in its file")
        ]
      }
      next = above.parent
    }
    return []
  }
}
