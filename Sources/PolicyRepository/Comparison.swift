import Approvals
import Documents
import Evidence
import Git

/// Compares two versions of a document by section: `Documents` knows the sections, `Git` finds what
/// differs in them.
struct Comparison {
  private let old: SectionedText
  private let new: SectionedText

  /// What changed between the bytes of two versions that can be read.
  static func changes(
    from old: (bytes: [UInt8], path: String), to new: (bytes: [UInt8], path: String)
  ) throws -> SectionChanges {
    guard let before = SectionedText(old.bytes, path: old.path),
      let after = SectionedText(new.bytes, path: new.path)
    else { throw Refusal(.couldNot, "\(new.path) cannot be divided into sections") }
    let isGovernance = new.path == DocumentFolders.governancePath
    return try Comparison(old: before, new: after).changes(
      isNothing: old.bytes == new.bytes,
      governance: isGovernance ? governanceChanges(from: old.bytes, to: new.bytes) : nil)
  }

  /// What is new of a version before which there was none: all of it.
  static func changes(toFirst new: (bytes: [UInt8], path: String)) throws -> SectionChanges {
    guard let after = SectionedText(new.bytes, path: new.path) else {
      throw Refusal(.couldNot, "\(new.path) cannot be divided into sections")
    }
    let nothing = SectionedText(facts: [], head: [], sections: [])
    return try Comparison(old: nothing, new: after).changes(isNothing: false)
  }

  private static func governanceChanges(from old: [UInt8], to new: [UInt8]) -> GovernanceChanges? {
    guard let before = Governance.parse(old).governance,
      let after = Governance.parse(new).governance
    else { return nil }
    return GovernanceChanges(from: before, to: after)
  }

  private func changes(isNothing: Bool, governance: GovernanceChanges? = nil) throws
    -> SectionChanges
  {
    let facts = facts
    let pairs = SectionPairs(old: old.sections, new: new.sections).pairs
    let moved = try moved(pairs)
    return SectionChanges(
      facts: facts, head: facts.isEmpty ? try Self.lines(old.head, new.head) : [],
      sections: try pairs.compactMap { try section($0, moved) }, isNothing: isNothing,
      governance: governance)
  }

  /// The entries that differ, in the order of the newer version, and behind them those that are gone.
  private var facts: [SectionChanges.Fact] {
    let before = Dictionary(old.facts.map { ($0.name, $0.value) }) { first, _ in first }
    let names = Set(new.facts.map(\.name))
    return new.facts.filter { before[$0.name] != $0.value }.map {
      SectionChanges.Fact(name: $0.name, old: before[$0.name], new: $0.value)
    }
      + old.facts.filter { !names.contains($0.name) }.map {
        SectionChanges.Fact(name: $0.name, old: $0.value, new: nil)
      }
  }

  private func section(_ pair: SectionPairs.Pair, _ moved: Set<Int>) throws
    -> SectionChanges.Section?
  {
    let before = pair.old.map { old.sections[$0] }
    let after = pair.new.map { new.sections[$0] }
    let lines = try Self.lines(before?.text ?? [], after?.text ?? [])
    guard let before else {
      return .init(heading: after?.heading, kind: .added, lines: lines, words: [])
    }
    guard let after else {
      return .init(heading: before.heading, kind: .removed, lines: lines, words: [])
    }
    let was = before.heading == after.heading ? nil : before.heading
    let isMoved = pair.old.map(moved.contains) ?? false
    guard was != nil || isMoved || !lines.isEmpty else { return nil }
    return .init(
      heading: after.heading, kind: .changed(was: was, isMoved: isMoved), lines: lines,
      words: try Self.words(before.words, after.words))
  }

  /// The places in the older text of sections that stand in another order now: as few as can be.
  private func moved(_ pairs: [SectionPairs.Pair]) throws -> Set<Int> {
    let now = pairs.filter { $0.new != nil }.compactMap(\.old)
    let difference = try Self.difference(now.sorted().map(String.init), now.map(String.init), nil)
    return Set(difference.filter { $0.change == .added }.compactMap { Int($0.text) })
  }

  private static func lines(_ old: [String], _ new: [String]) throws -> [SectionChanges.Line] {
    try difference(old, new, 1).map { .init($0.change.told, $0.text, place: $0.hunk) }
  }

  private static func words(_ old: [String], _ new: [String]) throws -> [SectionChanges.Word] {
    try difference(old, new, nil).map { .init($0.change.told, $0.text) }
  }

  /// Words, like lines, are compared one a line.
  private static func difference(_ old: [String], _ new: [String], _ context: UInt32?) throws
    -> [LineDifference.Line]
  {
    func bytes(_ lines: [String]) -> [UInt8] { lines.flatMap { Array($0.utf8) + [0x0A] } }
    return try LineDifference(old: bytes(old), new: bytes(new), context: context).lines
  }
}

extension SectionedText.Section {
  /// All its lines.
  fileprivate var text: [String] { headingLines + lines }
}

extension LineDifference.Change {
  fileprivate var told: SectionChanges.Change {
    switch self {
    case .same: .same
    case .added: .added
    case .removed: .removed
    }
  }
}
