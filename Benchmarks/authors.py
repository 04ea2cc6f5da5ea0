"""What an author waits for: the program's start, a check of the texts, the hooks of a commit."""

import functools
import json
import pathlib
import shutil
import subprocess

from measure import Aim, Group, Row
from prepare import WORK, WRIT, pre_commit, run


class Authors:
    def __init__(self, repository, programs):
        self.starting = starting(repository, programs)
        self.checking = checking(repository, programs)
        self.committing = committing(repository, programs)

    @property
    def groups(self):
        return [self.starting, self.checking, self.committing]

    @property
    def aims(self):
        _, check, _ = self.checking.rows
        plain, in_c, hook, _, framework = self.committing.rows

        def hook_in(other):
            return lambda kind: hook.more_than(plain, kind) / other.more_than(plain, kind)

        return [
            Aim(f"{self.checking.title.lower()}: seconds", "at most", 0.3, check.median),
            Aim("what Writ's hook adds, in C hooks", "at most", 3, hook_in(in_c)),
            Aim("what it adds, in empty hooks of pre-commit", "at most", 0.2, hook_in(framework)),
        ]


def starting(repository, programs):
    return Group(
        "Starting",
        [
            Row("a C program that starts libgit2", [programs["start"]], repository.folder),
            Row("writ --version", [WRIT, "--version"], repository.folder),
        ],
    )


def checking(repository, programs):
    paths = sorted(path.relative_to(repository.folder) for path in (repository.folder / "policies").iterdir())
    return Group(
        f"Checking {repository.documents:,} policies",
        [
            Row("a C program: libyaml and cmark-gfm", [programs["documents"], *paths], repository.folder),
            Row("writ check", [WRIT, "check"], repository.folder),
            Row("writ check --staged, nothing changed", [WRIT, "check", "--staged"], repository.folder),
        ],
    )


def committing(repository, programs):
    changed = a_draft(repository)

    def row(title, name, prepare):
        clone = WORK / name
        shutil.copytree(repository.folder, clone)
        prepare(clone)
        stage = functools.partial(stage_a_change, clone, changed)
        return Row(title, ["git", "commit", "-q", "-m", "Another rule"], clone, before=stage)

    def c_hook(clone):
        write_hook(clone, f'#!/bin/sh\nexec "{programs["hook"]}"\n')

    def writ_hook(clone):
        run([WRIT, "-C", clone, "hooks", "install", "--quiet"])
        for hook in (clone / ".git" / "hooks").iterdir():
            if hook.name != "pre-commit":
                hook.unlink()

    def writ_hooks(clone):
        run([WRIT, "-C", clone, "hooks", "install", "--quiet"])

    def framework(clone):
        program = pre_commit()
        (clone / ".pre-commit-config.yaml").write_text(EMPTY_HOOK)
        run(["git", "-C", clone, "add", ".pre-commit-config.yaml"])
        run(["git", "-C", clone, "commit", "-q", "-m", "An empty hook"])
        run([program, "install"], cwd=clone)

    return Group(
        f"Committing one policy among {repository.documents:,}",
        [
            row("without a hook", "plain", lambda clone: None),
            row("with a C hook: libgit2 and libyaml", "c", c_hook),
            row("with Writ's pre-commit hook", "writ", writ_hook),
            row("with all of Writ's hooks", "writ-all", writ_hooks),
            row("with an empty hook of pre-commit", "pre-commit", framework),
        ],
        adds=True,
    )


EMPTY_HOOK = """\
repos:
  - repo: local
    hooks:
      - {id: nothing, name: nothing, entry: "true", language: system}
"""


def write_hook(clone, text):
    path = clone / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def a_draft(repository):
    """The path of a policy that is not approved: the hooks would stop who changes another one."""
    status = subprocess.check_output([WRIT, "-C", repository.folder, "status", "--format", "json"])
    return next(document["path"] for document in json.loads(status)["documents"] if document["state"] == "draft")


def stage_a_change(clone, changed, number):
    path = pathlib.Path(clone, changed)
    text = path.read_text()
    path.write_text(text.replace("## Responsibilities", f"- Rule {number} is read aloud.\n\n## Responsibilities", 1))
    run(["git", "-C", clone, "add", changed])
