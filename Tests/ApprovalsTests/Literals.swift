public import Objects

// So that tests read like the files that they are about.
extension Identifier: ExpressibleByStringLiteral {
  /// Takes an identifier that is known to be one.
  public init(stringLiteral text: String) {
    guard let id = Identifier(text) else { preconditionFailure("no identifier: \(text)") }
    self = id
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SameEveryTime: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
