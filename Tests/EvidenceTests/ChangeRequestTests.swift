import Foundation
import Objects
import Signatures
import Testing

@testable import Evidence

/// What a request to decide says: in a mail, on a page, and to scripts.
@Suite struct ChangeRequestTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Pages")

  /// The page, and the mail beside it, are as they were when somebody last looked at them.
  ///
  /// With `RECORD` in the environment they are written anew: `RECORD=1 swift test --filter
  /// ChangeRequestTests`. Then look: `make pages`.
  @Test(arguments: RequestSample.allCases)
  func pageAndMailAreAsSomebodySawThem(_ sample: RequestSample) throws {
    let request = try sample.request()
    for (text, ending) in [(request.page, "html"), (request.text.plain, "txt")] {
      let file = Self.folder.appending(path: "\(sample.rawValue).\(ending)")
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let isAsItWas = try text == String(contentsOf: file, encoding: .utf8)
      #expect(isAsItWas, "\(file.lastPathComponent) is another: see the comment here")
    }
  }

  /// As another program reads it, which knows nothing of ours.
  @Test(arguments: RequestSample.allCases)
  func thePageHoldsOnlyWhatItMay(_ sample: RequestSample) throws {
    let page = FileManager.default.temporaryDirectory
      .appending(path: "writ-page-\(UUID().uuidString).html")
    try sample.request().page.write(to: page, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: page) }
    let check = Process()
    check.executableURL = Self.folder.appending(path: "check")
    check.arguments = ["--words", page.path]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "see above")
  }

  /// The policy of the page lets this one style hold, and no other.
  @Test func thePolicyNamesTheStyle() throws {
    let digest = Data(Digest.sha256(of: Page.style.markup.utf8).bytes).base64EncodedString()
    #expect(try RequestSample.policy.request().page.contains("style-src 'sha256-\(digest)';"))
  }

  @Test func scriptsGetTheSame() throws {
    let json = try RequestSample.policy.request().json.document
    for part in [
      "\"schema\": \"writ.change-submit/1\"", "\"due\": \"2026-12-01\"", "\"since\": \"1.0\"",
      "\"page\": \"request-information-security-2.0.html\"", "\"person\": \"jane-doe\"",
      "\"next-review\": \"2027-03-03\"",
    ] {
      #expect(json.contains(part), "\(json)")
    }
  }

  @Test func withoutADayNoneIsNamed() throws {
    let request = try RequestSample.first.request()
    #expect(!request.text.plain.contains("Answer:"))
    #expect(request.page.contains("asks <bdi>Jane Doe and Sam Lee</bdi> to decide.</p>"))
  }
}
