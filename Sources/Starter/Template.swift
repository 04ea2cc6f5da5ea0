/// A text with fields such as `{{date}}` in it.
struct Template: Sendable {
  private let text: String

  /// A text that was built into the program.
  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// The text with the fields that are known; what is not stays, for the author to fill in.
  func filled(_ fields: [String: String]) -> String {
    // Field by field from the front, so that a value that looks like a field is not filled again.
    var filled = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      filled += rest[..<open.lowerBound]
      let name = String(rest[open.upperBound..<close.lowerBound])
      filled += fields[name] ?? "{{\(name)}}"
      rest = rest[close.upperBound...]
    }
    return filled + rest
  }
}

extension String {
  /// The text as a YAML scalar in double quotes.
  var yamlQuoted: String {
    "\"\(replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// The text as a YAML scalar, in quotes only where it could be taken for something else.
  var yamlScalar: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
    }
    return isPlain && first?.isLetter == true ? self : yamlQuoted
  }

  /// The text with a backslash before whatever Markdown would take for a mark.
  var markdownEscaped: String {
    var escaped = ""
    for character in self {
      if "\\`*_{}[]<>#&|~!".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
