import ArgumentParser
import Evidence
import Objects
import PolicyRepository

/// A walk through what awaits somebody: each text on a screen of its own, to be approved, sent back
/// or left for later.
struct Walk {
  private let deciding: Deciding
  private let acceptsWarnings: Bool
  private let isOffline: Bool
  private var receipts: [Receipt] = []
  private var shown: Set<Digest> = []

  init(_ deciding: Deciding, acceptsWarnings: Bool, isOffline: Bool) {
    self.deciding = deciding
    self.isOffline = isOffline
    self.acceptsWarnings = acceptsWarnings
  }

  private var global: GlobalOptions { deciding.global }

  /// Goes on until nothing is left that was not shown, or the user breaks off.
  mutating func run() async throws {
    do {
      Terminal.outliveInterrupts()
      let surroundings = try global.surroundings()
      while true {
        // Anew each time: what was decided may let something else be decided, and time passes.
        let repository = try PolicyRepository(surroundings.at(Terminal.now))
        let inbox = try await inbox(repository)
        let next = inbox.items.first { !shown.contains($0.matter.digest) }
        guard let item = next else {
          if global.format == .json {
            let header = receipts.last?.header ?? inbox.header
            try global.printDone(DecisionReport(header, deciding.command, receipts: receipts))
          }
          return
        }
        shown.insert(item.matter.digest)
        try await decide(item, repository)
      }
    } catch {
      if let last = receipts.last, global.format == .json {
        try global.printDone(DecisionReport(last.header, deciding.command, receipts: receipts))
      }
      throw global.explanation(error, isRecording: receipts.isEmpty)
    }
  }

  private func inbox(_ repository: PolicyRepository) async throws -> Inbox {
    let noTerminal = Refusal(
      .usage, "nobody is there to be asked", remedies: "name the document: writ approve DOC",
      "see which await a decision: writ inbox")
    let inbox: Inbox
    do {
      inbox = try await repository.inbox(
        deciding.signing.signer, isFetching: shown.isEmpty && !isOffline)
    } catch let refusal as Refusal where refusal.kind == .no && !Terminal.canAsk {
      throw noTerminal
    }
    if shown.isEmpty {
      if !inbox.items.isEmpty && !Terminal.canAsk { throw noTerminal }
      deciding.show(inbox.cautions + inbox.count)
    }
    return inbox
  }

  /// Asks about one text until it is decided or left for later.
  private mutating func decide(_ item: Inbox.Item, _ repository: PolicyRepository) async throws {
    deciding.show("\n" + item.heading + item.matter.summary)
    let document = item.matter.document
    let commit = item.commit?.description
    let signer = deciding.signing.signer
    let question =
      item.isReview
      ? "\n  [r]ead  [s]till right  [l]ater  ? "
      : "\n  [r]ead  [c]hanges  [a]pprove  [s]end back  [l]ater  ? "
    while let answer = Terminal.ask(question) {
      let request: DecisionRequest
      switch (answer.lowercased().first, item.isReview) {
      case ("l", _): return
      case ("r", _):
        deciding.show(item.matter.text)
        continue
      case ("c", false):
        deciding.show(item.matter.changesInFull)
        continue
      case ("a", false):
        request = .approval(
          of: document, at: commit, by: signer, acceptsWarnings: acceptsWarnings)
      case ("s", false): request = .rejection(of: document, at: commit, by: signer)
      case ("s", true): request = .review(of: document, by: signer)
      default: continue
      }
      do {
        try await sign(request, item, repository)
        return
      } catch let refusal as Refusal where refusal.kind == .no {
        Terminal.talk(
          CommandError(
            refusal, isRecording: true, colours: Terminal.usesColours(global.color, for: .error)
          ).text)
      }
    }
    throw Refusal(.no, "you broke off", remedies: "go on later with: writ approve")
  }

  /// Prepares, shows and signs one decision.
  private mutating func sign(
    _ request: DecisionRequest, _ item: Inbox.Item, _ repository: PolicyRepository
  ) async throws {
    guard case .draft(let prepared) = try await repository.prepare(request),
      prepared.sheet.matter.digest == item.matter.digest
    else {
      throw Refusal(
        .no, "this was changed or decided since it was shown", remedies: "begin again: writ approve"
      )
    }
    let draft = try deciding.withReason(prepared)
    deciding.show("\n" + draft.sheet.declaration)
    try deciding.ask([draft])
    let receipt = try await repository.sign(draft, at: Terminal.now)
    receipts.append(receipt)
    if global.format == .text {
      try global.printDone(DecisionReport(receipt.header, deciding.command, receipts: [receipt]))
    }
  }
}
