import Documents

/// A document that others wrote says where it comes from, of which day it is, and its digest.
enum ExternalSource: Rule {
  static let id = "DOC-11"
  static let clause = "7.5.3"
  static let entries: [Entry] = [.any("external")]
  static let manual = Manual(
    "A document that others wrote says where it comes from, of which day it is, and its digest",
    why: "A law, a contract or a customer's rules change without asking us. Only who knows which "
      + "issue was meant can tell whether it is still that one.",
    checks: [.error("external, where it is given, has source, date and digest")],
    mend: [
      "Write external: {source: WHO AND WHERE, date: 2026-12-01, digest: \"sha256:…\"}. The digest is "
        + "that of the file as it was received: sha256sum FILE."
    ])
}
