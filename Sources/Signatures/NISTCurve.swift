/// The prime curves that SSH uses (RFC 5656, section 10.1).
enum NISTCurve: String, Sendable {
  case p256 = "nistp256"
  case p384 = "nistp384"
  case p521 = "nistp521"

  /// The name in libcrypto.
  var group: String {
    switch self {
    case .p256: "P-256"
    case .p384: "P-384"
    case .p521: "P-521"
    }
  }

  /// The length in bytes of a coordinate, and the greatest of a signature's integers.
  var size: Int {
    switch self {
    case .p256: 32
    case .p384: 48
    case .p521: 66
    }
  }

  /// What is signed with on this curve (RFC 5656, section 6.2.1).
  var hash: HashFunction {
    switch self {
    case .p256: .sha256
    case .p384: .sha384
    case .p521: .sha512
    }
  }
}
