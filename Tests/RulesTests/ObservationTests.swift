import Objects
import Testing

@testable import Approvals
@testable import Documents
@testable import Rules

/// What is to be known of a document, found in one place for all reports.
@Suite struct ObservationTests {
  private let governance: Governance
  private let files: Files

  init() throws {
    files = try Files()
    let text = try #require(files.files["writ.yaml"])
    governance = try #require(Governance.parse(Array(text.utf8)).governance)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A document of the files in that state, approved on that day.
  private func observed(
    _ path: String, _ state: DocumentState = .inForce, approved: String = "2026-12-02",
    flags: [DocumentFlag] = [], asOf: String = "2026-12-03", outOfOrder: Bool = false,
    changed: (String) -> String = { $0 }
  ) throws -> ObservedDocument {
    let text = changed(try #require(files.files[path]))
    let bytes = Array(text.utf8)
    let edition = try #require(Edition(bytes, path: path))
    let met = try day(approved).start
    let approval = try statement(on: edition, at: met)
    let version = DocumentStatus.Approved(
      edition: edition, met: met, from: met, approvals: [approval], reviews: [], openReview: [],
      openRetirement: [])
    let isApproved = [.inForce, .superseded, .retired].contains(state)
    let status = DocumentStatus(
      edition: edition, state: state, reasons: [], flags: flags, approvals: [approval],
      objections: [], missing: [], inForce: state == .inForce ? version : nil,
      approved: isApproved ? [version] : [], retirement: nil, successor: nil)
    return ObservedDocument(
      status, text: .init(bytes, path: path),
      in: .init(
        day: try day(asOf), governance: governance, outOfOrder: outOfOrder ? [approval.id] : []))
  }

  private func statement(on edition: Edition, at time: Instant) throws -> VerifiedStatement {
    let person = try #require(governance.people.first)
    let role = try #require(person.roles.first.flatMap(governance.role))
    let statement = Statement(
      subject: "", comment: "", repository: governance.digest, governance: governance.digest,
      name: StatementName(
        document: edition.document, version: edition.version, decision: .approve, person: person.id),
      path: edition.path, digest: edition.digest, role: role.id,
      key: try #require(person.keys.first?.name), seen: [])
    return VerifiedStatement(
      statement: statement, id: edition.digest, target: .zero, time: time, edition: edition,
      person: person, role: role)
  }

  private func codes(_ document: ObservedDocument) -> [String] { document.observations.map(\.code) }

  /// Every flag has words, and is told wherever the document is looked at.
  @Test(arguments: DocumentFlag.allCases)
  func everyFlagHasWords(_ flag: DocumentFlag) throws {
    let document = try observed(Files.policyPath, flags: [flag])
    let found = try #require(document.observations.first { $0.topic == .flag(flag) })
    #expect(found.code == flag.rawValue)
    #expect(found.weight != .note)
    #expect(found.words.hasSuffix(".") && found.words.count > 20)
    #expect(found.told.hasPrefix("Information Security Policy 1.0: "))
  }

  /// What is said of a text that is not in force weakens nothing, and is told all the same.
  @Test(arguments: DocumentFlag.allCases.filter(\.isAboutText))
  func aTextThatIsNotInForceWeakensNothing(_ flag: DocumentFlag) throws {
    let found = try observed(Files.policyPath, .partial, flags: [flag]).observations
    #expect(found.first { $0.topic == .flag(flag) }?.weight == .note)
  }

  @Test func aDayIsHeldAgainstTheDayAskedAbout() throws {
    for (asOf, codes) in [
      ("2027-01-31", []), ("2027-02-01", ["action-due"]), ("2027-02-28", ["action-due"]),
      ("2027-03-01", ["milestone-due", "action-due"]),
      ("2027-03-02", ["milestone-due", "action-due"]),
      ("2027-03-03", ["milestone-due", "action-due", "result-not-read"]),
      ("2027-12-31", ["milestone-due", "action-due", "result-not-read"]),
      ("2028-01-01", ["objective-due", "milestone-due", "action-due", "result-not-read"]),
    ] as [(String, [String])] {
      let document = try observed(Files.objectivePath, asOf: asOf)
      #expect(self.codes(document) == codes, "\(asOf)")
    }
  }

  @Test func milestonesAreCounted() throws {
    let document = try observed(Files.objectivePath, asOf: "2027-07-01")
    #expect(
      document.observations.contains {
        $0.words == "2 of its 2 milestones were due, the last on 30 June 2027."
      })
  }

  /// A draft whose day has passed is told; it weighs nothing against what is in force.
  @Test(arguments: [DocumentState.draft, .partial, .rejected, .inForce, .retired, .superseded])
  func anEffectiveDayThatPassedIsToldOfDrafts(_ state: DocumentState) throws {
    let isOpen = [.draft, .partial, .rejected].contains(state)
    for (asOf, isTold) in [("2026-12-01", false), ("2026-12-02", isOpen)] {
      let found = try observed(Files.policyPath, state, asOf: asOf).observations
      let told = found.filter { $0.code == "effective-passed" }
      #expect(told.map(\.weight) == (isTold ? [.note] : []), "\(asOf)")
    }
  }

  @Test(arguments: [
    (Files.accessPath, true), (Files.procedurePath, true), (Files.rolePath, true),
    (Files.objectivePath, false), (Files.policyPath, false),
  ])
  func whoeverSaysNoIntervalIsTold(_ path: String, _ isTold: Bool) throws {
    #expect(codes(try observed(path)).contains("no-review-interval") == isTold)
  }

  @Test func whatIsStillToBeFilledInIsAGapOnceItIsInForce() throws {
    for (text, count) in [("TODO", "one place"), ("TODO and {{name}}", "2 places")] {
      for (state, weight) in [
        (DocumentState.inForce, Observation.Weight.gap), (.draft, .note),
      ] {
        let document = try observed(Files.accessPath, state) { $0 + "\n\(text)\n" }
        let found = try #require(document.observations.first { $0.code == "open-places" })
        #expect(found.weight == weight)
        #expect(found.words.contains(count))
      }
    }
    #expect(!codes(try observed(Files.accessPath)).contains("open-places"))
  }

  @Test func aRoleWithoutAHolderIsTold() throws {
    #expect(!codes(try observed(Files.rolePath)).contains("role-vacant"))
    let unknown = try observed(Files.rolePath) { $0.replacing("id: ciso", with: "id: tester") }
    #expect(
      unknown.observations.first { $0.code == "role-vacant" }?.weight == .weakness)
    // A role of the people and rules that nobody holds, described and not.
    let text = try #require(files.files["writ.yaml"]).replacing(
      "  ciso: {", with: "  tester: {title: Tester}\n  ciso: {")
    let vacant = try #require(Governance.parse(Array(text.utf8)).governance)
    let described = ObservedDocument(
      unknown.status, text: unknown.text,
      in: .init(day: try day("2026-12-03"), governance: vacant, outOfOrder: []))
    #expect(described.observations.first { $0.code == "role-vacant" }?.weight == .gap)
    let people = try observed("writ.yaml") { _ in text }
    #expect(
      people.observations.first { $0.code == "role-vacant" }?.words
        == "A role is held by nobody: Tester.")
    #expect(!codes(try observed("writ.yaml")).contains("role-vacant"))
  }

  @Test func decisionsApartAreToldOfTheTextTheyApprove() throws {
    #expect(codes(try observed(Files.policyPath, outOfOrder: true)) == ["out-of-order"])
    #expect(codes(try observed(Files.policyPath)) == [])
  }

  /// What is past is not looked at any more; only what files and decisions say of it is told.
  @Test(arguments: [DocumentState.retired, .superseded])
  func whatIsPastIsNotHeldAgainstTheDay(_ state: DocumentState) throws {
    let past = try observed(Files.objectivePath, state, flags: [.removed], asOf: "2030-01-01")
    #expect(past.observations.map(\.code) == ["removed"])
    #expect(past.observations.map(\.weight) == [.note])
  }

  /// A draft beside the text in force hides nothing of it, and what both say is said once.
  @Test func theTextInForceIsLookedAtBesideADraft() throws {
    let inForce = try observed(
      Files.objectivePath, flags: [.authorApproved, .notMerged], asOf: "2028-01-01")
    let draft = try observed(Files.objectivePath, .draft, flags: [.modified], asOf: "2028-01-01") {
      $0.replacing("version: 1.0", with: "version: 1.1").replacing("2027-12-31", with: "2028-12-31")
    }
    let found = ObservedDocument.observations(of: draft, inForce: inForce)
    #expect(
      found.map { "\($0.version) \($0.code)" } == [
        "1.0 author-approved", "1.0 objective-due", "1.1 modified", "1.0 milestone-due",
        "1.0 action-due", "1.0 result-not-read",
      ])
  }

  /// Only what a reader of the text can tell by themselves.
  @Test func littleOfItIsPublic() throws {
    let found = try observed(Files.policyPath, flags: DocumentFlag.allCases).observations
    #expect(
      Set(found.filter(\.isPublic).map(\.code)) == ["retroactive", "review-overdue"])
  }

  // MARK: Files that are not read

  @Test(arguments: [
    ("records/a.csv", true, false, UnreadFile.Reason.register),
    ("records/A.CSV", true, false, .register), ("policies/a.docx", true, false, .format),
    ("policies/a.MD", true, false, .format), ("policies/picture.png", true, false, .format),
    ("policies/a.md", true, false, .unreadable), ("policies/a.md", true, true, nil),
    ("policies/a.md", false, false, .notFile), ("writ.yaml", true, false, nil),
    ("writ.yaml", false, false, .notFile), ("policies/.md", true, false, .format),
  ])
  func whatIsNotReadIsNamed(
    _ path: String, _ isFile: Bool, _ isDocument: Bool, _ reason: UnreadFile.Reason?
  ) {
    #expect(UnreadFile(at: path, isFile: isFile, isDocument: isDocument)?.reason == reason)
  }

  @Test func manyFilesAreCounted() {
    let files = (1...12).compactMap {
      UnreadFile(at: "records/\($0).csv", isFile: true, isDocument: false)
    }
    #expect(
      UnreadFile.sentences(on: files) == [
        "Not looked at: tables, of which no row was read: "
          + (1...10).map { "records/\($0).csv" }.joined(separator: ", ") + " and 2 more."
      ])
    #expect(UnreadFile.sentences(on: []) == [])
  }
}
