public import Objects

/// What an information security objective says besides what every document says: what is to be
/// reached, how much of it, by whom, with what, by when, and how that is judged.
public struct Objective: Sendable, Hashable {
  /// Something that is done to reach it.
  public struct Action: Sendable, Hashable {
    /// What is done.
    public let what: String?
    /// Who does it: a role, a person, a staff id.
    public let who: String?
    /// By when.
    public let due: CalendarDate?
  }

  /// What must be reached on the way.
  public struct Milestone: Sendable, Hashable {
    /// What is reached.
    public let what: String?
    /// By when.
    public let due: CalendarDate?
    /// The line of the entry.
    public let line: Int
  }

  /// How it is judged whether it is reached.
  public struct Evaluation: Sendable, Hashable {
    /// How.
    public let method: String?
    /// By whom: a role, a person, a staff id.
    public let by: String?
    /// How often.
    public let every: Interval?
  }

  /// What is to be reached, in a sentence.
  public let statement: String?
  /// Where in the organisation it holds: `organisation`, `department`, `team`.
  public let level: String?
  /// Which part of the organisation it is for.
  public let function: String?
  /// The policy that it follows from.
  public let policy: DocumentID?
  /// Goals of the organisation's direction that it serves.
  public let goals: [String]
  /// What is measured.
  public let metric: String?
  /// In what it is measured.
  public let unit: String?
  /// The value at the start.
  public let baseline: String?
  /// The value to be reached.
  public let target: String?
  /// Why it cannot be measured.
  public let notMeasurableReason: String?
  /// Rows of the register of requirements that it answers to.
  public let requirements: [String]
  /// Rows of the register of risks that it treats.
  public let risks: [String]
  /// Who answers for it: a person of `writ.yaml`, or a staff id.
  public let ownerPerson: String?
  /// People, money, tools and time that it takes.
  public let resources: [String]
  /// What is done to reach it.
  public let actions: [Action]
  /// What must be reached on the way.
  public let milestones: [Milestone]
  /// By when it is to be reached.
  public let due: CalendarDate?
  /// How it is judged.
  public let evaluation: Evaluation?
  /// Words to find it by, such as `continuity`.
  public let tags: [String]

  init(_ front: inout MappingReader) {
    for (key, remedy) in [
      ("statement", "write what is to be reached, in a sentence"),
      ("level", "write where in the organisation it holds: \"level: organisation\""),
      ("policy", "write the policy that it follows from: \"policy: information-security\""),
      ("owner-person", "write who answers for it: \"owner-person: sam-lee\""),
      ("resources", "write what it takes: people, money, tools, time"),
      ("actions", "write what is done: \"actions: [{what: …, who: …, due: 2026-12-01}]\""),
      ("due", "write by when it is to be reached: \"due: 2026-12-01\""),
      ("evaluation", "write \"evaluation: {method: …, by: ROLE, every: 3 months}\""),
    ] { front.require(key, remedy: remedy) }

    statement = front.text("statement")
    level = front.text("level")
    function = front.text("function")
    policy = front.documentID("policy")
    goals = front.texts("goals")
    metric = front.text("metric")
    unit = front.text("unit")
    baseline = front.text("baseline")
    target = front.text("target")
    notMeasurableReason = front.text("not-measurable-reason")
    requirements = front.texts("requirements")
    risks = front.texts("risks")
    ownerPerson = front.text("owner-person")
    resources = front.textOrTexts("resources")
    actions = front.mappings("actions") {
      $0.require("what", remedy: "write what is done")
      $0.require("who", remedy: "write who does it: \"who: ciso\"")
      $0.require("due", remedy: "write by when: \"due: 2026-12-01\"")
      return Action(what: $0.text("what"), who: $0.text("who"), due: $0.date("due"))
    }
    milestones = front.mappings("milestones") {
      $0.require("what", remedy: "write what is reached by then")
      $0.require("due", remedy: "write by when: \"due: 2026-12-01\"")
      return Milestone(what: $0.text("what"), due: $0.date("due"), line: $0.line)
    }
    due = front.date("due")
    evaluation = front.mapping("evaluation") {
      $0.require("method", remedy: "write how it is judged: \"method: Count of open findings\"")
      $0.require("by", remedy: "write who judges it: \"by: ciso\"")
      $0.require("every", remedy: "write how often: \"every: 3 months\"")
      return Evaluation(
        method: $0.text("method"), by: $0.text("by"), every: $0.interval("every"))
    }
    tags = front.texts("tags")
  }
}
