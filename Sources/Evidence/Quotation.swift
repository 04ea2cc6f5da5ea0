import Markdown

/// Words of a text that are quoted elsewhere on a page.
struct Quotation: Sendable {
  /// The slug of the heading below which they stand.
  let section: String
  /// The words, white space folded or not.
  let words: String
  /// What the place is called where they are quoted, and its id on the page.
  let name: String
  let target: HTML
}

/// Where quotations stand among the events of a text: the first place of each, in the prose of its
/// section, as `MarkdownText.Section.says` finds it.
struct QuotationPlaces {
  /// A part of a quotation within the words of one event.
  struct Mark {
    /// The bytes of the words, in UTF-8.
    let bytes: Range<Int>
    let quotation: Quotation
    /// Whether the quotation ends here.
    let isLast: Bool
  }

  /// The marks, by the position of the event.
  private(set) var marks: [Int: [Mark]] = [:]

  init(of quotations: [Quotation], in events: [MarkdownEvent]) {
    for quotation in quotations {
      let prose = SectionProse(of: quotation.section, in: events)
      let words = Array(quotation.words.whiteSpaceFolded.utf8)
      guard let end = endOfFirst(words, in: prose.bytes) else { continue }
      var parts: [(event: Int, bytes: Range<Int>)] = []
      for origin in prose.origins[(end - words.count)..<end] {
        guard let origin else { continue }
        if let last = parts.last, last.event == origin.event {
          parts[parts.count - 1].bytes = last.bytes.lowerBound..<origin.byte + 1
        } else {
          parts.append((origin.event, origin.byte..<origin.byte + 1))
        }
      }
      for (place, part) in parts.enumerated() {
        marks[part.event, default: []].append(
          Mark(bytes: part.bytes, quotation: quotation, isLast: place == parts.count - 1))
      }
    }
  }
}

/// The prose of a section, white space folded, each byte with where it comes from.
private struct SectionProse {
  private(set) var bytes: [UInt8] = []
  /// The event and the byte in its text; `nil` for a space between two.
  private(set) var origins: [(event: Int, byte: Int)?] = []
  private var isSpacePending = false

  init(of slug: String, in events: [MarkdownEvent]) {
    /// What is open, and whether it is prose.
    var open: [Bool] = []
    var level: Int?
    for (position, event) in events.enumerated() {
      switch event {
      case .begin(.heading(let rank, let found)):
        if let level, found != nil, rank <= level { return }
        if level == nil, found == slug { level = rank }
        open.append(found == nil && open.last ?? true)
        isSpacePending = true
      case .begin(let element):
        open.append((open.last ?? true) && element.isProse)
        if !element.isWithinLine { isSpacePending = true }
      case .end: open.removeLast()
      case .text(let text), .code(let text):
        if level != nil, open.last ?? true { append(text, from: position) }
      case .softBreak, .lineBreak: isSpacePending = true
      default: break
      }
    }
  }

  private mutating func append(_ text: String, from event: Int) {
    var byte = 0
    for scalar in text.unicodeScalars {
      let scalarBytes = Array(String(scalar).utf8)
      if scalar.isSpace {
        isSpacePending = true
      } else {
        if isSpacePending, !bytes.isEmpty {
          bytes.append(0x20)
          origins.append(nil)
        }
        isSpacePending = false
        bytes += scalarBytes
        origins += scalarBytes.indices.map { (event, byte + $0) }
      }
      byte += scalarBytes.count
    }
  }
}

extension MarkdownEvent.Element {
  /// Whether what stands in it counts as words of the text.
  fileprivate var isProse: Bool {
    switch self {
    case .image, .struckThrough, .footnote: false
    default: true
    }
  }

  /// Whether it stands between words, and so begins no new line.
  fileprivate var isWithinLine: Bool {
    switch self {
    case .emphasis, .strong, .struckThrough, .link, .image: true
    default: false
    }
  }
}
