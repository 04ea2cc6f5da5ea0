/// Who and when, as Git writes it into commits and tags: `Name <email> seconds zone`.
///
/// The name follows Git's own word for it (`git var GIT_COMMITTER_IDENT`).
public struct Ident: Hashable, Sendable, CustomStringConvertible {
  /// The name, as claimed.
  public let name: String
  /// The e-mail address, as claimed.
  public let email: String
  /// The moment, as claimed.
  public let time: Instant
  /// Minutes east of UTC, for display only.
  public let offset: Int

  /// An ident from its parts; the caller vouches for their characters.
  public init(name: String, email: String, time: Instant, offset: Int = 0) {
    self.name = name
    self.email = email
    self.time = time
    self.offset = offset
  }

  /// Reads the bytes behind `tagger `, `author ` or `committer `.
  ///
  /// Stricter than `git fsck`: one space between the parts, a time of at most the year 9999 without
  /// leading zeros, a time zone that exists. Only the name may be missing, as it is in commits that
  /// other tools made, but not the space behind it.
  init(_ bytes: ArraySlice<UInt8>) throws(GrammarError) {
    let start = bytes.startIndex
    func fail(_ reason: String) -> GrammarError { GrammarError(reason, at: start) }

    // As bytes: to a String, a bracket with a combining mark behind it is another character.
    let brackets = bytes.indices.filter { "<>".utf8.contains(bytes[$0]) }
    guard brackets.count == 2, let open = brackets.first, let close = brackets.last,
      bytes[open] == UInt8(ascii: "<"), bytes[close] == UInt8(ascii: ">"),
      open > start, bytes[open - 1] == UInt8(ascii: " ")
    else { throw fail("a name and one address in <> should stand here") }
    let name = try utf8(bytes[..<open].dropLast(), at: start)
    let email = try utf8(bytes[(open + 1)..<close], at: start)
    let when = try utf8(bytes[(close + 1)...], at: start)
    let parts = when.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, let seconds = Self.seconds(parts[1]),
      let offset = Self.zone(parts[2])
    else { throw fail("a time in seconds and a time zone should stand here") }
    self.init(name: name, email: email, time: Instant(seconds: seconds), offset: offset)
  }

  /// As Git writes it.
  public var description: String {
    let minutes = abs(offset)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(name) <\(email)> \(time.seconds) \(offset < 0 ? "-" : "+")"
      + padded(minutes / 60) + padded(minutes % 60)
  }

  private static func seconds(_ digits: Substring) -> Int64? {
    guard !digits.isEmpty, digits.utf8.count <= 12,
      digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits == "0" || !digits.hasPrefix("0"), let seconds = Int64(digits),
      seconds < 253_402_300_800
    else { return nil }
    return seconds
  }

  private static func zone(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[1...].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let digits = bytes[1...].map { Int($0 - 48) }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
  }
}
