import Approvals
import Objects

/// How to verify a pack with stock `git`, `ssh-keygen` and `sha256sum`: `VERIFY.md`, and the list of
/// decisions that it goes by.
///
/// A test runs its blocks exactly as they stand here.
struct VerifyInstructions: Sendable {
  /// Where the list lies in a pack.
  static let listPath = "decisions.txt"

  private let ledger: Ledger
  private let hasTexts: Bool

  /// On a pack with these decisions; `hasTexts` says whether there are approved texts in it.
  init(_ ledger: Ledger, hasTexts: Bool) {
    self.ledger = ledger
    self.hasTexts = hasTexts
  }

  /// The two files.
  var files: [PackFile] {
    [
      PackFile(path: "VERIFY.md", text: sections.joined(separator: "\n")),
      PackFile(path: Self.listPath, text: decisions),
    ]
  }

  /// A line each: verdict, reason or `-`, name; those that are missing too. Only names of decisions that
  /// hold are sure to be plain.
  private var decisions: String {
    let entries = ledger.entries.map { entry in
      let reason = entry.issue?.reason.rawValue ?? "-"
      return "\(entry.verdict.rawValue) \(reason) \(Self.tagName(entry.ref))"
    }
    let missing = ledger.missing.map { missing in
      "missing - \(missing.name?.description ?? missing.id.description)"
    }
    return (entries + missing).map { "\($0)\n" }.joined()
  }

  private static func tagName(_ ref: String) -> String {
    let name = ref.hasPrefix("refs/tags/") ? String(ref.dropFirst(10)) : ref
    return DisplayText(foreign: name).plain
  }

  private var sections: [String] {
    [introduction, unaltered, whole, present]
      + (ledger.valid.isEmpty ? [] : [verified, oneByOne, hasTexts ? texts : "", root, keys])
      + [notShown]
  }

  private var introduction: String {
    """
    # Verify this pack without Writ

    You need `git` (2.34 or later), `ssh-keygen` (OpenSSH 8.9 or later) and `sha256sum`, no network, and
    no trust in the program that wrote this. Work in the folder of this file, in an account without
    secrets of yours. Paste one block after another into the same shell. Where something is not as it must
    be, a line begins with `WRONG`, or a command says what failed.

    This first block keeps Git from reading settings of the machine:

    ```sh
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_NO_REPLACE_OBJECTS=1 LC_ALL=C
    pack=$PWD
    work=$(mktemp -d)
    ```

    """
  }

  private var unaltered: String {
    #"""
    ## 1. Nothing was altered since the pack was made

    `manifest.json` lists every file with its SHA-256. Only the last command prints anything: the
    fingerprint of the whole pack.

    ```sh
    sed -n 's/^{"path": "\([^"]*\)", "bytes": [0-9]*, "sha256": "\([0-9a-f]*\)"},\{0,1\}$/\2  \1/p' \
      manifest.json > "$work/listed"
    sha256sum --check --strict --quiet "$work/listed" || echo "WRONG: a file was altered"
    sed 's/^[0-9a-f]*  //' "$work/listed" | sort > "$work/names"
    find . ! -type d ! -path ./manifest.json | sed 's,^\./,,' | sort | diff "$work/names" - ||
      echo "WRONG: a file is missing or surplus"
    sha256sum manifest.json
    ```

    Compare that fingerprint with the one that the organisation gave you **by another way** than this
    pack. Without that, you know only that the files fit each other: whoever alters a file can write the
    list anew.

    """#
  }

  private var whole: String {
    """
    ## 2. The repository in it is whole

    The bundle holds the policies with their whole history, and every decision as a signed tag. Git
    hashes each object anew. `git fsck` prints nothing, but on tags that step 3 does not list as valid.

    ```sh
    git clone --quiet --bare --template= "$pack/repository.bundle" "$work/repository"
    cd "$work/repository"
    git fsck --full --strict --no-dangling || echo "WRONG: the repository is damaged, see above"
    ```

    """
  }

  private var present: String {
    let others = ledger.entries.filter { $0.verdict != .valid }.count
    let (valid, missing) = (ledger.entries.count - others, ledger.missing.count)
    let rest =
      others + missing == 0
      ? "It must print nothing: there are no others."
      : "The last command prints the \(others) that do not hold; \(missing) more are missing."
    return #"""
      ## 3. The decisions that are said to hold are there

      `decisions.txt` lists every decision in the pack with Writ's verdict: \#(valid) valid. \#(rest) Of
      those that do not hold, some may pass step 4 all the same: stock Git asks whether a known key fits
      the bytes, not whether its owner was entitled. The reasons are explained in Writ's
      `docs/reasons.md`.

      ```sh
      sed -n 's/^valid - //p' "$pack/decisions.txt" | sort > "$work/valid"
      git for-each-ref --format='%(refname:strip=2)' refs/tags/writ | sort > "$work/here"
      comm -23 "$work/valid" "$work/here" | sed 's/^/WRONG, not here: /'
      comm -13 "$work/valid" "$work/here"
      ```

      """#
  }

  private var verified: String {
    #"""
    ## 4. Each of them is signed, under its own name, and nothing follows the signature

    `allowed_signers` has the keys of everybody who ever stood in the people and rules. The first loop
    prints nothing, the last command how many signatures are good by which key.

    ```sh
    while read -r tag; do
      git -c gpg.ssh.program=ssh-keygen -c gpg.ssh.allowedSignersFile="$pack/allowed_signers" \
        verify-tag "$tag" 2>> "$work/good" || echo "WRONG signature: $tag"
      git cat-file tag "$tag" > "$work/tag"
      [ "$(sed -n '3s/^tag //p' "$work/tag")" = "$tag" ] || echo "WRONG name: $tag"
      [ "$(tail -n 1 "$work/tag")" = '-----END SSH SIGNATURE-----' ] || echo "WRONG end: $tag"
    done < "$work/valid"
    sort "$work/good" | uniq -c
    ```

    """#
  }

  private var oneByOne: String {
    #"""
    The same of one decision without Git's own verification, over the raw bytes:

    ```sh
    tag=$(tail -n 1 "$work/valid")
    git cat-file tag "$tag" | sed '/^-----BEGIN/,$d' > "$work/payload"
    git cat-file tag "$tag" | sed -n '/^-----BEGIN/,/^-----END/p' > "$work/signature"
    signer=$(ssh-keygen -Y find-principals -f "$pack/allowed_signers" -s "$work/signature" | sed -n 1p)
    ssh-keygen -Y verify -f "$pack/allowed_signers" -I "$signer" -n git -s "$work/signature" \
      < "$work/payload" || echo "WRONG signature: $tag"
    ```

    """#
  }

  private var texts: String {
    #"""
    ## 5. What was decided on are the bytes in `documents/`

    Each decision names the SHA-256 of the text. The first loop compares that with the file in the commit
    that is tagged, and prints nothing. The second prints each text in `documents/` (the pages beside
    them are for reading) with the decisions on exactly these bytes.

    ```sh
    while read -r tag; do
      git cat-file tag "$tag" > "$work/tag"
      path=$(sed -n 's/^Writ-Path: //p' "$work/tag")
      digest=$(sed -n 's/^Writ-Digest: sha256://p' "$work/tag")
      found=$(git cat-file blob "$tag^{commit}:$path" | sha256sum | cut -c 1-64)
      [ "$found" = "$digest" ] || echo "WRONG text: $tag"
      echo "$digest $tag" >> "$work/decided"
    done < "$work/valid"
    (cd "$pack" && find documents -type f ! -name '*.html' -exec sha256sum {} +) | sort -k 2 |
      while read -r digest file; do
        echo "$file"
        grep "^$digest " "$work/decided" | sed 's/^[0-9a-f]*/   /' | grep . ||
          echo "WRONG: nobody decided on $file"
      done
    ```

    """#
  }

  private var root: String {
    #"""
    ## 6. The root: whose repository this is

    The first people and rules, version 1.0 of `writ.yaml`, name the repository: everything hangs on
    them. Compare this SHA-256 with the minutes of the board, or ask somebody who signed it.

    ```sh
    tag=$(sed -n '/^writ\/governance\/1\.0\/approve\//{p;q;}' "$work/valid")
    git cat-file blob "$tag^{commit}:writ.yaml" | sha256sum
    ```

    Every decision names it. This prints one line, with the same digest:

    ```sh
    while read -r tag; do
      git cat-file tag "$tag" | sed -n 's/^Writ-Repository: //p'
    done < "$work/valid" | sort | uniq -c
    ```

    """#
  }

  private var keys: String {
    #"""
    ## 7. Who may sign

    Each version of the people and rules names the one before by its SHA-256, and must be approved by
    those who stand in that one. The first command prints each with its digest and that of the one
    before; read them in `$work/rules`. The second prints nothing: every key in `allowed_signers` stands
    in one of them.

    ```sh
    mkdir "$work/rules"
    grep '^writ/governance/[^/]*/approve/' "$work/valid" | while read -r tag; do
      version=${tag#writ/governance/}
      git cat-file blob "$tag^{commit}:writ.yaml" > "$work/rules/${version%%/*}"
    done
    for version in $(ls "$work/rules" | sort -V); do
      echo "$version  $(sha256sum < "$work/rules/$version" | cut -c 1-64)"
      sed -n 's/^previous: *sha256:\([0-9a-f]*\).*/  after \1/p' "$work/rules/$version"
    done
    cut -d ' ' -f 3,4 "$pack/allowed_signers" | while read -r key; do
      cat "$work/rules"/* | grep -cF -e "$key" > /dev/null || echo "WRONG key: $key"
    done
    ```

    """#
  }

  private var notShown: String {
    """
    ## What these commands do not show

    - **Deletion.** A decision that is not in the pack leaves no trace in it, unless another one names it
      (`Writ-Seen`). Ask those who decide for their receipts, and keep this pack: the next one must hold
      all that this one holds.
    - **Authority.** That a key is good does not say that its owner held the role, that the rule for the
      document was met, or that the decision came before somebody left.
    - **Order and time.** The dates are those of the signers' own clocks.
    - **What the pages say.** Titles, tables and sentences of `index.html` and `evidence.json` were made
      from all this by a program; compare what matters to you with `documents/` and the decisions.

    Writ asks all of that, offline, from the bundle alone, on a computer that has nothing of the
    organisation's. It makes the pages again from the bundle, and names each file that is another:

        writ verify --root ROOT FOLDER            ROOT: sha256: and the digest of step 6, from the minutes
        writ verify --root ROOT --since EARLIER-PACK FOLDER

    At the end, remove what was unpacked:

    ```sh
    cd "$pack"
    rm -rf "$work"
    ```

    """
  }
}
