import ArgumentParser
import Evidence
import Objects
import PolicyRepository

/// What all commands that decide have in common: show, ask once, sign, print the receipts.
struct Deciding {
  let command: String
  let global: GlobalOptions
  let signing: SigningOptions

  init(_ command: String, _ global: GlobalOptions, _ signing: SigningOptions) {
    self.command = command
    self.global = global
    self.signing = signing
  }

  /// Decides on each document for itself: one that is refused does not keep back the others.
  func run(_ requests: [DecisionRequest]) async throws {
    var outcome = DecisionOutcome()
    do {
      Terminal.outliveInterrupts()
      let repository = try PolicyRepository(try global.surroundings())
      let drafts = try await prepare(requests, repository, &outcome)
      if !drafts.isEmpty {
        outcome.explainFailures(global)
        try confirm(drafts)
      }
      for draft in drafts {
        let earlier = outcome.receipts
        await outcome.add(draft.sheet.matter.document) {
          if Terminal.isInterrupted { throw brokeOff(drafts) }
          return try await repository.sign(draft, at: Terminal.now, after: earlier)
        }
      }
    } catch {
      throw global.explanation(error, isRecording: true)
    }
    try outcome.finish(command, global)
  }

  private func prepare(
    _ requests: [DecisionRequest], _ repository: PolicyRepository, _ outcome: inout DecisionOutcome
  ) async throws -> [DecisionDraft] {
    var drafts: [DecisionDraft] = []
    for request in requests {
      do {
        switch try await repository.prepare(request, position: drafts.count) {
        case .decidedBefore(let receipt): outcome.receipts.append(receipt)
        case .draft(let draft): drafts.append(try withReason(draft))
        }
      } catch let refusal as Refusal where refusal.kind == .usage {
        throw refusal
      } catch {
        outcome.failures.append((request.document, error))
      }
    }
    return drafts
  }

  /// The draft with the reason that such a decision needs: asked for where it is missing.
  func withReason(_ draft: DecisionDraft) throws -> DecisionDraft {
    guard draft.lacksReason else { return draft }
    guard Terminal.canAsk else {
      throw Refusal(.usage, "such a decision needs a reason", remedies: "give it: --comment TEXT")
    }
    guard let reason = Terminal.ask(draft.sheet.questionForReason.plain), !reason.isEmpty else {
      throw Refusal(.no, "you gave no reason", remedies: later([draft]))
    }
    return try draft.saying(reason)
  }

  private func confirm(_ drafts: [DecisionDraft]) throws {
    if !(global.quiet && signing.yes) {
      for draft in drafts { show(draft.sheet.text) }
    }
    if Terminal.isInterrupted { throw brokeOff(drafts) }
    if signing.yes { return }
    guard Terminal.canAsk else {
      throw Refusal(
        .usage, "nobody is there to be asked", remedies: "decide in a terminal, or with --yes")
    }
    try ask(drafts)
  }

  func ask(_ drafts: [DecisionDraft]) throws { try Self.ask(drafts, later: later(drafts)) }

  /// Asks once: the answer is the version, or all of them in the order shown, so that it cannot be
  /// given unread by a habit of pressing a key.
  static func ask(_ drafts: [DecisionDraft], later: DisplayText) throws {
    let versions = drafts.map(\.sheet.matter.version.description).joined(separator: " ")
    let what = drafts.count == 1 ? "" : " all \(drafts.count)"
    let question: DisplayText =
      "\nKey: \(drafts.first?.keyName ?? "")\nType \(versions) to sign\(what): "
    guard let answer = Terminal.ask(question.plain) else {
      throw Refusal(.no, "you broke off", remedies: later)
    }
    guard answer == versions else {
      throw Refusal(.no, "you did not type \(versions)", remedies: later)
    }
  }

  private func brokeOff(_ drafts: [DecisionDraft]) -> Refusal {
    Refusal(.no, "you broke off", remedies: later(drafts))
  }

  private func later(_ drafts: [DecisionDraft]) -> DisplayText {
    let documents = drafts.map(\.sheet.matter.document.description)
    return "decide later with: writ \(command) \(documents.joined(separator: " "))"
  }

  func show(_ text: DisplayText) {
    Terminal.talk(text.rendered(colours: Terminal.usesColours(global.color, for: .error)))
  }
}

/// What came of each document so far.
struct DecisionOutcome {
  var receipts: [Receipt] = []
  var failures: [(document: DocumentID, error: any Error)] = []
  private var explained = 0

  /// Signs, and keeps what came of it.
  mutating func add(_ document: DocumentID, _ sign: () async throws -> Receipt) async {
    do { receipts.append(try await sign()) } catch { failures.append((document, error)) }
  }

  /// Says why documents were not decided on, as far as that was not said yet.
  mutating func explainFailures(_ global: GlobalOptions) {
    for (document, error) in failures.dropFirst(explained) {
      let error = CommandError(
        refusal(of: error), about: document,
        colours: Terminal.usesColours(global.color, for: .error))
      Terminal.talk(error.text)
    }
    explained = failures.count
  }

  /// Prints the receipts, and ends with the error of the first document that was not decided on.
  mutating func finish(_ command: String, _ global: GlobalOptions) throws {
    guard let failure = failures.first else {
      if let last = receipts.last {
        try global.printDone(DecisionReport(last.header, command, receipts: receipts))
      }
      return
    }
    if failures.count == 1 && receipts.isEmpty && explained == 0 {
      throw global.explanation(failure.error, isRecording: true)
    }
    explainFailures(global)
    let notRecorded = failures.filter { refusal(of: $0.error).kind != .recorded }
    if let last = receipts.last {
      let report = DecisionReport(
        last.header, command, receipts: receipts, notRecorded: notRecorded.map(\.document))
      do { try global.printDone(report) } catch is ExitCode {}
    } else if notRecorded.count == failures.count {
      Terminal.talk("  (nothing was recorded)\n")
    }
    throw refusal(of: failure.error).exitCode
  }

  private func refusal(of error: any Error) -> Refusal {
    Refusal(explaining: error, now: Terminal.now)
  }
}
