import Archives
import Evidence
import Files
import Objects

/// What lies in a pack, as it was found: nothing of it is believed yet.
struct PackContents {
  /// The files but the manifest.
  let files: [PackFile]
  /// What lies there and can belong to no pack: links, and names that none has.
  let strays: [String]
  /// The bytes of the manifest.
  let manifest: [UInt8]

  /// Reads the folder at the path. Refuses where there is no manifest, and what is too large.
  init(folder: String) throws {
    var files: [PackFile] = []
    var strays: [String] = []
    var left = Self.mostBytes
    for entry in try Folder.entries(under: folder) {
      guard entry.kind == .regular, PackFile.isAllowed(entry.path) else {
        strays.append(entry.path)
        continue
      }
      let bytes = try File.read("\(folder)/\(entry.path)", limit: left)
      left -= bytes.count
      files.append(PackFile(path: entry.path, bytes: bytes))
    }
    try self.init(files, strays: strays, of: folder)
  }

  /// Reads the ZIP file of these bytes. Refuses one that is damaged, and one with anything in it that no
  /// pack has.
  init(zip bytes: [UInt8], of path: String) throws {
    let entries: [ZipArchive.Entry]
    do {
      entries = try ZipArchive.entries(
        of: bytes, mostBytes: Self.mostBytes, isAllowed: PackFile.isAllowed)
    } catch {
      throw Refusal(
        .couldNot, "\(path) cannot be read as a ZIP file: \(error.description)",
        remedies: "get it again from whoever made it",
        "or, if another program than Writ packed it, unpack it, and name the folder")
    }
    try self.init(
      entries.map { PackFile(path: $0.path, bytes: $0.bytes) }, strays: [], of: path)
  }

  /// Takes these files for those of the pack at that path.
  init(_ files: [PackFile], strays: [String], of path: String) throws {
    guard let manifest = files.first(where: { $0.path == PackManifest.path }) else {
      throw Refusal(
        .couldNot, "\(path) is no evidence pack: it has no \(PackManifest.path)",
        remedies: "name the folder or the ZIP file that writ evidence wrote, or a Git bundle")
    }
    self.files = files.filter { $0.path != PackManifest.path }
    self.strays = strays
    self.manifest = manifest.bytes
  }

  /// The bytes of a file; `nil` where it is not there.
  func bytes(at path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }

  /// Far more than a hundred thousand commits take.
  static let mostBytes = 1 << 30
}
