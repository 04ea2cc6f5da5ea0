# A commit that Git itself would not write keeps readers from a history that nobody can take back from main:
# it does not get in, though the next commit mends it. What is merely odd gets in, with a remark.
. "$(dirname "$0")/words"
given_guarded
git fetch -q origin
cat >"$WORK/odd.py" <<'PYTHON'
"""odd.py KIND FOLDER: on top of HEAD a commit whose FOLDER is odd, and one that has HEAD's files again; prints both."""
import subprocess, sys

def git(*arguments, data=None):
    return subprocess.run(["git", *arguments], input=data, stdout=subprocess.PIPE, check=True).stdout

def read(tree):
    data, entries = git("cat-file", "tree", tree), []
    while data:
        head, data = data.split(b"\0", 1)
        entries.append((*head.split(b" ", 1), data[:20]))
        data = data[20:]
    return entries

def write(entries):
    data = b"".join(b"%s %s\0%s" % entry for entry in entries)
    return bytes.fromhex(git("hash-object", "-w", "--literally", "-t", "tree", "--stdin", data=data).decode())

kind, folder = sys.argv[1:]
blob = bytes.fromhex(git("rev-parse", "HEAD:writ.yaml").decode())
def spoilt(entries):
    mode, name, file = entries[0]
    return {
        "padded": [(b"0" + mode, name, file), *entries[1:]],
        "order": [*entries, (b"100644", b"!", blob)],
        "twice": [*entries, entries[-1]],
        "both": sorted([*entries, (b"40000", name, read("HEAD:")[0][2])], key=lambda e: e[1] + b"/" * (e[0] == b"40000")),
        "mode": [(b"150000", name, file), *entries[1:]],
        "dots": [(b"100644", b"..", blob), *entries],
        "git": [(b"100644", b".git", blob), *entries],
        "slash": [(b"100644", b"a/b", blob), *entries],
        "none": [(b"100644", b"", blob), *entries],
        "usual": [(b"100664", b"a.txt", blob), (b"100755", b"b.sh", blob), *entries],
    }[kind]
top = read("HEAD:")
if folder:
    sound = next(entry for entry in top if entry[1] == folder.encode())
    top[top.index(sound)] = (*sound[:2], write(spoilt(read(sound[2].hex()))))
else:
    top = spoilt(top)
odd = git("commit-tree", write(top).hex(), "-p", "HEAD", "-m", kind).decode().strip()
print(odd, git("commit-tree", "HEAD^{tree}", "-p", odd, "-m", "As it was").decode().strip())
PYTHON
odd() { read -r odd mended < <(python3 "$WORK/odd.py" "$@"); }
guarded() { # guarded STATUS COMMIT REF: what the hook says of a push whose objects are there
  expect "$1" env GIT_DIR="$server" writ guard --format json <<<"0000000000000000000000000000000000000000 $2 $3"
}

odd padded policies
kept_out origin "$mended:refs/heads/main"
says "refused: the branch main"
says "The commit $odd holds the folder policies that is not as Git writes it:"
says "git reset origin/main, git add --all, git commit"
kept_out origin "$mended:refs/heads/change/x" "$odd:refs/tags/x"
# The way out that it names, from the very commit.
git reset -q --hard "$odd"
policy_version 1.1
kept_out origin main
git reset -q origin/main
git add --all
git commit -qnm "Version 1.1: another rule is read aloud"
taken origin main

git -C "$server" config --add core.alternateRefsCommand true
echo "$PWD/.git/objects" >"$server/objects/info/alternates"
for kind in order twice both mode dots git slash none; do
  for folder in policies ""; do
    odd "$kind" "$folder"
    guarded 1 "$mended" refs/heads/change/x
    json '[.updates[].objections[] | .code, .commit]' "[\"odd-folder\",\"$odd\"]"
  done
done

# A way on that cannot be followed; Git itself would hold most of these up before.
of() { # of SED: a commit like HEAD with other bytes, and one on top of it
  odd=$(git cat-file commit HEAD | sed "$1" | git hash-object -w --literally -t commit --stdin)
  mended=$(git cat-file commit HEAD | sed "s/^parent .*/parent $odd/" | git hash-object -w --literally -t commit --stdin)
}
gone=1111111111111111111111111111111111111111
for change in 's/^parent .*/parent x/' 's/^parent .*/&\nparent/' "s/^parent .*/parent $(git rev-parse 'HEAD^{tree}')/" "s/^parent .*/parent $gone/" \
  '1s/^/encoding UTF-8\n/' 's/^tree .*/tree x/' "s/^tree .*/tree $gone/"; do
  of "$change"
  guarded 1 "$mended" refs/heads/change/x
  json '[.updates[].objections[] | select(.code | IN("unreadable", "odd-folder")) | .commit]' "[\"$odd\"]"
done
rm "$server/objects/info/alternates"

# What Git would write otherwise, but everybody can follow.
git switch -qc change/zone
of 's/^\(author .*\) +0000$/\1 +9999/'
kept() { git cat-file commit HEAD | sed "s/^parent .*/parent $1/; s/As it was/More/" | git hash-object -w --literally -t commit --stdin; }
taken origin "$(kept "$mended"):refs/heads/change/zone"
says "taken: the branch change/zone"
says "The commit $odd is not as Git writes it:"
taken origin "$(kept "$(kept "$mended")"):refs/heads/change/zone"
says_not "taken:"
odd usual policies
git reset -q --hard "$odd"
printf '[submodule "v"]\n\tpath = v\n\turl = ../v\n' >.gitmodules
git update-index --add --cacheinfo "160000,$gone,v"
git add .gitmodules
git commit -qnm "With another repository in it"
taken origin HEAD:refs/heads/change/usual
says_not "taken:"

# An old history comes in as it is, while no branch here holds policies; but not a last state that is odd.
git switch -q main
git init -q --bare "$WORK/server2.git"
writ -C "$WORK/server2.git" hooks install --server --quiet
server="$WORK/server2.git"
odd padded policies
kept_out "$server" "$odd:refs/heads/main"
taken "$server" "$mended:refs/heads/main" 'refs/tags/writ/*'
says "taken: the branch main"
says "The commit $odd holds the folder policies that is not as Git writes it:"
git reset -q --hard "$mended"
policy_version 1.1
taken "$server" main
says_not "taken:"
