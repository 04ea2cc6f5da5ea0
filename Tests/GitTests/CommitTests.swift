import Foundation
import Glibc
import Objects
import Testing

@testable import Git

/// Commits that are made, and the history that they form.
@Suite struct CommitTests {
  static let jane = Ident(
    name: "Jane Doe", email: "jane@example.org", time: Instant(seconds: 1_795_276_800), offset: 60)
  let repository: TemporaryRepository

  init() throws { repository = try TemporaryRepository() }

  @Test func theFirstCommitHoldsTheFiles() throws {
    let opened = try repository.opened()
    let id = try opened.commit(
      files: [
        ("policies/a.md", Array("a\r\n".utf8), false),
        ("hooks/run", Array("#!/bin/sh\n".utf8), true),
      ], author: Self.jane, message: "A\n\nMore\n")
    #expect(try opened.head() == id)
    #expect(try repository.id("main") == id)
    let commit = try opened.commit(id)
    #expect(commit.parents.isEmpty)
    #expect(commit.addresses == [Self.jane.email, Self.jane.email])
    #expect(commit.text(commit.author.name) == Self.jane.name && commit.time == Self.jane.time)
    #expect(commit.messageText == "A\n\nMore\n" && commit.flaw == nil)
    #expect(try repository.git(["cat-file", "blob", "HEAD:policies/a.md"]) == Array("a\r\n".utf8))
    #expect(
      try repository.line(["ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD"])
        == "100755 hooks/run\n100644 policies/a.md")
    #expect(try repository.line(["diff", "--cached", "--name-only"]) == "")
    try repository.git(["fsck", "--strict", "--no-dangling"])
  }

  @Test func onlyTheFilesNamedAreCommitted() throws {
    for name in ["a", "b", "gone"] { try repository.write("old \(name)", to: name) }
    try repository.git(["add", "."])
    let first = try repository.commit()
    for name in ["b", "new"] { try repository.write("staged \(name)", to: name) }
    try repository.git(["add", "b", "new"])
    try repository.git(["rm", "-q", "gone"])
    try repository.write("unstaged", to: "a")

    let opened = try repository.opened()
    let id = try commit(opened, [("c", "c")])
    #expect(try opened.commit(id).parents == [first])
    #expect(try repository.line(["diff", "--name-only", "HEAD^", "HEAD"]) == "c")
    #expect(try repository.line(["diff", "--cached", "--name-status"]) == "M\tb\nD\tgone\nA\tnew")
    #expect(try repository.line(["diff", "--name-only"]).contains("a"))
  }

  @Test func whatAnotherProcessStagedMeanwhileStaysStaged() throws {
    let opened = try repository.opened()
    _ = try commit(opened, [("a", "a")])
    #expect(try opened.index().map(\.path) == ["a"])
    try repository.write("b", to: "b")
    try repository.git(["add", "b"])
    _ = try commit(opened, [("c", "c")])
    #expect(try repository.line(["diff", "--cached", "--name-only"]) == "b")
    #expect(try opened.index().map(\.path) == ["a", "b", "c"])
  }

  @Test func noFilterChangesTheBytes() throws {
    try repository.write("* text=auto eol=crlf filter=x ident\n", to: ".gitattributes")
    try repository.git(["config", "core.autocrlf", "true"])
    try repository.git(["config", "filter.x.clean", "tr a b"])
    _ = try commit(try repository.opened(), [("a", "a\r\n$Id$\n")])
    #expect(try repository.git(["cat-file", "blob", "HEAD:a"]) == Array("a\r\n$Id$\n".utf8))
  }

  @Test func aDetachedHeadMoves() throws {
    let first = try repository.commit()
    try repository.git(["checkout", "-q", "--detach"])
    let id = try commit(try repository.opened(), [("a", "a")])
    #expect(try repository.id("HEAD") == id)
    #expect(try repository.id("main") == first)
  }

  @Test(arguments: [".git/index.lock", ".git/refs/heads/main.lock"])
  func whereSomethingIsLockedNothingIsCommitted(_ lock: String) throws {
    let first = try repository.commit()
    try repository.write("", to: lock)
    let opened = try repository.opened()
    expect(.locked) { try commit(opened, [("a", "a")]) }
    #expect(try repository.id("HEAD") == first)
    try FileManager.default.removeItem(atPath: "\(repository.folder)/\(lock)")
    let id = try commit(opened, [("a", "a")])
    #expect(try opened.commit(id).parents == [first])
    #expect(try repository.line(["diff", "--cached", "--name-only"]) == "")
  }

  @Test(arguments: ["../a", "/a", ".git/config", ".GIT/config", "a/../b", "", "a//b", "./a"])
  func aPathThatNoTreeMayHoldIsRefused(_ path: String) throws {
    let first = try repository.commit()
    let opened = try repository.opened()
    #expect(throws: GitError.self) { try commit(opened, [(path, "a")]) }
    #expect(try repository.id("HEAD") == first)
  }

  @Test func theIndexTellsConflictsAndKinds() throws {
    try repository.write("base", to: "a")
    symlink("a", "\(repository.folder)/link")
    try repository.git(["add", "."])
    try repository.commit()
    try repository.git(["checkout", "-q", "-b", "side"])
    try repository.write("side", to: "a")
    try repository.git(["commit", "-qam", "S"])
    try repository.git(["checkout", "-q", "main"])
    try repository.write("main", to: "a")
    try repository.git(["commit", "-qam", "M"])
    #expect(throws: TemporaryRepository.Failure.self) { try repository.git(["merge", "side"]) }
    let entries = try repository.opened().index()
    #expect(entries.map(\.path) == ["a", "a", "a", "link"])
    #expect(entries.map(\.isConflict) == [true, true, true, false])
    #expect(entries.map(\.kind) == [.file, .file, .file, .symbolicLink])
  }

  @Test func anIndexThatCannotBeReadIsDamage() throws {
    try repository.write("garbage that is longer than a header and a checksum", to: ".git/index")
    expect(.damaged) { try repository.opened().index() }
  }

  // MARK: Revisions and history

  @Test func aRevisionNamesACommit() throws {
    try repository.write("a", to: "a")
    try repository.git(["add", "a"])
    let first = try repository.commit("A")
    let second = try repository.commit("B")
    try repository.git(["tag", "-a", "-m", "T", "t", "HEAD^"])
    let opened = try repository.opened()
    for (name, id) in [
      ("HEAD", second), ("main", second), ("t", first), ("HEAD~1", first),
      (first.description, first), (String(second.description.prefix(12)), second),
    ] {
      #expect(try opened.commit(named: name) == id, "\(name)")
    }
    for name in [
      "nothing", "HEAD~2", "HEAD:a", "HEAD^{tree}", "", "..", String(repeating: "1", count: 40),
    ] {
      expect(.notFound) { try opened.commit(named: name) }
    }
  }

  @Test func aBrokenHeadIsNotTakenForANewRepository() throws {
    try repository.commit()
    try repository.write("garbage\n", to: ".git/refs/heads/main")
    #expect(throws: GitError.self) { try repository.opened().head() }
  }

  @Test func noParentStandsBeforeItsChild() throws {
    let root = try repository.commit("A", time: 1000)
    try repository.git(["checkout", "-q", "-b", "side"])
    // Clocks that go wrong: children older than their parents.
    let side = try repository.commit("B", time: 500)
    try repository.git(["checkout", "-q", "main"])
    let main = try repository.commit("C", time: 2000)
    try repository.git(["merge", "-q", "--no-ff", "-m", "M", "side"], time: 100)
    let merge = try repository.id("HEAD")
    let opened = try repository.opened()
    let history = try opened.ancestry(of: [merge]).commits.map(\.id)
    #expect(Set(history) == [root, side, main, merge] && history.count == 4)
    #expect(history.first == merge && history.last == root)
    #expect(try opened.ancestry(of: [side]).commits.map(\.id) == [side, root])
    #expect(try opened.ancestry(of: [side, main]).commits.last?.id == root)
    #expect(try opened.ancestry(of: [side, side]).commits.count == 2)
    #expect(try opened.ancestry(of: []).commits.isEmpty)
    expect(.notFound) { try opened.ancestry(of: [.zero]) }
  }

  @Test func aMissingParentIsNotTheEndOfHistory() throws {
    let first = try repository.commit("A")
    let second = try repository.commit("B")
    try FileManager.default.removeItem(
      atPath: "\(repository.folder)/\(TemporaryRepository.loose(first))")
    #expect(throws: GitError.self) { try repository.opened().ancestry(of: [second]) }
  }

  @Test func theBranchIsNamedWhereThereIsOne() throws {
    let opened = try repository.opened()
    #expect(try opened.branch() == "refs/heads/main")
    try repository.commit()
    try repository.git(["checkout", "-q", "-b", "change/x"])
    #expect(try opened.branch() == "refs/heads/change/x")
    try repository.git(["checkout", "-q", "--detach"])
    #expect(try opened.branch() == nil)
  }

  @Test func aMergeUnderWayIsKnown() throws {
    let opened = try repository.opened()
    try repository.commit()
    #expect(!opened.isMerging)
    try repository.git(["checkout", "-q", "-b", "side"])
    try repository.commit()
    try repository.git(["checkout", "-q", "main"])
    try repository.git(["merge", "-q", "--no-ff", "--no-commit", "side"])
    #expect(opened.isMerging)
  }

  @Test func whereTwoBranchesPartedIsTheirBase() throws {
    let root = try repository.commit("A")
    try repository.git(["checkout", "-q", "-b", "side"])
    let side = try repository.commit("B")
    try repository.git(["checkout", "-q", "main"])
    let main = try repository.commit("C")
    try repository.git(["checkout", "-q", "--orphan", "other"])
    let other = try repository.commit("D")
    let opened = try repository.opened()
    #expect(try opened.mergeBase(of: side, with: [main]) == root)
    #expect(try opened.mergeBase(of: side, with: [other, main]) == root)
    #expect(try opened.mergeBase(of: side, with: [root, side]) == side)
    #expect(try opened.mergeBase(of: side, with: [other]) == nil)
    #expect(try opened.mergeBase(of: side, with: []) == nil)
  }

  private func commit(_ opened: Repository, _ files: [(path: String, text: String)]) throws
    -> ObjectID
  {
    try opened.commit(
      files: files.map { ($0.path, Array($0.text.utf8), false) }, author: Self.jane, message: "W\n")
  }
}
