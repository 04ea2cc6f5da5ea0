import Foundation
import Git
import Objects
import Testing

@testable import PolicyRepository

/// One walk over all commits finds what a walk over each commit's whole tree would find.
@Suite struct ChangeIndexTests {
  @Test(arguments: 0..<20) func itFindsWhatALookAtEveryCommitFinds(seed: UInt64) throws {
    var story = try Story(seed: seed)
    defer { story.remove() }
    try story.write(commits: 40)
    let index = try ChangeIndex(story.git, from: story.heads)
    for commit in story.commits {
      for (path, blob) in commit.files {
        let place = KnownObjects.Place(commit: commit.id, path: path)
        let document = try #require(story.documents[blob])
        let approved = story.someBlobs()
        let found = try index.changes(of: document, at: place, approved: approved) { blob, _ in
          story.documents[blob]
        }
        #expect(
          Set(found) == story.changes(of: document, at: place, approved: approved),
          "seed \(seed), \(path) in \(commit.id)")
      }
    }
  }

  @Test(arguments: 0..<10) func everyChangeOfAFileIsThere(seed: UInt64) throws {
    var story = try Story(seed: seed)
    defer { story.remove() }
    try story.write(commits: 30)
    let index = try ChangeIndex(story.git, from: story.heads)
    #expect(Set(index.commits.map(\.id)) == Set(story.commits.map(\.id)))
    for (commit, touches) in zip(index.commits, index.touches) {
      let now = try #require(story.commits.first { $0.id == commit.id })
      let before = now.parents.map { story.commits[$0].files }
      let paths = Set(now.files.keys).union(before.flatMap(\.keys)).filter { path in
        before.isEmpty || before.contains { $0[path] != now.files[path] }
      }
      #expect(Set(touches.map { index.paths[$0.path] }) == paths && touches.count == paths.count)
      for touch in touches {
        let path = index.paths[touch.path]
        #expect(touch.after == now.files[path] && touch.before == before.map { $0[path] })
      }
    }
  }

  @Test func aFileBesideTheFoldersOfDocumentsIsPassedOver() throws {
    var story = try Story(seed: 1)
    defer { story.remove() }
    let blob = try story.git.write(Array("x".utf8), as: .blob)
    try story.commit(
      ["README.md": blob, "policies/a.txt": blob, "policies/a.md": blob], parents: [])
    let index = try ChangeIndex(story.git, from: story.heads)
    #expect(index.paths == ["policies/a.md"])
  }
}

/// Commits of a few files, made at random: changed, moved, taken out, brought back, branched, merged.
private struct Story {
  struct Commit {
    let id: ObjectID
    let parents: [Int]
    let files: [String: ObjectID]
  }

  let git: Repository
  private(set) var commits: [Commit] = []
  /// Which document each blob is.
  private(set) var documents: [ObjectID: DocumentID] = [:]
  private var random: Generator
  private let folder: String

  init(seed: UInt64) throws {
    random = Generator(state: seed)
    folder =
      FileManager.default.temporaryDirectory.appending(path: "writ-\(UUID().uuidString)").path
    git = try Repository(creatingIn: folder)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The commits that are nobody's parents.
  var heads: [ObjectID] {
    let parents = Set(commits.flatMap(\.parents))
    return commits.indices.filter { !parents.contains($0) }.map { commits[$0].id }
  }

  mutating func write(commits count: Int) throws {
    for number in 0..<count {
      var parents: [Int] = []
      if number > 0 {
        // Mostly the last, so that there are long rows.
        parents = [Int.random(in: 0..<4, using: &random) > 0 ? number - 1 : earlier(number)]
        if Int.random(in: 0..<5, using: &random) == 0 { parents.append(earlier(number)) }
      }
      let distinct = parents.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
      var files = distinct.first.map { commits[$0].files } ?? [:]
      if distinct.count == 2 {
        // A merge takes some files from the other side.
        for (path, blob) in commits[distinct[1]].files.sorted(by: { $0.key < $1.key })
        where Bool.random(using: &random) {
          files[path] = blob
        }
      }
      try change(&files)
      try commit(files, parents: distinct)
    }
  }

  mutating func someBlobs() -> Set<ObjectID> {
    let all = documents.keys.sorted()
    return Set(
      (0..<Int.random(in: 0..<4, using: &random)).compactMap { _ in
        all.randomElement(using: &random)
      })
  }

  mutating func commit(_ files: [String: ObjectID], parents: [Int]) throws {
    let tree = try tree(files.map { (Array($0.key.split(separator: "/")), $0.value) })
    let time = 1_700_000_000 + 60 * commits.count
    var lines = ["tree \(tree)"] + parents.map { "parent \(commits[$0].id)" }
    lines += [
      "author A <a@example.org> \(time) +0000", "committer A <a@example.org> \(time) +0000",
    ]
    let text = lines.joined(separator: "\n") + "\n\nnumber \(commits.count)\n"
    let id = try git.write(Array(text.utf8), as: .commit)
    commits.append(Commit(id: id, parents: parents, files: files))
  }

  /// By the definition: commit for commit, file for file.
  func changes(of document: DocumentID, at place: KnownObjects.Place, approved: Set<ObjectID>)
    -> Set<ObjectID>
  {
    var changes: Set<ObjectID> = []
    var visited: Set<KnownObjects.Place> = [place]
    var open = [place]
    while let place = open.popLast() {
      guard let commit = commits.first(where: { $0.id == place.commit }),
        let blob = commit.files[place.path], !approved.contains(blob)
      else { continue }
      let before = commit.parents.map { parent -> (path: String, blob: ObjectID)? in
        let files = commits[parent].files
        if let blob = files[place.path] { return (place.path, blob) }
        return files.filter { commit.files[$0.key] == nil && documents[$0.value] == document }
          .min { $0.key < $1.key }.map { ($0.key, $0.value) }
      }
      if before.allSatisfy({ $0?.blob != blob }) { changes.insert(commit.id) }
      for (parent, former) in zip(commit.parents, before) {
        guard let former else { continue }
        let next = KnownObjects.Place(commit: commits[parent].id, path: former.path)
        if visited.insert(next).inserted { open.append(next) }
      }
    }
    return changes
  }

  private mutating func earlier(_ number: Int) -> Int { Int.random(in: 0..<number, using: &random) }

  private mutating func change(_ files: inout [String: ObjectID]) throws {
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      let path = Self.paths.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0: files[path] = nil
      case 1:
        // At most one file is moved in a commit, so that where it came from is no question.
        let free = Self.paths.filter { files[$0] == nil }
        if let blob = files[path], let other = free.randomElement(using: &random) {
          files[path] = nil
          files[other] = blob
        }
      default:
        let name = ["x", "y", "z"].randomElement(using: &random) ?? ""
        let text = "\(name) \(Int.random(in: 0..<6, using: &random))"
        let blob = try git.write(Array(text.utf8), as: .blob)
        documents[blob] = DocumentID(name)
        files[path] = blob
      }
    }
  }

  private static let paths = [
    "policies/a.md", "policies/b.md", "policies/deep/er/c.md", "roles/a.md", "objectives/d.md",
  ]

  private func tree(_ files: [(path: [Substring], blob: ObjectID)]) throws -> ObjectID {
    var entries: [(name: String, bytes: [UInt8])] = []
    for (name, inside) in Dictionary(grouping: files, by: { $0.path[0] }) {
      if inside[0].path.count == 1 {
        entries.append((String(name), Array("100644 \(name)\0".utf8) + inside[0].blob.bytes))
      } else {
        let folder = try tree(inside.map { (Array($0.path.dropFirst()), $0.blob) })
        entries.append(("\(name)/", Array("40000 \(name)\0".utf8) + folder.bytes))
      }
    }
    return try git.write(entries.sorted { $0.name < $1.name }.flatMap(\.bytes), as: .tree)
  }
}

/// A generator of numbers that a seed determines (SplitMix64).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
