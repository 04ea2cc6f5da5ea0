/// What another repository has that could not be stored here: why, and what helps.
public struct NotStored: Sendable, Hashable {
  /// The whole name that it has there.
  public let ref: String
  /// Why, in words without a full stop.
  public let reason: String
  /// What helps, in words without a full stop.
  public let remedy: String

  /// What has this name there.
  public init(_ ref: String, reason: String, remedy: String) {
    self.ref = ref
    self.reason = reason
    self.remedy = remedy
  }

  var json: JSONValue {
    ["ref": .string(ref), "reason": .string(reason), "remedy": .string(remedy)]
  }
}

extension DisplayText {
  /// What could not be stored, together what has the same reason.
  init(notStored: [NotStored], of remote: String) {
    self.init()
    var reasons: [[String]] = []
    var names: [[String]: [String]] = [:]
    for one in notStored {
      let reason = [one.reason, one.remedy]
      if names[reason] == nil { reasons.append(reason) }
      names[reason, default: []].append(one.ref)
    }
    let most = 10
    for reason in reasons.prefix(most) {
      let refs = names[reason] ?? []
      line("\("not stored", .bad)  \(refs.prefix(5).map(Self.name).joined(separator: ", "))")
      if refs.count > 5 { line("  and \(refs.count - 5) more") }
      paragraph("\(remote) has it, and it is not here: \(reason[0]).", indent: 2)
      paragraph(reason[1].asSentence, indent: 2)
    }
    if reasons.count > most { line("not stored  \(reasons.count - most) more") }
  }

  private static func name(_ ref: String) -> String {
    for prefix in ["refs/heads/", "refs/tags/"] where ref.utf8.starts(with: prefix.utf8) {
      return String(decoding: ref.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
    return ref
  }
}
