# Somebody signs an ordinary release tag and stores it under writ/.
. "$(dirname "$0")/forging.sh"
given_untouched

printf 'object %s\ntype commit\ntag writ/hello\ntagger Sam Lee <sam@example.org> 1796119200 +0000\n\nHello\n' \
  "$(git rev-parse HEAD)" | signed sam | store writ/hello

verify_says invalid
wrong writ/hello malformed statement-grammar
missing
status_says in-force 1.0
stock accepts writ/hello
