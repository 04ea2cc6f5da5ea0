import Documents
import Markdown

/// Every document says its title, kind, version and language, says it in the right form, and leaves
/// nothing to be filled in where it does.
enum DocumentFacts: Rule {
  static let id = "DOC-02"
  static let clause = "7.5.2 a"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    problems(in: snapshot)
      + snapshot.readable.flatMap { document in
        document.frontMatterPlaceholders.map { placeholder in
          finding(
            document.path, line: placeholder.line,
            "the front matter still holds \(placeholder.text)",
            remedy: "write what holds for your organisation in its place")
        }
      }
  }
}
