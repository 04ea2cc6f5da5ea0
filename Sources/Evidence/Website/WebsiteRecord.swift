import Objects
import Signatures

/// What a website says of itself in `site.json`: whose it is, for whom, and each of its files, so that
/// it is known again when the next one is to take its place.
struct WebsiteRecord {
  /// Its path from the top of the website.
  static let path = "site.json"

  private let website: Website
  private let files: [PackFile]

  /// The record of these files, which are all the others.
  init(_ website: Website, files: [PackFile]) {
    self.website = website
    self.files = files
  }

  /// The file.
  var file: PackFile {
    let files = self.files.map { file -> JSONValue in
      ["path": .string(file.path), "sha256": .string(Digest.sha256(of: file.bytes).hex)]
    }
    let record: JSONValue = [
      "schema": "writ.site/1", "repository": JSONValue(website.header.repository),
      "audience": .string(website.readers.classification), "at": JSONValue(website.header.time),
      "files": .array(files),
    ]
    return PackFile(path: Self.path, text: record.document)
  }
}
