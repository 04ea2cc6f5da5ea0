# bounded COMMAND …: run within 20 seconds of processor time and 2 GiB of memory, several times what is
# ever needed here.
bounded() {
  (
    ulimit -t 20 -v 2097152
    timeout 60 "$@"
  )
}
