import Approvals
import Documents
public import Evidence
import Git
import Objects
import Rules

extension PolicyRepository {
  /// Verifies every decision, the ledger and the chain of governance; with `earlier`, also that all is
  /// here that this file of an earlier report or receipt, or this earlier pack, lists.
  public func verify(since earlier: String? = nil) throws -> VerificationReport {
    try verify(.clone, since: earlier, problems: { _ in [] })
  }

  /// The same of decisions that lie there; `problems` says what else is wrong, in sentences.
  func verify(
    _ subject: VerificationReport.Subject, since earlier: String?,
    problems: (Ledger) throws -> [String]
  ) throws -> VerificationReport {
    let head = try head()
    let governanceFile = try governanceFile(of: head)
    let since = try earlier.map { try EarlierReport.read($0, surroundings) }
    let recollection = try recollection(of: head, listed: since?.valid ?? [])
    let ledger = recollection.ledger
    if let earlier, let theirs = since?.repository, let ours = ledger.root, theirs != ours {
      throw Refusal(
        .couldNot, "\(earlier) is about another repository: \(theirs); this one is \(ours)",
        remedies: "name a report of this one",
        "if it was one of this one, somebody exchanged the repository: ask whoever keeps the policies"
      )
    }
    // Who changed which text is asked for the dates of approvals, and takes long to find out again.
    defer { rememberObjects() }
    return try report(
      on: recollection, of: subject, head, governanceFile, since: since,
      problems: problems(ledger))
  }

  /// What is to be said of all decisions; `governanceFile` is that of HEAD, if there is one, `known` what is
  /// to be known of the documents, where that was found out already.
  func report(
    on recollection: Recollection, of subject: VerificationReport.Subject = .clone, _ head: Head?,
    _ governanceFile: [UInt8]?, since: EarlierReport? = nil, problems: [String] = [],
    observations known: [Observation]? = nil
  ) throws -> VerificationReport {
    let ledger = recollection.ledger
    let (observations, unobserved) =
      known.map { ($0, notes: []) } ?? observationsIfAny(head, ledger)
    return VerificationReport(
      header(ledger, head), of: subject, ledger: ledger,
      doubtful: try ledger.doubtful(history: history),
      datedBeforeText: try ledger.datedBeforeText(history: history),
      refusals: problems + Self.problems(of: governanceFile, ledger),
      memory: VerificationReport.Memory(
        decisions: Set(recollection.memory.decisions.keys), path: recollection.path),
      since: since, observations: observations,
      notes: notes(on: recollection) + git.substitutions.map(\.note) + unobserved)
  }

  /// What is to be known of the documents. Where that cannot be found out, the decisions are verified all
  /// the same, and a note says so.
  private func observationsIfAny(_ head: Head?, _ ledger: Ledger) -> (
    [Observation], notes: [String]
  ) {
    do {
      return (try observations(head, ledger, reading: .objectives), [])
    } catch {
      return (
        [],
        ["What else is to be known of the documents could not be found out: writ status says why."]
      )
    }
  }

  /// What is wrong with the people and rules that HEAD holds, in sentences.
  private static func problems(of governanceFile: [UInt8]?, _ ledger: Ledger) -> [String] {
    guard let governanceFile else {
      return [
        "There is no writ.yaml that can be read in the last saved state: bring it back from the history."
      ]
    }
    let parsed = Governance.parse(governanceFile)
    let contradictions =
      parsed.governance?.contradictions(to: ledger.chain.map(\.governance)) ?? []
    return (parsed.problems + contradictions).map {
      "writ.yaml is refused: line \($0.line): \($0.message)."
    }
  }

  /// What is to be said of the user's memory, in sentences. Who says that it was damaged is who mends
  /// it, so that it is said, and said once.
  private func notes(on recollection: Recollection) -> [String] {
    guard surroundings.remembersWhatIsFound else { return [] }
    var failure = recollection.failure
    var notes: [String] = []
    if failure != nil || recollection.memory.isDamaged,
      let store = recollection.ledger.root.flatMap(memoryStore)
    {
      do {
        if let aside = try store.mend() {
          notes.append(
            "The file in which this computer keeps what it had found sound was damaged. It lies at "
              + "\(aside) now. Decisions that could be read in it, and are kept: "
              + "\(recollection.memory.decisions.count). Whatever else was in it is forgotten.")
          failure = nil
          remember(recollection.ledger)
        }
      } catch { failure = Self.failure(error) }
    }
    if let failure {
      notes.append("What was found sound could not be remembered: \(failure).")
    }
    return notes
  }
}

extension Substitution {
  /// What is to be known of it, in a sentence.
  fileprivate var note: String {
    switch self {
    case .replacements:
      "This copy shows stock Git other objects in the place of some (refs/replace). Here the objects "
        + "themselves are read. To see what is replaced: git replace -l"
    case .grafts:
      "This copy shows stock Git another history than its commits tell (info/grafts). Here the commits "
        + "themselves are read. To be rid of it, remove the file."
    case .alternates:
      "This copy takes objects from another folder (objects/info/alternates). They are checked like its "
        + "own, but are gone when that folder is: before you pass this copy on, run git repack -a -d."
    }
  }
}
