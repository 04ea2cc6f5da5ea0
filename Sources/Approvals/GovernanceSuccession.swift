public import Documents
public import Objects
import Signatures

extension Governance {
  /// Why this file cannot follow the last of these, the versions in force so far; nothing where it
  /// can (`docs/formats.md`, section 3).
  public func refusals(following chain: [Governance]) -> [Problem] {
    guard let last = chain.last else { return [] }
    return refusalOfPlace(behind: last) + contradictions(to: chain)
  }

  /// What it says of people and keys that the versions in force before it do not allow, whatever
  /// number it has.
  public func contradictions(to chain: [Governance]) -> [Problem] {
    let known = chain.firstIndex { $0.digest == previous }.map { Array(chain[...$0]) } ?? chain
    guard let last = known.last, !chain.contains(where: { $0.digest == digest }) else { return [] }
    return refusalsOfKeys(known: known) + refusalsOfRevocations(before: last)
  }

  /// The roles that a person holds here, and did not in an earlier version.
  public func rolesGained(by person: PersonID, after last: Governance) -> [RoleID] {
    let held = last.person(person)?.roles ?? []
    return (self.person(person)?.roles ?? []).filter { !held.contains($0) }
  }

  private func refusalOfPlace(behind last: Governance) -> [Problem] {
    if previous != last.digest {
      return [
        Problem(
          .value("previous"), line: 1,
          "it does not follow version \(last.version) of the people and rules, which is in force",
          remedy: "write \"previous: \(last.digest)\"")
      ]
    }
    guard !version.follows(last.version) else { return [] }
    let (minor, major) = last.version.next
    return [
      Problem(
        .value("version"), line: 1,
        "after version \(last.version) of the people and rules comes no version \(version)",
        remedy: "write \"version: \(minor)\", or \"version: \(major)\" for a change of substance")
    ]
  }

  /// A key stays its owner's for ever: else whoever took it over could speak for them in the past.
  private func refusalsOfKeys(known chain: [Governance]) -> [Problem] {
    var owners: [[UInt8]: Person] = [:]
    for person in chain.flatMap(\.people) {
      for value in person.keys.compactMap(\.publicValue) where owners[value] == nil {
        owners[value] = person
      }
    }
    return people.flatMap { person in
      person.keys.compactMap { key -> Problem? in
        guard let name = key.name, let value = key.publicValue, let owner = owners[value],
          owner.id != person.id
        else { return nil }
        return Problem(
          .value("people"), line: person.line,
          "the key \(name) of \(person.name) was that of \(owner.name) (\(owner.id)) in an earlier "
            + "version",
          remedy: "let \(person.name) make a key of their own: writ join")
      }
    }
  }

  /// What was once said of a key is not taken back, nor made younger.
  private func refusalsOfRevocations(before last: Governance) -> [Problem] {
    last.revoked.filter { old in
      !revoked.contains { $0.key == old.key && $0.reason == old.reason && $0.since <= old.since }
    }.map { old in
      Problem(
        .value("revoked"), line: 1,
        "it no longer says that the key \(old.key) is \(old.reason.rawValue) since \(old.since)",
        remedy: "bring that entry back, under revoked")
    }
  }
}
