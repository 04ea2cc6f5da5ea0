# --at answers as of then: before an approval nothing is in force, after it is. A day alone is its end
# in UTC.

given_governance
clock "2026-12-02 12:00:00"
approve jane information-security
clock "2026-12-03 12:00:00"
approve sam information-security
clock "2026-12-10 12:00:00"
state() { # TIME STATE IN-FORCE
  expect 0 writ status information-security --at "$1" --format json
  json '.documents[0] | [.state, ."in-force"]' "[\"$2\",$3]"
}
state 2026-12-01 draft null
state 2026-12-02T11:59:59Z draft null
state 2026-12-02T12:00:00Z partial null
state 2026-12-02 partial null
state 2026-12-03T11:59:59Z partial null
state 2026-12-03T12:00:00Z in-force '"1.0"'
state 2026-12-03T13:00:00+01:00 in-force '"1.0"'
state 2026-12-03T12:00:00+01:00 partial null
state 2026-12-03 in-force '"1.0"'

expect 1 writ show information-security --at 2026-12-02
says "no version of information-security is in force"
expect 0 writ show information-security --at 2026-12-03
expect 0 writ history information-security --at 2026-12-02 --format json
json '[.at, (.events | length)]' '["2026-12-02T23:59:59Z",2]'
expect 0 as jane writ verify --at 2026-12-02 --format json
json '[.verdict, (.statements | length)]' '["valid",3]'
expect 0 as jane writ verify --format json
json '[.verdict, (.statements | length)]' '["valid",4]'

# Before there was a repository there was none.
expect 70 writ status --at 2026-11-30
says "not a policy repository"
