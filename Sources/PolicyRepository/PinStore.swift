import Approvals
import Evidence
import Files
import Objects

/// The roots that this user has pinned, in the user's own state: no repository can change them.
///
/// One file a root: `<state>/<64 hex digits>/pin`, holding the root, the newest governance version
/// known, and the folders in which the repository was met.
struct PinStore {
  private struct Pin {
    let root: Digest
    var tip: Digest?
    var folders: [String]
  }

  private let folder: String

  init(folder: String) { self.folder = folder }

  /// What the user knows of the repository whose `.git` is this folder.
  func trust(for gitFolder: String) throws -> Trust {
    let pins = try pins()
    let here = pins.first { $0.folders.contains(gitFolder) }
    return Trust(required: here?.root, tip: here?.tip, known: Set(pins.map(\.root)))
  }

  /// Pins the root, and says that it is that of the repository in this folder.
  func pin(_ root: Digest, tip: Digest?, for gitFolder: String) throws {
    for var pin in try pins() where pin.root != root && pin.folders.contains(gitFolder) {
      pin.folders.removeAll { $0 == gitFolder }
      try write(pin)
    }
    var pin = try read(root) ?? Pin(root: root, tip: nil, folders: [])
    pin.tip = tip ?? pin.tip
    if !pin.folders.contains(gitFolder) { pin.folders.append(gitFolder) }
    try write(pin)
  }

  private func pins() throws -> [Pin] {
    try Folder.entries(under: folder).compactMap { entry in
      let parts = entry.path.split(separator: "/")
      guard parts.count == 2, parts[1] == "pin", let root = Digest("sha256:\(parts[0])") else {
        return nil
      }
      return try read(root)
    }
  }

  private func path(_ root: Digest) -> String { "\(folder)/\(root.hex)/pin" }

  private func read(_ root: Digest) throws -> Pin? {
    guard File.kind(of: path(root)) != nil else { return nil }
    let lines = String(decoding: try File.read(path(root)), as: UTF8.self).split(separator: "\n")
    var pin: Pin?
    for line in lines {
      if line == "root \(root)" {
        pin = Pin(root: root, tip: nil, folders: [])
      } else if line.hasPrefix("tip "), let tip = Digest(line.dropFirst(4)) {
        pin?.tip = tip
      } else if line.hasPrefix("folder /") {
        pin?.folders.append(String(line.dropFirst(7)))
      } else {
        throw unreadable(root)
      }
    }
    guard let pin else { throw unreadable(root) }
    return pin
  }

  private func write(_ pin: Pin) throws {
    var lines = ["root \(pin.root)"]
    if let tip = pin.tip { lines.append("tip \(tip)") }
    lines += pin.folders.filter { !$0.contains("\n") }.map { "folder \($0)" }
    try Folder.make("\(folder)/\(pin.root.hex)", mode: 0o700)
    try File.replace(
      path(pin.root), with: Array(lines.map { "\($0)\n" }.joined().utf8), mode: 0o600)
  }

  private func unreadable(_ root: Digest) -> Refusal {
    Refusal(
      .couldNot, "the file \(path(root)) is damaged",
      remedies: "remove it, then pin the root again: writ root --pin \(root)")
  }
}
