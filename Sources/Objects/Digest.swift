/// A SHA-256 digest, written `sha256:` and 64 lower-case hex digits.
///
/// The value only: hashing is done in `Signatures`.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  // Held in place, big-endian.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Takes 32 raw bytes; `nil` for any other length.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var rest = bytes[...]
    words = (rest.popInteger(), rest.popInteger(), rest.popInteger(), rest.popInteger())
  }

  /// Reads `sha256:` and 64 lower-case hex digits; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let label = "sha256:".utf8
    guard text.utf8.starts(with: label) else { return nil }
    self.init(hexDigits: text.utf8.dropFirst(label.count))
  }

  /// The 32 raw bytes.
  public var bytes: [UInt8] {
    words.0.bigEndianBytes + words.1.bigEndianBytes + words.2.bigEndianBytes
      + words.3.bigEndianBytes
  }

  /// Reads 64 lower-case hex digits, as ASCII.
  public init?(hexDigits: some Collection<UInt8>) {
    guard let bytes = Hex.decode(digits: hexDigits) else { return nil }
    self.init(bytes: bytes)
  }

  /// 64 lower-case hex digits, without the `sha256:` before them.
  public var hex: String { Hex.encode(bytes) }

  /// `sha256:` and 64 lower-case hex digits.
  public var description: String { "sha256:\(hex)" }

  /// Whether the bytes are the same.
  public static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  /// The order of the raw bytes, which is that of the text too.
  public static func < (a: Digest, b: Digest) -> Bool { a.words < b.words }

  /// Hashes the first bytes: digests are hashes themselves.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
