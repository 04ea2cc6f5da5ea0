import Documents

/// The top policy commits to improving the management system continually.
enum ContinualImprovement: Rule {
  static let id = "POL-05"
  static let clause = "5.2 d"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    ElementCheck<ContinualImprovement>(
      element: .improvement, words: "commit to continual improvement"
    ).findings(in: snapshot)
  }
}
