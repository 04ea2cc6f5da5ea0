"""What a server's hook adds to a push: a draft, a decision, a merge to main."""

import functools
import json
import os
import subprocess

from measure import Aim, Group, Row
from prepare import WORK, WRIT, run


class Server:
    def __init__(self, repository):
        self.pushing = [pushing(repository, name, make) for name, make in [
            ("a draft", draft), ("a decision", decision), ("a merge to main", merge)]]

    @property
    def groups(self):
        return self.pushing

    @property
    def aims(self):
        def added(group):
            plain, hook = group.rows
            return lambda kind: hook.more_than(plain, kind)

        return [
            Aim(f"what the hook adds to {group.title.lower()}: seconds", "at most", 0.1, added(group))
            for group in self.pushing
        ]


def pushing(repository, name, make):
    """Both servers are pushed the same, in turns."""
    folder = WORK / "push" / name.replace(" ", "-")
    clone = folder / "clone"
    run(["git", "clone", "--quiet", repository.folder, clone])
    for setting, value in [("user.name", "Pat Ray"), ("user.email", "pat@example.org")]:
        run(["git", "-C", clone, "config", setting, value])
    drafts = drafts_of(repository)

    @functools.lru_cache(maxsize=None)
    def made(number):
        return make(repository, clone, drafts, number)

    def row(title, server):
        def before(number):
            ref = made(number)
            # Under one name here, so that the command is the same in each round.
            run(["git", "-C", clone, "config", "remote.server.push", f"{ref}:{ref}"])

        run(["git", "clone", "--quiet", "--bare", repository.folder, server])
        command = ["git", "-c", f"remote.server.url={server}", "push", "--quiet", "server"]
        return Row(title, command, clone, before=before, state=folder / "state")

    hooked = folder / "hooked.git"
    rows = [row("without a hook", folder / "plain.git"), row("with Writ's pre-receive hook", hooked)]
    run([WRIT, "-C", hooked, "hooks", "install", "--server", "--quiet"])
    return Group(f"Pushing {name}, {repository.name}", rows, adds=True)


def drafts_of(repository):
    """Id and path of policies that anybody may change: they are not approved."""
    status = subprocess.check_output([WRIT, "-C", repository.folder, "status", "--format", "json"])
    documents = json.loads(status)["documents"]
    return [(document["id"], document["path"]) for document in documents if document["state"] == "draft"]


def commit_a_rule(clone, path, number):
    text = (clone / path).read_text()
    rule = f"- Rule {number} is read aloud.\n\n## Responsibilities"
    (clone / path).write_text(text.replace("## Responsibilities", rule, 1))
    run(["git", "-C", clone, "commit", "--quiet", "-am", f"Rule {number}"])


def draft(repository, clone, drafts, number):
    run(["git", "-C", clone, "switch", "--quiet", "-c", f"change/{number}", "main"])
    commit_a_rule(clone, drafts[number][1], number)
    return f"refs/heads/change/{number}"


def decision(repository, clone, drafts, number):
    document = drafts[number][0]
    # What this finds out of the repository, the server does not know.
    environment = dict(os.environ, XDG_STATE_HOME=str(clone.parent / "signer"))
    key = repository.made / "keys" / "jane-doe"
    run([WRIT, "-C", clone, "approve", document, "--key", key, "--yes", "--quiet"], env=environment)
    pattern = f"refs/tags/writ/{document}/*/approve/jane-doe"
    names = ["git", "-C", clone, "for-each-ref", "--sort=creatordate", "--format=%(refname)", pattern]
    return subprocess.check_output(names, text=True).split()[-1]


def merge(repository, clone, drafts, number):
    draft(repository, clone, drafts, number)
    run(["git", "-C", clone, "switch", "--quiet", "main"])
    run(["git", "-C", clone, "merge", "--quiet", "--no-ff", "-m", f"Rule {number}", f"change/{number}"])
    return "refs/heads/main"
