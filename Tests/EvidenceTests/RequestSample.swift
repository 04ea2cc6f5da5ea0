import Documents
import Objects
import Testing

@testable import Approvals
@testable import Evidence
@testable import Rules

/// Requests as there may be.
enum RequestSample: String, CaseIterable {
  /// A new version of a policy, approved by one and sent back by another.
  case policy
  /// The first version of an objective.
  case first
  /// A change of the people and rules.
  case governance
  /// A text, names and comments by somebody who means harm.
  case hostile

  func request() throws -> ChangeRequest {
    switch self {
    case .policy: try policy()
    case .first: try first()
    case .governance: try governance()
    case .hostile: try hostile()
    }
  }

  // MARK: The samples

  private func policy() throws -> ChangeRequest {
    let old = try edition(Self.policyText, at: "policies/information-security.md")
    let text = Self.policyText.replacing("version: 1.0", with: "version: 2.0")
      .replacing("applies to staff", with: "applies to staff and suppliers")
      .replacing("## Exceptions", with: Self.suppliers + "## Exceptions")
    let new = try edition(text, at: old.path)
    let inForce = approved(old, [try decision(.approve, by: "jane-doe", on: old, day: 3)])
    let status = status(
      new, .partial, approvals: [try decision(.approve, by: "sam-lee", on: new, day: 260)],
      objections: [
        try decision(.reject, by: "bo-berg", on: new, day: 261, saying: "Who pays for this?")
      ], missing: ["one of Jane Doe (Chief Executive), Bo Berg (Board member)"], inForce: inForce)
    let changes = SectionChanges(
      facts: [
        .init(name: "version", old: "1.0", new: "2.0"),
        .init(name: "review-every", old: "24 months", new: "12 months"),
      ], head: [],
      sections: [
        .init(
          heading: "Scope", kind: .changed(was: "Reach", isMoved: true),
          lines: [.init(.removed, "a", place: 0)],
          words: words(
            "This policy applies to staff +and +suppliers. | It holds. | Always -and -ever.")),
        .init(
          heading: "Suppliers", kind: .added,
          lines: Self.suppliers.split(separator: "\n", omittingEmptySubsequences: false).map {
            .init(.added, String($0), place: 0)
          }, words: []),
        .init(
          heading: "Old rules", kind: .removed,
          lines: [
            .init(.removed, "## Old rules", place: 0), .init(.removed, "", place: 0),
            .init(.removed, "Nobody **runs**.", place: 0),
          ], words: []),
        .init(
          heading: "Purpose", kind: .changed(was: nil, isMoved: false),
          lines: [
            .init(.same, "We protect", place: 0), .init(.removed, "what  matters.", place: 0),
            .init(.added, "what matters.", place: 0),
          ], words: []),
      ], isNothing: false)
    return try request(
      Matter(
        status: status, bytes: Array(text.utf8), changes: (old.version, changes),
        changeNote: "Cover suppliers: Contract with Acme Cloud",
        findings: [
          finding(.warning, "POL-09", line: 33, "\"regularly\" says no measure", "say how often")
        ], warnings: ["Sam Lee wrote a part of it."]), due: CalendarDate("2026-12-01"))
  }

  private func first() throws -> ChangeRequest {
    let text = Self.objectiveText
    let edition = try edition(text, at: "objectives/tested-backups.md")
    return try request(
      Matter(
        status: status(edition, .draft, missing: ["Jane Doe (Chief Executive) and Sam Lee (CISO)"]),
        bytes: Array(text.utf8), changes: nil, changeNote: nil, findings: []),
      deciders: ["jane-doe", "sam-lee"])
  }

  private func governance() throws -> ChangeRequest {
    let new = Self.governanceText.replacing("version: 1.0", with: Self.second)
      .replacing("roles: [ciso]", with: "roles: [ciso, board-member]")
    let old = try edition(Self.governanceText, at: "writ.yaml")
    let edition = try edition(new, at: "writ.yaml")
    let before = try #require(old.governance)
    let after = try #require(edition.governance)
    let changes = SectionChanges(
      facts: [.init(name: "version", old: "1.0", new: "1.1")], head: [],
      sections: [
        .init(
          heading: "people", kind: .changed(was: nil, isMoved: false),
          lines: [
            .init(.removed, "  sam-lee: {roles: [ciso]}", place: 0),
            .init(.added, "  sam-lee: {roles: [ciso, board-member]}", place: 0),
          ], words: [])
      ], isNothing: false, governance: GovernanceChanges(from: before, to: after))
    return try request(
      Matter(
        status: status(
          edition, .draft, missing: ["2 of Jane Doe (Chief Executive), Bo Berg (Board member)"],
          inForce: approved(old, [])),
        bytes: Array(new.utf8), changes: (old.version, changes), changeNote: nil, findings: [],
        warnings: ["Sam Lee gains a role by it, so may not approve it alone."]),
      due: CalendarDate("2026-12-01"))
  }

  private func hostile() throws -> ChangeRequest {
    let evil = "</p></main><script>alert(1)</script><img src=x onerror=alert(1)>\u{202E}\""
    let text =
      Self.policyText.replacing(
        "title: Information Security Policy",
        with: "title: 'Policy \"onload=alert(1) &lt;b&gt; {{c}}'"
      ) + Self.hostileText
    let edition = try edition(text, at: "policies/information-security.md")
    let changes = SectionChanges(
      facts: [.init(name: evil, old: evil, new: evil)], head: [],
      sections: [
        .init(
          heading: evil, kind: .changed(was: evil, isMoved: false), lines: [],
          words: [.init(.added, evil), .init(.removed, evil), .init(.same, evil)]),
        .init(
          heading: evil, kind: .added,
          lines: [
            .init(.added, "# \(evil)", place: 0),
            .init(.added, evil, place: 0),
          ], words: []),
      ], isNothing: false)
    return try request(
      Matter(
        status: status(
          edition, .draft,
          objections: [try decision(.reject, by: "bo-berg", on: edition, day: 9, saying: evil)],
          missing: [evil]),
        bytes: Array(text.utf8), changes: (edition.version, changes), changeNote: evil,
        findings: [finding(.error, evil, line: 1, evil, evil)], warnings: [evil]),
      due: CalendarDate("2026-12-01"), organisation: evil, asker: evil)
  }

  // MARK: What they are made of

  private func edition(_ text: String, at path: String) throws -> Edition {
    try #require(Edition(Array(text.utf8), path: path))
  }

  private func people() throws -> Governance {
    try #require(Governance.parse(Array(Self.governanceText.utf8)).governance)
  }

  private func request(
    _ matter: Matter, due: CalendarDate? = nil, organisation: String = "Example Ltd",
    asker: String = "Pat Ray", deciders: [String] = ["jane-doe"]
  ) throws -> ChangeRequest {
    let governance = try people()
    return ChangeRequest(
      ReportHeader(
        repository: governance.digest, isRootPinned: true, isRootApproved: true, head: .zero,
        time: Self.time(day: 262)), matter: matter, organisation: organisation,
      asker: .init(name: asker, email: "pat@example.org"), due: due,
      branch: "change/\(matter.document)-\(matter.version)",
      commit: try #require(ObjectID(hex: "64848b1dd2a97645027f1b044bf13d3fbd402dd1")),
      missing: matter.status.missing,
      deciders: try deciders.map { id in
        let person = try #require(PersonID(id).flatMap(governance.person))
        return .init(person, in: try #require(person.roles.first))
      }, roles: governance.roles)
  }

  private func status(
    _ edition: Edition, _ state: DocumentState, approvals: [VerifiedStatement] = [],
    objections: [VerifiedStatement] = [], missing: [String],
    inForce: DocumentStatus.Approved? = nil
  ) -> DocumentStatus {
    DocumentStatus(
      edition: edition, state: state, reasons: [], flags: [], approvals: approvals,
      objections: objections, missing: missing, inForce: inForce,
      approved: inForce.map { [$0] } ?? [], retirement: nil, successor: nil)
  }

  private func approved(_ edition: Edition, _ approvals: [VerifiedStatement])
    -> DocumentStatus.Approved
  {
    DocumentStatus.Approved(
      edition: edition, met: Self.time(day: 2), from: Self.time(day: 2), approvals: approvals,
      reviews: [], openReview: [], openRetirement: [])
  }

  private func decision(
    _ decision: Decision, by name: String, on edition: Edition, day: Int64,
    saying comment: String = ""
  ) throws -> VerifiedStatement {
    let governance = try people()
    let id = try #require(PersonID(name))
    let person = try #require(governance.person(id))
    let role = try #require(person.roles.first.flatMap(governance.role))
    let key = try #require(person.keys.first?.name)
    let statement = Statement(
      subject: "", comment: comment, repository: governance.digest, governance: governance.digest,
      name: StatementName(
        document: edition.document, version: edition.version, decision: decision, person: id),
      path: edition.path, digest: edition.digest, role: role.id, key: key, seen: [])
    return VerifiedStatement(
      statement: statement, id: edition.digest, target: .zero, time: Self.time(day: day),
      edition: edition, person: person, role: role)
  }

  private func finding(
    _ severity: Finding.Severity, _ rule: String, line: Int, _ message: String, _ remedy: String
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, clause: "5.2", path: "policies/information-security.md",
      line: line, message: message, remedy: remedy, isAcrossDocuments: false)
  }

  /// Days since 1 March 2026.
  private static func time(day: Int64) -> Instant {
    Instant(seconds: 1_772_323_200 + day * 86_400 + 38_520)
  }

  /// Words: `+new`, `-gone`, `kept`; a bar ends a paragraph.
  private func words(_ text: String) -> [SectionChanges.Word] {
    text.split(separator: " ").map { word in
      switch word.first {
      case "+": .init(.added, String(word.dropFirst()))
      case "-": .init(.removed, String(word.dropFirst()))
      case "|": .init(.same, "")
      default: .init(.same, String(word))
      }
    }
  }

  static let governanceText = """
    writ: 1
    id: governance
    version: 1.0
    organisation: {name: Example Ltd, scope: All of it}
    classifications: [public, internal]
    roles:
      chief-executive: {title: Chief Executive, top-management: true}
      board-member: {title: Board member}
      ciso: {title: Chief Information Security Officer, responsible-for: [isms-conformity]}
    people:
      jane-doe: {name: Jane Doe, email: jane@example.org, roles: [chief-executive], keys: [{ssh: \(key("KdzkNse2S0w8+mJfki9sVL1zr3NnI+e+vI7LGOSIaCp"))}]}
      sam-lee: {name: Sam Lee, email: sam@example.org, roles: [ciso], keys: [{ssh: \(key("B9ZrC4yz19/NNjxxnJUZ1n8PpdhJj92Bsn5N7FtpSM1"))}]}
      bo-berg: {name: Bo Berg, email: bo@example.org, roles: [board-member], keys: [{ssh: \(key("PmvPePiCgAdfn2lSZmufEQRNrUxORbNGlNjJyWqjAAA"))}]}
    approval:
      - for: {id: governance}
        require: [2 of chief-executive board-member ciso]
      - for: {}
        require: [1 of ciso]

    """

  private static func key(_ end: String) -> String {
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\(end)"
  }

  private static let second = """
    version: 1.1
    previous: sha256:\(String(repeating: "0", count: 64))
    closes: [sha256:\(String(repeating: "1", count: 64))]
    """

  static let policyText = """
    ---
    id: information-security
    kind: policy
    level: top
    title: Information Security Policy
    version: 1.0
    language: en
    classification: public
    owner: ciso
    effective: 2026-03-03
    review-every: 12 months
    elements:
      purpose: {under: purpose, says: "protects the information"}
    availability: [website]
    ---

    # Information Security Policy

    ## Purpose

    This policy protects the information that our work depends on.

    ## Scope

    This policy applies to staff.

    ## Exceptions

    1. Ask [in writing](mailto:ciso@example.org).
    2. Wait.[^1]

    [^1]: See <https://example.org/exceptions>.

    """

  private static let suppliers = """
    ## Suppliers

    Suppliers sign a contract, see [exceptions](#exceptions) and the [procedure](suppliers.md).

    | Supplier | What we ask | How often | Who looks |
    |---|---|--:|---|
    | Cloud | a certificate | every 12 months | the owner of the service |

    - [x] Known
    - [ ] Audited


    """

  private static let objectiveText = """
    ---
    id: tested-backups
    kind: objective
    title: Tested backups
    version: 1.0
    language: de
    owner: ciso
    effective: 2027-01-01
    what: Every backup is restored once a year
    ---

    # Geprüfte Sicherungen

    Jede Sicherung wird einmal im Jahr zurückgespielt.

    """

  private static let hostileText = """

    </main></body></html><iframe src="https://evil.example"></iframe>

    <script>alert(1)</script>

    # Who decides <script>alert(1)</script>

    Nobody else <img src=x onerror=alert(1)> <svg/onload=alert(1)> needs to.

    ![a](https://evil.example/a.png) [b](javascript:alert(1)) [c](data:text/html,<script>d</script>)
    [e](file:///etc/passwd) [f](#why) <style>*{display:none}</style> <https://example.org/?a="b">

    \(String(repeating: "x", count: 200)) https://example.org/\(String(repeating: "y", count: 200))

    |\(String(repeating: " Column of a table |", count: 14))
    |\(String(repeating: "---|", count: 14))
    |\(String(repeating: " \(String(repeating: "z", count: 30)) |", count: 14))

    \(String(repeating: "> ", count: 200))deep

    \(String(repeating: "- ", count: 200))deep

    <meta http-equiv="refresh" content="0;url=https://evil.example"> [g]: h

    ```
    </code></pre><script>alert(1)</script> \(String(repeating: "word ", count: 60))
    ```

    a&#x202E;b&#x200B;c <!-- d

    e -->

    """
}
