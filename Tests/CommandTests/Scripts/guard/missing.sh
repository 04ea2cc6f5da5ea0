# A decision comes with all that its signer had seen: else whoever fetches would miss that.
. "$(dirname "$0")/words"
given_approved_policy
given_server
taken origin main 'refs/tags/writ/governance/*'
here=refs/tags/writ/information-security/1.0/approve
kept_out origin "$here/sam-lee"
says "refused: the decision information-security/1.0/approve/sam-lee"
says "It names a decision as made before it that is neither here nor in this push: writ/information-security/1.0/approve/jane-doe."
says "Push all decisions together: writ push"
taken origin 'refs/tags/writ/*'

# The same with decisions that need each other further on: with what is between, they are taken.
policy_version 1.1
clock "2026-12-01 11:00:00"
approve jane information-security
clock "2026-12-01 11:30:00"
approve sam information-security
kept_out origin main "refs/tags/writ/information-security/1.1/approve/sam-lee"
taken origin main "refs/tags/writ/information-security/1.1/approve/jane-doe"
taken origin "refs/tags/writ/information-security/1.1/approve/sam-lee"

# A withdrawal of what is not here.
policy_version 1.2
approve jane information-security
decide jane withdraw information-security
kept_out origin main "refs/tags/writ/information-security/1.2/withdraw/jane-doe"
taken origin main 'refs/tags/writ/*'
