import Approvals
import Objects
import Signatures

/// The feed of what changed, in the form of Atom (RFC 4287).
extension Website {
  /// The characters of the file, in UTF-8.
  ///
  /// No name in it depends on where the website lies: an entry is called by the digest of what proves it
  /// (RFC 6920), and addresses are relative.
  var feed: String {
    let xml: XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <title>Policies of \(governance.organisation)</title>
      <id>\(Self.name(feedDigest))</id>
      <updated>\(updated)</updated>
      <author><name>\(governance.organisation)</name></author>
      <link rel="self" type="application/atom+xml" href="feed.xml"/>
      <link rel="alternate" type="text/html" href="index.html"/>
      \(events.map(Self.entry))</feed>

      """
    return xml.markup
  }

  private static func entry(_ event: WebsiteEvent) -> XML {
    """
    <entry>
    <title>\(event.title)</title>
    <id>\(name(event.digest))</id>
    <updated>\(event.time)</updated>
    <link rel="alternate" type="text/html" href="\(event.page)"/>
    <summary>\(event.words)</summary>
    </entry>

    """
  }

  /// When something happened last; while nothing has, when the people and rules were asked.
  private var updated: Instant { events.first?.time ?? header.time }

  /// One feed for each repository and each circle of readers.
  private var feedDigest: Digest {
    let root = header.repository?.description ?? ""
    return Digest.sha256(of: "writ feed\n\(root)\n\(readers.classification)\n".utf8)
  }

  /// The digest as a name: `ni:///sha-256;…` (RFC 6920, section 3).
  private static func name(_ digest: Digest) -> String {
    let base64 = digest.base64.replacing("+", with: "-").replacing("/", with: "_")
    return "ni:///sha-256;\(base64.replacing("=", with: ""))"
  }
}
