/// Counts what a set of vectors came to.
struct Tally: Equatable, CustomStringConvertible {
  var accepted = 0
  var refused = 0
  /// The vectors that came out otherwise than they should.
  var surprises: [Int] = []

  mutating func count(_ number: Int, accepted: Bool, expected: Bool) {
    if accepted { self.accepted += 1 } else { refused += 1 }
    if accepted != expected { surprises.append(number) }
  }

  var description: String {
    "\(accepted + refused) vectors, \(accepted) accepted, \(refused) refused, "
      + (surprises.isEmpty ? "all as expected" : "not as expected: \(surprises)")
  }
}
