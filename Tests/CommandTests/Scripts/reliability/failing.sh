# Where a call to the system fails, approve says so, and says truly whether the decision is recorded.

failing() { "$(dirname "$0")/../../../Soak/failing" "$1" "${TRIES:-12}" "${SEED:-1}"; }
given_people
failing governance
approve jane governance
approve sam governance
failing information-security
