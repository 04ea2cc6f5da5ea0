import CLibgit2
import CZlib
import Glibc
import Signatures

@testable import Approvals
@testable import Evidence
@testable import Git
@testable import Objects
@testable import PolicyRepository

extension Reader {
  static let memory = Reader(name: "memory") { bytes in
    let memory = Memory(bytes)
    let written = memory.bytes
    try hold(Memory(written) == memory, "what is written is read otherwise")
    try hold(Memory(written).bytes == written, "it is written otherwise again")
    let both = Memory(written, details: bytes)
    try hold(
      Memory(both.bytes, details: both.details) == both, "what lies beside it is read otherwise")
    try hold(both.bytes == written, "what lies beside it changes it")
    try hold(!memory.mended.isDamaged && !Memory(memory.mended.bytes).isDamaged, "it is not mended")
    try hold(
      memory.mended.decisions == memory.decisions && memory.mended.tip == memory.tip,
      "mending loses something")
    // Nothing that was known goes where something new is learnt.
    let digest = Digest.sha256(of: bytes)
    guard let version = Version("1.0"), let name = StatementName("writ/a/1.0/approve/b") else {
      return nil
    }
    let tip = memory.tip ?? Memory.Tip(digest: digest, version: version)
    let new = Trust.Remembered(id: digest, name: name, time: Instant(seconds: 0))
    let more = memory.adding(Memory.News(valid: [new], chain: [tip], known: nil))
    try hold(
      more.decisions[digest] != nil && more.unreadable == memory.unreadable
        && memory.decisions.allSatisfy { more.decisions[$0.key] == $0.value },
      "something is forgotten")
    return nil
  }

  static let pin = Reader(name: "pin") { bytes in
    let root = String(repeating: "ab", count: 32)
    let folder = try Scratch.folder("pins")
    try Scratch.write(bytes, to: "\(folder)/\(root)/pin")
    let pins = PinStore(folder: folder)
    let trust: Trust
    do { trust = try pins.trust(for: "/home/jane/policies/.git/") } catch {
      try hold(error is Refusal, "\(error)")
      return nil
    }
    try hold(trust.known.map(\.hex) == [root], "another root is known")
    try hold(trust.required == nil || trust.required?.hex == root, "another root is asked for")
    try hold(trust.required != nil || trust.tip == nil, "a tip of nothing")
    return nil
  }

  static let report = Reader(name: "report") { bytes in
    let path = "\(try Scratch.folder("reports"))/report.json"
    try Scratch.write(bytes, to: path)
    let report: EarlierReport
    do { report = try EarlierReportFile.read(path) } catch {
      try hold(error is Refusal, "\(error)")
      return nil
    }
    // Each takes more bytes than a digest has digits.
    try hold((report.valid.count + report.chain.count) * 64 <= bytes.count, "the report grew")
    try hold(
      report.valid.allSatisfy { Instant(rfc3339: $0.time.description) == $0.time }, "a time differs"
    )
    return nil
  }

  /// The bytes are the file of a loose object; behind a zero they are what is deflated in it, and
  /// behind a one what is deflated in it with some bytes left out at the end.
  static let looseObject = Reader(name: "loose-object") { bytes in
    var rest = bytes
    let mark = rest.take(1)
    let file: [UInt8]
    switch mark {
    case [0]: file = try deflated(rest)
    case [1]:
      let missing = Int(rest.take(1).first ?? 0)
      file = try deflated(rest).dropLast(missing)
    default: file = bytes
    }
    // What zlib and libgit2 make of it by themselves.
    let limit = 1 << 16
    let inflated = inflated(file, limit: limit + 64)
    let expected = inflated.flatMap { object(in: $0, limit: limit) }
    guard
      let id = try expected.map({ try name(of: $0) })
        ?? ObjectID(hex: String(repeating: "ab", count: 20))
    else { return nil }
    let folder = try Scratch.folder("objects")
    let hex = id.description
    let path = "\(folder)/\(hex.prefix(2))/\(hex.dropFirst(2))"
    try Scratch.write(file, to: path)
    defer { unlink(path) }
    let found: LooseObject?
    do throws(GitError) {
      found = try LooseObject(id, in: folder + "/", limit: limit)
    } catch {
      try hold(expected == nil, "a sound object is refused: \(error)")
      return nil
    }
    try hold(found?.content == expected?.content, "other content than zlib inflates")
    try hold(found?.type == expected?.type, "another type")
    return nil
  }

  private struct Object {
    let type: git_object_t
    let content: [UInt8]
  }

  private static func object(in bytes: [UInt8], limit: Int) -> Object? {
    guard let nul = bytes.firstIndex(of: 0) else { return nil }
    let header = String(decoding: bytes[..<nul], as: UTF8.self)
    let content = Array(bytes[(nul + 1)...])
    let types = [
      "blob": GIT_OBJECT_BLOB, "tree": GIT_OBJECT_TREE, "commit": GIT_OBJECT_COMMIT,
      "tag": GIT_OBJECT_TAG,
    ]
    return types.first { header == "\($0.key) \(content.count)" }.flatMap { _, type in
      content.count <= limit ? Object(type: type, content: content) : nil
    }
  }

  private static func name(of object: Object) throws -> ObjectID {
    var name = git_oid()
    let result = object.content.withUnsafeBytes {
      git_odb_hash(&name, $0.baseAddress, $0.count, object.type)
    }
    try hold(result == 0, "libgit2 does not hash")
    return ObjectID(name)
  }

  private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var file = [UInt8](repeating: 0, count: Int(count))
    try hold(compress(&file, &count, bytes, UInt(bytes.count)) == Z_OK, "zlib does not deflate")
    return Array(file.prefix(Int(count)))
  }

  /// All of it at once, unless it is more than `limit`; something behind it is not zlib's concern.
  private static func inflated(_ file: [UInt8], limit: Int) -> [UInt8]? {
    var (read, count) = (UInt(file.count), UInt(limit))
    var bytes = [UInt8](repeating: 0, count: limit)
    guard uncompress2(&bytes, &count, file, &read) == Z_OK, read == file.count else { return nil }
    return Array(bytes.prefix(Int(count)))
  }
}

/// Files for readers that are given a path, in a folder of this process; whoever started it removes
/// what is left there.
private enum Scratch {
  private static let top: String? = {
    var template = Array(
      "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/fuzz-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }()

  static func folder(_ name: String) throws -> String {
    guard let top else { throw Broken(description: "there is no folder for files") }
    let path = "\(top)/\(name)"
    mkdir(path, 0o700)
    return path
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o700) }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    try hold(Glibc.write(file, bytes, bytes.count) == bytes.count, "\(path) cannot be written")
  }
}
