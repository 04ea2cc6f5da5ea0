public import Approvals
import Documents
public import Objects

/// A document that is looked at on a day: what is to be known of it is found here, and nowhere else.
public struct ObservedDocument: Sendable {
  /// What a text says, as far as it is held against the day.
  public struct Text: Sendable {
    let document: Document?
    let openPlaces: Int

    /// Reads the bytes that lie at that path.
    public init(_ bytes: [UInt8], path: String) {
      document = Document.parse(bytes, path: path).document
      openPlaces =
        path == DocumentFolders.governancePath
        ? StrictYAML.placeholders(in: bytes).count : document?.openPlaces ?? 0
    }
  }

  /// What all documents are held against.
  public struct Circumstances: Sendable {
    let day: CalendarDate
    let governance: Governance?
    let outOfOrder: Set<Digest>

    /// The day asked about, the people and rules in force, and the decisions whose dates show no order.
    public init(day: CalendarDate, governance: Governance?, outOfOrder: Set<Digest>) {
      self.day = day
      self.governance = governance
      self.outOfOrder = outOfOrder
    }

    /// Those of what the ledger says.
    public init(_ ledger: Ledger) {
      // What is missing in between makes two decisions look apart.
      let apart = ledger.missing.isEmpty ? ledger.entries.filter(\.isOutOfOrder) : []
      self.init(
        day: ledger.time.day, governance: ledger.chain.last?.governance,
        outOfOrder: Set(apart.compactMap(\.id)))
    }
  }

  let status: DocumentStatus
  let text: Text?
  let circumstances: Circumstances

  /// The document where `status` has it; `text` is what that very edition says, where it can be read.
  public init(_ status: DocumentStatus, text: Text?, in circumstances: Circumstances) {
    self.status = status
    self.text = text
    self.circumstances = circumstances
  }

  /// What is to be known of the text, and of the document in the files here; the gravest first.
  public var observations: [Observation] {
    Self.ordered(status.flags.map(observation) + factsThatMatter)
  }

  /// What is to be known of an approved text, whatever the files here hold; the gravest first.
  public var observationsOfApproved: [Observation] {
    let flags = status.flags.filter { $0.isAboutText || ($0 == .reviewOverdue && isInForce) }
    return Self.ordered(flags.map(observation) + factsThatMatter)
  }

  /// Those of the text in the files, and of the text in force where that is another one.
  public static func observations(of here: ObservedDocument, inForce: ObservedDocument?)
    -> [Observation]
  {
    let standing = inForce?.observationsOfApproved ?? []
    // What a new text leaves as it is is said once.
    let own = here.observations.filter { observation in
      !standing.contains { $0.topic == observation.topic && $0.words == observation.words }
    }
    return ordered(standing + own)
  }

  private static func ordered(_ observations: [Observation]) -> [Observation] {
    var seen: Set<Observation> = []
    let unique = observations.filter { seen.insert($0).inserted }
    return Observation.Weight.allCases.flatMap { weight in
      unique.filter { $0.weight == weight }
    }
  }

  // MARK: What they are made of

  var edition: Edition { status.edition }

  /// Whether this very text is in force.
  var isInForce: Bool { status.inForce?.edition.digest == edition.digest }

  /// Whether it has left force for good, or another one has taken its place.
  var isPast: Bool { [.superseded, .retired].contains(status.state) && !isInForce }

  func observation(
    _ topic: Observation.Topic, _ weight: Observation.Weight, _ clause: String, _ words: String,
    of edition: Edition? = nil
  ) -> Observation {
    let edition = edition ?? self.edition
    return Observation(
      document: edition.document, title: edition.title, version: edition.version, topic: topic,
      weight: weight, clause: clause, words: words)
  }

  /// The requirement that asks for the text to be approved and reviewed.
  func clause(of edition: Edition) -> String {
    guard edition.kind == .policy else { return "7.5.2" }
    return edition.level == .top ? "5.2" : "A.5.1"
  }

  /// The requirement that asks for reviews of the text.
  func clauseOfReviews(of edition: Edition) -> String {
    edition.kind == .policy ? "A.5.1" : "7.5.2"
  }
}
