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
      "publish/website.sh",
    ]
    return names.filter { $0.hasSuffix(".sh") && !words.contains($0) }.sorted()
  }()

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Scripts"

  /// The folder of the built program, beside the tests.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  /// Runs a script for five minutes at most, in a process group of its own, and ends what it leaves
  /// running: `waitUntilExit` waits for all who inherited from the script, so that one forgotten loop would
  /// hold up everything. By force, since the children of `Process` start with other signals blocked.
  private static let bounded = """
    set -m
    BASH_ENV=$PRELUDE timeout --signal=KILL 300 /bin/bash -eu "$0" &
    set +m
    wait $! && status=0 || status=$?
    [ $status != 137 ] || echo "It took more than five minutes, or was killed."
    kill -KILL -- -$! 2>/dev/null
    exit $status
    """

  @Test("A script", arguments: scripts)
  func script(_ name: String) throws {
    let work = FileManager.default.temporaryDirectory.path + "/writ-script-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: work) }

    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", Self.bounded, "\(Self.folder)/\(name)"]
    process.currentDirectoryURL = URL(filePath: work)
    process.environment = [
      "PATH": "\(Self.products):/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "HOME": "\(work)/home", "WORK": work, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "PRELUDE": "\(Self.folder)/prelude.sh",
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
