import Testing

@testable import Signatures

/// Keys and signatures that OpenSSH 9.2 made; nobody has the private keys any more.
enum Samples {
  /// A sound key of each type.
  static let keys = [
    ed25519, p256, p384, p521, rsa2048, securityKeyEd25519, securityKeyP256,
  ]

  /// What is signed.
  static let message = Array("Writ test message\n".utf8)

  /// ssh-keygen -t ed25519
  static let ed25519 =
    """
    ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP/X6uBehspxsx4CwAvatyED0FsNCrCkahDeE4DCwip+
    """

  /// ssh-keygen -t ecdsa -b 256
  static let p256 =
    """
    ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIqdZ1wNLxHxJ48wHa\
    r5AzmrBRSpt85rk1Elu8xyOnl/C6cTvQtB4+nT6hox9/3df1HuUW0+/sooUSRvhzi9R88=
    """

  /// ssh-keygen -t ecdsa -b 384
  static let p384 =
    """
    ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBPZaCMbqUp5Cn0dbCT\
    jAPDIZzrc6quc/3q5iweMzuxHwXOkUPrvx+uWDhhLJqPiKp5cgaGjm8o1F5YirhqJHr9ipBMpyfeiUHumwg0hf+/W0\
    bysTHRmLTnWecMvIZ2sdoA==
    """

  /// ssh-keygen -t ecdsa -b 521
  static let p521 =
    """
    ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBADVkTX2SAk/gWeTHu\
    hhM4FzWVvojRt1FvYu11sySPtfU2NB0bVB65bG1/DurWphen2lT0zMgtiKJ9M3X3P089b8yAB85Tkfs/9ACWVAh0Gf\
    gmbHFjod0Re67yrSMp6yr/vc0lT8mq/Sc41WGfQ65NX8EJJsClBs/N8YDlthvnfUHev3nQ==
    """

  /// ssh-keygen -t rsa -b 2048
  static let rsa2048 =
    """
    ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCtF262UEzaAxtvRVRTPHqsZtKAzk5jIF2YikXazQpWQKqIpubATs\
    W1MVqCp26+Q9nWzlDVkqvDT4C//BkBwIkwSJjTQnAIhR+DPo2VUHHGw6LI6oXF3OeRcuW5en1PPbMMWuG78U8vO6CR\
    ivqAFEi332nbcVpJ6h3yNeJ8i0lglA924AfONPX84KQODZJIrSFOawxeyl80a8ylQmohg4Z6ONFmEWa7duK2Q+Uxjh\
    29rBJhxIq0LY4JEYRaxVA4hPJ2dnsFvsdchyLS3cTo91s2xs08dAG7il9PGtpXOjK7+DlOlnV+85a5woLbiqVHfAV1\
    Sd4vfzGdEt1+MHxnyyx/
    """

  /// ssh-keygen -t rsa -b 2047
  static let rsa2047 =
    """
    ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAFvqSSNBvOX+qFHzlRUyLDsnPQZdTEl+KryVPYoBIqpPvHFwzyV55g\
    EQenFLf/BhJg5o9LNBJ5b4vl9Ry371YcAPLochR2GzAkQOGb3guMWrRbaZb06tk+/tpgoQ6Nae6prNkSumK6sxFLD9\
    axy8J4l1jTatrob/QNKHxbeHvKZGkUSvdrS9HMBFE1fO8gRAteKV3Wm5p6Ovk2GXwoI3bHP2oRzH8JDeN5b2Kh9/Tz\
    Tc9BlaIkPVMFE5K62FZZPygnlfPrv4duIGIJs6QZdhGnd19o09J5kH/O4xdOaslE0q027mx4FdyUuXjkLUJIgXv8Oq\
    HP8o4AldNos9Dq9AM3U=
    """

  /// ssh-keygen -t rsa -b 1024
  static let rsa1024 =
    """
    ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDPLTPNbktDnw+CELb24fj7OWC7DI9JiEXVwNVRVHHIRy0v+FQWnN\
    1HQcD0KSvsgZwhLett7WaWESFnDSbOkisljmUOHuQ2fUcYlSc7mPD5HhBDL/K8zpdzQIW0dBLGzLHALHDQCsh3kmma\
    /i0ESbb1jA3hXeWWIcic36yW/S57Bw==
    """

  /// ssh-keygen -t dsa
  static let dsa =
    """
    ssh-dss AAAAB3NzaC1kc3MAAACBAN1zYWK1eRa5LNJ0eg1DWF7he8TJzS+sRpMXVi4taBG1+7emWGMxJ7+bZXbP4Q\
    tG49aaZnIk+XsNRFfjq04I9mf+sBEbXbm1UZorez2kKNRArrCMz9Q1K3v+jKdbmkOByKGz9QAmpd2bDIp6HzbaHync\
    SIpBCW8kyNmdFtYL+4jVAAAAFQDiepWkgTnM85/4gWMwtVZi0rj5tQAAAIEAwz9cE0UALhA1jGLDoF5PzEKibTIGoB\
    ltUndPSJOIPNhau4aTznPiPCQ9nraqhvxnCWYJzB2sJjPK65P8tIp1epqlucLF7aff3y0btI+KRxeQ8MDugrns1hA6\
    0dE1WF3gb83rf7ZpFXAOsfCFEdd+MbRP9u1rvltv/WX4nS2K5AUAAACBAMgynyoo8X3G9W5gXgW3zv+nOG4U6uTM3V\
    8eDIDtUG3EUMUQlqfg3JGSAtEfuGPhJrq2etjKYc3nol0ZHqMGecvacDgrKZKzLpeKdO+Ico1DlsMf6Gyje78Pwil8\
    5mntUujIp6SBf7EgksYv/sLdBGwKCOPtibj21ApELznUB9iZ
    """

  /// ssh-keygen -s ed25519 -I id -n jane p256.pub
  static let certificate =
    """
    ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC12MDFAb3Blb\
    nNzaC5jb20AAAAgevzCtQ28x9IuYAFcy311OKmK8xQBkSq4yj6bpw0Z9osAAAAIbmlzdHAyNTYAAABBBIqdZ1wNLxH\
    xJ48wHar5AzmrBRSpt85rk1Elu8xyOnl/C6cTvQtB4+nT6hox9/3df1HuUW0+/sooUSRvhzi9R88AAAAAAAAAAAAAA\
    AEAAAACaWQAAAAIAAAABGphbmUAAAAAAAAAAP//////////AAAAAAAAAIIAAAAVcGVybWl0LVgxMS1mb3J3YXJkaW5\
    nAAAAAAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9yd2FyZGluZwAAAAAAA\
    AAKcGVybWl0LXB0eQAAAAAAAAAOcGVybWl0LXVzZXItcmMAAAAAAAAAAAAAADMAAAALc3NoLWVkMjU1MTkAAAAg/9f\
    q4F6GynGzHgLAC9q3IQPQWw0KsKRqEN4TgMLCKn4AAABTAAAAC3NzaC1lZDI1NTE5AAAAQJK95SkgAsTTMG1HzGah+\
    iAAxgT3udEdhNCDQQ8JYBAjUk7RI3E0PZVyMw2WuOZ/wqlUB01paTwe1wN0tPfO3Ac=
    """

  /// `ed25519` as the key of a device, for the application `ssh:`
  static let securityKeyEd25519 =
    """
    sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIP/X6uBehspxsx4CwAv\
    atyED0FsNCrCkahDeE4DCwip+AAAABHNzaDo=
    """

  /// `p256` as the key of a device, for the application `ssh:`
  static let securityKeyP256 =
    """
    sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAA\
    IbmlzdHAyNTYAAABBBIqdZ1wNLxHxJ48wHar5AzmrBRSpt85rk1Elu8xyOnl/C6cTvQtB4+nT6hox9/3df1HuUW0+/\
    sooUSRvhzi9R88AAAAEc3NoOg==
    """

  /// ssh-keygen -Y sign -n git
  static let ed25519Signature = Armor(
    "ed25519",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg/9fq4F6GynGzHgLAC9q3IQPQWw
    0KsKRqEN4TgMLCKn4AAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
    AAAAQDbi82YbxTiAjEOoomoPRhkH5IbDQrpN1hSUiaYMGi55iqTaI3v2Dh1sUWIQk4BvuU
    siFofteD7RILaBGIoeGAQ=
    -----END SSH SIGNATURE-----

    """)

  /// ssh-keygen -Y sign -n git -O hashalg=sha256
  static let ed25519SHA256Signature = Armor(
    "ed25519SHA256",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg/9fq4F6GynGzHgLAC9q3IQPQWw
    0KsKRqEN4TgMLCKn4AAAADZ2l0AAAAAAAAAAZzaGEyNTYAAABTAAAAC3NzaC1lZDI1NTE5
    AAAAQIb6YEzos2vnSY8D13bJX8KkT2/9W0s426bgZ8VGYjBot9iZxswJ1uQJaOWaoNEFKl
    X/m5EjvZzEXHxHyrtedAk=
    -----END SSH SIGNATURE-----

    """)

  /// ssh-keygen -Y sign -n git
  static let p256Signature = Armor(
    "p256",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
    EEip1nXA0vEfEnjzAdqvkDOasFFKm3zmuTUSW7zHI6eX8LpxO9C0Hj6dPqGjH3/d1/Ue5R
    bT7+yihRJG+HOL1HzwAAAANnaXQAAAAAAAAABnNoYTUxMgAAAGQAAAATZWNkc2Etc2hhMi
    1uaXN0cDI1NgAAAEkAAAAgB0Vj1ebwbbFdCkXTfy9TLToY4zXSXz74dloY5wplPogAAAAh
    AJXyMzalIrFyEmHsHXHYxRcJzjZTQa4JjyoGHlFnAPXK
    -----END SSH SIGNATURE-----

    """)

  /// ssh-keygen -Y sign -n git
  static let p384Signature = Armor(
    "p384",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAIgAAAATZWNkc2Etc2hhMi1uaXN0cDM4NAAAAAhuaXN0cDM4NAAAAG
    EE9loIxupSnkKfR1sJOMA8MhnOtzqq5z/ermLB4zO7EfBc6RQ+u/H65YOGEsmo+IqnlyBo
    aObyjUXliKuGokev2KkEynJ96JQe6bCDSF/79bRvKxMdGYtOdZ5wy8hnax2gAAAAA2dpdA
    AAAAAAAAAGc2hhNTEyAAAAhAAAABNlY2RzYS1zaGEyLW5pc3RwMzg0AAAAaQAAADEA1dmX
    Do97AWjBW0Nfhjnsn7vhdFBWY75drcc5qHfTIEav0WBOAo129xoq3jM3Iqc7AAAAMEntSC
    1vuG+ZLG1Zdw5S757Kv+fFJAvgTVOJuf1O7/eFT+JhGm0nF4NIi/NS7VU+HA==
    -----END SSH SIGNATURE-----

    """)

  /// ssh-keygen -Y sign -n git, by a key of its own
  static let p521Signature = Armor(
    "p521",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAKwAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAAhuaXN0cDUyMQAAAI
    UEAJrfwh2cNy35VqVogDiF2p0ps/Dnjuu1bv1zRrlkwl/yp1YDI1LzBNgQJjNmcCAvpO43
    ugW3OTyre3Oc3gP5hc8WACKEI4ezlRNIQGumLWLfNqYYbXpCCqlsVoz/PM/CosRK3FsF14
    cDwIIa7jcuHwxJCMZktfGwmRITKTDWWx7/zfjnAAAAA2dpdAAAAAAAAAAGc2hhNTEyAAAA
    pgAAABNlY2RzYS1zaGEyLW5pc3RwNTIxAAAAiwAAAEFAQ2dQOhphN8llPoSifZTlXr1F8b
    T7deaRnSFbxFNX60WIUGsIfWqgdtljxceie3yGcAGCoBuq5KlcR52ky/YGbwAAAEIBqMB8
    VBdUEU6Y/R+yYF8pIq/4uNO+c0C7wOR4LhkO2/aig8AyRK0lYGX+rGWk9rCfuS8h3+0lVr
    HnRofwdNLF0Vg=
    -----END SSH SIGNATURE-----

    """)

  /// By a security key for `ssh:` that made sure who used it
  static let securityKeyEd25519Signature = Armor(
    "security key, Ed25519",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAEoAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAAAgxIltgg
    uOTBXhp7X/UjM8kuvVxlyKYpTjpNp5h6CykKYAAAAEc3NoOgAAAANnaXQAAAAAAAAABnNo
    YTUxMgAAAGcAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAABA1Zuuh+4sS9IUjT
    c3qG57wCtdwRN533ucx36oZmlN8stSizd7gnESfe51Vp4oWruqaIEdDESBDcBy+LU5OxEO
    AAUAAAAH
    -----END SSH SIGNATURE-----

    """)

  /// By a security key for `ssh:` that somebody touched
  static let securityKeyP256Signature = Armor(
    "security key, P-256",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAH8AAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ
    AAAAhuaXN0cDI1NgAAAEEEQ97itXX1TVL6cVR3ro0Hzuj6Oj0aDtgkN0z6H2H1GPPoBpKw
    +IzkYr8+9Dht8mLfD/4zXGoPDFpPS6ROgR6NEQAAAARzc2g6AAAAA2dpdAAAAAAAAAAGc2
    hhNTEyAAAAeAAAACJzay1lY2RzYS1zaGEyLW5pc3RwMjU2QG9wZW5zc2guY29tAAAASQAA
    ACBtWWij6MNG1q8Kgdd/LU8KAzeCNuyHjCTAJr38DBcUNwAAACEAsMNJJwWOSVKFTRy5ta
    4bKakRv7Vt5f4cbjvcjOXRjNEBAAAABw==
    -----END SSH SIGNATURE-----

    """)

  /// By a security key for `desk.example.org`, asked by a browser at https://desk.example.org
  static let webauthnSignature = Armor(
    "webauthn",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAIsAAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ
    AAAAhuaXN0cDI1NgAAAEEE3Jxy9jUgywykDjtt0V4UzEFhijemryBJpCJ6hJ/WqSLJVNly
    93EG+vavO8JeBhhyKDdCPBFHf9XUOSs7+t/6wwAAABBkZXNrLmV4YW1wbGUub3JnAAAAA2
    dpdAAAAAAAAAAGc2hhNTEyAAABggAAACt3ZWJhdXRobi1zay1lY2RzYS1zaGEyLW5pc3Rw
    MjU2QG9wZW5zc2guY29tAAAASQAAACEA6aRYHiBCpoQOrzJJavi76JEdQt2gJFW0qGrPm2
    XxGn8AAAAgb8++oONijPRZl2bFX97dHS3HvCgxwPdyfaLP2pITL3EFAAAABwAAABhodHRw
    czovL2Rlc2suZXhhbXBsZS5vcmcAAADdeyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbG
    xlbmdlIjoiVTFOSVUwbEhBQUFBQTJkcGRBQUFBQUFBQUFBR2MyaGhOVEV5QUFBQVFFY3Iz
    NlU5M01TQ0F6TmRqaTE0ZzVuYTl3R3Azc20teGYwOENmelVsbG82cXNaSXFkZ0dDWTNDVE
    lmMU5IUlR6azlaa09LbXVCRVd3ZG9WSGRITWthcyIsIm9yaWdpbiI6Imh0dHBzOi8vZGVz
    ay5leGFtcGxlLm9yZyIsImNyb3NzT3JpZ2luIjpmYWxzZX0AAAAA
    -----END SSH SIGNATURE-----

    """)

  /// By an RSA key of 3072 bits of its own, with `rsa-sha2-256` as an agent may
  static let rsaSHA256Signature = Armor(
    "rsa, SHA-256",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAZcAAAAHc3NoLXJzYQAAAAMBAAEAAAGBAPSg5HklPNw1tcR0zvWU4B
    Etw8DwmQyRPGTYW4jMMzPpd/gCRWzKDIJZ2M1z0crq447lg8KVlcTl7pm3UBOGFVM9o4D6
    WIQH3kZ94ZYusMEXIQkoXljst11lgnCAIrzGV209I8GAYsStma6HtcOAEMccT7ML984ekJ
    DNGehLpb/mCAijmVyG5nS+bpHK/l66quaWbjyXGVSlqKUhCudn+ejeSVbxhKvUfaEI+4kp
    hcE46ibJ7sUzH+Q8d7xKVGM2iL+U/JG7m/HvMbF9e7W3/vMwNwg6gJRstsI9AOx3C+NKzH
    VxCrz/YLGWSOKzcGQs5WgrpMD5nXO2217QnDWKYeFidNiegJlKyyv+FN4v7C4yadHikLqh
    vo9d6HxssER7CT9Sk/YPCtp0/4Hrod9v7O5AwxhBzqFvSpG3/j30bDcIZKbPCGVlmhmoHn
    OWgWk9iop+eJOUzTOPdS1OpiPRAAV3VXDIbU+0Y0hpRaU/HKPBB4TRMgkEEPAekphvoDRM
    6QAAAANnaXQAAAAAAAAABnNoYTI1NgAAAZQAAAAMcnNhLXNoYTItMjU2AAABgF3yGbdtQC
    ez1wkrQUr3HPeb+2gQYGnFbF1u5NMoKOt3fLVFG48I1IGTMwJCoESffH6DB8KSy20F36vx
    vDz/yXEqWxlpDlveCOX5vssPynBV7zXMX8KEbOl/ALGdUpxymgvKGaM0DOt5ShVNKhnac8
    e+8ebX+X2KrxYiFtZV29S+5o56Qo4Fouuji/m3LceuhH9eg3MN2sPhPL6iuLFtVe6+5cTP
    oFAjBflGCVBfdnK5+hZW2SrUEh+5gZTIiQ1+coWf2FBQYkBhmPnMvrD3umldgo/BMLcWz9
    YqYscRowNZZGdw3BzenCNqkE4ZFN1ZizAJRF52Z3F8bGQX42CvUjh+ePMyWbrt6VGleZya
    gO10VfKK0m/l3rUqzvt7RdHk6LfnkdJ03s9RQ90TFYQSVVfMdTzNDkZp7HpYuKRdwepGcQ
    l8Kir/jBKgnGc7kwOI66s+9W3/E/bStrhlBlnEbnPNYm6qUqSULNsg1q3GxuJ887651d7J
    mzKBtN63BU7mlA==
    -----END SSH SIGNATURE-----

    """)

  /// ssh-keygen -Y sign -n git
  static let rsaSignature = Armor(
    "rsa",
    """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAK0XbrZQTNoDG29FVFM8eq
    xm0oDOTmMgXZiKRdrNClZAqoim5sBOxbUxWoKnbr5D2dbOUNWSq8NPgL/8GQHAiTBImNNC
    cAiFH4M+jZVQccbDosjqhcXc55Fy5bl6fU89swxa4bvxTy87oJGK+oAUSLffadtxWknqHf
    I14nyLSWCUD3bgB8409fzgpA4NkkitIU5rDF7KXzRrzKVCaiGDhno40WYRZrt24rZD5TGO
    Hb2sEmHEirQtjgkRhFrFUDiE8nZ2ewW+x1yHItLdxOj3WzbGzTx0AbuKX08a2lc6Mrv4OU
    6WdX7zlrnCgtuKpUd8BXVJ3i9/MZ0S3X4wfGfLLH8AAAADZ2l0AAAAAAAAAAZzaGE1MTIA
    AAEUAAAADHJzYS1zaGEyLTUxMgAAAQBUWcUuRHSJjLHnPFy5w4hVWu53gJTvb2T0GYIgws
    cJA6wjs4LC9i6nf4Uix32XuMxFOatwhMZIgYItqx6UW0ooKsPZw/Gn+7269fbfMcMIVL78
    4VlqUS7zkIgBzSbaz6GcgXU+jkcurk6HouNjkfeUGeWskEelvfpzAuTlbFEiAPyU523nmB
    PNMXppMeTKiaG4yXXAoIeuK4Ivc/TMoXLrqF79zJnOnXRXaY9DuZVjawTvI71L+o/QZdLv
    CS7jjWlizIl9zVmrLzh5YAVEo1beVLnThcgkzYbuAl0sSxaWcaZFPHFt4KEXQeeaJp2Lr3
    Mz8cSiTK5Pg3xbiPqeD6fT
    -----END SSH SIGNATURE-----

    """)
}

/// A signature as `ssh-keygen` printed it, with a name for the output of the tests.
struct Armor: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }

  /// The bytes between BEGIN and END, decoded.
  var blob: [UInt8] {
    Base64.decode(text.split(separator: "\n").dropFirst().dropLast().flatMap(\.utf8)) ?? []
  }
}
