import Objects
import Starter
import Testing

@testable import Rules

/// A policy repository as it stands together, to be spoiled piece by piece.
struct Files {
  static let policyPath = "policies/information-security.md"

  var files: [String: String]
  var isGovernanceApproved = true

  /// The first policy as it is written where there is nothing yet, and the least `writ.yaml` that goes
  /// with it.
  init() throws {
    var facts = Starter.Facts(
      organisation: "Example Ltd", date: try #require(CalendarDate("2026-12-01")))
    facts.objectives = []
    let policy = try #require(
      Starter.text(
        kind: "policy", id: Starter.topPolicy, title: nil, usual: Starter.topPolicy, facts: facts))
    files = [Self.policyPath: policy, "writ.yaml": governance]
  }

  var policy: String {
    get { files[Self.policyPath] ?? "" }
    set { files[Self.policyPath] = newValue }
  }

  var snapshot: Snapshot {
    Snapshot(
      files: files.map { Snapshot.File(path: $0, content: .bytes(Array($1.utf8))) },
      isGovernanceApproved: isGovernanceApproved)
  }

  var findings: [Finding] { Rulebook.findings(in: snapshot) }

  /// The line on which the words stand, from 1.
  func line(of words: String, in path: String = Files.policyPath) -> Int? {
    files[path]?.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(words) }.map { $0 + 1 }
  }

  /// Exchanges a piece of the policy, which must be there.
  mutating func replace(_ piece: String, with other: String) throws {
    try #require(policy.contains(piece), "\(piece)")
    policy = policy.replacing(piece, with: other, maxReplacements: 1)
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
    ciso: {title: Chief Information Security Officer}
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
