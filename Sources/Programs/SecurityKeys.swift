import Files

/// Security keys that are plugged in, as Linux lists them.
public enum SecurityKeys {
  /// The folder in which Linux lists devices such as keyboards and security keys.
  public static let devices = "/sys/class/hidraw"

  /// Whether one is plugged in: a device that says of itself that it speaks FIDO.
  public static func arePluggedIn(devices: String = devices) -> Bool {
    let entries = (try? Folder.entries(under: devices)) ?? []
    return entries.contains { entry in
      let bytes = try? File.read(
        "\(devices)/\(entry.path)/device/report_descriptor", limit: 1 << 16)
      return bytes.map(speaksFIDO) ?? false
    }
  }

  /// Whether a HID report descriptor (USB HID 1.11, section 6.2.2) names the usage page of FIDO,
  /// 0xF1D0.
  static func speaksFIDO(_ descriptor: [UInt8]) -> Bool {
    var rest = descriptor[...]
    while let prefix = rest.popFirst() {
      // A long item says its length itself, and means nothing here.
      if prefix == 0xFE {
        rest = rest.dropFirst(2 + Int(rest.first ?? 0))
        continue
      }
      let size = [0, 1, 2, 4][Int(prefix & 3)]
      if prefix & 0xFC == 0x04, rest.starts(with: [0xD0, 0xF1]), size == 2 { return true }
      rest = rest.dropFirst(size)
    }
    return false
  }
}
