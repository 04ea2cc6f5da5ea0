import Files

/// A way in which a clone shows stock Git other objects than its own.
///
/// None of them changes what is read here: replacements and grafts are passed over, and what comes
/// from elsewhere is held against its name like everything else.
public enum Substitution: Sendable {
  /// Refs under `refs/replace/`: objects shown in the place of others (gitreplace).
  case replacements
  /// `info/grafts`: commits shown with other parents (gitrepository-layout).
  case grafts
  /// `objects/info/alternates`: another folder of objects (gitrepository-layout).
  case alternates
}

extension Repository {
  /// What there is of that in this clone.
  public var substitutions: [Substitution] {
    var found: [Substitution] = []
    // One that cannot be read may be anything.
    if (try? references(under: "refs/replace/"))?.isEmpty != true { found.append(.replacements) }
    if File.kind(of: commonFolder + "info/grafts") != nil { found.append(.grafts) }
    if File.kind(of: commonFolder + "objects/info/alternates") != nil { found.append(.alternates) }
    return found
  }
}
