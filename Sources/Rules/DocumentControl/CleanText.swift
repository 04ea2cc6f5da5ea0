import Documents
import Objects

/// Every document is a regular file of clean text that can be read.
enum CleanText: Rule {
  static let id = "DOC-03"
  static let clause = "7.5.2 b"
  static let manual = Manual(
    "Every document is a regular file of clean text that can be read",
    why:
      "Who signs a text must see what is signed. Characters that hide or reorder others, or that "
      + "nobody sees, make two texts look alike that are not.",
    checks: [
      .error("the file is UTF-8 in NFC with LF line ends, without a byte order mark"),
      .error(
        "it holds no control, reordering or invisible character: no soft hyphen, filler, tag, line "
          + "separator, or variation selector outside emoji and ideographs"),
      .error("its front matter is plain YAML between two lines ---"),
      .error("it has at most 256 KiB and 20,000 lines, and a name that can be read, in NFC"),
      .error("it is no link, folder or other repository"),
    ],
    mend: [
      "Save the file as UTF-8 in NFC with LF line ends. Take the character out that the message "
        + "names; editors show where it is when they show invisible characters.",
      "Write the front matter as plain YAML: no anchors, aliases, tags, merge keys or duplicate keys.",
      "Split a file that is too large. Put a regular file in the place of a symbolic link or a "
        + "submodule.",
      "Rename a file or folder whose name is not in NFC, as macOS writes accents; the message names the "
        + "command.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.judgedFiles.compactMap { (file) -> Finding? in
      guard case .notRegular(let what) = file.content else { return nil }
      return finding(
        file.path, line: 1, "this is \(what), not a file",
        remedy: "put a regular file in its place, or take it out of the folders of documents")
    }
      + snapshot.judgedFiles.filter { file in
        !file.path.unicodeScalars.allSatisfy(Characters.allowedInName)
          || file.path.unicodeScalars.contains("\u{FFFD}")
      }.map { file in
        finding(
          file.path, line: 1, "the name holds a character that cannot be seen or read",
          remedy: "rename the file")
      }
      + snapshot.judgedFiles.filter { file in
        DocumentFolders.isDocumentPath(file.path) && !UnicodeNormalization.isNFC(file.path)
      }.map { file in
        finding(
          file.path, line: 1,
          "the name spells a letter and its accents in a form that is not Unicode NFC, so no decision "
            + "can name it",
          remedy: RenamedPath(file.path)?.remedy ?? "rename the file")
      }
  }
}
