/// The files of a pack that was found, held against those that are made again from its bundle, by bytes.
///
/// One that another version of Writ made may have other pages. Then facts, texts, tables and keys are
/// compared; a page that is another than this version makes is named as not compared: it proves nothing.
public struct PackComparison: Sendable {
  /// What is not as the bundle gives it, in sentences, by path.
  public var problems: [String] {
    found.sorted { $0.path < $1.path }.map(\.sentence)
  }
  /// What could not be compared, by path.
  public private(set) var notCompared: [String] = []

  private var found: [(path: String, sentence: String)] = []
  /// What was not held against anything yet.
  private var left: [String: [UInt8]]
  private let named: Set<String>
  private let claim: PackClaim?
  private let isByThisVersion: Bool

  /// Of these files, all but manifest and bundle. Of those that are `named` enough is said already;
  /// `claim` is what the pack says of itself, if that can be read.
  public init(
    of files: [PackFile], named: Set<String> = [], claim: PackClaim?, isByThisVersion: Bool
  ) {
    left = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    self.named = named
    self.claim = claim
    self.isByThisVersion = isByThisVersion && claim != nil
  }

  /// Where nothing could be made again, for the reason in that sentence.
  public init(of files: [PackFile], because sentence: String) {
    self.init(of: files, claim: nil, isByThisVersion: false)
    found = [("", sentence)]
    notCompared = files.map(\.path).sorted()
  }

  /// Holds a file that was made again against the one at its place.
  mutating func hold(against made: PackFile) {
    let path = made.path
    guard let bytes = left.removeValue(forKey: path) else {
      if isNoOther || isHeldTo(path) || [EvidencePack.jsonPath, Self.table].contains(path) {
        add(path, PackManifest.Difference.missing(path).sentence)
      }
      return
    }
    guard bytes != made.bytes else { return }
    if path == EvidencePack.jsonPath {
      holdEvidence(against: made)
    } else if path == Self.table, !isByThisVersion, claim != nil {
      if PackFacts.agree(table: bytes, made.bytes) {
        notCompared.append(path)
      } else {
        add(path, "\(path) says something else than the repository in the pack.")
      }
    } else if isByThisVersion || isHeldTo(path) {
      add(path, "\(path) is not what the repository in the pack gives.")
    } else {
      notCompared.append(path)
    }
  }

  /// Names what belongs to no file that was made again. Call it last.
  mutating func end() {
    for path in left.keys {
      if isNoOther || isHeldTo(path) {
        add(path, PackManifest.Difference.surplus(path).sentence)
      } else {
        notCompared.append(path)
      }
    }
    left = [:]
    notCompared = notCompared.filter { !named.contains($0) }.sorted()
  }

  private mutating func holdEvidence(against made: PackFile) {
    let path = made.path
    guard let found = claim?.evidence, let evidence = JSONValue(reading: made.bytes) else {
      add(path, "\(path) cannot be read as what Writ writes.")
      return
    }
    let all = PackFacts.differences(of: found, from: evidence)
    let told = all.filter { $0.isFact || isByThisVersion }.map(\.subject)
    if told.contains("\"repository\"") || told.contains("\"at\"") {
      add(path, "\(path) is about another repository or another time than the pack.")
    }
    if !told.isEmpty {
      let rest = told.count > Self.mostNamed ? ["\(told.count - Self.mostNamed) more"] : []
      let subjects = (told.prefix(Self.mostNamed) + rest).inWords
      add(path, "\(path) says something else of \(subjects) than the repository in the pack.")
    } else if isByThisVersion {
      add(path, "\(path) is spelt otherwise than Writ writes it.")
    } else {
      notCompared.append(path)
    }
  }

  /// Adds what is wrong with the bundle, in sentences.
  public mutating func add(_ ofBundle: [String]) { found += ofBundle.map { ("", $0) } }

  private mutating func add(_ path: String, _ sentence: String) {
    if !named.contains(path) { found.append((path, sentence)) }
  }

  /// Whether it has the files of this version, as far as it says: no version makes a pack that does not say
  /// which one made it.
  private var isNoOther: Bool { isByThisVersion || claim == nil }

  /// Whether every version of Writ writes the same bytes there: texts, keys and the list of decisions.
  private func isHeldTo(_ path: String) -> Bool {
    path.utf8.starts(with: "documents/".utf8)
      ? !path.utf8.suffix(5).elementsEqual(".html".utf8)
      : [AllowedSigners.path, VerifyInstructions.listPath].contains(path)
  }

  private static let table = "history.csv"
  private static let mostNamed = 10
}

extension EvidencePack {
  /// What is found when the files of a pack, all but manifest and bundle, are held against this one, which
  /// was made from that bundle by the word of `claim`; `program` is the version that does so.
  public func compared(
    with files: [PackFile], named: Set<String>, claim: PackClaim?, by program: String
  ) -> PackComparison {
    var own = self
    own.program = program
    let isOurs =
      claim?.program == program
      // Whoever takes the pages of this version for those of another hides nothing.
      || files.contains { $0.path == Self.pagePath && $0.bytes == Array(own.page.utf8) }
    var comparison = PackComparison(
      of: files, named: named, claim: claim, isByThisVersion: isOurs)
    (isOurs ? own : self).forEachFile { comparison.hold(against: $0) }
    comparison.end()
    return comparison
  }
}
