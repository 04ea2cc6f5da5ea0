import Documents
import Markdown

/// A policy is there to be read: below its headings stand words.
enum ReadablePolicy: Rule {
  static let id = "POL-06"
  static let clause = "5.2 e"
  static let manual = Manual(
    "A policy is there to be read: below its headings stand words",
    why: "A policy is documented information, not a picture of one. What is only a comment, raw "
      + "HTML, a code block or an image is not shown by every reader, so nobody can be sure to have "
      + "read it. That the file is saved in the repository is seen to elsewhere: nobody can sign "
      + "what is not.",
    checks: [.error("the body of every policy has words besides its headings")],
    mend: ["Write the policy as text in Markdown below the front matter."])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judged(\.policy).filter { document, _ in !document.body.hasProse }
      .map { document, _ in
        finding(
          document.path, line: document.bodyLine, "the policy has no words to read",
          remedy: "write it as text in Markdown below the front matter")
      }
  }
}
