import Files
import Foundation
import Objects
import Signatures
import Testing

@testable import PolicyRepository

/// What a user's state remembers of objects.
@Suite struct KnownObjectsTests {
  static let known: KnownObjects = {
    var known = KnownObjects()
    let place = KnownObjects.Place(commit: id(2), path: "policies/with spaces  in it.md")
    known.signers[id(1)] = Fingerprint(ofBlob: [1, 2, 3])
    known.blobs[place] = id(3)
    known.changes[KnownObjects.Question(place, approved: [])] = []
    known.changes[KnownObjects.Question(place, approved: [.sha256(of: [7])])] = [id(4), id(5)]
    return known
  }()

  static func id(_ byte: UInt8) -> ObjectID {
    ObjectID(bytes: [UInt8](repeating: byte, count: 20)) ?? .zero
  }

  @Test func whatIsWrittenIsReadAgain() {
    #expect(KnownObjects(Self.known.bytes) == Self.known)
    #expect(KnownObjects(KnownObjects().bytes) == KnownObjects())
  }

  @Test func aFileThatIsNotWholeTellsNothing() {
    let bytes = Self.known.bytes
    for length in 0..<bytes.count { #expect(KnownObjects(Array(bytes[..<length])) == nil) }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(KnownObjects(other) == nil, "byte \(place)")
    }
    #expect(KnownObjects(bytes + bytes) == nil)
  }

  @Test func whatAnotherVersionOfWritKnewIsNotTaken() {
    for version in [1, 3] {
      let text = Array("writ objects \(version)\n".utf8)
      let seal = Array("\(Digest.sha256(of: text).hex)\n".utf8)
      #expect(KnownObjects(text + seal) == nil)
    }
  }

  /// The same questions have the same answers, whatever order the texts were approved in.
  @Test func aQuestionIsAboutASetOfTexts() {
    let place = KnownObjects.Place(commit: Self.id(2), path: "policies/a.md")
    let (a, b) = (Digest.sha256(of: [1]), Digest.sha256(of: [2]))
    #expect(
      KnownObjects.Question(place, approved: [a, b])
        == KnownObjects.Question(place, approved: [b, a]))
    #expect(
      KnownObjects.Question(place, approved: [a]) != KnownObjects.Question(place, approved: [b]))
  }

  @Test func whereNothingCanBeKeptNothingIsLost() {
    let store = KnownObjectsStore(.sha256(of: []), in: "/dev/null/state")
    store.write(Self.known)
    #expect(store.read() == KnownObjects())
  }
}
