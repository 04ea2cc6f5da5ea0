import CIconv
public import Objects

/// The text of a commit, as `git log` shows it: in the encoding that the commit names
/// (`i18n.commitEncoding` of `git-config(1)`).
extension CommitObject {
  /// The message.
  public var messageText: String { text(message) }

  /// What about it is not as Git writes one, in words, or not in an encoding that can be shown; `nil` for
  /// nothing. None of it keeps anybody from following the history.
  public var oddity: String? {
    if let flaw { return flaw.reason }
    guard let encoding else {
      return String(validating: message, as: UTF8.self) == nil
        ? "its message is not UTF-8, and it names no other encoding" : nil
    }
    return ["UTF-8", "UTF8"].contains(encoding.uppercased())
      || Self.encodings.contains(encoding.uppercased())
      ? nil : "its message is in an encoding that is not known here"
  }

  /// These bytes of it as text. What is not of the encoding, or in one that is not known here, comes out
  /// byte by byte, as `\xE4`.
  public func text(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let encoding, let text = Self.converted(bytes, from: encoding) { return text }
    return Self.escaped(bytes)
  }

  /// What commits are written in that do not say UTF-8, as iconv(3) names it. Its other encodings are
  /// rarely tried code, and a commit may name any.
  private static let encodings: Set<String> = Set(
    (1...16).flatMap { ["ISO-8859-\($0)", "ISO8859-\($0)"] }
      + (1250...1258).flatMap { ["WINDOWS-\($0)", "CP\($0)"] }
      + [
        "LATIN1", "LATIN-1", "KOI8-R", "KOI8-U", "EUC-JP", "SHIFT_JIS", "SJIS", "EUC-KR", "EUC-CN",
        "GB2312",
        "GBK", "GB18030", "BIG5", "EUC-TW",
      ])

  private static func converted(_ bytes: [UInt8], from encoding: String) -> String? {
    let name = encoding.uppercased()
    guard encodings.contains(name), let converter = iconv_open("UTF-8", name),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    // No byte of any of them becomes more than a character of four bytes.
    var output = [CChar](repeating: 0, count: bytes.count * 4)
    var input = bytes.map { CChar(bitPattern: $0) }
    let length = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (unread, free) = (input.count, output.count)
        return iconv(converter, &from, &unread, &to, &free) == Int.max || unread > 0
          ? nil : output.count - free
      }
    }
    return length.flatMap {
      String(validating: output[..<$0].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// As UTF-8 as far as it is that.
  private static func escaped(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        place += encoded.count
      case .error(let length):
        for byte in bytes[place..<min(place + length, bytes.count)] {
          let digits = String(byte, radix: 16, uppercase: true)
          scalars.append(contentsOf: "\\x\(digits.count < 2 ? "0" : "")\(digits)".unicodeScalars)
        }
        place += length
      case .emptyInput: return String(scalars)
      }
    }
  }
}
