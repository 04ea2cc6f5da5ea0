import Objects

/// The picture as SVG within a page, a strip for each document, and below it the same in words.
///
/// Across, all is in shares of the width and letters keep their size, so that it fits a phone, a desk and
/// paper, which breaks between strips. Shapes tell the marks apart where no colour does. No element has a
/// style of its own, which the page's policy would not allow.
extension TimelinePicture {
  /// What the marks mean, and the strips.
  var html: HTML {
    let keys: [HTML] = Deed.allCases.map { deed in
      """
      <li><svg class="key" width="18" height="18" aria-hidden="true">\(Self.shape(of: deed, x: "9", y: 9))</svg> \
      \(deed.words)</li>

      """
    }
    let strips: [HTML] = rows.enumerated().map { html(of: $1, number: $0 + 1) }
    let rest: HTML =
      leftOut == 0
      ? "" : "<p>\(counted(leftOut, "further document")) would find no room in this picture.</p>\n"
    return """
      <p class="quiet">A bar is a version in force, a mark a decision. The broken line is \(end.day.inWords).</p>
      <ul class="keys">
      \(keys)</ul>
      \(strips)\(rest)
      """
  }

  private func html(of row: Row, number: Int) -> HTML {
    let bars: [HTML] = row.bars.map(svg)
    let marks: [HTML] = Deed.allCases.map { svg(of: $0, in: row) }
    let words = inWords(row)
    return """
      <div class="strip">
      <p class="name"><bdi>\(row.title)</bdi></p>
      <svg class="picture" role="img" aria-labelledby="picture-\(number) picture-\(number)-words" width="100%" \
      height="\(Self.height + 24)">
      <title id="picture-\(number)">\(row.title) over time</title>
      <desc id="picture-\(number)-words">\(words)</desc>
      \(axis)\(bars)\(marks)</svg>
      <p class="quiet">\(words)</p>
      </div>

      """
  }

  /// Where the strip ends and the names of the months begin.
  private static let height = 78
  private static let barTop = 52

  // MARK: Across

  /// A place across, in thousandths of the width.
  private struct Share: CustomStringConvertible, Comparable {
    let thousandths: Int64

    var description: String { "\(thousandths / 10).\(thousandths % 10)%" }

    static func < (a: Share, b: Share) -> Bool { a.thousandths < b.thousandths }
  }

  /// The first day that is not drawn any more: the first of a month.
  private var limit: CalendarDate { end.day.adding(days: 1 - end.day.day).adding(months: 1) }

  /// Where a moment stands; a mark at either end has its half of room.
  private func share(of time: Instant) -> Share {
    let all = limit.start.seconds - start.start.seconds
    let passed = min(max(time.seconds - start.start.seconds, 0), all)
    return Share(thousandths: 20 + 960 * passed / max(all, 1))
  }

  /// The months, of which at most four have a name, for that is what a phone is wide enough for.
  private var axis: HTML {
    let height = Self.height
    let count = (limit.year - start.year) * 12 + limit.month - start.month
    let step = Self.steps.first { $0 * 4 >= count } ?? count
    var html: HTML = ""
    for offset in 0..<count {
      let month = start.adding(months: offset)
      let isNamed = (month.year * 12 + month.month - 1) % step == 0
      guard isNamed || count <= 36 else { continue }
      let place = share(of: month.start)
      html.append(
        "<line class=\"\(isNamed ? "named" : "month")\" x1=\"\(place)\" y1=\"0\" x2=\"\(place)\" y2=\"\(height)\" />\n"
      )
      guard isNamed, place.thousandths <= 780 else { continue }
      html.append("<text x=\"\(place)\" y=\"\(height + 20)\">\(month.monthInShort)</text>\n")
    }
    let now = share(of: end)
    html.append(
      "<line class=\"asked\" x1=\"\(now)\" y1=\"0\" x2=\"\(now)\" y2=\"\(height)\" />\n")
    return html
  }

  /// How many months may lie between two names.
  private static let steps: [Int64] = [
    1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000,
  ]

  // MARK: Bars and marks

  private func svg(of bar: Bar) -> HTML {
    let top = Self.barTop
    let from = share(of: bar.from)
    let width = Share(
      thousandths: max(4, share(of: bar.until ?? end).thousandths - from.thousandths))
    let hasRoom = width.thousandths >= 30 * Int64(bar.version.description.utf8.count)
    let name: HTML =
      hasRoom
      ? "<svg class=\"inside\" x=\"\(from)\" y=\"\(top)\"><text x=\"5\" y=\"17\">\(bar.version)</text></svg>\n"
      : ""
    return """
      <rect class="\(bar.until == nil ? "bar now" : "bar")" x="\(from)" y="\(top)" width="\(width)" height="22">\
      <title>\(bar.inWords)</title></rect>
      \(name)
      """
  }

  /// The marks of one kind: what lies so close together that it would be one, is one.
  private func svg(of deed: Deed, in row: Row) -> HTML {
    var groups: [[Mark]] = []
    for mark in row.marks where mark.deed == deed {
      if let last = groups.indices.last, let first = groups[last].first,
        share(of: mark.time).thousandths - share(of: first.time).thousandths < 40
      {
        groups[last].append(mark)
      } else {
        groups.append([mark])
      }
    }
    let marks: [HTML] = groups.map { marks in
      Self.shape(
        of: deed, x: "\(share(of: marks[0].time))", y: deed.lane,
        title: deed.inWords(marks).joined(separator: "; "))
    }
    return "\(marks)"
  }

  /// The shape of a mark around a place.
  private static func shape(of deed: Deed, x: HTML, y: Int, title: String? = nil) -> HTML {
    let title: HTML = title.map { "<title>\($0)</title>" } ?? ""
    let shape: HTML =
      switch deed {
      case .approved: "<circle class=\"approved\" r=\"6\" />"
      case .sentBack: "<path class=\"sent-back\" d=\"M-6 -6L6 6M6 -6L-6 6\" />"
      case .takenBack: "<path class=\"taken-back\" d=\"M-7 0L5 -7L5 7Z\" />"
      case .reviewed: "<path class=\"reviewed\" d=\"M0 -8L8 0L0 8L-8 0Z\" />"
      case .retired: "<rect class=\"retired\" x=\"-6\" y=\"-6\" width=\"12\" height=\"12\" />"
      }
    return "<svg class=\"mark\" x=\"\(x)\" y=\"\(y)\">\(title)\(shape)</svg>\n"
  }

  /// What the strip shows, in a sentence.
  private func inWords(_ row: Row) -> String {
    let deeds = Deed.allCases.flatMap { deed in
      deed.inWords(row.marks.filter { $0.deed == deed })
    }
    let ahead = row.ahead.map { "version \($0.version) approved, in force from \($0.from.inWords)" }
    return (row.bars.map(\.inWords) + ahead + deeds).joined(separator: "; ").asSentence
  }

  // MARK: Style

  /// The rules for the picture.
  static let style: HTML = """
    .picture { display: block; font-size: 1rem; overflow: hidden; }
    .picture text { fill: var(--ink); }
    .picture .named { stroke: var(--line); }
    .strip { break-inside: avoid; margin: 1.25em 0; }
    .strip p { margin: .25em 0; }
    .strip .name { font-weight: 600; }
    .picture .month { stroke: var(--line); stroke-dasharray: 1 5; }
    .picture .asked { stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 6 4; }
    .bar { fill: var(--shade); stroke: var(--quiet); }
    .now { fill: var(--new-shade); stroke: var(--new); stroke-width: 2; }
    .mark, .inside { overflow: visible; }
    .mark * { stroke: var(--ink); stroke-width: 2; fill: var(--paper); }
    .mark .approved { fill: var(--new); stroke: var(--paper); }
    .mark .sent-back { stroke: var(--gone); stroke-width: 4; }
    .mark .taken-back { stroke: var(--warn); }
    .mark .reviewed { stroke: var(--new); stroke-width: 3; }
    .mark .retired { fill: var(--ink); stroke: var(--paper); }
    .keys { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .key { vertical-align: -.2em; }

    """
}

extension TimelinePicture.Bar {
  /// `version 1.0 in force from 1 December 2026 to 3 March 2027`.
  fileprivate var inWords: String {
    guard let until else { return "version \(version) in force since \(from.day.inWords)" }
    return "version \(version) in force from \(from.day.inWords) to \(until.day.inWords)"
  }
}

extension TimelinePicture.Deed {
  /// How far below the top of its row it is drawn: what was objected stands above what holds.
  fileprivate var lane: Int {
    switch self {
    case .sentBack: 11
    case .takenBack: 26
    case .approved, .reviewed, .retired: 41
    }
  }

  fileprivate var words: String {
    switch self {
    case .approved: "approval"
    case .sentBack: "sent back"
    case .takenBack: "decision taken back"
    case .reviewed: "reviewed, still right"
    case .retired: "retired"
    }
  }

  private func named(_ version: Version) -> String {
    switch self {
    case .approved: "approval of \(version)"
    case .takenBack: "decision on \(version) taken back"
    case .sentBack, .reviewed, .retired: "\(version) \(words)"
    }
  }

  /// For each version `approval of 1.0 on 1 December 2026, 3 March 2027`; of more than five days, how many
  /// more times. One approval of several that it takes makes nothing approved.
  fileprivate func inWords(_ marks: [TimelinePicture.Mark]) -> [String] {
    Dictionary(grouping: marks, by: \.version).sorted { $0.key < $1.key }.map { version, marks in
      var days: [CalendarDate] = []
      for day in marks.map(\.time.day) where days.last != day { days.append(day) }
      let told = days.prefix(5)
      let rest = marks.count { mark in !told.contains(mark.time.day) }
      return named(version)
        + " on \(told.map(\.inWords).joined(separator: ", "))"
        + (rest == 0 ? "" : " and \(counted(rest, "more time"))")
    }
  }
}

extension CalendarDate {
  /// `Dec 2026`.
  fileprivate var monthInShort: String {
    let words = inWords.split(separator: " ")
    return "\(words[1].prefix(3)) \(year)"
  }
}
