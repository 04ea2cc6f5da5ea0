import Documents
import Objects

/// An objective has a due date, and its milestones lead up to it in order.
enum ObjectiveDueDate: Rule {
  static let id = "OBJ-12"
  static let clause = "6.2 k"
  static let entries: [Entry] = [.objective("due"), .objective("milestones")]
  static let manual = Manual(
    "An objective has a due date, and its milestones lead up to it in order",
    why: "Without a day an objective is never late. Milestones show early whether it will be.",
    checks: [
      .error("due is a date"), .error("each milestone has what and due"),
      .error("no milestone is due before the one above it, or after the objective"),
    ],
    mend: ["Write due: 2027-12-31, and put the milestones in the order of their days."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).flatMap { document, objective -> [Finding] in
      var last: CalendarDate?
      return objective.milestones.compactMap { milestone in
        guard let due = milestone.due else { return nil }
        defer { last = due }
        if let last, due < last {
          return finding(
            document.path, line: milestone.line,
            "this milestone is due on \(due), before the one above it",
            remedy: "put the milestones in the order of their days")
        }
        if let end = objective.due, due > end {
          return finding(
            document.path, line: milestone.line,
            "this milestone is due on \(due), after the objective itself (\(end))",
            remedy: "give one of the two another day")
        }
        return nil
      }
    }
  }
}
