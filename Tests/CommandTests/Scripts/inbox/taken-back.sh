# What somebody sent back and took back again is told as that.
given_governance
decide jane reject information-security --comment "Too long"
expect 0 writ inbox --person jane-doe
says 'saying "Too long": no new text yet'
says "Nothing awaits your decision"
clock "2026-12-01 11:00:00"
decide jane withdraw information-security
expect 0 writ inbox --person jane-doe
says 'saying "Too long": you took that back'
says "1 document awaits your decision"
expect 0 writ inbox --person jane-doe --format json
json '."sent-back"[0].outcome' '"taken-back"'
