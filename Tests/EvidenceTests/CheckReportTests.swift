import Documents
import Objects
import Rules
import Testing

@testable import Evidence

/// A yes is about something, and what was not judged is told in every form.
@Suite struct CheckReportTests {
  private static let header = ReportHeader(now: Instant(seconds: 1_780_000_000))
  private static let word = UnjudgedFile("policies/handbook.docx", .form)

  private static func report(
    _ documents: Int, _ unjudged: [UnjudgedFile] = [], isWhole: Bool = true,
    isAboutChanges: Bool = false, isAboutPaths: Bool = false, findings: [Finding] = []
  ) -> CheckReport {
    CheckReport(
      header, findings: findings, documents: documents,
      unjudged: UnjudgedFiles(unjudged, isWhole: isWhole), isAboutChanges: isAboutChanges,
      isAboutPaths: isAboutPaths)
  }

  @Test func aYesAboutNothingIsNone() {
    #expect(Self.report(1).isYes && Self.report(1, [Self.word]).isYes)
    #expect(!Self.report(0).isYes && !Self.report(0, [Self.word], isAboutPaths: true).isYes)
    // That no document has changed is an answer; that a Word file has, which was named, is none.
    #expect(Self.report(0, isAboutChanges: true).isYes)
    #expect(Self.report(0, [Self.word], isAboutChanges: true).isYes)
    #expect(Self.report(0, isAboutChanges: true, isAboutPaths: true).isYes)
    #expect(!Self.report(0, [Self.word], isAboutChanges: true, isAboutPaths: true).isYes)
  }

  @Test func onlyWhatIsAboutNothingIsNotWorthAWord() {
    #expect(Self.report(0, isAboutChanges: true).isAboutNothing)
    #expect(!Self.report(0, [Self.word], isAboutChanges: true).isAboutNothing)
    #expect(!Self.report(0).isAboutNothing && !Self.report(1, isAboutChanges: true).isAboutNothing)
  }

  @Test func peopleReadWhatWasNotJudged() {
    #expect(Self.report(2).text.plain == "Nothing to mend in 2 documents.\n")
    #expect(
      Self.report(2, [Self.word, Self.word]).text.plain == """
        Nothing to mend in 2 documents.
        Not judged: 1 file.
          policies/handbook.docx: no Markdown, which alone is read

        """)
    #expect(Self.report(0).text.plain.hasPrefix("Nothing was judged: documents are writ.yaml and"))
    #expect(
      Self.report(0, isAboutChanges: true).text.plain
        == "Nothing to mend. No document has changed.\n")
    #expect(
      Self.report(0, [Self.word], isAboutChanges: true).text.plain.hasPrefix(
        "No document has changed.\nNot judged: 1 file.\n"))
    #expect(Self.report(1, isWhole: false).text.plain.contains("Not all of the repository was"))
    let many = (10..<25).map { UnjudgedFile("policies/\($0)\u{1B}.docx", .form) }
    let text = Self.report(1, many).text.plain
    #expect(text.contains("Not judged: 15 files.") && text.contains("  and 5 more\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func scriptsReadIt() {
    let many = (100..<300).map { UnjudgedFile("policies/\($0).csv", .register) }
    let text = Self.report(1, many, isWhole: false).json.document
    #expect(text.contains("\"documents\": 1") && text.contains("\"not-judged-count\": 200"))
    #expect(text.contains("\"search-complete\": false"))
    #expect(text.contains("\"compared-with-approved\": true"))
    #expect(text.contains("policies/199.csv") && !text.contains("policies/200.csv"))
    #expect(text.contains("\"reason\": \"register\""))
  }

  @Test func forgesReadIt() {
    let odd = UnjudgedFile("::error::%0A\r\n::policy.docx", .elsewhere)
    let lines = Self.report(0, [odd], isAboutPaths: true).gitHubAnnotations
      .split(separator: "\n", omittingEmptySubsequences: true)
    #expect(lines.count == 4, "the last sentence takes two lines")
    #expect(lines[0].hasPrefix("::error title=Not judged::Nothing was judged: "))
    #expect(
      lines[1]
        == "::notice title=Not judged::1 file not judged: ::error::%250A%0D%0A::policy.docx (in no folder of documents)."
    )
    #expect(lines[2].hasPrefix("Nothing was judged: "))

    let sarif = Self.report(0, [odd]).sarif(version: "1").document
    #expect(sarif.contains("\"executionSuccessful\": false"))
    #expect(sarif.contains("\"uri\": \"%3A%3Aerror%3A%3A%250A%0D%0A%3A%3Apolicy.docx\""))
    #expect(sarif.contains("\"notJudged\": 1") && sarif.contains("\"level\": \"note\""))
    #expect(Self.report(1).sarif(version: "1").document.contains("\"executionSuccessful\": true"))
  }
}
