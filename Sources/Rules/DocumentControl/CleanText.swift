import Documents
import Objects

/// Every document is a regular file of UTF-8 in NFC with LF line ends that can be read, without
/// characters that make a reader see something else than what is signed.
enum CleanText: Rule {
  static let id = "DOC-03"
  static let clause = "7.5.2 b"

  static func findings(in snapshot: Snapshot) -> [Finding] {
    problems(in: snapshot)
      + snapshot.files.compactMap { (file) -> Finding? in
        guard case .notRegular(let what) = file.content else { return nil }
        return finding(
          file.path, line: 1, "this is \(what), not a file",
          remedy: "put a regular file in its place, or take it out of the folders of documents")
      }
      + snapshot.files.filter { file in
        !file.path.unicodeScalars.allSatisfy(Characters.allowedInName)
          || file.path.contains("\u{FFFD}")
      }.map { file in
        finding(
          file.path, line: 1, "the name holds a character that cannot be seen or read",
          remedy: "rename the file")
      }
  }
}
