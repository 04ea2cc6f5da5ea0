import Documents
import Markdown

/// Every document says its title, kind, version and language, in the right form, and leaves nothing
/// to be filled in.
enum DocumentFacts: Rule {
  static let id = "DOC-02"
  static let clause = "7.5.2 a"
  static let manual = Manual(
    "Every document says its title, kind, version and language, in the right form, and leaves "
      + "nothing to be filled in",
    why:
      "A reader must be able to tell which document this is, which version of it, and that it is "
      + "finished.",
    checks: [
      .error("title, kind, version and language are there"),
      .error("they, and all entries that no other rule answers for, have the right form"),
      .error("the front matter holds nothing that is still to be filled in"),
      .warning(
        "neither does the text, outside the elements of the top policy, which POL-02 to "
          + "POL-05 look after"),
    ],
    mend: [
      "Write the entry as the message says.",
      "Kinds that this version cannot read yet (context, body, minutes, plans) are reported here: "
        + "keep such files in another folder for now.",
      "Write what holds in the place of TODO, TBC, TBD, XXX, <…>, [Company], {{…}} or lorem ipsum. "
        + "A reference in brackets, such as [ISO 27001], and a link are none of these.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged.flatMap { document in
      let elements = (document.level == .top ? document.policy?.elements ?? [:] : [:]).values
      let lookedAfter = Set(
        elements.compactMap { document.body.section($0.under) }.flatMap(\.placeholders))
      return document.frontMatterPlaceholders.map { placeholder in
        finding(
          document.path, line: placeholder.line,
          "the front matter still holds \(placeholder.text)",
          remedy: "write what holds for your organisation in its place")
      }
        + document.body.placeholders.filter { !lookedAfter.contains($0) }.map { placeholder in
          finding(
            document.path, line: placeholder.line, as: .warning,
            "the text still holds \(placeholder.text)",
            remedy: "write what holds for your organisation in its place")
        }
    }
  }
}
