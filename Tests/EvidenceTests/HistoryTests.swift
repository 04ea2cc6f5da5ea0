import Foundation
import Objects
import Testing

@testable import Approvals
@testable import Evidence

/// What a history says on its page, and what its picture shows.
@Suite struct HistoryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Pages")

  /// The page is as it was when somebody last looked at it; see `ChangeRequestTests`.
  @Test(arguments: HistorySample.allCases)
  func thePageIsAsSomebodySawIt(_ sample: HistorySample) throws {
    let file = Self.folder.appending(path: "\(sample.rawValue).html")
    let page = try sample.report().page
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let isAsItWas = try page == String(contentsOf: file, encoding: .utf8)
    #expect(isAsItWas, "\(file.lastPathComponent) is another: RECORD=1 and make pages")
  }

  /// As another program reads it, which knows nothing of ours.
  private func check(_ page: String, quietly: Bool = false) throws -> Bool {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "writ-page-\(UUID().uuidString).html")
    try page.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = Process()
    check.executableURL = Self.folder.appending(path: "check")
    check.arguments = ["--words", file.path]
    if quietly { check.standardOutput = FileHandle.nullDevice }
    try check.run()
    check.waitUntilExit()
    return check.terminationStatus == 0
  }

  @Test(arguments: HistorySample.allCases)
  func thePageHoldsOnlyWhatItMay(_ sample: HistorySample) throws {
    #expect(try check(sample.report().page), "see above")
  }

  /// What could act or load something where a mark is drawn would be found.
  @Test(arguments: [
    "<script>a</script>", "<a href=\"https://evil.example\">a</a>", "<image href=\"a.png\" />",
    "<use href=\"#a\" />", "<foreignObject></foreignObject>", "<style>a</style>",
    "<animate attributeName=\"href\" />", "<circle class=\"approved\" r=\"6\" onclick=\"a\" />",
    "<circle class=\"approved\" r=\"6\" style=\"fill: red\" />", "<circle r=\"url(#a)\" />",
    "<path d=\"M0 0url(a)\" />", "<rect x=\"calc(1px)\" />", "<svg></svg><p>a</p>",
  ])
  func whatMayNotBeDrawnIsFound(_ shape: String) throws {
    let mark = "<circle class=\"approved\" r=\"6\" />"
    let page = try HistorySample.history.report().page
    #expect(page.contains(mark))
    #expect(try !check(page.replacing(mark, with: shape, maxReplacements: 1), quietly: true))
  }

  // MARK: The picture

  private func bars(_ status: DocumentStatus, until day: Int64 = 700) -> [String] {
    TimelinePicture.bars(of: status, until: HistorySample.time(day)).map { bar in
      let until = bar.until.map { "\($0.day)" } ?? ""
      return "\(bar.version) \(bar.from.day) \(until)"
    }
  }

  @Test func aVersionIsInForceUntilTheNext() throws {
    let first = HistorySample.approved(try HistorySample.edition("1.0"), 2)
    let second = HistorySample.approved(try HistorySample.edition("2.0"), 31)
    let status = HistorySample.status(second.edition, .inForce, [first, second])
    #expect(bars(status) == ["1.0 2026-03-03 2026-04-01", "2.0 2026-04-01 "])
    #expect(bars(status, until: 30) == ["1.0 2026-03-03 "])
    #expect(bars(status, until: 1) == [])
  }

  @Test func aVersionWaitsForItsDay() throws {
    let edition = try HistorySample.edition("1.0", effective: "2026-06-01")
    let status = HistorySample.status(edition, .approved, [HistorySample.approved(edition, 2)])
    #expect(bars(status, until: 50) == [])
    #expect(bars(status) == ["1.0 2026-06-01 "])
  }

  /// A lower version that is approved later never comes into force.
  @Test func aLowerVersionDoesNotComeBack() throws {
    let old = HistorySample.approved(try HistorySample.edition("1.0"), 60)
    let new = HistorySample.approved(try HistorySample.edition("2.0"), 31)
    #expect(
      bars(HistorySample.status(new.edition, .inForce, [old, new])) == ["2.0 2026-04-01 "])
  }

  @Test func whatIsRetiredOrReplacedEnds() throws {
    let first = HistorySample.approved(try HistorySample.edition("1.0"), 2)
    let second = HistorySample.approved(try HistorySample.edition("2.0"), 61)
    let retired = DocumentStatus.Retirement(
      version: first.edition.version, since: HistorySample.time(31), statements: [])
    #expect(
      bars(HistorySample.status(second.edition, .inForce, [first, second], retirements: [retired]))
        == ["1.0 2026-03-03 2026-04-01", "2.0 2026-05-01 "])
    let other = DocumentStatus.Successor(edition: second.edition, since: HistorySample.time(45))
    #expect(
      bars(HistorySample.status(first.edition, .superseded, [first, second], successor: other))
        == ["1.0 2026-03-03 2026-04-15"])
  }

  /// Of what cannot be told nothing is drawn as being in force.
  @Test func whatCannotBeToldIsNotDrawn() throws {
    let first = HistorySample.approved(try HistorySample.edition("1.0"), 2)
    #expect(bars(HistorySample.status(first.edition, .indeterminate, [first])) == [])
  }

  @Test func onlyWhatHoldsIsMarked() throws {
    let picture = try HistorySample.history.report().picture
    #expect(
      picture.rows.map(\.title)
        == ["Information Security Policy", "Access Control Policy", "People and rules"])
    #expect(
      picture.rows[0].marks.map(\.deed) == [
        .approved, .approved, .sentBack, .takenBack, .approved, .approved, .reviewed, .reviewed,
      ])
  }

  /// Too many documents for a picture are counted, and the first are drawn; whatever dates they claim.
  @Test func aPictureHasAnEnd() throws {
    let picture = try HistorySample.historyHostile.report().picture
    #expect(picture.rows.count == 20)
    #expect(picture.leftOut == 4)
    for day in [-719_000, -1, 0, 700, 2_900_000] as [Int64] {
      let edition = try HistorySample.edition("1.0", effective: "0001-01-01")
      let status = HistorySample.status(
        edition, .inForce, [HistorySample.approved(edition, -700_000)])
      let picture = TimelinePicture(
        of: [status], timeline: Timeline(changes: [], entries: []), until: HistorySample.time(day))
      #expect(picture.html.markup.utf8.count < 20_000)
    }
  }
}
