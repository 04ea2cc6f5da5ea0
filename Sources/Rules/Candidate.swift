import Approvals
import Documents
public import Objects

/// A text that is judged, with what is approved of the same document.
struct Candidate {
  let path: String
  let bytes: [UInt8]
  let version: Version
  /// The line on which its version stands.
  let line: Int
  /// What it says; `nil` for `writ.yaml`.
  let document: Document?
  /// The approved versions, lowest first; at least one.
  let approved: [ApprovedText]

  /// What is approved under its version.
  var approvedUnderItsVersion: ApprovedText? { approved.first { $0.version == version } }

  /// Whether these very bytes are approved.
  var isApproved: Bool { approved.contains { $0.bytes == bytes } }

  /// The versions that may follow the highest approved one, for messages: `1.1 or 2.0`.
  var nextVersions: String {
    guard let highest = approved.map(\.version).max() else { return "1.0" }
    return "\(highest.major).\(UInt64(highest.minor) + 1) or \(UInt64(highest.major) + 1).0"
  }
}

extension Snapshot {
  /// The documents in which rules that compare them with what is approved have found something.
  public func documents(comparedIn findings: [Finding]) -> Set<DocumentID> {
    let rules = [NewVersion.id, VersionStep.id, MinorChange.id]
    return Set(
      findings.filter { rules.contains($0.rule) }.compactMap { finding in
        finding.path == DocumentFolders.governancePath
          ? .governance : document(at: finding.path)?.id
      })
  }

  /// Whether the very bytes of a document are approved, as far as it is known.
  func isApproved(_ document: Document) -> Bool {
    guard let approved = approved[document.id],
      case .bytes(let bytes)? = files.first(where: { $0.path == document.path })?.content
    else { return false }
    return approved.contains { $0.bytes == bytes }
  }

  /// The texts that are judged and of whose documents something is approved.
  var candidates: [Candidate] {
    guard !approved.isEmpty else { return [] }
    return judgedFiles.compactMap { file in
      guard case .bytes(let bytes) = file.content else { return nil }
      if file.path == DocumentFolders.governancePath {
        guard let texts = approved[.governance], let governance = governance?.governance else {
          return nil
        }
        return Candidate(
          path: file.path, bytes: bytes, version: governance.version,
          line: Self.lineOfVersion(in: bytes), document: nil, approved: texts)
      }
      guard let document = document(at: file.path),
        let texts = approved[document.id], !texts.isEmpty
      else { return nil }
      return Candidate(
        path: file.path, bytes: bytes, version: document.version,
        line: document.line(of: "version"), document: document, approved: texts)
    }
  }

  private static func lineOfVersion(in bytes: [UInt8]) -> Int {
    let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (rows.firstIndex { $0.starts(with: "version:".utf8) } ?? 0) + 1
  }
}
