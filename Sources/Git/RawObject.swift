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
  /// Its content, without the loose header; hashed against its name when it was read.
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
    if let loose = try LooseObject(id, in: commonFolder + "objects/", limit: limit) {
      return RawObject(type: try RawObject.ObjectType(loose.type), bytes: loose.content)
    }
    var name = id.raw
    var size = 0
    var type = GIT_OBJECT_INVALID
    try fromPacks { () throws(GitError) in
      _ = try check(git_odb_read_header(&size, &type, objects.pointer, &name))
    }
    guard size <= limit else {
      throw GitError(.tooLarge, "the object \(id) has \(size) bytes, over the limit of \(limit)")
    }
    let object = try fromPacks { () throws(GitError) in
      try Handle(free: git_odb_object_free) { git_odb_read(&$0, objects.pointer, &name) }
    }
    return RawObject(
      type: try RawObject.ObjectType(git_odb_object_type(object.pointer)),
      bytes: Array(
        UnsafeRawBufferPointer(
          start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))))
  }

  /// The bytes of the object, which must be of that type: `damaged` where it is another.
  public func bytes(of id: ObjectID, as type: RawObject.ObjectType, limit: Int = ordinarySize)
    throws(GitError) -> [UInt8]
  {
    let object = try object(id, limit: limit)
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
    let id = ObjectID(name)
    let hex = id.description
    // Also where it was here before: whoever wrote it may have been killed, or may not sync.
    try syncFolders(of: "objects/\(hex.prefix(2))/\(hex.dropFirst(2))")
    return id
  }

  /// The tree of that name, read strictly.
  public func tree(_ id: ObjectID) throws(GitError) -> TreeObject {
    let bytes = try bytes(of: id, as: .tree)
    do { return try TreeObject(bytes) } catch {
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
    self = withUnsafeBytes(of: raw) { ObjectID(bytes: Array($0)) } ?? .zero
  }
}
