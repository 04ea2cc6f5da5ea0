import Documents
public import Objects

/// One decision of one person on one version of one document: what the signature is over.
///
/// The form is the contract of `docs/formats.md`, section 4. Whatever is read here is written back
/// to the same bytes, or it is refused. A class, since one is held in many places.
public final class Statement: Hashable, Sendable {
  /// Another statement that the signer knew.
  public struct Seen: Hashable, Sendable, Comparable {
    /// Its identity: the digest of its payload.
    public let statement: Digest
    /// The tag name that it had.
    public let name: StatementName

    /// A statement known by this identity under this name.
    public init(statement: Digest, name: StatementName) {
      self.statement = statement
      self.name = name
    }

    /// By identity.
    public static func < (a: Seen, b: Seen) -> Bool { a.statement < b.statement }
  }

  /// The first line, which says in words what the rest says in fields.
  public let subject: String
  /// What the signer added; empty where they added nothing.
  public let comment: String
  /// The root: the digest of the first governance file.
  public let repository: Digest
  /// The digest of the governance file acted under.
  public let governance: Digest
  /// Document, version, decision and person.
  public let name: StatementName
  /// The path of the document in the tagged commit.
  public let path: String
  /// The digest of the document's exact bytes in the tagged commit.
  public let digest: Digest
  /// The statement undone, with a withdrawal only.
  public let withdraws: Digest?
  /// The role that the person acts in.
  public let role: RoleID
  /// The key that signs.
  public let key: KeyName
  /// What the signer knew, ascending by identity.
  public let seen: [Seen]

  /// The identities of all that the signer knew: what a withdrawal undoes, its signer has seen.
  public var known: Set<Digest> { Set(seen.map(\.statement)).union(withdraws.map { [$0] } ?? []) }

  /// A statement of these parts; `seen` is put in order.
  public init(
    subject: String, comment: String, repository: Digest, governance: Digest, name: StatementName,
    path: String, digest: Digest, withdraws: Digest? = nil, role: RoleID, key: KeyName, seen: [Seen]
  ) {
    self.subject = subject
    self.comment = comment
    self.repository = repository
    self.governance = governance
    self.name = name
    self.path = path
    self.digest = digest
    self.withdraws = withdraws
    self.role = role
    self.key = key
    self.seen = Set(seen).sorted()
  }

  /// Whether the two are the same bytes.
  public static func == (a: Statement, b: Statement) -> Bool {
    a === b || a.message.utf8.elementsEqual(b.message.utf8)
  }

  /// Hashes what tells nearly all apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(digest)
  }

  /// The first line that these parts call for.
  public static func subject(
    person: String, role: String, decision: Decision, title: String, version: Version
  ) -> String {
    "\(person), \(role), \(decision.verb) \(title) \(version)"
  }

  /// The message of the tag, up to the signature.
  public var message: String {
    var fields = [
      "Statement: 1", "Repository: \(repository)", "Governance: \(governance)",
      "Document: \(name.document)", "Version: \(name.version)", "Path: \(path)",
      "Digest: \(digest)", "Decision: \(name.decision.rawValue)",
    ]
    if let withdraws { fields.append("Withdraws: \(withdraws)") }
    fields += ["Person: \(name.person)", "Role: \(role)", "Key: \(key)"]
    fields += seen.map { "Seen: \($0.statement) \($0.name)" }
    return subject + "\n\n" + (comment.isEmpty ? "" : comment + "\n\n")
      + fields.map { "Writ-\($0)\n" }.joined()
  }

  /// Reads the message of a tag; throws `StatementProblem` where it is not byte for byte a
  /// statement, or disagrees with the tag's own name.
  public convenience init(_ tag: TagObject) throws(StatementProblem) {
    guard let name = StatementName(tag.name) else {
      throw StatementProblem("the tag's name is not that of a decision")
    }
    let text = tag.message
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard let first = lines.firstIndex(where: { $0.utf8.starts(with: "Writ-".utf8) }), first >= 2
    else {
      throw StatementProblem("it has no fields")
    }
    var fields = Fields(lines[first...])
    guard try fields.next("Statement") == "1" else {
      throw StatementProblem("it follows a version of the format that is not known here")
    }
    let repository = try fields.next("Repository", Digest.init(_:))
    let governance = try fields.next("Governance", Digest.init(_:))
    let document = try fields.next("Document", DocumentID.init(_:))
    let version = try fields.next("Version", Version.init(_:))
    let path = try fields.next("Path")
    let digest = try fields.next("Digest", Digest.init(_:))
    let decision = try fields.next("Decision") { Decision(rawValue: String($0)) }
    let withdraws = decision == .withdraw ? try fields.next("Withdraws", Digest.init(_:)) : nil
    let person = try fields.next("Person", PersonID.init(_:))
    let role = try fields.next("Role", RoleID.init(_:))
    let key = try fields.next("Key", KeyName.init(_:))
    var seen: [Seen] = []
    while fields.sees("Seen") { seen.append(try fields.next("Seen", Seen.init(field:))) }

    self.init(
      subject: String(lines[0]), comment: lines[1..<first].joined(separator: "\n").trimmed,
      repository: repository, governance: governance, name: name, path: String(path),
      digest: digest, withdraws: withdraws, role: role, key: key, seen: seen)

    guard
      (name.document, name.version, name.decision, name.person)
        == (document, version, decision, person)
    else { throw StatementProblem("its fields disagree with the tag's name") }
    guard DocumentFolders.isDocumentPath(self.path) || self.path == DocumentFolders.governancePath
    else {
      throw StatementProblem("it names a path where no document lives")
    }
    // Byte for byte: for strings, == takes some different letters for the same.
    guard message.utf8.elementsEqual(text.utf8), UnicodeNormalization.isNFC(text) else {
      throw StatementProblem("it is not written as a statement is")
    }
  }

  /// The fields at the end of a statement, in their order.
  private struct Fields {
    private var lines: ArraySlice<Substring>

    init(_ lines: ArraySlice<Substring>) { self.lines = lines }

    func sees(_ name: String) -> Bool { value(of: name) != nil }

    mutating func next(_ name: String) throws(StatementProblem) -> Substring {
      guard let value = value(of: name) else {
        throw StatementProblem("the field Writ-\(name) is missing or out of place")
      }
      lines.removeFirst()
      return value
    }

    /// The value of the next field, if it has that name.
    private func value(of name: String) -> Substring? {
      guard var rest = lines.first?.utf8 else { return nil }
      for part in ["Writ-", name, ": "] {
        guard rest.starts(with: part.utf8) else { return nil }
        rest = rest.dropFirst(part.utf8.count)
      }
      return Substring(rest)
    }

    mutating func next<Value>(_ name: String, _ read: (Substring) -> Value?)
      throws(StatementProblem) -> Value
    {
      guard let value = read(try next(name)) else {
        throw StatementProblem("the field Writ-\(name) does not hold what it should")
      }
      return value
    }
  }
}

extension Statement.Seen {
  fileprivate init?(field: Substring) {
    let parts = field.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard parts.count == 2, let statement = Digest(parts[0]), let name = StatementName(parts[1])
    else { return nil }
    self.init(statement: statement, name: name)
  }
}

extension String {
  /// Without the line feeds at both ends.
  fileprivate var trimmed: String {
    let start = drop { $0 == "\n" }
    return String(start.reversed().drop { $0 == "\n" }.reversed())
  }
}

/// A tag under `writ/` that is not a statement, and why.
public struct StatementProblem: Error, Hashable, Sendable {
  /// Why, in words.
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}
