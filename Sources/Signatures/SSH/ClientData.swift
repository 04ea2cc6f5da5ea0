import Objects

/// What a browser had a security key sign (OpenSSH PROTOCOL.u2f, "webauthn"; WebAuthn Level 2,
/// section 5.8.1).
struct ClientData: Hashable, Sendable {
  /// Where it was asked to, as it says of itself.
  let origin: String
  /// `clientDataJSON`, which the device signs in place of the data.
  let json: [UInt8]
  /// What the device says in answer to extensions, in CBOR; it is signed, and not looked into.
  let extensions: [UInt8]

  init(_ reader: inout WireReader) throws(SignatureFormatError) {
    guard let origin = reader.string(), let json = reader.string(), let extensions = reader.string()
    else { throw .truncated }
    guard let text = String(validating: origin, as: UTF8.self), Self.standsForItself(text) else {
      throw .origin
    }
    self.origin = text
    self.json = json
    self.extensions = extensions
  }

  /// What the browser was asked for, if it was not to sign just this data, from the very page that
  /// the person saw.
  ///
  /// As OpenSSH does, the beginning is compared with what browsers write by WebAuthn, section
  /// 5.8.1.1, so that no JSON need be understood. They add members behind the origin.
  func refusal(of data: [UInt8]) -> SignatureVerdict.Reason? {
    let beginning =
      "{\"type\":\"webauthn.get\",\"challenge\":\"\(Base64.encodeForURL(data))\""
      + ",\"origin\":\"\(origin)\""
    guard json.starts(with: beginning.utf8) else { return .otherRequest }
    let rest = json.dropFirst(beginning.utf8.count)
    guard rest.elementsEqual("}".utf8) || rest.starts(with: ",\"".utf8) && rest.last == 0x7D else {
      return .otherRequest
    }
    let framed = Array("\"crossOrigin\":true".utf8)
    return rest.indices.contains { rest[$0...].starts(with: framed) } ? .crossOrigin : nil
  }

  /// Whether the text stands in JSON as it is.
  private static func standsForItself(_ text: String) -> Bool {
    Characters.isName(text)
      && !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
  }
}
