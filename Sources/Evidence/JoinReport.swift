import Objects
public import Signatures

/// The key that somebody is to be registered with.
public struct JoinReport: Report {
  private let header: ReportHeader
  private let key: SSHPublicKey
  private let file: String?
  private let isNew: Bool
  private let isFound: Bool
  private let owner: String?

  /// A key; `file` is where it lies, if it lies in one, `isNew` whether it was made just now,
  /// `isFound` whether the commands that sign find it by themselves, and `owner` who is registered
  /// with it already.
  public init(
    _ header: ReportHeader, key: SSHPublicKey, file: String?, isNew: Bool, isFound: Bool,
    owner: String?
  ) {
    self.header = header
    self.key = key
    self.file = file
    self.isNew = isNew
    self.isFound = isFound
    self.owner = owner
  }

  /// Always yes.
  public var isYes: Bool { true }

  /// The one line to hand in, and nothing else: it may be piped.
  public var text: DisplayText { "\(key.text)\n" }

  /// What to say before that line.
  public var introduction: DisplayText {
    var text: DisplayText = ""
    if isNew, let file {
      text.line(
        "\("Made a key", .good): \(file). Keep that file to yourself, and a copy of it safe.")
    }
    text.line("Send this one line to whoever keeps writ.yaml. It is no secret:")
    text.line()
    return text
  }

  /// What to say behind it.
  public var next: DisplayText {
    var text: DisplayText = ""
    text.line()
    text.line("Let them read this to you, so that nobody can send another key in your name:")
    text.line("  \(key.fingerprint)")
    text.line()
    if let owner {
      text.line("It is registered here already, for \(owner).")
    } else {
      text.line("What happens next: they write you down as somebody who decides, and those who")
      text.line("decide today approve that.")
    }
    text.line("From then on you decide with:")
    text.line("  writ approve DOCUMENT\(isFound ? "" : " --key \(file ?? "FILE")")")
    return text
  }

  /// The object of `writ.join/1`.
  public var json: JSONValue {
    header.json(
      "join",
      [
        "line": .string(key.text), "fingerprint": JSONValue(key.fingerprint),
        "file": JSONValue(file), "made": .bool(isNew), "registered-for": JSONValue(owner),
      ])
  }
}
