import Approvals
import Documents
import Markdown
import Objects

/// A public policy gives away nothing that is not for everybody.
enum PublicDetail: Rule {
  static let id = "POL-14"
  static let clause = "A.5.12"
  static let manual = Manual(
    "A public policy gives away nothing that is not for everybody",
    why: "A policy says what holds. Which machine is called what, and who is to be rung up, helps "
      + "those who mean harm, and changes more often than a policy should.",
    checks: [
      .warning("a policy of the first class of the scale links to no document of a higher one"),
      .warning(
        "it holds no IP address, no name of a machine (db01.example.org, files.internal) and no "
          + "e-mail address of a person (first.last@…, or one that stands in writ.yaml)"),
    ],
    mend: [
      "Move the detail to a document that fewer people read, or give the policy a higher class.",
      "Name a shared address, such as security@example.org, in place of a person's.",
    ])

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard let governance = snapshot.governance?.governance,
      let everybody = governance.classifications.first
    else { return [] }
    let detail = PrivateDetail(emails: Set(governance.people.map { $0.email.lowercased() }))
    return snapshot.judged(\.policy).filter { $0.0.classification == everybody }
      .flatMap { document, _ in
        links(of: document, above: everybody, in: snapshot, governance.classifications)
          + details(in: document, detail)
      }
  }

  private static func links(
    of document: Document, above lowest: String, in snapshot: Snapshot, _ scale: [String]
  ) -> [Finding] {
    document.links.compactMap { link in
      guard case .file(let path, _)? = LinkTarget(link.destination, from: document.path),
        let target = snapshot.document(at: path),
        let classification = target.classification, classification != lowest,
        scale.contains(classification)
      else { return nil }
      return finding(
        document.path, line: link.line, as: .warning,
        "this \(lowest) policy links to \(path), which is \(classification)",
        remedy: "say it without the link, or change one of the two classifications")
    }
  }

  private static func details(in document: Document, _ detail: PrivateDetail) -> [Finding] {
    document.body.passages(where: PrivateDetail.mayStand).joined().compactMap { word in
      detail.kind(of: word.text).map { what, found in
        finding(
          document.path, line: word.line, as: .warning,
          "this is a public policy, and \"\(found)\" looks like \(what)",
          remedy: "move it to a document that fewer people read")
      }
    }
  }
}

/// Recognizes, by its form, what tells a stranger too much.
private struct PrivateDetail {
  /// The addresses of the people of `writ.yaml`, in lower case.
  let emails: Set<String>

  /// Whether some may stand in a text: within a word there is a mark that most words have only behind
  /// them.
  static func mayStand(in text: String) -> Bool {
    var before: UInt8 = 0
    return text.utf8.contains { byte in
      defer { before = byte }
      return byte != 0x20 && ".:@".utf8.contains(before)
    }
  }

  /// What a word is, and the part of it that is meant; `nil` for most words.
  func kind(of word: String) -> (what: String, found: String)? {
    guard Self.mayStand(in: word) else { return nil }
    let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
    let text = String(
      trimmed.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
    if isAddressOfMachine(text) { return ("an IP address", text) }
    if isPersonal(text) { return ("the e-mail address of a person", text) }
    if let host = hostName(in: text), isMachine(host) { return ("the name of a machine", host) }
    return nil
  }

  private func isAddressOfMachine(_ text: String) -> Bool {
    let parts = text.prefix { $0 != "/" }.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 {
      // A clause such as 9.3.2.1 is none: addresses have larger numbers.
      let numbers = parts.compactMap { $0.count <= 3 ? UInt8($0) : nil }
      return numbers.count == 4 && numbers.contains { $0 > 31 }
    }
    let groups = text.prefix { $0 != "/" }.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count >= 3 && (groups.count == 8 || text.contains("::"))
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0.isHexDigit } }
      && groups.contains { !$0.isEmpty }
  }

  private func isPersonal(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].contains(".") else { return false }
    let address = text.lowercased().split(separator: ":").last.map(String.init) ?? ""
    let names = parts[0].split(separator: ":").last?.split(separator: ".") ?? []
    return emails.contains(address)
      || names.count == 2 && names.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "-" } }
  }

  /// The name of a host, alone or in a URL.
  private func hostName(in text: String) -> String? {
    guard !text.contains("@") else { return nil }
    let scheme = text.firstRange(of: "://")
    let rest = scheme.map { text[$0.upperBound...] } ?? text[...]
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    return labels.count >= 2 && isName ? host : nil
  }

  /// Whether a host is one of many machines, or known within the organisation only.
  private func isMachine(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    guard let first = labels.first, let last = labels.last else { return false }
    let inner: Set<Substring> = [
      "internal", "intranet", "local", "lan", "corp", "localdomain", "private",
    ]
    return inner.contains(last)
      || labels.count >= 3 && last.allSatisfy(\.isLetter)
        && first.contains(where: \.isLetter) && first.last?.isNumber == true
  }
}
