import ArgumentParser
import PolicyRepository

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print what stock tools need.",
    subcommands: [AllowedSigners.self])

  struct AllowedSigners: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "allowed-signers",
      abstract: "Print the keys for git verify-tag (gpg.ssh.allowedSignersFile).")

    @OptionGroup var global: GlobalOptions

    func run() throws { try global.report { try $0.allowedSigners() } }
  }
}
