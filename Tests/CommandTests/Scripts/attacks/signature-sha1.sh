# A signature by Bo's RSA key with SHA-1, as old programs made them: two texts can have one hash.
. "$(dirname "$0")/forging.sh"
given_bo 'ssh-keygen -q -t rsa -b 3072 -m PEM -N "" -f bo'

bo_decides approve approves bo
stock accepts "$B"
respell "$B" '
data = b"SSHSIG" + put(namespace) + put(reserved) + put(hash) + put(hashlib.sha512(payload).digest())
algorithm = b"ssh-rsa"
value = subprocess.run(["openssl", "dgst", "-sha1", "-sign", "../bo"], input=data, check=True,
    stdout=subprocess.PIPE).stdout'

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "SHA-1"
missing
status_says in-force 1.0
stock refuses "$B"
