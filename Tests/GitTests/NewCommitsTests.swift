import Objects
import Testing

@testable import Git

/// What refs to come lead to and those that are there do not.
@Suite struct NewCommitsTests {
  let repository: TemporaryRepository
  let git: Repository
  let tree: ObjectID

  init() throws {
    repository = try TemporaryRepository()
    git = try repository.opened()
    tree = try git.write([], as: .tree)
  }

  /// A commit with these parents, made so many seconds after 2026 began.
  func commit(
    _ parents: [ObjectID], at seconds: Int, _ name: String = "a", committer: String? = nil
  )
    throws -> ObjectID
  {
    let time = 1_767_225_600 + seconds
    let lines =
      ["tree \(tree)"] + parents.map { "parent \($0)" }
      + [
        "author Jane <jane@example.org> \(time) +0000",
        committer ?? "committer Jane <jane@example.org> \(time) +0000",
      ]
    return try git.write(Array((lines.joined(separator: "\n") + "\n\n\(name)\n").utf8), as: .commit)
  }

  func new(_ start: ObjectID, beside old: [ObjectID], further: [ObjectID] = []) -> Set<ObjectID> {
    var walk = NewCommits(git, beside: old) { further }
    let (commits, faults) = walk.commits(from: start)
    #expect(faults.isEmpty)
    #expect(Set(commits.map(\.id)).count == commits.count)
    return Set(commits.map(\.id))
  }

  @Test func asGitTells() throws {
    var random = SystemRandomNumberGenerator()
    for isSkewed in [false, true] {
      for _ in 0..<6 {
        var all: [ObjectID] = []
        for number in 0..<250 {
          let parents = Set(
            (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
              all.suffix(9).randomElement()
            })
          let time = isSkewed ? Int.random(in: 0...1000, using: &random) : number
          all.append(try commit(Array(parents), at: time, "\(number)"))
        }
        let old = (0..<3).compactMap { _ in all.prefix(240).randomElement() }
        let starts = (0..<2).compactMap { _ in all.suffix(30).randomElement() }
        var walk = NewCommits(git, beside: old) { [] }
        var found: Set<ObjectID> = []
        for start in starts {
          let commits = walk.commits(from: start).commits.map(\.id)
          #expect(found.isDisjoint(with: commits))
          found.formUnion(commits)
        }
        let told = try repository.line(
          ["rev-list"] + starts.map(\.description) + ["--not"] + old.map(\.description))
        let wanted = Set(told.split(separator: "\n").compactMap { ObjectID(hex: $0) })
        // Never less, and no more than a few that were there, unless the commits lie about their time.
        let before = git.history(of: old)
        #expect(found.filter { before[$0] == nil } == wanted)
        #expect(isSkewed || found.count <= wanted.count + 64)
      }
    }
  }

  @Test func whatOnlyTagsLeadToIsFoundOutInTime() throws {
    var tip = try commit([], at: 0)
    for number in 1..<1000 { tip = try commit([tip], at: number) }
    let newest = try commit([tip], at: 1000)
    var isAsked = 0
    var walk = NewCommits(git, beside: []) {
      isAsked += 1
      return [tip]
    }
    #expect(walk.commits(from: newest).commits.map(\.id) == [newest])
    #expect(isAsked == 1)
  }

  @Test func whatLeadsNowhereIsNamed() throws {
    let first = try commit([], at: 0)
    let gone = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
    let blob = try git.write([1], as: .blob)
    for bytes in [
      "tree \(tree)\nparent x\n\n", "parent \(first)\ntree \(tree)\n\n", "",
      "tree \(tree)\nparent \(gone)\n\n", "tree \(tree)\nparent \(blob)\n\n",
    ] {
      let odd = try git.write(Array(bytes.utf8), as: .commit)
      let newest = try commit([odd], at: 5)
      var walk = NewCommits(git, beside: [first]) { [] }
      #expect(walk.commits(from: newest).faults.map(\.commit) == [odd], "\(bytes)")
      // Once it is there, it holds up nobody.
      var later = NewCommits(git, beside: [newest]) { [] }
      let next = try commit([newest], at: 6)
      let (commits, faults) = later.commits(from: next)
      #expect(commits.map(\.id) == [next] && faults.isEmpty)
    }
  }

  @Test func oddDatesAreFollowed() throws {
    let first = try commit([], at: 0)
    let odd = try commit([first], at: 1, committer: "committer x")
    let side = try commit([first], at: 2)
    let newest = try commit([odd, side], at: 3)
    #expect(new(newest, beside: [first]) == [odd, side, newest])
    #expect(try git.commit(odd).oddity != nil)
    #expect(try git.commit(side).oddity == nil)
    // libgit2 cannot go past it.
    let other = try commit([odd], at: 4)
    #expect(try git.mergeBase(of: newest, with: [other]) == odd)
    #expect(try git.mergeBase(of: other, with: [side]) == first)
    #expect(try git.mergeBase(of: other, with: [try commit([], at: 9, "alone")]) == nil)
  }

  @Test func aTagLeadsToItsCommit() throws {
    let first = try commit([], at: 0)
    let tag = try git.write(Array("object \(first)\ntype commit\ntag a\n\n".utf8), as: .tag)
    let outer = try git.write(Array("object \(tag)\ntype tag\ntag b\n\n".utf8), as: .tag)
    #expect(try git.commit(behind: outer) == first)
    #expect(try git.commit(behind: tree) == nil)
    let odd = try git.write(Array("tag c\n\n".utf8), as: .tag)
    #expect(throws: GitError.self) { try git.commit(behind: odd) }
  }
}
