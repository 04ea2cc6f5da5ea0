# What the user's state remembers of objects changes no answer, and hides nothing that changed.

"$(dirname "$0")/../../../../Benchmarks/make-repository" "$WORK/made" --documents 20 --commits 300 \
  --statements 200 >"$WORK/.out"
cd "$WORK/made/repository"
expect 0 writ root
root=$(grep -o -m1 'sha256:[0-9a-f]*' "$WORK/.out")
expect 0 writ root --pin "$root"
known=${XDG_STATE_HOME:-$HOME/.local/state}/writ/${root#sha256:}/objects

# Each with what is known, and with nothing known.
answers() {
  for command in "verify" "status" "history" "history information-security"; do
    # shellcheck disable=SC2086
    writ $command --format json || fail "$command"
  done >"$WORK/$1"
}
expect 0 writ verify  # from here on all is remembered
rm -f "$known"
expect 0 writ status
[ -s "$known" ] || fail "nothing is kept"
answers remembered
rm "$known"
answers found
cmp "$WORK/remembered" "$WORK/found" || fail "another answer with what is known"

# A file that was altered tells nothing, and is written anew.
[ -s "$known" ] || fail "nothing is kept"
sum=$(sha256sum <"$known")
sed -i '5s/./X/' "$known"
[ "$(sha256sum <"$known")" != "$sum" ] || fail "the file was to be altered"
answers altered
cmp "$WORK/altered" "$WORK/found" || fail "another answer with an altered file"
[ "$(sha256sum <"$known")" = "$sum" ] || fail "the file is not what it was"

# A decision that is altered is another object, of which nothing is known.
ref=$(git for-each-ref --count=1 --format='%(refname)' refs/tags/writ/information-security)
git cat-file tag "$ref" | sed 's/^tagger [^ ]*/tagger Eve/' >"$WORK/altered-tag"
git update-ref "$ref" "$(git hash-object -t tag -w --literally "$WORK/altered-tag")"
expect 1 writ verify
says "1 does not hold"
