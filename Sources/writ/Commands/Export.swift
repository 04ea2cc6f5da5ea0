import ArgumentParser
import PolicyRepository

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print what stock tools need.",
    subcommands: [AllowedSigners.self, CodeOwners.self])

  struct AllowedSigners: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "allowed-signers",
      abstract: "Print the keys for git verify-tag (gpg.ssh.allowedSignersFile).")

    @OptionGroup var global: GlobalOptions

    func run() throws { try global.report { try $0.allowedSigners() } }
  }
  struct CodeOwners: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "codeowners",
      abstract: "Print who must approve what, for GitHub and GitLab (CODEOWNERS).")

    @OptionGroup var global: GlobalOptions

    func run() throws { try global.report { try $0.codeOwners() } }
  }
}
