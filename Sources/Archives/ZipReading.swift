import CMinizip

extension ZipArchive {
  /// The files of an archive, in its order.
  ///
  /// Anybody may have made it. Throws for what can be read in more than one way (`ZipList`), is damaged or cut
  /// short, or is empty; a name that is no relative path of plain names, that `isAllowed` refuses, that
  /// stands twice, also in other letters, or is the folder of another; a link, a folder, an encrypted file;
  /// more than `mostEntries`, and more bytes in all than 64 MiB and a hundred times those of the archive, or
  /// than `mostBytes`.
  public static func entries(
    of bytes: [UInt8], mostEntries: Int = 100_000, mostBytes: Int,
    isAllowed: (String) -> Bool
  ) throws(ArchiveError) -> [Entry] {
    let members = try ZipList.members(of: bytes, mostEntries: mostEntries)
    var names = Names()
    for member in members {
      guard isAllowed(member.path) else {
        throw ArchiveError("it has a file with a name that none may have: \(member.path)")
      }
      guard names.take(member.path) else {
        throw ArchiveError("two of its files have one name: \(member.path)")
      }
    }
    var left = min((64 << 20) + 100 * min(bytes.count, mostBytes), mostBytes)
    var entries: [Entry] = []
    for member in members {
      guard member.count <= left else {
        throw ArchiveError("it unpacks to more than it may: \(member.path)")
      }
      left -= member.count
      entries.append(Entry(path: member.path, bytes: try content(of: member, in: bytes)))
    }
    return entries
  }

  /// Names of files and of the folders above them, by which no two files may be one on any computer.
  private struct Names {
    private var files: Set<String> = []
    private var folders: Set<String> = []

    /// Takes the name of a file; `false` where another has it, or has it for a folder.
    mutating func take(_ path: String) -> Bool {
      let name = path.lowercased()
      guard !folders.contains(name), files.insert(name).inserted else { return false }
      var folder = name[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        if files.contains(String(folder)) { return false }
        // Those above it are there.
        if !folders.insert(String(folder)).inserted { break }
      }
      return true
    }
  }

  /// The bytes of a file, which must be as many as it says, and have its checksum.
  private static func content(of member: ZipMember, in bytes: [UInt8]) throws(ArchiveError)
    -> [UInt8]
  {
    let stored = bytes[member.place]
    let content = member.isDeflated ? try inflated(stored, of: member) : Array(stored)
    guard content.count == member.count, checksum(content) == member.checksum else {
      throw ArchiveError("\(member.path) in it is damaged")
    }
    return content
  }

  /// What a deflated file holds (RFC 1951), which must end with the last of these bytes; at most a little
  /// more than it says.
  private static func inflated(_ deflated: ArraySlice<UInt8>, of member: ZipMember)
    throws(ArchiveError) -> [UInt8]
  {
    var stream = z_stream()
    guard writ_inflate_raw_init(&stream) == Z_OK else {
      throw ArchiveError("there is no memory for \(member.path)")
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(run, member.count + 1))
    let isWhole = deflated.withUnsafeBufferPointer { input in
      // zlib only reads there.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      while output.count <= member.count {
        let (result, count) = buffer.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(clamping: buffer.count)
          let result = inflate(&stream, Z_NO_FLUSH)
          return (result, buffer.count - Int(stream.avail_out))
        }
        output += buffer[..<count]
        if result == Z_STREAM_END { return stream.avail_in == 0 }
        // No progress is what a stream that is cut short looks like.
        guard result == Z_OK, count > 0 || stream.avail_in > 0 else { return false }
      }
      return false
    }
    guard isWhole else {
      throw ArchiveError("\(member.path) in it is damaged, or has bytes behind its end")
    }
    return output
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    var sum = crc32(0, nil, 0)
    for start in stride(from: 0, to: bytes.count, by: run) {
      let end = min(start + run, bytes.count)
      sum = bytes[start..<end].withUnsafeBufferPointer {
        crc32(sum, $0.baseAddress, UInt32($0.count))
      }
    }
    return sum
  }
}
