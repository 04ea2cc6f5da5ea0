# Nothing is ever replaced but a website of Writ's own that nobody has touched, and nothing is written into
# the repository or through a link.
. "$(dirname "$0")/website.sh"
given_approved_policy
refused_site() { # SAYS, OUTPUT
  traces >"$WORK/.before"
  expect 1 as jane writ publish --output "$2"
  says "$1"
  traces >"$WORK/.after"
  diff "$WORK/.before" "$WORK/.after" || fail "it left something behind"
}
as jane writ verify >/dev/null
mkdir ../empty ../full ../parent; echo mine >../full/mine.txt; echo mine >../file; ln -s ../empty ../link; ln -s policies/.git ../way
refused_site "belongs to the repository" .
refused_site "belongs to the repository" "$WORK/policies"
refused_site "belongs to the repository" ..
refused_site "belongs to the repository" .git
refused_site "belongs to the repository" .git/site
refused_site "belongs to the repository" policies/site
refused_site "belongs to the repository" roles
refused_site "belongs to the repository" ../way/site
refused_site "symbolic link" ../link
refused_site "symbolic link" ../link/
refused_site "no folder" ../file
refused_site "no folder" /dev/null
refused_site "Writ did not write" ../full
refused_site "is not there" ../nowhere/site
refused_site "is not there" ../nowhere/..
expect 64 as jane writ publish --output ""
expect 64 as jane writ publish --output /
expect 0 as jane writ publish --output ../empty/
expect 0 as jane writ publish --output site
cmp site/index.html ../empty/index.html

# A website that somebody has touched stays as it is.
expect 0 as jane writ publish --output ../site
echo more >../site/added.txt; refused_site "added.txt is none of its files" ../site; rm ../site/added.txt
mkdir ../site/.git; echo x >../site/.git/config; refused_site ".git/config is none of its files" ../site; rm -r ../site/.git
echo >>../site/index.html; refused_site "index.html is not as it was written" ../site; sed -i '$d' ../site/index.html
mv ../site/feed.xml ../kept; refused_site "feed.xml is gone" ../site
ln -s ../kept ../site/feed.xml; refused_site "feed.xml is not as it was written" ../site; rm ../site/feed.xml; mv ../kept ../site/feed.xml
mv ../site/site.json ../kept; refused_site "Writ did not write" ../site
echo '{' >../site/site.json; refused_site "site.json is damaged" ../site
jq '.files += [{"path": "../kept", "sha256": "00"}]' ../kept >../site/site.json; refused_site "../kept is gone" ../site
cp ../kept ../site/site.json
expect 0 as jane writ publish --output ../site
sound_site ../site

# Where it cannot be written, all stays as it was.
chmod 555 ../parent
expect 70 bound writ publish --output ../parent/site
chmod 755 ../parent
[ -z "$(ls -A ../parent)" ] || fail "it left something behind"
given_other_repository
as sam writ verify >/dev/null || true
expect 1 as sam writ publish --output ../site
says "another repository"
