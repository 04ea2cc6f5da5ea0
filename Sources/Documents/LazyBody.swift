import Markdown
import Synchronization

/// The body of a document, read as Markdown when it is first asked for: of most documents only the
/// front matter is looked at.
final class LazyBody: Sendable, Hashable {
  let source: Substring
  let firstLine: Int
  private let read = Mutex<MarkdownText?>(nil)

  init(_ source: Substring, firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
  }

  var text: MarkdownText {
    read.withLock { known in
      let text = known ?? MarkdownText(String(source), firstLine: firstLine)
      known = text
      return text
    }
  }

  static func == (a: LazyBody, b: LazyBody) -> Bool {
    a.firstLine == b.firstLine && a.source.utf8.elementsEqual(b.source.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(firstLine)
    hasher.combine(source)
  }
}
