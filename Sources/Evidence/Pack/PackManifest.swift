public import Objects
import Signatures

/// The list of all that is in a pack: `manifest.json` (`writ.manifest/1`).
///
/// There is one spelling of it, a file a line, so that it can be read by `sed` and checked by `sha256sum`,
/// and so that its own digest stands for the whole pack.
public struct PackManifest: Equatable, Sendable {
  /// Where it lies in the pack.
  public static let path = "manifest.json"

  /// A file that it lists.
  public struct Entry: Equatable, Sendable {
    /// Its path.
    public let path: String
    /// How many bytes it has.
    public let count: Int
    /// The SHA-256 of them.
    public let digest: Digest
  }

  /// The root of the repository that the pack is about, by the pack's own word.
  public let repository: Digest
  /// As of when it is.
  public let time: Instant
  /// What it lists, by path.
  public let entries: [Entry]

  /// The list of these files.
  public init(repository: Digest, time: Instant, files: [PackFile]) {
    self.repository = repository
    self.time = time
    entries = files.map {
      Entry(path: $0.path, count: $0.bytes.count, digest: .sha256(of: $0.bytes))
    }.sorted { $0.path < $1.path }
  }

  /// Reads its bytes; `nil` where they are not those that it is written with.
  public init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count >= 7, let repository = Digest(Self.value(of: "repository", in: lines[2])),
      let time = Instant(rfc3339: Self.value(of: "at", in: lines[3]))
    else { return nil }
    lines.removeFirst(5)
    lines.removeLast(2)
    var entries: [Entry] = []
    for line in lines {
      guard let entry = Self.entry(line), entries.last.map({ $0.path < entry.path }) ?? true else {
        return nil
      }
      entries.append(entry)
    }
    (self.repository, self.time, self.entries) = (repository, time, entries)
    guard file.bytes == bytes else { return nil }
  }

  /// The file.
  public var file: PackFile {
    let list = entries.map {
      "{\"path\": \"\($0.path)\", \"bytes\": \($0.count), \"sha256\": \"\($0.digest.hex)\"}"
    }.joined(separator: ",\n")
    return PackFile(
      path: Self.path,
      text: """
        {
        "schema": "writ.manifest/1",
        "repository": "\(repository)",
        "at": "\(time)",
        "files": [
        \(list)
        ]
        }

        """)
  }

  /// The fingerprint of the whole pack: the SHA-256 of the manifest.
  public var fingerprint: Digest { .sha256(of: file.bytes) }

  /// What stands between the last pair of quotes of a line, behind a key.
  private static func value(of key: String, in line: String) -> String {
    let prefix = "\"\(key)\": \""
    guard line.hasPrefix(prefix), line.hasSuffix("\",") else { return "" }
    return String(line.dropFirst(prefix.count).dropLast(2))
  }

  private static func entry(_ line: String) -> Entry? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 11, PackFile.isAllowed(String(parts[3])),
      let count = Int(parts[6].dropFirst(2).dropLast(2)), count >= 0,
      let digest = Digest(hexDigits: parts[9].utf8)
    else { return nil }
    return Entry(path: String(parts[3]), count: count, digest: digest)
  }
}

extension PackManifest {
  /// A file that is not as the manifest says.
  public enum Difference: Equatable, Sendable {
    /// Its bytes are others.
    case altered(String)
    /// It is not there.
    case missing(String)
    /// It is not listed.
    case surplus(String)

    /// Where it lies.
    public var path: String {
      switch self {
      case .altered(let path), .missing(let path), .surplus(let path): path
      }
    }

    /// What is to be said of it.
    public var sentence: String {
      switch self {
      case .altered(let path): "\(path) was altered since the pack was made."
      case .missing(let path): "\(path) is missing from the pack."
      case .surplus(let path): "\(path) does not belong to the pack."
      }
    }
  }

  /// In what these files, all that were found but the manifest, are not what it lists; by path.
  public func differences(from files: [PackFile], strays: [String]) -> [Difference] {
    let found = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let listed = Set(entries.map(\.path))
    let ofEntries = entries.compactMap { entry -> Difference? in
      guard let bytes = found[entry.path] else { return .missing(entry.path) }
      let isSame = bytes.count == entry.count && Digest.sha256(of: bytes) == entry.digest
      return isSame ? nil : .altered(entry.path)
    }
    let surplus = (files.map(\.path) + strays).filter { !listed.contains($0) }
    return ofEntries + surplus.sorted().map { .surplus($0) }
  }
}
