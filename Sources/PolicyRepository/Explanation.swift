import Evidence
import Files
import Git
public import Objects
import Programs

extension Refusal {
  /// The refusal where a decision of the same name is there by the time of recording.
  static let sameDecision = Refusal(
    .busy, "somebody recorded the same decision at the same moment",
    remedies: "look at: writ status")

  /// What to tell the user of any error that a call here throws.
  public init(explaining error: any Error, now: Instant) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as GitError: self.init(error, now: now)
    case let error as FileError: self.init(error)
    case let error as ProgramError: self.init(error)
    case let error as Unreachable: self = error.refusal
    default: self.init(.couldNot, "\(String(describing: error))")
    }
  }

  private init(_ error: GitError, now: Instant) {
    switch error.kind {
    case .notARepository:
      self.init(
        .couldNot, "there is no repository here",
        remedies: "go to the folder of your policies, or name it: writ -C FOLDER …",
        "or begin one: writ init")
    case .foreignOwner:
      self.init(
        .couldNot,
        "this repository belongs to another user of this machine, who could have prepared it to harm you",
        remedies:
          "if you trust them: git config --global --add safe.directory \(Self.folderToTrust)",
        "or make a copy of your own: git clone --no-local FOLDER")
    case .unsupported:
      self.init(
        .couldNot, "this repository is of a kind that Writ cannot read: \(error.message)",
        remedies:
          "Writ reads repositories with SHA-1 names and files in one place, and only whole copies")
    case .notFound:
      self.init(
        .couldNot, "something that should be in the repository is not here: \(error.message)",
        remedies: "fetch all of it, or ask whoever keeps the policies: writ pull",
        "look for damage: git fsck")
    case .damaged:
      self.init(
        .couldNot, "something in the repository is damaged: \(error.message)",
        remedies: "see all damage, or ask whoever keeps the policies: git fsck",
        "then fetch what is sound from somebody else's copy")
    case .tooLarge:
      self.init(
        .couldNot, "\(error.message)", remedies: "take the file out of the folders of documents")
    case .exists: self = Self.sameDecision
    case .locked: self.init(lock: error, now: now)
    case .unsynced:
      self.init(
        .recorded, "the decision is recorded, but the disk may not keep it: \(error.message)",
        remedies: "have the disk looked at", "then see whether all is still there: writ verify")
    case .system:
      self.init(.couldNot, "\(error.message)", remedies: Self.remedy(for: error.message))
    }
  }

  /// The folder that Git wants for `safe.directory`: the top of the repository around the current folder.
  private static var folderToTrust: String {
    guard let found = Repository.discovered() else { return "\"$PWD\"" }
    var path = found[...]
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    if path.hasSuffix("/.git") { path.removeLast("/.git".count) }
    return ShellWord(path).description
  }

  /// Names the lock and its age, and never removes it: only people can tell whether it is stale.
  private init(lock error: GitError, now: Instant) {
    let path = error.message.split(separator: "'").first { $0.hasPrefix("/") }.map { path in
      path.hasSuffix(".lock") ? String(path) : "\(path).lock"
    }
    guard let path, let modified = File.modified(path) else {
      self.init(
        .busy, "another program is working here: \(error.message)",
        remedies: "try again in a moment")
      return
    }
    self.init(lock: path, since: modified, now: now)
  }

  /// The refusal where Git says that the lock of another process is in its way; `nil` where it says
  /// something else.
  init?(lockNamedIn talk: String, now: Instant) {
    guard
      let line = talk.split(separator: "\n").first(where: { $0.contains(".lock': File exists") }),
      let path = line.split(separator: "'").first(where: { $0.hasPrefix("/") })
    else { return nil }
    // It may be gone by now.
    self.init(lock: String(path), since: File.modified(String(path)) ?? now.seconds, now: now)
  }

  private init(lock path: String, since modified: Int64, now: Instant) {
    let age = max(0, now.seconds - modified)
    self.init(
      .busy, "another program is working here: it holds \(path), for \(age) seconds now",
      remedies: "try again in a moment",
      "if no program is at work, a crash left the file behind: remove it")
  }

  private init(_ error: FileError) {
    if error.isLink {
      self.init(
        .couldNot, "\(error.path): \(error.reason)",
        remedies: "see where it leads: ls -ld \(ShellWord(error.path))",
        "put a file or folder of its own in its place, then do it again")
      return
    }
    self.init(
      .couldNot, "\(error.path): \(error.reason)", remedies: Self.remedy(for: error.reason))
  }

  private init(_ error: ProgramError) {
    switch error {
    case .missing("git"):
      self.init(
        .couldNot, "the program git is not on this machine, and exchanging needs it",
        remedies: "install it: apt-get install git")
    case .missing(let name):
      self.init(
        .couldNot, "the program \(name) is not on this machine, and signing needs it",
        remedies: "install OpenSSH: apt-get install openssh-client")
    case .file(let error): self.init(error)
    case .failed(let path, let reason):
      self.init(.couldNot, "\(path): \(reason)", remedies: "try it by hand")
    case .interrupted: self.init(.no, "you stopped it")
    }
  }

  private static func remedy(for reason: String) -> DisplayText {
    if reason.contains("No space left") { return "free some space, then do it again" }
    if reason.contains("Permission denied") || reason.contains("Read-only") {
      return "ask for the right to write there, or work in a copy of your own"
    }
    return "mend that, then do it again"
  }
}
