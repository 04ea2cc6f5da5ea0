/// Stands in for the function of Mbed TLS by which libgit2 reads the machine's certificates.
///
/// libgit2 does so whenever it starts, for connections that it might make: 140 certificates, which
/// takes longer than all else that a hook does. Writ makes no connection through libgit2; one would
/// now be refused, since it trusts nobody.
@c(mbedtls_x509_crt_parse_file)
public func readNoCertificates(_: OpaquePointer?, _: UnsafePointer<CChar>?) -> CInt { 0 }
