import Testing

@testable import Archives

/// A ZIP file shows every program the same files: what could be read in two ways is refused, each for its
/// own reason. The archives are put together by hand, so that one thing at a time is otherwise.
@Suite struct ZipFaceTests {
  /// An archive as it is written down, byte by byte.
  private struct Handmade {
    struct Member {
      var name = "a.txt"
      var nameInList: String?
      var content = Array("text\n".utf8)
      /// What lies there; else the content as it is.
      var stored: [UInt8]?
      var method: UInt16 = 0
      var flags: UInt16 = 0
      var needed: UInt16 = 20
      var date: UInt16 = 0x5D81
      var dateInList: UInt16?
      var count: UInt32?
      var countInList: UInt32?
      var extra: [UInt8] = []
      var extraInList: [UInt8] = []
      var comment: [UInt8] = []
      var attributes: UInt32 = 0o100_644 << 16
      var place: UInt32?
      var disk: UInt16 = 0
      /// What lies behind it.
      var rest: [UInt8] = []
    }

    var members = [Member()]
    var beforeList: [UInt8] = []
    var behindList: [UInt8] = []
    var comment: [UInt8] = []
    var count: UInt16?
    var countHere: UInt16?
    var length: UInt32?
    var place: UInt32?
    var disk: UInt16 = 0

    var bytes: [UInt8] {
      var files: [UInt8] = []
      var list: [UInt8] = []
      for member in members {
        let start = UInt32(files.count)
        let stored = member.stored ?? member.content
        let name = Array(member.name.utf8)
        let nameInList = member.nameInList.map { Array($0.utf8) } ?? name
        let (sum, count) = (Self.checksum(member.content), UInt32(member.content.count))
        files +=
          [0x50, 0x4B, 3, 4] + two(member.needed) + two(member.flags) + two(member.method)
          + two(0x5000) + two(member.date) + four(sum) + four(UInt32(stored.count))
          + four(member.count ?? count) + two(UInt16(name.count)) + two(UInt16(member.extra.count))
          + name + member.extra + stored + member.rest
        list +=
          [0x50, 0x4B, 1, 2] + two(3 << 8 | 20) + two(member.needed) + two(member.flags)
          + two(member.method) + two(0x5000) + two(member.dateInList ?? member.date) + four(sum)
          + four(UInt32(stored.count)) + four(member.countInList ?? member.count ?? count)
          + two(UInt16(nameInList.count)) + two(UInt16(member.extraInList.count))
          + two(UInt16(member.comment.count)) + two(member.disk) + two(0) + four(member.attributes)
          + four(member.place ?? start) + nameInList + member.extraInList + member.comment
      }
      let start = UInt32(files.count + beforeList.count)
      let count = self.count ?? UInt16(members.count)
      return files + beforeList + list + behindList + [0x50, 0x4B, 5, 6] + two(disk) + two(disk)
        + two(countHere ?? count) + two(count) + four(length ?? UInt32(list.count))
        + four(place ?? start) + two(UInt16(comment.count)) + comment
    }

    private func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
    private func four(_ number: UInt32) -> [UInt8] {
      two(UInt16(number & 0xFFFF)) + two(UInt16(number >> 16))
    }

    /// CRC-32 as in APPNOTE 4.4.7, a bit at a time.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(~0) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
      }
    }

    /// The content in one block of RFC 1951 that is not compressed.
    static func deflated(_ content: [UInt8]) -> [UInt8] {
      let count = UInt16(content.count)
      return [1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
        + content
    }
  }

  private static func made(_ change: (inout Handmade) -> Void) -> [UInt8] {
    var archive = Handmade()
    change(&archive)
    return archive.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> [ZipArchive.Entry] {
    try ZipArchive.entries(of: bytes, mostEntries: 9, mostBytes: 1 << 20) { _ in true }
  }

  private func expectRefusal(_ why: String, _ change: (inout Handmade) -> Void) {
    let error = #expect(throws: ArchiveError.self) { try read(Self.made(change)) }
    #expect(error?.description.contains(why) == true, "\(String(describing: error))")
  }

  /// The control: what is altered below is read where nothing is.
  @Test func whatHasOneFaceIsRead() throws {
    let text = Array("text\n".utf8)
    let archive = Self.made { archive in
      archive.members = [
        .init(), .init(name: "b/c", stored: Handmade.deflated(text), method: 8, flags: 1 << 11 | 2),
        .init(name: "b/é", content: [], flags: 1 << 11, attributes: 0x20),
      ]
    }
    #expect(
      try read(archive) == [
        .init(path: "a.txt", bytes: text), .init(path: "b/c", bytes: text),
        .init(path: "b/é", bytes: []),
      ])
  }

  @Test func anExtraFieldIsRefused() {
    // The field of Info-ZIP that gives a file another name (APPNOTE 4.6.9): version, CRC-32, name.
    let name: [UInt8] = [0x75, 0x70, 10, 0, 1, 0, 0, 0, 0] + Array("b.txt".utf8)
    expectRefusal("extra field") { $0.members[0].extraInList = name }
    expectRefusal("two ways") { $0.members[0].extra = name }
    expectRefusal("extra field") {
      $0.members[0].extra = name
      $0.members[0].extraInList = name
    }
    // A time stamp, as `zip` writes it, and sizes of 64 bits.
    for field in [[0x55, 0x54, 5, 0, 1, 0, 0, 0, 0], [1, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0]] {
      expectRefusal("extra field") { $0.members[0].extraInList = field.map { UInt8($0) } }
    }
  }

  @Test func whatLiesBetweenOrBehindTheFilesIsRefused() {
    let hidden = Array("hidden".utf8)
    expectRefusal("belong to none") { $0.members[0].rest = hidden }
    expectRefusal("belong to none") { $0.beforeList = hidden }
    expectRefusal("does not lie where") { $0.behindList = hidden }
    expectRefusal("belong to none") {
      $0.behindList = hidden
      $0.length = UInt32(46 + 5 + hidden.count)
    }
    expectRefusal("does not follow") {
      $0.members.append(.init(name: "b"))
      $0.members[0].rest = hidden
    }
    // A whole file that the list does not name.
    expectRefusal("belong to none") { $0.beforeList = Array(Handmade().bytes.prefix(40)) }
  }

  @Test func whatLiesBeforeOrBehindAllIsRefused() {
    let archive = Handmade().bytes
    for bytes in [
      [0] + archive, archive + [0], Array("#!/bin/sh\n".utf8) + archive, archive + archive,
    ] {
      #expect(throws: ArchiveError.self) { try read(bytes) }
    }
    // As self-extracting ones are made: with places that fit.
    expectRefusal("does not follow") { archive in
      archive.members[0].place = 10
    }
  }

  @Test func aSecondEndIsRefused() {
    let end = Array(Handmade().bytes.suffix(22))
    // As a comment of the first, which whoever looks for it from the end finds first.
    expectRefusal("does not lie where") { $0.comment = end }
    expectRefusal("cut short, or something") { $0.comment = end + [0] }
    expectRefusal("does not lie where") { $0.behindList = end }
    expectRefusal("belong to none") { $0.beforeList = end }
    // One whose list is the other list.
    let twice = Self.made { archive in
      archive.beforeList = Array(Handmade().bytes.dropFirst(40))
    }
    #expect(throws: ArchiveError.self) { try read(twice) }
  }

  @Test func commentsAreRefused() {
    expectRefusal("cut short, or something") { $0.comment = Array("by x".utf8) }
    expectRefusal("has a comment") { $0.members[0].comment = Array("by x".utf8) }
    // A comment that is announced, and not there.
    var bytes = Handmade().bytes
    bytes[bytes.count - 2] = 4
    #expect(throws: ArchiveError("it has a comment")) { try read(bytes) }
  }

  @Test func sizesBehindAFileAreRefused() {
    expectRefusal("data descriptor") { $0.members[0].flags = 1 << 3 }
    expectRefusal("data descriptor") { archive in
      archive.members[0].flags = 1 << 3
      archive.members[0].rest = [0x50, 0x4B, 7, 8] + [UInt8](repeating: 0, count: 12)
    }
  }

  @Test func twoDescriptionsOfOneFileAreRefused() {
    expectRefusal("two ways") { $0.members[0].nameInList = "b.txt" }
    expectRefusal("two ways") { $0.members[0].nameInList = "a.txt2" }
    expectRefusal("two ways") { $0.members[0].dateInList = 0x5D82 }
    expectRefusal("two ways") { $0.members[0].countInList = 4 }
    for place in 4..<30 where place != 18 {
      // Each byte of the first header, while the list stays.
      var bytes = Handmade().bytes
      bytes[place] ^= 1
      #expect(throws: ArchiveError.self, "byte \(place)") { try read(bytes) }
    }
  }

  @Test func filesThatShareBytesAreRefused() {
    expectRefusal("does not follow") { $0.members = [.init(), .init(name: "b", place: 0)] }
    // The first ends within the second, which is whole.
    expectRefusal("does not follow") { archive in
      archive.members = [.init(content: Array("longer text\n".utf8)), .init(name: "b", place: 37)]
    }
    // In another order than that of the list.
    let size = UInt32(30 + 5 + 5)
    expectRefusal("does not follow") {
      $0.members = [.init(place: size), .init(name: "b.txt", place: 0)]
    }
    expectRefusal("does not follow") { $0.members[0].place = 0x7FFF_FFFF }
  }

  @Test func streamsThatDoNotUseUpTheirBytesAreRefused() {
    let text = Array("text\n".utf8)
    let stream = Handmade.deflated(text)
    for (stored, count) in [
      (stream + [0], nil), (stream + stream, nil), (Array(stream.dropLast()), nil), ([], nil),
      (stream, 4), (stream, 6), (Handmade.deflated(text + text), nil),
      ([0] + stream.dropFirst(), nil),
      ([0xFF, 0xFF], nil),
    ] as [([UInt8], UInt32?)] {
      expectRefusal("is damaged") {
        $0.members[0].method = 8
        $0.members[0].stored = stored
        $0.members[0].count = count
      }
    }
    expectRefusal("bytes behind its end") { $0.members[0].stored = text + [0] }
    expectRefusal("is damaged") { $0.members[0].stored = Array("Text\n".utf8) }
  }

  @Test func namesThatAreOneSomewhereAreRefused() {
    for names in [
      ["a", "a"], ["a", "A"], ["x/Index.html", "X/index.html"], ["a", "a/b"], ["a/b", "a"],
      ["a/b/c", "A"], ["A/b", "a/B/c"], ["caf\u{E9}", "cafe\u{301}"],
    ] {
      expectRefusal("one name") { archive in
        archive.members = names.map { .init(name: $0, flags: 1 << 11) }
      }
    }
    expectRefusal("does not say so") { $0.members[0].name = "caf\u{E9}" }
  }

  @Test func otherFormsAreRefused() {
    expectRefusal("ZIP64") { $0.count = 0xFFFF }
    expectRefusal("ZIP64") { $0.place = 0xFFFF_FFFF }
    expectRefusal("ZIP64") { $0.length = 0xFFFF_FFFF }
    expectRefusal("larger one") { $0.disk = 1 }
    expectRefusal("larger one") { $0.countHere = 2 }
    expectRefusal("larger one") { $0.members[0].disk = 1 }
    expectRefusal("another way than usual") { $0.members[0].needed = 45 }
    expectRefusal("another way than usual") { $0.members[0].method = 12 }
    for bit in 4...15 where bit != 11 {
      expectRefusal("another way than usual") { $0.members[0].flags = 1 << UInt16(bit) }
    }
    expectRefusal("encrypted") { $0.members[0].flags = 1 }
    for attributes in [0o040_755 << 16, 0o120_777 << 16, 0x10, 0o100_644 << 16 | 0x10, 8] {
      expectRefusal("a link, a folder or a device") {
        $0.members[0].attributes = UInt32(attributes)
      }
    }
    expectRefusal("list of files is damaged") { $0.count = 2 }
    expectRefusal("more than 9 files") { $0.count = 10 }
    expectRefusal("does not lie where") { $0.count = 0 }
    expectRefusal("without a name") { $0.members[0].name = "" }
    expectRefusal("too long") { $0.members[0].name = String(repeating: "a", count: 1025) }
    expectRefusal("unpacks to more") {
      $0.members[0].count = 0xFFFF_FFFE; $0.members[0].method = 8
    }
  }
}
