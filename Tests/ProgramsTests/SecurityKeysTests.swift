import Files
import Foundation
import Testing

@testable import Programs

/// The beginning of the descriptor of a security key, and that of a keyboard.
private let securityKey: [UInt8] = [0x06, 0xD0, 0xF1, 0x09, 0x01, 0xA1, 0x01, 0x09, 0x20, 0xC0]
private let keyboard: [UInt8] = [0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0x05, 0x07, 0xC0]

@Suite struct SecurityKeysTests {
  @Test(
    "A security key says that it speaks FIDO",
    arguments: [
      (securityKey, true), (keyboard, false), (keyboard + securityKey, true), ([], false),
      // The same bytes as the value of something else, and cut short.
      ([0x27, 0x06, 0xD0, 0xF1, 0x00], false), ([0x26, 0xD0, 0xF1], false), ([0x06, 0xD0], false),
      // In a long item, and behind one.
      ([0xFE, 0x03, 0x00, 0x06, 0xD0, 0xF1], false),
      ([0xFE, 0x01, 0x00, 0xAA] + securityKey, true),
      ([0xFE], false),
    ])
  func descriptors(_ descriptor: [UInt8], _ speaks: Bool) {
    #expect(SecurityKeys.speaksFIDO(descriptor) == speaks)
  }

  @Test("It is found among the devices that are plugged in")
  func devices() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(!SecurityKeys.arePluggedIn(devices: folder.path))
    for (name, descriptor) in [("hidraw0", keyboard), ("hidraw1", securityKey)] {
      try Folder.make("\(folder.path)/real/\(name)/device")
      try File.create("\(folder.path)/real/\(name)/device/report_descriptor", with: descriptor)
    }
    #expect(!SecurityKeys.arePluggedIn(devices: "\(folder.path)/nothing"))
    try link(folder, "hidraw0")
    #expect(!SecurityKeys.arePluggedIn(devices: "\(folder.path)/devices"))
    try link(folder, "hidraw1")
    #expect(SecurityKeys.arePluggedIn(devices: "\(folder.path)/devices"))
  }

  /// Linux lists devices as links to where they are.
  private func link(_ folder: TemporaryFolder, _ name: String) throws {
    try Folder.make("\(folder.path)/devices")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/devices/\(name)",
      withDestinationPath: "\(folder.path)/real/\(name)")
  }
}
