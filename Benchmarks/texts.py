"""The policies that make-repository writes: made up, and of the length and form of real ones."""

import functools
import string

ORGANISATION = "Example Ltd"
ROLES = {
    "chief-executive": "Chief Executive",
    "ciso": "Chief Information Security Officer",
    "board-member": "Board member",
}


class Policy:
    """A policy on its way through drafts and versions."""

    def __init__(self, id, title, text, rules):
        self.id = id
        self.path = f"policies/{id}.md"
        self.title = title
        self.template = string.Template(text)
        self.rules = rules
        self.version = "1.0"
        self.change = "summary: First issue, reason: What we do anyway was written down"

    @property
    def data(self):
        return self.template.substitute(
            version=self.version, change=self.change, rules="\n".join(wrapped(rule, "- ") for rule in self.rules)
        ).encode()

    def edit(self, chance):
        """Adds a rule or, where there are many, puts it in place of another."""
        rule = f"In {chance.choice(AREAS).lower()}: {chance.choice(RULES)}"
        place = chance.randrange(len(self.rules))
        if len(self.rules) < 16 or self.rules[place] == rule:
            self.rules.insert(place, rule)
        else:
            self.rules[place] = rule

    def begin_next_version(self, chance):
        """1.0, 1.1, 1.2, 1.3, 2.0, and so on."""
        major, minor = map(int, self.version.split("."))
        self.version = f"{major}.{minor + 1}" if minor < 3 else f"{major + 1}.0"
        summary = chance.choice(["Rules for one more place", "Rules that are easier to follow", "What audits found"])
        self.change = f'summary: {summary}, reason: "{chance.choice(REASONS)}"'


TOP_POLICY = """\
---
id: information-security
kind: policy
level: top
title: Information Security Policy
version: $version
language: en
classification: public
owner: ciso
review-every: 12 months
clauses: [5.2, A.5.1]
elements:
  purpose: {under: purpose, says: "protects the information that our work depends on"}
  objectives: {under: objectives, says: "sets our information security objectives and reviews them"}
  requirements: {under: commitments, says: "We will meet every requirement on information security that applies to us"}
  improvement: {under: commitments, says: "We will continually improve our information security management system"}
availability: [intranet, website]
retention: 7 years
framework: {set-by: chief-executive, reviewed-every: 12 months}
change: {$change}
---

# Information Security Policy

This policy says how Example Ltd protects information: its own, and that which others entrust to
it. Top management approves it and stands behind it.

## Purpose

Example Ltd designs and runs Example Cloud for people and organisations who rely on it every day.
This policy protects the information that our work depends on and the trust of those who gave it.

## Scope

It applies to everyone who works for us: employees, contractors, temporary staff, and suppliers who
handle our information or use our systems, at every place from which they do so.

## Objectives

We want information to stay confidential, correct and available. The chief executive sets our
information security objectives and reviews them at least once every 12 months. Each objective has
an owner, a due date, the means to reach it, and a measure with a target.

## Commitments

We will meet every requirement on information security that applies to us, be it of the law, of a
regulator or of a contract. We list these requirements and name an owner for each.

We will continually improve our information security management system. We learn from audits,
reviews, incidents and the ideas of our people.

## Rules

$rules

## Responsibilities

Top management provides the people, time and money that this takes. The Chief Information Security
Officer owns this policy. Managers explain it to their teams. Everyone follows it, and reports
incidents and weaknesses on the day on which they notice them.

## Exceptions

Whoever needs an exception asks in writing beforehand, with a reason and an end date. The Chief
Information Security Officer decides on it within 5 working days.

## Consequences

We look into every breach and hear the person concerned. What follows, from training to the end of a
contract, depends on intent and harm.

## Review

We publish this policy on our intranet and on our website. Top management reviews it at least once
every 12 months, and within 30 days of a major change.
"""


def top_policy(chance):
    return Policy("information-security", "Information Security Policy", TOP_POLICY, chance.sample(RULES, 8))


TOPICS = """Access Control,Asset Management,Backup,Business Continuity,Change Management,Clear Desk,
Cloud Services,Cryptography,Data Protection,Endpoint Devices,Human Resources,Incident Handling,
Information Transfer,Key Management,Logging,Malware Protection,Mobile Working,Network Security,
Password Use,Patching,Physical Security,Privileged Access,Records Retention,Secure Development,
Supplier Relations,System Acquisition,Threat Intelligence,Visitor Reception,Vulnerability Handling,
Web Filtering""".replace("\n", "").split(",")

AREAS = """Customer Support,Data Centres,Engineering,Facilities,Finance,Laboratories,Legal Affairs,
Manufacturing,Marketing,Operations,Partner Companies,Procurement,Quality Assurance,Remote Offices,
Research,Sales,Test Environments,Training Centres,Warehouses,Workshops""".replace("\n", "").split(",")

RULES = """Access ends with the need for it, at the latest on the last working day.
Every exception is asked for in writing before it is made, and ends within 12 months.
Nobody approves their own request, whatever their position.
What is kept is listed with an owner, a place and the day on which it is to be destroyed.
Changes are tested apart from what customers use, and can be taken back within one hour.
A second person reads every change before it takes effect.
Keys and passwords are made on the device that uses them, and never sent by mail.
Copies are kept in two places at least 50 kilometres apart, and restored once every 3 months to see that they work.
Devices that are lost are reported on the same day, and locked within one hour of the report.
Logs are kept for 12 months, and nobody can change those about themselves.
Suppliers agree to these rules in their contract before they receive any information.
Visitors are met at the door, and accompanied until they leave.
Weaknesses that can be used from outside are mended within 7 days.
Information is marked with its classification when it is written, not when it is sent.
What leaves the premises is encrypted, and its key travels another way.
Whoever leaves the team hands over what they hold, and both sign the list.
Rules for machines are written as code where that can be done, and reviewed as code.
New systems are connected once their owner, their purpose and their data are written down.
Test data is made up; where real data cannot be avoided, it is deleted within 30 days.
Alarms are answered within 15 minutes by somebody who may act on them.
The list of those with special rights is read line by line every 3 months.
Doors, windows and cabinets are closed by the last person who leaves.
Programs come from the list of approved sources and nowhere else.
A rehearsal takes place at least once every 12 months, and what it teaches is written down.""".split("\n")

REASONS = """Most incidents of the past years began with a small thing that nobody felt responsible for
The law asks us to show what we do, and not only to do it
Our customers ask how we work before they sign, and again every year
Mistakes are cheap on the day on which they are found, and dear a year later
People change more often than the systems that they look after
What is written down can be taught, measured and improved""".split("\n")


def topic_policies(count, chance):
    pairs = [(topic, area) for topic in TOPICS for area in AREAS]
    chance.shuffle(pairs)
    return [topic_policy(number, *pairs[number % len(pairs)], chance) for number in range(count)]


def topic_policy(number, topic, area, chance):
    series = number // (len(TOPICS) * len(AREAS))
    subject = f"{topic} in {area}" + (f", Part {series + 1}" if series else "")
    title = f"{subject} Policy"
    id = subject.lower().replace(",", "").replace(" ", "-")
    owner = chance.choice(["ciso", "chief-executive"])
    controls = sorted(chance.sample(range(1, 38), 3))
    rules = chance.sample(RULES, chance.randint(8, 16))
    reasons = chance.sample(REASONS, 3)
    parts = [
        "---",
        f"id: {id}",
        "kind: policy",
        "level: topic",
        f"title: \"{title}\"",
        "version: $version",
        "language: en",
        f"classification: {chance.choice(['public', 'internal', 'internal', 'confidential'])}",
        f"owner: {owner}",
        "review-every: 12 months",
        f"clauses: [5.2, {', '.join(f'A.5.{control}' for control in controls)}]",
        f"controls: [{', '.join(f'A.5.{control}' for control in controls)}]",
        "parent: information-security",
        "availability: [intranet]",
        "retention: 7 years",
        "change: {$change}",
        "---",
        "",
        f"# {title}",
        "",
        wrapped(
            f"This policy says how {ORGANISATION} goes about {topic.lower()} in {area.lower()}. It stands below the "
            "[information security policy](information-security.md); where the two differ, that one holds."
        ),
        "",
        "## Purpose",
        "",
        wrapped(". ".join(reasons) + ". That is why these rules exist, and why they are few."),
        "",
        "## Scope",
        "",
        wrapped(
            f"The rules bind everyone who works in or for {area.lower()}: employees, contractors and suppliers. They "
            f"cover all information that {area.lower()} holds, on screen, on paper or spoken."
        ),
        "",
        "## Rules",
        "",
        "$rules",
        "",
        "## Responsibilities",
        "",
        "| who | does |",
        "|---|---|",
        f"| head of {area.lower()} | explains the rules, and sets the example |",
        f"| {ROLES[owner]} | keeps this text, and answers questions on it |",
        f"| everyone | follows the rules, and reports weaknesses on the same day |",
        "",
        "## Exceptions",
        "",
        wrapped(f"The {ROLES[owner]} decides on exceptions. Each has a reason and ends within 12 months."),
        "",
        "## Consequences",
        "",
        wrapped("Every breach is looked into, and the person concerned is heard before anything follows from it."),
        "",
        "## Review",
        "",
        wrapped(
            f"The {ROLES[owner]} reviews this policy at least once every 12 months, and within "
            f"{chance.choice([14, 30, 60])} days of a major change in {area.lower()}."
        ),
        "",
    ]
    return Policy(id, title, "\n".join(parts), rules)


@functools.cache
def wrapped(text, mark=""):
    """Lines of at most 96 characters, as an author would break them."""
    lines, line = [], mark
    for word in text.split():
        if len(line) + len(word) > 96:
            lines.append(line.rstrip())
            line = " " * len(mark)
        line += word + " "
    return "\n".join(lines + [line.rstrip()])

