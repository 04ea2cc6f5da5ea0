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
      .error(
        "neither does a text that others are to decide on: where a change is submitted or a text approved, and "
          + "in what is committed or pushed anywhere but to a branch change/… (the elements of the top policy "
          + "are looked after by POL-02 to POL-05)"),
      .warning(
        "neither does a draft, which is a file in the folder or on a branch change/…, nor a text that is "
          + "approved as it stands"),
      .warning(
        "what may be meant to stand there is pointed out, and passes: inline code; an instruction to a website "
          + "generator, {{< … >}}; TODO where that is a word of the language, as in Spanish and Portuguese"
      ),
    ],
    mend: [
      "Write the entry as the message says.",
      "Kinds that this version cannot read yet (context, body, minutes, plans) are reported here: "
        + "keep such files in another folder for now.",
      "Write what holds in the place of TODO, TBC, TBD, XXX, <…>, [Company], {{…}} or lorem ipsum. "
        + "A reference in brackets, such as [ISO 27001], a link and a code block are none of these.",
      "Where it is meant to stand there, write it as inline code: `{{name}}`. The warning stays.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged.flatMap { document in
      let elements = (document.level == .top ? document.policy?.elements ?? [:] : [:]).values
      let lookedAfter = Set(
        elements.compactMap { document.body.section($0.under) }.flatMap(\.placeholders))
      let left = document.body.placeholders.filter { !lookedAfter.contains($0) }
      // What is approved nobody can mend where it stands: that takes a new version, which is judged anew.
      let isDraft = snapshot.stage == .draft || !left.isEmpty && snapshot.isApproved(document)
      return document.frontMatterPlaceholders.map { placeholder in
        finding(
          document.path, line: placeholder.line,
          "the front matter still holds \(placeholder.text)",
          remedy: "write what holds for your organisation in its place")
      }
        + left.map { placeholder in
          let mayStay = isDraft || mayBeMeant(placeholder, in: document)
          return finding(
            document.path, line: placeholder.line, as: mayStay ? .warning : .error,
            "the text still holds \(placeholder.text)",
            remedy: "write what holds for your organisation in its place")
        }
    }
  }

  private static func mayBeMeant(_ placeholder: Placeholder, in document: Document) -> Bool {
    placeholder.mayBeMeant || placeholder.text == "TODO" && hasWordTodo(document.language)
  }

  /// Whether "todo" means "all" in that language.
  private static func hasWordTodo(_ language: String?) -> Bool {
    let primary = language?.split(separator: "-").first?.lowercased() ?? ""
    return ["an", "ast", "es", "ext", "gl", "lad", "mwl", "pt"].contains(primary)
  }
}
