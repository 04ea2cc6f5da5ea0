/// Every entry of the front matter is one that documents of its kind have.
enum UnknownKeys: Rule {
  static let id = "DOC-14"
  static let clause = "7.5.2"
  static let manual = Manual(
    "Every entry of the front matter is one that documents of its kind have",
    why: "An unknown entry is often a slip of the pen, and then what it says has no effect.",
    checks: [.warning("every key is known to the kind of the document")],
    mend: ["Write the nearest known key that the message names, or take the entry out."])
}
