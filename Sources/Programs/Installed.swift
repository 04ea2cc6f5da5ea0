extension Program {
  /// Where a program is, and what it says of its version: its first line on either stream.
  ///
  /// Throws `missing`, `failed`.
  public static func installed(
    _ name: String, arguments: [String], environment: [String: String]
  ) async throws(ProgramError) -> (path: String, version: String) {
    let program = try Program(name, environment: environment, passing: ["HOME", "PATH"])
    let outcome = try await program.run(arguments, seconds: 30)
    guard outcome.exit == 0 else { throw .failed(program.path, "it does not run") }
    let said = String(decoding: outcome.output, as: UTF8.self) + outcome.talk
    return (program.path, said.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
  }
}
