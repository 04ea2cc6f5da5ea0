extension CSV {
  /// The rows of a table in the form of RFC 4180, as `CSV` writes it; `nil` where the bytes are none: each row
  /// ends with CR LF, and has as many cells as the first.
  static func rows(reading bytes: [UInt8]) -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var place = 0
    while place < bytes.count {
      guard let cell = cell(at: &place, in: bytes) else { return nil }
      row.append(cell)
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      guard bytes[place...].starts(with: "\r\n".utf8), row.count == rows.first?.count ?? row.count
      else { return nil }
      place += 2
      rows.append(row)
      row = []
    }
    return row.isEmpty && !rows.isEmpty ? rows : nil
  }

  /// The cell that begins there, up to the comma or the end of the row behind it.
  private static func cell(at place: inout Int, in bytes: [UInt8]) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    guard place < bytes.count, bytes[place] == quote else {
      let end = bytes[place...].firstIndex { ",\r\n\"".utf8.contains($0) } ?? bytes.count
      defer { place = end }
      return Array(bytes[place..<end])
    }
    var cell: [UInt8] = []
    place += 1
    while let end = bytes[place...].firstIndex(of: quote) {
      cell += bytes[place..<end]
      place = end + 1
      guard place < bytes.count, bytes[place] == quote else { return cell }
      cell.append(quote)
      place += 1
    }
    return nil
  }
}
