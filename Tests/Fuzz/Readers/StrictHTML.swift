/// Reads HTML as no browser does: what is not written as we write it, is refused. So what it takes
/// every browser takes alike, and none finds in it what is not listed here.
struct StrictHTML {
  /// The elements that a text may have, with their attributes.
  private static let elements: [String: Set<String>] = [
    "p": [], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"], "hr": [],
    "blockquote": [], "ul": ["class"], "ol": ["class", "start"], "li": ["class"],
    "pre": ["class"], "div": ["class", "id", "role", "aria-label", "tabindex"], "table": [],
    "thead": [], "tbody": [], "tr": [], "th": ["scope", "class"], "td": ["class"],
    "a": ["href", "rel"],
    "em": [], "strong": [], "s": [], "code": ["class"], "span": ["class"], "sup": ["id"], "br": [],
  ]
  private static let withoutEnd: Set<String> = ["hr", "br"]
  /// Those that hold words; browsers end a paragraph where anything else begins.
  private static let ofWords: Set<String> = [
    "p", "h2", "h3", "h4", "h5", "h6", "th", "td", "a", "em", "strong", "s", "code", "span", "sup",
  ]
  private static let withinWords: Set<String> = [
    "a", "em", "strong", "s", "code", "span", "sup", "br",
  ]
  private static let addresses = ["#text-", "#note-", "http://", "https://", "mailto:"]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var ids: Set<String> = []
  private var targets: [String] = []

  /// Throws `Broken` where the markup of a text is not as it must be.
  static func read(_ markup: String) throws {
    var reader = StrictHTML(markup)
    try reader.read()
  }

  private init(_ markup: String) { bytes = Array(markup.utf8) }

  private mutating func read() throws {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): try readTag()
      case UInt8(ascii: "&"): try readEntity()
      case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        throw Broken(description: "markup stands in the text: \(here)")
      case 0x09, 0x0A, 0x20...0x7E, 0x80...: index += 1
      default: throw Broken(description: "a control character stands in the text: \(here)")
      }
    }
    try hold(open.isEmpty, "never ended: \(open)")
    try hold(targets.allSatisfy(ids.contains), "a link leads nowhere: \(targets)")
  }

  private var here: String {
    String(decoding: bytes[max(0, index - 40)..<min(bytes.count, index + 40)], as: UTF8.self)
  }

  private mutating func readEntity() throws {
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
    guard let entity = entities.first(where: { bytes[index...].starts(with: $0.utf8) }) else {
      throw Broken(description: "an entity that we do not write: \(here)")
    }
    index += entity.utf8.count
  }

  private mutating func readTag() throws {
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
      throw Broken(description: "a tag that does not end: \(here)")
    }
    let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " })
    guard let attributes = Self.elements[name] else {
      throw Broken(description: "an element that is not listed: \(here)")
    }
    if tag == "/\(name)" {
      try hold(open.popLast() == name, "ended, but not begun: \(here)")
    } else {
      try hold(!tag.hasPrefix("/"), "a tag that we do not write: \(here)")
      if let around = open.last, Self.ofWords.contains(around) {
        try hold(Self.withinWords.contains(name), "a block within words: \(here)")
      }
      try hold(name != "a" || !open.contains("a"), "a link within a link: \(here)")
      try readAttributes(tag.dropFirst(name.count), of: attributes)
      if !Self.withoutEnd.contains(name) { open.append(name) }
    }
    index = end + 1
  }

  private mutating func readAttributes(_ text: Substring, of allowed: Set<String>) throws {
    var rest = text.utf8[...]
    var known: Set<String> = []
    while !rest.isEmpty {
      let space = rest.first
      let name = rest.dropFirst().prefix { $0 == UInt8(ascii: "-") || (97...122).contains($0) }
      let behind = rest.dropFirst(1 + name.count)
      let value = behind.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
      rest = behind.dropFirst(2 + value.count)
      guard space == UInt8(ascii: " "), behind.starts(with: "=\"".utf8),
        rest.popFirst() == UInt8(ascii: "\"")
      else { throw Broken(description: "attributes that we do not write: \(text)") }
      try hold(
        allowed.contains(String(Substring(name))), "an attribute that is not listed: \(text)")
      try hold(known.insert(String(Substring(name))).inserted, "an attribute stands twice: \(text)")
      try readValue(String(Substring(value)), of: String(Substring(name)))
    }
  }

  private mutating func readValue(_ value: String, of name: String) throws {
    switch name {
    case "id":
      // As bytes: to a String, a hyphen with a combining mark behind it is another character.
      try hold(
        value.utf8.starts(with: "text-".utf8) || value.utf8.starts(with: "note-".utf8),
        "an id of the page: \(value)")
      try hold(!value.contains(where: \.isWhitespace), "an id with a space: \(value)")
      try hold(ids.insert(value).inserted, "an id stands twice: \(value)")
    case "href":
      try hold(
        Self.addresses.contains { value.lowercased().utf8.starts(with: $0.utf8) },
        "an address: \(value)")
      if value.utf8.first == UInt8(ascii: "#") {
        targets.append(String(Substring(value.utf8.dropFirst())))
      }
    case "start": try hold(Int(value) != nil, "no number: \(value)")
    default:
      try hold(
        value.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " " || $0 == "0") },
        "a value that we do not write: \(value)")
    }
  }
}
