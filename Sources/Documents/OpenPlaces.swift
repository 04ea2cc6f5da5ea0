public import Markdown

extension Document {
  /// In how many places something is still to be filled in.
  public var openPlaces: Int { frontMatterPlaceholders.count + body.placeholders.count }
}

extension StrictYAML {
  /// What is still to be filled in, in values of strict YAML; keys of people, which are no words, are
  /// passed over. Nothing where it cannot be read.
  public static func placeholders(in bytes: [UInt8]) -> [Placeholder] {
    guard let root = try? read(bytes, limit: bytes.count) else { return [] }
    return root.words.flatMap { Placeholder.all(in: $0.text, line: $0.line) }
  }
}

extension YAMLNode {
  /// As `scalars`, without what stands under a key `keys`.
  fileprivate var words: [(text: String, line: Int)] {
    switch content {
    case .scalar: scalars
    case .sequence(let nodes): nodes.flatMap(\.words)
    case .mapping(let entries): entries.filter { $0.key.text != "keys" }.flatMap(\.value.words)
    }
  }
}
