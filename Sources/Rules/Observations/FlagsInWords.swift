import Approvals
import Objects

/// What flags say, in plain words: the one place, so that a further flag cannot be left out.
extension ObservedDocument {
  func observation(_ flag: DocumentFlag) -> Observation {
    let found =
      flag == .reviewOverdue
      ? observation(
        .flag(flag), weight(of: flag), clauseOfReviews(of: inForce), words(for: flag), of: inForce)
      : observation(.flag(flag), weight(of: flag), clause(for: flag), words(for: flag))
    // What is said of a text that is not in force takes nothing from what is.
    return flag.isAboutText && !isInForce ? found.weighing(.note) : found
  }

  /// The text in force, else the one that is looked at.
  private var inForce: Edition { status.inForce?.edition ?? edition }

  private func weight(of flag: DocumentFlag) -> Observation.Weight {
    switch flag {
    case .reviewOverdue: .gap
    case .authorApproved, .authorshipClaimed, .authorshipUnknown, .contested, .retroactive,
      .datedBeforeText:
      .weakness
    case .modified, .removed, .notMerged: status.inForce == nil && isPast ? .note : .weakness
    }
  }

  private func clause(for flag: DocumentFlag) -> String {
    flag.isAboutText ? clause(of: edition) : "7.5.3"
  }

  private func words(for flag: DocumentFlag) -> String {
    switch flag {
    case .modified:
      return "The text here differs from the one approved as version \(edition.version): give it a "
        + "version of its own."
    case .removed: return "The file is gone or cannot be read; what was approved still holds."
    case .authorApproved: return "Somebody who wrote it is among those who approved it."
    case .contested:
      let objections = status.objections.map { "\($0.inWords) sent it back\($0.reasonInWords)" }
      let what =
        objections.isEmpty
        ? "An approval was taken back" : objections.joined(separator: "; and ")
      return
        "Contested: \(what). Those who approved it had not seen that, so it has no effect: talk "
        + "to each other, then decide again."
    case .retroactive:
      let day = edition.effective?.inWords ?? "an earlier day"
      let met = status.approved.last { $0.edition.digest == edition.digest }?.met.day
      return "It says that it is in force from \(day), but was approved only "
        + (met.map { "on \($0.inWords)." } ?? "later.")
    case .authorshipClaimed:
      return "Who wrote it is known by e-mail address only, which anybody may write."
    case .authorshipUnknown:
      let commits = status.unknownAuthors.map { String($0.description.prefix(10)) }
      return
        "Who wrote a part of it is not known: the saved state that changed it names nobody in a way "
        + "that can be read (\(commits.joined(separator: ", ")))."
    case .datedBeforeText:
      return
        "An approval is dated before the newest change of the text that it approves: the date of one "
        + "of them is wrong."
    case .reviewOverdue:
      return status.inForce?.nextReview.map { "Its review was due by \($0.inWords)." }
        ?? "Its review is overdue."
    case .notMerged:
      guard let newest = status.approved.last, newest.edition.version > edition.version else {
        return "A version that is approved is not in the files here yet."
      }
      return
        "Version \(newest.edition.version) is approved, but not in the files here yet: whoever "
        + "keeps the policies must bring it in."
    }
  }
}
