public import Objects

/// What stands for each requirement of a clause of ISO/IEC 27001:2022, and what is missing.
///
/// Requirements are told by their number and in our own words: the text of the standard is copyrighted.
public struct ClauseMatrix: Sendable {
  /// How much of what a requirement asks for is there.
  public enum Verdict: String, Sendable {
    /// All that can be shown from here; whether it suffices is for a person to judge.
    case met
    /// Something weakens it.
    case partly
    /// Something that is asked for is not there.
    case gap

    /// As reports say it.
    public var words: String {
      switch self {
      case .met: "evidence complete"
      case .partly: "partly"
      case .gap: "gap"
      }
    }
  }

  /// Something that speaks for a requirement.
  public struct Evidence: Sendable {
    /// What it is, in a sentence.
    public let text: String
    /// The document that it is in, if it is in one.
    public let document: DocumentID?
    /// The very words, where it is words.
    public let quote: String?
    /// Of which day it is, as claimed.
    public let day: CalendarDate?

    init(
      _ text: String, in document: DocumentID? = nil, quote: String? = nil,
      of day: CalendarDate? = nil
    ) {
      self.text = text
      self.document = document
      self.quote = quote
      self.day = day
    }
  }

  /// One requirement.
  public struct Row: Sendable {
    /// The clause or control: `5.2 a`, `A.5.1`.
    public let clause: String
    /// What it asks for, in our own words.
    public let requirement: String
    /// What speaks for it.
    public let evidence: [Evidence]
    /// What is asked for and is not there, in sentences.
    public let gaps: [String]
    /// What weakens it, in sentences.
    public let weaknesses: [String]
    /// What a person still has to judge, in a sentence.
    public let toJudge: String

    /// How much is there.
    public var verdict: Verdict {
      !gaps.isEmpty ? .gap : !weaknesses.isEmpty ? .partly : .met
    }

    /// The day of the newest piece of evidence.
    public var newest: CalendarDate? { evidence.compactMap(\.day).max() }
  }

  /// A row for each requirement, in the order of the standard.
  public let rows: [Row]
  /// What is to be known of documents, and weighs on none of these requirements.
  public let besides: [Observation]

  /// The matrix of clause 5.2, with the controls and clauses that its evidence serves besides.
  public init(policyClause facts: ClauseFacts) {
    let rows = PolicyClause(facts).rows + DocumentedInformation(facts).rows
    self.rows = rows
    besides = facts.observations.filter { observation in
      observation.weight == .note || !rows.contains { $0.clause == observation.clause }
    }
  }
}
