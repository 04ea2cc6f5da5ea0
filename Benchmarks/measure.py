"""Runs programs again and again, taking turns, and tells what they took."""

import os
import statistics
import subprocess
import sys

# Seconds on a processor after which a program is stopped, and not run again.
LIMIT = 60
# Seconds that a group should take in all.
BUDGET = 40


class TooSlow(Exception):
    """There is nothing to tell of a program that was stopped."""


class Row:
    """One program that is measured."""

    def __init__(self, title, command, folder, before=None, state=None, scale=1):
        self.title = title
        self.command = [str(word) for word in command]
        self.folder = folder
        # Gets it ready for a round, and is not measured.
        self.before = before or (lambda number: None)
        # The folder in which Writ keeps what it remembers.
        self.state = state
        # What the times are multiplied with, where only a part of the work is done.
        self.scale = scale
        self.seconds = {"clock": [], "processor": []}
        self.megabytes = 0
        self.is_too_slow = False

    def measure(self, cost, number):
        """Runs it once; gives the seconds that it took."""
        if self.is_too_slow:
            return 0
        self.before(number)
        environment = dict(os.environ, XDG_STATE_HOME=str(self.state)) if self.state else None
        command = [cost, str(LIMIT), *self.command]
        said = subprocess.check_output(command, cwd=self.folder, env=environment, text=True).split()
        code, clock, processor, kilobytes = int(said[0]), float(said[1]), float(said[2]), int(said[3])
        self.is_too_slow = code == 128 + 9 and processor > LIMIT - 1
        if code != 0 and not self.is_too_slow:
            sys.exit(f"{self.title}: ended with {code} in {self.folder}: {' '.join(self.command)}")
        self.seconds["clock"].append(clock * self.scale)
        self.seconds["processor"].append(processor * self.scale)
        self.megabytes = max(self.megabytes, kilobytes / 1024)
        return clock

    def forget(self):
        for seconds in self.seconds.values():
            seconds.clear()

    def times(self, kind):
        if self.is_too_slow:
            raise TooSlow
        return self.seconds[kind]

    def median(self, kind="clock"):
        return statistics.median(self.times(kind))

    @property
    def peak(self):
        """Megabytes of memory."""
        self.times("clock")
        return self.megabytes

    def ratio(self, other, kind="clock"):
        """How many times what the other takes: the median over the rounds."""
        return statistics.median(mine / its for mine, its in zip(self.times(kind), other.times(kind)))

    def more_than(self, other, kind="clock"):
        """How many seconds more than the other it takes: the median over the rounds."""
        return statistics.median(mine - its for mine, its in zip(self.times(kind), other.times(kind)))


class Group:
    """Programs that are compared, the first one with all others: each round runs each of them once."""

    def __init__(self, title, rows, smaller=None, adds=False):
        self.title = title
        self.rows = rows
        # Whether the others do what the first one does, and something besides.
        self.adds = adds
        # The same programs in a smaller repository.
        self.smaller = smaller

    def row(self, title):
        return next(row for row in self.rows if row.title == title)

    def measure(self, cost, number):
        return sum(row.measure(cost, number) for row in self.rows)


def measure_all(groups, rounds, cost):
    """Measures every group, a longer one in fewer rounds, spread over the whole."""
    for group in groups:
        # What the first round fills the caches for is not counted.
        print(f"the first round of: {group.title}", file=sys.stderr)
        took = group.measure(cost, 0)
        group.rounds = max(3, min(rounds, int(BUDGET / took)))
        for row in group.rows:
            row.forget()
    for number in range(1, rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr)
        for group in groups:
            if number * group.rounds // rounds > (number - 1) * group.rounds // rounds:
                group.measure(cost, number)


# --- Telling


def print_table(groups):
    print(f"{'':46}{'clock':>13}{'processor':>13}{'memory':>9}{'times':>12}{'growth':>9}")
    for group in groups:
        print(f"\n{group.title}")
        for row in group.rows:
            try:
                print(line(row, group).rstrip())
            except TooSlow:
                print(f"  {row.title:<44} stopped after {LIMIT} s on a processor")


def line(row, group):
    text = f"  {row.title:<44}{time(row.median())}{time(row.median('processor'))}{row.peak:6.0f} MB"
    first, smaller = group.rows[0], group.smaller and group.smaller.row(row.title)
    if row is first or first.is_too_slow:
        text += " " * 12
    elif group.adds:
        text += f"{row.more_than(first) * 1000:+9.1f} ms"
    else:
        text += f"{row.ratio(first):12.2f}"
    if smaller and not smaller.is_too_slow:
        text += f"{row.median() / smaller.median():9.1f}"
    return text


def time(seconds):
    return f"{seconds * 1000:10.1f} ms" if seconds < 10 else f"{seconds:11.1f} s"


class Aim:
    """What is to be reached; `value` gives it, by the kind of time."""

    def __init__(self, text, bound, limit, value):
        self.text = text
        self.bound = bound
        self.limit = limit
        self.value = value

    def print(self):
        try:
            clock, processor = self.value("clock"), self.value("processor")
            is_reached = clock <= self.limit if self.bound == "at most" else clock >= self.limit
            said = f"{clock:9.2f}{processor:11.2f}", "reached" if is_reached else "missed"
        except TooSlow:
            said = f"{'-':>9}{'-':>11}", "missed"
        print(f"  {self.text:<66}{said[0]}   {self.bound} {self.limit:<5} {said[1]}")


def print_aims(aims):
    print(f"\n{'Aimed at':<68}{'clock':>9}{'processor':>11}")
    for aim in aims:
        aim.print()
