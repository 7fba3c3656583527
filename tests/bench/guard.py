#!/usr/bin/python3
"""Counts the instructions of six questions over tests/sample and compares them with instructions.json.

    guard.py [--record] --sqlite3 PATH --compiler LINE --flags FLAGS

Instructions under valgrind's callgrind are nearly the same in every run, so a parser that became slower is seen on
any machine, however busy. More than BAND over what is recorded fails; as far under it, the record is out of date and
that is said. Counts of another compiler, other flags, another valgrind or a processor without AVX2 say nothing about
these: then all is skipped.
"""
import argparse, json, os, platform, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
RECORD = os.path.join(HERE, "instructions.json")
BAND = 0.05

QUESTIONS = {
    "count": "SELECT count(*) FROM cables('tests/sample')",
    "envelope": "SELECT origin, count(*) FROM cables('tests/sample') GROUP BY 1",
    "tags": "SELECT tag, count(*) FROM tags('tests/sample') GROUP BY 1",
    "refs": "SELECT count(ref_id) FROM refs('tests/sample')",
    "paragraphs": "SELECT sum(length(text)), count(heading) FROM paragraphs('tests/sample')",
    "problems": "SELECT code, count(*) FROM problems('tests/sample') GROUP BY 1",
}
NOTHING = "SELECT 1"


def line_of(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]
    except (OSError, subprocess.CalledProcessError):
        return None


def surroundings(args):
    """What the counts depend on beside the project's own sources."""
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as f:
        avx2 = " avx2 " in f.read()
    return {"compiler": args.compiler, "flags": args.flags, "valgrind": line_of(["valgrind", "--version"]),
            "sqlite": (line_of([args.sqlite3, "--version"]) or "").split(" ")[0], "libc": " ".join(platform.libc_ver()),
            "machine": platform.machine() + (" avx2" if avx2 else "")}


def instructions(sqlite3, sql):
    """Without what is spent on asking for interrupts: that goes by the clock."""
    with tempfile.NamedTemporaryFile() as out:
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out.name, sqlite3, "-batch", ":memory:",
                   ".load ./cablevtab", "SELECT cablevtab_config('threads', 1)", sql]
        ran = subprocess.run(command, cwd=TOP, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        found = re.search(r"Collected : (\d+)", ran.stderr)
        if ran.returncode or not found:
            sys.exit("guard: %s\n%s" % (sql, ran.stderr))
        costs = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out.name],
                               capture_output=True, text=True, check=True).stdout
    asked = re.search(r"^ *([0-9,]+) .*vtab_interrupt\.c:cv_interrupted", costs, re.MULTILINE)
    return int(found.group(1)) - (int(asked.group(1).replace(",", "")) if asked else 0)


def counted(sqlite3):
    nothing = instructions(sqlite3, NOTHING)
    return {name: instructions(sqlite3, sql) - nothing for name, sql in QUESTIONS.items()}


def compare(recorded, now):
    failed = 0
    for name, count in now.items():
        was = recorded.get(name)
        if was is None:
            print("guard: %-10s is not recorded; run make guard-record" % name)
            failed += 1
            continue
        change = count / was - 1
        word = "ok"
        if change > BAND:
            word, failed = "SLOWER", failed + 1
        elif change < -BAND:
            word = "faster: make guard-record"
        print("guard: %-10s %11d instructions, %+5.1f %%  %s" % (name, count, 100 * change, word))
    return failed


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--record", action="store_true")
    a.add_argument("--sqlite3", default="/usr/bin/sqlite3")
    a.add_argument("--compiler", required=True)
    a.add_argument("--flags", required=True)
    args = a.parse_args()
    here = surroundings(args)
    if not here["valgrind"]:
        print("guard: valgrind is not installed\n0 passed, 0 failed, %d skipped" % len(QUESTIONS))
        return 0
    if args.record:
        with open(RECORD, "w", encoding="utf-8") as f:
            json.dump({"surroundings": here, "instructions": counted(args.sqlite3)}, f, indent=1)
            f.write("\n")
        return 0
    with open(RECORD, encoding="utf-8") as f:
        record = json.load(f)
    for key, was in record["surroundings"].items():
        if here.get(key) != was:
            print("guard: the counts were recorded with %s %r, here it is %r" % (key, was, here.get(key)))
            print("0 passed, 0 failed, %d skipped" % len(QUESTIONS))
            return 0
    failed = compare(record["instructions"], counted(args.sqlite3))
    print("%d passed, %d failed, 0 skipped" % (len(QUESTIONS) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
