import Documents

/// Pieces that many pages are made of.
extension HTML {
  /// Foreign words within a sentence of ours: letters that run from right to left turn only themselves.
  static func name(_ text: some CustomStringConvertible) -> HTML { "<bdi>\(text)</bdi>" }

  /// A list without numbers.
  static func list(_ items: [HTML]) -> HTML {
    let items: [HTML] = items.map { "<li>\($0)</li>\n" }
    return "<ul>\n\(items)</ul>\n"
  }

  /// The attribute that says in which language a text is, where the text says it.
  static func language(of text: Document) -> HTML {
    text.language.map { " lang=\"\($0)\"" } ?? ""
  }
}
