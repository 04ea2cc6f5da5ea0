public import Objects

/// A statement that was found to hold by itself: signature, person, key, role, text and time fit.
///
/// Only the examination of a record makes one. A class, since the same ones are put into many orders.
public final class VerifiedStatement: Sendable {
  /// The statement.
  public let statement: Statement
  /// Its identity: the digest of its payload.
  public let id: Digest
  /// The commit that it tags.
  public let target: ObjectID
  /// The time that it claims.
  public let time: Instant
  /// The text decided on.
  public let edition: Edition
  /// Who decided.
  public let person: Person
  /// In which role.
  public let role: Role

  init(
    statement: Statement, id: Digest, target: ObjectID, time: Instant, edition: Edition,
    person: Person, role: Role
  ) {
    self.statement = statement
    self.id = id
    self.target = target
    self.time = time
    self.edition = edition
    self.person = person
    self.role = role
  }
}

extension VerifiedStatement {
  /// Who decided when: `Jane Doe (Chief Executive, 1 December 2026)`.
  public var inWords: String { "\(person.name) (\(role.title), \(time.day.inWords))" }

  /// What the signer said of it, behind a colon; nothing where they said nothing.
  public var reasonInWords: String {
    statement.comment.isEmpty ? "" : ": \"\(statement.comment)\""
  }
}
