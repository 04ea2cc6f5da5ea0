# Somebody commits another repository (a submodule) where documents should stand.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),policies/sub"
git commit -qm "Submodule" --no-verify

verify_says valid
status_says in-force 1.0
expect 1 as jane writ check --commit HEAD
says "submodule"
