# A policy in which something is still to be filled in, where it should commit to continual
# improvement, cannot be committed.

given_people
for placeholder in 'TODO' '[Company]' '<your commitment>'; do
  sed -i "/^improvement that we decide on/s/\$/ $placeholder/" $policy
  line=$(line_of "improvement that we decide on" $policy)
  blocked git commit -am "Promise it later"
  says "$policy:$line error POL-05 (5.2 d)"
  says "which should commit to continual improvement, still holds $placeholder."
  says "To mend it: write what holds for your organisation in its place"
  git restore $policy
done
