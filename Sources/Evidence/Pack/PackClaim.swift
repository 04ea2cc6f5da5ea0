public import Objects

/// What a pack says of itself in its `evidence.json`. Anybody may have written it.
///
/// Which version of Writ made it, of which days it lists changes and decisions, and whether whoever made it
/// knew the root, nothing else can tell: so that is its own word. All else in it is held against what its
/// bundle says.
public struct PackClaim: Sendable {
  /// The version of Writ that made it.
  public let program: String
  /// The days of which it lists changes and decisions.
  public let period: (from: CalendarDate?, to: CalendarDate?)
  /// Whether whoever made it knew the root.
  public let isRootPinned: Bool
  /// All that it says; `nil` where that cannot be read.
  let evidence: JSONValue?

  /// Reads the bytes; `nil` where they are no such file, or do not say all of that. Where only the rest
  /// is damaged, its first lines are enough to tell what it says of the pack.
  public init?(_ bytes: [UInt8]) {
    evidence = JSONValue(reading: bytes)
    guard let word = evidence ?? Self.opening(of: bytes), word["schema"] == "writ.evidence/1",
      case .string(let program) = word["program"], Self.isVersion(program),
      case .bool(let isRootPinned) = word["root-pinned"],
      let from = Self.day(word["from"]), let to = Self.day(word["to"])
    else { return nil }
    (self.program, self.isRootPinned, period) = (program, isRootPinned, (from, to))
  }

  /// What stands in the first lines, a member a line, as Writ writes them.
  private static func opening(of bytes: [UInt8]) -> JSONValue? {
    let lines = bytes.prefix(4096).split(separator: UInt8(ascii: "\n")).dropFirst().prefix(10)
    let members = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    guard members.last == UInt8(ascii: ",") else { return nil }
    return JSONValue(reading: Array("{".utf8) + members.dropLast() + Array("}".utf8))
  }

  /// Whether it may be the version of a program: it is shown among our own words.
  private static func isVersion(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.utf8.first.map { (48...57).contains($0) } ?? false
      && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || ".-+".utf8.contains($0) }
  }

  /// A day, or none where that is said; `nil` where neither is.
  private static func day(_ value: JSONValue?) -> CalendarDate?? {
    switch value {
    case .null: .some(nil)
    case .string(let text): CalendarDate(text).map { .some($0) }
    default: nil
    }
  }
}

extension JSONValue {
  /// What the object holds under a key; `nil` where it holds nothing there, or is none.
  subscript(key: String) -> JSONValue? {
    members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
