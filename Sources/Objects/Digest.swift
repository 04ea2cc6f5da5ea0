/// A SHA-256 digest, written `sha256:` and 64 lower-case hex digits.
///
/// The value only: hashing is done in `Signatures`.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 raw bytes.
  public let bytes: [UInt8]

  /// Takes 32 raw bytes; `nil` for any other length.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads `sha256:` and 64 lower-case hex digits; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.hasPrefix("sha256:"), let bytes = Hex.decode(text.dropFirst(7)) else { return nil }
    self.init(bytes: bytes)
  }

  /// 64 lower-case hex digits, without the `sha256:` before them.
  public var hex: String { Hex.encode(bytes) }

  /// `sha256:` and 64 lower-case hex digits.
  public var description: String { "sha256:\(hex)" }

  /// The order of the raw bytes, which is that of the text too.
  public static func < (a: Digest, b: Digest) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}
