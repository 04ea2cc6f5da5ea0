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

  /// Reads the bytes behind `tagger `, which must be UTF-8.
  ///
  /// Stricter than `git fsck`: one space between the parts, a time of at most the year 9999 without
  /// leading zeros, a time zone that exists. Only the name may be missing, as it is in commits that
  /// other tools made, but not the space behind it.
  init(_ bytes: ArraySlice<UInt8>) throws(GrammarError) {
    let parts = try Parts(bytes)
    let (name, email) = try parts.text
    self.init(name: name, email: email, time: parts.time, offset: parts.offset)
  }

  /// The parts of an ident, in whatever encoding it is written.
  struct Parts {
    private let name: ArraySlice<UInt8>
    private let email: ArraySlice<UInt8>
    let time: Instant
    let offset: Int

    /// Throws where they do not stand in Git's form, as `Ident` says.
    init(_ bytes: ArraySlice<UInt8>) throws(GrammarError) {
      let start = bytes.startIndex
      func fail(_ reason: String) -> GrammarError { GrammarError(reason, at: start) }

      // As bytes: to a String, a bracket with a combining mark behind it is another character.
      let (less, greater) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
      guard let open = bytes.firstIndex(of: less), let close = bytes.firstIndex(of: greater),
        open < close, !bytes[(open + 1)...].contains(less),
        !bytes[(close + 1)...].contains(greater),
        open > start, bytes[open - 1] == UInt8(ascii: " ")
      else { throw fail("a name and one address in <> should stand here") }
      let when = bytes[(close + 1)...]
      let space = UInt8(ascii: " ")
      guard when.first == space, let zone = when.lastIndex(of: space), zone > when.startIndex,
        let seconds = Ident.seconds(when[(close + 2)..<zone]),
        let offset = Ident.zone(when[(zone + 1)...])
      else { throw fail("a time in seconds and a time zone should stand here") }
      name = bytes[..<open].dropLast()
      email = bytes[(open + 1)..<close]
      time = Instant(seconds: seconds)
      self.offset = offset
    }

    /// Name and address, which must be UTF-8.
    var text: (name: String, email: String) {
      get throws(GrammarError) {
        (try utf8(name, at: name.startIndex), try utf8(email, at: email.startIndex))
      }
    }
  }

  /// The time that stands behind the last address, whatever else is odd about the line; `nil` where no
  /// time up to the year 9999 can be read there.
  static func time(_ bytes: ArraySlice<UInt8>) -> Instant? {
    let space = UInt8(ascii: " ")
    guard let close = bytes.lastIndex(of: UInt8(ascii: ">")) else { return nil }
    let digits = bytes[(close + 1)...].drop { $0 == space }.prefix { $0 != space }
    return seconds(digits).map { Instant(seconds: $0) }
  }

  /// As Git writes it.
  public var description: String {
    let minutes = abs(offset)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(name) <\(email)> \(time.seconds) \(offset < 0 ? "-" : "+")"
      + padded(minutes / 60) + padded(minutes % 60)
  }

  private static func seconds(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard let first = digits.first, digits.count <= 12,
      first != UInt8(ascii: "0") || digits.count == 1
    else { return nil }
    var seconds: Int64 = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      seconds = seconds * 10 + Int64(digit - 48)
    }
    return seconds < 253_402_300_800 ? seconds : nil
  }

  private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count == 5, let sign = text.first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return nil }
    let digits = text.dropFirst().map { Int($0) - 48 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }
}
