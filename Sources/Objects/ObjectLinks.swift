/// Which other objects a tag or a tree leads to, as Git follows them from one to the next.
///
/// Read loosely: what goes into a bundle or out of it need not be well made, and a decision that is not
/// must arrive as it is. What cannot be read leads nowhere.
public enum ObjectLinks {
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
