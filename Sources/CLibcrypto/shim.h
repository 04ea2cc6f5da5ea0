// The functions that hash at a low level are marked as deprecated; see writ_sha256.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/sha.h>

// SHA256() and SHA512() look for a provider and fail where the machine's configuration offers
// none. These three steps look for nothing and cannot fail, so neither can hashing.
static inline void writ_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes, count);
  SHA256_Final(digest, &context);
}

// As writ_sha256.
static inline void writ_sha512(const void *bytes, size_t count, unsigned char digest[64]) {
  SHA512_CTX context;
  SHA512_Init(&context);
  SHA512_Update(&context, bytes, count);
  SHA512_Final(digest, &context);
}

// OSSL_PARAM keeps the pointer to its name: a literal of C lives for ever, one that Swift passes
// to C only for the call.
static inline int writ_ec_public_key(
    EVP_PKEY_CTX *context, EVP_PKEY **key, const char *group, const unsigned char *point,
    size_t count) {
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, (char *)group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, (void *)point, count),
      OSSL_PARAM_construct_end(),
  };
  return EVP_PKEY_fromdata(context, key, EVP_PKEY_PUBLIC_KEY, parameters);
}
