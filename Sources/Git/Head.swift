import CLibgit2
public import Objects

extension Repository {
  /// The commit that HEAD stands on; `nil` before the first commit.
  public func head() throws(GitError) -> ObjectID? {
    var id = git_oid()
    let result = git_reference_name_to_id(&id, handle.pointer, "HEAD")
    if result == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(result)
    return ObjectID(id)
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

  /// The commits reachable from these, a parent never before its child, newest first.
  public func ancestry(of starts: [ObjectID]) throws(GitError) -> [ObjectID] {
    let walk = try Handle(free: git_revwalk_free) { git_revwalk_new(&$0, handle.pointer) }
    try check(
      git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue))
    for start in starts {
      var id = start.raw
      try check(git_revwalk_push(walk.pointer, &id))
    }
    var commits: [ObjectID] = []
    var id = git_oid()
    while true {
      let result = git_revwalk_next(&id, walk.pointer)
      if result == GIT_ITEROVER.rawValue { return commits }
      try check(result)
      commits.append(ObjectID(id))
    }
  }
}
