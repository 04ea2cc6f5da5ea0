import Approvals
import Documents
import Objects
import Rules

/// The approved versions of a document in a pack: the exact bytes, and beside them a page to read.
extension EvidencePack.Entry {
  func files(of version: Version, in pack: EvidencePack) -> [PackFile] {
    [
      PackFile(path: "\(path(of: version)).\(suffix)", bytes: version.bytes),
      PackFile(path: "\(path(of: version)).html", text: page(of: version, in: pack)),
    ]
  }

  private func page(of version: Version, in pack: EvidencePack) -> String {
    let edition = version.approved.edition
    return Page(
      title: "\(edition.title) \(edition.version)",
      header: """
        <p class="kind"><a href="../../index.html">Evidence of \
        <bdi>\(pack.governance.organisation)</bdi></a></p>
        <h1 dir="auto">\(edition.title) \(edition.version)</h1>
        <p class="lead">\(standing(of: version))</p>
        \(observed(of: version))
        """,
      sections: [
        ("approval", "Who approved it", pack.approval(of: version)),
        ("changes", "What changed", changes(in: version)),
        ("text", "The text", text(of: version, marking: [])),
        ("compare", "To compare", comparison(of: version)),
      ],
      footer: pack.footer, style: EvidencePack.style
    ).html.markup
  }

  /// What is to be known of a version: of its text, and of the document where it is the one in force.
  func observed(of version: Version) -> HTML {
    let number = version.approved.edition.version
    let isInForce = status.inForce?.edition.digest == version.approved.edition.digest
    let ofDocument = isInForce ? observations : []
    let all = ofDocument + version.observations.filter { !ofDocument.contains($0) }
    let items: [HTML] = all.map {
      ObservationEntry.html(of: $0, ObservationEntry.words(of: $0, below: number))
    }
    return items.isEmpty ? "" : HTML.list(items)
  }

  /// The same of the document, behind where it stands.
  var observedInList: HTML {
    let parts: [HTML] = observations.map { observation in
      let words = ObservationEntry.words(of: observation, below: status.edition.version)
      return "<br>\(ObservationEntry.html(of: observation, words))"
    }
    return "\(parts)"
  }

  /// Why there is the version, and what became different.
  private func changes(in version: Version) -> HTML {
    let note = Document.parse(version.bytes, path: version.approved.edition.path).document?.change
    let words = [note?.summary, note?.reason].compactMap { $0 }
    let why: HTML = words.isEmpty ? "" : "<p dir=\"auto\">\(words.joined(separator: ". "))</p>\n"
    guard let (since, changes) = version.changes else {
      return "\(why)<p>All of it was new: no earlier version was approved.</p>\n"
    }
    let detail: HTML = changes.governance == nil ? changes.detailHTML : ""
    return "\(why)<p>Since version \(since):</p>\n\(changes.sentencesHTML)\(detail)"
  }

  /// Where the version stands, in a sentence.
  private func standing(of version: Version) -> HTML {
    let approved = version.approved
    if let inForce = status.inForce {
      if inForce.edition.digest == approved.edition.digest {
        return "In force since \(inForce.from.day.inWords)."
      }
      if approved.edition.version > inForce.edition.version {
        return "Approved; it comes into force on \(approved.from.day.inWords)."
      }
      return "No longer in force: version \(inForce.edition.version) has taken its place."
    }
    if let retirement = status.retirement {
      return "Retired on \(retirement.since.day.inWords)."
    }
    if let successor = status.successor {
      return
        "Replaced by “<bdi>\(successor.edition.title)</bdi>” on \(successor.since.day.inWords)."
    }
    return "Not in force."
  }

  /// The text as a reader sees it; the file itself where it is no Markdown.
  func text(of version: Version, marking quotations: [Quotation]) -> HTML {
    let edition = version.approved.edition
    let document =
      edition.kind == .governance
      ? nil : Document.parse(version.bytes, path: edition.path).document
    guard let document else {
      return
        "<pre dir=\"auto\"><code>\(String(decoding: version.bytes, as: UTF8.self))</code></pre>\n"
    }
    return """
      <article\(HTML.language(of: document)) dir="auto">
      \(HTML(markdown: String(document.bodySource), below: 2, marking: quotations))</article>

      """
  }

  private func comparison(of version: Version) -> HTML {
    let file = "\(path(of: version).split(separator: "/").last ?? "").\(suffix)"
    return """
      <p>The approved bytes lie beside this page: <a href="\(file)">\(file)</a>. Their fingerprint \
      (SHA-256), which each approval names:</p>
      <p class="print">\(version.approved.edition.digest)</p>

      """
  }
}
