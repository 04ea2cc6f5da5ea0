/// What a document is, which decides what it must hold.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A policy of the organisation.
  case policy
  /// How something is done.
  case procedure
  /// An information security objective.
  case objective
  /// Responsibilities and authorities of one role.
  case role
  /// The file of people, keys, roles and rules: `writ.yaml`, and never a Markdown document.
  case governance

  /// The kinds of Markdown documents.
  public static let written = allCases.filter { $0 != .governance }

  /// Kinds that the format names but this version cannot read yet; rules may name them.
  public static let announced: Set<String> = [
    "context", "body", "minutes", "communication-plan", "training-plan", "implementation-plan",
    "brief",
  ]

  /// The folder in which documents of this kind are kept; `nil` for `writ.yaml`.
  public var folder: String? {
    switch self {
    case .policy, .procedure: "policies"
    case .objective: "objectives"
    case .role: "roles"
    case .governance: nil
    }
  }
}

/// Where a policy stands among policies.
public enum DocumentLevel: String, Sendable, Hashable, CaseIterable {
  /// The information security policy that top management establishes.
  case top
  /// A policy on one topic, below it.
  case topic
}
