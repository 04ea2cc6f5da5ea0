# Jane, who has seen 1.0 approved, approves other words under the same version. They need a version
# of their own.
. "$(dirname "$0")/forging.sh"
given_untouched

echo "Anything goes." >>policies/information-security.md
git commit --no-verify -qam "Other words" 2>"$WORK/.err"
digest=sha256:$(sha256sum <policies/information-security.md | cut -d' ' -f1)
seen=sha256:$(payload "$S" | sha256sum | cut -d' ' -f1)
forge "$J" "s,^tag .*,&.2,; s/^object .*/object $(git rev-parse HEAD)/; s/^Writ-Digest: .*/Writ-Digest: $digest/
  s,^Writ-Seen: .*,Writ-Seen: $seen $S," jane "$J.2"

verify_says invalid
wrong "$J.2" invalid version-taken
missing
status_says draft 1.0
flags modified
stock accepts "$J.2"
