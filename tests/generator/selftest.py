"""selftest.py - the generator keeps its word, and the parser reads what it writes.

The same seed gives the same bytes. Some thousand cables of every layout, as sent and with disturbances, are parsed
and compared in every field; the share that is right must not fall below the floors. Ends with the runner's counts.
"""
import argparse
import filecmp
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), HERE]
import compare  # noqa: E402
import generate  # noqa: E402

COUNT = 110  # cables of each layout, as sent and again with disturbances
RATE = 0.1   # of each disturbance
# Least share of fields right: raised as the parser learns, never lowered.
FLOORS = {0: 0.9995, RATE: 0.998}
SHOWN = 4    # differences printed where a floor is missed


def same_bytes(folder):
    a, b = os.path.join(folder, "a"), os.path.join(folder, "b")
    for path in (a, b):
        list(generate.make(path, 7, 36, generate.LAYOUTS, {"all": 0.1}))
    names = sorted(os.listdir(a))
    return names == sorted(os.listdir(b)) and not filecmp.cmpfiles(a, b, names, shallow=False)[1]


def examined(folder, layout, rate, build):
    """True if the floor holds."""
    made = list(generate.make(os.path.join(folder, "%s-%g" % (layout, rate)), 11, COUNT, [layout],
                              {"all": rate} if rate else {}))
    parsed = compare.parse([m[0] for m in made], build)
    total, wrong = 0, []
    for path, right, _ in made:
        total += sum(compare.fields(right).values())
        wrong += [(os.path.basename(path),) + d for d in compare.differences(right, parsed[path])]
    if len(wrong) <= (1 - FLOORS[rate]) * total:
        return True
    print("%s, each disturbance at %g: %.2f %% of %d fields right, not %.2f" % (
        layout, rate, 100.0 * (total - len(wrong)) / total, total, 100 * FLOORS[rate]))
    for path, field, where, want, got in wrong[:SHOWN]:
        print("   %s: %s %s\n      want %s" % (path, field, where, compare.explain(want, got)))
    return False


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", default="build")
    args = options.parse_args()
    folder = tempfile.mkdtemp(prefix="cablevtab-generator-")
    try:
        results = [same_bytes(folder)]
        if not results[0]:
            print("the same seed gave different bytes")
        results += [examined(folder, layout, rate, args.build) for layout in generate.LAYOUTS for rate in FLOORS]
    finally:
        shutil.rmtree(folder)
    print("%d passed, %d failed, 0 skipped" % (results.count(True), results.count(False)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
