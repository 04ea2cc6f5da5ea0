import Approvals
import Documents
import Objects
import Rules

/// A question that somebody is likely to be asked on clause 5 of ISO/IEC 27001:2022, in our own words, with
/// what the repository has to say of it.
struct InterviewQuestion {
  /// A piece of an answer.
  enum Answer {
    /// What is there, in a sentence.
    case fact(String)
    /// The very words of a document, and which one it is.
    case quote(String, of: Brief.InForce)
    /// What the repository has no answer to, in a sentence that says what to prepare.
    case gap(String)
  }

  /// The clauses that it is about: `5.1 a, 5.2`.
  let clause: String
  /// What may be asked.
  let question: String
  /// The answer, piece by piece.
  let answers: [Answer]
}

extension Brief {
  /// The questions, in the order of an interview; those on leadership for top management alone.
  var questions: [InterviewQuestion] {
    let onPolicy = [approvedPolicy, purpose, objectives, requirements, improvement, known]
    let onLeadership = isTopManagement ? [dailyWork, resources, importance, results, support] : []
    return onPolicy + onLeadership + [whoAnswers, ownPart, sayingNo]
  }

  private static let noPolicy = "No information security policy is in force: have one approved."

  // MARK: The policy

  private var approvedPolicy: InterviewQuestion {
    var answers: [InterviewQuestion.Answer] = [.gap(Self.noPolicy)]
    if let policy = topPolicy {
      answers = [.fact("\(policy.name), in force since \(policy.approved.from.day.inWords).")]
      answers += ApprovalInWords(policy.approved).sentences.map { .fact($0) }
      if !policy.approved.approvals.contains(where: { $0.person.id == person.id }) {
        answers.append(.fact("You did not sign this version yourself."))
      }
    }
    return InterviewQuestion(
      clause: "5.1 a, 5.2",
      question: "What is your information security policy, and who approved it?",
      answers: answers)
  }

  private func element(_ name: Element.Name) -> InterviewQuestion.Answer {
    guard let policy = topPolicy else { return .gap(Self.noPolicy) }
    guard let words = policy.text.policy?.elements[name]?.says else {
      return .gap("The policy does not name the words that say it: find them, or have them added.")
    }
    return .quote(words, of: policy)
  }

  private var purpose: InterviewQuestion {
    InterviewQuestion(
      clause: "5.2 a", question: "Why do you have it, and how does it fit what you do?",
      answers: [element(.purpose)])
  }

  private var objectives: InterviewQuestion {
    let objectives = inForce.filter { $0.edition.kind == .objective }
    let facts = objectives.map { objective -> InterviewQuestion.Answer in
      .fact("\(objective.name), in force since \(objective.approved.from.day.inWords).")
    }
    let late = observations.filter {
      $0.topic == .fact(.objectiveDue) && $0.weight != .note
    }.map { InterviewQuestion.Answer.gap($0.told) }
    let gap = InterviewQuestion.Answer.gap(
      "No objective is approved here: know which ones you have, and where they stand.")
    return InterviewQuestion(
      clause: "5.1 a, 5.2 b", question: "What do you want to reach, and who sets the objectives?",
      answers: [element(.objectives)] + (facts.isEmpty ? [gap] : facts) + late)
  }

  private var requirements: InterviewQuestion {
    let named = topPolicy?.text.policy?.requirements ?? []
    let list: InterviewQuestion.Answer =
      named.isEmpty
      ? .gap(
        "The policy names no requirement one by one: know where the list is, and who keeps it.")
      : .fact("It names these: \(named.joined(separator: ", ")).")
    let unread: [InterviewQuestion.Answer] =
      named.isEmpty
      ? []
      : [
        .gap(
          "Whether they stand in a register was not looked at: know where it is, and what it says.")
      ]
    return InterviewQuestion(
      clause: "5.2 c", question: "What must you comply with, and how do you stand to that?",
      answers: [element(.requirements), list] + unread)
  }

  private var improvement: InterviewQuestion {
    InterviewQuestion(
      clause: "5.1 g, 5.2 d", question: "How do you see to it that security gets better?",
      answers: [
        element(.improvement),
        .gap(
          "Records of improvements are not read here: have one at hand that you decided on, and what it did."
        ),
      ])
  }

  private var known: InterviewQuestion {
    var answers: [InterviewQuestion.Answer] = []
    if let policy = topPolicy {
      let places = policy.text.policy?.availability ?? []
      answers.append(.fact("It lies at \(policy.edition.path) in the repository of the policies."))
      if !places.isEmpty {
        answers.append(.fact("It says that it is available at: \(places.joined(separator: ", "))."))
      } else if let reason = policy.text.policy?.notAvailableReason {
        answers.append(.fact("It is not available to others: \(reason.asSentence)"))
      }
      answers.append(
        .gap(
          "Records of who was told of version \(policy.edition.version), and how, are not read here: have "
            + "them at hand."))
    } else {
      answers.append(.gap(Self.noPolicy))
    }
    return InterviewQuestion(
      clause: "5.2 e-g", question: "Where do people find the policy, and how were they told?",
      answers: answers)
  }

  // MARK: Leadership

  private var dailyWork: InterviewQuestion {
    let procedures = inForce.filter { $0.edition.kind == .procedure }
    return InterviewQuestion(
      clause: "5.1 b", question: "How is security a part of daily work?",
      answers: procedures.isEmpty
        ? [
          .gap("No procedure is approved here: think of a process in which security has its place.")
        ]
        : procedures.map { .fact("\($0.name) says how it is done.") })
  }

  private var resources: InterviewQuestion {
    InterviewQuestion(
      clause: "5.1 c", question: "Which people, means and money did you give to it?",
      answers: [.gap("Records of resources are not read here: have what you decided on at hand.")])
  }

  private var importance: InterviewQuestion {
    InterviewQuestion(
      clause: "5.1 d", question: "How do you tell people why it matters?",
      answers: [
        .gap("Records of it are not read here: have a message or a meeting of yours at hand.")
      ])
  }

  private var results: InterviewQuestion {
    var answers: [InterviewQuestion.Answer] = []
    if let policy = topPolicy?.approved {
      if let review = policy.lastReview {
        answers.append(
          .fact("The policy was reviewed last on \(review.day.inWords), and is still right."))
      } else {
        answers.append(
          .fact("The policy was approved on \(policy.met.day.inWords), and not reviewed since."))
      }
      if let next = policy.nextReview {
        answers.append(
          policy.overdueReview(on: header.time.day) != nil
            ? .gap("Its review was due by \(next.inWords): have it reviewed, or know why not.")
            : .fact("Its next review is due by \(next.inWords)."))
      }
    }
    answers.append(
      .gap("Results are not read here: have the last figures of your objectives at hand."))
    return InterviewQuestion(
      clause: "5.1 e", question: "How do you know that it works?", answers: answers)
  }

  private var support: InterviewQuestion {
    let managers = inForce.filter { $0.text.role?.isManagement ?? false }
    let facts = managers.map { manager -> InterviewQuestion.Answer in
      .fact("\(manager.name) says what is expected of that role.")
    }
    return InterviewQuestion(
      clause: "5.1 f, 5.1 h",
      question: "How do you support those who do the work, and who lead others?",
      answers: facts + [
        .gap("Records of how you support them are not read here: think of an example.")
      ])
  }

  // MARK: Roles

  private var whoAnswers: InterviewQuestion {
    let duties = [
      ("isms-conformity", "that the management system is as the standard asks", "5.3 a"),
      ("isms-reporting", "reports to top management how it does", "5.3 b"),
    ]
    let answers = duties.flatMap { duty, words, clause -> [InterviewQuestion.Answer] in
      let roles = governance.roles.filter { $0.responsibleFor.contains(duty) }
      let what = duty == "isms-conformity" ? "answers for it \(words)" : words
      let holders = governance.people.flatMap { person in
        roles.filter { person.roles.contains($0.id) }.map { "\(person.name) (\($0.title))" }
      }
      return holders.isEmpty
        ? [.gap("Nobody \(what) (\(clause)), by the people and rules: give somebody that role.")]
        : [.fact("\(holders.inWords) \(what) (\(clause)).")]
    }
    let since = chain.last.map { link in
      InterviewQuestion.Answer.fact(
        "This stands in version \(link.version) of the people and rules, in force since "
          + "\(link.since.day.inWords), approved by \(Self.signers(link.approvals)).")
    }
    return InterviewQuestion(
      clause: "5.3", question: "Who answers for information security, and who says so?",
      answers: answers + (since.map { [$0] } ?? []))
  }

  private static func signers(_ statements: [VerifiedStatement]) -> String {
    statements.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      .map { "\($0.person.name) (\($0.role.title))" }.inWords
  }

  private var ownPart: InterviewQuestion {
    let held = governance.person(person.id)?.roles ?? []
    let answers = held.flatMap { role -> [InterviewQuestion.Answer] in
      let title = governance.role(role)?.title ?? role.description
      guard
        let described = inForce.first(where: { $0.edition.document == role && $0.text.role != nil }
        ),
        let text = described.text.role
      else {
        return [.gap("No description of the role \(title) is approved: know what it is to do.")]
      }
      return [
        .fact("\(described.name)."),
        .fact("It answers for: \(text.responsibilities.joined(separator: "; "))."),
        .fact("It may: \(text.authorities.joined(separator: "; "))."),
      ]
    }
    return InterviewQuestion(
      clause: "5.3", question: "What is your own part, and what may you decide?",
      answers: answers.isEmpty
        ? [.fact("You hold no role by the people and rules in force.")] : answers)
  }

  private var sayingNo: InterviewQuestion {
    let last = signed.first { $0.statement.statement.name.decision == .reject }?.statement
    let answer =
      last.map {
        "Yes, last \($0.edition.title) \($0.edition.version), on \($0.time.day.inWords)"
          + "\($0.statement.comment.isEmpty ? "" : ": \"\($0.statement.comment)\"")."
      } ?? "You have sent nothing back so far."
    return InterviewQuestion(
      clause: "5.1", question: "Did you ever say no to a text?", answers: [.fact(answer)])
  }
}
