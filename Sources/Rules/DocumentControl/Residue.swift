import Documents

/// Nothing is left over from other work: no marks of an unfinished merge, no private keys, no
/// tracked changes.
enum Residue: Rule {
  static let id = "DOC-12"
  static let clause = "7.5.3"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.files.flatMap { file -> [Finding] in
      guard case .bytes(let bytes) = file.content else { return [] }
      let lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line -> Finding? in
        residue(in: line).map { what in
          finding(
            file.path, line: index + 1, "this line holds \(what)",
            remedy: what.contains("key")
              ? "take it out, and use another key: this one is no longer secret"
              : "decide what the text shall be, and take the marks out")
        }
      }
    }
  }

  private static func residue(in line: Substring) -> String? {
    if line.hasPrefix("<<<<<<< ") || line.hasPrefix(">>>>>>> ") || line.hasPrefix("||||||| ") {
      return "a mark of an unfinished merge"
    }
    if line.contains("-----BEGIN ") && line.contains("PRIVATE KEY") { return "a private key" }
    let marks = ["{++", "++}", "{--", "--}", "{~~", "~~}", "<w:ins", "<w:del", "<ins>", "<del>"]
    return marks.contains(where: line.contains) ? "a tracked change" : nil
  }
}
