import Evidence
import Files
import Signatures

/// Files of SSH keys, as `ssh-keygen` writes them.
enum KeyFile {
  /// What the file holds, at most 64 KiB; refuses with this remedy where it cannot be read.
  static func text(_ path: String, remedy: DisplayText) throws -> String {
    do {
      return String(decoding: try File.read(path, limit: 1 << 16), as: UTF8.self)
    } catch {
      throw Refusal(
        .no, "the key file \(path) cannot be read: \(error.reason)", remedies: remedy)
    }
  }

  /// Whether it is the private half of a key.
  static func isPrivate(_ text: String) -> Bool { text.contains("PRIVATE KEY") }

  /// The lines of a `.pub` file that are to hold a key, each as type and base64: as `ssh-keygen` reads them,
  /// with any line ends, without empty lines and those that begin with `#`, and without comments.
  static func lines(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split { $0 == " " || $0 == "\t" }.prefix(2).joined(separator: " ")
    }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// Whether these are the lines of several keys, and not of some other text.
  static func areSeveral(_ lines: [String]) -> Bool {
    guard lines.count > 1 else { return false }
    do throws(KeyError) {
      _ = try SSHPublicKey(text: lines[0])
    } catch {
      if case .malformed = error { return false }
    }
    return true
  }

  /// The key of a `.pub` file; refuses one that nobody may be registered with, and several.
  static func publicKey(in text: String, path: String) throws -> SSHPublicKey {
    let lines = lines(in: text)
    guard !areSeveral(lines) else {
      throw Refusal(
        .no, "\(path) holds \(lines.count) keys, and it cannot be told which is meant",
        remedies: "name a file with that one line alone")
    }
    do {
      return try SSHPublicKey(text: lines.first ?? "")
    } catch {
      throw Refusal(
        .no, "the key in \(path) is refused: \(error)",
        remedies: "\(error.remedy)")
    }
  }
}
