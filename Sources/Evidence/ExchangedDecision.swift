public import Approvals
import Objects

/// A decision as it is spoken of where it is exchanged with another copy.
public struct ExchangedDecision: Sendable {
  private let ref: String
  private let entry: Ledger.Entry?
  private let person: String
  private let title: String

  /// The decision that has this ref, as this ledger judges it.
  public init(_ ref: String, in ledger: Ledger) {
    self.init(ref, ledger.entries.first { $0.ref == ref }, ledger)
  }

  /// The decisions that have these refs.
  public static func all(_ refs: [String], in ledger: Ledger) -> [ExchangedDecision] {
    let entries = Dictionary(
      ledger.entries.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    return refs.map { ExchangedDecision($0, entries[$0], ledger) }
  }

  private init(_ ref: String, _ entry: Ledger.Entry?, _ ledger: Ledger) {
    self.ref = ref
    self.entry = entry
    let name = entry?.statement?.name ?? StatementName(ref.droppingPrefix("refs/tags/"))
    person = name.map { ledger.person($0.person)?.name ?? $0.person.description } ?? ""
    let known =
      entry?.edition?.title
      ?? ledger.valid.last { $0.edition.document == name?.document }?.edition.title
    title = name.map { "\(known ?? $0.document.description) \($0.version)" } ?? ""
  }

  /// Whether it holds.
  var isValid: Bool { entry?.verdict == .valid }

  /// Why it does not hold.
  var reason: String { entry?.issue?.message ?? "it is not here" }

  /// Who decided what, as a noun: `Jane Doe's approval of Information Security Policy 2.0`.
  var noun: String {
    guard let name = StatementName(ref.droppingPrefix("refs/tags/")) else {
      return ref.droppingPrefix("refs/tags/")
    }
    return "\(person)'s \(name.decision.spokenNoun) of \(title)"
  }

  /// Who decided what when, as a sentence without its full stop.
  var sentence: String {
    guard let name = entry?.statement?.name, let time = entry?.time else { return noun }
    let what =
      switch name.decision {
      case .approve: "approved \(title)"
      case .reject: "sent \(title) back"
      case .withdraw: "took back a decision on \(title)"
      case .reaffirm: "found \(title) still right"
      case .retire: "retired \(title)"
      }
    return "\(person) \(what) on \(time.day.inWords)"
  }

  /// The same for scripts, with what else is to be told of it.
  func json(_ further: [JSONValue.Member] = []) -> JSONValue {
    let name = StatementName(ref.droppingPrefix("refs/tags/"))
    let members: JSONValue = [
      "ref": .string(ref), "statement": JSONValue(entry?.id),
      "document": JSONValue(name?.document), "version": JSONValue(name?.version),
      "decision": JSONValue(name?.decision.rawValue), "person": JSONValue(name?.person),
      "time": JSONValue(entry?.time), "verdict": JSONValue(entry?.verdict.rawValue),
      "reason": JSONValue(entry?.issue?.reason.rawValue),
    ]
    guard case .object(let own) = members else { return members }
    return .object(own + further)
  }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    utf8.starts(with: prefix.utf8)
      ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
  }
}
