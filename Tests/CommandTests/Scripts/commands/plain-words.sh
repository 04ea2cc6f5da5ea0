# What executives read speaks of policies, people and decisions, not of Git: see in_plain_words in the
# prelude, which holds every script to it. Here are the answers for when something is wrong.

given_approved_policy
tag=writ/information-security/1.0/approve/sam-lee
wrong() {
  expect 1 as jane writ verify
  expect 0 as jane writ status
  as jane writ show information-security >"$WORK/.out" 2>"$WORK/.err" || true
  in_plain_words writ show information-security
  as jane writ approve information-security --key ../jane --yes >"$WORK/.out" 2>"$WORK/.err" || true
  in_plain_words writ approve information-security
}

# A decision that is gone.
kept=$(git rev-parse writ/governance/1.0/approve/sam-lee)
git tag -d writ/governance/1.0/approve/sam-lee >/dev/null
wrong
git update-ref refs/tags/writ/governance/1.0/approve/sam-lee "$kept"

# A decision in another place, a plain name, words that are no decision, one changed after signing.
git update-ref refs/tags/writ/information-security/1.0/approve/bo-berg "$(git rev-parse $tag)"
git tag writ/information-security/2.0/approve/jane-doe HEAD
git tag -am "I approve" writ/information-security/3.0/approve/jane-doe HEAD
git update-ref refs/tags/writ/information-security/1.0/approve/jane-doe.2 \
  "$(git cat-file tag $tag | sed 's/Sam Lee, Chief/Sam Lee, Brief/' | git hash-object -w --literally -t tag --stdin)"
wrong
expect 1 as jane writ verify
says "stored as the tag writ/information-security/1.0/approve/bo-berg"

# A decision that cannot be read at all.
echo "nonsense" >.git/refs/tags/writ/broken
for command in "verify" "status" "show information-security"; do
  expect 70 as jane writ $command
  says "writ/broken"
done
expect 70 as jane writ approve information-security --key ../jane --yes
