/// Where a file lies in an archive, and what both of its headers say of it.
struct ZipMember {
  /// Its path: relative, of plain names.
  let path: String
  /// Whether it is deflated; else it lies there as it is.
  let isDeflated: Bool
  /// The CRC-32 of its bytes.
  let checksum: UInt
  /// How many bytes it has.
  let count: Int
  /// Where its bytes, or what they are deflated to, lie.
  let place: Range<Int>
}

/// What an archive says of its files, where it can be read in one way only.
///
/// A ZIP file is described twice, before each file and in a list at the end, and may hold bytes that neither
/// describes: so two programs can find different files in it. Here each byte up to the list belongs to one
/// file, in the order of the list; the list ends where the end record begins, which is the last 22 bytes; both
/// descriptions are the same; and there is no field, comment or size besides, in which another name or
/// another end could stand.
enum ZipList {
  /// Reads it; throws for whatever could be read in another way, is damaged, or is no plain file.
  static func members(of bytes: [UInt8], mostEntries: Int) throws(ArchiveError) -> [ZipMember] {
    let end = try end(of: bytes, mostEntries: mostEntries)
    var members: [ZipMember] = []
    var (place, header) = (0, end.list.lowerBound)
    for _ in 0..<end.count {
      let member = try member(at: place, describedAt: header, in: bytes, list: end.list)
      place = member.place.upperBound
      header += listed + member.path.utf8.count
      members.append(member)
    }
    guard place == end.list.lowerBound, header == end.list.upperBound else {
      throw ArchiveError("it holds bytes that belong to none of its files")
    }
    return members
  }

  /// How many files there are, and where the list of them lies (APPNOTE 4.3.16).
  private static func end(of bytes: [UInt8], mostEntries: Int) throws(ArchiveError) -> (
    list: Range<Int>, count: Int
  ) {
    let place = bytes.count - ended
    guard place >= 0, bytes.starts(with: local), sees(ending, at: place, in: bytes) else {
      throw ArchiveError(
        "it is no ZIP file, it is cut short, or something lies before or behind it")
    }
    let count = number(2, at: place + 10, in: bytes)
    let length = number(4, at: place + 12, in: bytes)
    let start = number(4, at: place + 16, in: bytes)
    guard number(4, at: place + 4, in: bytes) == 0, number(2, at: place + 8, in: bytes) == count
    else { throw ArchiveError("it is a part of a larger one") }
    guard count != 0xFFFF, length != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
      throw ArchiveError("it is of the form for very large ones (ZIP64)")
    }
    guard number(2, at: place + 20, in: bytes) == 0 else { throw ArchiveError("it has a comment") }
    guard count <= mostEntries else {
      throw ArchiveError("it has more than \(mostEntries) files")
    }
    guard count > 0, start + length == place else {
      throw ArchiveError("its list of files does not lie where its end says")
    }
    return (start..<place, count)
  }

  /// The file at that place, by its header there (APPNOTE 4.3.7) and by that in the list (4.3.12), which
  /// must be the same.
  private static func member(
    at place: Int, describedAt header: Int, in bytes: [UInt8], list: Range<Int>
  ) throws(ArchiveError) -> ZipMember {
    guard list.upperBound - header >= listed, sees(listing, at: header, in: bytes) else {
      throw ArchiveError("its list of files is damaged")
    }
    let length = number(2, at: header + 28, in: bytes)
    guard (1...longestName).contains(length), list.upperBound - header - listed >= length else {
      throw ArchiveError("it has a file without a name, or with one that is too long")
    }
    let name = bytes[(header + listed)..<(header + listed + length)]
    let flags = number(2, at: header + 8, in: bytes)
    let path = try path(name, isUTF8: flags & 1 << 11 != 0)
    let method = number(2, at: header + 10, in: bytes)
    guard [0, 8].contains(method) else {
      throw ArchiveError("\(path) in it is compressed in another way than usual")
    }
    try refuseExtras(at: header, flags, path, in: bytes)
    try refuseOthersThanFiles(number(4, at: header + 38, in: bytes), path)
    guard number(4, at: header + 42, in: bytes) == place else {
      throw ArchiveError("\(path) in it does not follow the file before it")
    }
    let start = place + first + length
    guard start <= list.lowerBound, sees(local, at: place, in: bytes),
      // From the version that it needs to the length of its name, and that it has no extra field.
      bytes[(place + 4)..<(place + first)].elementsEqual(bytes[(header + 6)..<(header + 32)]),
      bytes[(place + first)..<start].elementsEqual(name)
    else { throw ArchiveError("\(path) is described in two ways in it") }
    let stored = number(4, at: header + 20, in: bytes)
    let count = number(4, at: header + 24, in: bytes)
    guard stored <= list.lowerBound - start, method == 8 || stored == count else {
      throw ArchiveError("\(path) in it is cut short, or has bytes behind its end")
    }
    return ZipMember(
      path: path, isDeflated: method == 8, checksum: UInt(number(4, at: header + 16, in: bytes)),
      count: count, place: start..<(start + stored))
  }

  /// Refuses what one program reads and another passes over: an extra field (it may hold another name),
  /// a comment, sizes behind the file, and whatever else the flags call for.
  private static func refuseExtras(at header: Int, _ flags: Int, _ path: String, in bytes: [UInt8])
    throws(ArchiveError)
  {
    guard flags & 1 == 0 else { throw ArchiveError("\(path) in it is encrypted") }
    guard flags & 1 << 3 == 0 else {
      throw ArchiveError("the sizes of \(path) stand behind it, in a data descriptor")
    }
    // How well it is deflated, and that its name is UTF-8.
    guard flags & ~(3 << 1 | 1 << 11) == 0, number(2, at: header + 6, in: bytes) <= 20 else {
      throw ArchiveError("\(path) in it is stored in another way than usual")
    }
    guard number(2, at: header + 30, in: bytes) == 0 else {
      throw ArchiveError("\(path) in it has an extra field")
    }
    guard number(2, at: header + 32, in: bytes) == 0 else {
      throw ArchiveError("\(path) in it has a comment")
    }
    guard number(2, at: header + 34, in: bytes) == 0 else {
      throw ArchiveError("\(path) lies in another part of a larger one")
    }
  }

  /// By its attributes: of Unix, the upper half holds the mode, others leave it 0; of DOS, the lower half tells
  /// folders and names of disks.
  private static func refuseOthersThanFiles(_ attributes: Int, _ path: String) throws(ArchiveError)
  {
    guard [0, 0o100_000].contains(attributes >> 16 & 0o170_000), attributes & 0x18 == 0 else {
      throw ArchiveError("\(path) in it is a link, a folder or a device, not a file")
    }
  }

  /// Relative, of names between single slashes, none of them `.` or `..`, without `\` and control characters;
  /// in ASCII, or in UTF-8 that says so: else every program takes it for what it likes.
  private static func path(_ name: ArraySlice<UInt8>, isUTF8: Bool) throws(ArchiveError) -> String {
    let path = String(decoding: name, as: UTF8.self)
    guard path.utf8.elementsEqual(name), isUTF8 || name.allSatisfy({ $0 < 0x80 }) else {
      throw ArchiveError("it has a file with a name that is not UTF-8, or does not say so")
    }
    let isPlain =
      !name.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
      && name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    guard isPlain else {
      throw ArchiveError("it has a file with a name that none may have: \(path)")
    }
    return path
  }

  /// The number of so many bytes, the lowest first. The caller has seen that they are there.
  private static func number(_ count: Int, at place: Int, in bytes: [UInt8]) -> Int {
    bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func sees(_ signature: [UInt8], at place: Int, in bytes: [UInt8]) -> Bool {
    bytes[place...].starts(with: signature)
  }

  private static let local: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let listing: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let ending: [UInt8] = [0x50, 0x4B, 5, 6]
  /// How long the three headers are without names.
  private static let first = 30
  private static let listed = 46
  private static let ended = 22
  private static let longestName = 1024
}
