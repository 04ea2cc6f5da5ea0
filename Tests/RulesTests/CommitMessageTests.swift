import Objects
import Rules
import Testing

private func message(_ text: String, mark: String? = "#") -> CommitMessage {
  CommitMessage(text, commentMark: mark)
}

@Suite struct CommitMessageTests {
  @Test(
    "The version is named as a word of its own",
    arguments: [
      ("Cover suppliers (1.1)", true), ("v1.1: cover suppliers", true), ("V1.1", true),
      ("Version 1.1.", true), ("information-security-1.1", true), ("Cover\n\nmore, 1.1", true),
      ("11.1", false), ("1.10", false), ("1.1.1", false), ("1,1", false), ("x1.1", false),
      ("", false), ("# 1.1", false), ("Signed-off-by: 1.1", false),
    ])
  func version(_ text: String, _ isNamed: Bool) {
    #expect(message(text).names(Version(1, 1)) == isNamed)
  }

  @Test(
    "A document is named by its whole id",
    arguments: [
      ("Take clear-desk out", true), ("Clear-desk: gone", true), ("not-clear-desk", false),
      ("clear-desk-2", false), ("clear desk", false),
    ])
  func document(_ text: String, _ isNamed: Bool) throws {
    let id = try #require(DocumentID("clear-desk"))
    #expect(message(text).names(id) == isNamed)
  }

  @Test(
    "A reason is more than the name of what changed",
    arguments: [
      ("Clear Desk 1.1: cover suppliers", true), ("1.1\n\nan audit found a gap", true),
      ("1.1 涵盖供应商", true), ("Über Lieferanten", true),
      ("1.1", false), ("Clear Desk, version 1.1", false), ("clear-desk 1.1", false),
      ("Update to 1.1", false), ("Update v1.0 to v1.1", false), ("", false),
      ("Update\n\nSigned-off-by: Pat Ray <pat@example.org>", false),
      ("Update\n# Please enter the commit message", false),
      ("Update\n# ------------------------ >8 ------------------------\ndiff of two words", false),
    ])
  func reason(_ text: String, _ isGiven: Bool) {
    #expect(message(text).givesReason(beside: ["clear-desk", "Clear Desk"]) == isGiven)
  }

  @Test("Comments are told by the mark that Git uses")
  func marks() {
    #expect(message("# cover suppliers", mark: ";").givesReason(beside: []))
    #expect(!message("; cover suppliers", mark: ";").givesReason(beside: []))
    #expect(!message("% cover suppliers", mark: nil).givesReason(beside: []))
  }

  @Test(
    "What Git writes by itself is known",
    arguments: [
      ("fixup! Cover suppliers", true), ("squash! x", true), ("amend! x", true),
      ("Revert \"x\"\n\nThis reverts commit 585fd64.", true),
      ("Reapply \"x\"\n\nThis reverts commit 585fd64.", true),
      ("Revert \"x\"", false), ("Revert x\n\nThis reverts commit 585fd64.", false),
      ("fixup the policy", false), ("", false),
    ])
  func byGit(_ text: String, _ isByGit: Bool) {
    #expect(message(text).isByGit == isByGit)
  }
}
