import Archives
import Evidence
import Files
import Objects

/// The folder that a pack is written to, and the ZIP file beside it: new both of them.
struct PackFolder {
  /// The path of the folder, as the user gave it, without slashes at its end.
  let path: String
  /// The path of the ZIP file.
  var zip: String { "\(path).zip" }

  /// Refuses a place where something lies, and one in that folder, which `name` is what people call.
  init(_ output: String, outside forbidden: String, called name: DisplayText) throws {
    let end = output.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    guard let end, let last = output[...end].split(separator: "/").last, last != ".", last != ".."
    else {
      throw Refusal(
        .usage, "\"\(output)\" is no name for a pack",
        remedies: "name a folder that is not there yet: --output ../evidence-2026")
    }
    path = String(output[...end])
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    let above = names.dropLast().joined(separator: "/")
    let place = above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above
    guard let folder = Folder.resolved(place) else {
      throw Refusal(
        .couldNot, "\(place): no such folder", remedies: "make it: mkdir -p \(place)")
    }
    let around = Folder.resolved(forbidden).map { "\($0)/" } ?? forbidden
    guard !"\(folder)/\(last)/".utf8.starts(with: around.utf8) else {
      throw Refusal(.no, "\(path) lies in \(name)", remedies: "name another: --output ../evidence")
    }
    try refuseWhatIsThere()
  }

  private func refuseWhatIsThere() throws {
    let isFree =
      switch File.kind(of: path) {
      case nil: true
      case .folder: try Folder.isEmpty(path)
      default: false
      }
    for (place, isFree) in [(path, isFree), (zip, File.kind(of: zip) == nil)] where !isFree {
      throw Refusal(
        .no, "\(place) is there already, and a pack replaces nothing",
        remedies: "name another folder: --output \(path)-2", "or move what is there away")
    }
  }

  /// Writes the files of the pack, and the same as one ZIP file whose entries carry that time, in UTC.
  func write(_ files: [PackFile], at time: Instant) throws {
    let files = files.sorted { $0.path < $1.path }
    let archive = try ZipArchive.archive(
      files.map { ZipArchive.Entry(path: $0.path, bytes: $0.bytes) }, date: Self.date(time))
    try File.create(zip, with: archive)
    do { try Folder.replace(path, having: [], with: files.map { ($0.path, $0.bytes) }) } catch {
      try? File.remove(zip)
      throw error
    }
  }

  private static func date(_ time: Instant) -> ZipArchive.Date {
    let (day, second) = (time.day, time.seconds - time.day.start.seconds)
    return ZipArchive.Date(
      year: Int(day.year), month: Int(day.month), day: Int(day.day), hour: Int(second / 3600),
      minute: Int(second / 60 % 60), second: Int(second % 60))
  }
}
