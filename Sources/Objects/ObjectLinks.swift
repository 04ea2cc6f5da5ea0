/// Which other objects an object leads to, as Git follows them from one to the next.
///
/// Read loosely: what goes into a bundle or out of it need not be well made, and a decision that is not
/// must arrive as it is. What cannot be read leads nowhere.
public enum ObjectLinks {
  /// The tree and the parents that a commit names.
  public static func ofCommit(_ bytes: [UInt8]) -> (tree: ObjectID?, parents: [ObjectID]) {
    var reader = ByteReader(bytes)
    guard let tree = id(in: try? reader.header("tree")) else { return (nil, []) }
    var parents: [ObjectID] = []
    while let parent = id(in: try? reader.header("parent")) { parents.append(parent) }
    return (tree, parents)
  }

  /// The same, read strictly: the first line is the tree, and every line behind it that begins as one of
  /// a parent is one. Throws where that is not so, for then somebody else may go another way on.
  public static func wayOn(ofCommit bytes: [UInt8]) throws(GrammarError) -> (
    tree: ObjectID, parents: [ObjectID]
  ) {
    var reader = ByteReader(bytes)
    func next(_ name: StaticString) throws(GrammarError) -> ObjectID {
      let start = reader.offset
      guard let id = id(in: try reader.header(name)) else {
        throw GrammarError("its \(name) is not 40 lower-case hex digits", at: start)
      }
      return id
    }
    let tree = try next("tree")
    var parents: [ObjectID] = []
    while reader.sees("parent") { parents.append(try next("parent")) }
    return (tree, parents)
  }

  /// When a commit was made, in seconds, by its first line that begins as one of a committer; `nil` where
  /// that cannot be read.
  public static func seconds(ofCommit bytes: [UInt8]) -> Int64? {
    var reader = ByteReader(bytes)
    while let line = try? reader.line(), !line.isEmpty {
      guard line.starts(with: "committer ".utf8) else { continue }
      guard let close = line.lastIndex(of: UInt8(ascii: ">")) else { return nil }
      let words = line[(close + 1)...].split(separator: UInt8(ascii: " "))
      return words.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    }
    return nil
  }

  /// What a tag names.
  public static func ofTag(_ bytes: [UInt8]) -> ObjectID? {
    var reader = ByteReader(bytes)
    return id(in: try? reader.header("object"))
  }

  /// A file or folder in a folder.
  public struct Entry: Sendable {
    /// The bytes of its name.
    public let name: ArraySlice<UInt8>
    /// Whether it is a folder itself.
    public let isTree: Bool
    /// The blob or tree.
    public let id: ObjectID

    /// An entry of these parts.
    public init(name: ArraySlice<UInt8>, isTree: Bool, id: ObjectID) {
      self.name = name
      self.isTree = isTree
      self.id = id
    }
  }

  /// The entries of a tree, but those of other repositories (submodules).
  public static func ofTree(_ bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    let span = bytes.span
    var start = 0
    while let space = span.firstIndex(of: UInt8(ascii: " "), from: start),
      let nul = span.firstIndex(of: 0, from: space), nul + 20 < bytes.count,
      let id = ObjectID(bytes: bytes[(nul + 1)...(nul + 20)])
    {
      // Old tools wrote a zero in front, and Git reads on.
      let mode = bytes[start..<space].drop { $0 == UInt8(ascii: "0") }
      if !mode.elementsEqual("160000".utf8) {
        entries.append(
          Entry(
            name: bytes[(space + 1)..<nul], isTree: mode.elementsEqual("40000".utf8), id: id))
      }
      start = nul + 21
    }
    return entries
  }

  private static func id(in value: ArraySlice<UInt8>?) -> ObjectID? {
    value.flatMap { ObjectID(hexDigits: $0) }
  }
}
