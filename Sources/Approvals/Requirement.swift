public import Objects

/// One entry of `require`: `N of ROLE ROLE…` or `all of ROLE ROLE…`.
public struct Requirement: Hashable, Sendable, CustomStringConvertible {
  /// How many people, 1 to 100; `nil` for one person for every role named.
  public let count: Int?
  /// The roles, as listed; at least one, none twice.
  public let roles: [RoleID]

  /// Reads an entry; `nil` where it is none.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[1] == "of", words.joined(separator: " ") == text else {
      return nil
    }
    let roles = words[2...].compactMap { RoleID($0) }
    guard roles.count == words.count - 2, Set(roles).count == roles.count else { return nil }
    if words[0] == "all" {
      count = nil
    } else {
      guard let count = UInt8(words[0]), (1...100).contains(count), "\(count)" == words[0] else {
        return nil
      }
      self.count = Int(count)
    }
    self.roles = roles
  }

  /// How many places are to be filled.
  var placeCount: Int { count ?? roles.count }

  /// The places to fill, each by another person in one of its roles.
  public var places: [Set<RoleID>] {
    if let count { Array(repeating: Set(roles), count: count) } else { roles.map { [$0] } }
  }

  /// As it is written in `writ.yaml`.
  public var description: String {
    (count.map(String.init) ?? "all") + " of " + roles.map(\.description).joined(separator: " ")
  }
}
