import CMinizip

/// ZIP files (APPNOTE.TXT of PKWARE, 6.3), made and read in memory.
public enum ZipArchive {
  /// A file in an archive.
  public struct Entry: Equatable, Sendable {
    /// Its path, in `/`.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// A file of these bytes.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// A day and a clock, as an entry carries it: without a time zone.
  public struct Date: Sendable {
    private let value: UInt

    /// The fields of that moment; years before 1980 come out as 1980, after 2107 as 2107.
    public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
      let days = min(max(year - 1980, 0), 127) << 9 | (month & 15) << 5 | (day & 31)
      value = UInt(days << 16 | (hour & 31) << 11 | (minute & 63) << 5 | (second / 2) & 31)
    }

    fileprivate var dos: UInt { value }
  }

  /// The bytes of an archive of these files, in their order, each deflated, with this date and the
  /// permissions 0644: the same for the same. Nothing of the machine, its clock or zone goes in.
  public static func archive(_ entries: [Entry], date: Date) throws(ArchiveError) -> [UInt8] {
    let memory = ArchiveMemory()
    var functions = memory.functions
    guard let file = zipOpen2_64(nil, APPEND_STATUS_CREATE, nil, &functions) else {
      throw ArchiveError("a ZIP file cannot be begun")
    }
    for entry in entries {
      guard add(entry, date, to: file) else {
        zipClose(file, nil)
        throw ArchiveError("\(entry.path) cannot be put into a ZIP file")
      }
    }
    guard zipClose(file, nil) == ZIP_OK else { throw ArchiveError("a ZIP file cannot be ended") }
    return memory.bytes
  }

  private static func add(_ entry: Entry, _ date: Date, to file: zipFile) -> Bool {
    var information = zip_fileinfo()
    information.dosDate = date.dos
    information.external_fa = (0o100_000 | 0o644) << 16
    let opened = zipOpenNewFileInZip4_64(
      file, entry.path, &information, nil, 0, nil, 0, nil, Z_DEFLATED, 9, 0, -MAX_WBITS,
      DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0, madeByUnix, namesInUTF8, 0)
    guard opened == ZIP_OK else { return false }
    for start in stride(from: 0, to: entry.bytes.count, by: run) {
      let end = min(start + run, entry.bytes.count)
      let written = entry.bytes[start..<end].withUnsafeBytes {
        zipWriteInFileInZip(file, $0.baseAddress, UInt32($0.count))
      }
      guard written == ZIP_OK else { return false }
    }
    return zipCloseFileInZip(file) == ZIP_OK
  }

  /// "Version made by" (APPNOTE 4.4.2): Unix, so that the permissions count, and 2.0.
  private static let madeByUnix: UInt = 3 << 8 | 20
  /// Bit 11 of the flags (APPNOTE 4.4.4).
  private static let namesInUTF8: UInt = 1 << 11
  /// What is handed to minizip at once.
  static let run = 1 << 20
}
