import Testing

@testable import Signatures

/// Good signatures with bytes changed at every place, and at random ones.
@Suite struct MutationTests {
  static let samples = [
    Samples.ed25519Signature, Samples.ed25519SHA256Signature, Samples.p256Signature,
    Samples.p384Signature, Samples.p521Signature, Samples.rsaSignature,
    Samples.rsaSHA256Signature,
    Samples.securityKeyEd25519Signature, Samples.securityKeyP256Signature,
    Samples.webauthnSignature,
  ]

  @Test(arguments: samples)
  func noFlippedBitLeavesABlobValid(_ sample: Armor) {
    let blob = sample.blob
    for bit in 0..<blob.count * 8 {
      var flipped = blob
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!isValid(flipped), "bit \(bit)")
    }
  }

  @Test(arguments: samples)
  func noFlippedBitLeavesAnArmorValid(_ sample: Armor) {
    let armor = Array(sample.text.utf8)
    // A bit of each byte, another one each time: a blob is tried bit by bit above.
    for bit in armor.indices.map({ $0 * 8 + $0 % 8 }) {
      var flipped = armor
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      let verdict = try? SSHSignature(armor: flipped).verify(
        message: Samples.message, namespace: "git")
      if case .valid = verdict { Issue.record("bit \(bit)") }
    }
  }

  @Test(arguments: samples)
  func randomChangesAreNeverValidAndNeverCrash(_ sample: Armor) throws {
    var random = SplitMix64(state: 20_261_201)
    let blob = sample.blob
    for round in 0..<2000 {
      var changed = blob
      for _ in 0...Int.random(in: 0..<4, using: &random) { changed.change(using: &random) }
      guard changed != blob else { continue }
      #expect(!isValid(changed), "round \(round)")
      _ = try? SSHPublicKey(blob: Array(changed.dropFirst(14)))
    }
  }

  @Test func randomBytesNeverCrash() {
    var random = SplitMix64(state: 7)
    for _ in 0..<10_000 {
      let count = Int.random(in: 0..<80, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(!isValid(bytes))
      #expect(!isValid(Array("SSHSIG\0\0\0\u{1}".utf8) + bytes))
      _ = try? SSHPublicKey(blob: bytes)
      _ = try? SSHPublicKey(text: String(decoding: bytes, as: UTF8.self))
      _ = Fingerprint(String(decoding: bytes, as: UTF8.self))
      _ = try? SSHSignature(armor: bytes)
    }
  }

  private func isValid(_ blob: [UInt8]) -> Bool {
    let verdict = try? SSHSignature(blob: blob).verify(message: Samples.message, namespace: "git")
    if case .valid = verdict { return true }
    return false
  }
}

extension [UInt8] {
  /// One small change: a byte, a length, a cut, a doubling.
  fileprivate mutating func change(using random: inout SplitMix64) {
    guard !isEmpty else { return }
    let index = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: self[index] = .random(in: 0...255, using: &random)
    case 1: self[index] &+= 1
    case 2: remove(at: index)
    case 3: insert(.random(in: 0...255, using: &random), at: index)
    case 4: insert(contentsOf: self[index...].prefix(8), at: index)
    default: removeLast(Swift.min(count, Int.random(in: 1...8, using: &random)))
    }
  }
}

/// A small generator with a seed, so that every run makes the same changes.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
