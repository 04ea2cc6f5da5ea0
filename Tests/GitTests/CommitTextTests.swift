import Objects
import Testing

@testable import Git

/// What commits say, as people read it.
@Suite struct CommitTextTests {
  @Test(arguments: [
    ("ISO-8859-1", [0x47, 0x72, 0xF6, 0xDF, 0x65], "Größe"),
    ("iso-8859-15", [0xA4], "€"), ("windows-1252", [0x80], "€"), ("EUC-JP", [0xB2, 0xFE], "改"),
    // Not of that encoding, not an encoding, and one that is not on the list.
    ("EUC-JP", [0xFF], "\\xFF"), ("../x//TRANSLIT", [0xE4], "\\xE4"), ("UTF-7", [0xE4], "\\xE4"),
    ("ISO-8859-1\0", [0xE4], "\\xE4"), ("", [0x41, 0x07, 0xE4, 0x42], "A\u{7}\\xE4B"),
  ])
  func whatACommitSaysIsOfTheEncodingThatItNames(
    _ encoding: String, _ bytes: [UInt8], _ text: String
  ) {
    #expect(commit("encoding \(encoding)\n").text(bytes) == text)
  }

  @Test func textThatIsUTF8IsTakenForThatWhateverIsSaid() {
    #expect(commit("encoding ISO-8859-1\n").text(Array("Größe".utf8)) == "Größe")
    #expect(commit("").text(Array("Größe".utf8)) == "Größe")
  }

  @Test func withoutAnEncodingOtherBytesAreShownOneByOne() {
    let commit = commit("")
    #expect(commit.text([0x47, 0xF6, 0x65]) == "G\\xF6e")
    #expect(commit.text(Array("ä".utf8) + [0xC3]) == "ä\\xC3")
    #expect(commit.text([0xE2, 0x82]) == "\\xE2\\x82")
    #expect(commit.text([]) == "")
  }

  @Test func whatPeopleWouldNotReadIsOdd() {
    let plain =
      "tree 0123456789abcdef0123456789abcdef01234567\nauthor A <a@x> 1 +0000\n"
      + "committer A <a@x> 1 +0000\n"
    func oddity(_ rest: String, _ bytes: [UInt8] = []) -> String? {
      CommitObject(Array((plain + rest).utf8) + bytes).oddity
    }
    #expect(oddity("\nÄ\n") == nil)
    #expect(oddity("encoding ISO-8859-1\n\nA", [0xE4]) == nil)
    #expect(oddity("encoding utf-8\n\nA") == nil)
    #expect(oddity("\nA", [0xE4]) != nil)
    #expect(oddity("encoding klingon\n\nA\n") != nil)
    #expect(oddity("author B <b@x> 1 +0000\n\nA\n") != nil)
  }

  private func commit(_ header: String) -> CommitObject {
    CommitObject(
      Array(
        ("tree 0123456789abcdef0123456789abcdef01234567\nauthor A <a@x> 1 +0000\n"
          + "committer A <a@x> 1 +0000\n\(header)\nA\n").utf8))
  }
}
