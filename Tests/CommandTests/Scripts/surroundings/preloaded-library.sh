# A library that is loaded into every process sets a variable before the program begins. The arguments are
# found all the same.

command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 0; }
cat >"$WORK/early.c" <<'C'
#include <stdlib.h>
#include <stdio.h>
__attribute__((constructor)) static void early(void) {
  char name[32];
  for (int i = 0; i < 40; i++) { snprintf(name, sizeof name, "AGENT_%d", i); setenv(name, "1", 1); }
}
C
LD_PRELOAD='' cc -shared -fPIC -o "$WORK/early.so" "$WORK/early.c"
given_approved_policy
export LD_PRELOAD="$WORK/early.so $LD_PRELOAD"
expect 0 writ --version
expect 0 writ status information-security
says "Information Security Policy"
expect 64 writ nonsense
