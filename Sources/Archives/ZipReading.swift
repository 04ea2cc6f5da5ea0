import CMinizip

extension ZipArchive {
  /// The files of an archive, in its order.
  ///
  /// Anybody may have made it. Throws for what is damaged or cut short, is empty, or has anything before it or
  /// behind it; a name that is no relative path of
  /// plain names, that `isAllowed` refuses, or that stands twice, also in other letters; a link, a folder,
  /// an encrypted file; more than `mostEntries`, and more bytes in all than 64 MiB and a hundred times
  /// those of the archive, or than `mostBytes`.
  public static func entries(
    of bytes: [UInt8], mostEntries: Int = 100_000, mostBytes: Int,
    isAllowed: (String) -> Bool
  ) throws(ArchiveError) -> [Entry] {
    let memory = ArchiveMemory(bytes)
    var functions = memory.functions
    guard isWhole(bytes), let file = unzOpen2_64(nil, &functions) else {
      throw ArchiveError("it is no ZIP file, or it is cut short")
    }
    defer { unzClose(file) }
    var left = min((64 << 20) + 100 * min(bytes.count, mostBytes), mostBytes)
    var entries: [Entry] = []
    var names: Set<String> = []
    var result = unzGoToFirstFile(file)
    while result == UNZ_OK {
      guard entries.count < mostEntries else {
        throw ArchiveError("it has more than \(mostEntries) files")
      }
      let path = try path(of: file)
      guard isPlain(path), isAllowed(path) else {
        throw ArchiveError("it has a file with a name that none may have: \(path)")
      }
      guard names.insert(path.lowercased()).inserted else {
        throw ArchiveError("two of its files have one name: \(path)")
      }
      entries.append(Entry(path: path, bytes: try content(of: file, path, left: &left)))
      result = unzGoToNextFile(file)
    }
    guard result == UNZ_END_OF_LIST_OF_FILE else { throw ArchiveError("it is damaged") }
    return entries
  }

  /// Whether it begins with a file, and ends with the end of the list and no comment (APPNOTE 4.3.7 and
  /// 4.3.16): minizip would look for both.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes.count >= 22
      && bytes.suffix(22).starts(with: [0x50, 0x4B, 5, 6]) && bytes.suffix(2).elementsEqual([0, 0])
  }

  /// The name of the file at hand; refuses what is no plain file.
  private static func path(of file: unzFile) throws(ArchiveError) -> String {
    var information = unz_file_info64()
    var name = [CChar](repeating: 0, count: longestName + 1)
    guard
      unzGetCurrentFileInfo64(file, &information, &name, UInt(name.count), nil, 0, nil, 0) == UNZ_OK
    else { throw ArchiveError("it is damaged") }
    guard (1...longestName).contains(Int(clamping: information.size_filename)) else {
      throw ArchiveError("it has a file without a name, or with one that is too long")
    }
    let bytes = name.prefix(Int(information.size_filename)).map { UInt8(bitPattern: $0) }
    let path = String(decoding: bytes, as: UTF8.self)
    guard !bytes.contains(0), path.utf8.elementsEqual(bytes) else {
      throw ArchiveError("it has a file with a name that is not UTF-8")
    }
    guard information.flag & 1 == 0 else { throw ArchiveError("\(path) in it is encrypted") }
    // Of Unix, the upper half holds the mode; others leave it 0.
    let type = information.external_fa >> 16 & 0o170_000
    guard type == 0 || type == 0o100_000 else {
      throw ArchiveError("\(path) in it is a link, a folder or a device, not a file")
    }
    guard [0, UInt(Z_DEFLATED)].contains(information.compression_method) else {
      throw ArchiveError("\(path) in it is compressed in another way than usual")
    }
    return path
  }

  /// Relative, of names between single slashes, none of them `.` or `..`, without `\` and control characters.
  private static func isPlain(_ path: String) -> Bool {
    !path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
      && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }

  /// The bytes of the file at hand, as they come, whatever it says that there are.
  private static func content(of file: unzFile, _ path: String, left: inout Int)
    throws(ArchiveError) -> [UInt8]
  {
    guard unzOpenCurrentFile(file) == UNZ_OK else { throw ArchiveError("\(path) in it is damaged") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: run)
    while true {
      let count = unzReadCurrentFile(file, &buffer, UInt32(buffer.count))
      guard count >= 0, count <= left else {
        unzCloseCurrentFile(file)
        throw ArchiveError(
          count < 0 ? "\(path) in it is damaged" : "it unpacks to more than it may: \(path)")
      }
      if count == 0 { break }
      left -= Int(count)
      bytes += buffer[..<Int(count)]
    }
    guard unzCloseCurrentFile(file) == UNZ_OK else {
      throw ArchiveError("\(path) in it is damaged")
    }
    return bytes
  }

  private static let longestName = 1024
}
