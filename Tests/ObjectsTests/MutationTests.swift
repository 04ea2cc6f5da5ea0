import Testing

@testable import Objects

/// Good objects with bytes changed at random: never a crash, and never another reading of a tag.
@Suite struct MutationTests {
  @Test func aChangedTagIsRefusedOrGivesItsBytesBack() throws {
    var random = SplitMix64(state: 20_261_201)
    let good = Array(TagObjectTests.good.utf8)
    var accepted = 0
    for round in 0..<10_000 {
      var changed = good
      for _ in 0...Int.random(in: 0..<4, using: &random) { changed.change(using: &random) }
      guard let tag = try? TagObject(changed) else { continue }
      accepted += 1
      let armor = try tag.signature == nil ? [] : tag.armor
      guard TagObject.bytes(payload: tag.payload, armor: armor) == changed else {
        Issue.record("round \(round)")
        continue
      }
      // A name and a message end where Git ends them.
      let text = "\ntag \(tag.name)\ntagger \(tag.tagger.name) <\(tag.tagger.email)> "
      if !String(decoding: tag.payload, as: UTF8.self).utf8.contains(text.utf8)
        || !tag.payload.elementsEqual(
          tag.payload.dropLast(tag.message.utf8.count) + tag.message.utf8)
      {
        Issue.record("round \(round)")
      }
    }
    #expect(accepted > 1000)
  }

  @Test func noFlippedBitLetsATagReadOtherwise() throws {
    let good = Array(TagObjectTests.good.utf8)
    for bit in 0..<good.count * 8 {
      var flipped = good
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let tag = try? TagObject(flipped) else { continue }
      let armor = try tag.signature == nil ? [] : tag.armor
      if TagObject.bytes(payload: tag.payload, armor: armor) != flipped {
        Issue.record("bit \(bit)")
      }
    }
  }

  @Test func aChangedCommitNeverCrashesAndItsPayloadIsUnsigned() {
    var random = SplitMix64(state: 7)
    let good = Array(
      (CommitObjectTests.headers + CommitObjectTests.signature + "\nA\n\nCo-authored-by: S <s@x>\n")
        .utf8)
    for round in 0..<10_000 {
      var changed = good
      for _ in 0...Int.random(in: 0..<4, using: &random) { changed.change(using: &random) }
      let commit = CommitObject(changed)
      _ = (commit.coAuthorAddresses, commit.addresses, commit.flaw, commit.encoding)
      guard case .armored(let armor, let payload) = commit.signature else { continue }
      let rest = CommitObject(payload)
      if rest.signature != CommitObject.Signature.none || rest.author != commit.author
        || rest.message != commit.message || armor.isEmpty
      {
        Issue.record("round \(round)")
      }
    }
  }

  @Test func aChangedTreeNeverCrashesAndNamesNothingOutside() {
    var random = SplitMix64(state: 9)
    let good =
      TreeObjectTests.entry("100644", "a.md") + TreeObjectTests.entry("40000", ".gitx")
      + TreeObjectTests.entry("120000", "z")
    for round in 0..<10_000 {
      var changed = good
      for _ in 0...Int.random(in: 0..<4, using: &random) { changed.change(using: &random) }
      guard let tree = try? TreeObject(changed) else { continue }
      for entry in tree.entries
      where ["", ".", "..", ".git"].contains(entry.name) || entry.name.utf8.contains(0x2F) {
        Issue.record("round \(round): \(entry.name)")
      }
    }
  }

  @Test func randomBytesNeverCrash() {
    var random = SplitMix64(state: 13)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try? TagObject(bytes)
      _ = try? TagObject(Array(TagObjectTests.headers.utf8) + bytes)
      for start in ["", CommitObjectTests.tree, CommitObjectTests.headers] {
        let commit = CommitObject(Array(start.utf8) + bytes)
        _ = (commit.coAuthorAddresses, commit.addresses, commit.flaw, commit.signature)
      }
      _ = try? TreeObject(bytes)
      _ = try? Ident(bytes[...])
      _ = (Version(text), Digest(text), Identifier(text), Interval(text), CalendarDate(text))
      _ = (ObjectID(hex: text), Instant(rfc3339: text), Characters.escaped(text))
    }
  }
}

extension [UInt8] {
  /// One small change: a byte, a space, a line feed, a mark, a cut, a doubling.
  mutating func change(using random: inout SplitMix64) {
    guard !isEmpty else { return }
    let index = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: self[index] = .random(in: 0...255, using: &random)
    case 1: self[index] = .random(in: 0x20...0x7E, using: &random)
    case 2: remove(at: index)
    case 3: insert(.random(in: 0...255, using: &random), at: index)
    case 4: insert(contentsOf: self[index...].prefix(8), at: index)
    case 5: insert(UInt8(ascii: "\n"), at: index)
    case 6: insert(UInt8(ascii: " "), at: index)
    case 7: insert(contentsOf: "\u{338}".utf8, at: index)
    default: removeLast(Swift.min(count, Int.random(in: 1...8, using: &random)))
    }
  }
}
