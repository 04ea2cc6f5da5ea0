import Approvals
import Documents
import Git
import Objects
import Signatures

/// Reads the refs of decisions with what they lead to, on all cores.
struct Records {
  /// What was found.
  let all: [Record]
  /// The blobs of the texts that were decided on, by the digests of their bytes.
  private(set) var texts: [Objects.Digest: ObjectID] = [:]
  /// What was known of objects before, and what was found now.
  let known: KnownObjects

  /// What a ref holds, before what it leads to is read.
  private enum Found: Sendable {
    case other(Record.Content)
    case statement(ObjectID, Record.SignedTag, Statement)
  }

  /// A file where a statement says that the text stands.
  private enum Located: Sendable {
    case target(Record.Target)
    case blob(ObjectID)
  }

  private struct Text: Hashable, Sendable {
    let blob: ObjectID
    let path: String
  }

  /// Reads the records of these refs.
  ///
  /// `recall` gives what is known of the objects of the repository to which the first decision says
  /// that it belongs.
  init(
    _ git: Repository, at references: [Reference],
    recall: (_ first: Objects.Digest?) throws -> KnownObjects
  ) throws {
    var known = try recall(Self.firstRepository(references, git))
    let signers = known.signers
    let found = try git.map(references) { git, references in
      try references.map { try Self.read($0, git, signers) }
    }
    var statements: [(tag: Record.SignedTag, statement: Statement)] = []
    for case .statement(let id, let tag, let statement) in found {
      statements.append((tag, statement))
      // What a security key says besides is read from the signature each time.
      if case .valid(let key, nil) = tag.signature { known.signers[id] = key }
    }

    // The newest first, which is how packs lie.
    statements.sort { $0.tag.tagger.time > $1.tag.tagger.time }
    let places = statements.map {
      KnownObjects.Place(commit: $0.tag.target, path: $0.statement.path)
    }
    let targets = try Self.locate(places, &known, git)
    let contents = try Self.texts(at: places, known.blobs, git)
    for (file, target) in contents {
      if case .file(let text) = target { texts[text.digest] = file.blob }
    }

    all = zip(references, found).map { reference, found in
      switch found {
      case .other(let content): return Record(ref: reference.name, content: content)
      case .statement(_, let tag, let statement):
        let place = KnownObjects.Place(commit: tag.target, path: statement.path)
        let text = known.blobs[place].map { Text(blob: $0, path: place.path) }
        let target = text.flatMap { contents[$0] } ?? targets[place] ?? .missing
        return Record(ref: reference.name, content: .statement(tag, statement, target))
      }
    }
    self.known = known
  }

  /// Finds the files at these places, unless it is known which blobs they are: what else is there.
  private static func locate(
    _ places: [KnownObjects.Place], _ known: inout KnownObjects, _ git: Repository
  ) throws -> [KnownObjects.Place: Record.Target] {
    var sought: [KnownObjects.Place] = []
    var isSought: Set<KnownObjects.Place> = []
    for place in places where known.blobs[place] == nil && isSought.insert(place).inserted {
      sought.append(place)
    }
    let located = try git.map(sought) { git, places in
      let finder = FileFinder(git)
      return try places.map { try locate($0, finder) }
    }
    var targets: [KnownObjects.Place: Record.Target] = [:]
    for (place, located) in zip(sought, located) {
      switch located {
      case .target(let target): targets[place] = target
      case .blob(let blob): known.blobs[place] = blob
      }
    }
    return targets
  }

  /// Reads each text at these places once: the versions of one file after another, since packs hold one
  /// as the difference to the next.
  private static func texts(
    at places: [KnownObjects.Place], _ blobs: [KnownObjects.Place: ObjectID], _ git: Repository
  ) throws -> [Text: Record.Target] {
    var files: [Text] = []
    var isThere: Set<Text> = []
    for (path, places) in Dictionary(grouping: places, by: \.path).sorted(by: { $0.key < $1.key }) {
      for file in places.compactMap({ blobs[$0] }).map({ Text(blob: $0, path: path) })
      where isThere.insert(file).inserted {
        files.append(file)
      }
    }
    let read = try git.map(files) { git, files in try files.map { try Self.read($0, git) } }
    return Dictionary(uniqueKeysWithValues: zip(files, read))
  }

  /// The record of a tag whose bytes are not stored yet.
  static func record(of bytes: [UInt8], at name: StatementName, _ git: Repository) throws -> Record
  {
    switch found(tag: bytes, id: .zero, [:]) {
    case .other(let content): return Record(ref: name.ref, content: content)
    case .statement(_, let tag, let statement):
      let located = try locate(
        KnownObjects.Place(commit: tag.target, path: statement.path), FileFinder(git))
      let target: Record.Target =
        switch located {
        case .target(let target): target
        case .blob(let blob): try read(Text(blob: blob, path: statement.path), git)
        }
      return Record(ref: name.ref, content: .statement(tag, statement, target))
    }
  }

  /// The repository to which the first decision says that it belongs.
  private static func firstRepository(_ references: [Reference], _ git: Repository) throws
    -> Objects.Digest?
  {
    for reference in references {
      if case .statement(_, _, let statement) = try read(reference, git, [:]) {
        return statement.repository
      }
    }
    return nil
  }

  private static func read(
    _ reference: Reference, _ git: Repository, _ signers: [ObjectID: Fingerprint]
  ) throws -> Found {
    if reference.name.utf8.starts(with: StatementName.timestampPrefix.utf8) {
      return .other(.timestamp)
    }
    guard let id = reference.target else { return .other(.notATag("a name for another name")) }
    let object: RawObject
    do {
      object = try git.target(id, limit: 1 << 20)
    } catch let error where error.kind == .tooLarge {
      return .other(.notATag("something far larger than a decision"))
    }
    switch object.type {
    case .tag: return found(tag: object.bytes, id: id, signers)
    case .commit: return .other(.notATag("a plain name for a saved state"))
    case .tree, .blob: return .other(.notATag("a plain name for files"))
    }
  }

  private static func found(
    tag bytes: [UInt8], id: ObjectID, _ signers: [ObjectID: Fingerprint]
  ) -> Found {
    let tag: TagObject
    do { tag = try TagObject(bytes) } catch { return .other(.malformed(error)) }
    do {
      let statement = try Statement(tag)
      let known = signers[id].map { SignatureFinding.valid($0, nil) }
      return .statement(id, Record.SignedTag(tag, signature: known), statement)
    } catch {
      return .other(.noStatement(tag, error))
    }
  }

  private static func locate(_ place: KnownObjects.Place, _ finder: FileFinder) throws -> Located {
    do {
      switch try finder.file(at: place.path, in: place.commit) {
      case .notACommit: return .target(.notACommit)
      case .nothing: return .target(.noFile)
      case .blob(let blob): return .blob(blob)
      }
    } catch let error as GitError where error.kind == .notFound {
      return .target(.missing)
    } catch let error as GitError where error.kind == .tooLarge {
      return .target(.noFile)
    }
  }

  private static func read(_ text: Text, _ git: Repository) throws -> Record.Target {
    do {
      return .file(Record.FoundText(try git.bytes(of: text.blob, as: .blob), path: text.path))
    } catch let error where error.kind == .notFound {
      return .missing
    } catch let error where error.kind == .tooLarge {
      return .noFile
    }
  }
}
