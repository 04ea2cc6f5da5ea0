public import Objects

/// The documents that `writ init` installs, and the templates that `writ new` writes others from.
extension Starter {
  /// What is known of the repository that a document is written for.
  public struct Facts: Sendable {
    /// The organisation's name; `nil` leaves it to be filled in.
    public var organisation: String?
    /// The day on which the document is written.
    public var date: CalendarDate
    /// The id of the policy at the top; `nil` where there is none yet.
    public var topPolicy: String?
    /// The ids of the objectives that a policy at the top names.
    public var objectives = documents.filter { $0.kind == "objective" }.map(\.id)
    /// The role that keeps the document.
    public var owner = "ciso"
    /// The role at the top of the organisation, which gives the others.
    public var topManagement = "chief-executive"
    /// The id of the one person who holds the role that keeps the document; `nil` where there is not
    /// exactly one: then the role stands for whoever holds it.
    public var ownerPerson: String?
    /// How the document is classified, unless it is meant for everybody.
    public var classification = "internal"

    /// The facts of a repository with the roles and documents of the starter set.
    public init(organisation: String?, date: CalendarDate) {
      self.organisation = organisation
      self.date = date
    }

    /// The values of the fields of a template.
    var fields: [String: String] {
      var fields = [
        "organisation": organisation?.markdownEscaped ?? "[Organisation]",
        "date": date.description, "top-policy": topPolicy ?? Starter.topPolicy,
        "objectives": "[\(objectives.joined(separator: ", "))]",
        "owner": owner, "top-management": topManagement, "classification": classification,
        "owner-person": ownerPerson ?? owner,
      ]
      for months: Int64 in 1...12 {
        fields["in-\(months)-months"] = date.adding(months: months).description
      }
      return fields
    }
  }

  /// The id of the policy at the top of the starter set.
  public static let topPolicy = "information-security"

  /// The kinds of documents for which there is a template.
  public static let kinds = templates.map(\.kind)

  /// The text of a new document: that of the starter set where it has one of this kind and id, else
  /// the template of its kind, called as it is usual; `title` goes before both. `nil` where there is
  /// no such kind.
  ///
  /// A second policy at the top is never given.
  public static func text(kind: String, id: String, title: String?, usual: String, facts: Facts)
    -> String?
  {
    let isSecondTop = id == topPolicy && facts.topPolicy != nil
    if let ready = documents.first(where: { $0.kind == kind && $0.id == id }), !isSecondTop {
      // Where there are no objectives yet, the framework alone says how they come about.
      let text = ready.template.filled(facts.fields).replacing("objectives: []\n", with: "")
      return title.map { retitled(text, $0) } ?? text
    }
    let own = [
      "id": id, "title": (title ?? usual).yamlScalar, "heading": (title ?? usual).markdownEscaped,
    ]
    return templates.first { $0.kind == kind }?.template
      .filled(facts.fields.merging(own) { _, own in own })
  }

  /// The text of a document under another title, in the front matter and in the first heading.
  private static func retitled(_ text: String, _ title: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let entry = lines.firstIndex(where: { $0.hasPrefix("title: ") }) {
      lines[entry] = "title: \(title.yamlScalar)"
    }
    if let heading = lines.firstIndex(where: { $0.hasPrefix("# ") }) {
      lines[heading] = "# \(title.markdownEscaped)"
    }
    return lines.joined(separator: "\n")
  }

  static let documents: [(kind: String, folder: String, id: String, template: Template)] = [
    ("policy", "policies", topPolicy, Template(PackageResources.information_security_md)),
    ("policy", "policies", "access-control", Template(PackageResources.access_control_md)),
    ("policy", "policies", "acceptable-use", Template(PackageResources.acceptable_use_md)),
    (
      "policy", "policies", "continual-improvement",
      Template(PackageResources.continual_improvement_md)
    ),
    ("objective", "objectives", "staff-awareness", Template(PackageResources.staff_awareness_md)),
    ("objective", "objectives", "tested-backups", Template(PackageResources.tested_backups_md)),
    ("role", "roles", "chief-executive", Template(PackageResources.chief_executive_md)),
    ("role", "roles", "ciso", Template(PackageResources.ciso_md)),
    ("role", "roles", "board-member", Template(PackageResources.board_member_md)),
  ]

  private static let templates: [(kind: String, template: Template)] = [
    ("policy", Template(PackageResources.new_policy_md)),
    ("procedure", Template(PackageResources.new_procedure_md)),
    ("objective", Template(PackageResources.new_objective_md)),
    ("role", Template(PackageResources.new_role_md)),
  ]
}
