import Approvals
import Files
import Objects

/// The file in which a user's own state keeps what was ever found valid in one repository: beside its
/// pin, where no repository can change it (`docs/formats.md`, section 6).
struct MemoryStore {
  /// The path of the file.
  let path: String
  /// The path of the file beside it, with what version 0.1.0 did not keep.
  private var detailsPath: String { "\(path).signed" }
  private let folder: String

  /// The memory of the repository with this root, in the folder of the user's state.
  init(_ root: Digest, in stateFolder: String) {
    folder = "\(stateFolder)/\(root.hex)"
    path = "\(folder)/memory"
  }

  /// What is remembered: nothing where there is no file.
  func read() throws(FileError) -> Memory {
    let bytes: [UInt8]
    do { bytes = try File.read(path, limit: Self.mostBytes) } catch  where error.isMissing {
      return Memory()
    }
    // Without it, what is remembered is judged as what an earlier version remembered.
    let details = try? File.read(detailsPath, limit: Self.mostBytes)
    return Memory(bytes, details: details ?? [])
  }

  /// Remembers what was found besides what is remembered already, also by another process at this
  /// moment, and gives all of it. Nothing is written where nothing is new to `memory`, as it was read.
  func add(_ news: Memory.News, to memory: Memory) throws -> Memory {
    guard memory.adding(news) != memory else { return memory }
    return try whileLocked {
      let current = try read()
      let next = current.adding(news)
      if next != current { try write(next) }
      return next
    }
  }

  /// Forgets decisions of somebody's own that they made again, as `Memory.replacing` says.
  func replace(_ decisions: [Digest: Digest]) throws {
    try whileLocked {
      let current = try read()
      let next = current.replacing(decisions)
      if next != current { try write(next) }
    }
  }

  /// Puts a damaged file aside, as it was, and begins anew with what can be read of it; gives the path
  /// where it lies now, `nil` where it is sound.
  func mend() throws -> String? {
    try whileLocked {
      // A link, a folder, a file that may not be read: none of that is a memory.
      let damaged = try? read()
      guard damaged?.isDamaged ?? true else { return nil }
      let aside = freeName
      if let damaged {
        try File.create(aside, with: File.read(path, limit: Self.mostBytes), mode: 0o600)
        try write(damaged.mended)
      } else {
        try File.move(path, to: aside)
      }
      return aside
    }
  }

  /// More than any organisation decides in a century.
  private static let mostBytes = 64 << 20

  private var freeName: String {
    var number = 1
    while File.kind(of: "\(path).damaged-\(number)") != nil { number += 1 }
    return "\(path).damaged-\(number)"
  }

  private func whileLocked<Value>(_ body: () throws -> Value) throws -> Value {
    try Folder.make(folder, mode: 0o700)
    return try FileLock.held(on: "\(path).lock", body)
  }

  private func write(_ memory: Memory) throws(FileError) {
    try File.replace(path, with: memory.bytes, mode: 0o600)
    try File.replace(detailsPath, with: memory.details, mode: 0o600)
  }
}
