# A server's user may have no home, or none that can be written to.
. "$(dirname "$0")/words"
given_guarded
homeless() { env -u HOME -u XDG_STATE_HOME "$@"; }
git config --local push.default simple
policy_version 1.1
approve jane information-security
expect 1 homeless git push --no-verify origin :refs/tags/writ/governance/1.0/approve/jane-doe
says "This would delete a decision."
expect 0 homeless git push --no-verify origin main refs/tags/writ/information-security/1.1/approve/jane-doe
approve sam information-security
mkdir "$WORK/readonly"
chmod 500 "$WORK/readonly"
XDG_STATE_HOME="$WORK/readonly/state" expect 0 bound git push --no-verify origin 'refs/tags/writ/*'
XDG_STATE_HOME=/dev/null taken origin main:refs/heads/change/y

# With a pin of its own for the repository, that is what it goes by.
root=$(writ root --format json | jq -r .root)
as_server() { XDG_STATE_HOME="$HOME/state-server" "$@"; }
as_server expect 0 writ -C "$server" root --pin sha256:"$(printf '%064d' 0)"
clock "2026-12-01 11:00:00"
decide jane reaffirm information-security
as_server kept_out origin 'refs/tags/writ/*'
says "It was made for another policy repository."
as_server expect 0 writ -C "$server" root --pin "$root"
as_server taken origin 'refs/tags/writ/*'
