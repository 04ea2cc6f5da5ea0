public import Objects

/// What the description of a role says besides what every document says: what the role answers for,
/// and what it may decide.
///
/// The document's id is the role's name in `writ.yaml`, where it stands there.
public struct RoleDescription: Sendable, Hashable {
  /// What who holds it answers for.
  public let responsibilities: [String]
  /// What they may decide or do of their own.
  public let authorities: [String]
  /// The role that they answer to.
  public let reportsTo: RoleID?
  /// The role that gave it.
  public let grantedBy: RoleID?
  /// Where the description of the job is.
  public let jobDescription: String?
  /// Whether they lead others: heads of department and other managers.
  public let isManagement: Bool
  /// The role that stands in.
  public let deputy: RoleID?

  init(_ front: inout MappingReader) {
    front.require(
      "responsibilities", remedy: "list what the role answers for: \"responsibilities: [one, two]\""
    )
    front.require("authorities", remedy: "list what it may decide: \"authorities: [one, two]\"")
    responsibilities = front.texts("responsibilities")
    authorities = front.texts("authorities")
    reportsTo = front.roleID("reports-to")
    grantedBy = front.roleID("granted-by")
    jobDescription = front.text("job-description")
    isManagement = front.flag("management") ?? false
    deputy = front.roleID("deputy")
  }
}
