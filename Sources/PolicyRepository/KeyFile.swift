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

  /// The key of a `.pub` file; refuses one that nobody may be registered with.
  static func publicKey(in text: String, path: String) throws -> SSHPublicKey {
    let line = text.split(separator: "\n").first ?? ""
    do {
      return try SSHPublicKey(text: line)
    } catch {
      throw Refusal(
        .no, "the key in \(path) is refused: \(error)",
        remedies: "\(error.remedy)")
    }
  }
}
