import Documents
import Objects

/// What a file whose path is not in NFC is to be called, and how it gets that name.
public struct RenamedPath: Hashable, Sendable {
  private let old: String
  private let new: String

  /// The new name; `nil` where the path is in NFC already, or has no such form.
  public init?(_ path: String) {
    guard !UnicodeNormalization.isNFC(path), let normal = UnicodeNormalization.nfc(path) else {
      return nil
    }
    (old, new) = (path, normal)
  }

  /// What to type at the top of the repository. The folder of the new name need not be there.
  public var remedy: String {
    let folder = new.lastIndex(of: "/").map { String(new[..<$0]) } ?? "."
    return "rename it, at the top of the repository: mkdir -p \(ShellWord(folder)) && "
      + "mv \(ShellWord(old)) \(ShellWord(new)), and save that"
  }
}
