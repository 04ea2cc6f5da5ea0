# doctor says what is missing on a machine; it works out of a repository, and answers 0 whatever it
# finds.

check() { json ".checks[] | select(.name == \"$1\") | .state" "\"$2\""; }

expect 0 writ doctor
says "ok git git version "
says "ok ssh-keygen OpenSSH_"
says "optional agent no agent answers"
says "- hooks there is no repository here to look at"
says "ok identity Pat Ray <pat@example.org>"
says "ok clock 2026-12-01T10:00:00Z, in your time zone UTC+00:00 (UTC)"
says "Nothing to mend."

expect 0 env TZ=XYZ-5:30 writ doctor
says "in your time zone UTC+05:30 (XYZ)"
expect 0 env TZ=XYZ3:30 writ doctor
says "in your time zone UTC-03:30 (XYZ)"

git config --global --unset user.email
expect 0 writ doctor
says "to mend identity Git does not know yet who you are"
says "git config --global user.email you@example.org"
says "1 to mend."

mkdir bin
ln -s "$(command -v writ)" bin/writ
expect 0 env PATH="$WORK/bin" writ doctor --format json
json '[.schema, .repository, .["to-mend"]]' '["writ.doctor/1",null,3]'
check git to-mend
check ssh-keygen to-mend
check agent optional
check identity to-mend
json '.checks[] | select(.name == "ssh-keygen") | .remedies' '["apt-get install openssh-client"]'

# A repository that cannot be opened is itself what is to be mended.
git init -q --object-format=sha256 other
cd other
expect 0 writ doctor
says "to mend repository this repository is of a kind that Writ cannot read"
cd ..
git init -q empty
cd empty
expect 0 writ doctor
says "to mend decisions this is not a policy repository"
says "make it one with: writ init"

expect 64 writ doctor --at 2026-11-30
expect 64 writ doctor now
