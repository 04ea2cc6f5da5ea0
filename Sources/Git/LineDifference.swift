import CLibgit2

/// What changed between two texts, line by line, with some lines around each change.
public struct LineDifference: Sendable {
  /// What became of a line.
  public enum Change: Sendable {
    /// It stands in both.
    case same
    /// It is new.
    case added
    /// It is gone.
    case removed
  }

  /// One line, without its line feed; `hunk` counts the places of change from 0.
  public struct Line: Sendable {
    /// What became of it.
    public let change: Change
    /// Its text; bytes that are not UTF-8 come out as U+FFFD.
    public let text: String
    /// The place of change that it belongs to, counted from 0.
    public let hunk: Int
  }

  /// The lines, in order.
  public let lines: [Line]

  /// Compares two texts, and keeps `context` lines around each change; `nil` keeps them all.
  ///
  /// Where they are equal there are no lines at all.
  public init(old: [UInt8], new: [UInt8], context: UInt32? = 3) throws(GitError) {
    guard Library.started else { throw GitError(.system, "libgit2 did not start") }
    // The patch points into both texts, so its lines are read while they are held.
    let read = old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        Result { () throws(GitError) in try Self.lines(old, new, context) }
      }
    }
    lines = try read.get()
  }

  private static func lines(
    _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, _ context: UInt32?
  ) throws(GitError) -> [Line] {
    var options = git_diff_options()
    try check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.flags |= GIT_DIFF_FORCE_TEXT.rawValue
    options.context_lines = context ?? UInt32(Int32.max)
    let patch = try Handle(free: git_patch_free) {
      git_patch_from_buffers(
        &$0, old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options)
    }
    var lines: [Line] = []
    for hunk in 0..<git_patch_num_hunks(patch.pointer) {
      for index in 0..<max(0, git_patch_num_lines_in_hunk(patch.pointer, hunk)) {
        var line: UnsafePointer<git_diff_line>?
        try check(git_patch_get_line_in_hunk(&line, patch.pointer, hunk, Int(index)))
        guard let line = line?.pointee, let change = Self.change(line.origin) else { continue }
        let bytes = UnsafeRawBufferPointer(start: line.content, count: line.content_len)
        // As bytes: to a String, a line feed behind a carriage return is no character of its own.
        let text = String(
          decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
        lines.append(Line(change: change, text: text, hunk: hunk))
      }
    }
    return lines
  }

  private static func change(_ origin: CChar) -> Change? {
    switch UInt8(bitPattern: origin) {
    case UInt8(ascii: " "): .same
    case UInt8(ascii: "+"): .added
    case UInt8(ascii: "-"): .removed
    default: nil
    }
  }
}
