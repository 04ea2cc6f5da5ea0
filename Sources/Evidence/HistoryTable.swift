import Objects

/// The history as a table for a spreadsheet: a row for each event, with the columns that JSON has keys for.
extension HistoryReport: TableReport {
  /// The table, in the form of RFC 4180.
  public var csv: String {
    CSV(of: timeline.events.map(\.json), columns: Self.columns).text
  }

  private static var columns: [CSV.Column<JSONValue>] {
    [
      column("time"), column("type"), column("document"), column("version-before"),
      column("version"), column("decision"), column("person"), column("role"), column("author"),
      column("committer"), column("summary"), column("verdict"), column("reason"),
      column("message"), column("counts"), column("not-before"), column("not-after"),
      column("out-of-order"), column("proven-time"), column("withdraws"), column("statement"),
      column("commit"), column("signature"), column("flaw"),
    ]
  }

  private static func column(_ name: StaticString) -> CSV.Column<JSONValue> {
    CSV.Column(name) { $0.cell(of: name.description) }
  }
}

extension JSONValue {
  /// What a member of the object holds, as a cell; `nil` where it is absent or `null`.
  fileprivate func cell(of key: String) -> String? {
    guard case .object(let members) = self else { return nil }
    return switch members.first(where: { $0.key == key })?.value {
    case .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .number(let value): "\(value)"
    case .null, .array, .object, nil: nil
    }
  }
}
