import Approvals
import Objects

/// What the rules of a version of the people and rules ask for, in words.
extension Governance {
  /// The rules with what each is for; the second and further ones for the same are numbered.
  var namedRules: [(name: String, rule: ApprovalRule)] {
    var count: [String: Int] = [:]
    return rules.map { rule in
      let name = rule.subject
      count[name, default: 0] += 1
      let number = count[name] ?? 1
      return (number == 1 ? name : "\(name) (entry \(number))", rule)
    }
  }

  /// What a rule asks for on each occasion: `approving takes the Chief Executive; reviewing takes …`.
  func asked(by rule: ApprovalRule) -> String {
    ApprovalRule.occasions.compactMap { occasion in
      occasion.asked(rule).map { requirements in
        "\(occasion.verb)\(occasion.behindSubject) takes \(inWords(requirements))"
      }
    }.joined(separator: "; ")
  }

  /// Who must decide: `one of Chief Executive, Board member, and the CISO`.
  func inWords(_ requirements: [Requirement]) -> String {
    requirements.map { requirement in
      let titles = titles(of: requirement.roles)
      guard let count = requirement.count else {
        return "each of \(titles.joined(separator: ", "))"
      }
      return titles.count == 1 && count == 1
        ? "the \(titles[0])"
        : "\(count == 1 ? "one" : "\(count)") of \(titles.joined(separator: ", "))"
    }.joined(separator: ", and ")
  }

  /// What these roles are called.
  func titles(of roles: [RoleID]) -> [String] {
    roles.map { role($0)?.title ?? $0.description }
  }
}

extension ApprovalRule {
  /// What a rule may be asked for, in words.
  struct Occasion {
    let verb: String
    var behindVerb = ""
    var behindSubject = ""
    let asked: @Sendable (ApprovalRule) -> [Requirement]?
  }

  /// Everything that a rule may be asked for.
  static let occasions = [
    Occasion(verb: "approving") { $0.require },
    Occasion(verb: "approving a minor version", behindVerb: " of") { $0.minor },
    Occasion(verb: "reviewing") { $0.reaffirm },
    Occasion(verb: "retiring") { $0.retire },
    Occasion(verb: "approving", behindSubject: " where keys are lost") { $0.recover },
  ]

  /// What it is for, in words.
  var subject: String {
    if let document {
      let name = document == .governance ? "the people and rules" : document.description
      let kinds = [level, kind].compactMap { $0 }.joined(separator: " ")
      return kinds.isEmpty ? name : "\(name) (as a \(kinds))"
    }
    let level = level.map { "\($0) " } ?? ""
    switch kind ?? (level.isEmpty ? nil : "policy") {
    case nil: return "every other document"
    case "policy": return "\(level)policies"
    case "procedure": return "\(level)procedures"
    case "objective": return "\(level)objectives"
    case let kind?: return "\(level)documents of the kind \(kind)"
    }
  }
}
