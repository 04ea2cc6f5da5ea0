import Markdown

extension Document {
  /// In how many places something is still to be filled in.
  public var openPlaces: Int { frontMatterPlaceholders.count + body.placeholders.count }
}
