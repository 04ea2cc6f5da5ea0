import Foundation
import Testing

@testable import Archives

@Suite struct ZipArchiveTests {
  private static let date = ZipArchive.Date(
    year: 2026, month: 12, day: 1, hour: 10, minute: 30, second: 8)
  private static let entries = [
    ZipArchive.Entry(path: "b.txt", bytes: Array("text\n".utf8)),
    ZipArchive.Entry(path: "a/empty", bytes: []),
    ZipArchive.Entry(
      path: "a/large", bytes: (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }),
  ]

  private static func archive() throws -> [UInt8] { try ZipArchive.archive(entries, date: date) }

  private func read(_ bytes: [UInt8], mostEntries: Int = 100, mostBytes: Int = 1 << 28) throws
    -> [ZipArchive.Entry]
  {
    try ZipArchive.entries(of: bytes, mostEntries: mostEntries, mostBytes: mostBytes) { _ in true }
  }

  @Test func whatIsPutInComesOut() throws {
    let bytes = try Self.archive()
    #expect(try read(bytes) == Self.entries)
    #expect(try Self.archive() == bytes)
    #expect(throws: ArchiveError.self) { try read(try ZipArchive.archive([], date: Self.date)) }
    #expect(throws: ArchiveError.self) { try read(bytes + [0]) }
    #expect(throws: ArchiveError.self) { try read([0] + bytes) }
  }

  /// Another program finds the same files, date and permissions.
  @Test func pythonReadsIt() throws {
    let archive = try Self.archive()
    let listed = try Self.python(
      """
      import sys, zipfile, io
      z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      assert z.testzip() is None
      for i in z.infolist():
          print(i.filename, i.file_size, i.date_time, oct(i.external_attr >> 16), i.create_system)
      """, input: archive)
    let expected = Self.entries.map {
      "\($0.path) \($0.bytes.count) (2026, 12, 1, 10, 30, 8) 0o100644 3\n"
    }.joined()
    #expect(String(decoding: listed, as: UTF8.self) == expected)
  }

  @Test func whatAnotherProgramMakesIsRead() throws {
    let made = try Self.python(
      """
      import sys, zipfile, io
      b = io.BytesIO()
      with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
          z.writestr("x/y", b"1" * 1000)
          z.writestr(zipfile.ZipInfo("z"), b"stored")
      sys.stdout.buffer.write(b.getvalue())
      """)
    #expect(try read(made).map(\.path) == ["x/y", "z"])
  }

  @Test(arguments: [
    "../x", "/x", "a/../x", "a//x", "./x", "a/", "a\\x", "a\u{1}", "", "..", "a/\u{7F}",
  ])
  func namesThatLeadElsewhereAreRefused(_ name: String) throws {
    let made = try Self.python(
      """
      import sys, zipfile, io
      b = io.BytesIO()
      with zipfile.ZipFile(b, "w") as z:
          i = zipfile.ZipInfo("x"); i.filename = \(name.debugDescription.replacing("\\u{", with: "\\x").replacing("}", with: "")); z.writestr(i, b"1")
      sys.stdout.buffer.write(b.getvalue())
      """.replacing("\\x1", with: "\\x01"))
    #expect(throws: ArchiveError.self) { try read(made) }
  }

  @Test(arguments: [
    ("z.writestr('a', b'1'); z.writestr('A', b'2')", "one name"),
    ("z.writestr('a', b'1'); z.writestr('a', b'2')", "one name"),
    (
      "i = zipfile.ZipInfo('a'); i.external_attr = 0o120777 << 16; z.writestr(i, b'/etc/passwd')",
      "link"
    ),
    (
      "i = zipfile.ZipInfo('a'); i.compress_type = zipfile.ZIP_LZMA; z.writestr(i, b'1')",
      "compressed"
    ),
    ("z.writestr('a', bytes(300 << 20), zipfile.ZIP_DEFLATED)", "unpacks to more"),
    ("[z.writestr(str(n), b'') for n in range(101)]", "more than 100 files"),
  ])
  func whatNoPackHoldsIsRefused(_ make: String, _ why: String) throws {
    let made = try Self.python(
      """
      import sys, zipfile, io, warnings
      warnings.simplefilter("ignore")
      b = io.BytesIO()
      with zipfile.ZipFile(b, "w") as z:
          \(make)
      sys.stdout.buffer.write(b.getvalue())
      """)
    let error = #expect(throws: ArchiveError.self) { try read(made) }
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }

  @Test func encryptedFilesAreRefused() throws {
    var bytes = try ZipArchive.archive([Self.entries[0]], date: Self.date)
    // The flags of the local header and of the one in the list at the end.
    bytes[6] |= 1
    let place = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[place + 8] |= 1
    #expect(throws: ArchiveError("b.txt in it is encrypted")) { try read(bytes) }
  }

  /// What is cut short is refused; what is changed is refused, or gives other files, and never traps.
  @Test func damageIsNoticed() throws {
    let bytes = try ZipArchive.archive(Array(Self.entries.prefix(2)), date: Self.date)
    for cut in bytes.indices {
      #expect(throws: ArchiveError.self) { try read(Array(bytes[..<cut])) }
    }
    for place in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var changed = bytes
        changed[place] ^= change
        _ = try? read(changed)
      }
    }
  }

  @Test func yearsThatNoEntryCanCarryAreTheNearest() throws {
    for (year, read) in [(1970, "1980"), (1980, "1980"), (2107, "2107"), (2300, "2107")] {
      let date = ZipArchive.Date(year: year, month: 2, day: 3, hour: 0, minute: 0, second: 0)
      let listed = try Self.python(
        "import sys, zipfile, io; print(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).infolist()[0].date_time[0])",
        input: ZipArchive.archive([Self.entries[0]], date: date))
      #expect(String(decoding: listed, as: UTF8.self) == read + "\n")
    }
  }

  private static func python(_ program: String, input: [UInt8] = []) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
  }
}
