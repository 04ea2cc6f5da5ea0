import Documents

/// One rule of `writ check`: a type in a file of its own, whose doc comment and `manual` explain it.
public protocol Rule: Sendable {
  /// Its stable name, such as `POL-05`.
  static var id: String { get }
  /// The clause of ISO/IEC 27001:2022 that it serves, such as `5.2 d`.
  static var clause: String { get }
  /// What it asks, why, and how to mend what it finds.
  static var manual: Manual { get }
  /// Whether it looks at how documents fit together, so that a change elsewhere may cause a finding.
  static var isAcrossDocuments: Bool { get }
  /// The entries of the front matter, each with all within it, whose form it answers for.
  static var entries: [Entry] { get }

  /// What it has to say of a snapshot, besides the form of its entries.
  static func findings(in snapshot: Snapshot) -> [Finding]
}

extension Rule {
  /// About single documents, unless a rule says otherwise.
  public static var isAcrossDocuments: Bool { false }

  /// None, unless a rule says otherwise.
  public static var entries: [Entry] { [] }

  /// Nothing but the form of its entries, unless a rule says otherwise.
  public static func findings(in snapshot: Snapshot) -> [Finding] { [] }

  /// A finding of this rule.
  static func finding(
    _ path: String, line: Int, as severity: Finding.Severity = .error, _ message: String,
    remedy: String
  ) -> Finding {
    Finding(
      rule: id, severity: severity, clause: clause, path: path, line: line, message: message,
      remedy: remedy, isAcrossDocuments: isAcrossDocuments)
  }

  /// A finding on the line of an entry of a document's front matter; on line 1 where it is absent.
  static func finding(
    _ document: Document, at key: String, as severity: Finding.Severity = .error,
    _ message: String, remedy: String
  ) -> Finding {
    finding(document.path, line: document.line(of: key), as: severity, message, remedy: remedy)
  }
}

/// An entry of the front matter, in documents of one kind or of all.
public struct Entry: Sendable {
  /// The kind; `nil` for all.
  let kind: DocumentKind?
  /// The key with its way there, such as `elements.purpose`.
  public let key: String

  static func any(_ key: String) -> Entry { Entry(kind: nil, key: key) }
  static func policy(_ key: String) -> Entry { Entry(kind: .policy, key: key) }
  static func objective(_ key: String) -> Entry { Entry(kind: .objective, key: key) }
  static func role(_ key: String) -> Entry { Entry(kind: .role, key: key) }

  /// Whether a key of a document of that kind is this entry or stands within it.
  func holds(_ key: String, in kind: DocumentKind?) -> Bool {
    guard self.kind == nil || self.kind == kind, key.hasPrefix(self.key) else { return false }
    return [nil, ".", "["].contains(key.dropFirst(self.key.count).first)
  }
}
