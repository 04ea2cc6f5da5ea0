import Documents

/// An objective says what is done to reach it, by whom and by when.
enum ObjectiveActions: Rule {
  static let id = "OBJ-09"
  static let clause = "6.2 h"
  static let entries: [Entry] = [.objective("actions")]
  static let manual = Manual(
    "An objective says what is done to reach it, by whom and by when",
    why: "An objective without actions is a wish.",
    checks: [.error("actions has at least one, each with what, who and due")],
    mend: ["Write actions: [{what: WHAT, who: ROLE, due: 2026-12-01}]."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.objective).filter { document, objective in
      objective.actions.isEmpty && !snapshot.isMalformed("actions", in: document)
    }.map { document, _ in
      finding(
        document, at: "actions", "nothing is done to reach the objective",
        remedy: "write actions: [{what: WHAT, who: ROLE, due: 2026-12-01}]")
    }
  }
}
