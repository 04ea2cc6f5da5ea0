import Objects
import Testing

@testable import PolicyRepository

/// What is said of a commit's signature: whose it is, that it does not verify, or that this version cannot tell.
@Suite struct CommitSignerTests {
  @Test func whatVerifiesIsTheKeysOwn() throws {
    #expect(try verdict(on: Self.signature) == "SHA256:9n/pwG38EDMvWiFwFrfqTcjKJRmTQcq9mh+oklrRD+c")
    #expect(try verdict(on: Self.signature, message: "Something else") == "bad")
    #expect(try verdict(on: nil) == "nobody")
  }

  @Test(arguments: [
    "", "\n", " ", "garbage", "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----\n",
    "-----BEGIN PGP SIGNATURE-----\n-----END PGP SIGNATURE-----\n",
    "-----BEGIN PGP SIGNATURE-----\n\n\n-----END PGP SIGNATURE-----\n",
    "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END SIGNED MESSAGE-----\n",
    "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\nand more\n",
    " -----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n",
    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\niQ==\n-----END PGP PUBLIC KEY BLOCK-----\n",
    "-----BEGIN SOMETHING-----\n\niQ==\n-----END SOMETHING-----\n",
    "-----BEGIN SSH SIGNATURE-----\niQ==\n-----END SSH SIGNATURE-----\n", Self.forFiles,
  ])
  func noSignatureIsBad(_ text: String) throws {
    #expect(try verdict(on: text) == "bad")
  }

  @Test(arguments: [
    "-----BEGIN PGP SIGNATURE-----\n\niQ==\n=abcd\n-----END PGP SIGNATURE-----\n",
    "-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\nforged\n-----END PGP SIGNATURE-----\n\n",
    "-----BEGIN PGP SIGNATURE-----\r\n\r\niQ==\r\n-----END PGP SIGNATURE-----\r\n",
    "-----BEGIN PGP MESSAGE-----\n\niQ==\n-----END PGP MESSAGE-----\n",
    "-----BEGIN SIGNED MESSAGE-----\nMIIB\n-----END SIGNED MESSAGE-----\n", Self.byUnknownType,
    Self.byCertificate,
  ])
  func whatCannotBeVerifiedIsUnsupported(_ text: String) throws {
    #expect(try verdict(on: text) == "unsupported")
  }

  /// What is said of the sample commit with this text as its header `gpgsig`.
  private func verdict(on signature: String?, message: String = "Nothing yet") throws -> String {
    let header = signature.map { text in
      // By scalars: CR and LF together are one character.
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
      // Git ends the header where the text ends, also where that is the end of a line.
      let own = lines.count > 1 && lines.last == "" ? lines.dropLast() : lines[...]
      return "gpgsig \(own.joined(separator: "\n "))\n"
    }
    let commit = """
      tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
      author Pat Ray <pat@example.org> 1764547200 +0000
      committer Pat Ray <pat@example.org> 1764547200 +0000
      \(header ?? "")
      \(message)

      """
    switch CommitSigner(of: CommitObject(Array(commit.utf8))) {
    case .nobody: return "nobody"
    case .key(let fingerprint, _): return "\(fingerprint)"
    case .unsupported: return "unsupported"
    case .bad: return "bad"
    }
  }

  /// Over the sample commit, made by `ssh-keygen -Y sign -n git`.
  private static let signature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgdkWjZvPdqgSlDP7opqHtOWjdaw
    7XDDACRi8T0PXMp0UAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
    AAAAQL52kYQjlsFfjEBTKspoWeelcKLvax5AoOOCJ06SXdL7CAlqk8e9qQlnQjTUdqnY9t
    LNstZrMZc4FK3KtF5gPws=
    -----END SSH SIGNATURE-----

    """

  /// The same with `-n file`.
  private static let forFiles = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgdkWjZvPdqgSlDP7opqHtOWjdaw
    7XDDACRi8T0PXMp0UAAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx
    OQAAAED6Kpkr27vc+MEV1rK5EyBBL6V9jMCXyYMte+Rv8J5k4EMQgl3PcDa4ZVw2K1UBW+
    tsOII6QOj7+sVfwVElpXwI
    -----END SSH SIGNATURE-----

    """

  /// The same, with the type of the key changed to `ssh-ml-dsa1`.
  private static let byUnknownType = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLW1sLWRzYTEAAAAgdkWjZvPdqgSlDP7opqHtOWjdaw
    7XDDACRi8T0PXMp0UAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
    AAAAQL52kYQjlsFfjEBTKspoWeelcKLvax5AoOOCJ06SXdL7CAlqk8e9qQlnQjTUdqnY9t
    LNstZrMZc4FK3KtF5gPws=
    -----END SSH SIGNATURE-----

    """

  /// By a key with an OpenSSH certificate.
  private static let byCertificate = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAbQAAAAgc3NoLWVkMjU1MTktY2VydC12MDFAb3BlbnNzaC5jb20AAA
    Ag929WJVDOdmxEaR1dG/qy34vWaGBYC1WRM8HFgz6OVB0AAAAgdkWjZvPdqgSlDP7opqHt
    OWjdaw7XDDACRi8T0PXMp0UAAAAAAAAAAAAAAAEAAAABeAAAAAcAAAADcGF0AAAAAAAAAA
    D//////////wAAAAAAAACCAAAAFXBlcm1pdC1YMTEtZm9yd2FyZGluZwAAAAAAAAAXcGVy
    bWl0LWFnZW50LWZvcndhcmRpbmcAAAAAAAAAFnBlcm1pdC1wb3J0LWZvcndhcmRpbmcAAA
    AAAAAACnBlcm1pdC1wdHkAAAAAAAAADnBlcm1pdC11c2VyLXJjAAAAAAAAAAAAAAAzAAAA
    C3NzaC1lZDI1NTE5AAAAIHq/XypkovarBnQFmnGX3OQH3auBsH0+yi5UeWB4WnrMAAAAUw
    AAAAtzc2gtZWQyNTUxOQAAAEAE1b91MeO0r470ukZ4DLlOc5YjWOCCE4hOa7F64veo3Y/A
    hNt+XCi7XzKBcjrWa2EulquvrClX9d++xbfO5X0OAAAAA2dpdAAAAAAAAAAGc2hhNTEyAA
    AAUwAAAAtzc2gtZWQyNTUxOQAAAEC+dpGEI5bBX4xAUyrKaFnnpXCi72seQKDjgidOkl3S
    +wgJapPHvakJZ0I01Hap2PbSzbLWazGXOBStyrReYD8L
    -----END SSH SIGNATURE-----

    """
}
