import Approvals
import Objects

/// How a pack can be checked, and what it does not show.
extension EvidencePack {
  var verifying: HTML {
    """
    <p>Nothing on these pages has to be believed. This pack holds the whole history of the repository \
    (repository.bundle), the keys of all who ever could decide (allowed_signers), and the approved bytes \
    (documents/).</p>
    <ul>
    <li>Without Writ: <a href="VERIFY.md">VERIFY.md</a> has the commands for <code>git</code>, \
    <code>ssh-keygen</code> and <code>sha256sum</code>, and what each proves.</li>
    <li>With Writ, on any computer, without a network: <code>writ verify --root FINGERPRINT FOLDER</code>, \
    with the fingerprint of the repository from a source that you trust.</li>
    <li>Whether a file of the pack was changed since it was made: <a href="manifest.json">manifest.json</a> \
    has the SHA-256 of each. Compare the SHA-256 of that file itself with the one that you were given \
    apart from the pack.</li>
    </ul>

    """
  }

  var limits: HTML {
    HTML.list([
      """
      Who may read this. The bundle holds the whole repository, confidential documents and earlier drafts \
      too: hand it only to those who may see all of it.
      """,
      """
      That a signer had read and understood what was signed. The signature shows that their key signed \
      exactly these bytes.
      """,
      """
      That the people named are who they say, and hold in the organisation the roles that the people and \
      rules give them. Whoever knows the fingerprint of the repository from elsewhere knows where they began.
      """,
      """
      That a decision was not deleted before anybody but its signer had seen it, and that this is the newest \
      state. Compare with an earlier pack: <code>writ verify --since EARLIER-PACK THIS-PACK</code>.
      """,
      "The time of a decision, beyond its bounds: it is the signer's own clock.",
      """
      Records of communication, acknowledgement, training and measurement: this version does not read \
      registers.
      """,
      "Whether what the policies say is done.",
      """
      What these pages say is what Writ \(program) found. They are not signed: check what matters to you.
      """,
    ])
  }
}
