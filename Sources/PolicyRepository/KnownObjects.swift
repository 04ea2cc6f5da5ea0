import Approvals
import Files
import Objects
import Signatures

/// What this user's own state remembers of objects, which never change: so it need not be found out
/// again.
///
/// Nothing of it says that a decision holds, and what a text says is never taken from it: tags and
/// approved texts are read and hashed each time.
struct KnownObjects: Equatable, Sendable {
  /// A file in a commit.
  struct Place: Hashable, Sendable {
    let commit: ObjectID
    let path: String
  }

  /// Who changed a text on the way back from a place to the texts approved before.
  struct Question: Hashable, Sendable {
    let place: Place
    /// The digest of the digests of the texts approved before, in their order.
    let approved: Digest

    init(_ place: Place, approved: Set<Digest>) {
      self.place = place
      self.approved = .sha256(of: approved.sorted().flatMap(\.bytes))
    }
  }

  /// The keys by which tags are signed, where that verifies.
  var signers: [ObjectID: Fingerprint] = [:]
  /// The blobs of files.
  var blobs: [Place: ObjectID] = [:]
  /// The commits that changed a text.
  var changes: [Question: [ObjectID]] = [:]

  /// Knows nothing.
  init() {}

  /// Reads the bytes of the file; `nil` where they are not whole, or of another version of Writ.
  init?(_ bytes: [UInt8]) {
    let end = bytes.count - Self.sealLength
    guard end >= 0, bytes[end...].elementsEqual(Self.seal(bytes[..<end])) else { return nil }
    var lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))[...]
    guard let first = lines.popFirst(), first.elementsEqual(Self.title.utf8) else { return nil }
    for line in lines {
      // The path may hold spaces; it comes last.
      let words = line.split(
        separator: UInt8(ascii: " "), maxSplits: 4, omittingEmptySubsequences: false)
      guard read(words) else { return nil }
    }
  }

  /// How much is known.
  var count: Int { signers.count + blobs.count + changes.count }

  /// Takes over what else is known.
  mutating func add(_ other: KnownObjects) {
    signers.merge(other.signers) { old, _ in old }
    blobs.merge(other.blobs) { old, _ in old }
    changes.merge(other.changes) { old, _ in old }
  }

  /// The bytes of the file: a line for each, the same for the same.
  var bytes: [UInt8] {
    var lines = signers.map { "\(Kind.signed.rawValue) \($0) \($1)" }
    lines += blobs.map { "\(Kind.file.rawValue) \($0.commit) \($1)  \($0.path)" }
    lines += changes.map { question, commits in
      "\(Kind.changed.rawValue) \(question.place.commit) \(question.approved.hex) "
        + commits.map(\.description).joined(separator: ",") + " \(question.place.path)"
    }
    let text = Array(([Self.title] + lines.sorted()).joined(separator: "\n").utf8) + [0x0A]
    return text + Self.seal(text[...])
  }

  private enum Kind: String { case signed, file, changed }

  private static let title = "writ objects 2"
  private static let sealLength = 64 + 1

  private static func seal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array("\(Digest.sha256(of: bytes).hex)\n".utf8)
  }

  private mutating func read(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard let kind = words.first.flatMap({ Kind(rawValue: String(decoding: $0, as: UTF8.self)) })
    else { return false }
    switch kind {
    case .signed:
      guard words.count == 3, let tag = ObjectID(hexDigits: words[1]),
        let key = Fingerprint(String(decoding: words[2], as: UTF8.self))
      else { return false }
      signers[tag] = key
    case .file:
      guard words.count == 5, let commit = ObjectID(hexDigits: words[1]),
        let blob = ObjectID(hexDigits: words[2])
      else { return false }
      blobs[Place(commit: commit, path: String(decoding: words[4], as: UTF8.self))] = blob
    case .changed:
      guard words.count == 5, let commit = ObjectID(hexDigits: words[1]),
        let approved = Digest(hexDigits: words[2])
      else { return false }
      let ids = words[3].split(separator: UInt8(ascii: ",")).map { ObjectID(hexDigits: $0) }
      guard ids.allSatisfy({ $0 != nil }) else { return false }
      let place = Place(commit: commit, path: String(decoding: words[4], as: UTF8.self))
      changes[Question(place, approvedDigest: approved)] = ids.compactMap(\.self)
    }
    return true
  }
}

extension KnownObjects.Question {
  fileprivate init(_ place: KnownObjects.Place, approvedDigest: Digest) {
    self.place = place
    approved = approvedDigest
  }
}

/// The file in which a user's own state keeps that: beside the memory of decisions.
struct KnownObjectsStore {
  private let path: String
  private let folder: String

  /// That of the repository with this root.
  init(_ root: Digest, in stateFolder: String) {
    folder = "\(stateFolder)/\(root.hex)"
    path = "\(folder)/objects"
  }

  /// What is known; nothing where that cannot be read.
  func read() -> KnownObjects {
    (try? File.read(path, limit: 256 << 20)).flatMap { KnownObjects($0) } ?? KnownObjects()
  }

  /// Keeps it. Where that fails, it is found out again the next time.
  func write(_ known: KnownObjects) {
    try? Folder.make(folder, mode: 0o700)
    try? File.replace(path, with: known.bytes, mode: 0o600)
  }
}
