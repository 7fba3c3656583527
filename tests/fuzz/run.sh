#!/bin/sh
# run.sh BUILD SECONDS [JOBS] - every fuzzer of BUILD for SECONDS, JOBS at a time, from seeds made first. What they find
# is left in BUILD/fuzz; the corpus there grows from run to run. With SEED set, the first run after a build tries the
# same inputs everywhere, so that a failure can be had again; without, each run is another.
# Ends with `N passed, N failed, N skipped`.
# May not: leave anything outside of BUILD.
set -u
build=$1 seconds=$2 jobs=${3:-2}
dir=$(dirname "$0")
out=$build/fuzz
"${PYTHON:-/usr/bin/python3}" "$dir/seeds.py" "$out/seeds" || exit 1

one() {
    name=$1
    mkdir -p "$out/corpus/$name" "$out/found"
    "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=65536 -timeout=5 -rss_limit_mb=2048 -entropic=0 -seed="${SEED:-0}" \
        -dict="$dir/cables.dict" -artifact_prefix="$out/found/$name-" -print_final_stats=1 \
        "$out/corpus/$name" "$out/seeds/$name" >"$out/$name.log" 2>&1
    echo $? >"$out/$name.status"
}

names=$(ls "$dir"/fuzz_*.c | sed 's/.*fuzz_//; s/\.c$//')
rm -f "$out"/*.status
running=0
for name in $names; do
    one "$name" &
    running=$((running + 1))
    [ $running -lt "$jobs" ] || { wait; running=0; }
done
wait

passed=0 failed=0
for name in $names; do
    if [ "$(cat "$out/$name.status" 2>/dev/null)" = 0 ]; then
        passed=$((passed + 1))
        echo "fuzz_$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log") inputs"
    else
        failed=$((failed + 1))
        echo "FAILED fuzz_$name"
        grep -aE -A 12 'ERROR:|runtime error:|promise broken' "$out/$name.log" | cut -c 1-160
        ls "$out/found/$name"-* 2>/dev/null
    fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
