import Documents

/// The top policy commits to improving the management system continually.
enum ContinualImprovement: Rule {
  static let id = "POL-05"
  static let clause = "5.2 d"
  static let entries: [Entry] = [.policy("elements.improvement")]
  static let manual = Manual(
    "The top policy commits to improving the management system continually",
    why: "Threats and organisations change. A system that only keeps what it has falls behind, and "
      + "it is top management that must want more.",
    checks: ElementCheck<ContinualImprovement>.checks(of: .improvement),
    mend: ElementCheck<ContinualImprovement>.mend(.improvement))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<ContinualImprovement>(
      element: .improvement, words: "commit to continual improvement"
    ).findings(in: snapshot)
  }
}
