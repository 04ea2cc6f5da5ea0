public import Approvals
public import Objects

/// Who signs, and what they say of it.
public struct Signer: Sendable {
  /// Who decides; only confirms whose key it is.
  public let person: PersonID?
  /// The role to act in; `nil` for the one that the rule still needs.
  public let role: RoleID?
  /// The path of the key to sign with; `nil` for the one that is found.
  public let key: String?
  /// What the signer adds; may be empty.
  public let comment: String

  /// A signer of these parts.
  public init(person: PersonID?, role: RoleID?, key: String?, comment: String) {
    self.person = person
    self.role = role
    self.key = key
    self.comment = comment
  }
}

/// What somebody wants to decide, and how.
public struct DecisionRequest: Sendable {
  /// What is decided.
  public let decision: Decision
  /// The document.
  public let document: DocumentID
  /// The commit that holds the text; `nil` for HEAD.
  let revision: String?
  /// Who decides.
  let signer: Signer
  /// Whether rules that one loss would block are taken as they are.
  let acceptsWarnings: Bool

  /// To approve a text.
  public static func approval(
    of document: DocumentID, at revision: String? = nil, by signer: Signer, acceptsWarnings: Bool
  ) -> DecisionRequest {
    DecisionRequest(
      decision: .approve, document: document, revision: revision, signer: signer,
      acceptsWarnings: acceptsWarnings)
  }

  /// To send a text back.
  public static func rejection(
    of document: DocumentID, at revision: String? = nil, by signer: Signer
  ) -> DecisionRequest {
    DecisionRequest(
      decision: .reject, document: document, revision: revision, signer: signer,
      acceptsWarnings: false)
  }

  /// To take one's own newest decision back.
  public static func withdrawal(of document: DocumentID, by signer: Signer) -> DecisionRequest {
    DecisionRequest(
      decision: .withdraw, document: document, revision: nil, signer: signer,
      acceptsWarnings: false)
  }

  /// To say of the version in force that it was reviewed and is still right.
  public static func review(of document: DocumentID, by signer: Signer) -> DecisionRequest {
    DecisionRequest(
      decision: .reaffirm, document: document, revision: nil, signer: signer,
      acceptsWarnings: false)
  }

  /// To take the version in force, and all before it, out of force.
  public static func retirement(of document: DocumentID, by signer: Signer) -> DecisionRequest {
    DecisionRequest(
      decision: .retire, document: document, revision: nil, signer: signer, acceptsWarnings: false)
  }
}
