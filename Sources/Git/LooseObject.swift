import CLibgit2
import CZlib
import Files
import Objects

/// A loose object: a file of its own, deflated, header and content (`gitformat-loose`).
///
/// libgit2 1.5 never returns from one that is cut short: it asks zlib for more output for as long
/// as zlib asks for more input. So these are inflated here, and everything else is left to libgit2.
struct LooseObject {
  let type: git_object_t
  let content: [UInt8]

  /// Reads the file of the object; `nil` where there is none, so that it may be packed.
  ///
  /// Throws `damaged` where the file is no object, and `tooLarge` for more than `limit` bytes of
  /// content. Whether the content is the name's is for the caller to see.
  init?(_ id: ObjectID, in folder: String, limit: Int) throws(GitError) {
    let name = id.description
    let path = "\(folder)\(name.prefix(2))/\(name.dropFirst(2))"
    let file: [UInt8]
    do {
      // Deflating makes what cannot be compressed a little larger.
      file = try File.read(path, limit: limit + limit / 1000 + 1024)
    } catch  where error.isMissing {
      return nil
    } catch {
      throw GitError(error.isTooLarge ? .tooLarge : .system, "\(path): \(error.reason)")
    }
    // The header is the type, a space, the size and a NUL: 32 bytes are more than enough for it.
    guard let bytes = Self.inflate(file, limit: limit + 32) else {
      throw GitError(.damaged, "the object \(id) is cut short or damaged")
    }
    guard let space = bytes.firstIndex(of: UInt8(ascii: " ")), let nul = bytes.firstIndex(of: 0),
      space < nul, let type = Self.type(bytes[..<space]),
      let size = Int(String(decoding: bytes[(space + 1)..<nul], as: UTF8.self)),
      // In its one spelling: Git refuses a sign and a leading zero.
      bytes[(space + 1)..<nul].elementsEqual("\(size)".utf8)
    else { throw GitError(.damaged, "the object \(id) has no header of an object") }
    guard size <= limit else {
      throw GitError(.tooLarge, "the object \(id) has \(size) bytes, over the limit of \(limit)")
    }
    let content = Array(bytes[(nul + 1)...])
    guard content.count == size else {
      throw GitError(.damaged, "the object \(id) is not as long as it says")
    }
    self.type = type
    self.content = content
  }

  private static func type(_ name: ArraySlice<UInt8>) -> git_object_t? {
    switch String(decoding: name, as: UTF8.self) {
    case "blob": GIT_OBJECT_BLOB
    case "tree": GIT_OBJECT_TREE
    case "commit": GIT_OBJECT_COMMIT
    case "tag": GIT_OBJECT_TAG
    default: nil
    }
  }

  /// The bytes behind a whole zlib stream (RFC 1950), at most a little over `limit` of them; `nil`
  /// where the stream is damaged, does not end, or something follows it.
  private static func inflate(_ deflated: [UInt8], limit: Int) -> [UInt8]? {
    var input = deflated
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(max(4 * deflated.count, 1 << 10), 1 << 16))
    var stream = z_stream()
    guard writ_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while output.count <= limit {
        let (result, count) = buffer.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(clamping: buffer.count)
          let result = CZlib.inflate(&stream, Z_NO_FLUSH)
          return (result, buffer.count - Int(stream.avail_out))
        }
        output += buffer[..<count]
        if result == Z_STREAM_END { return stream.avail_in == 0 ? output : nil }
        // No progress is what a stream that is cut short looks like.
        guard result == Z_OK, count > 0 || stream.avail_in > 0 else { return nil }
      }
      return output
    }
  }
}
