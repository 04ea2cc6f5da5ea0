import Approvals
import Documents
public import Evidence
import Files
import Git
import Objects
import Rules
import Starter

extension PolicyRepository {
  /// Writes a document of this kind into its folder, from the starter set or from a template.
  ///
  /// Never writes over a file, and never gives an id away twice. Leaves the commit to the author.
  public func new(kind name: String, id: String, title: String?) throws -> DoneReport {
    let top = try workingFolder()
    let kind = try kind(name)
    let id = try documentID(id, kind)
    if let title, !Characters.isName(title) || !UnicodeNormalization.isNFC(title) {
      throw Refusal(
        .usage, "\(title) cannot be the title of a document",
        remedies: "write it without < and > and control characters")
    }
    let snapshot = Snapshot(files: try filesInWorkingFolder(), judging: [])
    let path = "\(kind.folder)/\(id).md"
    try refuseTaken(id, path, in: snapshot)

    let text = try text(kind.kind, id, title, in: snapshot)
    try Enclosure(top).create(path, with: Array(text.utf8))
    let written = Document.parse(Array(text.utf8), path: path).document
    return DoneReport(
      header(head: try git.head()), "new",
      text: done(written, path, snapshot.governance?.governance),
      members: [
        "id": JSONValue(id), "kind": .string(kind.kind.rawValue), "path": .string(path),
        "title": JSONValue(written?.title), "to-fill-in": .number(written?.openPlaces ?? 0),
      ])
  }

  private func kind(_ name: String) throws -> (kind: DocumentKind, folder: String) {
    if Starter.kinds.contains(name), let kind = DocumentKind(rawValue: name),
      let folder = kind.folder
    {
      return (kind, folder)
    }
    throw Refusal(
      .usage, "there is no template for documents of kind \(name)",
      remedies: "name one of: \(Starter.kinds.joined(separator: ", "))")
  }

  private func documentID(_ text: String, _ kind: (kind: DocumentKind, folder: String)) throws
    -> DocumentID
  {
    if let id = DocumentID(text), id != .governance { return id }
    throw Refusal(
      .usage, "\(text) cannot be the id of a document",
      remedies: "write it in \(Identifier.rule)",
      "such as: writ new \(kind.kind.rawValue) \(kind.kind.example)")
  }

  private func refuseTaken(_ id: DocumentID, _ path: String, in snapshot: Snapshot) throws {
    let other = snapshot.documents.first { $0.document?.id == id }?.path
    if let taken = other ?? snapshot.files.first(where: { $0.path == path })?.path {
      throw Refusal(
        .no, "there is a document \(id) already: \(taken)",
        remedies: "choose another id, or change that document")
    }
    // Something that is neither a file nor a document may stand there, or in place of the folder.
    let top = try workingFolder()
    let folder = String(path.prefix { $0 != "/" })
    if File.kind(of: top + path) != nil || (File.kind(of: top + folder) ?? .folder) != .folder {
      throw Refusal(
        .no, "something else than a document lies at \(path)", remedies: "move it away first")
    }
  }

  private func text(
    _ kind: DocumentKind, _ id: DocumentID, _ title: String?, in snapshot: Snapshot
  ) throws -> String {
    guard let governance = snapshot.governance?.governance else {
      throw Refusal(
        .no, "writ.yaml cannot be read, so the roles are not known",
        remedies: "see what is wrong with: writ check writ.yaml")
    }
    let topPolicy = snapshot.documents.compactMap(\.document)
      .first { $0.kind == .policy && $0.level == .top }?.id
    let isTop = kind == .policy && id.description == Starter.topPolicy
    if topPolicy == nil && !isTop && kind != .role {
      throw Refusal(
        .no, "there is no information security policy yet from which this could follow",
        remedies: "write it first: writ new policy \(Starter.topPolicy)")
    }
    let facts = try facts(kind, id, topPolicy, governance, in: snapshot)
    let usual = usualTitle(kind, id, governance)
    guard
      let text = Starter.text(
        kind: kind.rawValue, id: id.description, title: title, usual: usual, facts: facts)
    else { throw Refusal(.couldNot, "the template for \(kind.rawValue) is not here") }
    return text
  }

  private func facts(
    _ kind: DocumentKind, _ id: DocumentID, _ topPolicy: DocumentID?, _ governance: Governance,
    in snapshot: Snapshot
  ) throws -> Starter.Facts {
    let roles = governance.roles
    guard let first = roles.first else {
      throw Refusal(.no, "writ.yaml has no role that could own it", remedies: "add roles to it")
    }
    var facts = Starter.Facts(organisation: governance.organisation, date: surroundings.now.day)
    let owner =
      roles.first { $0.id.description == facts.owner } ?? roles.first { !$0.isTopManagement }
      ?? first
    let management = roles.filter { $0.id != id }.first(where: \.isTopManagement) ?? first
    let holders = governance.people.filter { $0.roles.contains(owner.id) }
    facts.owner = owner.id.description
    facts.topManagement = management.id.description
    facts.ownerPerson = holders.count == 1 ? holders.first?.id.description : nil
    facts.topPolicy = topPolicy?.description
    facts.objectives = snapshot.documents.compactMap(\.document)
      .filter { $0.kind == .objective }.map(\.id.description)
    if !governance.classifications.contains(facts.classification) {
      facts.classification = governance.classifications.last ?? facts.classification
    }
    return facts
  }

  /// `supplier-security` as people would call it.
  private func usualTitle(_ kind: DocumentKind, _ id: DocumentID, _ governance: Governance)
    -> String
  {
    if kind == .role, let role = governance.role(id) { return role.title }
    let words = id.description.split(separator: "-").map(String.init)
    let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    switch kind {
    case .objective:
      return (capitals.prefix(1) + words.dropFirst()).joined(separator: " ")
    case .policy, .procedure:
      let noun = kind == .policy ? "Policy" : "Procedure"
      return (capitals + (capitals.last == noun ? [] : [noun])).joined(separator: " ")
    case .role, .governance: return capitals.joined(separator: " ")
    }
  }

  private func done(_ document: Document?, _ path: String, _ governance: Governance?)
    -> DisplayText
  {
    var text: DisplayText = ""
    guard let document else { return text }
    text.line("\("Wrote", .good) \(path): \(document.title) \(document.version), a draft.")
    text.line()
    text.line("What to do next:")
    let places = document.openPlaces
    switch places {
    case 0: text.line("  1. Read it, and change what does not hold for you")
    case 1: text.line("  1. Fill in what is marked with {{ and }}, in one place. To find it:")
    default:
      text.line("  1. Fill in what is marked with {{ and }}, in \(places) places. To find them:")
    }
    if places > 0 { text.line("       writ check \(path)") }
    text.line("  2. git add \(path)")
    text.line("     git commit -m \"Draft \(document.id)\"")
    text.line("  3. See who must approve it:  writ status \(document.id)")
    if document.kind == .role, governance?.role(document.id) == nil {
      text.line()
      text.line("writ.yaml has no role \(document.id) yet: add it there under roles.")
    }
    return text
  }
}

extension DocumentKind {
  /// An id that a document of the kind could have.
  fileprivate var example: String {
    switch self {
    case .policy, .governance: "supplier-security"
    case .procedure: "incident-response"
    case .objective: "fast-patching"
    case .role: "data-protection-officer"
    }
  }
}
