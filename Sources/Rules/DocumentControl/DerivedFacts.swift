/// Nobody types what Git and signatures say: status, author, approver and the day of approval.
enum DerivedFacts: Rule {
  static let id = "DOC-13"
  static let clause = "7.5.3"

  static func findings(in snapshot: Snapshot) -> [Finding] { problems(in: snapshot) }
}
