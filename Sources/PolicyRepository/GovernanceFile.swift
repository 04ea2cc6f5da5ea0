import Approvals
import Documents
import Evidence
import Objects
import Signatures

/// A person to be written into `writ.yaml`.
struct PersonEntry {
  let id: PersonID
  let name: String
  let email: String
  let roles: [RoleID]
  let key: SSHPublicKey?

  /// The lines of the entry below `people:`.
  var lines: [String] {
    [
      "  \(id):",
      "    name: \(Self.quoted(name))",
      "    email: \(email)",
      "    roles: [\(roles.map(\.description).joined(separator: ", "))]",
    ]
      + (key.map { ["    keys:", "      - ssh: \($0.text)"] } ?? ["    keys: []"])
  }

  /// The name as a YAML scalar: plain where it cannot be taken for anything else.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0 == "." || $0 == "'"
    }
    guard !isPlain || text.first?.isLetter != true else { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}

/// The text of `writ.yaml`, edited line by line so that comments and order stay.
struct GovernanceFile {
  private(set) var bytes: [UInt8]

  /// Takes the file as it is; refuses one that is refused already.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    try refuse(Governance.parse(bytes).problems)
  }

  /// Adds a person behind the last one; nothing is changed where the file would be refused then.
  mutating func add(_ person: PersonEntry) throws {
    guard let governance = Governance.parse(bytes).governance else { return }
    if governance.person(person.id) != nil {
      throw Refusal(
        .no, "somebody is registered as \(person.id) already",
        remedies: "choose another id for the new person", "see who is there: writ people")
    }
    let known = governance.roles.map(\.id)
    if let role = person.roles.first(where: { !known.contains($0) }) {
      throw Refusal(
        .no, "there is no role \(role) in writ.yaml",
        remedies: "name one of: \(known.map(\.description).joined(separator: ", "))")
    }
    guard Characters.isName(person.name), UnicodeNormalization.isNFC(person.name) else {
      throw Refusal(
        .no, "\(person.name) cannot be a person's name", remedies: "write it without < and >")
    }
    guard Person.isEmail(person.email) else {
      throw Refusal(
        .no, "\(person.email) is no e-mail address", remedies: "write one such as jane@example.org")
    }

    let root = try StrictYAML.read(bytes, limit: Governance.byteLimit)
    guard let people = root["people"],
      let key = root.mapping?.first(where: { $0.key.text == "people" })?.key
    else { return }
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if people.mapping?.isEmpty == true || people.scalar == "" {
      // `people: {}` becomes the head of a block.
      guard people.line == key.line, people.endLine == key.line else { throw Self.unusualForm }
      let comment = lines[key.line - 1].firstIndex(of: "#").map { " " + lines[key.line - 1][$0...] }
      lines[key.line - 1] = "people:" + (comment ?? "")
      lines.insert(contentsOf: person.lines, at: key.line)
    } else {
      guard !people.isFlow, people.mapping?.first?.key.column == 3 else { throw Self.unusualForm }
      lines.insert(contentsOf: person.lines, at: people.endLine)
    }
    let edited = Array(lines.joined(separator: "\n").utf8)
    try refuse(Governance.parse(edited).problems)
    bytes = edited
  }

  private func refuse(_ problems: [Problem]) throws {
    guard let problem = problems.first else { return }
    throw Refusal(
      .no, "writ.yaml is refused: line \(problem.line): \(problem.message)",
      remedies: "\(problem.remedy)")
  }

  private static var unusualForm: Refusal {
    Refusal(
      .no, "the entry people in writ.yaml is not written as a block of two spaces' indent",
      remedies: "write it so, or add the person by hand")
  }
}
