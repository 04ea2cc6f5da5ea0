import Objects
import Signatures

/// A page of one file that loads nothing, and runs nothing but a script of its own if it has one, whoever
/// opens it with whatever browser.
struct Page {
  /// What the browser calls it; foreign text.
  let title: String
  /// What stands above all.
  let header: HTML
  /// The parts of the page: an id, what a list of them calls it, and what it says below its heading.
  let sections: [(id: HTML, name: HTML, content: HTML)]
  /// What stands below all.
  let footer: HTML

  /// What it looks like: all pages alike, and below that what this one adds.
  var style = Page.style

  /// What stands at the head besides: links to what belongs to it.
  var links = HTML()

  /// The one script that may run, with what it reads; nearly no page has one, and each is whole without.
  var script: (code: HTML, data: JSONValue)?

  /// The digest by which the policy names the style or the script: nothing but these is applied or runs,
  /// and nothing is loaded.
  private static func digest(of code: HTML) -> String { Digest.sha256(of: code.markup.utf8).base64 }

  private var permission: HTML {
    script.map { " script-src 'sha256-\(Self.digest(of: $0.code))';" } ?? ""
  }

  private var scripts: HTML {
    script.map { code, data in
      """
      <script type="application/json" id="data">\(HTML(data: data))</script>
      <script>\(code)</script>

      """
    } ?? ""
  }

  /// The whole file.
  var html: HTML {
    let items: [HTML] = sections.map { "<li><a href=\"#\($0.id)\">\($0.name)</a></li>\n" }
    let parts: [HTML] = sections.map { id, name, content in
      """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(name)</h2>
      \(content)</section>

      """
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(Self.digest(of: style))';\(permission) base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="format-detection" content="telephone=no">
      <title>\(title)</title>
      \(links)<style>\(style)</style>
      </head>
      <body>
      <header>
      \(header)</header>
      <nav aria-label="On this page">
      <ul>
      \(items)</ul>
      </nav>
      <main>
      \(parts)</main>
      <footer>
      \(footer)</footer>
      \(scripts)</body>
      </html>

      """
  }

  /// Sizes in `rem`, so that a reader's own size of text holds; colours with a contrast of 7 to 1 or
  /// more for what is read. What is new or gone is told by lines as well as by colour.
  static let style: HTML = """

    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --quiet: #4d4d4d; --line: #ccc;
      --shade: #f4f4f2; --link: #0b3d91; --new: #0f5120; --new-shade: #e3f4e6; --gone: #8a1111;
      --gone-shade: #fbe6e6; --warn: #6b4200; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ececec; --paper: #161616; --quiet: #b8b8b8; --line: #4a4a4a; --shade: #232323;
        --link: #a3c4ff; --new: #a6e3b2; --new-shade: #17301c; --gone: #ffb3b3; --gone-shade: #3a1a1a;
        --warn: #ffd28a; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1rem; max-width: 44rem; color: var(--ink); background: var(--paper);
      font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
      overflow-wrap: anywhere; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; text-wrap: balance; }
    h1 { font-size: 1.75rem; margin-top: .25em; }
    h2 { font-size: 1.375rem; border-top: 1px solid var(--line); padding-top: 1em; }
    h3 { font-size: 1.1875rem; }
    h4, h5, h6 { font-size: 1.0625rem; }
    p, ul, ol, dl, pre, blockquote { margin: .75em 0; }
    ul, ol { padding-inline-start: 1.5em; }
    li { margin: .35em 0; }
    .tight p { margin: 0; }
    .task { list-style: none; margin-inline-start: -1.25em; }
    .task > p:first-child { display: inline; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, .wide:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, "Liberation Mono", monospace;
      font-size: 1rem; }
    pre { background: var(--shade); border: 1px solid var(--line); border-radius: .375rem;
      padding: .75rem; white-space: pre-wrap; tab-size: 4; }
    blockquote { margin-inline: 0; padding-inline-start: 1rem;
      border-inline-start: 4px solid var(--line); }
    li li li ul, li li li ol, blockquote blockquote blockquote blockquote { padding-inline: 0;
      border: 0; }
    hr { border: 0; border-top: 1px solid var(--line); }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid var(--line); padding: .4rem .5rem; text-align: start;
      vertical-align: top; }
    .wide { overflow-x: auto; margin: .75em 0; }
    .wide table { overflow-wrap: break-word; }
    .wide th, .wide td { min-width: 7rem; }
    .left { text-align: left; }
    .center { text-align: center; }
    .right { text-align: right; }
    .facts { table-layout: fixed; }
    .facts th { width: 9.5rem; font-weight: 600; background: var(--shade); }
    article { border: 1px solid var(--line); border-radius: .375rem; padding: 0 .75rem;
      margin: 1.5rem 0; }
    .whole { white-space: nowrap; }
    .kind, .quiet, .address, .image { color: var(--quiet); }
    .kind { margin: 0; }
    .lead { font-size: 1.1875rem; }
    .reason { white-space: pre-line; border-inline-start: 4px solid var(--line);
      padding-inline-start: 1rem; }
    .bad { color: var(--gone); font-weight: 600; }
    .warn { color: var(--warn); font-weight: 600; }
    .raw { color: var(--quiet); }
    .print { font-family: ui-monospace, "SFMono-Regular", Menlo, "Liberation Mono", monospace;
      font-size: 1.0625rem; letter-spacing: .03em; }
    ins { color: var(--new); background: var(--new-shade); text-decoration: underline;
      text-decoration-thickness: 2px; }
    del { color: var(--gone); background: var(--gone-shade); text-decoration: line-through; }
    .new, .gone { border-inline-start: 4px solid; padding-inline: .75rem; padding-block: .1rem; }
    .new { border-color: var(--new); background: var(--new-shade); }
    .gone { border-color: var(--gone); background: var(--gone-shade); }
    .lines { white-space: pre-wrap; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .note { display: grid; grid-template-columns: 2rem 1fr; }
    .note p { margin: 0 0 .5em; }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
    nav li { margin: 0; }
    nav a { display: inline-block; padding: .375rem 0; }
    summary { cursor: pointer; padding: .5rem 0; }
    footer { border-top: 1px solid var(--line); margin-top: 2rem; color: var(--quiet); }
    @media print {
      :root { --ink: #000; --paper: #fff; --quiet: #333; --link: #000; --shade: #fff; --line: #999;
        --new: #000; --new-shade: #fff; --gone: #000; --gone-shade: #fff; --warn: #000; }
      body { max-width: none; padding: 0; font-size: 11pt; }
      nav { display: none; }
      .wide { overflow: visible; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      tr { break-inside: avoid; }
      a[rel]::after { content: " (" attr(href) ")"; }
    }

    """
}
