# What of an answer is not as expected, in lines; nothing if all is. In: the answer, or null where it
# is no JSON. Arguments: $expected, an object of the file `expected`, and $exit, the exit code.

def refs: map("\(.ref) \(.verdict) (\(.reason // "no reason"))") | sort | unique;
def differing($what; $wanted; $found):
  if $wanted == $found then empty else "\($what): \($found | tojson), not \($wanted | tojson)" end;

($expected // {verdict: "valid", exit: 0, problems: false}) as $wanted
| differing("exit"; $wanted.exit; $exit),
  differing("verdict"; $wanted.verdict; .verdict?),
  if . == null or $wanted.verdict == null then empty else
    ( [.statements[] | select(.verdict != "valid")] | refs ) as $found
    | ( $wanted.statements // [] | refs ) as $named
    | ( $found - $named | map("not expected: \(.)") | .[] ),
      ( $named - $found | map("expected: \(.)") | .[] ),
      if .statements == [] and ($wanted.empty | not) then "there are no statements at all" else empty end,
      ( .statements[] | select(.verdict != "valid" and .counts == true) | "counts: \(.ref)" ),
      if $wanted["not-counting"] and any(.statements[]; has("counts")) then
        differing("not counting"; $wanted["not-counting"] | sort;
          [.statements[] | select(.verdict == "valid" and .counts != true) | .ref] | sort)
      else empty end,
      differing("missing"; $wanted.missing // [] | sort; [.missing[].ref] | sort),
      if $wanted.chain then differing("chain"; $wanted.chain; [.chain[].version]) else empty end,
      if $wanted.problems == null then empty
      else differing("problems"; $wanted.problems; .problems != []) end
  end
