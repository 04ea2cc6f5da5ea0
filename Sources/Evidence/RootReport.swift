public import Objects

/// The root of the repository, and whether the person who asks knows it from outside.
public struct RootReport: Report {
  private let header: ReportHeader
  private let tip: Digest?
  private let isHere: Bool

  /// The root stands in the header; `tip` is the newest governance version that is known with it,
  /// and `isHere` says whether the repository holds that first version at all.
  public init(_ header: ReportHeader, tip: Digest?, isHere: Bool) {
    self.header = header
    self.tip = tip
    self.isHere = isHere
  }

  /// Whether there is a root.
  public var isYes: Bool { header.repository != nil }

  /// For people.
  public var text: DisplayText {
    var text = DisplayText()
    guard let root = header.repository else {
      text.line("There is no first version of the people and rules here yet.")
      return text
    }
    text.line("\(root)")
    if header.isRootPinned && isHere {
      text.line("You have pinned it: this is the repository that you know.")
    } else if header.isRootPinned {
      text.line("You have pinned it, but this repository is another: it holds nothing of it.")
    }
    if let tip, tip != root { text.line("The newest version that you know: \(tip)") }
    text.append(header.caution)
    return text
  }

  /// The object of `writ.root/1` (`docs/cli.md`).
  public var json: JSONValue {
    header.json(
      "root",
      [
        "root": JSONValue(header.repository), "tip": JSONValue(tip),
      ])
  }
}
