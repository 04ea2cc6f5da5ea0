/// Nobody types what Git and signatures say: status, author, approver and the day of approval.
enum DerivedFacts: Rule {
  static let id = "DOC-13"
  static let clause = "7.5.3"
  static let manual = Manual(
    "Nobody types what Git and signatures say: status, author, approver and the day of approval",
    why: "What is typed can be wrong, and what is signed cannot be typed.",
    checks: [.error("there is no status, approved-by, approved-date or author")],
    mend: ["Take the entry out: Writ shows it from the history and the signed approvals."])
}
