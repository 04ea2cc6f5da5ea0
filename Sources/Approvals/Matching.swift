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

  /// The first of `count` candidates without whom not every place could be filled, where every one is.
  func firstNeeded(of count: Int, fits: (_ candidate: Int, _ place: Int) -> Bool) -> Int? {
    candidates.enumerated().compactMap { place, candidate in candidate.map { ($0, place) } }
      .sorted { $0.0 < $1.0 }.first { candidate, place in
        var others = self
        others.candidates[place] = nil
        var tried: Set<Int> = [candidate]
        return !others.seat(place, count: count, tried: &tried, fits: fits)
      }?.0
  }

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
