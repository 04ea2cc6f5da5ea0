public import Objects

/// The tag name of a statement: `writ/<document>/<version>/<decision>/<person>`, with `.2`, `.3` …
/// behind it where the name was taken. The number carries no meaning.
public struct StatementName: Hashable, Sendable, CustomStringConvertible {
  /// Where the refs of all statements live.
  public static let refPrefix = "refs/tags/writ/"

  /// Where the refs of timestamps live, which are no statements.
  public static let timestampPrefix = "refs/tags/writ/timestamp/"

  /// The document decided on.
  public let document: DocumentID
  /// The version decided on.
  public let version: Version
  /// What was decided.
  public let decision: Decision
  /// Who decided.
  public let person: PersonID
  /// 1 for the plain name, else the number behind it.
  public let number: Int

  /// The name of these parts.
  public init(
    document: DocumentID, version: Version, decision: Decision, person: PersonID, number: Int = 1
  ) {
    self.document = document
    self.version = version
    self.decision = decision
    self.person = person
    self.number = number
  }

  /// Reads a tag name, without `refs/tags/`; `nil` where it is none of a statement.
  public init?(_ text: some StringProtocol) {
    let parts = String(text).utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    guard parts.count == 5, parts[0] == "writ", let document = DocumentID(parts[1]),
      let version = Version(parts[2]), let decision = Decision(rawValue: String(parts[3]))
    else { return nil }
    let last = parts[4].utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard let person = PersonID(last[0]) else { return nil }
    var number = 1
    if last.count > 1 {
      guard last.count == 2, let further = UInt16(last[1]), further >= 2, "\(further)" == last[1]
      else { return nil }
      number = Int(further)
    }
    self.init(
      document: document, version: version, decision: decision, person: person, number: number)
  }

  /// The tag name.
  public var description: String {
    "writ/\(document)/\(version)/\(decision.rawValue)/\(person)" + (number == 1 ? "" : ".\(number)")
  }

  /// The whole ref.
  public var ref: String { "refs/tags/\(self)" }

  /// The name to try where this one is taken.
  public var next: StatementName {
    StatementName(
      document: document, version: version, decision: decision, person: person, number: number + 1)
  }
}
