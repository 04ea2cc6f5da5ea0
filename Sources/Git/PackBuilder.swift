import CLibgit2
import Files
import Objects

extension Repository {
  /// The bytes of a pack of these objects (`gitformat-pack`).
  ///
  /// It is made in a repository of its own, which only borrows the objects: what else is in this one,
  /// refs and configuration, would change the order and how tightly it is packed.
  func pack(_ objects: PackedObjects) throws(GitError) -> [UInt8] {
    let scratch: TemporaryFolder
    do { scratch = try TemporaryFolder() } catch {
      throw GitError(.system, "\(error.path): \(error.reason)")
    }
    defer { scratch.remove() }
    let workshop = try Repository(bareIn: scratch.path)
    for folder in objectFolders {
      try check(git_odb_add_disk_alternate(workshop.objects.pointer, folder))
    }
    let builder = try Handle(free: git_packbuilder_free) {
      git_packbuilder_new(&$0, workshop.handle.pointer)
    }
    // With more threads the bytes depend on which of them is done first.
    git_packbuilder_set_threads(builder.pointer, 1)
    for object in objects.all {
      var id = object.id.raw
      try check(
        (object.name + [0]).withUnsafeBytes {
          git_packbuilder_insert(
            builder.pointer, &id, $0.bindMemory(to: CChar.self).baseAddress)
        })
    }
    return try bytes(of: builder)
  }

  private func bytes(of builder: Handle) throws(GitError) -> [UInt8] {
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    try check(
      git_packbuilder_foreach(
        builder.pointer,
        { data, count, sink in
          guard let sink else { return -1 }
          Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
            .append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
          return 0
        }, Unmanaged.passUnretained(sink).toOpaque()))
    return sink.bytes
  }
}
