public import Approvals
import Objects

/// Who approved a version, as a sentence that stands before all proof of it.
public struct ApprovalInWords: Sendable {
  private let approved: DocumentStatus.Approved

  /// On the approvals that count for this version.
  public init(_ approved: DocumentStatus.Approved) { self.approved = approved }

  /// `Jane Doe, Chief Executive, approved version 2.0 on 1 December 2026 (own clock; not proven).`; a
  /// sentence each, in the order in which they say that they approved it.
  public var sentences: [String] {
    sentences { "\($0.person.name), \($0.role.title)," }
  }

  /// The same with the signers called as their readers may know them.
  func sentences(calling name: (VerifiedStatement) -> String) -> [String] {
    approved.approvals.sorted { ($0.time, $0.id) < ($1.time, $1.id) }.map { approval in
      "\(name(approval)) approved version \(approved.edition.version) on "
        + "\(approval.time.day.inWords) (\(Self.proof))."
    }
  }

  /// What the time rests on: so far nothing but the signer's own word, which no later token replaces.
  static let proof = "own clock; not proven"
}
