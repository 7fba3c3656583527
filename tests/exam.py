"""exam.py - the share of fields that come out right, by layout: on the examples, on labelled real cables where they
are, and on generated ones as sent and with disturbances. A table for people; it passes or fails nothing.

    exam.py [--count N] [--seed N] [--rate R] [--all] [--show FIELD] [--layout L]
        --all: every column, not the tables' sums alone. --show: some of the values of that field that are wrong.
"""
import argparse
import glob
import json
import os
import shutil
import sys
import tempfile

TOP = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TOP, os.path.join(TOP, "generator")]
import compare  # noqa: E402
import generate  # noqa: E402


class Tally:
    def __init__(self):
        self.total, self.wrong, self.shown = {}, {}, []

    def add(self, path, expected, got):
        for field, n in compare.fields(expected).items():
            self.total[field] = self.total.get(field, 0) + n
        for field, where, want, have in compare.differences(expected, got):
            self.wrong[field] = self.wrong.get(field, 0) + 1
            self.shown.append((field, path, where, want, have))

    def share(self, prefix):
        fit = [f for f in self.total if f == prefix or f.startswith(prefix + ".") or not prefix]
        total = sum(self.total[f] for f in fit)
        wrong = sum(min(self.wrong.get(f, 0), self.total[f]) for f in fit)
        return None if not total else 100.0 * (total - wrong) / total


def labelled(folder, build):
    tally = Tally()
    found = [(p[:-5] + ".txt", p) for p in sorted(glob.glob(os.path.join(folder, "*.json")))]
    parsed = compare.parse([a for a, _ in found], build)
    for path, expected in found:
        with open(expected, encoding="utf-8") as f:
            tally.add(path, json.load(f), parsed[path])
    return tally if found else None


def generated(folder, args, layout, rate):
    tally = Tally()
    made = [(path, right) for path, right, _ in generate.make(folder, args.seed, args.count, [layout],
                                                              {"all": rate} if rate else {})]
    parsed = compare.parse([path for path, _ in made], args.build)
    for path, right in made:
        tally.add(path, right, parsed[path])
    return tally


def print_table(columns, fields):
    print("%-32s" % "share right, %" + "".join("%12s" % name for name, _ in columns))
    for field in fields:
        cells = ["%12s" % ("-" if t is None or t.share(field) is None else "%.2f" % t.share(field)) for _, t in columns]
        print("%-32s" % (field or "all") + "".join(cells))
    print()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", default="build")
    options.add_argument("--count", type=int, default=150, help="cables of each layout")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rate", type=float, default=0.1, help="of each disturbance")
    options.add_argument("--all", action="store_true")
    options.add_argument("--show", help="a field, or part of its name")
    options.add_argument("--layout", nargs="*", default=generate.LAYOUTS)
    options.add_argument("--keep", help="folder for the generated cables")
    args = options.parse_args()
    shared = os.environ.get("CABLEVTAB_SHARED", "../shared")
    folder = args.keep or tempfile.mkdtemp(prefix="cablevtab-exam-")
    groups = [("labelled", [("examples", labelled(os.path.join(shared, "spec/examples"), args.build)),
                            ("seed", labelled(os.path.join(shared, "cables/seed"), args.build)),
                            ("fixtures", labelled("tests/fixtures", args.build))])]
    groups.append(("as sent", [(l, generated(os.path.join(folder, l), args, l, 0)) for l in args.layout]))
    groups.append(("each disturbance at %g" % args.rate, [
        (l, generated(os.path.join(folder, l + "-noise"), args, l, args.rate)) for l in args.layout]))
    for title, columns in groups:
        print(title)
        columns = [c for c in columns if c[1]]
        names = sorted({f for _, t in columns for f in t.total})
        tables = ["", "documents", "cables", "paragraphs", "tags", "addressees", "refs", "attributes", "problems"]
        print_table(columns, tables + ([n for n in names if "." in n] if args.all else []))
        for name, tally in columns:
            shown = [w for w in tally.shown if args.show and args.show in w[0]][:8]
            for field, path, where, want, have in shown:
                print("  %s %s %s\n      want %s" % (path, field, where, compare.explain(want, have)))
    if not args.keep:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
