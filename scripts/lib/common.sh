# shellcheck shell=bash
# Sourced by the commands in scripts/: where the project is, which packages a task needs, and a build
# that says nothing unless it fails. Defines functions and $project only; changes no directory.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# Debian's packages for each task; a task needs those of `build` as well.
packages_for() {
  case $1 in
    build) echo g++ cmake ninja-build libgmp-dev libutf8proc-dev libboost-context-dev libpcre2-dev \
      zlib1g-dev libssl-dev libcurl4-openssl-dev ccache mold ;;
    test) echo libgtest-dev python3 clang-14 libclang-rt-14-dev llvm-14 clang-format-14 ;;
    lint) echo clang-tidy-14 libgtest-dev clang-14 ;;
    bench) echo python3 pypy3 lua5.4 luajit ;;
  esac
}

# What `build` needs, seen without a package manager: prints what is missing.
missing_for_build() {
  local tool header
  for tool in g++ cmake ninja; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  command -v g++ >/dev/null || return 0
  for header in gmp.h utf8proc.h boost/context/detail/fcontext.hpp pcre2.h zlib.h openssl/evp.h \
    curl/curl.h; do
    echo "#include <$header>" | g++ -DPCRE2_CODE_UNIT_WIDTH=8 -E -x c++ - >/dev/null 2>&1 ||
      echo "$header"
  done
}

# ensure_packages TASK...: installs what is missing where there is apt-get, else says what is missing.
ensure_packages() {
  local task package missing=()
  if ! command -v apt-get >/dev/null; then
    for task in "$@"; do
      [[ $task == build ]] && mapfile -t -O "${#missing[@]}" missing < <(missing_for_build)
    done
    ((${#missing[@]} == 0)) && return 0
    die "Missing here: ${missing[*]}. Install them with this system's package manager" \
        "(on Debian: $(for task in "$@"; do packages_for "$task"; done | xargs)) and try again."
  fi
  for task in "$@"; do
    for package in $(packages_for "$task"); do
      [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
        missing+=("$package")
    done
  done
  ((${#missing[@]} == 0)) && return 0

  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "As root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "weft: installing ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq &&
         "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    die "weft: could not install ${missing[*]}"
  fi
  rm -f "$log"
}

# build PRESET TESTS(ON|OFF) [TARGET...]: configures when needed and builds. With OFF an existing
# configuration is left as it is, so that running a script never undoes what testing set up.
build() {
  local preset=$1 tests=$2
  shift 2
  local folder=$project/build/$preset log status=0
  mkdir -p "$folder"
  log=$folder/last_build.log
  local configure=()
  if [[ ! -e $folder/build.ninja ]]; then
    say "weft: first build of '$preset', this takes some minutes"
    configure=(cmake --preset "$preset" -DWEFT_BUILD_TESTS="$tests")
  elif [[ $tests == ON ]] && ! grep -q '^WEFT_BUILD_TESTS:BOOL=ON' "$folder/CMakeCache.txt"; then
    configure=(cmake --preset "$preset" -DWEFT_BUILD_TESTS=ON)
  fi
  (
    cd "$project" || exit 1
    # Two commands at once must not build in one folder at once.
    command -v flock >/dev/null && { exec 9>"$folder/.lock"; flock 9; }
    if ((${#configure[@]})); then "${configure[@]}" || exit 1; fi
    exec ninja -C "$folder" "$@"
  ) >"$log" 2>&1 </dev/null || status=$?
  if ((status != 0)); then
    cat "$log" >&2
    say "weft: the build of '$preset' failed (log: $log)"
  fi
  return "$status"
}

# The version the project is written against, or whichever there is.
clang_tool() {
  command -v "$1-14" || command -v "$1" || die "$1 is missing; see scripts/setup"
}

# Our own C++ files, one a line: tracked ones and new ones, not what is ignored.
cxx_files() {
  (cd "$project" &&
    find runtime interpreter stdlib scripts tests \( -name '*.h' -o -name '*.cpp' \) | sort)
}
