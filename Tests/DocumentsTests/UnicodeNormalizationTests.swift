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

  @Test func namesThatAFileSystemTakesForOne() {
    for (a, b) in [
      ("HEAD", "head"), ("É", "e\u{301}"), ("ſ", "S"), ("\u{212A}", "k"), ("m\u{200B}ain", "MAIN"),
      ("\u{3B1}\u{345}\u{301}", "\u{1FB4}"), ("Straße", "STRASSE"), ("", ""),
    ] {
      #expect(UnicodeNormalization.caseless(a) != nil)
      #expect(UnicodeNormalization.caseless(a) == UnicodeNormalization.caseless(b), "\(a) \(b)")
    }
    for (a, b) in [("main", "mains"), ("e", "é"), ("i", "\u{131}"), ("o", "0")] {
      #expect(UnicodeNormalization.caseless(a) != UnicodeNormalization.caseless(b), "\(a) \(b)")
    }
    #expect(
      UnicodeNormalization.caseless("e" + String(repeating: "\u{301}", count: 100_000)) == nil)
  }
}
