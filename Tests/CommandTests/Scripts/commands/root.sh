# The root is what one knows from outside. It is pinned in the user's own state; named with --root or
# WRIT_ROOT for once; and what lies in the repository cannot pin it.

given_approved_policy
root=sha256:$(sha256sum writ.yaml | cut -d' ' -f1)
other=sha256:$(echo other | sha256sum | cut -d' ' -f1)

expect 0 as stranger writ root
says "$root"
says "Not compared yet: whether these are your organisation's people and rules."
says "writ root --pin $root"
expect 1 as stranger writ verify
says "Not compared yet"

# With another root nothing here counts, and it is said.
expect 1 as stranger writ verify --root "$other"
says_not "Every decision is sound"
expect 1 as stranger env WRIT_ROOT="$other" writ verify
expect 1 as stranger env WRIT_ROOT="$other" writ show information-security
expect 0 as stranger env WRIT_ROOT="$root" writ verify
expect 0 as stranger env WRIT_ROOT="$other" writ verify --root "$root"
expect 1 as stranger env WRIT_ROOT="$root" writ verify --root "$other"

# Nothing of that is remembered; a pin is.
expect 1 as stranger writ verify
expect 0 as stranger writ root --pin "$root"
says "You have pinned it: this is the repository that you know."
expect 0 as stranger writ verify
says_not "Not compared yet"
expect 0 as stranger writ status --format json
json '."root-pinned"' true

# Each has pins of their own.
expect 1 as somebody-else writ verify

# A wrong pin says so in every answer, and can be put right.
expect 0 as mistaken writ root --pin "$other" || true
expect 1 as mistaken writ verify
expect 0 as mistaken writ root --pin "$root"
expect 0 as mistaken writ verify

# A pin that is damaged is no pin, and not passed over.
for pin in "$HOME"/state-stranger/writ/*/pin; do echo "nonsense" >"$pin"; done
expect 70 as stranger writ verify
says "is damaged"
says "remove it, then pin the root again: writ root --pin $root"

# Whoever approved the first people and rules has pinned them by that.
expect 0 as jane writ root
says "You have pinned it"
