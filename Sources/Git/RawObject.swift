import CLibgit2
public import Objects

/// An object as the object database holds it.
public struct RawObject: Sendable {
  /// The four types of Git objects.
  public enum ObjectType: Sendable {
    /// The bytes of a file.
    case blob
    /// A folder.
    case tree
    /// A commit.
    case commit
    /// An annotated tag.
    case tag

    init(_ type: git_object_t) throws(GitError) {
      switch type {
      case GIT_OBJECT_BLOB: self = .blob
      case GIT_OBJECT_TREE: self = .tree
      case GIT_OBJECT_COMMIT: self = .commit
      case GIT_OBJECT_TAG: self = .tag
      default: throw GitError(.damaged, "an object of no known type")
      }
    }

    var code: git_object_t {
      switch self {
      case .blob: GIT_OBJECT_BLOB
      case .tree: GIT_OBJECT_TREE
      case .commit: GIT_OBJECT_COMMIT
      case .tag: GIT_OBJECT_TAG
      }
    }
  }

  /// What it is.
  public let type: ObjectType
  /// Its content, without the loose header.
  public let bytes: [UInt8]
}

extension Repository {
  /// The largest object that is read unless the caller says otherwise: 16 MiB.
  public static let ordinarySize = 16 << 20

  /// The object of that name.
  ///
  /// Throws `notFound`, `damaged` (also where the content is not the name's), and `tooLarge`, before
  /// reading, for more than `limit` bytes.
  public func object(_ id: ObjectID, limit: Int = ordinarySize) throws(GitError) -> RawObject {
    try hashed(read(id, limit: limit, isSizeAsked: true), as: id)
  }

  /// The same without asking for the size first, for walks.
  func hashed(_ id: ObjectID) throws(GitError) -> RawObject {
    try hashed(read(id, limit: Self.ordinarySize, isSizeAsked: false), as: id)
  }

  private func hashed(_ object: RawObject, as id: ObjectID) throws(GitError) -> RawObject {
    var hash = git_oid()
    try check(
      object.bytes.withUnsafeBytes {
        git_odb_hash(&hash, $0.baseAddress, $0.count, object.type.code)
      })
    guard ObjectID(hash) == id else {
      throw GitError(.damaged, "the object \(id) does not hold what its name says")
    }
    return object
  }

  private func read(_ id: ObjectID, limit: Int, isSizeAsked: Bool) throws(GitError) -> RawObject {
    for (place, folder) in objectFolders.enumerated() where mayBeLoose(id, at: place) {
      guard let loose = try LooseObject(id, in: folder, limit: limit) else { continue }
      return RawObject(type: try RawObject.ObjectType(loose.type), bytes: loose.content)
    }
    var name = id.raw
    var size = 0
    if isSizeAsked {
      var type = GIT_OBJECT_INVALID
      try fromPacks { () throws(GitError) in
        _ = try check(git_odb_read_header(&size, &type, objects.pointer, &name))
      }
      try refuse(id, size: size, limit: limit)
    }
    let object = try fromPacks { () throws(GitError) in
      try Handle(free: git_odb_object_free) { git_odb_read(&$0, objects.pointer, &name) }
    }
    size = git_odb_object_size(object.pointer)
    try refuse(id, size: size, limit: limit)
    return RawObject(
      type: try RawObject.ObjectType(git_odb_object_type(object.pointer)),
      bytes: Array(
        UnsafeRawBufferPointer(start: git_odb_object_data(object.pointer), count: size)))
  }

  private func refuse(_ id: ObjectID, size: Int, limit: Int) throws(GitError) {
    guard size <= limit else {
      throw GitError(.tooLarge, "the object \(id) has \(size) bytes, over the limit of \(limit)")
    }
  }

  /// The bytes of the object, which must be of that type: `damaged` where it is another.
  public func bytes(of id: ObjectID, as type: RawObject.ObjectType, limit: Int = ordinarySize)
    throws(GitError) -> [UInt8]
  {
    let object = try object(id, limit: limit)
    guard object.type == type else { throw GitError(.damaged, "\(id) is not a \(type)") }
    return object.bytes
  }

  /// The bytes of the object, if it is of that type and not far too large: what somebody chose to name is
  /// no damage.
  private func bytes(ifOf type: RawObject.ObjectType, _ id: ObjectID) throws(GitError) -> [UInt8]? {
    do {
      let object = try hashed(id)
      return object.type == type ? object.bytes : nil
    } catch {
      guard error.kind == .tooLarge else { throw error }
      return nil
    }
  }

  /// Whether the object is here.
  public func holds(_ id: ObjectID) -> Bool {
    var name = id.raw
    return git_odb_exists(objects.pointer, &name) == 1
  }

  /// Writes an object and gives its name; it is on disk, synced, when this returns.
  public func write(_ bytes: [UInt8], as type: RawObject.ObjectType) throws(GitError) -> ObjectID {
    var name = git_oid()
    try check(
      bytes.withUnsafeBytes {
        git_odb_write(&name, objects.pointer, $0.baseAddress, $0.count, type.code)
      })
    forgetLooseFolders()
    let id = ObjectID(name)
    let hex = id.description
    // Also where it was here before: whoever wrote it may have been killed, or may not sync.
    try syncFolders(of: "objects/\(hex.prefix(2))/\(hex.dropFirst(2))")
    return id
  }

  /// The folder of that name, more quickly where it resembles one that was read before; `nil` where it is
  /// not as Git writes one (`TreeObject`), or larger than 16 MiB.
  ///
  /// Throws `notFound`, and `damaged` where the content is not the name's.
  public func tree(_ id: ObjectID, near other: TreeObject? = nil) throws(GitError) -> TreeObject? {
    try bytes(ifOf: .tree, id).flatMap { try? TreeObject($0, near: other) }
  }

  /// Reads the folder that another one came from, and tells what changed since; `nil` for one that is not
  /// as Git writes it.
  public func comparing(_ tree: TreeObject, older id: ObjectID) throws(GitError) -> (
    older: TreeObject, changes: [TreeObject.Change]
  )? {
    try bytes(ifOf: .tree, id).flatMap { try? tree.comparing(older: $0) }
  }

  /// The commit of that name, as far as it can be read: something else, or one that is larger than 16 MiB,
  /// leads nowhere and says nothing.
  ///
  /// Throws `notFound`, and `damaged` where the content is not the name's.
  public func commit(_ id: ObjectID) throws(GitError) -> CommitObject {
    CommitObject(try bytes(ifOf: .commit, id) ?? [])
  }

  /// When a commit was made, as claimed: what has no date that can be read counts as dated like the newest
  /// of its parents.
  public func time(of id: ObjectID) throws(GitError) -> Instant {
    var known: [ObjectID: Instant] = [:]
    var open = [id]
    while let next = open.last {
      let commit = try commit(next)
      let unknown = commit.time == nil ? commit.parents.filter { known[$0] == nil } : []
      if unknown.isEmpty {
        known[next] = commit.time ?? commit.parents.compactMap { known[$0] }.max() ?? .undated
        open.removeLast()
      } else {
        open += unknown
      }
    }
    return known[id] ?? .undated
  }
}

extension Instant {
  /// That of what has no date, and comes from nothing that has one.
  static let undated = Instant(seconds: 0)
}

extension ObjectID {
  var raw: git_oid {
    var raw = git_oid()
    withUnsafeMutableBytes(of: &raw) { $0.copyBytes(from: bytes) }
    return raw
  }

  init(_ raw: git_oid) {
    // A git_oid has exactly the 20 bytes that an object's name asks for.
    self = withUnsafeBytes(of: raw) { ObjectID(bytes: $0) } ?? .zero
  }
}
