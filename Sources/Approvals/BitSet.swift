/// A set of small numbers: a bit for each.
struct BitSet: Sendable {
  private var words: [UInt64]

  /// An empty set for numbers below `count`.
  init(count: Int = 0) { words = Array(repeating: 0, count: (count + 63) / 64) }

  func contains(_ number: Int) -> Bool {
    let word = number / 64
    return words.indices.contains(word) && words[word] & Self.bit(number) != 0
  }

  mutating func insert(_ number: Int) {
    let word = number / 64
    if words.indices.contains(word) { words[word] |= Self.bit(number) }
  }

  /// Adds all of another set for as many numbers.
  mutating func formUnion(_ other: BitSet) {
    for (position, word) in zip(words.indices, other.words) { words[position] |= word }
  }

  /// Whether another set for as many numbers holds all of this one.
  func isSubset(of other: BitSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
  }

  private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number % 64) }
}
