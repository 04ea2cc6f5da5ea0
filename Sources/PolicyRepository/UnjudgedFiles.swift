import Documents
import Evidence
import Files
import Git
import Objects

/// What lies out of the folders of documents and is called as if it held policies. The search is bounded,
/// since a repository may hold much else; whether it came to an end is said.
extension PolicyRepository {
  /// How many files and folders are looked at for this.
  private static let mostSearched = 20_000

  /// In the working folder, committed or not.
  func policiesElsewhere() throws -> UnjudgedFiles {
    let found = Folder.someEntries(under: try workingFolder(), most: Self.mostSearched) {
      UnjudgedFile.isPassedOver(folder: $0)
    }
    let files = found.entries.compactMap { entry in
      entry.kind == .regular && !DocumentFolders.holds(entry.path)
        ? UnjudgedFile(path: entry.path) : nil
    }
    return UnjudgedFiles(files, isWhole: found.isWhole)
  }

  /// In a commit; with another one, what it does not hold as it is here.
  func policiesElsewhere(in commit: CommitObject, since other: CommitObject? = nil)
    -> UnjudgedFiles
  {
    let found = namedLikePolicies(in: commit)
    let before = other.map(namedLikePolicies)
    let files = found.files.filter { file, id in before?.ids[file.path] != id }.map(\.0)
    return UnjudgedFiles(files, isWhole: found.isWhole && before?.isWhole ?? true)
  }

  /// In what the next commit will hold, where the last one does not hold the same.
  func policiesElsewhere(in index: [IndexEntry]) throws -> UnjudgedFiles {
    let named = index.compactMap { entry in
      entry.kind == .file && !DocumentFolders.holds(entry.path)
        ? UnjudgedFile(path: entry.path).map { ($0, entry.id) } : nil
    }
    guard !named.isEmpty, let head = try head() else {
      return UnjudgedFiles(named.map(\.0), isWhole: true)
    }
    let few = named.prefix(Self.mostSearched / 20)
    let changed = few.filter { file, id in
      // A folder that cannot be read tells nothing: then the file is named.
      (try? trees.file(at: file.path, in: head.commit)) != id
    }
    return UnjudgedFiles(changed.map(\.0), isWhole: few.count == named.count)
  }

  private typealias Named = (
    files: [(UnjudgedFile, ObjectID)], ids: [String: ObjectID], isWhole: Bool
  )

  private func namedLikePolicies(in commit: CommitObject) -> Named {
    var named: Named = ([], [:], true)
    var left = Self.mostSearched
    var open: [(tree: ObjectID, prefix: String, depth: Int)] =
      commit.tree.map { [($0, "", 0)] } ?? []
    while let folder = open.popLast() {
      // What cannot be read here is nothing that a rule judges: it silences nothing else.
      guard let tree = (try? git.tree(folder.tree)) ?? nil else {
        named.isWhole = false
        continue
      }
      left -= tree.entries.count
      guard left >= 0 else {
        named.isWhole = false
        break
      }
      for entry in tree.entries {
        let path = folder.prefix + entry.name
        if entry.kind == .tree {
          let isDocuments = DocumentFolders.holds("\(path)/")
          if isDocuments || UnjudgedFile.isPassedOver(folder: entry.name) { continue }
          if folder.depth < 12 {
            open.append((entry.id, "\(path)/", folder.depth + 1))
          } else {
            named.isWhole = false
          }
        } else if entry.kind == .file, let file = UnjudgedFile(path: path) {
          named.files.append((file, entry.id))
          named.ids[path] = entry.id
        }
      }
    }
    return named
  }
}
