/// Where objects lie besides in the repository itself, as Git tells those that it starts (`git(1)`).
///
/// While a push is not taken yet, its objects lie in a folder of their own (the quarantine of
/// `git-receive-pack(1)`), and those of the repository are its alternates. libgit2 follows the same two
/// variables for what is packed.
struct ObjectEnvironment: Sendable {
  /// The folder in the place of `objects`, with a slash at its end.
  private let own: String?
  /// The folders that objects are taken from besides, likewise.
  private let others: [String]

  init(_ variables: [String: String]) {
    own = variables["GIT_OBJECT_DIRECTORY"].flatMap { $0.isEmpty ? nil : Self.folder($0) }
    others = (variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").utf8.split(
      separator: UInt8(ascii: ":")
    ).map { Self.folder(Substring($0)) }
  }

  /// The folders of objects of the repository with this common folder, its own first.
  func folders(of commonFolder: String) throws(GitError) -> [String] {
    try Survey.objectFolders(from: [own ?? commonFolder + "objects/"] + others)
  }

  private static func folder(_ path: some StringProtocol) -> String {
    path.hasSuffix("/") ? String(path) : "\(path)/"
  }
}
