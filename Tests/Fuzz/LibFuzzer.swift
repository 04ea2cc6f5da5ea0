import Glibc

/// The reader that the program is called after: `run` gives it the name of each in turn.
private let reader: Reader? = {
  let name = CommandLine.arguments.first?.split(separator: "/").last ?? ""
  return Reader.all.first { $0.name == name }
}()

/// Where to put what is accepted; nowhere unless `ACCEPTED` names a folder.
private let accepted = getenv("ACCEPTED").map { String(cString: $0) }

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let reader else {
    fatalError("call the program after one of: \(Reader.all.map(\.name).joined(separator: " "))")
  }
  do {
    let exhibit = try reader.read(Array(UnsafeBufferPointer(start: data, count: count)))
    if let exhibit, let accepted { keep(exhibit, in: accepted) }
  } catch {
    fatalError("\(reader.name): \(error)")
  }
  return 0
}

/// A sample of all that was accepted: the newest for each of 4096 values of a checksum.
private func keep(_ exhibit: Exhibit, in folder: String) {
  let checksum = exhibit.bytes.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  let path = "\(folder)/\((checksum ^ checksum >> 12) & 0xFFF).\(exhibit.kind)"
  write(exhibit.bytes, to: path)
  if let reading = exhibit.reading { write(Array(reading.utf8), to: path + ".reading") }
}

private func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "w") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
