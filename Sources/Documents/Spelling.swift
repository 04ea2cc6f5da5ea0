/// The known word that looks most like `word`; `nil` where none is near it.
///
/// Near means that no more than half of the characters differ (Levenshtein's distance).
public func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let word = Array(word.unicodeScalars)
  guard word.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.unicodeScalars)
    let distance = editDistance(word, scalars)
    guard 2 * distance <= max(word.count, scalars.count) else { continue }
    if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.word
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var row = Array(0...b.count)
  for (i, scalar) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (scalar == other ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
