# Mallory's signature stands behind Sam's.
. "$(dirname "$0")/forging.sh"
given_untouched

{
  git cat-file tag "$S"
  payload "$S" | signed mallory | sed -n '/^-----BEGIN SSH SIGNATURE-----$/,$p'
} | store "$S"

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock refuses "$S"
