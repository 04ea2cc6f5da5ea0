# What was in force on a day is found out the same by another program, written from the formats alone: on
# ten days of the year, and on the day of and before whatever came into force or left it.
given_organisation
root=$(as jane writ root | head -n 1)
year=$(python3 -c "
import datetime
first = datetime.date(2025, 12, 1)
print(*[first + datetime.timedelta(days) for days in range(366)])")
"$examples/in-force" "$root" . $year >"$WORK/found"
python3 - "$WORK/found" >"$WORK/days" <<'PYTHON'
import collections
import datetime
import random
import sys

year = collections.defaultdict(set)
for line in open(sys.argv[1]):
    day, rest = line.split(" ", 1)
    year[datetime.date.fromisoformat(day)].add(rest)
days = [datetime.date(2025, 12, 1) + datetime.timedelta(number) for number in range(366)]
changes = {day for before, day in zip(days, days[1:]) if year[before] != year[day]}
assert len(changes) > 10, changes
around = {day + datetime.timedelta(step) for day in changes for step in (-1, 0)}
sample = set(random.Random(1).sample(days, 10))
print(*sorted(around | sample), sep="\n")
PYTHON

# What Writ says, in the same lines; the digests are those of the texts that it shows.
while read -r day; do
  as jane writ status --at "$day" --format json >"$WORK/status"
  jq -r --arg day "$day" '.documents[] | select(."in-force") | "\($day) \(.id) \(."in-force")"' "$WORK/status"
done <"$WORK/days" | sort >"$WORK/said"
grep -Ff "$WORK/days" "$WORK/found" | cut -d' ' -f1-3 | sort >"$WORK/expected"
diff "$WORK/expected" "$WORK/said" || fail "not the same versions were in force"

# Each text once, on the first day on which it was in force.
awk '!($2 $4 in seen) { seen[$2 $4] = 1; print }' "$WORK/found" >"$WORK/first"
while read -r day id version digest; do
  expect 0 as jane writ show "$id" --at "$day" --format json
  json '[.version, .digest, ."in-force"]' "[\"$version\",\"$digest\",true]"
done <"$WORK/first"

# And on days without: before the first came into force, and after one was retired or replaced.
for gone in "information-security 2025-12-14" "removable-media 2026-07-21" "home-working 2026-07-01"; do
  expect 1 as jane writ show ${gone% *} --at ${gone#* }
done
