import CLibgit2
import Files
import Objects

/// A repository in one file: a Git bundle of version 2 (`gitformat-bundle`).
extension Repository {
  /// A bundle of these refs with all objects that they lead to, which needs nothing from elsewhere.
  ///
  /// The same refs give the same bytes in every clone, however its objects are packed and whatever else
  /// it holds. Throws `notFound` where an object is not here, `unsupported` for a name for a name.
  public func bundle(_ references: [Reference]) throws(GitError) -> [UInt8] {
    var lines: [BundleHeader.Line] = []
    for reference in references {
      guard let target = reference.target else {
        throw GitError(.unsupported, "\(reference.name) is a name for another name")
      }
      lines.append(BundleHeader.Line(name: reference.name, target: target))
    }
    let objects = try PackedObjects(self, from: lines.map(\.target))
    return BundleHeader(lines).bytes + (try pack(objects))
  }

  /// Takes a bundle apart: its objects and refs as a bare repository in this folder, which is made.
  ///
  /// Nothing in the bundle is believed: names are read strictly, objects get the names that their bytes
  /// call for, and what unpacking takes is bounded. Throws `damaged`, and `tooLarge` where it would take
  /// more memory than is given.
  public static func unbundle(_ bytes: [UInt8], in folder: String) throws(GitError) -> Repository {
    let header: BundleHeader
    let start: Int
    do { (header, start) = try BundleHeader.read(bytes) } catch {
      throw GitError(.damaged, "\(error)")
    }
    let repository = try Repository(bareIn: folder)
    try repository.index(pack: bytes[start...])
    do {
      try repository.write(header)
    } catch { throw GitError(.system, "\(error.path): \(error.reason)") }
    try check(git_odb_refresh(repository.objects.pointer))
    for line in header.lines where !repository.holds(line.target) {
      throw GitError(.damaged, "\(line.name) names an object that is not in it")
    }
    return repository
  }

  /// Writes the refs as Git packs them (`git-pack-refs`), in one file: they may be many.
  private func write(_ header: BundleHeader) throws(FileError) {
    let head = header.lines.first { $0.name == "HEAD" }
    let refs = header.lines.filter { $0.name != "HEAD" }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let packed = "# pack-refs with: sorted \n" + refs.map { "\($0.target) \($0.name)\n" }.joined()
    try File.replace(gitFolder + "packed-refs", with: Array(packed.utf8))
    if let head { try File.replace(gitFolder + "HEAD", with: Array("\(head.target)\n".utf8)) }
  }

  /// Stores the objects of a pack, in runs that bound what is copied at once.
  private func index(pack: ArraySlice<UInt8>) throws(GitError) {
    writ_git_set_budget(Self.mostUnpacked)
    defer { writ_git_set_budget(0) }
    var progress = git_indexer_progress()
    let indexer = try Handle(free: git_indexer_free) {
      // Without the check of what objects lead to: that would refuse a tag that is not well made, which
      // is to be told as what it is.
      git_indexer_new(&$0, gitFolder + "objects/pack", 0, nil, nil)
    }
    var rest = pack
    while !rest.isEmpty {
      let run = rest.prefix(1 << 20)
      try check(
        run.withUnsafeBytes {
          git_indexer_append(indexer.pointer, $0.baseAddress, $0.count, &progress)
        })
      rest = rest.dropFirst(run.count)
    }
    try check(git_indexer_commit(indexer.pointer, &progress))
  }

  /// What unpacking may ask for in all, in bytes: some ten times what a hundred thousand commits on a
  /// thousand policies take. Differences of differences could else keep somebody waiting for ever.
  private static let mostUnpacked = 128 << 30
}
