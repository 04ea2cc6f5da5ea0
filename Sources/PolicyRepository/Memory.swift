import Approvals
import Objects

/// What a user ever found valid in one repository, as a file of lines.
struct Memory: Equatable {
  /// A governance version that was in force.
  struct Tip: Equatable {
    let digest: Digest
    let version: Version
  }

  /// What was found just now.
  struct News {
    /// The decisions that are valid.
    let valid: [Trust.Remembered]
    /// The governance versions in force so far, oldest first.
    let chain: [Tip]
    /// The governance version to which the user knows the way, from outside, if any.
    let known: Digest?
  }

  /// The decisions, by identity. Entries are never taken out, unless their signer made them again.
  private(set) var decisions: [Digest: Trust.Remembered] = [:]
  /// The decisions that their own signer made again before anybody else had them, each with the one
  /// that took its place.
  private(set) var madeAgain: [Digest: Digest] = [:]
  /// The newest governance version seen in force.
  private(set) var tip: Tip?
  /// Lines that cannot be read, as they are.
  private(set) var unreadable: [[UInt8]] = []
  /// Whether the file has its last line; else some may be lost.
  private(set) var isWhole = true

  /// Whether the file was damaged.
  var isDamaged: Bool { !unreadable.isEmpty || !isWhole }

  /// The same without what cannot be read.
  var mended: Memory {
    var memory = Memory()
    memory.decisions = decisions
    memory.madeAgain = madeAgain
    memory.tip = tip
    return memory
  }

  /// No memory yet.
  init() {}

  /// Reads the bytes of the file, and of that beside it; what is damaged is kept as it is.
  init(_ bytes: [UInt8], details: [UInt8] = []) {
    isWhole = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if line.elementsEqual(Self.end.utf8) {
        isWhole = true
      } else if !read(String(decoding: line, as: UTF8.self)) {
        unreadable.append(Array(line))
      }
    }
    for id in madeAgain.keys { decisions[id] = nil }
    for line in details.split(separator: UInt8(ascii: "\n")) {
      guard let (id, details) = Self.details(String(decoding: line, as: UTF8.self)),
        let decision = decisions[id]
      else { continue }
      decisions[id] = decision.with(details)
    }
  }

  /// The bytes of the file beside it: what else is remembered of these decisions, oldest first.
  var details: [UInt8] {
    oldestFirst.flatMap { decision in
      decision.details.map { Array("\(Self.line(of: decision.id, $0))\n".utf8) } ?? []
    }
  }

  private var oldestFirst: [Trust.Remembered] {
    decisions.values.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  /// The bytes of the file; oldest first, so that it can be read by people.
  var bytes: [UInt8] {
    var lines: [String] = []
    if let tip { lines.append("tip \(tip.digest) \(tip.version)") }
    lines += oldestFirst.map { "valid \($0.id) \($0.name) \($0.time)" }
    lines += madeAgain.sorted { $0.key < $1.key }.map { "again \($0.key) \($0.value)" }
    var bytes = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
    bytes += unreadable.flatMap { $0 + [UInt8(ascii: "\n")] }
    if isWhole { bytes += Array("\(Self.end)\n".utf8) }
    return bytes
  }

  /// The same, and what was found just now.
  ///
  /// The tip moves on along the chain, never back; to another branch of a fork only where the user
  /// knows from outside a version there that is not older. What is found where the tip does not
  /// come into force is not remembered: who left since may decide there.
  func adding(_ news: News) -> Memory {
    let known = news.chain.first { $0.digest == news.known }
    let isFollowed =
      tip.map { tip in
        news.chain.contains(tip) || known.map { $0.version >= tip.version } ?? false
      } ?? true
    guard isFollowed else { return self }
    var memory = self
    let valid = news.valid.filter { madeAgain[$0.id] == nil }
    memory.decisions.merge(valid.map { ($0.id, $0) }) { old, new in
      old.details == nil ? old.with(new.details) : old
    }
    memory.tip = news.chain.last ?? tip
    return memory
  }

  /// The same without decisions of somebody's own that they made again; each is given with the new one,
  /// which must be found valid before.
  func replacing(_ decisions: [Digest: Digest]) -> Memory {
    var memory = self
    memory.madeAgain.merge(decisions) { _, new in new }
    for id in decisions.keys { memory.decisions[id] = nil }
    return memory
  }

  private static let end = "end"

  private mutating func read(_ line: String) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 3, words[0] == "tip", tip == nil, let digest = Digest(words[1]),
      let version = Version(words[2])
    {
      tip = Tip(digest: digest, version: version)
      return true
    }
    if words.count == 3, words[0] == "again", let old = Digest(words[1]), let new = Digest(words[2])
    {
      madeAgain[old] = new
      return true
    }
    guard words.count == 4, words[0] == "valid", let id = Digest(words[1]),
      let name = StatementName(words[2]), let time = Instant(rfc3339: words[3])
    else { return false }
    decisions[id] = Trust.Remembered(id: id, name: name, time: time)
    return true
  }
}

/// What is remembered of a decision beside its name and time. These lines have a file of their own, since
/// version 0.1.0 takes any line that it does not know for damage.
extension Memory {
  private static let signed = "signed"
  private static let nothing = "-"
  private static let userVerification = "user-verification"

  /// `signed ID ROLE KEY REPLACES`, then what is asked of the key.
  private static func line(of id: Digest, _ details: Trust.Details) -> String {
    var words = [
      signed, "\(id)", "\(details.role)", "\(details.key)",
      details.replaces?.description ?? nothing,
    ]
    if details.policy.requiresUserVerification { words.append(userVerification) }
    words += details.policy.origins.map(\.description)
    return words.joined(separator: " ")
  }

  /// Reads such a line; `nil` for anything else.
  private static func details(_ line: String) -> (Digest, Trust.Details)? {
    var words = line.split(separator: " ", omittingEmptySubsequences: false)[...]
    guard words.popFirst() == Substring(signed), let id = words.popFirst().flatMap({ Digest($0) }),
      let role = words.popFirst().flatMap({ RoleID($0) }),
      let key = words.popFirst().flatMap({ KeyName($0) }), let replaced = words.popFirst()
    else { return nil }
    let replaces = DocumentID(replaced)
    guard replaces != nil || replaced == Substring(nothing) else { return nil }
    let isVerified = words.first == Substring(userVerification)
    if isVerified { words.removeFirst() }
    let origins = words.compactMap { WebOrigin($0) }
    guard origins.count == words.count else { return nil }
    return (
      id,
      Trust.Details(
        role: role, key: key,
        policy: AssertionPolicy(requiresUserVerification: isVerified, origins: origins),
        replaces: replaces)
    )
  }
}

extension Trust.Remembered {
  /// The same with what else is known of it.
  fileprivate func with(_ details: Trust.Details?) -> Trust.Remembered {
    Trust.Remembered(id: id, name: name, time: time, details: details)
  }
}
