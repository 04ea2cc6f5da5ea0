import Foundation
import Testing

/// Runs the public cases in `Tests/Conformance` against the built program. Its README says what they
/// are; nothing of Writ takes part in making them.
@Suite struct ConformanceTests {
  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Conformance"

  /// The folder of the built program, beside the tests.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  @Test("Every case is judged as expected")
  func everyCase() throws {
    let log = FileManager.default.temporaryDirectory.path + "/writ-conformance-\(UUID().uuidString)"
    try Data().write(to: URL(filePath: log))
    defer { try? FileManager.default.removeItem(atPath: log) }
    let handle = try #require(FileHandle(forWritingAtPath: log))

    let process = Process()
    process.executableURL = URL(filePath: "\(Self.folder)/run")
    process.environment = [
      "PATH": "\(Self.products):/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let output = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(output.suffix(8000))")

    // A runner that passes over cases must not pass for one that runs them.
    let cases = try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix("/expected") }.count
    #expect(cases >= 120)
    let total = try #require(output.firstMatch(of: /(?m)^all +(\d+) of +(\d+)$/))
    #expect(Int(total.1) == cases)
    #expect(Int(total.2) == cases)
  }
}
