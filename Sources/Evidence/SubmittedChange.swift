import Objects

/// That decisions are asked for on a change, with the request to be passed on.
public struct SubmittedChange: Report {
  /// What became of sending the branch.
  public enum Sending: Sendable {
    /// It was not asked for.
    case notAsked
    /// It was sent to a remote; `told` is what the other side said to it, a line each.
    case sent(remote: String, branch: String, told: [String])
    /// It could not be sent, why, and what to do.
    case failed(DisplayText, remedies: [DisplayText])
  }

  private let request: ChangeRequest
  private let page: String
  private let besides: [String]
  private let sending: Sending

  /// The request, the path of its page from the top of the repository, the other documents that the
  /// change touches, by path, and what became of sending it.
  public init(_ request: ChangeRequest, page: String, besides: [String], sending: Sending) {
    self.request = request
    self.page = page
    self.besides = besides
    self.sending = sending
  }

  /// Whether all was done that was asked for.
  public var isYes: Bool { if case .failed = sending { false } else { true } }

  /// For people.
  public var text: DisplayText {
    var text: DisplayText = ""
    let matter = request.matter
    text.line("\("\(matter.document) \(matter.version)", .bold) is ready: \(changes). \(checks).")
    switch sending {
    case .notAsked:
      text.line("Others do not have it yet. To send it:  writ change submit --push")
    case .sent(let remote, let branch, let told):
      text.line("Sent \(branch) to \(remote).")
      for line in told { text.line("  \(line)") }
    case .failed(let reason, let remedies):
      text.line("\("Not sent", .bad): " + reason)
      for remedy in remedies { text.line("  \(remedy)") }
      text.line("It is saved here. To send it:  writ change submit --push")
    }
    if !besides.isEmpty {
      text.paragraph(
        "It also changes \(besides.joined(separator: ", ")), on which nobody is asked to decide by this.",
        indent: 0)
    }
    var label = "Must decide:  "
    for missing in request.missing {
      text.append("\(label)")
      text.append(DisplayText(foreign: wrapped(missing, indent: 14)))
      text.line()
      label = "         and  "
    }
    text.line("Send them:    \(page)  (or paste the text below)")
    text.line()
    text.append(request.text)
    return text
  }

  private var changes: String {
    let matter = request.matter
    guard let (_, changes) = matter.changes else { return "all of it is new" }
    var counts: [String] = []
    for (word, count) in [
      ("changed", changes.sections.count { if case .changed = $0.kind { true } else { false } }),
      ("added", changes.sections.count { if case .added = $0.kind { true } else { false } }),
      ("taken out", changes.sections.count { if case .removed = $0.kind { true } else { false } }),
    ] where count > 0 {
      counts.append(counts.isEmpty ? "\(counted(count, "section")) \(word)" : "\(count) \(word)")
    }
    return counts.isEmpty ? "only its first lines changed" : counts.joined(separator: ", ")
  }

  private var checks: String {
    let remarks = request.matter.findings.count
    return remarks == 0 ? "Nothing to mend" : "No errors, \(counted(remarks, "remark"))"
  }

  /// The object of `writ.change-submit/1`.
  public var json: JSONValue {
    guard case .object(let members) = request.json else { return request.json }
    return .object(
      members + [
        JSONValue.Member(key: "submitted", value: .bool(true)),
        JSONValue.Member(key: "besides", value: .array(besides.map { .string($0) })),
        JSONValue.Member(key: "sent", value: sent),
      ])
  }

  private var sent: JSONValue {
    switch sending {
    case .notAsked: .null
    case .sent(let remote, _, let told):
      ["remote": .string(remote), "answer": .array(told.map { .string($0) })]
    case .failed(let reason, _): ["failure": .string(reason.plain)]
    }
  }
}

/// That a change has errors, so that nobody is asked to decide on it.
public struct UnsubmittedChange: Report {
  private let header: ReportHeader
  private let findings: CheckReport

  /// The findings, errors among them.
  public init(_ header: ReportHeader, findings: CheckReport) {
    self.header = header
    self.findings = findings
  }

  /// Always no.
  public var isYes: Bool { false }

  /// For people.
  public var text: DisplayText {
    var text = findings.text
    text.line("Nothing was submitted. Mend the errors above, then: writ change submit")
    return text
  }

  /// The object of `writ.change-submit/1`, with what was found.
  public var json: JSONValue {
    let submitted = JSONValue.Member(key: "submitted", value: .bool(false))
    return header.json("change-submit", .object([submitted] + findings.members))
  }
}
