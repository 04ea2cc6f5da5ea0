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
    try hashed(unhashedObject(id), as: id)
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

  /// The same without looking whether the content is the name's, as stock Git reads, nor asking for
  /// the size first: for walks over a whole history. What is shown as approved never comes from here.
  func unhashedObject(_ id: ObjectID) throws(GitError) -> RawObject {
    try read(id, limit: Self.ordinarySize, isSizeAsked: false)
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

  /// The same, not hashed: for walks.
  public func unhashedBytes(of id: ObjectID, as type: RawObject.ObjectType) throws(GitError)
    -> [UInt8]
  {
    let object = try unhashedObject(id)
    guard object.type == type else { throw GitError(.damaged, "\(id) is not a \(type)") }
    return object.bytes
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

  /// The tree of that name, read strictly; more quickly where it resembles one that was read before.
  public func tree(_ id: ObjectID, near other: TreeObject? = nil) throws(GitError) -> TreeObject {
    let bytes = try bytes(of: id, as: .tree)
    do { return try TreeObject(bytes, near: other) } catch {
      throw GitError(.damaged, "the folder \(id) cannot be read: \(error)")
    }
  }

  /// Reads the tree that another one came from, and tells what changed since; not hashed, for walks.
  public func comparing(_ tree: TreeObject, older id: ObjectID) throws(GitError) -> (
    older: TreeObject, changes: [TreeObject.Change]
  ) {
    let bytes = try unhashedBytes(of: id, as: .tree)
    do { return try tree.comparing(older: bytes) } catch {
      throw GitError(.damaged, "the folder \(id) cannot be read: \(error)")
    }
  }

  /// The tree of that name, read strictly; not hashed, for walks.
  public func unhashedTree(_ id: ObjectID, near other: TreeObject?) throws(GitError) -> TreeObject {
    let bytes = try unhashedBytes(of: id, as: .tree)
    do { return try TreeObject(bytes, near: other) } catch {
      throw GitError(.damaged, "the folder \(id) cannot be read: \(error)")
    }
  }

  /// The commit of that name, read strictly.
  public func commit(_ id: ObjectID) throws(GitError) -> CommitObject {
    let bytes = try bytes(of: id, as: .commit)
    do { return try CommitObject(bytes) } catch {
      throw GitError(.damaged, "the commit \(id) cannot be read: \(error)")
    }
  }
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
