import Foundation
import Glibc
import Objects
import Testing

@testable import Git

/// Refs: all of them, or an error; made once.
@Suite struct ReferenceTests {
  static let prefix = "refs/tags/writ/"
  let repository: TemporaryRepository
  let commit: ObjectID

  init() throws {
    repository = try TemporaryRepository()
    commit = try repository.commit()
  }

  @Test func looseAndPackedRefsAreGivenByName() throws {
    #expect(try references().isEmpty)
    for name in ["writ/b/1.0/approve/jane", "writ/a", "v1.0", "writing/x"] {
      try repository.git(["tag", name])
    }
    try repository.git(["pack-refs", "--all"])
    let other = try repository.commit("B")
    for name in ["writ/c", "writ/b/1.0/approve/eve"] { try repository.git(["tag", name]) }
    #expect(
      try references() == [
        Reference(name: "refs/tags/writ/a", target: commit),
        Reference(name: "refs/tags/writ/b/1.0/approve/eve", target: other),
        Reference(name: "refs/tags/writ/b/1.0/approve/jane", target: commit),
        Reference(name: "refs/tags/writ/c", target: other),
      ])
  }

  @Test func whatAPushIsToMakeOfRefsIsGivenAsThoughItWere() throws {
    for name in ["writ/a", "writ/b", "v1.0"] { try repository.git(["tag", name]) }
    let other = try repository.commit("B")
    let opened = try repository.opened()
    let branch = try repository.line(["symbolic-ref", "HEAD"])
    opened.pending = [
      PendingReference(name: "refs/tags/writ/a", target: nil),
      PendingReference(name: "refs/tags/writ/b", target: other),
      PendingReference(name: "refs/tags/writ/c/d", target: commit),
      PendingReference(name: "refs/tags/writ-not", target: commit),
      PendingReference(name: branch, target: commit),
    ]
    #expect(
      try opened.references(under: Self.prefix) == [
        Reference(name: "refs/tags/writ/b", target: other),
        Reference(name: "refs/tags/writ/c/d", target: commit),
      ])
    #expect(try opened.head() == commit)
    opened.pending = [PendingReference(name: branch, target: nil)]
    #expect(try opened.head() == nil)
    opened.pending = []
    #expect(try opened.head() == other)
  }

  @Test func aLooseRefStandsBeforeAPackedOne() throws {
    try repository.git(["tag", "writ/a"])
    try repository.git(["pack-refs", "--all"])
    let other = try repository.commit("B")
    try repository.git(["tag", "-f", "writ/a"])
    #expect(try references() == [Reference(name: "refs/tags/writ/a", target: other)])
  }

  @Test func theTargetOfAnAnnotatedTagIsTheTag() throws {
    try repository.git(["tag", "-a", "-m", "T", "writ/a"])
    #expect(try references().first?.target == repository.id("refs/tags/writ/a"))
  }

  @Test func aRefToWhatIsNotThereIsStillARef() throws {
    let missing = String(repeating: "1", count: 40)
    try repository.write("\(missing)\n", to: ".git/refs/tags/writ/a")
    #expect(try references().map(\.target) == [ObjectID(hex: missing)])
  }

  @Test func aSymbolicRefHasNoTarget() throws {
    try repository.git(["symbolic-ref", "refs/tags/writ/a", "refs/heads/main"])
    try repository.git(["symbolic-ref", "refs/tags/writ/b", "refs/heads/nowhere"])
    #expect(
      try references() == [
        Reference(name: "refs/tags/writ/a", target: nil),
        Reference(name: "refs/tags/writ/b", target: nil),
      ])
  }

  static let garbage = [
    "", "\n", "x", "garbage\n", String(repeating: "1", count: 39), "ref:", "ref: ",
    String(repeating: "g", count: 40), String(repeating: "1", count: 20) + "\n", "\0",
    String(repeating: "\0", count: 41),
  ]

  @Test(arguments: garbage)
  func aRefThatCannotBeReadIsDamageAndNeverPassedOver(_ text: String) throws {
    try repository.git(["tag", "writ/good"])
    try repository.write(text, to: ".git/refs/tags/writ/a/1.0/approve/jane")
    expect(.damaged) { try references() }
  }

  @Test(arguments: garbage)
  func aPackedRefDoesNotStandInForADamagedLooseOne(_ text: String) throws {
    try repository.git(["tag", "writ/a"])
    try repository.git(["pack-refs", "--all"])
    try repository.write(text, to: ".git/refs/tags/writ/a")
    expect(.damaged) { try references() }
  }

  @Test(arguments: ["bad name", "a..b", "a~1", "-^", "e\u{301}", "trailing."])
  func aFileThatCanBeNoRefIsDamage(_ name: String) throws {
    try repository.git(["tag", "writ/\u{E9}"])
    try repository.write("garbage\n", to: ".git/refs/tags/writ/\(name)")
    expect(.damaged) { try references() }
  }

  @Test func aFileWhoseNameIsNoTextIsNotPassedOver() throws {
    try repository.git(["tag", "writ/good"])
    let folder = Array("\(repository.folder)/.git/refs/tags/writ/".utf8CString.dropLast())
    close(open(folder + [97, -1, 0], O_CREAT | O_WRONLY, 0o644))
    #expect(throws: GitError.self) { try references() }
  }

  @Test func aLinkToNowhereIsDamage() throws {
    try repository.git(["tag", "writ/good"])
    symlink("nowhere", "\(repository.folder)/.git/refs/tags/writ/a")
    expect(.damaged) { try references() }
  }

  @Test(arguments: ["garbage\n", "1111 refs/tags/writ/a\n", "\0\0\0"])
  func packedRefsThatCannotBeReadAreDamage(_ text: String) throws {
    try repository.git(["tag", "writ/a"])
    try repository.git(["pack-refs", "--all"])
    try repository.write(text, to: ".git/packed-refs")
    expect(.damaged) { try references() }
  }

  @Test func packedRefsThatAreCutShortAreDamage() throws {
    for name in ["writ/a", "writ/b"] { try repository.git(["tag", "-a", "-m", "T", name]) }
    try repository.git(["pack-refs", "--all"])
    let path = "\(repository.folder)/.git/packed-refs"
    let whole = try Data(contentsOf: URL(filePath: path))
    // Cut within the name of the last tag's object, and within what it points at.
    for cut in [whole.count - 1, whole.count - 20, whole.count - 41, whole.count - 80] {
      try whole.prefix(cut).write(to: URL(filePath: path))
      do {
        let names = try references().map(\.name)
        #expect(
          names == ["refs/tags/writ/a", "refs/tags/writ/b"], "cut at \(cut) of \(whole.count)")
      } catch let error as GitError {
        #expect(error.kind == .damaged)
      }
    }
  }

  @Test func locksThatWereLeftBehindAreNoRefs() throws {
    try repository.git(["tag", "writ/a"])
    try repository.write("", to: ".git/refs/tags/writ/a.lock")
    try repository.write("garbage", to: ".git/refs/tags/writ/b/c.lock")
    try repository.write("", to: ".git/packed-refs.lock")
    #expect(try references().map(\.name) == ["refs/tags/writ/a"])
  }

  // MARK: Making refs

  @Test func aRefIsMadeOnce() throws {
    let opened = try repository.opened()
    try opened.createReference("refs/tags/writ/a/1.0", target: commit)
    #expect(try repository.id("refs/tags/writ/a/1.0") == commit)
    let other = try repository.commit("B")
    for target in [commit, other] {
      expect(.exists) { try opened.createReference("refs/tags/writ/a/1.0", target: target) }
    }
    try repository.git(["pack-refs", "--all"])
    expect(.exists) { try opened.createReference("refs/tags/writ/a/1.0", target: other) }
    #expect(try repository.id("refs/tags/writ/a/1.0") == commit)
    try repository.git(["fsck", "--strict"])
  }

  @Test func aLockIsNamedAsOne() throws {
    try repository.write("", to: ".git/refs/tags/writ/a.lock")
    let opened = try repository.opened()
    expect(.locked) { try opened.createReference("refs/tags/writ/a", target: commit) }
    #expect(try references().isEmpty)
    try FileManager.default.removeItem(atPath: "\(repository.folder)/.git/refs/tags/writ/a.lock")
    try opened.createReference("refs/tags/writ/a", target: commit)
    #expect(try references().count == 1)
  }

  @Test(arguments: [
    "refs/tags/writ/../../../config", "refs/tags/writ/a..b", "refs/tags/writ/",
    "refs/tags/writ/a b",
    "", "/etc/x", "refs/tags/writ/a.lock",
  ])
  func aNameThatNoRefMayHaveIsRefused(_ name: String) throws {
    let opened = try repository.opened()
    #expect(throws: GitError.self) { try opened.createReference(name, target: commit) }
    #expect(try references().isEmpty)
  }

  @Test func ofManyWhoMakeARefOneWins() async throws {
    let folder = repository.folder
    let commit = commit
    let made = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let opened = try Repository(creatingIn: folder)
          do throws(GitError) {
            try opened.createReference("refs/tags/writ/a", target: commit)
            return true
          } catch {
            #expect([.exists, .locked].contains(error.kind))
            return false
          }
        }
      }
      return try await group.reduce(into: 0) { if $1 { $0 += 1 } }
    }
    #expect(made == 1)
    #expect(try references().count == 1)
  }

  private func references() throws -> [Reference] {
    try repository.opened().references(under: Self.prefix)
  }
}
