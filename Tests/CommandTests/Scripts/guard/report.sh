# What the hook says, for scripts; and how it is called wrongly.
. "$(dirname "$0")/words"
given_guarded
zero=0000000000000000000000000000000000000000
tip=$(git rev-parse main)
root=$(writ root --format json | jq -r .root)
asked() { expect "$1" env GIT_DIR="$server" writ guard "${@:2}"; }

asked 1 --format json <<<"$tip $zero refs/heads/main
$zero $tip refs/tags/writ/information-security/1.0/approve/bo-berg
$zero $tip refs/heads/change/x"
json '[.schema, .repository, ."root-pinned", .head, .accepted]' '["writ.guard/1","'"$root"'",false,"'"$tip"'",false]'
json '[.updates[].ref]' '["refs/heads/main","refs/tags/writ/information-security/1.0/approve/bo-berg","refs/heads/change/x"]'
json '[.updates[0] | .old, .new, (.objections[] | .code, .verdict, .reason), .findings]' '["'"$tip"'",null,"branch-deleted",null,null,[]]'
json '[.updates[1] | .objections[] | .code, .verdict, .reason]' '["not-valid","invalid","not-a-tag"]'
json '.updates[2].objections' '[]'
asked 0 --format json --root "$root" <<<"$zero $tip refs/heads/change/x"
json '[."root-pinned", .accepted]' '[true,true]'
asked 0 <<<"$zero $tip refs/heads/change/x"
[ ! -s "$WORK/.out" ] && [ ! -s "$WORK/.err" ] || fail "a yes needs no words"
asked 0 </dev/null

sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
git commit -qnam "Say less"
git push -q --no-verify "$server" HEAD:refs/heads/change/z 2>"$WORK/.err" && fail "it was taken"
on_server fetch -q "$WORK/policies" main
asked 1 --format json <<<"$tip $(git rev-parse main) refs/heads/main"
json '[.updates[0].objections[].code]' '["errors"]'
json '[.updates[0].findings[] | select(.severity == "error") | .rule]' '["DOC-07","POL-05"]'

# What is no line of Git's, and names that nobody would think of.
asked 70 <<<"nonsense"
says "what Git says of the push cannot be read: nonsense"
says "Show this to whoever runs the server."
asked 70 <<<"$zero $tip"
asked 1 < <(printf '%s %s refs/tags/writ/\377\376/\033[31m\n' $zero "$tip")
says 'refused: the decision'
grep -q "$(printf '\033')" "$WORK/.out" && fail "it came out raw"
asked 0 < <(printf '%s %s refs/heads/change/\342\200\256x y\n' $zero "$tip")
asked 64 --at 2026-12-01 <<<"$zero $tip refs/heads/change/x"
asked 64 --root nonsense <<<"$zero $tip refs/heads/change/x"
