import Foundation
import Glibc
import Objects
import Testing

@testable import Git

/// Which repositories are opened, and which are refused for what reason.
@Suite struct OpeningTests {
  @Test func theRepositoryAroundTheFolderIsOpened() throws {
    let repository = try TemporaryRepository()
    try repository.write("a", to: "policies/deep/a.md")
    for folder in ["", "/policies", "/policies/deep"] {
      let opened = try repository.opened(in: repository.folder + folder)
      #expect(opened.gitFolder == "\(repository.folder)/.git/")
      #expect(opened.commonFolder == opened.gitFolder)
      #expect(opened.workingFolder == "\(repository.folder)/")
      #expect(!opened.isShallow)
      #expect(try opened.head() == nil)
    }
  }

  @Test func aBareRepositoryHasNoFiles() throws {
    let repository = try TemporaryRepository(["--bare"])
    let opened = try repository.opened()
    #expect(opened.workingFolder == nil)
    #expect(opened.gitFolder == "\(repository.folder)/")
  }

  @Test func aLinkedWorkingTreeSharesItsRefs() throws {
    let repository = try TemporaryRepository()
    let commit = try repository.commit()
    try repository.git(["worktree", "add", "-q", "\(repository.root)/linked"])
    let opened = try repository.opened(in: "\(repository.root)/linked")
    #expect(opened.commonFolder == "\(repository.folder)/.git/")
    #expect(opened.gitFolder == "\(repository.folder)/.git/worktrees/linked/")
    try opened.createReference("refs/tags/writ/a", target: commit)
    #expect(try repository.id("refs/tags/writ/a") == commit)
    try repository.write("cut short", to: ".git/refs/tags/writ/b")
    #expect(throws: GitError.self) { try opened.references(under: "refs/tags/writ/") }
  }

  @Test func aShallowCloneSaysSo() throws {
    let repository = try TemporaryRepository()
    try repository.commit("A")
    try repository.commit("B")
    let clone = "\(repository.root)/clone"
    try repository.git(["clone", "-q", "--depth", "1", "file://\(repository.folder)", clone])
    #expect(try repository.opened(in: clone).isShallow)
  }

  @Test func whereNoneIsNoneIsOpened() throws {
    let repository = try TemporaryRepository(nil)
    expect(.notARepository) { try repository.opened() }
  }

  @Test(arguments: [
    ["extensions.partialClone=origin"], ["extensions.refStorage=reftable"],
    ["extensions.worktreeConfig=true"], ["extensions.unheardOf=true"],
    ["core.repositoryFormatVersion=2"],
  ])
  func aFormatThatCannotBeReadIsUnsupported(_ settings: [String]) throws {
    let repository = try TemporaryRepository()
    for setting in ["core.repositoryFormatVersion=1"] + settings {
      let parts = setting.split(separator: "=").map(String.init)
      try repository.git(["config", "-f", ".git/config"] + parts)
    }
    expect(.unsupported) { try repository.opened() }
  }

  @Test func longObjectNamesAreUnsupported() throws {
    let repository = try TemporaryRepository(["--object-format=sha256"])
    expect(.unsupported) { try repository.opened() }
  }

  @Test(arguments: ["core.worktree", "CORE.workTree"])
  func filesElsewhereAreUnsupported(_ name: String) throws {
    let repository = try TemporaryRepository()
    // A folder of the same user: another's would be refused for that alone.
    let elsewhere = try TemporaryRepository()
    try repository.git(["config", "-f", ".git/config", name, elsewhere.folder])
    expect(.unsupported) { try repository.opened() }
  }

  @Test func filesElsewhereByAnIncludedFileAreUnsupported() throws {
    let repository = try TemporaryRepository()
    let elsewhere = try TemporaryRepository()
    try repository.write("[core]\n\tworktree = \(elsewhere.folder)\n", to: ".git/more")
    try repository.git(["config", "include.path", "more"])
    expect(.unsupported) { try repository.opened() }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func theRepositoryOfAnotherUserIsRefused() throws {
    let repository = try TemporaryRepository()
    try repository.commit()
    for path in [repository.folder, "\(repository.folder)/.git"] {
      try #require(chown(path, 12345, 12345) == 0)
    }
    expect(.foreignOwner) { try repository.opened() }
  }

  @Test(arguments: ["config", "packed-refs", "index", "refs/heads/main", "objects/pack/pack-1.idx"])
  func aPipeInThePlaceOfAFileIsNotOpened(_ name: String) throws {
    let repository = try TemporaryRepository()
    try repository.commit()
    let path = "\(repository.folder)/.git/\(name)"
    unlink(path)
    try #require(mkfifo(path, 0o600) == 0)
    expect(.system) { try repository.opened() }
  }

  @Test func aConfigurationFarTooLargeIsNotRead() throws {
    let repository = try TemporaryRepository()
    try #require(truncate("\(repository.folder)/.git/config", 1 << 30) == 0)
    expect(.system) { try repository.opened() }
  }

  @Test func aNewRepositoryIsMadeWithoutATemplate() throws {
    let repository = try TemporaryRepository(nil)
    let made = try Repository(creatingIn: "\(repository.folder)/a/b")
    #expect(try made.head() == nil)
    #expect(!repository.exists("a/b/.git/hooks/pre-commit.sample"))
    try repository.git(["-C", "a/b", "status"])
  }

  /// In a process of its own, since the environment is the whole process's.
  @Test func theIndexIsTheOneThatGitNames() async {
    await #expect(processExitsWith: .success) {
      let repository = try TemporaryRepository()
      defer { repository.remove() }
      try repository.write("a", to: "a")
      try repository.write("b", to: "b")
      try repository.git(["add", "a"])
      let other = "\(repository.root)/other-index"
      try repository.git(["add", "b"], environment: ["GIT_INDEX_FILE": other])
      #expect(try repository.opened().index().map(\.path) == ["a"])
      setenv("GIT_INDEX_FILE", other, 1)
      #expect(try repository.opened().index().map(\.path) == ["b"])
    }
  }

  @Test func theRepositoryIsTheOneThatGitNames() async {
    await #expect(processExitsWith: .success) {
      let repository = try TemporaryRepository()
      let elsewhere = try TemporaryRepository(nil)
      defer {
        repository.remove()
        elsewhere.remove()
      }
      setenv("GIT_DIR", "\(repository.folder)/.git", 1)
      #expect(try elsewhere.opened().gitFolder == "\(repository.folder)/.git/")
    }
  }
}

/// Expects an error of that kind, with words.
func expect(
  _ kind: GitError.Kind, _ location: SourceLocation = #_sourceLocation,
  in body: () throws -> some Any
) {
  let error = #expect(throws: GitError.self, sourceLocation: location) { _ = try body() }
  #expect(error?.kind == kind, "\(error?.message ?? "")", sourceLocation: location)
  #expect(error?.message.isEmpty == false, sourceLocation: location)
}
