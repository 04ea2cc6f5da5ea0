import Documents
import Testing

@Suite struct UnicodeNormalizationTests {
  @Test func composedIsNFC() {
    for text in ["", "plain", "é", "Überprüfung", "目的", "한국어", "q\u{307}\u{323}"] {
      #expect(
        UnicodeNormalization.isNFC(text) == (text != "q\u{307}\u{323}"), "\(text.debugDescription)")
    }
    #expect(!UnicodeNormalization.isNFC("e\u{301}"))
    #expect(!UnicodeNormalization.isNFC("\u{212B}"))
    #expect(UnicodeNormalization.nfc("e\u{301}")?.utf8.elementsEqual("\u{E9}".utf8) == true)
    #expect(UnicodeNormalization.nfc("") == "")
  }

  @Test func pilesOfMarksAreRefusedInTime() {
    let pile =
      "e" + String(repeating: "\u{301}", count: 100_000)
      + String(repeating: "\u{323}", count: 100_000)
    let time = ContinuousClock().measure { #expect(!UnicodeNormalization.isNFC(pile)) }
    #expect(time < .seconds(1))
    #expect(UnicodeNormalization.nfc(pile) == nil)
  }
}
