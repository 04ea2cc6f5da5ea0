@testable import Archives
@testable import Evidence
@testable import Objects

extension Reader {
  /// What stands before the pack; the pack itself is read by libgit2.
  static let bundle = Reader(name: "bundle") { bytes in
    let read = { (bytes: [UInt8]) throws(GrammarError) -> BundleHeader in
      try BundleHeader.read(bytes).0
    }
    guard let header = try grammatical(bytes, read) else { return nil }
    let start = try BundleHeader.read(bytes).packStart
    try hold(bytes.prefix(start).elementsEqual(header.bytes), "the header is not written back")
    try hold(bytes[start...].starts(with: "PACK".utf8), "there is no pack behind it")
    try hold(
      header.lines.allSatisfy { $0.name == "HEAD" || $0.name.utf8.starts(with: "refs/".utf8) },
      "a foreign name")
    return Exhibit(
      kind: "bundle", bytes: bytes,
      reading: header.lines.map { "\($0.target) \($0.name)\n" }.joined())
  }

  static let manifest = Reader(name: "manifest") { bytes in
    guard let manifest = PackManifest(bytes) else { return nil }
    try hold(manifest.file.bytes == bytes, "it is not written back")
    let paths = manifest.entries.map(\.path)
    try hold(paths.allSatisfy(PackFile.isAllowed), "a path that no pack has")
    try hold(paths == Set(paths).sorted(), "the paths are not in order, or one stands twice")
    let missing = manifest.differences(from: [], strays: [])
    try hold(missing == paths.map { .missing($0) }, "not all are missed where there is none")
    return nil
  }

  /// What a pack says of itself and of all else, and a table in it.
  static let evidence = Reader(name: "evidence") { bytes in
    let rows = CSV.rows(reading: bytes) ?? []
    try hold(rows.allSatisfy { $0.count == rows[0].count }, "a row is longer than the first")
    let claim = PackClaim(bytes)
    try hold(claim?.program.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ?? true, "a foreign version")
    guard let value = JSONValue(reading: bytes) else { return nil }
    let written = Array(value.document.utf8)
    try hold(JSONValue(reading: written) == value, "it is read otherwise once it is written")
    try hold(
      PackFacts.differences(of: value, from: value).isEmpty, "it says something else than itself")
    return nil
  }

  static let archive = Reader(name: "archive") { bytes in
    let read = { (bytes: [UInt8]) throws(ArchiveError) in
      try ZipArchive.entries(
        of: bytes, mostEntries: 64, mostBytes: 1 << 20, isAllowed: PackFile.isAllowed)
    }
    let entries: [ZipArchive.Entry]
    do throws(ArchiveError) { entries = try read(bytes) } catch {
      try hold(!error.description.isEmpty, "the error has no words")
      return nil
    }
    try hold(entries.allSatisfy { PackFile.isAllowed($0.path) }, "a path that no pack has")
    try hold(
      Set(entries.map { $0.path.lowercased() }).count == entries.count, "a name stands twice")
    try hold(entries.reduce(0) { $0 + $1.bytes.count } <= 1 << 20, "it unpacks to too much")
    let date = ZipArchive.Date(year: 2026, month: 12, day: 1, hour: 0, minute: 0, second: 0)
    try hold(
      try read(try ZipArchive.archive(entries, date: date)) == entries, "it is written otherwise")
    return nil
  }
}
