public import Documents
import Objects

extension Governance {
  /// An entry of `writ.yaml` that nothing here goes by.
  public struct EntryWithoutEffect: Sendable {
    /// What it is, and what to do.
    public let problem: Problem
    /// Whether no later version would go by it either.
    public let isSlip: Bool
  }

  /// The names that `cadence` is to have, once it is read.
  private static let cadences = [
    "management-review", "tell-importance", "tell-within", "training", "acknowledge-share",
    "policy-review",
  ]

  /// What a role may be responsible for with an effect.
  private static let responsibilities = ["isms-conformity", "isms-reporting"]

  /// The entries of a governance file that have no effect in this version; nothing where it cannot be
  /// read.
  public static func entriesWithoutEffect(in bytes: [UInt8]) -> [EntryWithoutEffect] {
    guard let root = try? StrictYAML.read(bytes, limit: byteLimit) else { return [] }
    return (root.mapping ?? []).flatMap { entry -> [EntryWithoutEffect] in
      switch entry.key.text {
      case "cadence": cadence(entry)
      case "timestamp": [kept(entry.key, "no time is proved yet")]
      case "roles": (entry.value.mapping ?? []).flatMap(role)
      default: []
      }
    }
  }

  private static func cadence(_ cadence: YAMLEntry) -> [EntryWithoutEffect] {
    guard let entries = cadence.value.mapping else {
      return [
        slip(
          cadence.key, "cadence holds no lengths of time by name",
          remedy: "write \"cadence: {management-review: 3 months}\", or take the entry out")
      ]
    }
    let slips = entries.compactMap { entry -> EntryWithoutEffect? in
      let (name, value) = (entry.key.text, entry.value.scalar ?? "")
      guard cadences.contains(name) else {
        let near = nearest(to: name, among: cadences)
        return slip(
          entry.key, "cadence knows no \(quoted(name)), so this has no effect",
          remedy: near.map { "write \($0), if that is what it is" }
            ?? "take it out, or write one of: \(cadences.joined(separator: ", "))")
      }
      let isShare = name == "acknowledge-share"
      let isFit =
        isShare ? Int(value).map { (1...100).contains($0) } ?? false : Interval(value) != nil
      return isFit
        ? nil
        : slip(
          entry.key,
          "\(name) of cadence is no \(isShare ? "number from 1 to 100" : "length of time")",
          remedy: isShare
            ? "write a number, such as 90" : "write a length of time, such as 3 months")
    }
    guard slips.count < entries.count else { return slips }
    return [
      kept(
        cadence.key, "when a review is due is told from review-every of each document alone")
    ] + slips
  }

  private static func role(_ role: YAMLEntry) -> [EntryWithoutEffect] {
    (role.value.mapping ?? []).flatMap { entry -> [EntryWithoutEffect] in
      switch entry.key.text {
      case "management":
        return [
          kept(entry.key, "whether a role leads others is told from its description in roles/")
        ]
      case "responsible-for":
        return (entry.value.sequence ?? []).compactMap { duty in
          guard let name = duty.scalar, !responsibilities.contains(name) else { return nil }
          let near = nearest(to: name, among: responsibilities)
          return EntryWithoutEffect(
            problem: Problem(
              .value("roles"), line: duty.line,
              "responsible-for \(quoted(name)) has no effect: only isms-conformity and isms-reporting have one",
              remedy: near.map { "write \($0), if that is what it is" }
                ?? "leave it for people to read, or say it under responsibilities in roles/"),
            isSlip: false)
        }
      default: return []
      }
    }
  }

  private static func kept(_ key: YAMLKey, _ what: String) -> EntryWithoutEffect {
    EntryWithoutEffect(
      problem: Problem(
        .value(key.text), line: key.line,
        "\(key.text) has no effect in this version: \(what)",
        remedy: "leave it for a later version, or take it out; do not rely on it"), isSlip: false)
  }

  private static func slip(_ key: YAMLKey, _ message: String, remedy: String) -> EntryWithoutEffect
  {
    EntryWithoutEffect(
      problem: Problem(.value(key.text), line: key.line, message, remedy: remedy), isSlip: true)
  }
}
