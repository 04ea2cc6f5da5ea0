# Whenever approve is killed, the decision is absent or whole, and the same command works again.

killed() { "$(dirname "$0")/../../../Soak/killed" "$1" "${TRIES:-12}" "${SEED:-1}"; }
given_people
killed governance
approve jane governance
approve sam governance
killed information-security
