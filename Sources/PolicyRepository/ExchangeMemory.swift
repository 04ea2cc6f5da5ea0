import Approvals
import Files
import Git
import Objects

/// What a user has seen at another repository, as a file of lines (`docs/formats.md`, section 6).
struct ExchangeMemory: Equatable {
  /// When it was reached last; `nil` where that is not known.
  var time: Instant?
  /// The decisions that were there: names of refs with the objects that they held.
  private(set) var decisions: Set<Reference> = []
  /// The names of the branches that were there, without `refs/heads/`.
  private(set) var branches: Set<String> = []

  /// Nothing is known.
  init() {}

  /// Reads the bytes of the file. What cannot be read is not known.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        Substring(decoding: $0, as: UTF8.self)
      }
      switch words.first {
      case "at" where words.count == 2: time = Instant(rfc3339: words[1])
      case "decision" where words.count == 3:
        guard let object = ObjectID(hex: words[1]), words[2].utf8.starts(with: "writ/".utf8) else {
          continue
        }
        decisions.insert(Reference(name: "refs/tags/\(words[2])", target: object))
      case "branch" where words.count == 2: branches.insert(String(words[1]))
      default: continue
      }
    }
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var lines = time.map { ["at \($0)"] } ?? []
    lines += decisions.compactMap { decision in
      decision.target.map { "decision \($0) \(decision.name.dropFirst("refs/tags/".count))" }
    }.sorted()
    lines += branches.sorted().map { "branch \($0)" }
    return lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }

  /// The same, and what is there now.
  func adding(_ other: ExchangeMemory) -> ExchangeMemory {
    var memory = self
    memory.time = other.time ?? time
    memory.decisions.formUnion(other.decisions)
    memory.branches.formUnion(other.branches)
    return memory
  }

  /// What is there now.
  init(decisions: some Sequence<Reference>, branches: some Sequence<String>, time: Instant) {
    self.decisions = Set(decisions)
    self.branches = Set(branches)
    self.time = time
  }
}

/// The file in the user's own state for one other repository, by its address.
///
/// A file that is damaged or gone is never an error: nothing is known then.
struct ExchangeStore {
  private let folder: String
  private let path: String

  /// The file for the repository at an address, known by the digest of that.
  init(_ address: Digest, in stateFolder: String) {
    folder = "\(stateFolder)/remotes"
    path = "\(folder)/\(address.hex)"
  }

  /// What is known.
  func read() -> ExchangeMemory {
    (try? File.read(path, limit: 64 << 20)).map(ExchangeMemory.init) ?? ExchangeMemory()
  }

  /// Adds what is there now to what is known, also by another process at this moment.
  func add(_ news: ExchangeMemory) {
    try? Folder.make(folder, mode: 0o700)
    try? FileLock.held(on: "\(path).lock") {
      try File.replace(path, with: read().adding(news).bytes, mode: 0o600)
    }
  }
}
