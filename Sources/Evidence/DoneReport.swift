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

  /// Always yes: what fails is thrown.
  public var isYes: Bool { true }
  /// A yes need not be said.
  public var isSilentWhenYes: Bool { true }

  /// The object of the command's own schema.
  public var json: JSONValue { header.json(command, members) }
}
