import Foundation
import Objects
import Testing

@testable import Evidence

/// The list of what is in a pack: one spelling, and no byte that can change unnoticed.
@Suite struct PackManifestTests {
  private static let files = [
    PackFile(path: "index.html", text: "<p>"), PackFile(path: "documents/a/1.0.md", text: "a\n"),
    PackFile(path: "VERIFY.md", bytes: []),
  ]

  private static func manifest() throws -> PackManifest {
    PackManifest(
      repository: try #require(Digest("sha256:" + String(repeating: "ab", count: 32))),
      time: try #require(Instant(rfc3339: "2026-12-01T10:00:00Z")), files: files)
  }

  @Test func itIsWrittenAFileALineByPath() throws {
    let text = String(decoding: try Self.manifest().file.bytes, as: UTF8.self)
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(text.contains("\n{\"path\": \"VERIFY.md\", \"bytes\": 0, \"sha256\": \"\(empty)\"},\n"))
    #expect(
      try Self.manifest().entries.map(\.path) == ["VERIFY.md", "documents/a/1.0.md", "index.html"])
    #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
  }

  @Test func itIsReadBack() throws {
    let manifest = try Self.manifest()
    #expect(PackManifest(manifest.file.bytes) == manifest)
    #expect(manifest.differences(from: Self.files, strays: []).isEmpty)
    let none = PackManifest(repository: manifest.repository, time: manifest.time, files: [])
    #expect(PackManifest(none.file.bytes) == none)
  }

  /// Whatever bit changes: it cannot be read, or says something else, and has another fingerprint.
  @Test func noBitChangesUnnoticed() throws {
    let manifest = try Self.manifest()
    let bytes = manifest.file.bytes
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        guard let read = PackManifest(changed) else { continue }
        #expect(read != manifest && read.fingerprint != manifest.fingerprint, "byte \(place)")
      }
      #expect(PackManifest(Array(bytes[..<place])) == nil)
    }
    #expect(PackManifest(bytes + [0x0A]) == nil)
  }

  @Test func everyBitOfEveryFileIsNoticed() throws {
    let manifest = try Self.manifest()
    for (number, file) in Self.files.enumerated() {
      for place in file.bytes.indices {
        for bit in 0..<8 {
          var bytes = file.bytes
          bytes[place] ^= 1 << bit
          var files = Self.files
          files[number] = PackFile(path: file.path, bytes: bytes)
          #expect(manifest.differences(from: files, strays: []) == [.altered(file.path)])
        }
      }
      let more = Self.files + [PackFile(path: "x", bytes: [])]
      #expect(manifest.differences(from: more, strays: ["y"]) == [.surplus("x"), .surplus("y")])
      let fewer = Self.files.filter { $0.path != file.path }
      #expect(manifest.differences(from: fewer, strays: []) == [.missing(file.path)])
    }
  }

  @Test(arguments: [
    "../x", "/x", "x/", "a//b", ".git/x", "a/.b", "-x", "x.", "a\\b", "a b", "é", "a\"b", "a\n", "",
    String(repeating: "a", count: 201),
  ])
  func pathsThatNoPackHasAreRefused(_ path: String) { #expect(!PackFile.isAllowed(path)) }

  @Test(arguments: ["index.html", "documents/a-b/1.0.md", "allowed_signers", "VERIFY.md"])
  func pathsOfPacksAreNot(_ path: String) { #expect(PackFile.isAllowed(path)) }
}
