import CMinizip

/// Bytes in memory, as minizip reads and writes a file: it goes back to fill in sizes.
final class ArchiveMemory {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// What minizip calls in the place of a file; valid while this object lives.
  var functions: zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { opaque, _, _ in opaque },
      zread_file: { opaque, _, target, count in
        guard let target else { return 0 }
        return ArchiveMemory.at(opaque).read(into: target, UInt(count))
      },
      zwrite_file: { opaque, _, source, count in
        guard let source else { return 0 }
        return ArchiveMemory.at(opaque).write(
          UnsafeRawBufferPointer(start: source, count: Int(count)))
      },
      ztell64_file: { opaque, _ in UInt64(ArchiveMemory.at(opaque).position) },
      zseek64_file: { opaque, _, offset, origin in
        ArchiveMemory.at(opaque).seek(to: offset, from: origin)
      },
      zclose_file: { _, _ in 0 }, zerror_file: { _, _ in 0 },
      opaque: Unmanaged.passUnretained(self).toOpaque())
  }

  private static func at(_ opaque: UnsafeMutableRawPointer?) -> ArchiveMemory {
    guard let opaque else { return ArchiveMemory() }
    return Unmanaged.fromOpaque(opaque).takeUnretainedValue()
  }

  private func read(into target: UnsafeMutableRawPointer, _ wanted: UInt) -> UInt {
    let count = min(Int(clamping: wanted), bytes.count - position)
    bytes.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(start: target, count: count)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]))
    }
    position += count
    return UInt(count)
  }

  private func write(_ source: UnsafeRawBufferPointer) -> UInt {
    let end = min(position + source.count, bytes.count)
    bytes.replaceSubrange(position..<end, with: source)
    position += source.count
    return UInt(source.count)
  }

  /// Within the bytes that are there; else -1, which minizip takes for an error.
  private func seek(to offset: UInt64, from origin: Int32) -> Int {
    let start: Int
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: start = 0
    case ZLIB_FILEFUNC_SEEK_CUR: start = position
    case ZLIB_FILEFUNC_SEEK_END: start = bytes.count
    default: return -1
    }
    let (place, isTooFar) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !isTooFar, (0...bytes.count).contains(place) else { return -1 }
    position = place
    return 0
  }
}
