/// A tree, read byte for byte (`git-ls-tree`, "tree" in `gitformat-pack`).
///
/// It holds the bytes of the object and where the entries stand in them: folders with thousands of
/// files are compared a hundred thousand times where a history is read.
public struct TreeObject: Hashable, Sendable {
  /// What an entry is, by its mode.
  public enum Kind: Hashable, Sendable {
    /// A regular file, executable or not.
    case file
    /// A folder.
    case tree
    /// A symbolic link.
    case symbolicLink
    /// A commit of another repository.
    case submodule

    /// The kind behind a mode as trees and the index hold it; `nil` for modes that Git never writes.
    public init?(mode: UInt32) {
      switch mode & ~0o7777 {
      case 0o100000: self = .file
      case 0o040000: self = .tree
      case 0o120000: self = .symbolicLink
      case 0o160000: self = .submodule
      default: return nil
      }
    }
  }

  /// One name in the folder.
  public struct Entry: Hashable, Sendable {
    /// The bytes of the name, without any slash.
    public let rawName: [UInt8]
    /// What it is.
    public let kind: Kind
    /// The blob, tree or commit.
    public let id: ObjectID

    /// The name as text; bytes that are not UTF-8 come out as U+FFFD.
    public var name: String { String(decoding: rawName, as: UTF8.self) }
  }

  /// What happened to one name between two trees.
  public struct Change: Hashable, Sendable {
    /// The entry of the older tree; `nil` where the name is new.
    public let before: Entry?
    /// The entry of the newer tree; `nil` where the name is gone.
    public let after: Entry?

    /// The bytes of the name.
    public var rawName: [UInt8] { (after ?? before)?.rawName ?? [] }
  }

  private let bytes: [UInt8]
  private let places: [Place]

  /// Where an entry stands among the bytes: its mode, its name, the NUL behind that.
  private struct Place: Hashable {
    let mode: Int
    let name: Int
    let nul: Int
    let kind: Kind

    var end: Int { nul + 1 + Self.idLength }
    static let idLength = 20
  }

  /// Reads the raw bytes of a tree object.
  ///
  /// Throws `GrammarError` for what Git would not write (`git-fsck`, `--strict`): another mode than
  /// 40000, 100644, 100755, 100664 (which it wrote once), 120000 and 160000, an empty name, `.`, `..`,
  /// what some file system takes for `.git`, a slash, a name that stands twice or out of order, an id of
  /// zeros.
  public init(_ bytes: [UInt8]) throws(GrammarError) {
    var places: [Place] = []
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      guard let place = Self.place(at: offset, in: span) else {
        throw GrammarError("this is no entry of a tree", at: offset)
      }
      guard Self.isAllowed(span.extracting(place.name..<place.nul), place.kind) else {
        throw GrammarError("a name that no tree may hold", at: offset)
      }
      if let last = places.last, !Self.precedes(last, place, in: span) {
        throw GrammarError("the names are not in Git's order", at: offset)
      }
      places.append(place)
      offset = place.end
    }
    self.init(bytes, places)
    // As Git orders them, a folder and a file of one name may stand apart.
    for place in places where place.kind == .tree {
      guard find(span.extracting(place.name..<place.nul), asTree: false) == nil else {
        throw GrammarError("a name that stands twice", at: place.mode)
      }
    }
  }

  private init(_ bytes: [UInt8], _ places: [Place]) {
    self.bytes = bytes
    self.places = places
  }

  /// The tree without entries.
  public static let empty = TreeObject([], [])

  /// The entries, in the order of the object.
  public var entries: [Entry] { places.map(entry) }

  /// The entry of that name, compared byte for byte: `é` in one and in two code points are two files.
  public func entry(named name: String) -> Entry? {
    let name = Array(name.utf8)
    return (find(name.span, asTree: false) ?? find(name.span, asTree: true)).map(entry)
  }

  // MARK: Comparing

  /// Reads a tree that may resemble another one: where only contents differ, what both have in common
  /// is not read again. Throws as above.
  public init(_ bytes: [UInt8], near other: TreeObject?) throws(GrammarError) {
    if let other, other.entriesChanged(in: bytes) != nil {
      self.init(bytes, other.places)
    } else {
      try self.init(bytes)
    }
  }

  /// Reads the tree that this one came from, and tells what changed since, by name.
  ///
  /// Where only contents changed, what both have in common is not read again.
  public func comparing(older bytes: [UInt8]) throws(GrammarError) -> (
    older: TreeObject, changes: [Change]
  ) {
    if let changed = entriesChanged(in: bytes) {
      let older = TreeObject(bytes, places)
      return (
        older,
        changed.map { Change(before: older.entry(at: places[$0]), after: entry(at: places[$0])) }
      )
    }
    let older = try TreeObject(bytes)
    return (older, changes(since: older))
  }

  /// What changed since another tree, by name; a folder that took the place of a file is two changes.
  public func changes(since older: TreeObject) -> [Change] {
    var changes: [Change] = []
    var (new, old) = (places[...], older.places[...])
    while true {
      switch (new.first, old.first) {
      case (nil, nil): return changes
      case (let place?, nil):
        changes.append(Change(before: nil, after: entry(at: place)))
        new.removeFirst()
      case (nil, let before?):
        changes.append(Change(before: older.entry(at: before), after: nil))
        old.removeFirst()
      case (let place?, let before?):
        let order = Self.order(
          bytes.span.extracting(place.name..<place.nul), place.kind == .tree,
          older.bytes.span.extracting(before.name..<before.nul), before.kind == .tree)
        if order < 0 {
          changes.append(Change(before: nil, after: entry(at: place)))
          new.removeFirst()
        } else if order > 0 {
          changes.append(Change(before: older.entry(at: before), after: nil))
          old.removeFirst()
        } else {
          let (before, after) = (older.entry(at: before), entry(at: place))
          if before != after { changes.append(Change(before: before, after: after)) }
          new.removeFirst()
          old.removeFirst()
        }
      }
    }
  }

  /// The places of the entries whose ids alone are others in these bytes of a tree; `nil` where the
  /// two differ in anything else.
  private func entriesChanged(in other: [UInt8]) -> [Int]? {
    guard bytes.count == other.count else { return nil }
    var changed: [Int] = []
    var offset = 0
    var index = 0
    while let difference = Self.firstDifference(bytes.span.bytes, other.span.bytes, from: offset) {
      while places[index].end <= difference { index += 1 }
      let place = places[index]
      guard place.nul < difference,
        !Self.isZero(other.span.extracting((place.nul + 1)..<place.end))
      else { return nil }
      changed.append(index)
      offset = places[index].end
    }
    return changed
  }

  /// Eight bytes at a time.
  private static func firstDifference(_ a: RawSpan, _ b: RawSpan, from start: Int) -> Int? {
    var offset = start
    while offset + 8 <= a.byteCount {
      let difference =
        a.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ b.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if difference != 0 { return offset + difference.littleEndian.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < a.byteCount {
      let difference =
        a.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
        ^ b.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      if difference != 0 { return offset }
      offset += 1
    }
    return nil
  }

  // MARK: Entries

  private func entry(at place: Place) -> Entry {
    Entry(
      rawName: Array(bytes[place.name..<place.nul]), kind: place.kind,
      // A place ends behind the 20 bytes of an id.
      id: ObjectID(bytes: bytes[(place.nul + 1)..<place.end]) ?? .zero)
  }

  /// The entry of that name among the files, or among the folders, by halving.
  private func find(_ name: Span<UInt8>, asTree isTree: Bool) -> Place? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      let place = places[middle]
      let order = Self.order(
        bytes.span.extracting(place.name..<place.nul), place.kind == .tree, name, isTree)
      if order == 0 { return place }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func place(at start: Int, in bytes: Span<UInt8>) -> Place? {
    guard let space = bytes.firstIndex(of: UInt8(ascii: " "), from: start),
      let mode = mode(bytes.extracting(start..<space)), modes.contains(mode),
      let kind = Kind(mode: mode),
      let nul = bytes.firstIndex(of: 0, from: space + 1), bytes.count - nul > Place.idLength,
      !isZero(bytes.extracting((nul + 1)...(nul + Place.idLength)))
    else { return nil }
    return Place(mode: start, name: space + 1, nul: nul, kind: kind)
  }

  private static func isZero(_ id: Span<UInt8>) -> Bool {
    for index in id.indices where id[index] != 0 { return false }
    return true
  }

  private static func isAllowed(_ name: Span<UInt8>, _ kind: Kind) -> Bool {
    if name.count == 0 || name.firstIndex(of: UInt8(ascii: "/"), from: 0) != nil { return false }
    let isShort = name.count <= 2
    guard isShort || mayBeTakenForGits(name) || kind == .symbolicLink else { return true }
    let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
    return text != "." && text != ".." && !isTakenForGits(text, kind)
  }

  /// Whether to look more closely: it is not all ASCII, or holds `git` in whatever case.
  private static func mayBeTakenForGits(_ name: Span<UInt8>) -> Bool {
    var (first, second) = (UInt8(0), UInt8(0))
    for index in name.indices {
      let letter = name[index] | 0x20
      if name[index] >= 0x80 { return true }
      if first == UInt8(ascii: "g"), second == UInt8(ascii: "i"), letter == UInt8(ascii: "t") {
        return true
      }
      (first, second) = (second, letter)
    }
    return false
  }

  private static func precedes(_ a: Place, _ b: Place, in bytes: Span<UInt8>) -> Bool {
    order(
      bytes.extracting(a.name..<a.nul), a.kind == .tree, bytes.extracting(b.name..<b.nul),
      b.kind == .tree) < 0
  }

  /// Git's order: by bytes, as if the name of a folder ended with a slash. Below zero where the first
  /// comes first, above where the second does.
  private static func order(
    _ a: Span<UInt8>, _ aIsTree: Bool, _ b: Span<UInt8>, _ bIsTree: Bool
  ) -> Int {
    let common = min(a.count, b.count)
    var index = 0
    while index < common {
      let (one, other) = (a[index], b[index])
      if one != other { return Int(one) - Int(other) }
      index += 1
    }
    let slash = Int(UInt8(ascii: "/"))
    let one = common < a.count ? Int(a[common]) : aIsTree ? slash : 0
    let other = common < b.count ? Int(b[common]) : bIsTree ? slash : 0
    return one - other
  }

  /// Whether macOS or Windows takes the name for `.git`, or a link for `.gitmodules`: they pass over
  /// case, characters that cannot be seen, what stands behind a colon, and dots and spaces in front of
  /// that, know short names, and go on at a backslash (`is_hfs_dotgit` and `is_ntfs_dotgit` of Git).
  private static func isTakenForGits(_ name: String, _ kind: Kind) -> Bool {
    // As scalars: to a String, a colon with a mark on it is another character.
    let text = name.lowercased().unicodeScalars.filter {
      $0.isASCII || !$0.properties.isDefaultIgnorableCodePoint
    }
    guard text.contains("g") else { return false }
    if kind == .symbolicLink {
      if text.starts(with: ".gitmodules".unicodeScalars) || text.contains("~") { return true }
    }
    return text.split(separator: "\\").contains { part in
      [".git", "git~1"].contains { taken in
        // Git takes what is not UTF-8 for the end.
        part.starts(with: taken.unicodeScalars)
          && part.dropFirst(taken.unicodeScalars.count)
            .prefix { $0 != ":" && $0 != "\u{FFFD}" }.allSatisfy { $0 == " " || $0 == "." }
      }
    }
  }

  /// The modes that Git writes, or wrote.
  private static let modes: [UInt32] = [0o100644, 0o040000, 0o100755, 0o120000, 0o160000, 0o100664]

  /// Octal digits without a sign or a leading zero, which is how Git writes modes.
  private static func mode(_ digits: Span<UInt8>) -> UInt32? {
    guard digits.count > 0, digits.count <= 6, digits[0] != UInt8(ascii: "0") else { return nil }
    var mode: UInt32 = 0
    for index in digits.indices {
      guard (48...55).contains(digits[index]) else { return nil }
      mode = mode << 3 | UInt32(digits[index] - 48)
    }
    return mode
  }
}
