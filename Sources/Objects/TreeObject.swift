/// A tree, read byte for byte (`git-ls-tree`, "tree" in `gitformat-pack`).
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
    /// The name, without any slash; bytes that are not UTF-8 come out as U+FFFD.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// The blob, tree or commit.
    public let id: ObjectID
  }

  /// The entries, in the order of the object.
  public let entries: [Entry]

  /// Reads the raw bytes of a tree object.
  ///
  /// Throws `GrammarError` for what `git fsck --strict` refuses: a mode that Git would not write, an
  /// empty name, `.`, `..`, what some file system takes for `.git`, a slash, a name that stands twice
  /// or out of order, an id of zeros.
  public init(_ bytes: [UInt8]) throws(GrammarError) {
    var entries: [Entry] = []
    var names: Set<[UInt8]> = []
    var last: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      guard let space = bytes[offset...].firstIndex(of: UInt8(ascii: " ")),
        let mode = Self.mode(bytes[offset..<space]), let kind = Kind(mode: mode),
        let nul = bytes[space...].firstIndex(of: 0),
        bytes.count - nul > 20, let id = ObjectID(bytes: Array(bytes[(nul + 1)...(nul + 20)])),
        id != .zero
      else { throw GrammarError("this is no entry of a tree", at: start) }
      let rawName = Array(bytes[(space + 1)..<nul])
      let name = String(decoding: rawName, as: UTF8.self)
      guard !name.isEmpty, name != ".", name != "..", !Self.isTakenForGits(name, kind),
        !rawName.contains(UInt8(ascii: "/")), names.insert(rawName).inserted
      else { throw GrammarError("a name that no tree may hold", at: start) }
      // Git finds a name by the order, so one that is out of it is not there for some.
      let place = kind == .tree ? rawName + [UInt8(ascii: "/")] : rawName
      guard last.lexicographicallyPrecedes(place) else {
        throw GrammarError("a name stands out of order", at: start)
      }
      last = place
      entries.append(Entry(name: name, kind: kind, id: id))
      offset = nul + 21
    }
    self.entries = entries
  }

  /// The entry of that name, compared byte for byte: `é` in one and in two code points are two files.
  public func entry(named name: String) -> Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
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

  /// Octal digits without a sign or a leading zero, which is how Git writes modes.
  private static func mode(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (48...55).contains($0) }) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
