public import Approvals
public import Objects
import Rules

/// What the server answers to a push: taken as a whole, or not at all.
public struct GuardReport: Report {
  /// Why something that is pushed is not taken: stable codes (`docs/formats.md`, section 9).
  public enum Code: String, Sendable {
    /// A decision would be deleted.
    case decisionDeleted = "decision-deleted"
    /// Something else would take the place of a decision.
    case decisionMoved = "decision-moved"
    /// It stands where decisions stand, and is none by its name.
    case notADecision = "not-a-decision"
    /// It would show other objects in the place of those that are there.
    case replacement
    /// A proof of time, which cannot be verified yet.
    case unsupported
    /// A decision that does not hold, or of which that cannot be told.
    case notValid = "not-valid"
    /// It names a decision that is neither here nor in the push.
    case missing
    /// It would have the people and rules of before be in force no more, or have two that follow them.
    case fork
    /// Another text of the same version is approved.
    case conflict
    /// Documents have errors.
    case errors
    /// The first people and rules are others than those that the server was told of.
    case otherRepository = "other-repository"
    /// A branch that holds policies would be deleted.
    case branchDeleted = "branch-deleted"
    /// What a branch holds would be taken back.
    case branchRewound = "branch-rewound"
    /// It cannot be read.
    case unreadable
    /// A commit holds a folder that is not as Git writes it.
    case oddFolder = "odd-folder"
    /// Git, macOS or Windows would take its name for another one.
    case collidingName = "colliding-name"
  }

  /// What is to be known of something that is taken: stable codes (`docs/formats.md`, section 9).
  public enum RemarkCode: String, Sendable {
    /// A commit whose lines are not as Git writes them: an odd date, zone or encoding, say.
    case oddCommit = "odd-commit"
    /// A commit of an old history that holds a folder that is not as Git writes it.
    case oddFolder = "odd-folder"
  }

  /// What is to be known of a ref, and keeps nobody from taking it.
  public struct Remark: Sendable {
    /// The stable code.
    public let code: RemarkCode
    /// The commit that it is about.
    public let commit: ObjectID
    /// What is odd, in a sentence.
    public let message: String

    /// A remark of these parts.
    public init(_ code: RemarkCode, _ commit: ObjectID, _ message: String) {
      self.code = code
      self.commit = commit
      self.message = message
    }
  }

  /// Why a ref is not taken.
  public struct Objection: Sendable {
    /// The stable code.
    public let code: Code
    /// What is wrong, in sentences.
    public let message: String
    /// What to do.
    public let remedy: String
    /// Of a decision that does not hold, why.
    public let reason: Reason?
    /// The commit that it is about, if it is about one.
    public let commit: ObjectID?

    /// An objection of these parts.
    public init(
      _ code: Code, _ message: String, remedy: String, reason: Reason? = nil,
      commit: ObjectID? = nil
    ) {
      self.code = code
      self.message = message
      self.remedy = remedy
      self.reason = reason
      self.commit = commit
    }
  }

  /// One ref that is pushed.
  public struct Update: Sendable {
    /// The whole name.
    public let ref: String
    /// What it names before; `nil` for nothing.
    public let old: ObjectID?
    /// What it is to name; `nil` where it is to be deleted.
    public let new: ObjectID?
    /// Why it is not taken; none where nothing speaks against it.
    public var objections: [Objection] = []
    /// What is to be known of it all the same.
    public var remarks: [Remark] = []
    /// What is to be mended in the documents that it brings.
    public var check: CheckReport?

    /// A ref against which nothing is said yet.
    public init(ref: String, old: ObjectID?, new: ObjectID?) {
      self.ref = ref
      self.old = old
      self.new = new
    }
  }

  private let header: ReportHeader
  private let updates: [Update]

  /// What is said of these refs.
  public init(_ header: ReportHeader, _ updates: [Update]) {
    self.header = header
    self.updates = updates
  }

  /// Whether the push is taken.
  public var isYes: Bool { updates.allSatisfy(\.objections.isEmpty) }
  /// Nobody waits for a yes; but for what is odd about it.
  public var isSilentWhenYes: Bool { updates.allSatisfy(\.remarks.isEmpty) }

  /// For people: Git puts `remote: ` before each line, so they are short. Nothing where the push is taken,
  /// but for remarks.
  public var text: DisplayText {
    var text = DisplayText()
    guard !isYes else {
      for update in updates.filter({ !$0.remarks.isEmpty }).prefix(Self.mostRefs) {
        text.line("\("taken:", .good) \(Self.name(of: update.ref))")
        for remark in update.remarks { text.lines(remark.message, indent: 2) }
      }
      return text
    }
    let refused = updates.filter { !$0.objections.isEmpty }
    for update in refused.prefix(Self.mostRefs) {
      text.line("\("refused:", .bad) \(Self.name(of: update.ref))")
      for objection in update.objections {
        text.lines(objection.message, indent: 2)
        text.findings(objection.code == .errors ? update.check?.errors ?? [] : [])
        text.lines(objection.remedy, indent: 2)
      }
    }
    if refused.count > Self.mostRefs { text.line("and \(refused.count - Self.mostRefs) more.") }
    text.line()
    text.lines("Nothing of this push was taken. Mend that in your copy, and push again.", indent: 0)
    return text
  }

  /// What somebody reads before they mend it and try again.
  private static let mostRefs = 10

  /// What people call a ref.
  private static func name(of ref: String) -> String {
    for (prefix, kind) in [
      ("refs/heads/", "the branch"), ("refs/tags/writ/", "the decision"), ("refs/tags/", "the tag"),
    ] where ref.utf8.starts(with: prefix.utf8) {
      return "\(kind) \(ref.dropFirst(prefix.count))"
    }
    return ref
  }

  /// The object of `writ.guard/1`.
  public var json: JSONValue {
    header.json(
      "guard",
      [
        "accepted": .bool(isYes),
        "updates": .array(
          updates.map { update in
            [
              "ref": .string(update.ref), "old": JSONValue(update.old),
              "new": JSONValue(update.new),
              "objections": .array(
                update.objections.map { objection in
                  [
                    "code": .string(objection.code.rawValue),
                    "verdict": JSONValue(objection.reason?.verdict.rawValue),
                    "reason": JSONValue(objection.reason?.rawValue),
                    "message": .string(objection.message), "remedy": .string(objection.remedy),
                    "commit": JSONValue(objection.commit),
                  ]
                }),
              "remarks": .array(
                update.remarks.map { remark in
                  [
                    "code": .string(remark.code.rawValue), "commit": JSONValue(remark.commit),
                    "message": .string(remark.message),
                  ]
                }),
              "findings": .array((update.check?.findings ?? []).map(CheckReport.json)),
            ]
          }),
      ])
  }
}

extension CheckReport {
  /// The findings that keep a text from being taken.
  fileprivate var errors: [Finding] { findings.filter { $0.severity == .error } }
}

extension DisplayText {
  /// How long a line may be behind Git's `remote: `.
  private static let width = 72

  /// A foreign sentence, made harmless, in short lines behind an indent.
  fileprivate mutating func lines(_ sentence: String, indent: Int) {
    let oneLine = sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
    append("\(String(repeating: " ", count: indent))")
    append(DisplayText(foreign: wrapped(oneLine, indent: indent, width: Self.width)))
    line()
  }

  /// The first of the findings.
  fileprivate mutating func findings(_ findings: [Finding]) {
    let most = 10
    for finding in findings.prefix(most) {
      lines("\(finding.path):\(finding.line) \(finding.rule) (\(finding.clause))", indent: 4)
      lines(finding.message.asSentence, indent: 6)
      lines("To mend it: \(finding.remedy)", indent: 6)
    }
    if findings.count > most { lines("and \(findings.count - most) more.", indent: 4) }
  }
}
