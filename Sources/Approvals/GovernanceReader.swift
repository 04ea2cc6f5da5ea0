public import Documents
import Objects
import Signatures

extension Governance {
  /// What came of reading a governance file.
  public struct Parsed: Sendable {
    /// The file; `nil` where it is refused.
    public let governance: Governance?
    /// Why it is refused, by line.
    public let problems: [Problem]
    /// What would make it hard to decide anything, by line.
    public let warnings: [Problem]
  }

  /// How many bytes of `writ.yaml` are read: 1 MiB.
  public static let byteLimit = 1 << 20

  /// How many roles the file may have.
  static let roleLimit = 200
  /// How many people the file may have.
  static let personLimit = 1000
  /// How many rules the file may have.
  static let ruleLimit = 200
  /// How many places a rule may ask for, whatever it is asked for: to approve, say.
  static let placeLimit = 100
  /// How many places all rules may ask for together.
  static let placesLimit = 1000

  /// Reads the bytes of `writ.yaml` (`docs/formats.md`, section 3).
  ///
  /// Anything unclear refuses the whole file: it decides who may approve what.
  public static func parse(_ bytes: [UInt8]) -> Parsed {
    let root: YAMLNode
    do {
      root = try StrictYAML.read(bytes, limit: byteLimit)
    } catch {
      return Parsed(governance: nil, problems: [error], warnings: [])
    }
    var reader = MappingReader(root)
    let governance = Governance(&reader, digest: Digest.sha256(of: bytes))
    let unknown = reader.problems.filter(\.isUnknownKey)
    let problems = reader.problems.filter { !$0.isUnknownKey }.sorted { $0.line < $1.line }
    guard let governance, problems.isEmpty else {
      return Parsed(governance: nil, problems: problems, warnings: unknown)
    }
    return Parsed(
      governance: governance, problems: [],
      warnings: (unknown + governance.weaknesses).sorted { $0.line < $1.line })
  }

  private init?(_ file: inout MappingReader, digest: Digest) {
    self.digest = digest
    for (key, remedy) in [
      ("writ", "write \"writ: 1\""), ("id", "write \"id: governance\""),
      ("version", "write \"version: 1.0\""),
      ("organisation", "write \"organisation: {name: …, scope: …}\""),
      ("classifications", "write \"classifications: [public, internal, confidential]\""),
      ("roles", "list the roles, each with a title"), ("people", "write \"people: {}\""),
      ("approval", "list who must approve what"),
    ] { file.require(key, remedy: remedy) }

    _ = file.value("writ", expecting: "1, the version of the format") { $0 == "1" ? 1 : nil }
    _ = file.value("id", expecting: "governance") { $0 == "governance" ? $0 : nil }
    let version = file.value("version", expecting: "a version such as 1.0") { Version($0) }
    previous = file.value("previous", expecting: "the digest of the file before this one") {
      Digest($0)
    }
    closes = file.values("closes", expecting: "digests of decisions") { Digest($0) }
    lost = file.values("lost", expecting: "digests of decisions") { Digest($0) }
    _ = file.value("standard", expecting: "iso27001:2022") { $0 == "iso27001:2022" ? $0 : nil }
    classifications = file.texts("classifications")
    let organisation = file.mapping("organisation") { entry -> (name: String, scope: String)? in
      entry.require("name", remedy: "write the organisation's name")
      entry.require("scope", remedy: "write what the management system covers")
      guard let name = entry.name("name"), let scope = entry.name("scope") else { return nil }
      return (name, scope)
    }
    self.organisation = organisation??.name ?? ""
    scope = organisation??.scope ?? ""
    // A role with a problem of its own is known, so that it makes no further problems.
    let known = Set((file.node("roles")?.mapping ?? []).compactMap { RoleID($0.key.text) })
    // Who writes more of them than any organisation has wants it to take long.
    let areFew = [
      file.isShort("roles", limit: Self.roleLimit), file.isShort("people", limit: Self.personLimit),
      file.isShort("approval", limit: Self.ruleLimit),
    ]
    guard areFew.allSatisfy({ $0 }) else { return nil }
    roles = file.roles()
    people = file.people(roles: known)
    rules = file.rules(roles: known)
    if rules.flatMap(\.given).flatMap(\.requirements).map(\.placeCount).reduce(0, +)
      > Self.placesLimit
    {
      file.refuse(
        "approval", "the rules ask for more than \(Self.placesLimit) places in all",
        remedy: "let a rule fit more documents, and ask for fewer people")
    }
    let separation = file.mapping("separation") { entry in
      (author: entry.separation("author-approves"), gain: entry.separation("self-appointment"))
    }
    authorApproves = separation?.author ?? .neverAlone
    selfAppointment = separation?.gain ?? .neverAlone
    revoked = file.mappings("revoked") { $0.revocation() }.compactMap { $0 }
    // What these hold matters to reports and tokens only; they are kept, not judged, here.
    _ = file.node("cadence")
    _ = file.node("timestamp")
    file.finish()

    guard let version else { return nil }
    self.version = version
    if version == Version(1, 0), previous != nil {
      file.refuse("previous", "the first version has none before it", remedy: "take the entry out")
    } else if version == Version(1, 0), !closes.isEmpty {
      file.refuse(
        "closes", "before the first version nothing was decided", remedy: "take the entry out")
    } else if version != Version(1, 0), previous == nil {
      file.require("previous", remedy: "name the digest of the version before this one")
    }
    refuseSharedKeys(&file)
  }

  private func refuseSharedKeys(_ file: inout MappingReader) {
    var owners: [[UInt8]: Person] = [:]
    for person in people {
      for key in person.keys {
        guard let name = key.name, let value = key.publicValue else { continue }
        if let owner = owners[value] {
          file.add(
            Problem(
              .value("people"), line: person.line,
              owner.id == person.id
                ? "the key \(name) stands twice"
                : "the key \(name) of \(owner.name) is given to \(person.name) too",
              remedy: "give every person keys of their own, each once"))
        }
        owners[value] = person
      }
    }
  }
}

extension Problem {
  fileprivate var isUnknownKey: Bool { if case .unknownKey = kind { true } else { false } }
}

extension MappingReader {
  fileprivate mutating func name(_ key: String) -> String? {
    value(key, expecting: "a name without <, > and outer spaces") {
      Characters.isName($0) ? $0 : nil
    }
  }

  fileprivate mutating func separation(_ key: String) -> Separation? {
    value(key, expecting: "never-alone, never or allowed") { Separation(rawValue: $0) }
  }

  /// Refuses a list or mapping of more entries than `limit`.
  fileprivate mutating func isShort(_ key: String, limit: Int) -> Bool {
    guard let node = node(key) else { return true }
    let count = node.sequence?.count ?? node.mapping?.count ?? 0
    guard count > limit else { return true }
    refuse(
      key, "\(key) has \(count) entries, more than the \(limit) that are read",
      remedy: "keep at most \(limit)")
    return false
  }

  fileprivate mutating func roles() -> [Role] {
    namedMappings("roles") { key, entry -> Role? in
      entry.require("title", remedy: "write what people call the role")
      let title = entry.name("title")
      let isTopManagement = entry.flag("top-management") ?? false
      _ = entry.flag("management")
      let responsibleFor = entry.texts("responsible-for")
      guard let id = entry.identifier(key), let title else { return nil }
      return Role(
        id: id, title: title, isTopManagement: isTopManagement, responsibleFor: responsibleFor,
        line: key.line)
    }.compactMap { $0 }
  }

  fileprivate mutating func people(roles known: Set<RoleID>) -> [Person] {
    namedMappings("people") { key, entry -> Person? in
      for (key, remedy) in [
        ("name", "write the person's name"), ("email", "write the person's e-mail address"),
        ("roles", "list the roles that the person holds"),
      ] { entry.require(key, remedy: remedy) }
      let name = entry.name("name")
      let email = entry.value("email", expecting: "one e-mail address such as jane@example.org") {
        Person.isEmail($0) ? $0 : nil
      }
      let roles = entry.values("roles", expecting: "roles of this file") { text in
        RoleID(text).flatMap { known.contains($0) ? $0 : nil }
      }
      let keys = entry.mappings("keys") { $0.registeredKey() }.compactMap { $0 }
      guard let id = entry.identifier(key), let name, let email else { return nil }
      return Person(id: id, name: name, email: email, roles: roles, keys: keys, line: key.line)
    }.compactMap { $0 }
  }

  private mutating func identifier(_ key: YAMLKey) -> Identifier? {
    if let id = Identifier(key.text) { return id }
    add(
      Problem(
        .value(key.text), line: key.line, "\"\(key.text)\" cannot name a person or role",
        remedy: "use \(Identifier.rule)"))
    return nil
  }

  private mutating func registeredKey() -> RegisteredKey? {
    let ssh = text("ssh")
    let openPGP = value("openpgp", expecting: "the full fingerprint, 40 upper-case hex digits") {
      text -> KeyName? in
      if case .openPGP? = KeyName(text) { KeyName(text) } else { nil }
    }
    let certificate = mapping("x509") { entry -> KeyName? in
      if entry.node("certificate") == nil {
        for key in ["ca", "email"] {
          entry.require(key, remedy: "or name one certificate: \"certificate: sha256:…\"")
        }
      }
      _ = entry.value("ca", expecting: "the digest of the authority's certificate") { Digest($0) }
      _ = entry.text("email")
      return entry.value("certificate", expecting: "the digest of the certificate") {
        Digest($0).map(KeyName.certificate)
      }
    }
    let policy = AssertionPolicy(
      requiresUserVerification:
        value("user-verification", expecting: "required") { $0 == "required" ? true : nil }
        ?? false,
      origins: values("origins", expecting: "web origins such as https://desk.example.org") {
        WebOrigin($0)
      })
    guard [ssh != nil, openPGP != nil, certificate != nil].filter({ $0 }).count == 1 else {
      if keys.isEmpty || ssh == nil && openPGP == nil && node("x509") == nil {
        require("ssh", remedy: "write \"ssh: \" and the line of the .pub file")
      } else {
        refuse("ssh", "two keys stand in one entry", remedy: "give each an entry of its own")
      }
      return nil
    }
    if openPGP != nil || certificate != nil { refuseAssertionPolicy() }
    if let openPGP { return .unsupported(openPGP, kind: "OpenPGP") }
    if let certificate { return .unsupported(certificate, kind: "certificate") }
    guard let ssh else { return nil }
    do throws(KeyError) {
      let key = try SSHPublicKey(text: ssh)
      if !key.type.isSecurityKey { refuseAssertionPolicy() }
      return .ssh(key, policy)
    } catch {
      if case .unsupported(let type) = error, let fingerprint = Fingerprint(ofKeyText: ssh) {
        return .unsupported(.ssh(fingerprint), kind: type)
      }
      refuse("ssh", "this key is refused: \(error)", remedy: error.remedy)
      return nil
    }
  }

  fileprivate mutating func revocation() -> Revocation? {
    for key in ["key", "reason", "since"] { require(key, remedy: "write it down") }
    let reason = value("reason", expecting: "retired or compromised") {
      Revocation.Reason(rawValue: $0)
    }
    let since = value("since", expecting: "a time such as 2026-05-01T00:00:00Z") {
      Instant(rfc3339: $0)
    }
    let key = value("key", expecting: "the fingerprint of a key") { KeyName($0) }
    guard let key, let reason, let since else { return nil }
    return Revocation(key: key, reason: reason, since: since)
  }

  private mutating func refuseAssertionPolicy() {
    for member in ["user-verification", "origins"] where node(member) != nil {
      refuse(
        member, "\(member) is asked of a key that is no security key",
        remedy: "take the entry out, or register a security key (sk-…@openssh.com)")
    }
  }

  fileprivate mutating func rules(roles known: Set<RoleID>) -> [ApprovalRule] {
    mappings("approval") { entry -> ApprovalRule? in
      entry.require("for", remedy: "write \"for: {}\" for any document")
      entry.require("require", remedy: "write \"require: [1 of ROLE]\"")
      let line = entry.line
      var document: DocumentID?
      var kind: String?
      var level: String?
      _ = entry.mapping("for") { fits in
        fits.requireKnown(["id", "kind", "level"])
        document = fits.value("id", expecting: "the id of a document") { DocumentID($0) }
        // A slip in either would leave the document to a weaker rule further down.
        kind = fits.value("kind", expecting: "a kind of documents such as policy") { text in
          DocumentKind(rawValue: text) != nil || DocumentKind.announced.contains(text) ? text : nil
        }
        level = fits.value("level", expecting: "top or topic") {
          DocumentLevel(rawValue: $0)?.rawValue
        }
      }
      let require = entry.requirements("require", known)
      let minor = entry.requirements(ifGiven: "minor", known)
      let reaffirm = entry.requirements(ifGiven: "reaffirm", known)
      let retire = entry.requirements(ifGiven: "retire", known)
      let recover = entry.requirements(ifGiven: "recover", known)
      guard !require.isEmpty else { return nil }
      return ApprovalRule(
        document: document, kind: kind, level: level, require: require, minor: minor,
        reaffirm: reaffirm, retire: retire, recover: recover, line: line)
    }.compactMap { $0 }
  }

  private mutating func requirements(ifGiven key: String, _ known: Set<RoleID>) -> [Requirement]? {
    node(key) == nil ? nil : requirements(key, known)
  }

  private mutating func requirements(_ key: String, _ known: Set<RoleID>) -> [Requirement] {
    if let node = node(key), node.sequence?.isEmpty == true {
      refuse(key, "\(key) asks for nobody", remedy: "write \(key): [1 of ROLE]")
    }
    guard isShort(key, limit: Governance.placeLimit) else { return [] }
    let requirements = values(
      key, expecting: "\"N of ROLE ROLE…\" or \"all of ROLE ROLE…\", with roles of this file"
    ) {
      Requirement($0).flatMap { requirement in
        requirement.roles.allSatisfy(known.contains) ? requirement : nil
      }
    }
    let places = requirements.map(\.placeCount).reduce(0, +)
    if places > Governance.placeLimit {
      refuse(
        key,
        "\(key) asks for \(places) places, more than the \(Governance.placeLimit) that a rule may",
        remedy: "ask for fewer people")
    }
    return requirements
  }
}

extension Person {
  /// Whether stock tools can know a key by this address: no pattern, no list, no quotes.
  public static func isEmail(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_'=/&%".utf8)
    return parts.count == 2 && text.utf8.count <= 254
      && parts.allSatisfy {
        !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.allSatisfy(plain.contains)
      }
  }
}
