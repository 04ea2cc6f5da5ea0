/// Gives each heading of one document the name by which GitHub links to it.
///
/// Letters are lowered, what is neither a letter, a mark, a digit, `_`, `-` nor a space is left
/// out, spaces become hyphens, and a name taken before gets `-1`, `-2` … (as the `github-slugger`
/// package does).
struct Slugs {
  private var timesTaken: [String: Int] = [:]

  mutating func next(for heading: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        plain.append("-")
      } else if scalar == "-" || scalar.isWordCharacter {
        plain.append(scalar)
      }
    }
    let base = String(plain)
    var slug = base
    var count = timesTaken[base] ?? 0
    while timesTaken[slug] != nil {
      count += 1
      slug = "\(base)-\(count)"
    }
    timesTaken[base] = count
    if slug != base { timesTaken[slug] = 0 }
    return slug
  }
}
