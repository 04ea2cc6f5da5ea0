import Approvals
import Documents
import Evidence
import Files
import Git
import Objects

/// A policy repository: where files, decisions and signatures meet.
///
/// Each use case has a file of its own; each gives a report or throws: `Refusal`, `GitError`,
/// `FileError`, `ProgramError`. Nothing here looks at terminal, environment, home folder or clock.
public final class PolicyRepository {
  let git: Repository
  let surroundings: Surroundings
  let trees: Trees
  let changes: DocumentChanges
  /// What was remembered of objects, and where; read when it is first asked for.
  private var recalled: (store: KnownObjectsStore?, known: KnownObjects)?

  /// Opens the repository around the current folder.
  public convenience init(_ surroundings: Surroundings) throws {
    self.init(try Repository(environment: surroundings.environment), surroundings)
  }

  /// The policies in this repository.
  init(_ git: Repository, _ surroundings: Surroundings) {
    self.surroundings = surroundings
    self.git = git
    trees = Trees(git)
    changes = DocumentChanges(git, trees)
  }

  /// The commit that the question is about: HEAD, or what it was as of another time.
  struct Head {
    let id: ObjectID
    let commit: CommitObject
  }

  /// HEAD as of the time asked about; `nil` before the first commit.
  ///
  /// What was merged later was not there yet, however early it was written: so only first parents are
  /// followed, which are what the branch held itself.
  func head() throws -> Head? {
    guard var id = try git.head() else { return nil }
    while true {
      let commit = try git.commit(id)
      guard let asOf = surroundings.asOf, try git.time(of: id) > asOf else {
        return Head(id: id, commit: commit)
      }
      guard let parent = commit.parents.first else { return nil }
      id = parent
    }
  }

  /// The bytes of the governance file in a commit, whatever they say; `nil` where there is none that can be
  /// read.
  func governanceFile(of head: Head?) throws -> [UInt8]? {
    try head.flatMap { try trees.file(at: DocumentFolders.governancePath, in: $0.commit) }
      .flatMap(trees.bytesOfFile)
  }

  /// Refuses where neither a root is known or approved here, nor a governance file is there: this is no
  /// policy repository.
  func refuseWithoutPolicies(_ ledger: Ledger, _ governanceFile: [UInt8]?) throws {
    // Before there were any, who knows the root still knows nothing of that day.
    let isBefore = surroundings.asOf != nil && !ledger.isRootApproved
    guard governanceFile == nil, ledger.root == nil || isBefore else { return }
    if let asOf = surroundings.asOf {
      throw Refusal(
        .couldNot,
        "on \(asOf.day.inWords), \(asOf.clock) UTC, this was not a policy repository yet: there was no "
          + "writ.yaml in its last saved state",
        remedies: "ask as of a later time, or leave out --at")
    }
    throw Refusal(
      .couldNot, "this is not a policy repository: there is no writ.yaml in its last saved state",
      remedies: "make it one with: writ init",
      "or, if it was one, bring the file back from the history")
  }

  /// What the user knows of this repository from outside, apart from what they remember of it.
  func trust() throws -> Trust {
    let pinned =
      try surroundings.stateFolder.map {
        try PinStore(folder: $0).trust(for: git.commonFolder)
      } ?? Trust()
    guard let named = surroundings.namedRoot else { return pinned }
    return Trust(required: named.root, tip: named.tip ?? pinned.tip, known: pinned.known)
  }

  /// Pins a root in the user's own state; refuses where there is none.
  func pin(_ root: Digest, tip: Digest?) throws {
    guard let folder = surroundings.stateFolder else {
      throw Refusal(.couldNot, "there is no home folder (HOME is not set)", remedies: "set HOME")
    }
    try PinStore(folder: folder).pin(root, tip: tip, for: git.commonFolder)
  }

  /// All decisions, judged beside what this user had found valid before, which is remembered.
  func ledger(of head: Head?) throws -> Ledger { try recollection(of: head).ledger }

  /// All decisions, judged by what is here alone: for hooks, which must be quick, and for what asks
  /// little.
  func ledgerWithoutMemory(of head: Head?) throws -> Ledger {
    let governanceFile = try governanceFile(of: head)
    let ledger = try settled(records()) { records in
      try Ledger(
        records: records, head: governanceFile, texts: { try self.texts(in: head) },
        trust: trust(), now: surroundings.now, asOf: surroundings.asOf, history: history,
        expecting: changes.expect)
    }
    try refuseWithoutPolicies(ledger, governanceFile)
    return ledger
  }

  /// The documents of HEAD that can be read as such; none where a folder or a file of it is not here, which
  /// leaves more in doubt, and never less.
  func texts(in head: Head?) throws -> [Edition] {
    do {
      return try head.map { try trees.documents(in: $0.commit) }?.compactMap { entry in
        Edition(try trees.bytes(entry.blob), path: entry.path)
      } ?? []
    } catch let error as GitError where error.kind == .notFound { return [] }
  }

  /// All refs of decisions with what they lead to, or only those of one document.
  ///
  /// A clone without its whole history would look like a repository without decisions.
  func records(of document: DocumentID? = nil) throws -> [Record] {
    let prefix = StatementName.refPrefix + (document.map { "\($0)/" } ?? "")
    return try records(at: try git.references(under: prefix))
  }

  /// The same of these refs alone. For few of them it takes longer to recall what is known of all than to
  /// find it out.
  func records(at references: [Reference], isRecalling: Bool = true) throws -> [Record] {
    try refuseShallow()
    let records = try Records(git, at: references) {
      isRecalling ? try recall(first: $0) : KnownObjects()
    }
    changes.learn(records)
    return records.all
  }

  /// Judges these records; while decisions are missing and others have come since they were read, all
  /// of them anew.
  ///
  /// Refs and memory are read one after another. What another process records in between would be
  /// missed: it is remembered, or named as seen, and its ref was not read.
  func settled(_ records: [Record], _ judge: ([Record]) throws -> Ledger) throws -> Ledger {
    var records = records
    while true {
      let ledger = try judge(records)
      guard !ledger.missing.isEmpty else { return ledger }
      let now = try self.records()
      guard now.map(\.ref) != records.map(\.ref) else { return ledger }
      records = now
    }
  }

  /// Who made the changes of a document, for the rules on authors.
  var history: ChangeHistory {
    { try self.changes.authors(of: $0, at: $1, approved: $2) }
  }

  /// What is remembered of objects: of this root, else of the one that the first decision names.
  private func recall(first: Objects.Digest?) throws -> KnownObjects {
    if let recalled { return recalled.known }
    let store = try (trust().required ?? first).flatMap { root in
      surroundings.stateFolder.map { KnownObjectsStore(root, in: $0) }
    }
    let known = store?.read() ?? KnownObjects()
    recalled = (store, known)
    return known
  }

  /// Remembers what was found out of objects since; where that fails, it is found out again. What
  /// takes no longer to find out than to write is not worth it.
  func rememberObjects() {
    guard let recalled, changes.known != recalled.known,
      changes.known.count - recalled.known.count + changes.walked >= 256
    else { return }
    recalled.store?.write(changes.known)
    self.recalled?.known = changes.known
  }

  /// The people and rules to go by; refuses where they cannot be read.
  func governance(of ledger: Ledger) throws -> Governance {
    if let governance = ledger.governance { return governance }
    throw Refusal(
      .couldNot, "the people and rules cannot be read",
      remedies: "see what is wrong with: writ check writ.yaml")
  }

  /// What every report says first.
  func header(_ ledger: Ledger, _ head: Head?) -> ReportHeader {
    ReportHeader(
      repository: ledger.root, isRootPinned: ledger.isPinned,
      isRootApproved: ledger.isRootApproved, head: head?.id,
      time: surroundings.asOf ?? surroundings.now, isAsOf: surroundings.asOf != nil)
  }

  /// The same for what asks nothing of the decisions.
  func header(head: ObjectID?) -> ReportHeader {
    ReportHeader(
      repository: nil, isRootPinned: false, isRootApproved: false, head: head,
      time: surroundings.now)
  }

  /// Refuses a place in the working folder to which a link there leads: who prepared the copy chose where.
  func refuseLinks(onTheWayTo output: String) throws {
    let path = Path.absolute(output, from: surroundings.currentFolder)
    guard let top = git.workingFolder, path.utf8.starts(with: top.utf8),
      let end = path.lastIndex(of: "/")
    else { return }
    let given = output.hasPrefix("/") ? output : "\(surroundings.currentFolder)/\(output)"
    let names = given.split(separator: "/").dropLast()
    // What is not there yet is said elsewhere.
    guard let folder = Folder.resolved("/" + names.joined(separator: "/")),
      !folder.utf8.elementsEqual(path[..<end].utf8)
    else { return }
    throw Refusal(
      .no, "\(output) leads through a symbolic link in this repository, which is not followed",
      remedies: "name the folder itself, to which it leads: \(folder)")
  }

  /// The folder of the files; refuses in a bare repository.
  func workingFolder() throws -> String {
    guard let folder = git.workingFolder else {
      throw Refusal(
        .couldNot, "this is a bare repository: it holds no files to work on",
        remedies: "work in a clone of it")
    }
    return folder
  }
}
