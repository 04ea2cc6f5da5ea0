import Objects

/// A table for a spreadsheet, in the form of RFC 4180: UTF-8, a row of headers, each row ended by CR LF.
///
/// Every cell is foreign, and there is one way in. What a spreadsheet would run instead of showing it, since
/// it begins like a formula, gets an apostrophe in front; control, bidirectional and invisible characters
/// come out as on a terminal. Each row has the columns of the header.
struct CSV: Sendable {
  /// A column of the table.
  struct Column<Row> {
    fileprivate let header: StaticString
    fileprivate let cell: (Row) -> String?

    /// A column of that name, which holds that of each row.
    init(_ header: StaticString, cell: @escaping (Row) -> String?) {
      self.header = header
      self.cell = cell
    }
  }

  /// The characters of the file.
  let text: String

  /// A table of these rows; what a row has nothing of is an empty cell.
  init<Row>(of rows: [Row], columns: [Column<Row>]) {
    let header = columns.map(\.header.description)
    text = ([header] + rows.map { row in columns.map { $0.cell(row) ?? "" } })
      .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// The cell as it stands between commas (RFC 4180, section 2).
  private static func quoted(_ cell: String) -> String {
    let inert = inert(Characters.escaped(cell))
    guard inert.utf8.contains(where: { "\",;\t\n".utf8.contains($0) }) else { return inert }
    return "\"" + inert.replacing("\"", with: "\"\"") + "\""
  }

  /// The text with an apostrophe before whatever a spreadsheet might take for a formula: what begins with one
  /// of its characters, in full width too, behind any white space or quotation marks. Where a country
  /// writes decimals with a comma, spreadsheets begin a new cell at a semicolon.
  private static func inert(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    var start = shown.endIndex
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, "=+-@＝＋－＠".unicodeScalars.contains(scalar) {
        shown.insert("'", at: start)
      }
      shown.append(scalar)
      if ";\t\n".unicodeScalars.contains(scalar) {
        start = shown.endIndex
        isAtStart = true
      } else if scalar != "\"", !scalar.properties.isWhitespace {
        isAtStart = false
      }
    }
    return String(shown)
  }
}
