/// What a document is, which decides what it must hold.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A policy of the organisation.
  case policy
  /// The file of people, keys, roles and rules: `writ.yaml`, and never a Markdown document.
  case governance

  /// Kinds that the format names but this version cannot read yet; rules may name them.
  public static let announced: Set<String> = [
    "procedure", "objective", "role", "context", "body", "minutes", "communication-plan",
    "training-plan", "implementation-plan", "brief",
  ]
}

/// Where a policy stands among policies.
public enum DocumentLevel: String, Sendable, Hashable, CaseIterable {
  /// The information security policy that top management establishes.
  case top
  /// A policy on one topic, below it.
  case topic
}
