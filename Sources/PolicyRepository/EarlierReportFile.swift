import Approvals
import Evidence
import Files
import FoundationEssentials
import Objects

/// The JSON of an earlier report as it lies in a file: of `verify`, or of a command that decides.
///
/// Anybody may have written it, so nothing in it is taken for more than its form allows. The decoder
/// of Swift bounds how deep it goes.
enum EarlierReportFile {
  /// Reads the file; refuses one that is no such report, or is damaged.
  static func read(_ path: String) throws -> EarlierReport {
    let bytes = try File.read(path, limit: mostBytes)
    let content: Content
    do { content = try JSONDecoder().decode(Content.self, from: Data(bytes)) } catch {
      throw notAReport(path)
    }
    guard let report = content.report else { throw notAReport(path) }
    return report
  }

  private static let mostBytes = 64 << 20

  private static func notAReport(_ path: String) -> Refusal {
    Refusal(
      .couldNot, "\(path) is neither a report of writ verify nor a receipt, or it is damaged",
      remedies: "name a file made with: writ verify --format json > FILE",
      "or the receipt that a decision printed with --format json")
  }

  fileprivate struct Content: Decodable {
    let schema: String
    let repository: String?
    let at: String
    let statements: [Statement]?
    let chain: [Link]?
    let decisions: [Receipt]?
  }

  fileprivate struct Statement: Decodable {
    let id: String?
    let ref: String
    let verdict: String
    let time: String?

    enum CodingKeys: String, CodingKey {
      case id, ref, verdict
      case time = "claimed-time"
    }
  }

  fileprivate struct Link: Decodable {
    let version: String
    let digest: String
    let since: String
  }

  fileprivate struct Receipt: Decodable {
    let statement: String
    let ref: String
    let time: String
  }
}

extension EarlierReportFile.Content {
  /// What it says; `nil` where it is no such report.
  fileprivate var report: EarlierReport? {
    guard let time = Instant(rfc3339: at) else { return nil }
    var root: Digest?
    if let repository {
      guard let digest = Digest(repository) else { return nil }
      root = digest
    }
    switch schema {
    case "writ.verify/1":
      guard let statements, let chain,
        let valid = allOrNone(
          statements.filter { $0.verdict == Verdict.valid.rawValue }
            .map { remembered($0.id, $0.ref, $0.time) }),
        let all = allOrNone(statements.compactMap(\.id).map { Digest($0) }),
        let links = allOrNone(chain.map(\.link))
      else { return nil }
      return EarlierReport(
        repository: root, time: time, valid: valid, all: Set(all), chain: links)
    case let schema where Decision.allCases.contains { schema == "writ.\($0.rawValue)/1" }:
      guard let decisions,
        let valid = allOrNone(decisions.map { remembered($0.statement, $0.ref, $0.time) })
      else { return nil }
      return EarlierReport(repository: root, time: time, valid: valid, all: nil, chain: [])
    default: return nil
    }
  }

  private func remembered(_ id: String?, _ ref: String, _ time: String?) -> Trust.Remembered? {
    guard let id = id.flatMap({ Digest($0) }), ref.hasPrefix("refs/tags/"),
      let name = StatementName(ref.dropFirst(10)), let time = time.flatMap({ Instant(rfc3339: $0) })
    else { return nil }
    return Trust.Remembered(id: id, name: name, time: time)
  }

  private func allOrNone<Value>(_ values: [Value?]) -> [Value]? {
    let found = values.compactMap(\.self)
    return found.count == values.count ? found : nil
  }
}

extension EarlierReportFile.Link {
  fileprivate var link: EarlierReport.Link? {
    guard let version = Version(version), let digest = Digest(digest),
      let since = Instant(rfc3339: since)
    else { return nil }
    return EarlierReport.Link(version: version, digest: digest, since: since)
  }
}
