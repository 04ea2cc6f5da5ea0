import Objects

/// The values that front matters have in common.
extension MappingReader {
  /// The id of a Markdown document.
  mutating func documentID(_ key: String) -> DocumentID? {
    let form = "the id of a document: \(Identifier.rule), not \"governance\""
    return value(key, expecting: form) { text in
      DocumentID(text).flatMap { $0 == .governance ? nil : $0 }
    }
  }

  /// What people call a document.
  mutating func title() -> String? {
    value("title", expecting: "a title without < and > and outer spaces") {
      Characters.isName($0) ? $0 : nil
    }
  }

  /// The version that a text is to be.
  mutating func version() -> Version? {
    value("version", expecting: "a version such as 1.0 or 2.3") { Version($0) }
  }

  /// The ids in a list; `things` says what they are ids of.
  mutating func documentIDs(_ key: String, of things: String) -> [DocumentID] {
    values(key, expecting: "ids of \(things): \(Identifier.rule)") { DocumentID($0) }
  }

  /// The name of a role in `writ.yaml`.
  mutating func roleID(_ key: String) -> RoleID? {
    value(key, expecting: "the name of a role: \(Identifier.rule)") { RoleID($0) }
  }

  /// A day.
  mutating func date(_ key: String) -> CalendarDate? {
    value(key, expecting: "a date such as 2026-12-01") { CalendarDate($0) }
  }

  /// A length of time.
  mutating func interval(_ key: String) -> Interval? {
    value(key, expecting: "a length of time such as 12 months") { Interval($0) }
  }

  /// One text, or the texts of a list.
  mutating func textOrTexts(_ key: String) -> [String] {
    node(key)?.sequence == nil ? text(key).map { [$0] } ?? [] : texts(key)
  }
}
