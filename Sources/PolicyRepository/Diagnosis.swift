import Approvals
public import Evidence
import Files
import Git
import Objects
import Programs
import Signatures
import Starter

/// Looks for what is missing on a machine or in a clone; works out of a repository, too.
public struct Diagnosis: Sendable {
  private typealias Check = DoctorReport.Check

  private let surroundings: Surroundings
  private let timeZone: String

  /// In the world of this user, whose clock shows the time in this zone.
  public init(_ surroundings: Surroundings, timeZone: String) {
    self.surroundings = surroundings
    self.timeZone = timeZone
  }

  /// Looks at everything; what cannot be looked at is itself something to mend.
  public func report() async -> DoctorReport {
    let held = await agentKeys()
    var checks = [await git(), await sshKeygen()]
    let clone: PolicyRepository
    do {
      clone = try PolicyRepository(surroundings)
    } catch let error as GitError where error.kind == .notARepository {
      checks += [
        agent(held, nil), Self.notHere("key"), Self.notHere("hooks"), Self.notHere("decisions"),
        Self.notHere("root"), identity(nil, nil), clock(nil, nil),
      ]
      return DoctorReport(header(nil, nil, nil), checks: checks)
    } catch {
      let refusal = Refusal(explaining: error, now: surroundings.now)
      checks += [agent(held, nil), Self.toMend("repository", refusal), clock(nil, nil)]
      return DoctorReport(header(nil, nil, nil), checks: checks)
    }
    let head = try? clone.head()
    var ledger: Ledger?
    var refusal: Refusal?
    do { ledger = try clone.ledger(of: head) } catch {
      refusal = Refusal(explaining: error, now: surroundings.now)
    }
    let owner = ledger?.governance.map { own(clone, held ?? [], $0) }
    checks += [
      agent(held, ledger?.governance), owner?.check ?? Self.unknown("key"), await hooks(clone),
      refusal.map { Self.toMend("decisions", $0) } ?? decisions(ledger), root(ledger),
      identity(clone, owner?.person), clock(head, ledger),
    ]
    return DoctorReport(header(clone, ledger, head), checks: checks)
  }

  private func header(
    _ clone: PolicyRepository?, _ ledger: Ledger?, _ head: PolicyRepository.Head?
  ) -> ReportHeader {
    if let clone, let ledger { return clone.header(ledger, head) }
    return ReportHeader(
      repository: nil, isRootPinned: false, isRootApproved: false, head: head?.id,
      time: surroundings.now)
  }

  // MARK: The machine

  private func git() async -> Check {
    do {
      let git = try await Program.installed(
        "git", arguments: ["--version"], environment: surroundings.environment)
      return Check("git", .ok, "\(git.version) (\(git.path))")
    } catch {
      return Check(
        "git", .toMend, "git is not on this machine", remedies: ["apt-get install git"])
    }
  }

  private func sshKeygen() async -> Check {
    do {
      let program = try SSHKeygen(environment: surroundings.environment)
      // ssh-keygen does not tell its version; ssh, which comes with it, does.
      let version = try? await Program.installed(
        "ssh", arguments: ["-V"], environment: surroundings.environment
      ).version
      return Check("ssh-keygen", .ok, "\(version ?? "of a version unknown") (\(program.path))")
    } catch {
      return Check(
        "ssh-keygen", .toMend, "ssh-keygen, which signs, is not on this machine",
        remedies: ["apt-get install openssh-client"])
    }
  }

  /// The keys in the agent; `nil` where none answers.
  private func agentKeys() async -> [SigningKey]? {
    guard let agent = try? SSHAgent(environment: surroundings.environment),
      let lines = try? await agent.held()
    else { return nil }
    return lines.compactMap { line in
      (try? SSHPublicKey(text: line)).map { SigningKey(key: $0, place: .agent($0.text)) }
    }
  }

  private func agent(_ held: [SigningKey]?, _ governance: Governance?) -> Check {
    guard let held else {
      return Check(
        "agent", .optional, "no agent answers: each signature asks for the passphrase",
        remedies: ["to be asked once a session: eval \"$(ssh-agent)\"; ssh-add"])
    }
    let registered = held.compactMap { key in
      governance?.owner(of: .ssh(key.fingerprint)).map { "\(key.fingerprint) of \($0.name)" }
    }
    let of = registered.isEmpty ? "" : ": \(registered.joined(separator: ", "))"
    let count = "\(held.count) \(held.count == 1 ? "key" : "keys")"
    return Check(
      "agent", .ok,
      governance == nil
        ? "it holds \(count)" : "it holds \(count), \(registered.count) registered here\(of)")
  }

  // MARK: The user

  /// The user's own key among those registered, as the commands that sign would find it.
  private func own(_ clone: PolicyRepository, _ held: [SigningKey], _ governance: Governance) -> (
    check: Check, person: Person?
  ) {
    let kept = surroundings.homeKeys().sound
    let configured = try? surroundings.configuredKey().map {
      try clone.key(inFile: $0)
    }
    let keys = (configured.map { [$0] } ?? []) + held + kept
    let names = keys.map { KeyName.ssh($0.fingerprint) }
    let good = names.first {
      governance.mayDecide(with: $0)
    }
    if let good, let person = governance.owner(of: good) {
      return (Check("key", .ok, "\(good), registered for \(person.name)"), person)
    }
    if let bad = names.first(where: { governance.owner(of: $0) != nil }),
      let person = governance.owner(of: bad)
    {
      let mark = governance.revocations(of: bad).first?.reason.rawValue ?? "no longer good"
      let check = Check(
        "key", .toMend, "\(bad) of \(person.name) is marked as \(mark)",
        remedies: ["hand in another one: writ join"])
      return (check, person)
    }
    let check = Check(
      "key", .optional, "no key of yours is registered here; only who decides needs one",
      remedies: ["if you are to decide: writ join"])
    return (check, nil)
  }

  /// Who commits are said to be by; changes are told apart by the address.
  private func identity(_ clone: PolicyRepository?, _ person: Person?) -> Check {
    let (name, email) = gitIdentity(clone)
    guard let name, let email else {
      return Check(
        "identity", .toMend, "Git does not know yet who you are",
        remedies: [
          "git config --global user.name \"Your Name\"",
          "git config --global user.email you@example.org",
        ])
    }
    guard let person else { return Check("identity", .ok, "\(name) <\(email)>") }
    var remedies: [DisplayText] = []
    if name != person.name { remedies.append("git config user.name \"\(person.name)\"") }
    if email.lowercased() != person.email.lowercased() {
      remedies.append("git config user.email \(person.email)")
    }
    guard !remedies.isEmpty else {
      return Check("identity", .ok, "\(name) <\(email)>, as registered")
    }
    return Check(
      "identity", .toMend,
      "Git knows you as \(name) <\(email)>, the registry as \(person.name) <\(person.email)>",
      remedies: remedies)
  }

  private func gitIdentity(_ clone: PolicyRepository?) -> (name: String?, email: String?) {
    let user = try? UserConfiguration(file: surroundings.gitConfiguration)
    let here = try? clone?.git.identity()
    let environment = surroundings.environment
    return (
      environment["GIT_AUTHOR_NAME"] ?? here?.name ?? (try? user?.string("user.name")),
      environment["GIT_AUTHOR_EMAIL"] ?? here?.email ?? (try? user?.string("user.email"))
    )
  }

  // MARK: The clone

  private func hooks(_ clone: PolicyRepository) async -> Check {
    do {
      if let elsewhere = try await clone.hooksElsewhere() { return hooks(of: clone, in: elsewhere) }
    } catch {
      return Self.toMend("hooks", Refusal(explaining: error, now: surroundings.now))
    }
    let remedy: DisplayText = "writ hooks install"
    var missing: [String] = []
    for hook in Starter.hooks {
      switch clone.state(of: hook) {
      case .absent: missing.append(hook.name)
      case .outdated:
        return Check(
          "hooks", .toMend, "\(hook.name) is that of another version of Writ", remedies: [remedy])
      case .withoutProgram:
        return Check(
          "hooks", .toMend, "\(hook.name) does not find Writ any more: nothing can be committed",
          remedies: [remedy])
      case .current: continue
      }
    }
    guard missing.isEmpty else {
      return Check(
        "hooks", .toMend, "not installed: \(missing.joined(separator: ", "))", remedies: [remedy])
    }
    return Check("hooks", .ok, "\(Starter.hooks.map(\.name).joined(separator: ", "))")
  }

  /// The hooks that somebody else keeps, in the folder in which Git looks for them: they are to call Writ.
  private func hooks(of clone: PolicyRepository, in folder: String) -> Check {
    let states = Starter.hooks.map { ($0.name, clone.state(of: $0, in: folder)) }
    let missing = states.filter { $0.1 == .absent }.map(\.0)
    if missing.count == states.count {
      return Self.toMend("hooks", PolicyRepository.hooksElsewhere(folder))
    }
    if let name = missing.first {
      return Check(
        "hooks", .toMend,
        "\(name) in \(folder), where Git looks for hooks here, does not end with what Writ answers",
        remedies: ["call it there: writ hooks run \(name) \"$@\" || exit 1"])
    }
    if let name = states.first(where: { $0.1 == .withoutProgram })?.0 {
      return Check(
        "hooks", .toMend, "\(name) in \(folder) does not find Writ",
        remedies: ["name it there as \(ShellWord(surroundings.program))"])
    }
    return Check(
      "hooks", .ok, "\(states.map(\.0).joined(separator: ", ")) in \(folder) call Writ")
  }

  private func decisions(_ ledger: Ledger?) -> Check {
    guard let ledger else { return Self.unknown("decisions") }
    let remedy: DisplayText = "writ pull"
    if ledger.hasLostAll {
      return Check("decisions", .toMend, "none is here, and some were made", remedies: [remedy])
    }
    guard ledger.missing.isEmpty else {
      return Check(
        "decisions", .toMend, "\(ledger.missing.count) that somebody had seen are not here",
        remedies: [remedy, "see which: writ verify"])
    }
    guard let newest = ledger.valid.map(\.time).max() else {
      return Check("decisions", .ok, "none was made yet")
    }
    return Check(
      "decisions", .ok, "\(ledger.entries.count) are here, the newest of \(newest)")
  }

  private func root(_ ledger: Ledger?) -> Check {
    guard let ledger, let root = ledger.root else { return Self.unknown("root") }
    if ledger.isPinned { return Check("root", .ok, "\(root), which you have compared") }
    guard ledger.isRootApproved else {
      return Check("root", .ok, "nothing to compare until the people and rules are approved")
    }
    return Check(
      "root", .toMend, "you have not compared yet whether these are your organisation's rules",
      remedies: ["compare \(root) with the minutes, then:", "writ root --pin \(root)"])
  }

  /// The clock must not stand before what is known to have happened.
  private func clock(_ head: PolicyRepository.Head?, _ ledger: Ledger?) -> Check {
    let known =
      (head.flatMap { $0.commit.time }.map { [$0] } ?? []) + (ledger?.valid.map(\.time) ?? [])
    // The grace that decisions have too.
    if let newest = known.max(), surroundings.now.adding(seconds: 600) < newest {
      return Check(
        "clock", .toMend,
        "this machine says \(surroundings.now), but something here is dated \(newest)",
        remedies: ["set the clock, or have it set by the network: timedatectl set-ntp true"])
    }
    return Check("clock", .ok, "\(surroundings.now), in your time zone \(timeZone)")
  }

  private static func notHere(_ name: String) -> Check {
    Check(name, .notLookedAt, "there is no repository here to look at")
  }

  private static func unknown(_ name: String) -> Check {
    Check(name, .notLookedAt, "cannot be told while the decisions cannot be read")
  }

  private static func toMend(_ name: String, _ refusal: Refusal) -> Check {
    Check(name, .toMend, refusal.message, remedies: refusal.remedies)
  }
}
