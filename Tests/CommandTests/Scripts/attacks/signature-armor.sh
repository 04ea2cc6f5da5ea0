# Somebody writes Sam's signature in one long line.
. "$(dirname "$0")/forging.sh"
given_untouched

{ payload "$S"; armor "$S" | sed -n 1p; armor "$S" | sed '1d;$d' | tr -d '\n'; echo; armor "$S" | sed -n '$p'; } |
  store "$S"

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
