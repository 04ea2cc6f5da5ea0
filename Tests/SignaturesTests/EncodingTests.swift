import Foundation
import Objects
import Testing

@testable import Signatures

@Suite struct EncodingTests {
  @Test func sha256MatchesTheExamplesOfFIPS180() {
    #expect(
      Digest.sha256(of: [UInt8]()).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest.sha256(of: "abc".utf8).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Hex.encode(SHA.sha512(Array("abc".utf8))).hasPrefix("ddaf35a193617abacc417349ae204131"))
  }

  @Test func sha256OfASequenceWithoutStorageIsThatOfItsBytes() {
    #expect(Digest.sha256(of: (0..<100).lazy.map { $0 }) == .sha256(of: Array(0..<100)))
  }

  @Test func base64RoundTripsAtEveryLength() {
    for count in 0..<100 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
      #expect(Base64.decode(Array(Base64.encode(bytes).utf8)) == bytes)
    }
  }

  @Test(arguments: [
    "A", "AA", "AAA", "AAAAA", "AA=", "AAA=AAAA", "A===", "====", "AA==AA==", "AB==", "AAB=",
    "AA A", "AAA\n", "AAAA\n", " AAAA", "AA-A", "AA_A", "AAAA====", "=AAA", "AÄA",
  ])
  func base64OfAnotherSpellingIsRefused(_ text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test func fingerprintRoundTrips() throws {
    let fingerprint = try SSHPublicKey(text: Samples.ed25519).fingerprint
    #expect(fingerprint.description.utf8.count == 50)
    #expect(Fingerprint(fingerprint.description) == fingerprint)
  }

  @Test(arguments: ["", "=", "A", " "])
  func fingerprintOfAnotherLengthIsRefused(_ tail: String) throws {
    let text = try SSHPublicKey(text: Samples.ed25519).fingerprint.description
    #expect(Fingerprint(tail.isEmpty ? String(text.dropLast()) : text + tail) == nil)
  }

  @Test func fingerprintOfAnotherSpellingIsRefused() {
    let zeros = String(repeating: "A", count: 42)
    #expect(Fingerprint("SHA256:\(zeros)A") != nil)
    #expect(Fingerprint("SHA256:\(zeros)B") == nil, "an unused bit is set")
    #expect(Fingerprint("SHA256:\(zeros)=") == nil)
    #expect(Fingerprint("sha256:\(zeros)A") == nil)
    #expect(Fingerprint("SHA512:\(zeros)A") == nil)
    #expect(Fingerprint("MD5:\(zeros)AAAA") == nil)
    #expect(Fingerprint("SHA256:\(zeros.dropLast())-A") == nil)
  }

  @Test func fingerprintsAreOrderedByTheirDigests() throws {
    let low = try #require(Fingerprint("SHA256:" + String(repeating: "A", count: 43)))
    let high = try #require(Fingerprint("SHA256:/" + String(repeating: "A", count: 42)))
    #expect(low < high)
  }
}
