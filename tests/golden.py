"""golden.py - every file that has its right rows beside it as NAME.json parses to exactly these.

Looks in tests/fixtures, at tests/sample (rows in tests/expected), and, where the folder is there, at the examples and the labelled cable of
CABLEVTAB_SHARED (default ../shared). Prints each field that differs, and at the end the runner's line of counts.
"""
import argparse
import glob
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import compare  # noqa: E402

OWN = ["tests/fixtures/**"]
APART = [("tests/expected/sample", "tests/sample")]  # expected rows that may not lie in the archive itself
SHARED = ["spec/examples", "cables/seed"]


def pairs(folder):
    for expected in sorted(glob.glob(os.path.join(folder, "*.json"), recursive=True)):
        beside = [p for p in glob.glob(glob.escape(expected[:-5]) + ".*") if p != expected]
        if len(beside) == 1:
            yield beside[0], expected
        else:
            yield None, expected


def apart(expected_folder, folder):
    for expected in sorted(glob.glob(os.path.join(expected_folder, "**/*.json"), recursive=True)):
        base = os.path.join(folder, os.path.relpath(expected, expected_folder))[:-5]
        beside = glob.glob(glob.escape(base) + ".*")
        yield beside[0] if len(beside) == 1 else None, expected


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", default="build")
    options.add_argument("names", nargs="*", help="only files whose path has one of these in it")
    args = options.parse_args()
    shared = os.environ.get("CABLEVTAB_SHARED", "../shared")
    found = [pair for folder in OWN for pair in pairs(folder)] + [pair for two in APART for pair in apart(*two)]
    skipped = 0
    for folder in SHARED:
        if os.path.isdir(os.path.join(shared, folder)):
            found += list(pairs(os.path.join(shared, folder)))
        else:
            print("skipped: no %s" % os.path.join(shared, folder))
            skipped += 1
    if args.names:
        found = [(a, b) for a, b in found if any(name in b for name in args.names)]
    parsed = compare.parse([path for path, _ in found if path], args.build)
    failed = 0
    for path, expected in found:
        if path is None:
            print("%s: not exactly one file beside it" % expected)
            failed += 1
            continue
        with open(expected, encoding="utf-8") as f:
            wrong = list(compare.differences(json.load(f), parsed[path]))
        if wrong:
            failed += 1
            print(path)
        for field, where, want, got in wrong:
            print("   %s %s\n      want %s" % (field, where, compare.explain(want, got)))
    print("%d passed, %d failed, %d skipped" % (len(found) - failed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
