import CLibcrypto

/// libcrypto could not do what was asked: it lacks the algorithm or the memory.
///
/// That a signature does not verify is no such error.
struct CryptographyError: Error, Equatable {
  /// What libcrypto says of it.
  let reason: String

  /// Takes the first error from this thread's queue and empties the queue.
  init() {
    let code = ERR_get_error()
    ERR_clear_error()
    var text = [CChar](repeating: 0, count: 256)
    ERR_error_string_n(code, &text, text.count)
    reason = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
