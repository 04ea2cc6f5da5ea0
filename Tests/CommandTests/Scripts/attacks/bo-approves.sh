# No attack: Bo approves as well, and the forged form of it is in order. The other decisions of
# Bo's differ from this only in what each is about.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides approve approves bo

verify_says valid
wrong
missing
status_says in-force 1.0
stock accepts "$B"
