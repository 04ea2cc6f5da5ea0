import Approvals
import Documents
import Objects
import Starter
import Testing

@testable import Rules

/// A policy repository as it stands together, to be spoiled piece by piece.
struct Files {
  static let policyPath = "policies/information-security.md"
  static let accessPath = "policies/access.md"
  static let procedurePath = "policies/joiners.md"
  static let objectivePath = "objectives/phishing.md"
  static let rolePath = "roles/ciso.md"

  /// What is found where nothing is spoilt: what this version of Writ cannot look up.
  static let standing = ["OBJ-02", "OBJ-04", "POL-04"]

  /// What is found where nothing is spoilt.
  static let found = (try? Files().findings) ?? []

  var files: [String: String]
  var isGovernanceApproved = true
  /// The approved versions of documents, oldest first, by path.
  var approved: [(path: String, text: String)] = []
  /// The documents that are out of force for good.
  var retired: Set<DocumentID> = []
  /// The paths to be judged; all where it is `nil`.
  var judged: Set<String>?
  /// What they are looked at for.
  var stage = Snapshot.Stage.submitted

  /// The first policy as it is written where there is nothing yet, a document of each other kind, and
  /// the least `writ.yaml` that goes with them.
  init() throws {
    var facts = Starter.Facts(
      organisation: "Example Ltd", date: try #require(CalendarDate("2026-12-01")))
    facts.objectives = []
    let policy = try #require(
      Starter.text(
        kind: "policy", id: Starter.topPolicy, title: nil, usual: Starter.topPolicy, facts: facts))
    files = [
      Self.policyPath: policy, Self.accessPath: access, Self.procedurePath: procedure,
      Self.objectivePath: objective, Self.rolePath: role, "writ.yaml": governance,
    ]
  }

  var policy: String {
    get { files[Self.policyPath] ?? "" }
    set { files[Self.policyPath] = newValue }
  }

  var snapshot: Snapshot {
    var snapshot = Snapshot(
      files: files.map { Snapshot.File(path: $0, content: .bytes(Array($1.utf8))) },
      judging: judged, stage: stage)
    snapshot.isGovernanceApproved = isGovernanceApproved
    snapshot.retired = retired
    for (path, text) in approved {
      let bytes = Array(text.utf8)
      let document = Document.parse(bytes, path: path).document
      let governance = path == "writ.yaml" ? Governance.parse(bytes).governance : nil
      guard let version = document?.version ?? governance?.version else { continue }
      if let governance { snapshot.chain.append(governance) }
      snapshot.approved[document?.id ?? .governance, default: []].append(
        ApprovedText(version: version, bytes: bytes, document: document))
    }
    return snapshot
  }

  var findings: [Finding] { Rulebook.findings(in: snapshot) }

  /// The line on which the words stand, from 1.
  func line(of words: String, in path: String = Files.policyPath) -> Int? {
    files[path]?.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(words) }.map { $0 + 1 }
  }

  /// Takes the role that owns all documents from everybody.
  mutating func dismissOfficer() {
    files["writ.yaml"] = files["writ.yaml"]?.replacing(
      "[chief-executive, ciso]", with: "[chief-executive]")
  }

  /// Takes writ.yaml as approved, and makes it the draft of the next version.
  mutating func draftGovernance() throws {
    let text = try #require(files["writ.yaml"])
    let digest = try #require(Governance.parse(Array(text.utf8)).governance?.digest)
    approved.append(("writ.yaml", text))
    try replace(
      "version: 1.0", with: "version: 1.1\nprevious: \(digest)\ncloses: []", in: "writ.yaml")
  }

  /// Exchanges a piece of a file, which must be there; of the top policy unless another is named.
  mutating func replace(_ piece: String, with other: String, in path: String = Files.policyPath)
    throws
  {
    let text = try #require(files[path])
    try #require(text.contains(piece), "\(piece)")
    files[path] = text.replacing(piece, with: other, maxReplacements: 1)
  }
}

private let governance = """
  writ: 1
  id: governance
  version: 1.0
  organisation: {name: Example Ltd, scope: Design and operation of Example Cloud}
  classifications: [public, internal, confidential]
  roles:
    chief-executive: {title: Chief Executive, top-management: true}
    ciso: {title: Chief Information Security Officer, responsible-for: [isms-conformity, isms-reporting]}
  people:
    jane-doe:
      name: Jane Doe
      email: jane@example.org
      roles: [chief-executive, ciso]
      keys:
        - ssh: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP/X6uBehspxsx4CwAvatyED0FsNCrCkahDeE4DCwip+
    sam-lee:
      name: Sam Lee
      email: sam@example.org
      roles: [chief-executive, ciso]
      keys:
        - ssh: ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIqdZ1wNLxHxJ48wHar5AzmrBRSpt85rk1Elu8xyOnl/C6cTvQtB4+nT6hox9/3df1HuUW0+/sooUSRvhzi9R88=
  approval:
    - for: {}
      require: [1 of chief-executive ciso]

  """

private let access = """
  ---
  id: access
  kind: policy
  level: topic
  parent: information-security
  title: Access Policy
  version: 1.0
  language: en
  classification: internal
  owner: ciso
  retention: 6 years
  change: {summary: First issue}
  ---

  # Access Policy

  It follows from the [policy above](information-security.md#principles).

  ## Scope

  This policy holds for everybody who works for us.

  ## Responsibilities

  Managers ask for access, and the Chief Information Security Officer grants it.

  ## Exceptions

  There are none.

  ## Breaches

  We look into each of them.

  """

private let procedure = """
  ---
  id: joiners
  kind: procedure
  implements: [access, information-security]
  title: Joiners and leavers
  version: 1.0
  language: en
  classification: internal
  owner: ciso
  retention: 6 years
  change: {summary: First issue}
  ---

  # Joiners and leavers

  See the [responsibilities](./access.md#responsibilities), [above](#joiners-and-leavers),
  [all roles](../roles/), the [rules](/writ.yaml), [this](https://example.org/x.md), and
  [another place](../docs/elsewhere.md).

  """

private let objective = """
  ---
  id: phishing
  kind: objective
  title: Fewer clicks
  version: 1.0
  language: en
  classification: internal
  owner: ciso
  statement: Fewer than one in twenty people click on a simulated phishing message
  level: department
  function: Sales
  policy: information-security
  metric: share of people who click
  unit: percent
  baseline: 12
  target: below 5
  requirements: [gdpr]
  owner-person: sam-lee
  resources: [two days a quarter, a tool]
  actions:
    - {what: Simulate, who: ciso, due: 2027-01-31}
  milestones:
    - {what: First result, due: 2027-02-28}
    - {what: Half way, due: 2027-06-30}
  due: 2027-12-31
  evaluation: {method: Count of clicks, by: ciso, every: 3 months}
  retention: 3 years
  change: {summary: First issue}
  ---

  # Fewer clicks

  We simulate, we count, we talk.

  """

private let role = """
  ---
  id: ciso
  kind: role
  title: Chief Information Security Officer
  version: 1.0
  language: en
  classification: internal
  owner: ciso
  responsibilities: [Keeps the management system conforming]
  authorities: [Stops a change that is not safe]
  reports-to: chief-executive
  retention: 3 years
  change: {summary: First issue}
  ---

  # Chief Information Security Officer

  """
