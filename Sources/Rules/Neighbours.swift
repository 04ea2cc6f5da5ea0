public import Documents
import Markdown

/// What the rules look at of other documents than the one that they judge.
extension Document {
  /// The ids that the rules look up: a file of such a name may hold what they find, its own among them.
  public var neighbourIDs: Set<String> {
    var ids: [(any CustomStringConvertible)?] = [id, policy?.parent, objective?.policy]
    ids += [role?.reportsTo, role?.grantedBy, role?.deputy]
    ids += (policy?.objectives ?? []) + (procedure?.implements ?? [])
    return Set(ids.compactMap { $0?.description })
  }

  /// The paths from the top of the repository to which its links lead.
  public var linkedPaths: Set<String> {
    Set(
      links.compactMap { link in
        guard case .file(let path, _) = LinkTarget(link.destination, from: self.path) else {
          return nil
        }
        return path
      })
  }

  /// Whether the rules find the same in all other documents when this text comes in the place of an older
  /// one at the same path.
  ///
  /// They look at what it is, at what it names, at who keeps it, and at where links may lead. A top policy
  /// is looked at by too many of them to say so.
  public func looksToOthers(like old: Document) -> Bool {
    guard level != .top, (path, id, owner, replaces) == (old.path, old.id, old.owner, old.replaces),
      contents == old.contents
    else { return false }
    // Marks of HTML, which links may name, are seldom; headings may come, but not go.
    let marks = ["id=\"", "name=\""]
    return !marks.contains(where: old.bodySource.contains)
      && Set(body.sections.map(\.slug)).isSuperset(of: old.body.sections.map(\.slug))
  }
}
