import Files

/// A look at what libgit2 is about to open.
///
/// It opens whatever stands there: at a pipe it would wait for ever for somebody to write, and a
/// configuration of any size it reads whole. Cloning never brings either, but a folder that somebody
/// hands over may hold them. What the configuration includes from elsewhere is not looked at.
struct Survey {
  /// The `.git` folder of this working tree, with a slash at its end.
  private let gitFolder: String
  /// The one that linked working trees share, likewise.
  private let commonFolder: String

  /// Finds the repository around the current folder; `nil` where there is none, which opening says.
  init?() throws(GitError) {
    guard let found = Repository.discovered() else { return nil }
    gitFolder = found
    guard let common = try Self.line(of: gitFolder + "commondir") else {
      commonFolder = gitFolder
      return
    }
    commonFolder = Self.folder(common, from: gitFolder)
  }

  /// Throws `system` where a pipe or a device stands in the place of a file, and where one that is
  /// read whole is larger than Git would ever make it.
  func refuseWhatIsNoFile(_ environment: ObjectEnvironment) throws(GitError) {
    for name in ["HEAD", "gitdir", "config.worktree"] {
      try Self.refuse(gitFolder + name, over: Self.mostOfSettings)
    }
    try Self.refuse(commonFolder + "config", over: Self.mostOfSettings)
    try Self.refuse(gitFolder + "index", over: 1 << 29)
    try Self.refuse(commonFolder + "packed-refs", over: 1 << 29)
    var name = "HEAD"
    // As often as libgit2 follows a name for a name.
    for _ in 0..<5 {
      let folder = name.hasPrefix("refs/") ? commonFolder : gitFolder
      guard let line = try Self.line(of: folder + name), line.hasPrefix("ref:") else { break }
      name = String(line.dropFirst(4).drop { $0 == " " || $0 == "\t" })
    }
    for folder in try environment.folders(of: commonFolder) {
      let packs: [Folder.Entry]
      do { packs = try Folder.entries(under: folder + "pack") } catch {
        throw GitError(.system, "\(error.path): \(error.reason)")
      }
      for pack in packs where pack.kind != .regular {
        try Self.refuse("\(folder)pack/\(pack.path)", over: .max)
      }
    }
  }

  /// These folders of objects and those that they take objects from (`objects/info/alternates`), each
  /// with a slash at its end, as deep as libgit2 goes.
  static func objectFolders(from starts: [String]) throws(GitError) -> [String] {
    var folders = starts
    var seen = Set(starts)
    var (level, depth) = (starts, 0)
    while !level.isEmpty, depth <= 5 {
      var next: [String] = []
      for folder in level {
        for line in try lines(of: folder + "info/alternates") where !line.hasPrefix("#") {
          let other = Self.folder(line, from: folder)
          if seen.insert(other).inserted { next.append(other) }
        }
      }
      folders += next
      (level, depth) = (next, depth + 1)
    }
    return folders
  }

  /// More than anybody writes by hand.
  private static let mostOfSettings: Int64 = 1 << 20

  private static func refuse(_ path: String, over limit: Int64) throws(GitError) {
    guard let file = File.status(of: path) else { return }
    guard file.kind != .other else {
      throw GitError(.system, "\(path) is a pipe or a device, not a file")
    }
    guard file.size <= limit else {
      throw GitError(.system, "\(path) has \(file.size) bytes, which is far too much")
    }
  }

  /// The first line of a small file; `nil` where there is none.
  private static func line(of path: String) throws(GitError) -> String? {
    try lines(of: path).first
  }

  private static func lines(of path: String) throws(GitError) -> [String] {
    try refuse(path, over: mostOfSettings)
    // What cannot be read, libgit2 will not read either, and it says so better.
    guard let bytes = try? File.read(path, followingLink: true) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }

  private static func folder(_ path: String, from folder: String) -> String {
    (path.hasPrefix("/") ? path : folder + path) + "/"
  }
}
