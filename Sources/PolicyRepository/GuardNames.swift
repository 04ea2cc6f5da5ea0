import Documents
import Evidence
import Git

/// What a server asks of the names that a push makes.
extension PolicyRepository {
  /// Objects to new names that a clone could not tell from another one that people go by: Git, macOS or
  /// Windows would take the one for the other. `heads` holds the branches before the push.
  func judgeNames(_ updates: inout [GuardReport.Update], heads: [Reference]) {
    let deleted = Set(updates.filter { $0.new == nil }.map { Array($0.ref.utf8) })
    let here = Set(heads.map { Array($0.name.utf8) })
    let new = updates.filter { $0.new != nil && $0.isBranch && !here.contains(Array($0.ref.utf8)) }
    let branches = CaselessNames(
      heads.map(\.name).filter { !deleted.contains(Array($0.utf8)) } + new.map(\.ref))
    for place in updates.indices where updates[place].new != nil {
      let ref = updates[place].ref
      if let rival = Self.rivalOfAFolder(ref) {
        updates[place].objectToName(
          "Git would take it for a name below \(rival) where letters have no case.")
      }
      let isTag = ref.utf8.starts(with: "refs/tags/".utf8)
      guard isTag || updates[place].isBranch, !here.contains(Array(ref.utf8)) else { continue }
      let name = ref.without(isTag ? "refs/tags/" : Self.heads)
      guard let folders = CaselessNames.folders(name) else {
        updates[place].objectToName("Its letters carry more marks than can be compared.")
        continue
      }
      if folders.contains("head") {
        updates[place].objectToName("HEAD is Git's own name for the state that somebody works on.")
      } else if !isTag, folders == ["change"] {
        updates[place].objectToName(
          "No draft could be made beside it: their names begin with change/.")
      } else if isTag, folders.first == "writ", !name.utf8.starts(with: "writ/".utf8) {
        // One that is called just that is refused among decisions.
        guard !name.utf8.elementsEqual("writ".utf8) else { continue }
        updates[place].objectToName(
          "What begins with writ/, in whatever letters, is kept for decisions.")
      } else if let rival = branches.rival(of: ref, folders, isTag: isTag) {
        updates[place].objectToName(
          "It cannot be told from the branch \(rival.without(Self.heads)).")
      }
    }
  }

  /// The folder of Git's own refs that this one would lie in, to a file system that passes over case.
  private static func rivalOfAFolder(_ ref: String) -> String? {
    ["refs/heads", "refs/tags", "refs/replace", "refs/remotes"].first { folder in
      !ref.utf8.starts(with: "\(folder)/".utf8)
        && UnicodeNormalization.caseless(ref).map {
          $0 == folder || $0.utf8.starts(with: "\(folder)/".utf8)
        } ?? false
    }
  }
}

extension GuardReport.Update {
  fileprivate mutating func objectToName(_ message: String) {
    object(
      .collidingName, message,
      remedy: "Push it under another name: git push REMOTE "
        + "\(isBranch ? "OLD:refs/heads/NEW" : "OLD:refs/tags/NEW")")
  }
}

/// Names of branches, to be found by what they are whatever the case and form of their letters.
struct CaselessNames {
  /// Those that come to the same.
  private var names: [String: [String]] = [:]
  /// Those that lie in a folder, of each folder one.
  private var inFolders: [String: String] = [:]

  init(_ refs: [String]) {
    for ref in refs {
      guard let folders = Self.folders(ref.without(PolicyRepository.heads)) else { continue }
      names[folders.last ?? "", default: []].append(ref)
      for folder in folders.dropLast() { inFolders[folder] = ref }
    }
  }

  /// The name and all folders that it lies in, the first one first, in the form that is compared; `nil`
  /// where that cannot be told.
  static func folders(_ name: String) -> [String]? {
    guard let caseless = UnicodeNormalization.caseless(name) else { return nil }
    let slashes = caseless.utf8.indices.filter { caseless.utf8[$0] == UInt8(ascii: "/") }
    return slashes.map { String(caseless[..<$0]) } + [caseless]
  }

  /// A branch that one of these folders is taken for: of tags, any such branch that nobody may write over,
  /// drafts being their authors' own; of branches, another one than itself, or one in a folder of that name.
  func rival(of ref: String, _ folders: [String], isTag: Bool) -> String? {
    let rivals = folders.lazy.flatMap { names[$0] ?? [] }
    guard !isTag else {
      return rivals.first { !PolicyRepository.isDraft($0.without(PolicyRepository.heads)) }
    }
    return rivals.first { !$0.utf8.elementsEqual(ref.utf8) }
      ?? folders.last.flatMap { inFolders[$0] }
  }
}
