public import Documents
public import Objects
public import Signatures

/// The governance file, `writ.yaml`: who may decide what, with which keys (`docs/formats.md`, 3).
public struct Governance: Sendable {
  /// The digest of the file's exact bytes.
  public let digest: Digest
  /// Its version.
  public let version: Version
  /// The governance file before this one; `nil` in the first.
  public let previous: Digest?
  /// The leaves of the ledger when this version was drafted: what counts as decided before it.
  public let closes: [Digest]
  /// Statements that are missing for good, and missed no more.
  public let lost: [Digest]
  /// The name of the organisation.
  public let organisation: String
  /// What the management system covers, in words.
  public let scope: String
  /// The classification scale, lowest first.
  public let classifications: [String]
  /// The roles, in the order of the file.
  public let roles: [Role]
  /// The people, in the order of the file.
  public let people: [Person]
  /// The approval rules, in the order of the file: the first that fits decides.
  public let rules: [ApprovalRule]
  /// Whether authors may approve what they wrote.
  public let authorApproves: Separation
  /// Whether those may approve a new version of this file who gain a role by it.
  public let selfAppointment: Separation
  /// The keys that may not decide any more, in the order of the file.
  public let revoked: [Revocation]

  /// The title that statements about the file carry.
  public var title: String { "Governance of \(organisation)" }

  /// The role of that name.
  public func role(_ id: RoleID) -> Role? { roles.first { $0.id == id } }

  /// The person of that name.
  public func person(_ id: PersonID) -> Person? { people.first { $0.id == id } }

  /// Whose key it is, if it is registered.
  public func owner(of key: KeyName) -> Person? {
    people.first { $0.key(named: key) != nil }
  }

  /// Whose signature it is: the key is registered, and a security key says what it has to.
  public func signer(_ key: KeyName, _ assertion: Assertion?) -> Person? {
    people.first { person in
      person.key(named: key).map { $0.objection(to: assertion) == nil } ?? false
    }
  }

  /// Why a key may not decide any more; nothing for one that may.
  public func revocations(of key: KeyName) -> [Revocation] { revoked.filter { $0.key == key } }

  /// Whether the key is registered, and not marked as one that may not decide any more.
  public func mayDecide(with key: KeyName) -> Bool {
    owner(of: key) != nil && revocations(of: key).isEmpty
  }

  /// The rule for a document; `nil` where none fits.
  public func rule(for document: DocumentID, kind: DocumentKind, level: DocumentLevel?)
    -> ApprovalRule?
  {
    rules.first { $0.fits(document, kind: kind, level: level) }
  }
}

/// A role of the organisation, such as its chief executive.
public struct Role: Hashable, Sendable {
  /// Its name in the files.
  public let id: RoleID
  /// Its title for people.
  public let title: String
  /// Whether who holds it belongs to top management.
  public let isTopManagement: Bool
  /// What who holds it answers for, such as `isms-conformity`.
  public let responsibleFor: [String]
  /// The line of `writ.yaml` on which it begins.
  public let line: Int
}

/// A person who may hold roles and decide.
public struct Person: Hashable, Sendable {
  /// The person's name in the files.
  public let id: PersonID
  /// The name for people.
  public let name: String
  /// The e-mail address, which stock tools know the person's keys by.
  public let email: String
  /// The roles held.
  public let roles: [RoleID]
  /// The keys.
  public let keys: [RegisteredKey]
  /// The line of `writ.yaml` on which the entry begins.
  public let line: Int

  /// The entry of that key.
  func key(named name: KeyName) -> RegisteredKey? { keys.first { $0.name == name } }

  /// Whether the key is registered for the person, or may be: an authority vouches for
  /// certificates that are not listed.
  func holds(_ key: KeyName) -> Bool {
    keys.contains { registered in
      if registered.name == nil, case .certificate = key { return true }
      return registered.name == key
    }
  }
}

/// A key in the registry.
public enum RegisteredKey: Hashable, Sendable {
  /// An SSH key that signatures can be verified with, and what is asked of it if it is a security
  /// key.
  case ssh(SSHPublicKey, AssertionPolicy = .presence)
  /// A key of a kind that this version cannot verify yet: how a statement would name it, if that
  /// can be told, and the kind in words.
  case unsupported(KeyName?, kind: String)

  /// What kind of key it is: the type of an SSH key as `.pub` files name it, `OpenPGP`,
  /// `certificate`.
  public var type: String {
    switch self {
    case .ssh(let key, _): key.type.rawValue
    case .unsupported(_, let kind): kind
    }
  }

  /// How a statement names the key; `nil` where an authority vouches for keys that are not listed.
  public var name: KeyName? {
    switch self {
    case .ssh(let key, _): .ssh(key.fingerprint)
    case .unsupported(let name, _): name
    }
  }

  /// What speaks against a signature under which the key says this; `nil` where it counts.
  func objection(to assertion: Assertion?) -> Issue? {
    guard case .ssh(_, let policy) = self, let assertion else { return nil }
    return policy.objection(to: assertion)
  }

  /// What the private half belongs to, whatever the key says of its use; `nil` where an authority
  /// vouches for keys that are not listed.
  var publicValue: [UInt8]? {
    switch self {
    case .ssh(let key, _): key.publicValue
    case .unsupported(let name, _): name.map { Array($0.description.utf8) }
    }
  }
}

/// That a key may not decide any more. It stays registered, so that whose decisions it made is
/// known.
public struct Revocation: Hashable, Sendable {
  /// Why.
  public enum Reason: String, Sendable {
    /// Its owner decides with another one.
    case retired
    /// Somebody else may have it.
    case compromised
  }

  /// The key.
  public let key: KeyName
  /// Why.
  public let reason: Reason
  /// Since when.
  public let since: Instant

  /// That the key may not decide since then.
  public init(key: KeyName, reason: Reason, since: Instant) {
    self.key = key
    self.reason = reason
    self.since = since
  }
}

/// Whether somebody may decide on what is their own.
public enum Separation: String, Sendable {
  /// Among those who decide there must be another.
  case neverAlone = "never-alone"
  /// Whose own it is fills no place.
  case never
  /// Anybody may.
  case allowed
}

/// What must come together for a document to be approved.
public struct ApprovalRule: Sendable {
  /// The document that it is for; `nil` for any.
  public let document: DocumentID?
  /// The kind that it is for, as written; `nil` for any.
  public let kind: String?
  /// The level that it is for, as written; `nil` for any.
  public let level: String?
  /// What must be filled.
  public let require: [Requirement]
  /// What must be filled for a minor version, where that differs.
  public let minor: [Requirement]?
  /// What must be filled for a review, where that differs.
  public let reaffirm: [Requirement]?
  /// What must be filled to retire a version, where that differs.
  public let retire: [Requirement]?
  /// What must be filled where too few keys are left to meet `require`; for governance only.
  public let recover: [Requirement]?
  /// The line of `writ.yaml` on which it begins.
  public let line: Int

  func fits(_ document: DocumentID, kind: DocumentKind, level: DocumentLevel?) -> Bool {
    (self.document ?? document) == document && (self.kind ?? kind.rawValue) == kind.rawValue
      && (self.level == nil || self.level == level?.rawValue)
  }

  /// What a rule is asked for.
  public enum Purpose: String, Sendable {
    /// To approve a version.
    case require
    /// To approve a version with the MAJOR of the one before.
    case minor
    /// To review a version.
    case reaffirm
    /// To retire a version.
    case retire
    /// To approve a version of the people and rules, where too few keys are left.
    case recover

    /// Whether it serves beside `require`, which need not be met then.
    var isAlternative: Bool { self == .minor || self == .recover }
  }

  /// What is asked for, for each purpose that is given.
  var given: [(purpose: Purpose, requirements: [Requirement])] {
    [(.require, require)]
      + [
        (Purpose.minor, minor), (.reaffirm, reaffirm), (.retire, retire), (.recover, recover),
      ].compactMap { purpose, requirements in requirements.map { (purpose, $0) } }
  }

  /// The places to fill.
  public func places(for purpose: Purpose) -> [Set<RoleID>] {
    let requirements =
      switch purpose {
      case .require: require
      case .minor: minor ?? require
      case .reaffirm: reaffirm ?? require
      case .retire: retire ?? require
      case .recover: recover ?? require
      }
    return requirements.flatMap(\.places)
  }
}
