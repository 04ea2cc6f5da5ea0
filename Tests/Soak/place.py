"""What the programs in this folder have in common: copies of a prepared place, and what holds of each.

A place is a folder with the repository in `policies/` and the states of its users in `state-NAME/`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

WORK = Path(os.environ["WORK"])
HOME = Path(os.environ["HOME"])


def fail(message, *outputs):
    """Ends the program: something was met that must never be."""
    print(f"FAILED: {message}", flush=True)
    for output in outputs:
        print(output[-800:], flush=True)
    sys.stdout.flush()
    os._exit(1)


class Place:
    """A copy of the template, for one try."""

    def __init__(self, name):
        self.folder = WORK / "tries" / name
        self.repository = self.folder / "policies"
        self.git = self.repository / ".git"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        subprocess.run(["cp", "-a", WORK / "policies", self.repository], check=True)
        for state in HOME.glob("state-*"):
            subprocess.run(["cp", "-a", state, self.folder / state.name], check=True)

    def remove(self):
        shutil.rmtree(self.folder)

    def environment(self, person):
        return os.environ | {"XDG_STATE_HOME": str(self.folder / f"state-{person}")}

    def start(self, person, *command):
        """Starts a command as that person, in a session of its own."""
        return subprocess.Popen(
            command, cwd=self.repository, env=self.environment(person), text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True)

    def run(self, person, *command):
        """Runs a command to its end; gives exit status and both its outputs."""
        process = self.start(person, *command)
        output, talk = process.communicate()
        return process.returncode, output, talk

    def refs(self):
        """The names of all decisions with their objects."""
        listed = subprocess.run(
            ["git", "for-each-ref", "--format=%(refname) %(objectname)", "refs/tags/writ/"],
            cwd=self.repository, text=True, stdout=subprocess.PIPE, check=True).stdout
        return dict(line.split() for line in listed.splitlines())

    def locks(self):
        """What libgit2 or Git left locked."""
        return sorted(self.git.rglob("*.lock"))

    def damage(self):
        """What Git itself finds wrong with the repository; an object without a name is no damage."""
        check = subprocess.run(
            ["git", "fsck", "--strict", "--no-dangling"], cwd=self.repository, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        # A repository whose first commit is all there is says so, and is sound.
        return check.stdout if check.returncode else ""

    def verdict(self, person):
        """What `verify` says to that person, as far as it does not depend on what they pinned."""
        status, output, talk = self.run(person, "writ", "verify", "--format", "json")
        if status not in (0, 1):
            return f"verify ended with {status}: {talk}"
        report = json.loads(output)
        # Who signs the first people and rules pins them just before: then it may say that as well.
        report["problems"] = [one for one in report["problems"] if "has no decisions" not in one]
        kept = ("verdict", "statements", "missing", "problems", "notes", "chain")
        return json.dumps({"exit": status} | {key: report.get(key) for key in kept}, sort_keys=True)


def seed(arguments, position):
    """The seed that was named, else 1: a failure can be met again."""
    number = int(arguments[position]) if len(arguments) > position else 1
    print(f"seed {number}", flush=True)
    return number


FAULT = str(Path(__file__).parent / "fault")


def calls(person, command):
    """The calls with which the command changes what is stored, in order: number, name and path."""
    place = Place("calls")
    log = place.folder / "log"
    place.run(person, "env", f"FAULT_LOG={log}", FAULT, *command)
    lines = log.read_text().splitlines()
    place.remove()
    if len(lines) < 20:
        fail("fewer calls were seen than it takes", *lines)
    return lines
