"""What grows: decisions to verify, history to tell."""

from measure import Aim, Group, Row
from prepare import WRIT

# So many tags `git verify-tag` is given: its time grows with their number and nothing else.
SAMPLE = 40


class Scale:
    """One group for each size; `long` has the commits of `large`, and few decisions."""

    def __init__(self, small, medium, large, long, programs):
        self.verifying = growing(verifying, [small, medium, large], programs)
        self.history = growing(history, [small, medium, long], programs)
        self.history_of_one = growing(history_of_one, [small, medium, long], programs)
        self.status = growing(status, [small, medium, long], programs)
        self.status.append(status(large, programs, smaller=self.status[1]))

    @property
    def groups(self):
        return self.verifying + self.history + self.history_of_one + self.status

    @property
    def aims(self):
        in_c, in_git, verify, verify_again = self.verifying[1].rows
        _, _, verify_all, _ = self.verifying[2].rows
        log, walk, _, tell, _ = self.history[2].rows
        log_one, log_one_with_filters, tell_one, _ = self.history_of_one[2].rows

        def times(row, other):
            return lambda kind: row.ratio(other, kind)

        def growth(kind):
            return verify_all.median(kind) / verify.median(kind)

        aims = [
            Aim("verify 2,000: rate, in rates of C", "at least", 0.8, times(in_c, verify)),
            Aim("verify 2,000: rate, in rates of git verify-tag", "at least", 15, times(in_git, verify)),
            Aim("verify 2,000 again: seconds", "at most", 0.2, verify_again.median),
            Aim("verify 20,000: megabytes", "at most", 300, lambda kind: verify_all.peak),
            Aim("verify 20,000: in times of 2,000", "at most", 12, growth),
            Aim("history of everything: in git log --raw", "at most", 0.75, times(tell, log)),
            Aim("history of everything: in C, what changed", "at most", 1.25, times(tell, walk)),
            Aim("history of one: in git log -- FILE", "at most", 1, times(tell_one, log_one)),
            Aim("history of one: in that with Bloom filters", "at most", 1.2, times(tell_one, log_one_with_filters)),
        ]
        for name, group in [("long", self.status[2]), ("large", self.status[3])]:
            first, again = group.rows
            aims += [
                Aim(f"status of {name}: seconds", "at most", 2, first.median),
                Aim(f"status of {name} again: seconds", "at most", 0.3, again.median),
            ]
        return aims


def growing(make, repositories, programs):
    groups = []
    for repository in repositories:
        groups.append(make(repository, programs, smaller=groups[-1] if groups else None))
    return groups


def verifying(repository, programs, smaller):
    sample = repository.tags[:: max(1, len(repository.tags) // SAMPLE)][:SAMPLE]
    signers = f"gpg.ssh.allowedSignersFile={repository.allowed_signers()}"
    verify_tag = ["git", "-c", signers, "verify-tag", *sample]
    times = repository.statements / len(sample)
    return Group(
        f"Verifying, {repository.title}",
        [
            Row("C: libgit2 and libcrypto, two threads", [programs["verify"]], repository.folder),
            Row(f"git verify-tag: {SAMPLE} tags, scaled up", verify_tag, repository.folder, scale=times),
            *writ_twice(repository, "verify"),
        ],
        smaller,
    )


def history(repository, programs, smaller):
    return Group(
        f"History of everything, {repository.title}",
        [
            Row("git log --raw", ["git", "log", "--raw"], repository.folder),
            Row("C: libgit2, what changed", [programs["walk"]], repository.folder),
            Row("C: libgit2, and the versions of that", [programs["walk"], "versions"], repository.folder),
            *writ_twice(repository, "history"),
        ],
        smaller,
    )


def history_of_one(repository, programs, smaller):
    log = ["git", "log", "--", f"policies/{repository.decided}.md"]
    return Group(
        f"History of one policy, {repository.title}",
        [
            Row("git log -- FILE", log, repository.folder),
            Row("git log -- FILE, with Bloom filters", log, repository.with_paths),
            *writ_twice(repository, "history", repository.decided),
        ],
        smaller,
    )


def status(repository, programs, smaller):
    return Group(f"Status, {repository.title}", writ_twice(repository, "status"), smaller)


def writ_twice(repository, *words):
    """The first time Writ remembers nothing but the root; then what that has left."""
    state, forget = repository.new_state("-".join(words))
    command = [WRIT, *words]
    return [
        Row(f"writ {words[0]}, the first time", command, repository.folder, before=forget, state=state),
        Row(f"writ {words[0]}, again", command, repository.folder, state=state),
    ]
