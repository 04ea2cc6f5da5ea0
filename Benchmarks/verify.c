// The least that verifies decisions, in C on two threads: for each tag below refs/tags/writ, is its
// signature (SSHSIG, Ed25519) right, is it by the key that the tag names, and has the file in the
// tagged commit the digest that the tag names? Who may decide what is not asked.

#define _GNU_SOURCE
#include <git2.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { thread_count = 2, turn = 16 };

struct tag {
  git_oid id;
  git_odb_object *object;
  long long time;
};
static struct tag *tags;
static size_t tag_count;
static atomic_size_t next_tag, good_count;

// A thread has a repository of its own, and remembers the file that it looked at last.
struct worker {
  pthread_t thread;
  git_repository *repository;
  git_odb *objects;
  EVP_MD *sha256, *sha512;
  EVP_MD_CTX *context;
  git_oid commit;
  char path[512];
  unsigned char digest[32];
};

// Bytes that are read from the front.
struct bytes {
  const unsigned char *start;
  size_t size;
};

static bool take(struct bytes *from, const char *expected, size_t size) {
  if (from->size < size || memcmp(from->start, expected, size) != 0) return false;
  *from = (struct bytes){from->start + size, from->size - size};
  return true;
}

// A string as SSH writes it (RFC 4251, section 5).
static bool take_string(struct bytes *from, struct bytes *string) {
  if (from->size < 4) return false;
  const unsigned char *p = from->start;
  size_t size = (size_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
  if (from->size - 4 < size) return false;
  *string = (struct bytes){p + 4, size};
  *from = (struct bytes){p + 4 + size, from->size - 4 - size};
  return true;
}

static bool is(struct bytes bytes, const char *text) {
  return bytes.size == strlen(text) && memcmp(bytes.start, text, bytes.size) == 0;
}

// What stands behind the name of a field, up to the end of its line.
static bool field(struct bytes payload, const char *name, struct bytes *value) {
  const unsigned char *found = memmem(payload.start, payload.size, name, strlen(name));
  if (found == NULL) return false;
  found += strlen(name);
  const unsigned char *end = memchr(found, '\n', payload.start + payload.size - found);
  if (end == NULL) return false;
  *value = (struct bytes){found, end - found};
  return true;
}

static bool is_fingerprint(struct worker *self, struct bytes key, struct bytes expected) {
  unsigned char digest[32], text[45];
  if (!EVP_Digest(key.start, key.size, digest, NULL, self->sha256, NULL)) return false;
  EVP_EncodeBlock(text, digest, sizeof digest);
  return expected.size == 43 && memcmp(text, expected.start, 43) == 0;
}

// What an SSHSIG signs: its own fields, and the hash of the payload (PROTOCOL.sshsig).
static size_t signed_data(struct worker *self, struct bytes payload, bool is_sha512, unsigned char *data) {
  static const char sha512[] = "SSHSIG\0\0\0\3git\0\0\0\0\0\0\0\6sha512\0\0\0\x40";
  static const char sha256[] = "SSHSIG\0\0\0\3git\0\0\0\0\0\0\0\6sha256\0\0\0\x20";
  size_t size = sizeof sha512 - 1;
  memcpy(data, is_sha512 ? sha512 : sha256, size);
  const EVP_MD *hash = is_sha512 ? self->sha512 : self->sha256;
  if (!EVP_Digest(payload.start, payload.size, data + size, NULL, hash, NULL)) return 0;
  return size + (is_sha512 ? 64 : 32);
}

static bool is_signed(struct worker *self, struct bytes payload, struct bytes armor) {
  unsigned char blob[1024], data[128];
  int blob_size, rest;
  struct bytes key, namespace, reserved, hash, signature, type, point, value, fingerprint;
  if (armor.size > sizeof blob) return false;
  EVP_ENCODE_CTX *decoder = EVP_ENCODE_CTX_new();
  EVP_DecodeInit(decoder);
  bool good = EVP_DecodeUpdate(decoder, blob, &blob_size, armor.start, armor.size) >= 0 &&
              EVP_DecodeFinal(decoder, blob + blob_size, &rest) >= 0;
  EVP_ENCODE_CTX_free(decoder);
  struct bytes left = {blob, blob_size};
  if (!good || !take(&left, "SSHSIG\0\0\0\1", 10) || !take_string(&left, &key) || !take_string(&left, &namespace) ||
      !take_string(&left, &reserved) || !take_string(&left, &hash) || !take_string(&left, &signature))
    return false;
  if (!is(namespace, "git") || !is(reserved, "") || (!is(hash, "sha512") && !is(hash, "sha256"))) return false;
  if (!field(payload, "\nWrit-Key: SHA256:", &fingerprint) || !is_fingerprint(self, key, fingerprint)) return false;
  if (!take_string(&key, &type) || !is(type, "ssh-ed25519") || !take_string(&key, &point)) return false;
  if (!take_string(&signature, &type) || !is(type, "ssh-ed25519") || !take_string(&signature, &value)) return false;

  size_t size = signed_data(self, payload, is(hash, "sha512"), data);
  EVP_PKEY *public = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, point.start, point.size);
  good = size > 0 && public && EVP_MD_CTX_reset(self->context) &&
         EVP_DigestVerifyInit(self->context, NULL, NULL, NULL, public) == 1 &&
         EVP_DigestVerify(self->context, value.start, value.size, data, size) == 1;
  EVP_PKEY_free(public);
  return good;
}

// The digest of a file in a commit. Those who approve a version one after another tag one commit.
static bool read_digest(struct worker *self, const git_oid *id, const char *path) {
  if (git_oid_equal(id, &self->commit) && strcmp(path, self->path) == 0) return true;
  git_commit *commit = NULL;
  git_tree *tree = NULL;
  git_tree_entry *entry = NULL;
  git_blob *blob = NULL;
  self->path[0] = 0;
  bool good = git_commit_lookup(&commit, self->repository, id) == 0 && git_commit_tree(&tree, commit) == 0 &&
              git_tree_entry_bypath(&entry, tree, path) == 0 &&
              git_blob_lookup(&blob, self->repository, git_tree_entry_id(entry)) == 0 &&
              EVP_Digest(git_blob_rawcontent(blob), git_blob_rawsize(blob), self->digest, NULL, self->sha256, NULL);
  git_blob_free(blob);
  git_tree_entry_free(entry);
  git_tree_free(tree);
  git_commit_free(commit);
  if (!good) return false;
  git_oid_cpy(&self->commit, id);
  strcpy(self->path, path);
  return true;
}

static bool has_file(struct worker *self, struct bytes payload) {
  git_oid id;
  char path_text[sizeof self->path], hex[65];
  struct bytes path, digest;
  if (!take(&payload, "object ", 7) || payload.size < 40) return false;
  if (git_oid_fromstrn(&id, (const char *)payload.start, 40) < 0) return false;
  if (!field(payload, "\nWrit-Path: ", &path) || !field(payload, "\nWrit-Digest: sha256:", &digest)) return false;
  if (path.size >= sizeof path_text || digest.size != 64) return false;
  memcpy(path_text, path.start, path.size);
  path_text[path.size] = 0;
  if (!read_digest(self, &id, path_text)) return false;
  for (size_t i = 0; i < 32; i++) sprintf(hex + 2 * i, "%02x", self->digest[i]);
  return memcmp(hex, digest.start, 64) == 0;
}

static void verify(struct worker *self, struct tag *tag) {
  static const char begin[] = "-----BEGIN SSH SIGNATURE-----\n", end[] = "-----END SSH SIGNATURE-----\n";
  if (tag->object == NULL) return;
  const unsigned char *text = git_odb_object_data(tag->object);
  size_t size = git_odb_object_size(tag->object);
  const unsigned char *armor = memmem(text, size, begin, strlen(begin));
  if (armor == NULL || size < strlen(end) || memcmp(text + size - strlen(end), end, strlen(end)) != 0) return;
  struct bytes payload = {text, armor - text};
  const unsigned char *base64 = armor + strlen(begin), *base64_end = text + size - strlen(end);
  if (base64 > base64_end) return;
  if (is_signed(self, payload, (struct bytes){base64, base64_end - base64}) && has_file(self, payload)) good_count++;
}

static void read_tag(struct worker *self, struct tag *tag) {
  if (git_odb_read(&tag->object, self->objects, &tag->id) < 0) return;
  struct bytes text = {git_odb_object_data(tag->object), git_odb_object_size(tag->object)}, tagger;
  if (!field(text, "\ntagger ", &tagger)) return;
  const unsigned char *time = memchr(tagger.start, '>', tagger.size);
  if (time) tag->time = strtoll((const char *)time + 1, NULL, 10);
}

static void (*step)(struct worker *, struct tag *);

static void *work(void *worker) {
  // Some at a time, so that each thread stays in one part of the history.
  for (size_t i; (i = atomic_fetch_add(&next_tag, turn)) < tag_count;)
    for (size_t j = i; j < i + turn && j < tag_count; j++) step(worker, &tags[j]);
  return NULL;
}

static void for_each_tag(struct worker *workers, void (*what)(struct worker *, struct tag *)) {
  step = what;
  next_tag = 0;
  for (int i = 0; i < thread_count; i++)
    if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) exit(70);
  for (int i = 0; i < thread_count; i++) pthread_join(workers[i].thread, NULL);
}

static bool open_worker(struct worker *self) {
  self->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  self->sha512 = EVP_MD_fetch(NULL, "SHA512", NULL);
  self->context = EVP_MD_CTX_new();
  return self->sha256 && self->sha512 && self->context && git_repository_open(&self->repository, ".") == 0 &&
         git_repository_odb(&self->objects, self->repository) == 0;
}

static bool find_tags(git_repository *repository) {
  git_reference_iterator *refs;
  git_reference *ref;
  if (git_reference_iterator_glob_new(&refs, repository, "refs/tags/writ/*") < 0) return false;
  for (; git_reference_next(&ref, refs) == 0; git_reference_free(ref)) {
    const git_oid *id = git_reference_target(ref);
    if (id == NULL) return false;
    if (tag_count % 1024 == 0) tags = realloc(tags, (tag_count + 1024) * sizeof *tags);
    if (tags == NULL) return false;
    tags[tag_count++] = (struct tag){.id = *id};
  }
  git_reference_iterator_free(refs);
  return true;
}

// The newest first: packs have the newest texts whole, and older ones as what differs.
static int by_time(const void *one, const void *other) {
  const struct tag *a = one, *b = other;
  return (a->time < b->time) - (a->time > b->time);
}

int main(void) {
  struct worker workers[thread_count] = {0};
  if (git_libgit2_init() < 0) return 70;
  for (int i = 0; i < thread_count; i++)
    if (!open_worker(&workers[i])) return 70;
  if (!find_tags(workers[0].repository)) return 70;
  for_each_tag(workers, read_tag);
  qsort(tags, tag_count, sizeof *tags, by_time);
  for_each_tag(workers, verify);
  printf("%zu of %zu good\n", (size_t)good_count, tag_count);
  return good_count == tag_count && tag_count > 0 ? 0 : 1;
}
