import Approvals
import Documents
import Evidence
import Git
import Objects

/// The name of the branch on which a version of a document is written.
struct ChangeName: Hashable, Sendable {
  /// What the names of such branches begin with.
  static let prefix = "change/"

  let document: DocumentID
  let version: Version

  /// The branch, such as `change/information-security-2.0`.
  var branch: String { "\(Self.prefix)\(document)-\(version)" }
  /// Its whole name here.
  var ref: String { "refs/heads/\(branch)" }

  init(_ document: DocumentID, _ version: Version) {
    self.document = document
    self.version = version
  }

  /// Reads the name of a branch; `nil` for one of another form.
  init?(branch: some StringProtocol) {
    guard branch.hasPrefix(Self.prefix) else { return nil }
    let name = branch.dropFirst(Self.prefix.count)
    guard let hyphen = name.lastIndex(of: "-"),
      let document = DocumentID(String(name[..<hyphen])),
      let version = Version(name[name.index(after: hyphen)...])
    else { return nil }
    self.init(document, version)
  }
}

/// A change that is under way: a branch here, or one that was fetched.
struct Change {
  /// Where the branch stands at a remote, as far as it was fetched.
  struct Tracked {
    let remote: String
    let tip: ObjectID
  }

  let name: ChangeName
  /// The commit of the branch here; `nil` where it is only at a remote.
  let local: ObjectID?
  let tracked: [Tracked]
  /// The newest of these; where they have parted, the one here.
  let tip: ObjectID
}

/// Who asks for a decision, since when and by when: claims of a commit.
struct Asking {
  let asker: ChangeRequest.Asker
  let since: Instant
  let due: CalendarDate?
  /// What is different, and why, as the commit says.
  let note: String?
}

extension PolicyRepository {
  /// All changes under way, by document and version. A name of another form under `change/` is only a
  /// branch.
  func openChanges() throws -> [Change] {
    let local = try changes(under: Self.heads)
    var tracked: [ChangeName: [Change.Tracked]] = [:]
    for remote in try git.remotes() {
      for (name, tip) in try changes(under: "refs/remotes/\(remote)/") {
        tracked[name, default: []].append(Change.Tracked(remote: remote, tip: tip))
      }
    }
    let names = Set(local.keys).union(tracked.keys).sorted {
      ($0.document, $0.version) < ($1.document, $1.version)
    }
    return names.compactMap { name in
      let others = tracked[name] ?? []
      guard let start = local[name] ?? others.first?.tip else { return nil }
      // What a remote calls a branch may be no commit at all: then it is newer than nothing.
      let tip = others.map(\.tip).reduce(start) { newest, other in
        let base = newest == other ? nil : try? git.mergeBase(of: newest, with: [other])
        return base == newest ? other : newest
      }
      return Change(name: name, local: local[name], tracked: others, tip: tip)
    }
  }

  /// The branches of changes whose whole names begin with `folder`.
  private func changes(under folder: String) throws -> [ChangeName: ObjectID] {
    var changes: [ChangeName: ObjectID] = [:]
    for (rest, tip) in try branches(under: folder + ChangeName.prefix) {
      if let name = ChangeName(branch: ChangeName.prefix + rest) { changes[name] = tip }
    }
    return changes
  }

  /// The text that a change has come to; `nil` where the document is not in it, or cannot be read. Refuses
  /// where the commit or the folder itself cannot be.
  func text(of change: Change) throws -> DecisionTarget? {
    let head = Head(id: change.tip, commit: try git.commit(change.tip))
    guard head.commit.tree != nil else {
      throw Refusal(
        .couldNot, "its newest saved state, \(change.tip), names no files",
        remedies: "ask its author to commit it anew, with git")
    }
    let entries = try trees.documents(in: head.commit).filter {
      $0.document == change.name.document
    }
    if entries.isEmpty,
      let folder = try trees.files(in: head.commit).first(where: { $0.kind == .tree })
    {
      throw Refusal(
        .couldNot, "its folder \(folder.path) is not as Git writes one, too deep or too large",
        remedies: "ask its author to commit it anew, with git")
    }
    guard entries.count == 1, let entry = entries.first else { return nil }
    let bytes = try trees.bytes(entry.blob)
    guard let edition = Edition(bytes, path: entry.path) else { return nil }
    return DecisionTarget(head: head, bytes: bytes, edition: edition, undone: nil)
  }

  /// Who asks for decisions on what a change has come to.
  ///
  /// The day by which is the newest that a commit of the change names; `main` is the branch that it
  /// starts from, where that can be told.
  func asking(for change: Change, from main: MainBranch?) throws -> Asking {
    let tip = try git.commit(change.tip)
    let base = try main.flatMap { try git.mergeBase(of: change.tip, with: [$0.start]) }
    var due: CalendarDate?
    var note: String?
    var (id, commit) = (change.tip, tip)
    // A change has few commits of its own; where no main branch is known, the newest will do.
    for _ in 0..<200 where due == nil && id != base {
      let message = SubmitMessage(commit.messageText)
      due = message.due
      note = note ?? message.note(on: change.name)
      guard base != nil, let parent = commit.parents.first else { break }
      (id, commit) = (parent, try git.commit(parent))
    }
    return Asking(
      asker: ChangeRequest.Asker(
        name: tip.text(tip.author.name), email: tip.text(tip.author.address)),
      since: try git.time(of: change.tip), due: due, note: note)
  }

  /// The change whose branch is checked out; refuses on any other branch.
  func currentChange() throws -> Change {
    let branch = try git.branch()?.dropFirst("refs/heads/".count) ?? ""
    let changes = try openChanges()
    if let name = ChangeName(branch: branch),
      let change = changes.first(where: { $0.name == name && $0.local != nil })
    {
      return change
    }
    let own = changes.filter { $0.local != nil }.map(\.name.branch)
    throw Refusal(
      .no, "this is not a branch of a change: it is \(branch.isEmpty ? "none" : String(branch))",
      remedies: own.isEmpty
        ? "open one: writ change open DOC --major --summary TEXT"
        : "go to one: git switch \(own.joined(separator: ", git switch "))")
  }
}

/// The message of a commit by which a change was submitted.
struct SubmitMessage {
  /// The trailer that says by when a decision is asked for (`git-interpret-trailers(1)`).
  private static let key = "Decide-by: "

  private let paragraphs: [Substring]

  /// Reads the message of any commit.
  init(_ message: String) {
    paragraphs = message.split(separator: "\n\n").prefix(20).map { $0 }
  }

  /// The text of the message for a change.
  static func text(_ name: ChangeName, _ note: ChangeNote, due: CalendarDate?) -> String {
    ["\(subject(name))\(note.summary)", note.reason, due.map { "\(key)\($0)" }]
      .compactMap { $0 }.joined(separator: "\n\n")
  }

  /// The day that the last paragraph names; `nil` where it names none.
  var due: CalendarDate? {
    paragraphs.last.flatMap { $0.split(separator: "\n").last { $0.hasPrefix(Self.key) } }
      .flatMap { CalendarDate($0.dropFirst(Self.key.count)) }
  }

  /// What is different in the change, and why; `nil` where the message is not of this form.
  func note(on name: ChangeName) -> String? {
    guard let first = paragraphs.first, first.hasPrefix(Self.subject(name)) else { return nil }
    let words = [first.dropFirst(Self.subject(name).count)] + paragraphs.dropFirst()
    return words.filter { !$0.hasPrefix(Self.key) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: ": ")
  }

  private static func subject(_ name: ChangeName) -> String { "\(name.document) \(name.version): " }
}
