# The history of a document follows it through other names and folders, and says of every commit who
# signed it.

given_governance
clock "2026-12-02 09:00:00"
mkdir policies/top
git mv $policy policies/top/information-security.md
echo "We are happy to say so." >>policies/top/information-security.md
git commit -qam "Move it, and say more" 2>"$WORK/.err"

signed() { git -c commit.gpgsign=true -c user.signingkey="$WORK/$1" commit -qam "$2" 2>"$WORK/.err"; }
clock "2026-12-03 09:00:00"
echo "Signed by Jane." >>policies/top/information-security.md
signed jane "A signed change"
clock "2026-12-04 09:00:00"
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
echo "Signed by somebody." >>policies/top/information-security.md
signed kim "A change that somebody signed"
clock "2026-12-05 09:00:00"
echo "Not signed." >>policies/top/information-security.md
git commit -qam "A change that nobody signed" 2>"$WORK/.err"
echo "x" >notes.txt
git add notes.txt
git commit -qm "No document" 2>"$WORK/.err"

expect 0 writ history information-security --format json
json '[.events[] | [.time[:10], .version, .signature]]' \
  '[["2026-12-01","1.0","unsigned"],["2026-12-02","1.0","unsigned"],["2026-12-03","1.0","signed by jane-doe"],["2026-12-04","1.0","signed by unknown key"],["2026-12-05","1.0","unsigned"]]'
expect 0 writ history information-security
says "information-security 1.0 written by Pat Ray"
says "Move it, and say more (commit $(git rev-parse --short=10 HEAD~4), unsigned)"
says "A signed change (commit $(git rev-parse --short=10 HEAD~3), signed by Jane Doe)"
says_not "No document"

# A signature that does not fit its commit is bad, not unsigned.
clock "2026-12-06 09:00:00"
echo "Forged." >>policies/top/information-security.md
signed jane "A forged change"
git cat-file commit HEAD | sed 's/^A forged change/A forged chance/' >../forged
git update-ref refs/heads/main "$(git hash-object -w -t commit ../forged)"
expect 0 writ history information-security --from 2026-12-06 --format json
json '[.events[].signature]' '["bad"]'

# A signature of a kind that this version cannot verify is called so, forged or not, in every form; what is
# none is bad.
claims() { # TEXT: HEAD with that text as its signature
  { git cat-file commit HEAD | sed '/^gpgsig /,/^ -----END/d' | sed '/^committer /q'
    printf '%s\n' "$1" | sed '1s/^/gpgsig /; 2,$s/^/ /'
    git cat-file commit HEAD | sed '1,/^$/d' | sed '1s/^/\n/'; } >../claimed
  git update-ref refs/heads/main "$(git hash-object -w -t commit ../claimed)"
  expect 0 writ history information-security --from 2026-12-06 --format json
}
for kind in "PGP SIGNATURE" "PGP MESSAGE" "SIGNED MESSAGE"; do
  claims "$(printf -- '-----BEGIN %s-----\n\niQIzBAABCAAdFiEEforged\n=abcd\n-----END %s-----' "$kind" "$kind")"
  json '[.events[].signature]' '["unverified"]'
done
for format in text markdown html; do
  expect 0 writ history information-security --from 2026-12-06 --format $format
  says "with a signature that this version of Writ cannot verify"
  says_not "unknown key"
done
expect 0 writ history information-security --from 2026-12-06 --format csv
says ",unverified"
for text in "" "garbage" "-----BEGIN PGP SIGNATURE-----" "$(printf -- '-----BEGIN SOME THING-----\n\niQ==\n-----END SOME THING-----')"; do
  claims "$text"
  json '[.events[].signature]' '["bad"]'
done
expect 0 writ history information-security --from 2026-12-06
says "with a signature that does not verify"

# Decisions stand between the changes; the people and rules have a history too.
approve sam information-security
expect 0 writ history information-security --from 2026-12-05 --to 2026-12-06 --format json
json '[.events[] | [.type, .person]]' '[["change",null],["change",null],["decision","sam-lee"]]'
expect 0 writ history governance --format json
json '[.events[] | .type]' '["change","change","decision","decision"]'
expect 0 writ history --to 2026-11-30
says "Nothing has happened yet."
