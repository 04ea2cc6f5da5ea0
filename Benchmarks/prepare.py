"""Gets ready what is measured: a home, repositories, programs."""

import collections
import concurrent.futures
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent / ".build"
WRIT = BUILD / "release" / "writ"
WORK = BUILD / "bench" / "work"
# What takes long to make serves later runs too.
REPOSITORIES = BUILD / "bench" / "repositories"
VENV = BUILD / "pre-commit"

C_PROGRAMS = {
    "cost": [],
    "start": ["git2"],
    "hook": ["git2", "yaml"],
    "documents": ["yaml", "cmark-gfm"],
    "verify": ["git2", "crypto"],
    "walk": ["git2"],
}


def run(command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, **options)
    if done.returncode != 0:
        sys.exit(f"ended with {done.returncode}: {' '.join(map(str, command))}")


def use_a_home_of_its_own():
    """Nothing of the user's own configuration has a part in this."""
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "home").mkdir(parents=True)
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_", "WRIT_", "PRE_COMMIT"))]:
        del os.environ[name]
    os.environ.update(HOME=str(WORK / "home"), GIT_CONFIG_NOSYSTEM="1", PRE_COMMIT_HOME=str(VENV / "cache"))


def compile():
    """Gives the path of each program in C, by name."""
    for name, libraries in C_PROGRAMS.items():
        run(
            ["gcc", "-std=c17", "-Wall", "-Wextra", "-Werror", "-O2", "-pthread", "-o", WORK / name, HERE / f"{name}.c"]
            + [f"-l{library}" for library in libraries]
        )
    return {name: WORK / name for name in C_PROGRAMS}


class Repository:
    """One that make-repository makes, with what is needed to measure on it."""

    def __init__(self, name, documents, commits, statements, seed):
        self.name = name
        self.documents = documents
        self.commits = commits
        self.statements = statements
        self.arguments = ["--documents", documents, "--commits", commits, "--statements", statements, "--seed", seed]
        self.made = REPOSITORIES / "-".join([generator()] + [str(word) for word in self.arguments[1::2]])
        self.folder = self.made / "repository"
        # A clone with a commit-graph that has Bloom filters of the paths that each commit changed.
        self.with_paths = self.made / "with-paths"

    def make(self):
        if self.made.exists():
            return
        print(f"making {self.title}", file=sys.stderr)
        part = self.made.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        run([HERE / "make-repository", part, *self.arguments])
        run(["git", "clone", "--quiet", "--bare", part / "repository", part / "with-paths"])
        write_graph = ["commit-graph", "write", "--reachable", "--changed-paths", "--no-progress"]
        run(["git", "-C", part / "with-paths", *write_graph])
        part.rename(self.made)

    @property
    def title(self):
        return f"{self.name}: {self.documents:,} policies, {self.commits:,} commits, {self.statements:,} decisions"

    @property
    def root(self):
        return f"sha256:{hashlib.sha256((self.folder / 'writ.yaml').read_bytes()).hexdigest()}"

    @property
    def tags(self):
        """The names of the decisions' tags."""
        names = subprocess.check_output(["git", "-C", self.folder, "tag", "--list", "writ/*"], text=True)
        return names.split()

    @property
    def decided(self):
        """The document with the most decisions."""
        documents = collections.Counter(tag.split("/")[1] for tag in self.tags)
        return max(sorted(documents), key=documents.get)

    def allowed_signers(self):
        """The file with which Git verifies the decisions."""
        path = WORK / f"allowed-signers-{self.name}"
        keys = sorted((self.made / "keys").glob("*.pub"))
        path.write_text("".join(f'{key.stem}@example.org namespaces="git" {key.read_text()}' for key in keys))
        return path

    def pin(self, state=None):
        environment = dict(os.environ, XDG_STATE_HOME=str(state)) if state else None
        run([WRIT, "-C", self.folder, "root", "--pin", self.root, "--quiet"], env=environment)

    def new_state(self, name):
        """Where Writ remembers nothing but the root, and what brings that back."""
        state, pinned = WORK / "states" / f"{self.name}-{name}", WORK / "states" / f"{self.name}-{name}-pinned"
        self.pin(pinned)
        # To pin a root, Writ looks at the decisions and remembers them: only the pin is kept.
        for file in pinned.rglob("*"):
            if file.is_file() and file.name != "pin":
                file.unlink()

        def forget(number):
            shutil.rmtree(state, ignore_errors=True)
            shutil.copytree(pinned, state)

        return state, forget


def generator():
    """What the repositories hang on beside their arguments."""
    sources = b"".join((HERE / name).read_bytes() for name in ["make-repository", "texts.py"])
    return hashlib.sha256(sources).hexdigest()[:8]


def make_all(repositories):
    """As many at once as there are processors: each takes one."""
    if REPOSITORIES.exists():
        for old in REPOSITORIES.iterdir():
            if not old.name.startswith(generator()):
                shutil.rmtree(old)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(Repository.make, repositories))


def pre_commit():
    """The pre-commit framework, fetched from PyPI where it is not there yet."""
    program = VENV / "bin" / "pre-commit"
    if not program.exists():
        run([sys.executable, "-m", "venv", VENV])
        run([VENV / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "pre-commit"])
    return program
