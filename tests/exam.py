"""exam.py - the share of fields that come out right, and the share that come out as a wrong value (not as NULL): on the
examples, on labelled real cables where they are, and on generated ones as sent and with disturbances. A table for
people; it passes or fails nothing.

    exam.py [--count N] [--seed N] [--rate R ...] [--all] [--show FIELD] [--layout L] [--summary]
        --all: every column, not the tables' sums alone. --show: some of the values of that field that are wrong.
        --summary: only the generated ones, all layouts together, as the table of the README.
"""
import argparse
import glob
import json
import math
import os
import shutil
import sys
import tempfile

TOP = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TOP, os.path.join(TOP, "generator")]
import compare  # noqa: E402
import generate  # noqa: E402


SEVENTIES = ("nara", "nara-plain", "nara-rare")
TABLES = ["documents", "cables", "paragraphs", "tags", "addressees", "refs", "attributes", "problems"]
SUMMARY = [("all", [""]), ("cables", ["documents", "cables"]), ("paragraphs", ["paragraphs"]), ("tags", ["tags"]),
           ("addressees", ["addressees"]), ("refs", ["refs"]), ("attributes, problems", ["attributes", "problems"])]
SUMMARY_COUNT = 24  # cables of each layout: the test of the README runs it


class Tally:
    def __init__(self):
        self.total, self.wrong, self.values, self.shown = {}, {}, {}, []

    def add(self, path, expected, got):
        for field, n in compare.fields(expected).items():
            self.total[field] = self.total.get(field, 0) + n
        for field, where, want, have in compare.differences(expected, got):
            self.wrong[field] = self.wrong.get(field, 0) + 1
            if have is not None and not field.endswith("problems"):
                self.values[field] = self.values.get(field, 0) + 1
            self.shown.append((field, path, where, want, have))

    def merge(self, other):
        for mine, others in ((self.total, other.total), (self.wrong, other.wrong), (self.values, other.values)):
            for field, n in others.items():
                mine[field] = mine.get(field, 0) + n
        self.shown += other.shown

    def shares(self, prefixes):
        """(right, wrong value) in percent of the fields that begin with one of these; None where there are none."""
        fit = [f for f in self.total if any(not p or f == p or f.startswith(p + ".") for p in prefixes)]
        total = sum(self.total[f] for f in fit)
        wrong, values = (sum(min(n.get(f, 0), self.total[f]) for f in fit) for n in (self.wrong, self.values))
        return None if not total else (100.0 * (total - wrong) / total, 100.0 * values / total)


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
    print("%-32s" % "share right / wrong value, %" + "".join("%15s" % name for name, _ in columns))
    for field in fields:
        shares = [t and t.shares([field]) for _, t in columns]
        print("%-32s" % (field or "all") + "".join("%15s" % ("%.2f / %.2f" % s if s else "-") for s in shares))
    print()


def merged(tallies):
    whole = Tally()
    for tally in tallies:
        whole.merge(tally)
    return whole


def print_seventies(title, columns):
    """The references of 1973-79, whose forms are the hardest."""
    share = merged(t for name, t in columns if name in SEVENTIES).shares(["refs.ref_id"])
    if share:
        print("references of the 1970s, %s: %.2f %% right, %.2f %% a wrong id\n" % ((title,) + share))


def summary(folder, args):
    """Rows of (name, [(right, wrong value) for each rate]), the rates as sent and those of the arguments."""
    by_rate = []
    for rate in [0] + args.rate:
        by_rate.append({l: generated(os.path.join(folder, "%s-%g" % (l, rate)), args, l, rate) for l in args.layout})
    rows = [(name, [merged(t.values()).shares(prefixes) for t in by_rate]) for name, prefixes in SUMMARY]
    old = [merged(t for l, t in by.items() if l in SEVENTIES).shares(["refs.ref_id"]) for by in by_rate]
    return rows + [("refs.ref_id of the 1970s", old)]


def limits(rows):
    """The rows with limits in tenths that their shares keep: right at least, wrong at most; never all or nothing."""
    return [(name, [(min(math.floor(a * 10) / 10, 99.9), max(math.ceil(b * 10 - 1e-9) / 10, 0.1)) for a, b in shares])
            for name, shares in rows]


def summary_table(rows, rates, form="%.2f / %.2f"):
    lines = ["| | as sent | " + " | ".join("each disturbance at %g" % r for r in rates) + " |",
             "| --- |" + " --- |" * (len(rates) + 1)]
    lines += ["| %s | %s |" % (name, " | ".join(form % s for s in shares)) for name, shares in rows]
    return "\n".join(lines) + "\n"


RATES = [0.1, 0.3]


def readme_summary(build):
    """The summary that the README's table is held against."""
    folder = tempfile.mkdtemp(prefix="cablevtab-exam-")
    try:
        return summary(folder, argparse.Namespace(build=build, count=SUMMARY_COUNT, seed=1, rate=RATES, layout=generate.LAYOUTS))
    finally:
        shutil.rmtree(folder)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", default="build")
    options.add_argument("--count", type=int, help="cables of each layout")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rate", type=float, nargs="*", default=RATES, help="of each disturbance")
    options.add_argument("--summary", action="store_true")
    options.add_argument("--all", action="store_true")
    options.add_argument("--show", help="a field, or part of its name")
    options.add_argument("--layout", nargs="*", default=generate.LAYOUTS)
    options.add_argument("--keep", help="folder for the generated cables")
    args = options.parse_args()
    args.count = args.count or (SUMMARY_COUNT if args.summary else 150)
    shared = os.environ.get("CABLEVTAB_SHARED", "../shared")
    folder = args.keep or tempfile.mkdtemp(prefix="cablevtab-exam-")
    if args.summary:
        print(summary_table(summary(folder, args), args.rate), end="")
        shutil.rmtree(folder)
        return 0
    groups = [("labelled", [("examples", labelled(os.path.join(shared, "spec/examples"), args.build)),
                            ("seed", labelled(os.path.join(shared, "cables/seed"), args.build)),
                            ("fixtures", labelled("tests/fixtures", args.build))])]
    groups.append(("as sent", [(l, generated(os.path.join(folder, l), args, l, 0)) for l in args.layout]))
    groups += [("each disturbance at %g" % rate, [
        (l, generated(os.path.join(folder, "%s-%g" % (l, rate)), args, l, rate)) for l in args.layout]) for rate in args.rate]
    for title, columns in groups:
        print(title)
        columns = [c for c in columns if c[1]]
        names = sorted({f for _, t in columns for f in t.total})
        print_table(columns, [""] + TABLES + ([n for n in names if "." in n] if args.all else []))
        print_seventies(title, columns)
        for _, tally in columns:
            shown = [w for w in tally.shown if args.show and args.show in w[0]][:8]
            for field, path, where, want, have in shown:
                print("  %s %s %s\n      want %s" % (path, field, where, compare.explain(want, have)))
    if not args.keep:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
