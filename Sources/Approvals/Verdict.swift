/// What Writ says of one ref under `refs/tags/writ/`, or of all of them.
public enum Verdict: String, Sendable, Comparable, CaseIterable {
  /// It holds.
  case valid
  /// The evidence that decides is not here.
  case indeterminate
  /// It is well written, but by somebody or under a key that it does not count for.
  case untrusted
  /// Signature, digest, name, target or place do not fit.
  case invalid
  /// It is not a statement, byte for byte.
  case malformed

  /// The graver last: where several fit, the gravest is said.
  public static func < (a: Verdict, b: Verdict) -> Bool { a.gravity < b.gravity }

  private var gravity: Int {
    switch self {
    case .valid: 0
    case .indeterminate: 1
    case .untrusted: 2
    case .invalid: 3
    case .malformed: 4
    }
  }
}

/// Why a verdict is not `valid`: stable codes that scripts may rely on.
public enum Reason: String, Sendable, CaseIterable {
  /// The bytes are not those of a tag as a statement needs it.
  case objectGrammar = "object-grammar"
  /// The message is not a statement.
  case statementGrammar = "statement-grammar"
  /// The signature is none of its format.
  case signatureGrammar = "signature-grammar"
  /// The tag says that it points at a commit, but does not.
  case targetType = "target-type"

  /// The ref does not point at an annotated tag.
  case notATag = "not-a-tag"
  /// The tag has no signature.
  case unsigned
  /// The ref's name is not the tag's: a whole object in the wrong place.
  case refMismatch = "ref-mismatch"
  /// The decision belongs to another repository: its root is not this one's.
  case otherRepository = "other-repository"
  /// The first line says something else than the fields.
  case subjectMismatch = "subject-mismatch"
  /// The tagged commit holds no such file, or something that is no regular file.
  case fileMissing = "file-missing"
  /// The file's bytes are not those that were signed.
  case digestMismatch = "digest-mismatch"
  /// The file is another document or version than is said.
  case documentMismatch = "document-mismatch"
  /// The signature does not fit the payload and the key.
  case badSignature = "bad-signature"
  /// A decision of a kind that the document does not take.
  case decisionNotAllowed = "decision-not-allowed"
  /// Another text of this version had been approved, and the signer had seen that.
  case versionTaken = "version-taken"
  /// A withdrawal of something that is no decision of the same person on the same text.
  case withdrawsMismatch = "withdraws-mismatch"

  /// The governance file acted under knows no such person.
  case unknownPerson = "unknown-person"
  /// The person does not hold the role.
  case roleNotHeld = "role-not-held"
  /// The key is not one of that person's.
  case keyNotRegistered = "key-not-registered"
  /// It is signed with another key than it says.
  case otherKey = "other-key"
  /// The security key did not make sure who used it, which its entry asks for.
  case userNotVerified = "user-not-verified"
  /// A browser was asked for the signature at another place than the key's entry allows.
  case originNotAllowed = "origin-not-allowed"
  /// The tagger is not the person who decides.
  case taggerMismatch = "tagger-mismatch"
  /// It is dated before something that it has seen.
  case timeContradicted = "time-contradicted"

  /// Its key was no longer good by the governance file acted under.
  case keyRevoked = "key-revoked"
  /// It was made under a governance file that never came into force.
  case governanceNotInForce = "governance-not-in-force"
  /// It serves no governance version: person, key or role stood no longer when it came.
  case noLongerEntitled = "no-longer-entitled"
  /// Somebody else may have had its key when it was made.
  case keyCompromised = "key-compromised"

  /// The tagged commit is not in this clone.
  case targetMissing = "target-missing"
  /// The governance file acted under is not in this clone.
  case governanceMissing = "governance-missing"
  /// The first governance version is not approved yet.
  case rootNotApproved = "root-not-approved"
  /// It is dated more than ten minutes after now.
  case inTheFuture = "in-the-future"
  /// It serves no governance version, unless a decision that is missing had seen it.
  case mayHaveBeenSeen = "may-have-been-seen"
  /// Its key is compromised, and nothing proves that it was made before.
  case timeNotProven = "time-not-proven"
  /// It needs something that this version of Writ cannot judge.
  case unsupported

  /// Whether it says that something is lacking here, without which nothing can be told.
  var isOpen: Bool {
    [.governanceMissing, .targetMissing, .rootNotApproved, .mayHaveBeenSeen, .unsupported]
      .contains(self)
  }

  /// The verdict that the reason leads to.
  public var verdict: Verdict {
    switch self {
    case .objectGrammar, .statementGrammar, .signatureGrammar, .targetType: .malformed
    case .notATag, .unsigned, .refMismatch, .otherRepository, .subjectMismatch, .fileMissing,
      .digestMismatch, .documentMismatch, .badSignature, .decisionNotAllowed, .versionTaken,
      .withdrawsMismatch:
      .invalid
    case .unknownPerson, .roleNotHeld, .keyNotRegistered, .otherKey, .userNotVerified,
      .originNotAllowed, .taggerMismatch, .timeContradicted, .keyRevoked, .governanceNotInForce,
      .noLongerEntitled, .keyCompromised:
      .untrusted
    case .targetMissing, .governanceMissing, .rootNotApproved, .inTheFuture, .mayHaveBeenSeen,
      .timeNotProven, .unsupported:
      .indeterminate
    }
  }
}
