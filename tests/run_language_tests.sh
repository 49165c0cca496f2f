#!/bin/bash
# Runs the language tests where there is no python3: the comparing half of run_language_tests.py,
# with the same rules (tests/README.md).
#
#     run_language_tests.sh INTERPRETER [TEXT]      only scripts whose area/name contains TEXT
#
# Prints the differences of each failure and a closing line; exit status 1 if one failed.
# TIMEOUT (seconds for one script, default 20), JOBS and LIGHT (set: leave out the scripts marked
# "# heavy") come from the environment.
set -u
self=$(realpath "${BASH_SOURCE[0]}")
language="${self%/*}/language"

# Runs one script, given as area/name; prints PASSED or the differences as one piece.
run_one() {
  local interpreter=$1 name=$2
  local folder="$language/${name%/*}" stem="${name##*/}"
  local work words status expected_status report=""
  work=$(mktemp -d)
  words=("$stem.py")
  local line
  mkdir "$work/tmp"
  while IFS= read -r line && [[ $line == "#"* ]]; do
    line=${line//\{tmp\}/$work/tmp}
    case $line in
      "# command:"*) eval "words=(${line#\# command:})" ;;
      "# args:"*) eval "words=(\"\$stem.py\" ${line#\# args:})" ;;
    esac
  done <"$folder/$stem.py"

  local input=/dev/null
  [[ -e $folder/$stem.stdin ]] && input="$folder/$stem.stdin"
  (cd "$folder" && timeout -s KILL "${TIMEOUT:-20}" "$interpreter" "${words[@]}" \
    <"$input" >"$work/stdout" 2>"$work/stderr") 2>/dev/null
  status=$?
  sed -i "s|$folder/||g" "$work/stdout" "$work/stderr"

  expected_status=0
  [[ -e $folder/$stem.exit ]] && expected_status=$(<"$folder/$stem.exit")
  local expected_stderr="$folder/$stem.stderr"
  [[ -e $expected_stderr ]] || expected_stderr=/dev/null
  [[ $status == "$expected_status" ]] ||
    report+="  exit status: expected $expected_status, got $status"$'\n'
  local difference
  difference=$(diff -a -U1 "$folder/$stem.expected" "$work/stdout") ||
    report+="$(tail -n +3 <<<"$difference" | head -n 14 | sed 's/^/    /')"$'\n'
  difference=$(diff -a -U1 "$expected_stderr" "$work/stderr") ||
    report+="$(tail -n +3 <<<"$difference" | head -n 14 | sed 's/^/    /')"$'\n'
  rm -rf "$work"
  if [[ -z $report ]]; then
    printf 'PASSED\n'
  else
    printf 'FAILED %s\n%s' "$name" "$report"
  fi
}

if [[ ${1:-} == --one ]]; then
  run_one "$2" "$3"
  exit
fi

interpreter=${1:?usage: run_language_tests.sh INTERPRETER [TEXT]}
[[ $interpreter == */* ]] && interpreter=$(realpath "$interpreter")
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 WEFTPATH=on_the_path PYTHONPATH=on_the_path
unset PYTHONSTARTUP
cd "$language" || exit 1
left_out=()
[[ -n ${LIGHT:-} ]] && mapfile -t left_out < <(grep -lx '# heavy' ./*/*.py)
results=$(find . -mindepth 2 -maxdepth 2 -name '[!_]*.py' |
  grep -vxFf <(printf '%s\n' "${left_out[@]:-no script}") |
  sed 's|^\./||; s|\.py$||' | sort | grep -F -- "${2:-}" |
  xargs -r -P "${JOBS:-$(nproc)}" -I{} "$self" --one "$interpreter" {})
passed=$(grep -c '^PASSED$' <<<"$results")
failed=$(grep -c '^FAILED ' <<<"$results")
grep -v '^PASSED$' <<<"$results"
echo "$passed passed, $failed failed"
[[ $failed == 0 && $passed != 0 ]]
