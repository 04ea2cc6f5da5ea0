import Foundation
import Testing

/// Runs the scripts in `Scripts/`, each in a folder, with a home and a clock of its own.
///
/// A script is what a user would type, with `expect STATUS COMMAND …`, `says TEXT` and `json FILTER
/// VALUE` between; `Scripts/prelude.sh` explains the words.
@Suite struct CommandTests {
  static let scripts: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let words: Set = [
      "prelude.sh", "attacks/forging.sh", "clones/bounds.sh", "exchange/exchange.sh",
    ]
    return names.filter { $0.hasSuffix(".sh") && !words.contains($0) }.sorted()
  }()

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Scripts"

  /// The folder of the built program, beside the tests.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  @Test("A script", arguments: scripts)
  func script(_ name: String) throws {
    let work = FileManager.default.temporaryDirectory.path + "/writ-script-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: work) }

    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-eu", "\(Self.folder)/\(name)"]
    process.currentDirectoryURL = URL(filePath: work)
    process.environment = [
      "PATH": "\(Self.products):/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "HOME": "\(work)/home", "WORK": work, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "BASH_ENV": "\(Self.folder)/prelude.sh",
    ]
    let log = "\(work)/log"
    try Data().write(to: URL(filePath: log))
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let output = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(name):\n\(output.suffix(6000))")
  }

  @Test("There are scripts to run") func scriptsAreFound() {
    #expect(!Self.scripts.isEmpty)
    #expect(FileManager.default.isExecutableFile(atPath: "\(Self.products)/writ"))
  }
}
