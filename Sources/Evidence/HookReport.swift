/// What a hook of Git's has to say.
public struct HookReport: Report {
  private let header: ReportHeader
  private let hook: String
  /// Whether Git may go on.
  public let isYes: Bool
  /// For people; empty where there is nothing to say.
  public let text: DisplayText

  /// The answer of the hook of this name.
  public init(_ header: ReportHeader, _ hook: String, isYes: Bool, text: DisplayText) {
    self.header = header
    self.hook = hook
    self.isYes = isYes
    self.text = text
  }

  /// The object of `writ.hook/1`.
  public var json: JSONValue {
    header.json(
      "hook", ["hook": .string(hook), "allowed": .bool(isYes), "message": .string(text.plain)])
  }
}
