import Signatures
import Testing

@testable import Approvals

@Suite struct AssertionPolicyTests {
  private func objection(
    _ assertion: Assertion, required: Bool = false, _ origins: String...
  ) -> Reason? {
    AssertionPolicy(
      requiresUserVerification: required, origins: origins.compactMap { WebOrigin($0) }
    ).objection(to: assertion)?.reason
  }

  @Test func verificationIsAskedForWhereItIsRequired() {
    let touched = Assertion(isUserVerified: false, origin: nil)
    let verified = Assertion(isUserVerified: true, origin: nil)
    #expect(objection(touched) == nil)
    #expect(objection(verified) == nil)
    #expect(objection(touched, required: true) == .userNotVerified)
    #expect(objection(verified, required: true) == nil)
  }

  @Test func aBrowserMayAskAtThePinnedOriginsOnly() {
    let desk = Assertion(isUserVerified: true, origin: "https://desk.example.org")
    #expect(objection(desk) == .originNotAllowed)
    #expect(objection(desk, "https://desk.example.org") == nil)
    #expect(objection(desk, "https://a.example.org", "https://desk.example.org") == nil)
    #expect(objection(desk, "https://example.org") == .originNotAllowed)
    #expect(objection(desk, "https://desk.example.org:8443") == .originNotAllowed)
    for other in [
      "https://desk.example.org.example.net", "https://DESK.example.org", "http://desk.example.org",
      "https://desk.example.org/", "https://desk.example.org:443",
    ] {
      let elsewhere = Assertion(isUserVerified: true, origin: other)
      #expect(objection(elsewhere, "https://desk.example.org") == .originNotAllowed, "\(other)")
    }
  }

  @Test func whereNoBrowserAskedNoOriginIsNeeded() {
    let plugged = Assertion(isUserVerified: true, origin: nil)
    #expect(objection(plugged, required: true, "https://desk.example.org") == nil)
  }

  @Test(arguments: [
    "https://desk.example.org", "https://example", "https://xn--bcher-kva.example",
    "https://desk.example.org:8443", "https://a-b.c1", "http://localhost", "http://localhost:8080",
    "https://localhost", "https://localhost:80",
  ])
  func anOriginIsWrittenAsBrowsersDo(_ text: String) {
    #expect(WebOrigin(text)?.description == text)
  }

  @Test(arguments: [
    "", "desk.example.org", "https://", "https:///", "https://desk.example.org/",
    "https://desk.example.org/sign", "https://desk.example.org?", "https://desk.example.org#a",
    "https://desk.example.org:443", "https://desk.example.org:", "https://desk.example.org:0",
    "https://desk.example.org:08443", "https://desk.example.org:65536", "https://desk:+1",
    "https://Desk.example.org", "HTTPS://desk.example.org", "https://jane@desk.example.org",
    "https://*.example.org", "https://.example.org", "https://example.org.", "https://a..b",
    "https://-a.example", "https://a-.example", "https://127.0.0.1", "https://[::1]",
    "https://bücher.example", "https://\u{301}desk.example.org", "https://desk\u{301}.example.org",
    "https://a b", "https://a\n", "http://desk.example.org",
    "http://localhost:80", "http://localhost.example.org", "http://localhosts",
    "http://sub.localhost", "file:///a", "null", "https://a.example:1:2",
    "https://\(String(repeating: "a", count: 64)).example",
  ])
  func whatNoBrowserWouldSayIsNoOrigin(_ text: String) {
    #expect(WebOrigin(text) == nil)
  }
}
