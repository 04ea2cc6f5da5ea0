/// A word of a command, spelled so that a shell takes it as it is (POSIX Shell, section 2.2).
public struct ShellWord: Hashable, Sendable, CustomStringConvertible {
  /// The word, in quotes where it needs them.
  public let description: String

  /// The word for this text.
  public init(_ text: some StringProtocol) {
    let isPlain = !text.isEmpty && text.first != "-" && text.utf8.allSatisfy(Self.standsForItself)
    description = isPlain ? String(text) : Self.quoted(text)
  }

  /// The text in single quotes, in which nothing has a meaning of its own.
  public static func quoted(_ text: some StringProtocol) -> String {
    "'" + String(text).replacing("'", with: "'\\''") + "'"
  }

  private static func standsForItself(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "/._-+,:@".utf8.contains(byte)
  }
}
