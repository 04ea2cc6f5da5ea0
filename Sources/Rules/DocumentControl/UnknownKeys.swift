/// An entry of the front matter that Writ does not know is often a slip of the pen.
enum UnknownKeys: Rule {
  static let id = "DOC-14"
  static let clause = "7.5.2"

  static func findings(in snapshot: Snapshot) -> [Finding] { problems(in: snapshot, .warning) }
}
