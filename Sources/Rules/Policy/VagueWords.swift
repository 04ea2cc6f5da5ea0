import Documents
import Markdown

/// A policy that says regularly or appropriate says how often or how much.
enum VagueWords: Rule {
  static let id = "POL-15"
  static let clause = "5.2"
  static let manual = Manual(
    "A policy that says regularly or appropriate says how often or how much",
    why: "What has no measure cannot be kept or broken, so nobody can tell whether it is done.",
    checks: [
      .note(
        "in an English policy, no sentence says appropriate, adequate, regularly, periodically or as "
          + "needed without a number, an interval or a date beside it")
    ],
    mend: [
      "Say how often, how much or by whose judgement: \"at least once every 12 months\" in place of "
        + "\"regularly\"."
    ], isConvention: true)

  private static let vague = [
    ["appropriate"], ["appropriately"], ["adequate"], ["adequately"], ["regularly"],
    ["periodically"], ["as", "needed"],
  ]
  private static let measures: Set<String> = [
    "once", "twice", "every", "each", "daily", "weekly", "monthly", "quarterly", "yearly",
    "annually", "annual",
  ]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.policy).filter { $0.0.isInEnglish }.flatMap { document, _ in
      document.body.passages(where: mayBeVague).flatMap { passage in
        sentences(of: passage).flatMap { sentence in
          vagueWords(in: sentence).map { words, line in
            finding(
              document.path, line: line, as: .note, "\"\(words)\" stands here without a measure",
              remedy: "say how often, how much or by whose judgement")
          }
        }
      }
    }
  }

  /// Four characters of each, by which a text is told that has none.
  private static let marks = Set(
    ["ppro", "equa", "gula", "riod", "need"].map {
      $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    })

  private static func mayBeVague(_ text: String) -> Bool {
    var last: UInt32 = 0
    return text.utf8.contains { byte in
      last = last << 8 | UInt32(byte | 0x20)
      return marks.contains(last)
    }
  }

  private static func sentences(of passage: [MarkdownText.Word]) -> [ArraySlice<MarkdownText.Word>]
  {
    var sentences: [ArraySlice<MarkdownText.Word>] = []
    var start = passage.startIndex
    for index in passage.indices where [".", "!", "?", ";"].contains(passage[index].text.last) {
      sentences.append(passage[start...index])
      start = index + 1
    }
    return sentences + [passage[start...]]
  }

  private static func vagueWords(in sentence: ArraySlice<MarkdownText.Word>) -> [(String, Int)] {
    let words = sentence.map { word in
      (text: word.text.lowercased().filter { $0.isLetter || $0.isNumber }, line: word.line)
    }
    let isMeasured = words.contains { word in
      word.text.contains(where: \.isNumber) || measures.contains(word.text)
    }
    guard !isMeasured else { return [] }
    return words.indices.compactMap { start in
      vague.first { phrase in words[start...].prefix(phrase.count).map(\.text) == phrase }
        .map { ($0.joined(separator: " "), words[start].line) }
    }
  }
}
