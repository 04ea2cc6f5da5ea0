import Foundation
import Testing

/// What `make fuzz` found in hours, read again without a sanitizer in seconds; and the same with some
/// bytes changed, always in the same way.
@Suite struct FuzzTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func everyReaderHasACorpus() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "corpus").path)
    #expect(folders.sorted() == Reader.all.map(\.name).sorted())
  }

  @Test(arguments: Reader.all.map(\.name))
  func whatMustHoldHoldsForTheCorpus(_ name: String) throws {
    let reader = try #require(Reader.all.first { $0.name == name })
    let inputs = try Self.corpus(name)
    #expect(!inputs.isEmpty)
    let accepted = FileManager.default.temporaryDirectory
      .appending(path: "writ-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: accepted, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: accepted) }

    for (file, bytes) in inputs {
      do {
        guard let exhibit = try reader.read(bytes) else { continue }
        let path = accepted.appending(path: "\(file).\(exhibit.kind)")
        try Data(exhibit.bytes).write(to: path)
        try exhibit.reading.map {
          try Data($0.utf8).write(to: path.appendingPathExtension("reading"))
        }
      } catch {
        Issue.record("\(name)/\(file): \(error)")
      }
    }
    let compare = Process()
    compare.executableURL = Self.folder.appending(path: "compare")
    compare.arguments = [accepted.path]
    try compare.run()
    compare.waitUntilExit()
    #expect(compare.terminationStatus == 0, "stock tools think otherwise, see above")
  }

  @Test(arguments: Reader.all.map(\.name))
  func whatMustHoldHoldsForChangedBytes(_ name: String) throws {
    let reader = try #require(Reader.all.first { $0.name == name })
    let inputs = try Self.corpus(name).map(\.bytes)
    var random = SplitMix64(state: 20_261_201)
    for round in 0..<1000 {
      guard var bytes = inputs.randomElement(using: &random) else { return }
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        bytes.change(using: &random, with: inputs)
      }
      do { _ = try reader.read(bytes) } catch {
        Issue.record("\(name), round \(round): \(error)\n\(Data(bytes).base64EncodedString())")
      }
    }
  }

  /// Four times the bytes take four times as long, or less than half a second: more than that, and an
  /// input of the size that is allowed would keep somebody waiting. A machine that others use is slow at
  /// times: what grows too fast does so each of three times.
  @Test(arguments: Structures.all)
  func timeGrowsWithSizeAlone(_ structure: Structures) throws {
    let reader = try #require(Reader.all.first { $0.name == structure.reader })
    func time(_ size: Int) throws -> Double {
      let bytes = structure.bytes(size)
      let start = Self.processorSeconds
      _ = try reader.read(bytes)
      return Self.processorSeconds - start
    }
    var seen: [String] = []
    for _ in 0..<3 {
      let (small, large) = (try time(8 << 10), try time(32 << 10))
      if large < max(0.5, 8 * small) { return }
      seen.append("\(small) s, then \(large) s")
    }
    Issue.record("\(structure.testDescription): \(seen.joined(separator: "; "))")
  }

  /// What this thread has used: others may keep the machine busy.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The files in the order of their names, so that every run is the same.
  static func corpus(_ name: String) throws -> [(file: String, bytes: [UInt8])] {
    let folder = folder.appending(path: "corpus/\(name)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }
}

/// The same over and over again: where time grows faster than size, it shows here.
struct Structures: Sendable, CustomTestStringConvertible {
  let reader: String
  /// What stands once, before it.
  let head: String
  /// What is repeated.
  let piece: String
  /// What stands once, behind it.
  let end: String

  var testDescription: String { "\(reader): \(piece.prefix(20).debugDescription)" }

  func bytes(_ size: Int) -> [UInt8] {
    Array((head + String(repeating: piece, count: size / piece.utf8.count) + end).utf8)
  }

  static let all: [Structures] =
    repeated(
      ["a", "\n", "-----", "Writ-\n", "\u{301}", "-----BEGIN SSH SIGNATURE-----\n"],
      for: ["tag", "statement"], head: tagHead, end: "\n")
    + repeated(
      ["a", "\n", "co-authored-by: <a>\n", "co-authored-by:<<"], for: ["commit"],
      head: commitHead + "\n")
    + repeated(
      ["gpgsig a\n", "encoding a\n"], for: ["commit"], head: commitHead, end: "\n")
    + repeated([" a\n"], for: ["commit"], head: commitHead + "gpgsig a\n", end: "\n")
    + repeated(["A", "\n", "AAAA\n"], for: ["armor"], head: "-----BEGIN SSH SIGNATURE-----\n")
    + repeated(["A", " ", "\u{301}"], for: ["key-line"], head: "ssh-ed25519 ")
    + repeated(["\0"], for: ["key-blob", "tree"])
    + repeated(["\0"], for: ["sshsig"], head: "SSHSIG\0\0\0\u{1}")
    + repeated(
      [
        "[", "{", "- ", "a", "? ", "\"", "\n", "a: ", "\u{E9}", "\u{AD}", "&", "|\n ", ",", "TODO ",
      ],
      for: ["governance"])
    + repeated(
      ["[", "{", "- ", "a", "? ", "\"", "\n", "\u{E9}", "\u{AD}", "| ", "TODO ", "<", "{{"],
      for: ["document"], head: "---\nid: a\nkind: policy\ntitle: ", end: "\n---\n")
    + repeated(
      [
        "> ", "[", "![](", "<", "<!--", "{{", "[^a]", "|-\n", "# a\n", "***a ", "[a]: x\n",
        "\u{301}",
      ],
      for: ["document"], head: "---\nid: a\nkind: policy\ntitle: a\nversion: 1.0\n---\n")
    + repeated(
      [
        "> ", "- ", "[", "![](", "<", "<br>", "<div>\n\n", "[^a] ", "|", "# a\n", "***a ",
        "a\u{202E}",
        "[a](b)", "~~a", "```\n\n",
      ],
      for: ["markdown"], head: "[^a]: b\n\n|a|\n|-|\n")
    + repeated(["a", "\n", "end\n", "valid ", "\u{301}"], for: ["memory", "pin"])
    + repeated(
      ["1111111111111111111111111111111111111111 refs/x/"], for: ["bundle"],
      head: "# v2 git bundle\n", end: "\n\nPACK")
    + repeated(["a", "\n", "{\"path\": \""], for: ["manifest"])
    + repeated(["PK\u{3}\u{4}", "PK\u{1}\u{2}", "\0"], for: ["archive"], head: "PK\u{3}\u{4}")
    + repeated(["[", "{\"a\":", "0", "\"", "\\u0000", " "], for: ["report"])

  private static let tagHead =
    "object \(String(repeating: "a", count: 40))\ntype commit\ntag writ/a/1.0/approve/b\n"
    + "tagger A <a@b> 1 +0000\n\n"
  private static let commitHead =
    "tree \(String(repeating: "a", count: 40))\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n"

  private static func repeated(
    _ pieces: [String], for readers: [String], head: String = "", end: String = ""
  ) -> [Structures] {
    readers.flatMap { reader in
      pieces.map { Structures(reader: reader, head: head, piece: $0, end: end) }
    }
  }
}

extension [UInt8] {
  /// One small change: a byte, a cut, a doubling, or some bytes of another input.
  fileprivate mutating func change(using random: inout SplitMix64, with others: [[UInt8]]) {
    let index = Int.random(in: 0...count, using: &random)
    let length = Swift.min(count - index, Int.random(in: 1...16, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where index < count: self[index] = .random(in: 0...255, using: &random)
    case 1: insert(.random(in: 0x0A...0x7E, using: &random), at: index)
    case 2: removeSubrange(index..<index + length)
    case 3: insert(contentsOf: self[index..<index + length], at: index)
    default:
      guard let other = others.randomElement(using: &random) else { return }
      let start = Int.random(in: 0...other.count, using: &random)
      let piece = other[start...].prefix(Int.random(in: 1...64, using: &random))
      replaceSubrange(index..<index + Swift.min(length, piece.count), with: piece)
    }
  }
}

/// A small generator with a seed, so that every run makes the same changes.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
