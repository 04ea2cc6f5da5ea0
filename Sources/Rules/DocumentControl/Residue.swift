import Documents

/// Nothing is left over from other work: no marks of an unfinished merge, no private keys, no tracked
/// changes.
enum Residue: Rule {
  static let id = "DOC-12"
  static let clause = "7.5.3"
  static let manual = Manual(
    "Nothing is left over from other work: no marks of an unfinished merge, no private keys, no "
      + "tracked changes",
    why:
      "A text with such marks is two texts, and nobody can say which one was approved. A private "
      + "key that was ever saved here is no longer secret.",
    checks: [
      .error("no line begins with <<<<<<<, ||||||| or >>>>>>>"),
      .error("no line holds a private key"),
      .error(
        "no line holds a tracked change: {++, {--, {~~, <ins>, <del>, <w:ins, <w:del"),
    ],
    mend: [
      "Decide an unfinished merge, and take its marks out. Accept or drop tracked changes.",
      "Take a private key out, and use another.",
      "This rule reads writ.yaml and every file below the folders, not only Markdown.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judgedFiles.flatMap { file -> [Finding] in
      guard case .bytes(let bytes) = file.content, mayHoldResidue(bytes) else { return [] }
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

  /// Pairs of characters of which every mark holds one; few other texts do.
  private static let pairs = Set(
    ["<<", ">>", "||", "-B", "{+", "+}", "{-", "-}", "{~", "~}", "<w", "<i", "<d"].map {
      $0.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    })

  /// Whether a closer look is worth its time.
  private static func mayHoldResidue(_ bytes: [UInt8]) -> Bool {
    var pair: UInt16 = 0
    return bytes.contains { byte in
      pair = pair << 8 | UInt16(byte)
      return pairs.contains(pair)
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
