/// Something wrong in a file that people write, where it stands, and how to mend it.
///
/// Message and remedy are for the author of a policy: they begin with a small letter, end without
/// a full stop, and name keys as they are written.
public struct Problem: Error, Sendable, Hashable {
  /// What sort of problem it is, so that a rule can pick its own. A key within another is named
  /// with its way there: `elements.purpose.says`.
  public enum Kind: Sendable, Hashable {
    /// Bytes or characters that a document may not hold: no UTF-8, a carriage return, a byte order
    /// mark, text that is not NFC, control, invisible or reordering characters.
    case encoding
    /// The file is larger than Writ reads.
    case size
    /// The front matter has no fence, or its YAML is refused.
    case syntax
    /// A key that must be there is not.
    case missing(String)
    /// The value of a key is not what it has to be.
    case value(String)
    /// A key says what Writ derives from Git and signatures.
    case derived(String)
    /// A key that Writ does not know: a warning.
    case unknownKey(String)
  }

  /// What sort of problem it is.
  public let kind: Kind
  /// The line of the file, from 1.
  public let line: Int
  /// What is wrong.
  public let message: String
  /// What to do or to write instead.
  public let remedy: String

  /// A problem of this kind on this line.
  public init(_ kind: Kind, line: Int, _ message: String, remedy: String) {
    self.kind = kind
    self.line = line
    self.message = message
    self.remedy = remedy
  }
}

/// A value as messages show it: in quotation marks, on one line, not longer than 60 characters.
public func quoted(_ text: String) -> String {
  let line = String(text.prefix(61)).split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > 60 ? "\"\(line.prefix(60))…\"" : "\"\(line)\""
}
