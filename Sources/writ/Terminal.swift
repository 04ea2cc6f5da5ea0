import Evidence
import Glibc
import Objects
import PolicyRepository

/// The only place that touches terminal, environment, home folder and clock.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Makes sure that what is meant for the user can only reach the user.
  static func prepare() {
    // A reader that goes away is an error to report, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    // Where a stream is closed, the next file that is opened would take its place.
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// The arguments of the program, its name before them; none where they cannot be read.
  ///
  /// Swift looks for them beside the environment, and finds nothing, or something else, once a library that
  /// was loaded into every process has put a variable there.
  static let arguments: [String] = {
    let descriptor = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return CommandLine.arguments }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // Each ends with a NUL.
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
  }()

  /// Prints what was asked for; throws where it does not all reach the reader.
  static func print(_ text: String) throws {
    guard write(text, to: .output) else {
      throw Refusal(
        .couldNot, "the answer could not be printed: \(String(cString: strerror(errno)))",
        remedies: "print it to somewhere else")
    }
  }

  /// Says something beside what was asked for.
  static func talk(_ text: String) { _ = write(text, to: .error) }

  /// Asks, and gives the answer without outer spaces; `nil` where the user broke off.
  static func ask(_ question: String) -> String? {
    talk(question)
    var line: [UInt8] = []
    var byte: UInt8 = 0
    // A signal may reach another thread than this one, so that it alone does not end a read.
    while !isInterrupted {
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      let ready = poll(&input, 1, 100)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      guard read(0, &byte, 1) > 0 else { break }
      if byte == UInt8(ascii: "\n") {
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
      }
      line.append(byte)
    }
    talk("\n")
    return nil
  }

  /// All that stands on the standard input.
  static func input() throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Refusal(
          .couldNot, "the input cannot be read: \(String(cString: strerror(errno)))",
          remedies: "try again")
      }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Whether somebody is there to answer.
  static var canAsk: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// From here on Ctrl-C ends questions and the programs that we wait for, but not us: we then say
  /// that nothing was recorded.
  static func outliveInterrupts() {
    interrupts = 0
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in interrupts = 1 }
    sigaction(SIGINT, &action, nil)
  }

  /// Whether the user has pressed Ctrl-C since `outliveInterrupts()`.
  static var isInterrupted: Bool { interrupts != 0 }

  /// Whether to print in colour on the stream.
  static func usesColours(_ choice: GlobalOptions.Colour, for stream: Stream) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(stream.rawValue) == 1 && environment["NO_COLOR", default: ""].isEmpty
        && environment["TERM"] != "dumb"
    }
  }

  /// The time by this machine's clock.
  static var now: Instant { Instant(seconds: Int64(time(nil))) }

  /// The time zone of this machine: its offset from UTC and its name, such as `UTC+01:00 (CET)`.
  static var timeZone: String {
    var clock = time(nil)
    var local = tm()
    guard localtime_r(&clock, &local) != nil else { return "UTC" }
    let minutes = abs(local.tm_gmtoff) / 60
    let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let name = local.tm_zone.map { String(cString: $0) } ?? ""
    return "UTC\(local.tm_gmtoff < 0 ? "-" : "+")\(digits.joined(separator: ":")) (\(name))"
  }

  /// The environment of the program.
  static let environment: [String: String] = {
    var variables: [String: String] = [:]
    var entry = environ
    while let variable = entry.pointee {
      let text = String(cString: variable)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return variables
  }()

  /// The absolute path of this program.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return arguments.first ?? "writ" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder that paths are given from.
  static func currentFolder() throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard let folder = getcwd(&buffer, buffer.count) else {
      throw Refusal(.couldNot, "the current folder is gone", remedies: "go to another one")
    }
    return String(cString: folder)
  }

  /// Goes to a folder.
  static func enter(_ folder: String) throws {
    guard chdir(folder) == 0 else {
      throw Refusal(
        .couldNot, "\(folder): \(String(cString: strerror(errno)))", remedies: "name another folder"
      )
    }
  }

  /// Goes to a folder, which is made where it is missing; those above it must be there.
  static func make(_ folder: String) throws {
    if mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw Refusal(
        .couldNot, "\(folder): \(String(cString: strerror(errno)))", remedies: "name another folder"
      )
    }
    try enter(folder)
  }

  /// Where the user's own state is kept (XDG Base Directory Specification); `nil` without a home.
  static func stateFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return "\(folder)/writ" }
    if let home = environment["HOME"], home.hasPrefix("/") { return "\(home)/.local/state/writ" }
    return nil
  }

  private static func write(_ text: String, to stream: Stream) -> Bool {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(stream.rawValue, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}

/// Whether SIGINT has come; only its handler sets it, once.
nonisolated(unsafe) private var interrupts: sig_atomic_t = 0
