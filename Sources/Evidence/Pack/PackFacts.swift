import Approvals

/// Where two files of a pack that programs read, `evidence.json` and its tables, say something else: one that was
/// found, and one that was made from the bundle.
///
/// Another version of Writ may use other words for people, and may say more. What is found with the signatures it
/// must say as this one does: these are the facts.
enum PackFacts {
  /// Something of which they say something else.
  struct Difference: Equatable {
    /// What that is, for a sentence.
    let subject: String
    /// Whether it is a fact, or a matter of words.
    let isFact: Bool
  }

  /// Where the `evidence.json` that was found differs, in the order of the other.
  static func differences(of found: JSONValue, from made: JSONValue) -> [Difference] {
    let keys = Set(made.members.map { Array($0.key.utf8) })
    let others = found.members.filter { !keys.contains(Array($0.key.utf8)) }
      .map { Difference(subject: "\"\($0.key)\"", isFact: false) }
    return made.members.flatMap { member -> [Difference] in
      let (key, made) = (member.key, member.value)
      guard let found = found[key] else {
        return [Difference(subject: "\"\(key)\"", isFact: facts.contains(key))]
      }
      if isSame(found, made) { return [] }
      let isFact = facts.contains(key)
      let ofItems = names[key].flatMap { differences(found, made, named: $0, isFact) } ?? []
      return ofItems.isEmpty
        ? [Difference(subject: "\"\(key)\"", isFact: isFact && !agree(found, made))] : ofItems
    } + others
  }

  /// Whether the table that was found says what the other says, in all columns that both have.
  static func agree(table found: [UInt8], _ made: [UInt8]) -> Bool {
    // A few columns more, whatever they hold; nobody's memory is to be filled.
    guard found.count <= 4 * made.count + 4096, let found = CSV.rows(reading: found),
      let made = CSV.rows(reading: made), found.count == made.count,
      Set(found[0]).count == found[0].count
    else { return false }
    return made[0].indices.allSatisfy { column in
      guard let other = found[0].firstIndex(of: made[0][column]),
        !wordsInTables.contains(where: { $0.utf8.elementsEqual(made[0][column]) })
      else { return true }
      return zip(found, made).allSatisfy { $0[other] == $1[column] }
    }
  }

  /// What the signatures, the bundle and the manifest tell.
  private static let facts: Set<String> = [
    "schema", "repository", "head", "at", "clause", "standard", "organisation", "scope",
    "documents", "verdict", "statements", "missing", "chain", "decide-again", "appeared",
  ]
  /// Sentences for people, within these.
  private static let words: Set<String> = ["message", "changes", "missing", "reasons"]
  private static let wordsInTables = ["message", "signature"]

  /// By what the items of a list are known, and what they are called.
  private static let names: [String: (key: String, prefix: String)] = [
    "statements": ("ref", ""), "documents": ("id", ""), "missing": ("id", ""),
    "requirements": ("clause", "requirement "),
  ]

  /// The items of which they say something else, by name; `nil` where not every one has a name of its own.
  private static func differences(
    _ found: JSONValue, _ made: JSONValue, named name: (key: String, prefix: String), _ isFact: Bool
  ) -> [Difference]? {
    guard let found = items(of: found, by: name.key), let made = items(of: made, by: name.key)
    else { return nil }
    let names = Set(found.keys).union(made.keys).map { (bytes: $0, $0) }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.compactMap { key, _ in
      let subject = name.prefix + tagName(String(decoding: key, as: UTF8.self))
      guard let one = found[key], let other = made[key] else {
        return Difference(subject: subject, isFact: isFact)
      }
      if isSame(one, other) { return nil }
      return Difference(subject: subject, isFact: isFact && !agree(one, other))
    }
  }

  /// The items of a list by the bytes of their names.
  private static func items(of list: JSONValue, by key: String) -> [[UInt8]: JSONValue]? {
    guard case .array(let items) = list else { return nil }
    var found: [[UInt8]: JSONValue] = [:]
    for item in items {
      guard case .string(let name) = item[key],
        found.updateValue(item, forKey: Array(name.utf8)) == nil
      else { return nil }
    }
    return found
  }

  /// The name by which people and `git tag` know a decision.
  private static func tagName(_ ref: String) -> String {
    ref.utf8.starts(with: "refs/tags/".utf8) ? String(ref.dropFirst(10)) : ref
  }

  /// Whether two values are the same, by bytes.
  private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy(isSame)
    case (.object(let one), .object(let other)):
      one.count == other.count
        && zip(one, other).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && isSame($0.value, $1.value)
        }
    default: one == other
    }
  }

  /// Whether two values say the same, but for words and for what only one of them says.
  private static func agree(_ found: JSONValue, _ made: JSONValue) -> Bool {
    switch (found, made) {
    case (.array(let one), .array(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { agree($0, $1) }
    case (.object, .object(let members)):
      return members.allSatisfy { member in
        guard !words.contains(member.key), let other = found[member.key] else { return true }
        return member.key == "flags"
          ? agree(flags: other, member.value) : agree(other, member.value)
      }
    default: return isSame(found, made)
    }
  }

  /// Whether the flags are the same, but for those that this version does not know.
  private static func agree(flags found: JSONValue, _ made: JSONValue) -> Bool {
    guard case .array(let flags) = found else { return false }
    let known = flags.filter { flag in
      guard case .string(let name) = flag else { return true }
      return DocumentFlag(rawValue: name) != nil
    }
    return isSame(.array(known), made)
  }
}
