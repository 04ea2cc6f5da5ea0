// The functions that hash at a low level are marked as deprecated; see writ_sha256.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
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

// As writ_ec_public_key; the numbers stand most significant byte first.
static inline int writ_rsa_public_key(
    EVP_PKEY_CTX *context, EVP_PKEY **key, const unsigned char *modulus, size_t modulus_count,
    const unsigned char *exponent, size_t exponent_count) {
  BIGNUM *n = BN_bin2bn(modulus, (int)modulus_count, NULL);
  BIGNUM *e = BN_bin2bn(exponent, (int)exponent_count, NULL);
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM *parameters = NULL;
  if (n != NULL && e != NULL && builder != NULL &&
      OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) == 1 &&
      OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e) == 1) {
    parameters = OSSL_PARAM_BLD_to_param(builder);
  }
  int result = parameters == NULL
      ? 0
      : EVP_PKEY_fromdata(context, key, EVP_PKEY_PUBLIC_KEY, parameters);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(builder);
  BN_free(e);
  BN_free(n);
  return result;
}
