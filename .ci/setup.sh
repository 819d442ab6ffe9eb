# Shared by ./try and ./check: a .venv in the repository, pinned by constraints.txt.
# Sourced, not run; needs nothing but a Python >= 3.11 and the package registry.

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
venv=$repo/.venv
log=$venv/setup.log

say() { printf 'dateline: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# The first Python that is new enough and can make a virtual environment.
find_python() {
  local name old="" bare=""
  for name in python3.13 python3.12 python3.11 python3 python3.14; do
    "$name" -c '' 2>/dev/null || continue
    if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then old=$name
    elif ! "$name" -c 'import venv, ensurepip' 2>/dev/null; then bare=$name
    else printf '%s' "$name"; return; fi
  done
  if [ -n "$bare" ]; then
    fail "missing: the venv module of $bare. On Debian or Ubuntu: apt-get install python3-venv"
  elif [ -n "$old" ]; then
    fail "missing: Python 3.11 or newer; $old is only $("$old" -V 2>&1 | cut -d' ' -f2)"
  fi
  fail "missing: Python 3.11 or newer. On Debian or Ubuntu: apt-get install python3 python3-venv"
}

# What the environment depends on; the path too, because a moved .venv is broken.
stamp_of() { printf '%s %s' "$(cat "$repo/pyproject.toml" "$repo/constraints.txt" | cksum)" "$repo"; }

# is_ready [dev]: an environment with the development tools also serves those who need none.
is_ready() {
  local stamp
  stamp=$(cat "$venv/stamp" 2>/dev/null) || return 1
  [ "$stamp" = "$(stamp_of) dev" ] || [ "$stamp" = "$(stamp_of) ${1:-}" ]
}

# uv installs in a third of pip's time. It reads none of pip's settings, so a mirror is handed on;
# and so are the system's certificates; where it fails all the same, plain pip does the work.
install() {
  local python=$venv/bin/python index
  index=${PIP_INDEX_URL:-$("$python" -m pip config get global.index-url 2>/dev/null)}
  [ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
  [ -w "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}" ] || export UV_NO_CACHE=1
  export UV_SYSTEM_CERTS=1
  if "$python" -m pip install uv==0.13.8 &&
    "$python" -m uv pip install --python "$python" -c "$repo/constraints.txt" -e "$1"
  then return; fi
  "$python" -m pip install -c "$repo/constraints.txt" -e "$1"
}

explain_failure() {
  if grep -qiE 'name resolution|not known|dns error|NewConnection|Connection refused|unreachable|timed out' "$log"
  then say "missing: the network. The packages could not be fetched from the package registry."
  else tail -n 5 "$log" >&2; say "installing the packages failed; the last lines are above"; fi
  fail "everything that was tried is in $log"
}

# setup [dev]: make the environment, or find it ready.
setup() {
  local extra=${1:-} python start=$SECONDS
  is_ready "$extra" && return
  python=$(find_python) || exit 1
  say "setting up .venv with $("$python" -V) …"
  "$python" -m venv --clear "$venv" >&2 || fail "cannot make $venv"
  install "$repo${extra:+[$extra]}" >"$log" 2>&1 || explain_failure
  printf '%s' "$(stamp_of) $extra" >"$venv/stamp"
  say "ready after $((SECONDS - start)) s"
}

# A browser for the tests of the pages: the system's, or Debian's package where we may install it.
# Without one those tests are skipped and say so.
find_browser() {
  local name
  [ -z "$DATELINE_CHROMIUM" ] || return 0
  for name in chromium chromium-browser google-chrome chrome; do
    ! command -v "$name" >/dev/null || return 0
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing Debian's chromium for the tests of the pages …"
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install chromium; } \
      >"$venv/browser.log" 2>&1 && return
    say "chromium could not be installed; what was tried is in $venv/browser.log"
  fi
  say "no Chromium: the tests of the pages in a browser are skipped (on Debian: apt-get install chromium)"
}
