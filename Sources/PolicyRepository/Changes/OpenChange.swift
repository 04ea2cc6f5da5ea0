import Approvals
import Documents
public import Evidence
import Files
import Git
public import Objects
import Programs
import Rules

/// How far the next version is from the one before.
public enum VersionStep: Sendable {
  /// A material change: (MAJOR+1).0.
  case major
  /// One that changes nothing that matters: MAJOR.(MINOR+1).
  case minor
}

/// What is said of a change when it is opened.
public struct ChangeNote: Sendable {
  let summary: String
  let reason: String?

  /// What is different, and why, on a line each.
  ///
  /// Throws a `Refusal` where one is empty or holds what no document may.
  public init(summary: String, reason: String?) throws {
    self.summary = try Self.line(summary, option: "--summary")
    self.reason = try reason.map { try Self.line($0, option: "--reason") }
  }

  private static func line(_ text: String, option: String) throws -> String {
    guard let normal = UnicodeNormalization.nfc(text), !normal.allSatisfy(\.isWhitespace),
      normal.unicodeScalars.allSatisfy({
        Characters.allowedInDocument($0) && $0 != "\n" && $0 != "\t"
      })
    else {
      throw Refusal(
        .usage, "\(option) says nothing, or holds a character that no document may hold",
        remedies: "say it in a few plain words, on one line")
    }
    return normal.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension PolicyRepository {
  /// Opens a change of a document: a branch of its own, on which version and change note are set.
  ///
  /// Starts at the newest state of the main branch that is known here. What was edited in the working
  /// folder before comes along. Commits nothing.
  public func openChange(of document: DocumentID, _ step: VersionStep, _ note: ChangeNote)
    async throws -> DoneReport
  {
    let top = try workingFolder()
    try refuseProgramsBeyondCommit()
    let head = try head()
    let ledger = try ledger(of: head)
    let main = try mainBranch()
    if try isOnDraft() {
      try await refuseWorkingChanges(
        remedy: "save or undo them first: git commit -a, or git restore FILE")
    }
    let start = Head(id: main.start, commit: try git.commit(main.start))
    let text = try textToChange(document, from: start, head)
    try Enclosure(top).refuseLinks(to: text.path)
    let draft = try draft(of: document, text, step, note, ledger)
    let name = ChangeName(document, draft.version)
    let others = try openChanges().filter { $0.name.document == document }
    if let taken = others.first(where: { $0.name == name }) { throw refusal(of: taken) }

    try await switchBranch(
      ["--no-track", "--create", name.branch, main.start.description],
      "the branch \(name.branch) cannot be made", "see what is in the way: git status")
    do {
      try Enclosure(top).replace(text.path, with: draft.bytes)
      if document == .governance { try await describe(name, note) }
    } catch {
      _ = try? await switchBranch(["-"], "")
      _ = try? await author(["branch", "--quiet", "-D", name.branch], "")
      throw error
    }
    return DoneReport(
      header(ledger, head), "change-open",
      text: opened(name, text.path, draft, main, others.map(\.name)),
      members: [
        "document": JSONValue(document), "version": JSONValue(draft.version),
        "from": JSONValue(draft.base?.edition.version), "branch": .string(name.branch),
        "path": .string(text.path),
      ])
  }

  // MARK: The text

  private struct TextToChange {
    let path: String
    let bytes: [UInt8]
  }

  private struct Draft {
    let version: Version
    let bytes: [UInt8]
    let base: DocumentStatus.Approved?
    /// The day from which it says that it is to hold.
    let effective: CalendarDate?
  }

  /// The document as the branch will begin with it: as it lies in the working folder where it was
  /// edited there, else as it stands in `start`.
  private func textToChange(_ document: DocumentID, from start: Head, _ head: Head?) throws
    -> TextToChange
  {
    let top = try workingFolder()
    let entries = try trees.documents(in: start.commit).filter { $0.document == document }
    guard entries.count <= 1 else {
      throw Refusal(
        .no,
        "two files say that they are \(document): \(entries.map(\.path).joined(separator: ", "))",
        remedies: "give one of them another id")
    }
    guard let entry = entries.first else {
      for file in try filesInWorkingFolder() {
        if case .bytes(let bytes) = file.content,
          Document.parse(bytes, path: file.path).document?.id == document
        {
          return TextToChange(path: file.path, bytes: bytes)
        }
      }
      throw try unknownDocument(document, in: start)
    }
    let committed = try head.flatMap { try trees.file(at: entry.path, in: $0.commit) }
    try Enclosure(top).refuseLinks(to: entry.path)
    let working = try? Enclosure(top).read(entry.path)
    let isEdited = try committed.map { try working != trees.bytes($0) } ?? false
    return TextToChange(
      path: entry.path, bytes: try isEdited ? working ?? [] : trees.bytes(entry.blob))
  }

  private func draft(
    of document: DocumentID, _ text: TextToChange, _ step: VersionStep, _ note: ChangeNote,
    _ ledger: Ledger
  ) throws -> Draft {
    let standing = try ledger.approvedVersions(of: document, history: history)
    if let reason = standing.reasons.first { throw undecidable(document, reason) }
    if document == .governance {
      try refuseDraft(isForPerson: false, ledger)
      let file = try GovernanceFile(
        text.bytes, following: Predecessors(ledger), asMajor: step == .major)
      return Draft(
        version: file.governance.version, bytes: file.bytes, base: standing.all.last,
        effective: nil)
    }
    guard let before = Document.parse(text.bytes, path: text.path).document else {
      throw Refusal(
        .no, "\(text.path) cannot be read", remedies: "see what is wrong: writ check \(text.path)")
    }
    let last = standing.all.last
    let version =
      last.map {
        step == .major ? $0.edition.version.next.major : $0.edition.version.next.minor
      } ?? before.version
    do throws(Problem) {
      var edited = try FrontMatterText(text.bytes)
      try edited.set(version: version)
      try edited.set(summary: note.summary, reason: note.reason)
      return Draft(
        version: version, bytes: edited.bytes, base: last, effective: before.effective)
    } catch {
      throw Refusal(
        .no, "\(text.path), line \(error.line): \(error.message)", remedies: "\(error.remedy)")
    }
  }

  /// Keeps the note where Git keeps what a branch is for, since `writ.yaml` has no place for it.
  private func describe(_ name: ChangeName, _ note: ChangeNote) async throws {
    try await author(
      [
        "config", "--local", "branch.\(name.branch).description",
        [note.summary, note.reason].compactMap { $0 }.joined(separator: "\n\n"),
      ], "what the change is for cannot be kept")
  }

  // MARK: Words

  private func refusal(of taken: Change) -> Refusal {
    let place = taken.local == nil ? " at \(taken.tracked.first?.remote ?? "")" : ""
    return Refusal(
      .no,
      "somebody has opened version \(taken.name.version) already: \(taken.name.branch)\(place)",
      remedies: "go on with it: git switch \(taken.name.branch)",
      "or give it up there first: writ change abandon")
  }

  private func opened(
    _ name: ChangeName, _ path: String, _ draft: Draft, _ main: MainBranch, _ others: [ChangeName]
  ) -> DisplayText {
    var text: DisplayText = ""
    let base: DisplayText =
      draft.base.map { base in
        let since: DisplayText =
          base.from > surroundings.now
          ? "in force from \(base.from.day.inWords)" : "in force since \(base.from.day.inWords)"
        return " from version \(base.edition.version) (\(since))"
      } ?? ": no version of it is approved yet"
    text.line("\("Opened", .good) \(name.branch)\(base).")
    text.line(
      name.document == .governance
        ? "Set in \(path): version \(draft.version), previous, closes."
        : "Set in \(path): version \(draft.version), change note.")
    if let effective = draft.effective, effective < surroundings.now.day, draft.base != nil {
      text.paragraph(
        "It still says effective: \(effective). Write the day from which this version is to hold.",
        indent: 0)
    }
    if main.hasParted, let tracked = main.tracked {
      text.paragraph(
        "Beware: \(main.name) here and \(tracked.name) have each gone their own way; this starts at "
          + "the one here.", indent: 0)
    }
    for other in others {
      text.paragraph(
        "Beware: version \(other.version) is being written as well, on \(other.branch).", indent: 0)
    }
    text.line("Edit the text, then:  writ change submit")
    return text
  }
}
