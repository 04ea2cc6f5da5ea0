# Whatever a policy holds, it is text on every page, in the list, in what is searched, and in the feed; and a
# very long one is published like any other.
. "$(dirname "$0")/website.sh"
given_approved_policy
title='Evil ]] & ]]&gt; "quoted" =cmd(1) Policy'
policy_text evil "evil" public 1.0 'change: {summary: "</ summary ]]> &amp; é", reason: "x"}' |
  sed "s|^title: .*|title: '${title//&/\\&}'|" >policies/evil.md
cat >>policies/evil.md <<'END'

## `</script><script>alert(2)</script>` "&lt;

<script>alert(3)</script> <img src="https://evil.example/a.png" onerror="alert(4)"> <!-- </script> -->

</script><script>alert(5)</script>

[click](javascript:alert(6)) ![picture](https://evil.example/b.png) [data](data:text/html,x)
[file](file:///etc/passwd) [page](../index.html) [self](evil.md#scope)
[quote](../"onclick="alert(7)) [site](../site.json) [away](//evil.example/)
END
{ policy_text long "Long Policy" public 1.0 "$(changed 'First issue')"
  for number in $(seq 10000); do echo "longword$number"; done
} >policies/long.md
saved "Write two policies: evil 1.0 and long 1.0"
approve sam evil long
expect 0 as jane writ publish --output ../site
sound_site ../site
[ "$(grep -c '^<script' ../site/index.html)" = 2 ] || fail "scripts on the index"
! grep -rl '<script' ../site/policies --include='*.html' || fail "a script on a page"
! grep -rE '<img|javascript:alert[^<]*"|src="' ../site --include='*.html' || fail "something is loaded or runs"
! grep -E '<script|\]\]>' ../site/feed.xml || fail "markup in the feed"
grep -qF 'Evil ]] &amp; ]]&amp;gt; &quot;quoted&quot; =cmd(1) Policy 1.0 is in force' ../site/feed.xml || fail "the title"
grep -qF '<a href="../evil/index.html#text-scope">self</a>' ../site/policies/evil/1.0.html || fail "a link to itself"
grep -q 'longword10000' ../site/index.html || fail "the last line cannot be found"
