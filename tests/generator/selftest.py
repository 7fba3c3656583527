"""selftest.py - the generator keeps its word, and the parser reads what it writes.

The same seed gives the same bytes; every layout as sent parses to the right rows in every field; with disturbances
the share that is right stays at or above the floors below. Ends with the runner's line of counts.
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

COUNT = 60       # of each layout and kind
RATE = 0.08      # of each disturbance
FLOOR = 0.98     # share of fields right with disturbances; raised as the parser learns, never lowered


def same_bytes(folder):
    a, b = os.path.join(folder, "a"), os.path.join(folder, "b")
    for path in (a, b):
        list(generate.make(path, 7, 27, generate.LAYOUTS, {"all": 0.1}))
    names = sorted(os.listdir(a))
    return names == sorted(os.listdir(b)) and not filecmp.cmpfiles(a, b, names, shallow=False)[1]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", default="build")
    args = options.parse_args()
    folder = tempfile.mkdtemp(prefix="cablevtab-generator-")
    passed = failed = 0
    try:
        if same_bytes(folder):
            passed += 1
        else:
            failed += 1
            print("the same seed gave different bytes")
        for layout in generate.LAYOUTS:
            made = list(generate.make(os.path.join(folder, layout), 11, COUNT, [layout], {}))
            parsed = compare.parse([m[0] for m in made], args.build)
            for path, right, _ in made:
                wrong = list(compare.differences(right, parsed[path]))
                passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
                for field, where, want, got in wrong[:3]:
                    print("%s: %s %s\n      want %s" % (os.path.basename(path), field, where,
                                                        compare.explain(want, got)))
            made = list(generate.make(os.path.join(folder, layout + "-noise"), 12, COUNT, [layout], {"all": RATE}))
            parsed = compare.parse([m[0] for m in made], args.build)
            total = wrong = 0
            for path, right, _ in made:
                total += sum(compare.fields(right).values())
                wrong += len(list(compare.differences(right, parsed[path])))
            if wrong <= (1 - FLOOR) * total:
                passed += 1
            else:
                failed += 1
                print("%s with disturbances: %.2f %% of %d fields right" % (layout, 100.0 * (total - wrong) / total, total))
    finally:
        shutil.rmtree(folder)
    print("%d passed, %d failed, 0 skipped" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
