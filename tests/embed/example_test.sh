#!/usr/bin/env bash
# Builds the example hosts as a stranger would, with their own CMake project, and runs them.
#
#     example_test.sh EXAMPLE-FOLDER WEFT-BUILD-FOLDER SCRATCH-FOLDER COMPILER SANITIZERS
#
# SANITIZERS: those the libraries of the build folder were built with; empty for none.
set -euo pipefail
example=$1 weft_build=$2 scratch=$3 compiler=$4 sanitizers=$5

rm -rf "$scratch"
cmake -S "$example" -B "$scratch" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_CXX_FLAGS="${sanitizers:+-fsanitize=$sanitizers}" -DWEFT_BUILD="$weft_build" >/dev/null
cmake --build "$scratch" >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }
cd "$example"
for host in host waiting; do
  diff -u "expected_$host.txt" <("$scratch/$host" 2>&1)
done
echo "2 passed, 0 failed"
