public import Objects
public import Signatures

/// Who made one change of a document, as far as the commit tells.
public struct ChangeAuthors: Hashable, Sendable {
  /// The key of the commit's signature, where that verifies.
  public let signer: Fingerprint?
  /// What that key says of who used it, if it is a security key.
  public let assertion: Assertion?
  /// All addresses of authors and committers: claims.
  public let emails: [String]
  /// The addresses of co-authors named in the message: claims.
  public let coAuthors: [String]
  /// The commit.
  public let commit: ObjectID
  /// When it was committed, as claimed; `nil` where that cannot be read.
  public let time: Instant?

  /// The authors of this commit.
  public init(
    signer: Fingerprint?, assertion: Assertion? = nil, emails: [String], coAuthors: [String],
    commit: ObjectID = .zero, time: Instant? = nil
  ) {
    self.signer = signer
    self.assertion = assertion
    self.emails = emails
    self.coAuthors = coAuthors
    self.commit = commit
    self.time = time
  }

  /// Whether the person's own key signed the change, by one of these versions of the people and rules.
  func areProved(by person: PersonID, of versions: [Governance]) -> Bool {
    owner(of: versions) == person
  }

  /// Whether the person is among them: by the key of the signature, else by address; co-authors
  /// always by address. A key or an address that the person had in one of these versions is theirs.
  func include(_ person: PersonID, of versions: [Governance]) -> Bool {
    let owner = owner(of: versions)
    if owner == person { return true }
    let claimed = Set((coAuthors + (owner == nil ? emails : [])).map { $0.lowercased() })
    return versions.contains { version in
      version.person(person).map { claimed.contains($0.email.lowercased()) } ?? false
    }
  }

  /// Whether it cannot be told who made the change: nobody's signature is on it, and no address. That
  /// bars nobody.
  func areUnknown(of versions: [Governance]) -> Bool {
    owner(of: versions) == nil && emails.isEmpty
  }

  private func owner(of versions: [Governance]) -> PersonID? {
    guard let signer else { return nil }
    return versions.lazy.compactMap { $0.signer(.ssh(signer), assertion) }.first?.id
  }
}

/// Gives the changes that led to a text, on the way back from a commit that holds it, stopping at
/// commits in which its file has one of the texts approved before.
public typealias ChangeHistory =
  (_ text: Edition, _ target: ObjectID, _ approved: Set<Digest>) throws -> [ChangeAuthors]
