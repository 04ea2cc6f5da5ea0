import Approvals
import Testing

@testable import Evidence

/// What a version of the people and rules changed, in sentences.
@Suite struct GovernanceChangesTests {
  private static let jane =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKdzkNse2S0w8+mJfki9sVL1zr3NnI+e+vI7LGOSIaCp"
  private static let janeName = "SHA256:DpzESPeYVq8MomU4zPLLzA8OtCnPRlxT/aX/ZGCEVnc"
  private static let bo =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB9ZrC4yz19/NNjxxnJUZ1n8PpdhJj92Bsn5N7FtpSM1"

  private static let first = """
    writ: 1
    id: governance
    version: 1.0
    organisation: {name: Example Ltd, scope: All of it}
    classifications: [public, internal]
    roles:
      chief-executive: {title: Chief Executive, top-management: true}
      board-member: {title: Board member}
      ciso: {title: Security Officer, responsible-for: [isms-conformity]}
    people:
      jane-doe: {name: Jane Doe, email: jane@example.org, roles: [chief-executive], keys: [{ssh: \(jane)}]}
      sam-lee: {name: Sam Lee, email: sam@example.org, roles: [ciso, board-member]}
    approval:
      - for: {id: governance}
        require: [2 of chief-executive board-member ciso]
      - for: {kind: policy, level: top}
        require: [1 of chief-executive, 1 of ciso board-member]
      - for: {}
        require: [1 of ciso]
    """

  private static let closing =
    "sha256:0000000000000000000000000000000000000000000000000000000000000000"

  /// The sentences for a file in which these texts are exchanged for others.
  private func sentences(_ edits: KeyValuePairs<String, String>) throws -> [String] {
    var text = Self.first
    for (old, new) in edits {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let old = try #require(Governance.parse(Array(Self.first.utf8)).governance)
    let parsed = Governance.parse(Array(text.utf8))
    let new = try #require(parsed.governance, "\(parsed.problems)")
    return GovernanceChanges(from: old, to: new).sentences
  }

  @Test func sayingTheSameOtherwiseIsNoChange() throws {
    #expect(
      try sentences([
        "version: 1.0": "version: 1.1\nprevious: \(Self.closing)\ncloses: [\(Self.closing)]",
        "require: [2 of chief-executive board-member ciso]":
          "require: [1 of ciso board-member chief-executive, 1 of chief-executive ciso board-member]",
        "[ciso, board-member]": "[board-member, ciso]",
        "organisation:": "# Here\norganisation:",
      ]) == [])
  }

  @Test func peopleComeAndGo() throws {
    #expect(
      try sentences([
        "  sam-lee: {name: Sam Lee, email: sam@example.org, roles: [ciso, board-member]}":
          "  bo-berg: {name: Bo Berg, email: bo@example.org, roles: [ciso], keys: [{ssh: \(Self.bo)}]}\n"
          + "  kim-ray: {name: Kim Ray, email: kim@example.org, roles: []}"
      ]) == [
        "Sam Lee left, who was Security Officer and Board member.",
        "Bo Berg <bo@example.org> is new, as Security Officer, with the key "
          + "SHA256:RjttVjQMenjE0lO0lmjpDCY4vqYjlWUPe1bdZbABx3E (ssh-ed25519).",
        "Kim Ray <kim@example.org> is new, without a role, without a key.",
      ])
  }

  @Test func anotherPersonOfTheSameNameIsToldApart() throws {
    #expect(
      try sentences(["sam-lee: {name: Sam Lee": "sam-lee-2: {name: Sam Lee"]).map { $0.prefix(22) }
        == ["Sam Lee (sam-lee) left", "Sam Lee (sam-lee-2) <s"])
  }

  @Test(arguments: [
    ("Jane Doe", "Jane Roe", "Jane Doe is now called Jane Roe."),
    (
      "jane@example.org", "roe@example.org",
      "The address of Jane Doe is now roe@example.org; it was jane@example.org."
    ),
    ("[ciso, board-member]", "[ciso]", "Sam Lee is no longer Board member."),
    (
      "roles: [chief-executive]", "roles: [chief-executive, ciso]",
      "Jane Doe is now Security Officer."
    ),
    (
      ", keys: [{ssh: \(jane)}]", "",
      "The key \(janeName) (ssh-ed25519) of Jane Doe was taken out."
    ),
    (
      "approval:",
      "revoked: [{key: \(janeName), reason: retired, since: 2026-12-01T10:00:00Z}]\napproval:",
      "The key \(janeName) of Jane Doe is retired since 1 December 2026."
    ),
    (
      "approval:",
      "revoked: [{key: \(janeName), reason: compromised, since: 2026-12-01T10:00:00Z}]\napproval:",
      "The key \(janeName) of Jane Doe is compromised: somebody else may have it since 1 December "
        + "2026, 10:00 UTC."
    ),
    ("  ciso: {", "  auditor: {title: Auditor}\n  ciso: {", "The role Auditor is new."),
    (
      "title: Security Officer", "title: CISO", "The role Security Officer is now called CISO."
    ),
    (
      "Board member}", "Board member, top-management: true}",
      "The role Board member now belongs to top management."
    ),
    (
      ", responsible-for: [isms-conformity]", "",
      "The role Security Officer is no longer responsible for isms-conformity."
    ),
    (
      "[2 of chief", "[1 of chief",
      "Approving the people and rules now takes one of Chief Executive, Board member, Security "
        + "Officer; before: 2 of Chief Executive, Board member, Security Officer."
    ),
    (
      "1 of ciso board-member]", "all of ciso board-member]\n    retire: [1 of ciso]",
      "Approving top policies now takes the Chief Executive, and each of Security Officer, Board "
        + "member; before: the Chief Executive, and one of Security Officer, Board member."
    ),
    (
      "- for: {}", "- for: {kind: policy}\n    require: [1 of ciso]\n  - for: {}",
      "There is a new rule for policies, before that for every other document: approving takes the "
        + "Security Officer."
    ),
    (
      "require: [2 of", "recover: [1 of ciso]\n    require: [2 of",
      "Approving the people and rules where keys are lost now takes the Security Officer; before: "
        + "the same as else."
    ),
    (
      "approval:", "separation: {author-approves: never}\napproval:",
      "Who wrote a change may now approve it no more: that is for others."
    ),
    (
      "approval:", "separation: {self-appointment: allowed}\napproval:",
      "Who gains a role by a change of the people and rules may now approve it, alone too."
    ),
    (
      "[public, internal]", "[public, internal, secret]",
      "The steps of classification are now public, internal and secret; before: public and internal."
    ),
    ("Example Ltd", "Sample Ltd", "The organisation is now called Sample Ltd; it was Example Ltd."),
    (
      "scope: All of it", "scope: Half of it",
      "The management system now covers \"Half of it\"; before: \"All of it\"."
    ),
    (
      "roles:\n", "lost: [\(closing)]\nroles:\n",
      "1 lost decision is given up for good, and missed no more: \(closing)."
    ),
  ])
  func aChangeIsTold(_ old: String, _ new: String, _ sentence: String) throws {
    let found = try sentences([old: new])
    #expect(found.first == sentence)
  }

  @Test func aRuleThatIsGoneAndAnotherOrderAreTold() throws {
    #expect(
      try sentences([
        "  - for: {kind: policy, level: top}\n    require: [1 of chief-executive, 1 of ciso board-member]\n":
          ""
      ]) == [
        "The rule for top policies is gone, which was: approving takes the Chief Executive, and one "
          + "of Security Officer, Board member."
      ])
    #expect(
      try sentences([
        "{id: governance}": "{X}", "{kind: policy, level: top}": "{id: governance}",
        "{X}": "{kind: policy, level: top}",
      ]).last
        == "The rules stand in another order, and the first that fits decides: top policies, the "
        + "people and rules and every other document.")
  }

  @Test func aKeyOfADeviceMayBeAskedForMore() throws {
    let sk =
      "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIKdzkNse2S0w8+mJfki9sVL1zr3NnI+e+vI7LGOSIaCpAAAABHNzaDo="
    let before = Self.first.replacing("ssh: \(Self.jane)", with: "ssh: \(sk)")
    let after = before.replacing("\(sk)}", with: "\(sk), user-verification: required}")
    let old = try #require(Governance.parse(Array(before.utf8)).governance)
    let new = try #require(Governance.parse(Array(after.utf8)).governance)
    let sentences = GovernanceChanges(from: old, to: new).sentences
    #expect(sentences.count == 1)
    #expect(
      sentences.first?.hasSuffix(
        "of Jane Doe now counts only where it asked for a PIN or a finger, and in no browser.")
        == true)
  }
}
