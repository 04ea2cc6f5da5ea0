# What docs/forges.md tells to set: the patterns fit all decisions and nothing else, as each forge reads
# them.

top=$(cd "$(dirname "$0")/../../../.." && pwd)
given_approved_policy
git tag writ/nonsense
git tag --list 'writ/*' | sed 's/$/ yes/' >"$WORK/names"
printf '%s no\n' writ written/x v1.0 x/writ/y writ-x/y >>"$WORK/names"
python3 - "$top" "$WORK/names" <<'PYTHON' || fail "a pattern"
import fnmatch, json, re, sys
top, names = sys.argv[1], [line.split() for line in open(sys.argv[2])]
docs = open(f"{top}/docs/forges.md").read()
def ruby(pattern, name):
    # File.fnmatch with FNM_PATHNAME: * fits no slash, and ** takes in folders only before a slash.
    (first, *rest), (part, *parts) = pattern, name
    if first == "**" and rest:
        return ruby(rest, name) or bool(parts) and ruby(pattern, parts)
    if not fnmatch.fnmatchcase(part, first.replace("**", "*")):
        return False
    return ruby(rest, parts) if rest and parts else not rest and not parts
decisions = json.load(open(f"{top}/hooks/forges/github-decisions.json"))
github, = decisions["conditions"]["ref_name"]["include"]
assert {rule["type"] for rule in decisions["rules"]} >= {"deletion", "update"}
assert decisions["target"] == "tag" and decisions["enforcement"] == "active" and not decisions["bypass_actors"]
main = json.load(open(f"{top}/hooks/forges/github-main.json"))
checks, = [rule for rule in main["rules"] if rule["type"] == "required_status_checks"]
job = checks["parameters"]["required_status_checks"][0]["context"]
assert re.search(rf"(?m)^    name: {job}$", open(f"{top}/hooks/ci/github.yml").read())
gitlab = re.search("'name=([^']*)'", docs)[1]
gitea = json.loads(re.search("--data '({.*})'", docs)[1])["name_pattern"]
assert gitea[0] == gitea[-1] == "/"
assert sum(wanted == "yes" for _, wanted in names) == 5
for name, wanted in names:
    ref = f"refs/tags/{name}".split("/")
    found = {
        "GitHub": ruby(github.split("/"), ref),
        "GitLab": bool(re.fullmatch(".*".join(map(re.escape, gitlab.split("*"))), name)),
        "Gitea": bool(re.search(gitea[1:-1], name)),
    }
    assert set(found.values()) == {wanted == "yes"}, (name, found)
    if name.count("/") > 1:
        assert not ruby("refs/tags/writ/**".split("/"), ref)
PYTHON
