# Bo, who is registered, reaffirms the policy. This version of Writ cannot judge that, so nothing
# is said to be in force.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reaffirm reaffirms bo

verify_says indeterminate
wrong "$B" indeterminate unsupported
missing
status_says indeterminate null
stock accepts "$B"
