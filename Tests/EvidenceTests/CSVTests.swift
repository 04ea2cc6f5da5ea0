import Testing

@testable import Evidence

/// Tables for spreadsheets: what a cell holds is read as it was, and nothing of it runs.
@Suite struct CSVTests {
  private func csv(_ cells: String?...) -> String {
    CSV(
      of: [cells],
      columns: [
        .init("first") { $0[0] }, .init("second") { $0.count > 1 ? $0[1] : nil },
      ]
    ).text
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("a\nb", "\"a\nb\""),
    ("é日", "é日"), ("", ""), ("a\u{202E}\u{1B}[31m\r", "a\\u{202E}\\u{1B}[31m\\u{D}"),
    ("1-2", "1-2"), ("a = b", "a = b"), ("a, -b", "\"a, -b\""), ("'a", "'a"),
  ])
  func whatACellHoldsIsReadAsItWas(_ cell: String, _ written: String) {
    #expect(csv(cell) == "first,second\r\n\(written),\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(1)", "'@SUM(1)"), ("  =1", "'  =1"),
    ("\t=1", "\"\t'=1\""), ("\n=1", "\"\n'=1\""), ("\u{A0}=1", "'\u{A0}=1"), ("＝1", "'＝1"),
    ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"), ("\"=1", "\"'\"\"=1\""), ("a;=1", "\"a;'=1\""),
    ("a; \"-1", "\"a;' \"\"-1\""), ("a\n@b", "\"a\n'@b\""), ("\r=1", "\\u{D}=1"),
    (
      "=HYPERLINK(\"https://evil.example\",\"a\")",
      "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"a\"\")\""
    ),
  ])
  func whatWouldRunIsInert(_ cell: String, _ written: String) {
    #expect(csv("", cell) == "first,second\r\n,\(written)\r\n")
  }

  @Test func aRowHasTheColumnsOfTheHeader() {
    let rows = [(1, "a"), (2, nil)]
    #expect(
      CSV(of: rows, columns: [.init("number") { "\($0.0)" }, .init("letter") { $0.1 }]).text
        == "number,letter\r\n1,a\r\n2,\r\n")
    #expect(CSV(of: [String](), columns: [.init("letter") { $0 }]).text == "letter\r\n")
  }
}
