public import Objects

/// A document whose front matter is edited in place: comments, order and all other lines stay as they
/// are.
public struct FrontMatterText: Sendable {
  private static let fence = Array("---\n".utf8)

  private var yaml: YAMLText
  private let rest: [UInt8]

  /// The bytes of the whole file.
  public var bytes: [UInt8] { Self.fence + yaml.bytes + rest }

  /// Divides the bytes of a document. Throws a `Problem` where the front matter cannot be read.
  public init(_ bytes: [UInt8]) throws(Problem) {
    guard let length = FrontMatter.length(in: bytes.span) else {
      throw Problem(
        .syntax, line: 1, "the file has no front matter between two lines ---",
        remedy: "begin the file with a line ---, then one entry a line, then another line ---")
    }
    let end = length - Self.fence.count
    do {
      yaml = try YAMLText(
        Array(bytes[Self.fence.count..<end]), limit: FrontMatter.byteLimit)
    } catch { throw error.below(Self.fence) }
    rest = Array(bytes[end...])
  }

  /// Sets the version that the text is to be, on its line.
  public mutating func set(version: Version) throws(Problem) {
    try set(YAMLValue.Entry("version", .scalar(version.description)), behind: "title")
  }

  /// Sets what this version changes and, if it is said, why.
  public mutating func set(summary: String, reason: String?) throws(Problem) {
    let reason = reason.map { [YAMLValue.Entry("reason", .scalar($0))] } ?? []
    let entries = [YAMLValue.Entry("summary", .scalar(summary))] + reason
    try set(YAMLValue.Entry("change", .mapping(entries)), behind: "version")
  }

  private mutating func set(_ entry: YAMLValue.Entry, behind neighbour: String) throws(Problem) {
    do { try yaml.set(entry, behind: neighbour) } catch { throw error.below(Self.fence) }
  }
}

extension Problem {
  /// The same, with the line counted in a file in which these bytes go before.
  fileprivate func below(_ before: [UInt8]) -> Problem {
    Problem(
      kind, line: line + before.count { $0 == UInt8(ascii: "\n") }, message, remedy: remedy)
  }
}
