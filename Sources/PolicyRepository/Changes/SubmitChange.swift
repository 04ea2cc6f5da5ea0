import Approvals
import Documents
public import Evidence
import Files
import Git
public import Objects
import Programs
import Rules

extension PolicyRepository {
  /// Asks for decisions on the change whose branch is checked out: checks it, commits what is not yet,
  /// sends the branch where `isPushed`, and writes the request.
  ///
  /// `due` is the day by which an answer is wanted; it goes into the commit, where others see it. What
  /// has errors is not submitted: then nothing is committed, and the findings are the answer.
  public func submitChange(due: CalendarDate?, isPushed: Bool) async throws -> any Report {
    let change = try currentChange()
    let head = try head()
    let ledger = try ledger(of: head)
    if let due, due < surroundings.now.day {
      throw Refusal(.usage, "\(due) has passed", remedies: "name a day to come: --by DATE")
    }
    var file = try workingText(of: change, ledger)
    if try renewGovernance(file, ledger) { file = try workingText(of: change, ledger) }
    let pending = try await workingChanges()
    if let conflict = pending.first(where: \.isConflict) {
      throw Refusal(
        .no, "\(conflict.path) was left undecided by a merge",
        remedies: "put it right, then: git add \(conflict.path)")
    }
    let findings = try findings(in: change, pending: pending, head)
    if !findings.isYes { return UnsubmittedChange(header(ledger, head), findings: findings) }
    let note = try await note(on: change, file)
    try await save(change, pending, note, due: due)

    let submitted = try currentChange()
    let (request, target) = try request(for: submitted, note, ledger)
    let base = try mainBranch().start
    let errors = try check(.range(from: base.description, to: target.head.id.description))
    if !errors.isYes { return UnsubmittedChange(header(ledger, head), findings: errors) }
    let sending = isPushed ? try await send(submitted) : .notAsked
    let top = try workingFolder()
    try ignore(request.pageName)
    try Enclosure(top).replace(request.pageName, with: Array(request.page.utf8))
    let changed = try changedPaths(
      from: try git.mergeBase(of: target.head.id, with: [base]) ?? base, to: target.head.id)
    return SubmittedChange(
      request, page: request.pageName,
      besides: changed.filter { $0 != target.edition.path }.sorted(), sending: sending)
  }

  // MARK: What is asked

  /// People and rules name the newest decisions: those that were made since the draft was begun too. What
  /// somebody has decided on stays as it is. Gives whether the file was changed.
  private func renewGovernance(_ file: Snapshot.File, _ ledger: Ledger) throws -> Bool {
    guard file.path == DocumentFolders.governancePath, !ledger.chain.isEmpty,
      case .bytes(let before) = file.content, let edition = Edition(before, path: file.path)
    else { return false }
    guard try ledger.status(of: edition, history: history).approvals.isEmpty else { return false }
    let renewed = try GovernanceFile(before, following: Predecessors(ledger)).bytes
    guard renewed != before else { return false }
    try Enclosure(workingFolder()).replace(file.path, with: renewed)
    return true
  }

  /// The findings on what the change and the working folder have changed.
  private func findings(in change: Change, pending: [WorkingChange], _ head: Head?) throws
    -> CheckReport
  {
    let base = try git.mergeBase(of: change.tip, with: [try mainBranch().start])
    var touched = Set(pending.map(\.path))
    if let base { touched.formUnion(try changedPaths(from: base, to: change.tip)) }
    let files = try filesInWorkingFolder()
    let judging = touched.contains(DocumentFolders.governancePath) ? nil : touched
    let snapshot = Snapshot(files: files, judging: judging)
    let (findings, ledger) = try findings(in: snapshot, head: head)
    return CheckReport(
      ledger.map { header($0, head) } ?? header(head: head?.id), findings: findings,
      documents: snapshot.judgedCount { _ in true }, unjudged: UnjudgedFiles(snapshot.unjudged),
      isAboutChanges: true)
  }

  /// The text of the change as it lies in the working folder; refuses where it is not that of the
  /// change, and where nothing can be asked of it.
  private func workingText(of change: Change, _ ledger: Ledger) throws -> Snapshot.File {
    let (document, version) = (change.name.document, change.name.version)
    let file = try filesInWorkingFolder().first { file in
      guard case .bytes(let bytes) = file.content else { return false }
      return document == .governance
        ? file.path == DocumentFolders.governancePath
        : Document.parse(bytes, path: file.path).document?.id == document
    }
    guard let file, case .bytes(let bytes) = file.content,
      let edition = Edition(bytes, path: file.path)
    else {
      throw Refusal(
        .no, "\(document) is not here, or cannot be read, though \(change.name.branch) is about it",
        remedies: "see what is wrong: writ check", "or give the change up: writ change abandon")
    }
    guard edition.version == version else {
      throw Refusal(
        .no, "\(file.path) says version \(edition.version), but this is the change to \(version)",
        remedies: "write version: \(version) in it",
        "or open a change to that version: writ change open \(document)")
    }
    let status = try ledger.status(of: edition, history: history)
    if let reason = status.reasons.first, !settlesWhatIsMissing(edition, ledger) {
      throw undecidable(document, reason)
    }
    if status.approved.contains(where: { $0.edition.digest == edition.digest }) {
      throw Refusal(
        .no, "\(edition.title) \(version) is approved already",
        remedies: "bring it in: writ change land")
    }
    if let objection = status.objections.last {
      throw Refusal(
        .no,
        "\(objection.person.name) sent this very text back: \(objection.statement.comment)",
        remedies: "change the text, then: writ change submit")
    }
    return file
  }

  /// What is said of the change: in its text, or with the branch for the people and rules.
  private func note(on change: Change, _ file: Snapshot.File) async throws -> ChangeNote {
    if change.name.document == .governance {
      let kept = try await gitProgram().run(
        ["config", "--local", "branch.\(change.name.branch).description"], trusting: .user)
      let paragraphs = kept.output.split(separator: "\n\n").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }.filter { !$0.isEmpty }
      return try ChangeNote(
        summary: paragraphs.first ?? "Change people and rules",
        reason: paragraphs.count > 1 ? paragraphs.dropFirst().joined(separator: " ") : nil)
    }
    guard case .bytes(let bytes) = file.content else { return ChangeNote(of: nil, change.name) }
    return ChangeNote(of: Document.parse(bytes, path: file.path).document?.change, change.name)
  }

  // MARK: What is done

  /// Commits what is not committed yet; an empty commit where only the day by which is new.
  private func save(
    _ change: Change, _ pending: [WorkingChange], _ note: ChangeNote, due: CalendarDate?
  ) async throws {
    let isTold = try due == asking(for: change, from: mainBranch()).due
    guard !pending.isEmpty || (due != nil && !isTold) else { return }
    try await commit(pending, message: SubmitMessage.text(change.name, note, due: due))
  }

  private func request(for change: Change, _ note: ChangeNote, _ ledger: Ledger) throws
    -> (ChangeRequest, DecisionTarget)
  {
    guard let target = try text(of: change) else {
      throw Refusal(
        .no, "\(change.name.document) cannot be read as it was saved",
        remedies: "see what is wrong: writ check --commit HEAD")
    }
    let edition = target.edition
    let status = try ledger.status(of: edition, history: history)
    let awaited = try ledger.awaited(by: edition, at: target.head.id, history: history)
    let asking = try asking(for: change, from: mainBranch())
    let governance = try governance(of: ledger)
    let request = ChangeRequest(
      header(ledger, target.head),
      matter: try matter(
        status, target.bytes, findings(at: edition.path, in: target.head, ledger),
        note: edition.document == .governance ? note.words : nil, ledger),
      organisation: governance.organisation,
      asker: asking.asker,
      due: asking.due, branch: change.name.branch, commit: target.head.id,
      missing: awaited?.missing ?? status.missing,
      deciders: (awaited?.people ?? []).map { ChangeRequest.Decider($0.person, in: $0.role) },
      roles: governance.roles)
    return (request, target)
  }

  /// Sends the branch, and gives what the other side answers, for opening a request there say.
  ///
  /// That it is not sent undoes nothing: it is saved here, and can be sent again.
  private func send(_ change: Change) async throws -> SubmittedChange.Sending {
    let found: Remote?
    do { found = try await remote() } catch let refusal as Refusal {
      return .failed(refusal.message, remedies: refusal.remedies)
    }
    guard let remote = found else {
      return .failed(
        "there is no other repository to send it to",
        remedies: ["name one: git remote add origin ADDRESS"])
    }
    let ref = change.name.ref
    let answer = try await remote.send(["\(ref):\(ref)"], ["--set-upstream"])
    let told = answer.remarks
    if answer.isYes { return .sent(remote: remote.name, branch: change.name.branch, told: told) }
    var reason: DisplayText = "\(remote.name) did not take it: \(answer.complaint)"
    for line in told { reason.append("\n    \(line)") }
    return .failed(
      reason, remedies: ["if somebody else has sent work on it, take that over: git pull --rebase"])
  }

  /// Has Git leave the page out of what it calls new files here.
  private func ignore(_ page: String) throws {
    let (folder, path) = (Enclosure(git.commonFolder), "info/exclude")
    let line = "/request-*.html"
    let text: String
    do { text = String(decoding: try folder.read(path), as: UTF8.self) } catch {
      // Somebody keeps it elsewhere, or in a form of their own: that is not ours to write over.
      guard error.isMissing else { return }
      text = ""
    }
    guard !text.split(separator: "\n").contains(Substring(line)) else { return }
    let start = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    try folder.replace(path, with: Array((start + line + "\n").utf8))
  }
}

extension ChangeNote {
  /// What a text says of the version that it is.
  fileprivate init(of change: Document.Change?, _ name: ChangeName) {
    summary = change?.summary ?? "Version \(name.version)"
    reason = change?.reason
  }

  /// Both in one sentence.
  var words: String { [summary, reason].compactMap { $0 }.joined(separator: ": ") }
}
