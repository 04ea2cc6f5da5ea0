# A link to what is not in force any more is found: by check, and before an approval.

given_approved_policy
topic() { # id, further lines of the front matter, text
  sed "s/^id: .*/id: $1/; s/^level: top/level: topic\nparent: information-security$2/; s/^title: .*/title: Topic $1/" $policy >policies/$1.md
  printf '\n## More\n\n%s\n' "$3" >>policies/$1.md
}
topic desks '' 'Desks are clear.'
topic doors '' 'See [the desks](desks.md).'
git add . && git commit -qm "Desks and doors" 2>"$WORK/.err"
approve jane desks
expect 0 writ check
says_not "not in force any more"

# Another document takes its place, and may name it.
clock "2026-12-02 10:00:00"
topic tables '\nreplaces: desks' 'This takes the place of [the desks](desks.md).'
git add . && git commit -qm "Tables in place of desks" 2>"$WORK/.err"
expect 0 writ check
approve jane tables
expect 1 writ check
says "policies/doors.md:$(line_of "See" policies/doors.md) error DOC-09 (7.5.3) The link desks.md leads to policies/desks.md, which is not in force any more."
says_not "policies/tables.md:$(line_of "This takes" policies/tables.md) error DOC-09"
refused 1 as jane writ approve doors --key ../jane --yes
says "the link desks.md leads to policies/desks.md, which is not in force any more"
says "link to what took its place, or take the link out"

# What is retired is no better.
sed -i 's/desks\.md/tables.md/' policies/doors.md
git commit -qam "Tables" 2>"$WORK/.err"
expect 0 writ check
decide jane retire tables --comment "No tables."
expect 1 writ check
says "policies/doors.md:$(line_of "See" policies/doors.md) error DOC-09 (7.5.3) The link tables.md leads to policies/tables.md, which is not in force any more."

# A new version of it is a draft, like any other that may be linked to.
sed -i 's/^version: 1.0/version: 2.0/; s/takes the place of/took the place of/' policies/tables.md
git commit -qam "Tables after all" 2>"$WORK/.err"
writ check >"$WORK/.out" 2>"$WORK/.err" || true
says_not "not in force any more"
