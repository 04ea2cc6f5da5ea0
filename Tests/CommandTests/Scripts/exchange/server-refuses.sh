# The server refuses some of what is sent. Its words are passed on, harmless; what was sent and what was
# not is told, and all else arrives.
. "$(dirname "$0")/exchange.sh"
given_clones
cd "$WORK/jane-clone"
approve jane information-security
approve sam information-security
sed -i 's/^version: 1.0/version: 1.1/' "$policy"
git commit -qam "Words" 2>"$WORK/.err"
git checkout -q -b change/information-security-1.2
git commit -q --allow-empty -m "Draft" 2>"$WORK/.err"

# A protected branch, one decision that it does not want, and a word for people with an escape in it.
cat >"$WORK/origin.git/hooks/update" <<'HOOK'
#!/bin/sh
case $1 in
refs/heads/main) echo "main is protected"; exit 1 ;;
*sam-lee) printf 'Sam may not. \033[31mRed\033[0m\n' >&2; exit 1 ;;
refs/heads/change/*) echo "Open a request: https://git.example.org/policies/new?from=$1" >&2 ;;
esac
HOOK
chmod +x "$WORK/origin.git/hooks/update"
expect 1 as jane writ push
says "Sent to origin: - Jane Doe approved"
says "not sent Sam Lee's approval of Information Security Policy 1.0 origin refuses it: hook declined"
says "Sam may not."
! grep -q "$(printf '\033')" "$WORK/.out" || fail "an escape came through"
says "https://git.example.org/policies/new?from=refs/heads/change/information-security-1.2"
[ -n "$(there information-security/1.0/approve/jane-doe)" ] || fail "hers is not there"
[ -z "$(there information-security/1.0/approve/sam-lee)" ] || fail "his is there"
git checkout -q main
expect 1 as jane writ push --format json
json '[.branches[] | .name, .outcome]' '["main","refused"]'
json '[."not-sent"[].person]' '["sam-lee"]'

# It refuses all.
mv "$WORK/origin.git/hooks/update" "$WORK/origin.git/hooks/pre-receive"
printf '#!/bin/sh\necho "Closed until Monday." >&2; exit 1\n' >"$WORK/origin.git/hooks/pre-receive"
expect 1 as jane writ push
says "Closed until Monday."
says "pre-receive hook declined"

# And none any more.
rm "$WORK/origin.git/hooks/pre-receive"
expect 0 as jane writ push
[ -n "$(there information-security/1.0/approve/sam-lee)" ] || fail "his is not there"
expect 0 as jane writ pull

# It cannot be written to.
only_root_can >/dev/null || exit 0
decide jane reaffirm information-security
chmod -R a-w "$WORK/origin.git"
expect 1 bound env XDG_STATE_HOME="$HOME/state-jane" writ push
says "not sent Jane Doe's review"
says_not "Sent"
chmod -R u+w "$WORK/origin.git"
