import Documents
import Objects

/// The top policy sets information security objectives, or says who sets them and how often they are
/// reviewed.
enum ObjectivesFramework: Rule {
  static let id = "POL-03"
  static let clause = "5.2 b"
  static let isAcrossDocuments = true
  static let entries: [Entry] = [
    .policy("elements.objectives"), .policy("objectives"), .policy("framework"),
  ]
  static let manual = Manual(
    "The top policy sets information security objectives, or says who sets them and how often they "
      + "are reviewed",
    why: "Objectives are where a policy becomes work that somebody does.",
    checks: ElementCheck<ObjectivesFramework>.checks(of: .objectives) + [
      .error("objectives names objectives, or framework says set-by and reviewed-every"),
      .error("each id in objectives is that of an objective under objectives/"),
    ],
    mend: ElementCheck<ObjectivesFramework>.mend(.objectives) + [
      "Name objectives by the id in their file, or write framework: {set-by: ROLE, reviewed-every: "
        + "12 months}."
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<ObjectivesFramework>(
      element: .objectives, words: "set objectives or say how they are set"
    ).findings(in: snapshot) + unresolved(in: snapshot)
      + snapshot.judgedTopPolicies.filter { policy, _ in
        !policy.has("objectives") && !policy.has("framework")
      }.map { policy, _ in
        finding(
          policy.path, line: 1, "the policy neither names objectives nor says who sets them",
          remedy: "write framework: {set-by: ROLE, reviewed-every: 12 months}, or objectives: [ids]"
        )
      }
  }

  /// Looks at policies that are not judged, too: an objective may have gone.
  private static func unresolved(in snapshot: Snapshot) -> [Finding] {
    snapshot.topPolicies.flatMap { document in
      (document.policy?.objectives ?? []).filter { id in
        !snapshot.documents(id).contains { $0.kind == .objective } && !snapshot.mayHold(id)
      }.map { id in
        finding(
          document, at: "objectives", "there is no objective \"\(id)\"",
          remedy: "name objectives by the id in their file, or take it out")
      }
    }
  }
}
