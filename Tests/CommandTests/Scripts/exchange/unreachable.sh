# The other side cannot be reached: why, since when what is here is so, and what helps. Nothing waits for
# an answer that nobody can give, and nothing here changes.
. "$(dirname "$0")/exchange.sh"
given_clones
cd "$WORK/jane-clone"
approve jane information-security
expect 0 as jane writ pull
before=$(git for-each-ref)
unreachable() {
  local address=$1 reason=$2
  git remote set-url origin "$address"
  for command in pull push; do
    expect 70 as jane timeout 30 writ "$command"
    says "could not reach origin: $reason"
  done
  [ "$(git for-each-ref)" = "$before" ] || fail "something changed"
}
unreachable "$WORK/nowhere.git" "there is no repository at its address"
says "git remote -v"
unreachable "https://nobody.invalid/policies.git" "no computer of that name is found"
unreachable "https://127.0.0.1:9/policies.git" "it does not answer"
unreachable "ssh://127.0.0.1:9/policies.git" "it does not answer"

# A program in the place of ssh that says what ssh says. It is the user's own.
cat >"$WORK/ssh" <<'EOS'
#!/bin/sh
cat "$WORK/words" >&2
exit 255
EOS
chmod +x "$WORK/ssh"
export GIT_SSH_COMMAND="$WORK/ssh" WORK
echo "git@git.example.org: Permission denied (publickey)." >"$WORK/words"
unreachable git@git.example.org:policies.git "it does not let you in"
printf 'No ED25519 host key is known.\nHost key verification failed.\n' >"$WORK/words"
unreachable git@git.example.org:policies.git "its key is not known here yet"
printf '@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.\n' >"$WORK/words"
unreachable git@git.example.org:policies.git "it shows another key than before"
printf 'fatal: odd \033[31mwords\n' >"$WORK/words"
unreachable git@git.example.org:policies.git "odd"
! grep -q "$(printf '\033')" "$WORK/.err" || fail "an escape came through"
unset GIT_SSH_COMMAND

# A server that asks for a password: nobody is there to be asked, so that it does not wait.
python3 - "$WORK/port" <<'EOP' &
import http.server, sys
class Asks(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="policies"')
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Asks)
print(server.server_port, file=open(sys.argv[1], "w"))
server.serve_forever()
EOP
server=$!
# By force: those who run tests may have all else blocked.
trap 'kill -9 $server' EXIT
until [ -s "$WORK/port" ]; do sleep 0.1; done
unreachable "http://127.0.0.1:$(cat "$WORK/port")/policies.git" "it does not let you in"

# Not all of the history is here: refused as everywhere.
git clone -q --depth 1 "file://$WORK/origin.git" "$WORK/shallow" 2>"$WORK/.err"
expect 70 as jane writ -C "$WORK/shallow" pull
says "shallow"

# Without the program git.
mkdir "$WORK/few"; ln -s "$(command -v writ)" "$WORK/few/writ"
git remote set-url origin "$WORK/origin.git"
expect 70 as jane env PATH="$WORK/few" "$WORK/few/writ" pull
says "the program git is not on this machine"
