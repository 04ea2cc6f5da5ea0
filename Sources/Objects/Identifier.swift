/// The name of a document, a person or a role: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
///
/// It becomes a part of file names and of ref names, so the names that Windows reserves and
/// `timestamp` (which heads its own refs) are refused.
public struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The characters.
  public let description: String

  /// Reads an identifier; `nil` where the text is none.
  public init?(_ text: some StringProtocol) {
    guard Self.isWellFormed(text.utf8) else { return nil }
    description = String(text)
    // Most names are longer than all of these.
    if description.utf8.count <= 9, Self.reserved.contains(description) { return nil }
  }

  private init(known text: String) { description = text }

  /// The document that holds people, keys, roles and rules: `writ.yaml`.
  public static let governance = Identifier(known: "governance")

  /// Alphabetical order.
  public static func < (a: Identifier, b: Identifier) -> Bool { a.description < b.description }

  /// What the rule asks, in words, for messages.
  public static let rule =
    "lower-case letters, digits and single hyphens between them, at most 64 characters"

  /// Words with single hyphens between them.
  private static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
    var last = UInt8(ascii: "-")
    for byte in bytes {
      guard isLetterOrDigit(byte) || byte == UInt8(ascii: "-") && last != byte else { return false }
      last = byte
    }
    return last != UInt8(ascii: "-") && bytes.count <= 64
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul", "timestamp"]
      + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}

/// The `id` of a document.
public typealias DocumentID = Identifier
/// The key of an entry under `people` in `writ.yaml`.
public typealias PersonID = Identifier
/// The key of an entry under `roles` in `writ.yaml`.
public typealias RoleID = Identifier
