import CLibgit2
public import Objects

extension Repository {
  /// The commit that HEAD stands on, with what is pending; `nil` before the first commit.
  public func head() throws(GitError) -> ObjectID? {
    if !pending.isEmpty, let branch = try branch(),
      let pending = pending.last(where: { $0.name.utf8.elementsEqual(branch.utf8) })
    {
      return pending.target
    }
    var id = git_oid()
    let result = git_reference_name_to_id(&id, handle.pointer, "HEAD")
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(result)
    return ObjectID(id)
  }

  /// The whole name of the branch that HEAD stands on, `refs/heads/…`; `nil` where it stands on a
  /// commit itself.
  public func branch() throws(GitError) -> String? {
    let head = try Handle(free: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, "HEAD")
    }
    return git_reference_symbolic_target(head.pointer).map { String(cString: $0) }
  }

  /// The ref that a symbolic ref, such as `refs/remotes/origin/HEAD`, names; `nil` where it is none.
  public func symbolicTarget(of name: String) throws(GitError) -> String? {
    var found: OpaquePointer?
    let result = git_reference_lookup(&found, handle.pointer, name)
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    let reference = try Handle(free: git_reference_free) {
      $0 = found
      return result
    }
    return git_reference_symbolic_target(reference.pointer).map { String(cString: $0) }
  }

  /// Whether a merge is under way that the next commit ends.
  public var isMerging: Bool {
    git_repository_state(handle.pointer) == Int32(GIT_REPOSITORY_STATE_MERGE.rawValue)
  }

  /// The best common ancestor of a commit with all the others together (`git merge-base`); `nil`
  /// where they have none.
  public func mergeBase(of commit: ObjectID, with others: [ObjectID]) throws(GitError) -> ObjectID?
  {
    guard !others.isEmpty else { return nil }
    var base = git_oid()
    let commits = ([commit] + others).map(\.raw)
    let result = git_merge_base_many(&base, handle.pointer, commits.count, commits)
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    do { try check(result) } catch {
      // libgit2 stops at a commit whose author or date it cannot read, wherever that lies.
      return commonAncestor(of: commit, with: others)
    }
    return ObjectID(base)
  }

  /// The same, whatever the commits say besides what they come from.
  private func commonAncestor(of commit: ObjectID, with others: [ObjectID]) -> ObjectID? {
    let theirs = history(of: others)
    let common = history(of: [commit]).filter { theirs[$0.key] != nil }
    let nearest = Set(common.keys).subtracting(common.values.joined())
    return nearest.max {
      ((try? time(of: $0)) ?? .undated, $0) < ((try? time(of: $1)) ?? .undated, $1)
    }
  }

  /// The commit that a revision names (`gitrevisions(7)`). Throws `notFound`.
  public func commit(named revision: String) throws(GitError) -> ObjectID {
    let object = try Handle(free: git_object_free) {
      git_revparse_single(&$0, handle.pointer, revision)
    }
    let commit = try Handle(free: git_object_free) {
      git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT)
    }
    guard let id = git_object_id(commit.pointer) else {
      throw GitError(.notFound, "\(revision) is no commit")
    }
    return ObjectID(id.pointee)
  }
}
