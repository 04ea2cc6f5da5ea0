/// Whether the text has the form of a language tag such as `en`, `pt-BR` or `zh-Hant-TW`: language,
/// and optionally script, region and variants (RFC 5646, section 2.1, without extensions). Whether
/// such a language is registered is not looked up.
func isLanguageTag(_ text: String) -> Bool {
  var subtags = text.split(separator: "-", omittingEmptySubsequences: false)[...]
  func isLetters(_ subtag: Substring) -> Bool {
    subtag.utf8.allSatisfy { (97...122).contains($0 | 0x20) }
  }
  func isDigits(_ subtag: some StringProtocol) -> Bool {
    subtag.utf8.allSatisfy { (48...57).contains($0) }
  }
  guard let language = subtags.popFirst(), (2...3).contains(language.utf8.count),
    isLetters(language)
  else { return false }
  if let script = subtags.first, script.utf8.count == 4, isLetters(script) { subtags.removeFirst() }
  if let region = subtags.first,
    region.utf8.count == 2 && isLetters(region) || region.utf8.count == 3 && isDigits(region)
  {
    subtags.removeFirst()
  }
  return subtags.allSatisfy { variant in
    variant.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) }
      && ((5...8).contains(variant.utf8.count)
        || variant.utf8.count == 4 && isDigits(variant.prefix(1)))
  }
}
