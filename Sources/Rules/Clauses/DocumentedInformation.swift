import Approvals
import Documents
import Objects

/// What the evidence of clause 5.2 serves besides: control A.5.1 (policies for information security) and
/// clauses 7.5.2 and 7.5.3 (documented information) of ISO/IEC 27001:2022.
struct DocumentedInformation {
  private let facts: ClauseFacts

  init(_ facts: ClauseFacts) { self.facts = facts }

  var rows: [ClauseMatrix.Row] { [policies, created, controlled] }

  // MARK: Rows

  private var policies: ClauseMatrix.Row {
    let policies = facts.policies(.top) + facts.policies(.topic)
    var gaps = facts.errors(of: UsualSections.id, ParentPolicy.id) + facts.gaps(of: "A.5.1")
    if policies.isEmpty { gaps.append("No policy is in force.") }
    gaps.append(facts.noRecord(of: "acknowledgement", in: "records/acknowledgements.csv"))
    let isPolicy = { (status: DocumentStatus) in status.edition.kind == .policy }
    return ClauseMatrix.Row(
      clause: "A.5.1",
      requirement: "The policy and those on single topics are approved by management, published, "
        + "made known, acknowledged, and reviewed when due or when much has changed.",
      evidence: policies.map { policy in
        let review = policy.approved.reviews.last.map {
          "; reviewed, still right, on \($0.completed.day.inWords)"
        }
        return policy.evidence("\(policy.described)\(review ?? "").")
      }, gaps: gaps,
      weaknesses: facts.warnings(of: UsualSections.id, ParentPolicy.id)
        + facts.weaknesses(of: "A.5.1") + unapproved(isPolicy),
      toJudge: "Whether the topics are those that the organisation needs, and people keep to them.")
  }

  private var created: ClauseMatrix.Row {
    let documents = facts.all
    let newest = documents.map(\.approved.met.day).max()
    return ClauseMatrix.Row(
      clause: "7.5.2",
      requirement: "Documents bear what identifies them, have a fitting form, and are reviewed and "
        + "approved as suitable and adequate.",
      evidence: documents.isEmpty
        ? []
        : [
          ClauseMatrix.Evidence(
            (documents.count == 1
              ? "1 document is in force, approved"
              : "\(documents.count) documents are in force, each approved")
              + " by signature over its exact bytes, with title and version.", of: newest)
        ],
      gaps: facts.errors(of: UniqueID.id, DocumentFacts.id, CleanText.id, DerivedFacts.id)
        + facts.gaps(of: "7.5.2") + (documents.isEmpty ? ["No document is in force."] : []),
      weaknesses: facts.warnings(of: UniqueID.id, DocumentFacts.id, CleanText.id, UnknownKeys.id)
        + facts.weaknesses(of: "7.5.2") + unapproved { $0.edition.kind != .policy } + unreadable,
      toJudge: "Whether those who approved had read what they approved: ask them.")
  }

  private var controlled: ClauseMatrix.Row {
    var (gaps, weaknesses): ([String], [String]) = ([], [])
    switch facts.integrity {
    case .whole: break
    case .open(let why): weaknesses.append(why)
    case .broken(let what): gaps.append(what)
    }
    let rules = [
      ChangeNote.id, VersionStep.id, MinorChange.id, NewVersion.id, Links.id, Residue.id,
      ExternalSource.id, Retention.id, Classification.id, PublicDetail.id,
    ]
    for rule in rules {
      gaps += facts.errors(of: rule)
      weaknesses += facts.warnings(of: rule)
    }
    gaps += facts.gaps(of: "7.5.3")
    weaknesses += facts.weaknesses(of: "7.5.3")
    return ClauseMatrix.Row(
      clause: "7.5.3",
      requirement: "Documents are there where they are needed, are protected, and their changes, "
        + "distribution, keeping and disposal are controlled.",
      evidence: [
        ClauseMatrix.Evidence(
          "Every version and change is kept in Git. Decisions on them that hold: \(facts.decisions).",
          of: facts.all.map(\.approved.from.day).max())
      ], gaps: gaps, weaknesses: weaknesses,
      toJudge: "Who can read and change the repository, and what becomes of copies outside it.")
  }

  // MARK: What speaks against them

  /// The files that should be documents and are none.
  private var unreadable: [String] {
    UnreadFile.sentences(on: facts.unread.filter { $0.reason == .unreadable })
  }

  /// The documents of which nothing is in force, and which have not left force either.
  private func unapproved(_ isMeant: (DocumentStatus) -> Bool) -> [String] {
    facts.documents.filter { status in
      isMeant(status) && status.inForce == nil && status.edition.document != .governance
        && [.draft, .partial, .rejected, .conflict, .indeterminate].contains(status.state)
    }.map { status in
      "\(status.edition.title) \(status.edition.version) is not in force: \(Self.words(status.state))."
    }
  }

  private static func words(_ state: DocumentState) -> String {
    switch state {
    case .draft: "nobody has approved it yet"
    case .partial: "only some have approved it"
    case .rejected: "it was sent back"
    case .conflict: "two texts of one version are approved"
    default: "it cannot be told"
    }
  }
}
