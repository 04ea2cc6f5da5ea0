import Foundation
import Objects
import Testing

@testable import Git

/// Configuration: the user's is read, the repository's runs nothing.
@Suite struct ConfigurationTests {
  let repository: TemporaryRepository

  init() throws { repository = try TemporaryRepository() }

  @Test func theUsersSettingsAreReadFromTheFileGiven() throws {
    try repository.write(
      "[user]\n\tname = Jane Doe\n\temail = \"jane@example.org\"\n\tempty =\n", to: "config")
    let configuration = try UserConfiguration(file: "\(repository.folder)/config")
    #expect(try configuration.string("user.name") == "Jane Doe")
    #expect(try configuration.string("USER.email") == "jane@example.org")
    #expect(try configuration.string("user.empty") == "")
    #expect(try configuration.string("user.signingKey") == nil)
    #expect(throws: GitError.self) { try configuration.string("nonsense") }
  }

  @Test func theRepositorysSettingsAreNotTheUsers() throws {
    try repository.git(["config", "user.name", "Mallory"])
    try repository.write("", to: "config")
    #expect(try UserConfiguration(file: "\(repository.folder)/config").string("user.name") == nil)
    #expect(try UserConfiguration(file: "\(repository.folder)/none").string("user.name") == nil)
  }

  @Test func aFileThatIsNoConfigurationIsAnError() throws {
    try repository.write("[user\nname", to: "config")
    #expect(throws: GitError.self) {
      try UserConfiguration(file: "\(repository.folder)/config").string("user.name")
    }
  }

  @Test func whereHooksLieIsTold() throws {
    #expect(try repository.opened().hooksPath() == nil)
    try repository.git(["config", "core.hooksPath", "/somewhere"])
    #expect(try repository.opened().hooksPath() == "/somewhere")
  }

  @Test func nothingThatTheRepositoryNamesIsRun() throws {
    let marker = "\(repository.root)/marker"
    let script = "\(repository.root)/script"
    try Data("#!/bin/sh\ntouch '\(marker)'\ncat\n".utf8).write(to: URL(filePath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try repository.write("* filter=evil diff=evil merge=evil\n", to: ".gitattributes")
    try repository.write("a\n", to: "a")
    try repository.git(["add", "."])
    let first = try repository.commit()
    let hooks = [
      "pre-commit", "commit-msg", "post-commit", "prepare-commit-msg", "post-index-change",
      "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman",
    ]
    for folder in [".git/hooks", "more-hooks"] {
      for hook in hooks {
        try repository.write("", to: "\(folder)/\(hook)")
        try FileManager.default.removeItem(atPath: "\(repository.folder)/\(folder)/\(hook)")
        try FileManager.default.createSymbolicLink(
          atPath: "\(repository.folder)/\(folder)/\(hook)", withDestinationPath: script)
      }
    }
    try repository.write("[core]\n\tsshCommand = \(script)\n", to: ".git/included")
    let settings = [
      "core.fsmonitor": script, "core.hooksPath": "\(repository.folder)/more-hooks",
      "core.pager": script, "core.editor": script, "core.askPass": script,
      "core.gitProxy": script, "core.alternateRefsCommand": script,
      "gpg.program": script, "gpg.ssh.program": script, "gpg.format": "ssh",
      "commit.gpgSign": "true", "tag.gpgSign": "true", "user.signingKey": script,
      "gpg.ssh.defaultKeyCommand": script, "filter.evil.clean": script,
      "filter.evil.smudge": script, "filter.evil.process": script, "filter.evil.required": "true",
      "diff.evil.command": script, "diff.evil.textconv": script, "diff.external": script,
      "merge.evil.driver": script, "credential.helper": "!\(script)", "alias.log": "!\(script)",
      "include.path": "included", "includeIf.gitdir:/.path": "/nowhere/at/all",
      "init.templateDir": "\(repository.folder)/more-hooks",
    ]
    for (name, value) in settings {
      try repository.git(["config", "-f", ".git/config", "--add", name, value])
    }
    let file = URL(filePath: "\(repository.folder)/.git/config")
    let good = try Data(contentsOf: file)
    try repository.git(["config", "-f", ".git/config", "--add", "include.path", "/nowhere"])
    try repository.git(["config", "-f", ".git/config", "--add", "include.path", "/"])
    try? FileManager.default.removeItem(atPath: marker)

    let opened = try repository.opened()
    _ = try opened.index()
    let id = try opened.commit(
      files: [("b", Array("b\n".utf8), false)], author: CommitTests.jane, message: "B\n")
    try opened.createReference("refs/tags/writ/a", target: id)
    #expect(try opened.references(under: "refs/tags/writ/").count == 1)
    #expect(try opened.head() == id)
    #expect(try opened.ancestry(of: [id]).commits.map(\.id) == [id, first])
    _ = try opened.tree(#require(opened.commit(id).tree))
    _ = try opened.hooksPath()
    _ = try LineDifference(old: Array("a\n".utf8), new: Array("b\n".utf8))
    #expect(!FileManager.default.fileExists(atPath: marker))

    // The trap is live: Git itself walks into it, where the included files do not stop it.
    try good.write(to: file)
    _ = try? repository.git(["status"])
    #expect(FileManager.default.fileExists(atPath: marker))
  }
}
