# Mallory's rejection names a decision as seen that never was. Only a sound decision can make
# others be missed.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects mallory \
  "s,^Writ-Seen: .*,Writ-Seen: sha256:$(printf %064d 1) writ/information-security/1.0/approve/bo-berg,"

verify_says invalid
wrong "$B" untrusted other-key
missing
status_says in-force 1.0
