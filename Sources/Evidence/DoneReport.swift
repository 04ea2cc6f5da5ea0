/// That something was done, with what to do next.
public struct DoneReport: Report {
  private let header: ReportHeader
  private let command: String
  private let members: JSONValue
  /// For people.
  public let text: DisplayText

  /// What was done: in words for people, and as the members of an object for scripts.
  public init(_ header: ReportHeader, _ command: String, text: DisplayText, members: JSONValue) {
    self.header = header
    self.command = command
    self.text = text
    self.members = members
  }

  public var isYes: Bool { true }
  public var isSilentWhenYes: Bool { true }

  public var json: JSONValue { header.json(command, members) }
}
