import Documents
import Evidence
import Git
import Objects
import Rules

/// What a branch brings that is pushed: for the hook of who pushes, and for the server.
extension PolicyRepository {
  /// What `check` says of the documents that differ between two commits; of all in the newer one, where
  /// there is no older one. `nil` where it holds no policies, or none of them differs.
  func check(pushed tip: ObjectID, since base: ObjectID?, as stage: Snapshot.Stage) throws
    -> CheckReport?
  {
    guard try holdsPolicies([tip] + (base.map { [$0] } ?? [])) else { return nil }
    let commit = Head(id: tip, commit: try git.commit(tip))
    guard let base else { return try check(commit, as: stage) }
    let touched = try changedPaths(from: base, to: tip)
    return touched.isEmpty ? nil : try check(commit, touched: touched, as: stage)
  }

  /// Whether one of the commits is about policies at all: else a branch may hold what it likes.
  func holdsPolicies(_ commits: [ObjectID]) throws -> Bool {
    try commits.contains { try governanceBlob(in: $0) != nil }
  }

  /// The blob of `writ.yaml` in a commit; `nil` where there is none.
  func governanceBlob(in commit: ObjectID) throws -> ObjectID? {
    try trees.file(at: DocumentFolders.governancePath, in: try git.commit(commit))
  }
}
