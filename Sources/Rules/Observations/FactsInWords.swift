import Approvals
import Documents
import Objects

/// What the text says of itself, held against the day asked about and the people and rules in force.
extension ObservedDocument {
  /// Those that still matter: a text that has left force for good is not looked at any more.
  var factsThatMatter: [Observation] {
    guard !isPast else { return [] }
    let facts = [openPlaces, effectivePassed, noReviewInterval, outOfOrder] + objective + roles
    return facts.compactMap { $0 }.map { isInForce ? $0 : $0.weighing(.note) }
  }

  private var day: CalendarDate { circumstances.day }

  // MARK: Any document

  private var openPlaces: Observation? {
    guard let count = text?.openPlaces, count > 0 else { return nil }
    return observation(
      .fact(.openPlaces), .gap, "7.5.2",
      count == 1
        ? "In one place something is still to be filled in."
        : "In \(count) places something is still to be filled in.")
  }

  private var effectivePassed: Observation? {
    guard [.draft, .partial, .rejected].contains(status.state), let effective = edition.effective,
      effective < day
    else { return nil }
    return observation(
      .fact(.effectivePassed), .note, clause(of: edition),
      "It says that it is in force from \(effective.inWords), and is not approved.")
  }

  private var noReviewInterval: Observation? {
    guard edition.reviewEvery == nil, [.policy, .procedure, .role].contains(edition.kind) else {
      return nil
    }
    return observation(
      .fact(.noReviewInterval), .weakness, clauseOfReviews(of: edition),
      "It does not say when it is to be reviewed (review-every).")
  }

  private var outOfOrder: Observation? {
    guard status.approvals.contains(where: { circumstances.outOfOrder.contains($0.id) }) else {
      return nil
    }
    return observation(
      .fact(.outOfOrder), .weakness, clause(of: edition),
      "An approval was made apart from another decision of the same person, so its date is no "
        + "evidence of the order.")
  }

  // MARK: Objectives

  private var objective: [Observation?] {
    guard let objective = text?.document?.objective else { return [] }
    return [
      objective.due.flatMap { due in
        due < day
          ? about(
            .objectiveDue, .weakness,
            "It was to be reached by \(due.inWords); whether it was is not known here.") : nil
      },
      due(objective.milestones.map(\.due), "milestone").map {
        about(.milestoneDue, .note, $0)
      },
      due(objective.actions.map(\.due), "action").map { about(.actionDue, .note, $0) },
      firstJudging(objective).map { every, first in
        about(
          .resultNotRead, .note,
          "It was to be judged by \(first.inWords) and every \(every) since; this version reads no "
            + "results.")
      },
    ]
  }

  private func about(_ fact: Observation.Fact, _ weight: Observation.Weight, _ words: String)
    -> Observation
  {
    observation(.fact(fact), weight, "5.2 b", words)
  }

  /// How many of these had been due on the day asked about.
  private func due(_ days: [CalendarDate?], _ what: String) -> String? {
    let past = days.compactMap { $0 }.filter { $0 < day }
    guard let last = past.max() else { return nil }
    if days.count == 1 { return "Its \(what) was due on \(last.inWords)." }
    return
      "\(past.count) of its \(days.count) \(what)s \(past.count == 1 ? "was" : "were") due, the last on "
      + "\(last.inWords)."
  }

  /// How often it is to be judged, and when that was for the first time, if that day has passed.
  private func firstJudging(_ objective: Objective) -> (Interval, CalendarDate)? {
    guard isInForce, let start = status.inForce?.from.day, let every = objective.evaluation?.every
    else { return nil }
    let first = every.end(from: start)
    return first < day ? (every, first) : nil
  }

  // MARK: Roles

  private var roles: [Observation?] {
    guard isInForce, let governance = circumstances.governance else { return [] }
    if let written = edition.governance {
      let held = Set(written.people.flatMap(\.roles))
      let vacant = written.roles.filter { !held.contains($0.id) }.map(\.title)
      guard !vacant.isEmpty else { return [] }
      return [
        observation(
          .fact(.roleVacant), .weakness, "5.3",
          "\(vacant.count == 1 ? "A role is" : "\(vacant.count) roles are") held by nobody: "
            + "\(vacant.joined(separator: ", ")).")
      ]
    }
    guard edition.kind == .role,
      !governance.people.contains(where: { $0.roles.contains(edition.document) })
    else { return [] }
    let isKnown = governance.role(edition.document) != nil
    return [
      observation(
        .fact(.roleVacant), isKnown ? .gap : .weakness, "5.3",
        isKnown
          ? "Nobody holds this role by the people and rules in force."
          : "The people and rules in force do not name this role, so nobody is known to hold it.")
    ]
  }
}
