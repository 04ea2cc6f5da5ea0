/// The line of somebody else's hook that calls Writ, as `doctor` and `hooks install` ask them to write it.
struct HookCall {
  /// What it calls: `writ`, or where it lies.
  let program: String

  /// Finds the call for the hook of this name; `nil` where there is none, or one that could say no and the
  /// hook would go on all the same.
  ///
  /// This is read, not run. The call stands in a line of its own, the hook's arguments behind it; a no ends
  /// the hook if the line says so (`|| exit 1`, `exec`), if the whole hook does (`set -e`), or since
  /// nothing follows.
  init?(of name: String, in text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split { $0 == " " || $0 == "\t" }.map { $0.filter { $0 != "\"" && $0 != "'" } }
    }.filter { $0.first.map { !$0.hasPrefix("#") } ?? false }
    let endsWithANo = lines.contains {
      $0.first == "set" && $0.dropFirst().contains(where: Self.isErrexit)
    }
    for (number, line) in lines.enumerated() {
      var words = line[...]
      let isExec = words.first == "exec"
      if isExec { words.removeFirst() }
      guard words.count >= 4, let program = words.first,
        program == "writ" || program.hasPrefix("/") && program.hasSuffix("/writ"),
        words.dropFirst().prefix(3) == ["hooks", "run", name]
      else { continue }
      var rest = words.dropFirst(4)
      // The hook pre-commit is given no arguments.
      let isGiven = ["$@", "${@}", "$1", "$*"].contains(rest.first ?? "")
      while let word = rest.first, word.hasPrefix("$") { rest.removeFirst() }
      let isLast = number == lines.count - 1
      guard isGiven || name == "pre-commit",
        rest.isEmpty
          ? isExec || isLast || endsWithANo
          : rest.prefix(2) == ["||", "exit"] && (rest.count == 2 || rest.dropFirst(2).first == "1")
      else { continue }
      self.program = program
      return
    }
    return nil
  }

  /// Whether it is an option of `set` that has a shell end where a command says no.
  private static func isErrexit(_ word: String) -> Bool {
    word == "errexit" || word.hasPrefix("-") && word.contains("e")
  }
}
