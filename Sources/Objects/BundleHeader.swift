/// What stands before the pack in a Git bundle of version 2 (`gitformat-bundle`): names and what they name.
///
/// Narrower than Git's: a bundle that stands alone, so without prerequisites; each name once, and only
/// such as Git lets be made.
public struct BundleHeader: Equatable, Sendable {
  /// A name and the object that it names.
  public struct Line: Equatable, Sendable {
    /// `HEAD`, or a whole name below `refs/`.
    public let name: String
    /// The object.
    public let target: ObjectID

    /// A line of these parts.
    public init(name: String, target: ObjectID) {
      self.name = name
      self.target = target
    }
  }

  /// The names, in their order.
  public let lines: [Line]

  /// A header of these lines.
  public init(_ lines: [Line]) { self.lines = lines }

  /// Reads the header, and gives where the pack begins, in bytes from the start.
  ///
  /// Throws `GrammarError` for: another version; a prerequisite; a name that Git refuses
  /// (`git-check-ref-format`), that stands twice, or that is the folder of another; a line over 1 KiB,
  /// more than a million lines; no name at all; no pack behind it.
  public static func read(_ bytes: [UInt8]) throws(GrammarError) -> (Self, packStart: Int) {
    var reader = ByteReader(bytes)
    guard reader.sees("# v2 git bundle\n") else {
      throw GrammarError("this is no Git bundle of version 2", at: 0)
    }
    _ = try reader.line()
    var lines: [Line] = []
    while !reader.sees("\n") {
      guard lines.count < mostLines else {
        throw GrammarError("it has more than \(mostLines) names", at: reader.offset)
      }
      lines.append(try line(&reader))
    }
    _ = try reader.line()
    guard !lines.isEmpty else { throw GrammarError("it has no names", at: reader.offset) }
    try refuseClashes(lines)
    guard reader.sees("PACK") else { throw GrammarError("it holds no pack", at: reader.offset) }
    return (Self(lines), reader.offset)
  }

  /// The bytes before the pack.
  public var bytes: [UInt8] {
    Array(
      (["# v2 git bundle"] + lines.map { "\($0.target) \($0.name)" } + ["", ""])
        .joined(separator: "\n").utf8)
  }

  private static let mostLines = 1_000_000
  private static let longestLine = 1024

  private static func line(_ reader: inout ByteReader) throws(GrammarError) -> Line {
    let start = reader.offset
    let bytes = try reader.line()
    guard bytes.first != UInt8(ascii: "-") else {
      throw GrammarError("it does not stand alone: it needs objects from elsewhere", at: start)
    }
    guard bytes.count <= longestLine, let space = bytes.firstIndex(of: UInt8(ascii: " ")),
      let target = ObjectID(hexDigits: bytes[..<space])
    else { throw GrammarError("this is no object with a name", at: start) }
    let name = try utf8(bytes[(space + 1)...], at: space + 1)
    guard isName(name) else { throw GrammarError("this name is not allowed", at: space + 1) }
    return Line(name: name, target: target)
  }

  /// Whether Git lets it be made (`git-check-ref-format`).
  private static func isName(_ name: String) -> Bool {
    if name == "HEAD" { return true }
    // By bytes: to a String, a dot under an accent is another character.
    let bytes = Array(name.utf8)
    let refused = " ~^:?*[\\".utf8
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count > 1 && parts[0].elementsEqual("refs".utf8)
      && !bytes.contains { $0 < 0x20 || $0 == 0x7F || refused.contains($0) }
      && !bytes.contains("..".utf8) && !bytes.contains("@{".utf8)
      && bytes.last != UInt8(ascii: ".")
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != UInt8(ascii: ".")
          && !part.suffix(5).elementsEqual(".lock".utf8)
      }
  }

  /// Git keeps names as files: one cannot be the folder of another, and none is there twice.
  private static func refuseClashes(_ lines: [Line]) throws(GrammarError) {
    // By bytes: to a String, names that are canonically equal are one.
    let names = lines.map { Array($0.name.utf8) }
    let all = Set(names)
    guard all.count == names.count else { throw GrammarError("a name stands twice", at: 0) }
    for name in names {
      for slash in name.indices where name[slash] == UInt8(ascii: "/") {
        guard !all.contains(Array(name[..<slash])) else {
          throw GrammarError("a name is the folder of another", at: 0)
        }
      }
    }
  }
}
