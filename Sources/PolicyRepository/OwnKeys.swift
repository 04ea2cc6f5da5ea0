import Files
import Git
import Programs
import Signatures

/// Where a user's own keys are looked for.
extension Surroundings {
  /// The key that the user's own Git configuration signs with: its path.
  func configuredKey() throws -> String? {
    let configuration = try UserConfiguration(file: gitConfiguration)
    // In OpenPGP's format the setting names something else.
    guard try configuration.string("gpg.format") == "ssh",
      let value = try configuration.string("user.signingkey"), !value.hasPrefix("key::"),
      !value.hasPrefix("ssh-")
    else { return nil }
    guard value.hasPrefix("~/"), let home = environment["HOME"] else { return value }
    return home + value.dropFirst(1)
  }

  /// The keys that the agent holds.
  func agentKeys() async throws -> [SigningKey] {
    try await SSHAgent(environment: environment).publicKeys().compactMap { line in
      (try? SSHPublicKey(text: line)).map { SigningKey(key: $0, place: .agent($0.text)) }
    }
  }

  /// The folder in which the user's keys lie; `nil` without a home.
  var keyFolder: String? {
    environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.ssh" : nil }
  }

  /// The keys in that folder whose private half lies beside them, and the files of those that
  /// nobody may be registered with, each with the reason.
  func homeKeys() -> (sound: [SigningKey], unfit: [(path: String, reason: String)]) {
    guard let folder = keyFolder else { return ([], []) }
    var sound: [SigningKey] = []
    var unfit: [(path: String, reason: String)] = []
    for entry in (try? Folder.entries(under: folder)) ?? [] {
      let path = "\(folder)/\(entry.path.dropLast(4))"
      guard entry.path.hasSuffix(".pub"), !entry.path.contains("/"),
        File.kind(of: path) == .regular,
        let bytes = try? File.read("\(path).pub", limit: 1 << 16)
      else { continue }
      let lines = KeyFile.lines(in: String(decoding: bytes, as: UTF8.self))
      guard !KeyFile.areSeveral(lines) else {
        unfit.append((path, "its public half lies in a file with others"))
        continue
      }
      do {
        sound.append(SigningKey(key: try SSHPublicKey(text: lines.first ?? ""), place: .file(path)))
      } catch {
        unfit.append((path, error.description))
      }
    }
    return (sound, unfit)
  }
}
