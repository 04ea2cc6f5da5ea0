/// Who may not decide, or not alone, on what is their own.
struct Separations: Equatable, Sendable {
  /// What makes a decision one on what is one's own.
  enum Interest: CaseIterable {
    /// Having written the change.
    case authorship
    /// Gaining a role by it.
    case appointment

    /// Whether the ballot is cast by somebody with this interest.
    func concerns(_ ballot: Ballot) -> Bool {
      switch self {
      case .authorship: ballot.isAuthor
      case .appointment: ballot.isAppointee
      }
    }

    /// Who is missing where everybody who decided has it.
    var missing: String {
      switch self {
      case .authorship: "somebody who did not write this change"
      case .appointment: "somebody who gains no role by this change"
      }
    }
  }

  var authors: Separation = .allowed
  var appointees: Separation = .allowed

  /// Whoever decides, counts.
  static let none = Separations()

  /// Whether the ballot may fill a place.
  func admits(_ ballot: Ballot) -> Bool {
    !interests(where: .never).contains { $0.concerns(ballot) }
  }

  /// The interests that all of these have, though they must not be alone.
  func unmet(by ballots: [Ballot]) -> [Interest] {
    interests(where: .neverAlone).filter { ballots.allSatisfy($0.concerns) }
  }

  /// The interests that are treated so.
  private func interests(where separation: Separation) -> [Interest] {
    Interest.allCases.filter { interest in
      switch interest {
      case .authorship: authors == separation
      case .appointment: appointees == separation
      }
    }
  }
}
