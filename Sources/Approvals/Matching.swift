/// Who fills which place, so that as many places as can be are filled, each by another candidate.
///
/// First come, first served would leave a place empty that another order fills; this looks for
/// augmenting paths (Berge's lemma), which never does.
struct Matching {
  /// For each place the index of the candidate in it, or `nil`.
  private(set) var candidates: [Int?]

  /// Fills `places` places from `count` candidates; `fits` says whether a candidate may take a place.
  init(places: Int, candidates count: Int, fits: (_ candidate: Int, _ place: Int) -> Bool) {
    candidates = Array(repeating: nil, count: places)
    for place in 0..<places {
      var tried: Set<Int> = []
      _ = seat(place, count: count, tried: &tried, fits: fits)
    }
  }

  /// Whether every place is filled.
  var isComplete: Bool { candidates.allSatisfy { $0 != nil } }

  /// The places that stay empty.
  var empty: [Int] { candidates.indices.filter { candidates[$0] == nil } }

  private mutating func seat(
    _ place: Int, count: Int, tried: inout Set<Int>, fits: (Int, Int) -> Bool
  ) -> Bool {
    for candidate in 0..<count where fits(candidate, place) && tried.insert(candidate).inserted {
      let taken = candidates.firstIndex(of: candidate)
      if let taken, !seat(taken, count: count, tried: &tried, fits: fits) { continue }
      candidates[place] = candidate
      return true
    }
    return false
  }
}
