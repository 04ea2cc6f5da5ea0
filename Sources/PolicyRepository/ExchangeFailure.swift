public import Evidence
public import Objects
import Programs

/// Another repository that could not be reached: what is here is as it was.
public struct Unreachable: Error, Sendable {
  /// Its name here, or its address.
  public let remote: String
  /// Why, in words.
  public let reason: DisplayText
  /// When it was reached last; `nil` where that is not known.
  public let last: Instant?
  private let remedy: DisplayText

  /// That it could not be reached, and since when that is so; what callers can say who go on with
  /// what is here.
  public var message: DisplayText {
    let since: DisplayText =
      last.map { ". What is here is of \($0.day.inWords), \($0.clock) UTC" } ?? ""
    return "could not reach \(remote): " + reason + since
  }

  /// The same as an error.
  public var refusal: Refusal { Refusal(.couldNot, message, remedies: remedy) }

  /// Reads why from what Git said.
  init(_ remote: Remote, _ answer: GitProgram.Answer, last: Instant?) {
    self.remote = remote.name
    self.last = last
    let known = Self.known.first { words, _, _ in words.contains(where: answer.talk.contains) }
    reason = known?.reason ?? "\(answer.complaint)"
    remedy = known?.remedy ?? "try it by hand: git fetch \(remote.name)"
  }

  /// What Git and SSH say, what that means, and what helps.
  private static let known: [(words: [String], reason: DisplayText, remedy: DisplayText)] = [
    (
      ["cannot run ssh"], "the program ssh is not on this machine",
      "install OpenSSH: apt-get install openssh-client"
    ),
    (
      ["REMOTE HOST IDENTIFICATION HAS CHANGED"],
      "it shows another key than before, as if somebody stood between",
      "ask whoever runs it whether its key has changed, before you remove the old one: ssh-keygen -R HOST"
    ),
    (
      ["Host key verification failed"], "its key is not known here yet",
      "compare it once in a terminal with what its makers publish: ssh HOST"
    ),
    (
      [
        "Permission denied (", "Authentication failed", "could not read Username",
        "could not read Password", "terminal prompts disabled", "Invalid username or password",
        "The requested URL returned error: 401", "The requested URL returned error: 403",
      ],
      "it does not let you in",
      "see that your key or password for it is at hand, in a terminal; or ask whoever runs it to let you in"
    ),
    (
      [
        "Could not resolve host", "Name or service not known",
        "Temporary failure in name resolution",
      ],
      "no computer of that name is found",
      "look at your connection, and at the address: git remote -v"
    ),
    (
      [
        "Connection refused", "Connection timed out", "Network is unreachable", "No route to host",
        "Failed to connect", "Operation timed out", "Connection reset", "Couldn't connect",
      ],
      "it does not answer", "look at your connection, then try again"
    ),
    (
      ["SSL certificate problem", "certificate verification failed", "SSL: "],
      "its certificate is not in order", "do not go on; ask whoever runs it"
    ),
    (
      ["dubious ownership"], "its folder belongs to somebody else",
      "if you trust them: git config --global --add safe.directory FOLDER"
    ),
    (
      [
        "does not appear to be a git repository", "' not found", "Repository not found",
        "does not exist",
        "not a git repository",
        "No such file or directory",
      ],
      "there is no repository at its address", "look at the address: git remote -v"
    ),
  ]
}

extension GitProgram.Answer {
  /// Whether the disk here is full, or must not be written to.
  var cannotWrite: Bool {
    [
      "No space left on device", "Read-only file system", "unable to write",
      "insufficient permission",
    ]
    .contains(where: talk.contains)
  }

  /// Whether a ref is not as it was a moment ago: another process is at work on it.
  var isRace: Bool {
    [".lock': File exists", "but expected", "reference already exists"].contains(
      where: talk.contains)
  }

  /// What to say where the user's own settings have Git look into what comes (`fetch.fsckObjects`), and it
  /// refused something; `nil` where it did not.
  func refusedObject(of remote: String) -> Refusal? {
    guard talk.contains("fsck error") else { return nil }
    // `object ID: zeroPaddedFilemode: contains zero-padded file modes`
    let words = complaint.split(separator: " ")
    let name = words.count > 2 ? words[2].dropLast() : ""
    // What these name Git takes from nobody.
    let isFatal = ["nulInHeader", "unterminatedHeader"].contains(String(name))
    let isName = !name.isEmpty && name.utf8.allSatisfy { (0x41...0x7A).contains($0) }
    return Refusal(
      .couldNot,
      "nothing of what \(remote) has was stored: your Git settings (fetch.fsckObjects) have all looked into "
        + "that comes, and Git refused this: \(complaint)",
      remedies: ["ask whoever runs \(remote) who sent that, and why"]
        + (isName && !isFatal
          ? [
            "it is no danger to policies; to take it all the same: git config --global fetch.fsck.\(name) ignore"
          ] : []))
  }

  /// The line that says why it failed.
  var complaint: String {
    let lines = talk.split(separator: "\n").filter { !$0.utf8.starts(with: "remote: ".utf8) }
    let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.last
    return line.map { line in
      ["fatal: ", "error: "].first(where: line.hasPrefix).map { String(line.dropFirst($0.count)) }
        ?? String(line)
    } ?? "Git ended with \(exit)"
  }

  /// What the other side said to people, a line each.
  var remarks: [String] {
    talk.split(separator: "\n").filter { $0.utf8.starts(with: "remote:".utf8) }.map { line in
      var rest = line.dropFirst("remote:".count)
      while rest.last?.isWhitespace ?? false { rest = rest.dropLast() }
      return String(rest.first == " " ? rest.dropFirst() : rest)
    }.filter { !$0.isEmpty }
  }
}
