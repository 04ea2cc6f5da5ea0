import Objects

/// What keeps documents from being judged: decisions that are missing, or that cannot be judged here, and
/// the documents that they may be about (`docs/formats.md`, section 6).
///
/// An approval tells of its own document, and of the one that its text replaces. Where nobody can tell what
/// its text replaces, that may be any.
struct Doubts: Sendable {
  /// The documents that each one replaces, or is replaced by, as texts here say.
  private var neighbours: [DocumentID: Set<DocumentID>] = [:]
  private var missing = Affected()
  private var open = Affected()

  /// The names of decisions, by what they may be about.
  fileprivate struct Affected {
    var documents: [DocumentID: Set<String>] = [:]
    /// May be about anything, the people and rules too.
    var everything: Set<String> = []
    /// Approvals of texts that may replace any document.
    var everyDocument: Set<String> = []
    /// The same in order, once all are known: each document asks for the first of them.
    var inOrder: [String] = []
  }

  /// An approval of which the text is looked for.
  fileprivate struct Approval {
    let label: String
    let document: DocumentID
    let version: Version
    /// The text, where the approval itself is here.
    var digest: Digest?
  }

  /// Finds out what is in doubt, given what is missing and what cannot be judged here.
  ///
  /// `credible` names the statements that are to be reckoned with; `texts` gives those of well-made
  /// statements and of HEAD, and is asked only where it matters, as is `isApproved`, which says of a version
  /// whether a text of it is approved. Where not all decisions are here (`isWhole`), those that are left out
  /// are about their own documents.
  init(
    missing: [Ledger.Missing], open: [Examination], credible: Set<Digest>, lost: Set<Digest>,
    isWhole: Bool, remembered: [Trust.Remembered], texts: () throws -> [Edition],
    isApproved: (DocumentID, Version) throws -> Bool
  ) throws {
    guard !missing.isEmpty || !open.isEmpty else { return }
    let isApproved = { isWhole ? try isApproved($0, $1) : true }
    let texts = TextsHere(try texts())
    neighbours = texts.neighbours

    let isNamed = { (missing: Ledger.Missing) in
      !missing.closedBy.isEmpty || missing.claims.keys.contains(where: credible.contains)
    }
    // What is missing may have named others, whoever made them.
    let mayBeNamed = missing.contains(where: isNamed)
    for decision in missing {
      let claims = decision.claims.filter { credible.contains($0.key) }.map(\.value)
      var memory = decision.memory
      if !isNamed(decision), !decision.isBySomebodyInOffice, !mayBeNamed { memory = nil }
      try self.missing.add(decision, claims, memory, texts, isApproved)
    }
    let remembered = Dictionary(
      remembered.map { ($0.id, $0) }, uniquingKeysWith: { $0.details == nil ? $1 : $0 })
    for examination in open {
      guard let statement = examination.statement, let id = examination.id else { continue }
      let label = statement.name.description
      self.open.add(label, about: statement.name.document)
      guard statement.name.decision == .approve, statement.name.document != .governance,
        !lost.contains(id)
      else { continue }
      let approval = Approval(
        label: label, document: statement.name.document, version: statement.name.version,
        digest: statement.digest)
      try self.open.add(
        approval, remembered[id], texts, isTextHere: examination.holdsItsText, isApproved)
    }
    self.missing.inOrder = self.missing.everyDocument.sorted()
    self.open.inOrder = self.open.everyDocument.sorted()
  }

  /// Why the document cannot be judged, in sentences.
  func reasons(for document: DocumentID, replacing replaced: DocumentID?) -> [String] {
    var related = (neighbours[document] ?? []).union([document])
    if let replaced { related.insert(replaced) }
    var reasons: [String] = []
    let gone = missing.about(related)
    if !gone.isEmpty {
      reasons.append("A decision that somebody had seen is missing: \(gone.sorted().listed()).")
    }
    let isDocument = document != .governance
    if isDocument, let replacements = missing.listOfEveryDocument(without: gone) {
      reasons.append(
        "An approval is missing, and its text may have replaced this one: \(replacements).")
    }
    let undecided = open.about(related)
    if !undecided.isEmpty {
      reasons.append(
        undecided.contains { $0.hasPrefix("writ/\(document)/") }
          ? "It has a decision that cannot be judged here."
          : undecided.isSubset(of: open.everything)
            ? "There is a decision on the people and rules that cannot be judged here."
            : "A decision that may have replaced it, or what it replaces, cannot be judged here: "
              + "\(undecided.sorted().listed()).")
    }
    if isDocument, let unread = open.listOfEveryDocument(without: undecided) {
      reasons.append(
        "The text of an approval is not here, and may have replaced this one: \(unread).")
    }
    return reasons
  }
}

extension Sequence<String> {
  /// The first of them, and how many more there are: of so many, if it takes long to count them.
  fileprivate func listed(of count: Int? = nil) -> String {
    let first = Array(prefix(5))
    let more = (count ?? Array(self).count) - first.count
    return first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension Doubts.Affected {
  /// Those that may replace any document, but for these; `nil` where there are none.
  func listOfEveryDocument(without known: Set<String>) -> String? {
    let left = inOrder.count - known.count(where: everyDocument.contains)
    return left > 0 ? inOrder.lazy.filter { !known.contains($0) }.listed(of: left) : nil
  }

  /// The names of those that may be about one of these documents.
  func about(_ related: Set<DocumentID>) -> Set<String> {
    related.reduce(into: everything) { $0.formUnion(documents[$1] ?? []) }
  }

  mutating func add(_ label: String, about document: DocumentID) {
    if document == .governance { everything.insert(label) }
    documents[document, default: []].insert(label)
  }

  /// Adds what a missing decision may be about, as those say who name it, and what the user remembers.
  mutating func add(
    _ missing: Ledger.Missing, _ claims: [Ledger.Missing.Claim], _ memory: Trust.Remembered?,
    _ texts: TextsHere, _ isApproved: (DocumentID, Version) throws -> Bool
  ) throws {
    let label = missing.name?.description ?? "one of which the name is not known"
    guard !claims.isEmpty || memory != nil else {
      // What nobody but a version of the people and rules names may have been about anything.
      if !missing.closedBy.isEmpty { everything.insert(label) }
      return
    }
    for document in Set(claims.map(\.document) + [memory?.name.document].compactMap(\.self)) {
      add(label, about: document)
    }
    // What only its own withdrawal names has the text of that.
    if memory?.details == nil, !claims.isEmpty, claims.allSatisfy({ $0.withdrawn != nil }) {
      for text in claims.filter(\.mayBeApproval).compactMap(\.withdrawn) {
        if let here = texts.editions[text.digest] {
          if let replaced = here.replaces { add(label, about: replaced) }
        } else {
          try add(
            Doubts.Approval(
              label: label, document: text.document, version: text.version, digest: text.digest),
            nil, texts, isTextHere: false, isApproved)
        }
      }
      return
    }
    let names = claims.compactMap(\.name) + [memory?.name].compactMap(\.self)
    for name in Set(names.map { Named($0) }) where name.isApproval {
      try add(
        Doubts.Approval(label: label, document: name.document, version: name.version), memory,
        texts,
        isTextHere: false, isApproved)
    }
  }

  /// What tells of a name which text it may be.
  private struct Named: Hashable {
    let document: DocumentID
    let version: Version
    let isApproval: Bool

    init(_ name: StatementName) {
      (document, version) = (name.document, name.version)
      isApproval = name.decision == .approve && name.document != .governance
    }
  }

  /// Adds what the text of an approval may replace.
  mutating func add(
    _ approval: Doubts.Approval, _ memory: Trust.Remembered?, _ texts: TextsHere, isTextHere: Bool,
    _ isApproved: (DocumentID, Version) throws -> Bool
  ) throws {
    for replaced in texts.replaced(by: approval.document, approval.version) {
      add(approval.label, about: replaced)
    }
    let own = approval.digest.flatMap { texts.editions[$0] }
    if let replaced = own?.replaces { add(approval.label, about: replaced) }
    if let details = memory?.details {
      if let replaced = details.replaces { add(approval.label, about: replaced) }
    } else if !isTextHere, own == nil, try !isApproved(approval.document, approval.version) {
      everyDocument.insert(approval.label)
    }
  }
}

/// The texts that are here, by what they replace.
private struct TextsHere {
  /// The documents that each one replaces, or is replaced by.
  private(set) var neighbours: [DocumentID: Set<DocumentID>] = [:]
  /// Each text by its digest.
  private(set) var editions: [Digest: Edition] = [:]
  private var replaced: [DocumentID: [Version: Set<DocumentID>]] = [:]

  init(_ texts: [Edition]) { texts.forEach { add($0) } }

  /// What texts of that version of the document replace.
  func replaced(by document: DocumentID, _ version: Version) -> Set<DocumentID> {
    replaced[document]?[version] ?? []
  }

  private mutating func add(_ text: Edition) {
    editions[text.digest] = text
    guard let other = text.replaces else { return }
    neighbours[text.document, default: []].insert(other)
    neighbours[other, default: []].insert(text.document)
    replaced[text.document, default: [:]][text.version, default: []].insert(other)
  }
}
