import Objects
import Testing

@testable import Evidence

/// The files of a pack are held against those made again: each other byte is a problem, or is named as not
/// compared.
@Suite struct PackComparisonTests {
  private static let root = "sha256:" + String(repeating: "ab", count: 32)

  /// An `evidence.json` as Writ writes it, as far as it matters here.
  private static func evidence(
    program: String = "1.0", from: JSONValue = .null, isPinned: JSONValue = .bool(true),
    _ change: (inout [String: JSONValue]) -> Void = { _ in }
  ) -> [UInt8] {
    var rest: [String: JSONValue] = [
      "scope": "All", "verdict": "valid",
      "requirements": [["clause": "5.2 a", "verdict": "met", "gaps": []]],
      "documents": [
        [
          "id": "policy", "in-force": "1.0", "flags": ["author-approved"],
          "versions": [["version": "1.0", "approved-by": [["person": "jane-doe"]]]],
          "missing": ["a second person"],
        ]
      ],
      "statements": [
        [
          "ref": "refs/tags/writ/policy/1.0/approve/jane-doe", "verdict": "valid", "message": .null,
        ],
        ["ref": "refs/tags/writ/policy/1.0/approve/sam-lee", "verdict": "valid", "message": .null],
      ],
    ]
    change(&rest)
    let first: JSONValue = [
      "schema": "writ.evidence/1", "repository": .string(root), "root-pinned": isPinned,
      "head": .null, "at": "2026-12-01T10:00:00Z", "clause": "5.2", "standard": "x",
      "program": .string(program), "from": from, "to": .null, "organisation": "Example Ltd",
    ]
    let members = rest.sorted { $0.key < $1.key }.map {
      JSONValue.Member(key: $0.key, value: $0.value)
    }
    return Array(JSONValue.object(first.members + members).document.utf8)
  }

  private static let table =
    "time,type,person,message,signature\r\n1,change,,,unsigned\r\n2,decision,\"a\"\"b\",x,\r\n"

  private static func files(program: String = "1.0", _ evidence: [UInt8]? = nil) -> [PackFile] {
    [
      PackFile(path: "index.html", text: "<p>\(program)"),
      PackFile(path: "evidence.json", bytes: evidence ?? Self.evidence(program: program)),
      PackFile(path: "history.csv", text: table), PackFile(path: "history.html", text: "<p>"),
      PackFile(path: "documents/policy/1.0.md", text: "text\n"),
      PackFile(path: "documents/policy/1.0.html", text: "<p>\(program)"),
      PackFile(path: "VERIFY.md", text: "# Verify"), PackFile(path: "decisions.txt", text: "valid"),
      PackFile(path: "allowed_signers", text: "key"),
    ]
  }

  /// Holds them against what this version, 1.0, makes by the word of the pack.
  private func compare(_ found: [PackFile], named: Set<String> = []) -> PackComparison {
    let claim = found.first { $0.path == "evidence.json" }.flatMap { PackClaim($0.bytes) }
    var comparison = PackComparison(
      of: found, named: named, claim: claim, isByThisVersion: claim?.program == "1.0")
    let program = claim?.program ?? "1.0"
    for file in Self.files(program: program) { comparison.hold(against: file) }
    comparison.end()
    return comparison
  }

  private static func altered(_ path: String, in files: [PackFile]) -> [PackFile] {
    files.map { $0.path == path ? PackFile(path: path, bytes: $0.bytes + [0x20]) : $0 }
  }

  @Test func whatIsTheSameIsNotNamed() {
    for program in ["1.0", "2.0"] {
      let comparison = compare(Self.files(program: program))
      #expect(comparison.problems.isEmpty && comparison.notCompared.isEmpty)
    }
  }

  @Test(arguments: files().map(\.path))
  func eachFileThatIsAlteredAddedOrLeftOutIsNamed(_ path: String) {
    let files = Self.files()
    let altered = compare(Self.altered(path, in: files))
    #expect(altered.problems.count == 1 && altered.problems[0].hasPrefix("\(path) "))
    #expect(altered.notCompared.isEmpty)
    let fewer = compare(files.filter { $0.path != path })
    #expect(fewer.problems.contains("\(path) is missing from the pack."))
    for other in ["documents/policy/2.0.md", "x.html", "Index.html", "history.csv.html"] {
      let more = compare(files + [PackFile(path: other, text: "")])
      #expect(more.problems == ["\(other) does not belong to the pack."])
    }
    // Of what the manifest tells of already, nothing is said twice.
    #expect(compare(Self.altered(path, in: files), named: [path]).problems.isEmpty)
  }

  @Test func pagesOfAnotherVersionAreNotCompared() {
    let files = Self.files(program: "2.0")
    for path in ["index.html", "history.html", "documents/policy/1.0.html", "VERIFY.md"] {
      let comparison = compare(Self.altered(path, in: files))
      #expect(comparison.problems.isEmpty && comparison.notCompared == [path])
    }
    for path in ["documents/policy/1.0.md", "decisions.txt", "allowed_signers", "history.csv"] {
      #expect(compare(Self.altered(path, in: files)).problems.count == 1)
    }
    let more = compare(
      files + [
        PackFile(path: "x.html", text: ""), PackFile(path: "documents/policy/2.0.md", text: ""),
        PackFile(path: "documents/x.HTML", text: ""),
      ])
    #expect(more.notCompared == ["x.html"])
    #expect(
      more.problems == [
        "documents/policy/2.0.md does not belong to the pack.",
        "documents/x.HTML does not belong to the pack.",
      ])
    for path in ["documents/policy/1.0.md", "evidence.json", "history.csv", "allowed_signers"] {
      #expect(
        compare(files.filter { $0.path != path }).problems == ["\(path) is missing from the pack."])
    }
    #expect(compare(files.filter { $0.path != "history.html" }).problems.isEmpty)
  }

  /// Where the pack cannot say who made it, its texts and keys are still held against the bundle.
  @Test(arguments: [
    [UInt8]("{}".utf8), [], evidence(program: "1.0 or so"), evidence(program: "<b>"),
    evidence(program: ""), evidence(program: String(repeating: "1", count: 41)),
    evidence(from: "2026-13-01"), evidence(from: .bool(true)), evidence(isPinned: "true"),
  ])
  func whoMadeItMustBeTold(_ evidence: [UInt8]) {
    #expect(PackClaim(evidence) == nil)
    let files = Self.files(evidence)
    let sentence = "evidence.json cannot be read as what Writ writes."
    #expect(compare(files).problems == [sentence])
    let altered = Self.altered(
      "index.html",
      in: Self.altered("documents/policy/1.0.md", in: Self.altered("history.csv", in: files)))
    let comparison = compare(altered)
    #expect(comparison.problems.count == 2 && comparison.problems.contains(sentence))
    #expect(comparison.notCompared == ["history.csv", "index.html"])
  }

  /// The first lines are enough, so that one damaged byte further down hides nothing else.
  @Test func theFirstLinesTellWhoMadeIt() {
    let evidence = Self.evidence()
    for place in [0, evidence.count - 2] {
      var damaged = evidence
      damaged[place] = 0x21
      #expect(PackClaim(damaged)?.program == "1.0")
      let comparison = compare(Self.altered("index.html", in: Self.files(damaged)))
      #expect(
        comparison.problems == [
          "evidence.json cannot be read as what Writ writes.",
          "index.html is not what the repository in the pack gives.",
        ])
    }
  }

  @Test func whatTheEvidenceSaysOtherwiseIsNamed() {
    let subjects: [(String, (inout [String: JSONValue]) -> Void)] = [
      ("policy", { $0["documents"]?.replace("jane-doe", with: "kim-ray") }),
      ("policy", { $0["documents"]?.replace("author-approved", with: "removed") }),
      ("\"documents\"", { $0["documents"] = .null }),
      ("policy", { $0["documents"] = [] }),
      (
        "writ/policy/1.0/approve/sam-lee",
        { $0["statements"]?.replace("refs/tags/writ/policy/1.0/approve/sam-lee", with: "x") }
      ),
      ("\"verdict\"", { $0["verdict"] = "invalid" }), ("\"scope\"", { $0["scope"] = "Nothing" }),
      ("\"scope\"", { $0["scope"] = nil }),
    ]
    for (subject, change) in subjects {
      for program in ["1.0", "2.0"] {
        let found = Self.evidence(program: program, change)
        let comparison = compare(Self.files(program: program, found))
        let sentence = comparison.problems.first ?? ""
        #expect(
          comparison.problems.count == 1 && sentence.contains(subject), "\(subject): \(sentence)")
        #expect(comparison.notCompared.isEmpty)
      }
    }
  }

  /// Another version may use other words and say more: that is not compared, and said.
  @Test func wordsOfAnotherVersionAreNotFacts() {
    let changes: [(inout [String: JSONValue]) -> Void] = [
      { $0["requirements"] = [] }, { $0["requirements"]?.replace("met", with: "gap") },
      { $0["documents"]?.replace("a second person", with: "somebody") }, { $0["more"] = .null },
      {
        $0["documents"] = [
          [
            "id": "policy", "in-force": "1.0", "flags": ["author-approved", "yet-to-come"],
            "versions": [["version": "1.0", "approved-by": [["person": "jane-doe"]]]],
          ]
        ]
      },
    ]
    for change in changes {
      let other = compare(Self.files(program: "2.0", Self.evidence(program: "2.0", change)))
      #expect(other.problems.isEmpty && other.notCompared == ["evidence.json"])
      let own = compare(Self.files(Self.evidence(change)))
      #expect(own.problems.count == 1 && own.notCompared.isEmpty)
    }
  }

  @Test func aTableIsComparedByItsColumns() {
    let agrees = { (text: String) in
      PackFacts.agree(table: Array(text.utf8), Array(Self.table.utf8))
    }
    #expect(agrees(Self.table))
    // Other words, another order, one column more.
    #expect(agrees(Self.table.replacing("unsigned", with: "no signature")))
    #expect(
      agrees("type,more,time,person\r\nchange,1,1,\r\ndecision,2,2,\"a\"\"b\"\r\n"))
    for (old, new) in [
      ("a\"\"b", "ab"), ("1,change", "3,change"), ("2,decision", "2,decision,"), ("\r\n", "\n"),
      ("\"a\"\"b\"", "a\"b"), ("time,type", "time,time"), ("2,decision,\"a\"\"b\",x,\r\n", ""),
      ("x,\r\n", "x,"), ("x,\r\n", "x,\r\n3,decision,c,,\r\n"),
    ] {
      #expect(!agrees(Self.table.replacing(old, with: new)), "\(new)")
    }
    #expect(!agrees("") && !agrees("\"") && !agrees("\r\n"))
  }
}

extension JSONValue {
  /// Puts another string in the place of one, however deep.
  fileprivate mutating func replace(_ old: String, with new: String) {
    switch self {
    case .string(old): self = .string(new)
    case .array(var values):
      for place in values.indices { values[place].replace(old, with: new) }
      self = .array(values)
    case .object(let members):
      self = .object(
        members.map { member in
          var value = member.value
          value.replace(old, with: new)
          return Member(key: member.key, value: value)
        })
    default: break
    }
  }
}
