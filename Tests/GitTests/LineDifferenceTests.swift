import Testing

@testable import Git

/// What changed between two texts.
@Suite struct LineDifferenceTests {
  @Test func equalTextsHaveNoDifference() throws {
    for text in ["", "a", "a\nb\n"] { #expect(try difference(text, text) == []) }
  }

  @Test func linesAreAddedRemovedAndKept() throws {
    #expect(try difference("a\nb\nc\n", "a\nB\nc\nd\n") == [" a", "-b", "+B", " c", "+d"])
    #expect(try difference("", "a\nb\n") == ["+a", "+b"])
    #expect(try difference("a\nb\n", "") == ["-a", "-b"])
  }

  @Test func threeLinesStandAroundAChange() throws {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("10\n", with: "ten\n")
    #expect(
      try difference(old, new) == [" 7", " 8", " 9", "-10", "+ten", " 11", " 12", " 13"])
  }

  @Test func asManyLinesStandAroundAChangeAsAreAskedFor() throws {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("10\n", with: "")
    #expect(try difference(old, new, context: 1) == [" 9", "-10", " 11"])
    #expect(try difference(old, new, context: nil).count == 20)
  }

  @Test func placesThatAreFarApartAreCounted() throws {
    let old = (1...40).map { "\($0)\n" }.joined()
    let new = old.replacing("\n5\n", with: "\nfive\n").replacing("\n35\n", with: "\n")
    let lines = try LineDifference(old: Array(old.utf8), new: Array(new.utf8)).lines
    #expect(Set(lines.map(\.hunk)) == [0, 1])
    #expect(lines.filter { $0.change != .same }.map(\.hunk) == [0, 0, 1])
  }

  @Test func aMissingLineFeedAtTheEndIsNoLine() throws {
    #expect(try difference("a\nb", "a\nc") == [" a", "-b", "+c"])
    #expect(try difference("a", "a\n") == ["-a", "+a"])
  }

  @Test func aCarriageReturnBelongsToItsLine() throws {
    #expect(try difference("a\r\nb\n", "a\nb\n") == ["-a\r", "+a", " b"])
  }

  @Test func bytesThatAreNoTextAreRepaired() throws {
    let lines = try LineDifference(old: [], new: [0x61, 0xFF, 0, 0x0A]).lines
    #expect(lines.map(\.text) == ["a\u{FFFD}\0"])
  }

  /// Each line as ` a`, `-a` or `+a`.
  private func difference(_ old: String, _ new: String, context: UInt32? = 3) throws -> [String] {
    let difference = try LineDifference(
      old: Array(old.utf8), new: Array(new.utf8), context: context)
    return difference.lines.map { line in
      switch line.change {
      case .same: " \(line.text)"
      case .added: "+\(line.text)"
      case .removed: "-\(line.text)"
      }
    }
  }
}
