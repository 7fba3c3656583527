"""run.py - runs every test that the build made, a few at a time, and ends with `N passed, N failed, N skipped`.

Kinds: libcheck programs (build/asan/tests/**/test_*), SQL scripts (tests/**/*.sql with *.expected beside, through
the sqlite3 shell with the extension loaded, from the top folder), and scripts that print that same last line
themselves. A failing test prints its name and what differed; a skipped one says why.
May not: build, install, or know what a test is about.
With --sanitized: the SQL scripts alone, through build/asan/cablevtab.so.
"""
import argparse
import concurrent.futures
import difflib
import glob
import os
import re
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TIMEOUT = 300
CHECK_LINE = re.compile(r"\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)")
COUNTS_LINE = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", re.M)
SCRIPTS = ["tests/golden.py", "tests/readme.py", "tests/generator/selftest.py", "tests/containers/same_rows.py"]


def run(argv, **kw):
    """Returns (exit status, stdout with stderr in it)."""
    env = dict(os.environ, **kw.pop("env", {}))
    try:
        done = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=TOP, timeout=TIMEOUT, env=env,
                              **kw)
        return done.returncode, done.stdout.decode("utf-8", "replace")
    except FileNotFoundError:
        return -1, "%s was not built\n" % argv[0]
    except subprocess.TimeoutExpired as late:
        return -1, (late.stdout or b"").decode("utf-8", "replace") + "\nno end after %d s\n" % TIMEOUT


def check_program(path):
    status, out = run([path])
    found = CHECK_LINE.search(out)
    if not found:
        return 0, 1, 0, out or "status %d, no word\n" % status
    total, failures, errors = map(int, found.groups())
    bad = failures + errors
    if status and not bad:  # a sanitizer or leak report after the last test
        bad, total = 1, total + 1
    return total - bad, bad, 0, out if bad else ""


def script(path, build):
    status, out = run([sys.executable, path, "--build", build])
    found = COUNTS_LINE.findall(out)
    if not found:
        return 0, 1, 0, out
    passed, failed, skipped = map(int, found[-1])
    if status and not failed:
        failed = 1
    notes = "\n".join(line for line in out.splitlines() if "skipped:" in line)
    return passed, failed, skipped, out if failed else notes


def sql(path, sqlite3, library, env):
    with open(path, "rb") as f:
        text = f.read()
    status, out = run(["stdbuf", "-oL", sqlite3, "-batch", "-cmd", ".load " + library, ":memory:"], input=text, env=env)
    with open(path[:-4] + ".expected", encoding="utf-8") as f:
        expected = f.read()
    if out == expected:
        return 1, 0, 0, ""
    diff = difflib.unified_diff(expected.splitlines(True), out.splitlines(True), "expected", "printed")
    return 0, 1, 0, "".join(line if line.endswith("\n") else line + "\n" for line in diff)


def jobs_of(args):
    """(name, function without arguments) of each test there is; SQL without an expected file is a failure."""
    if args.sanitized:
        library = "./%s/asan/cablevtab" % args.build
        asan = subprocess.run(["gcc", "-print-file-name=libasan.so"], stdout=subprocess.PIPE, text=True).stdout.strip()
        env = {"LD_PRELOAD": asan, "ASAN_OPTIONS": "detect_leaks=0"}
    else:
        library, env = "./cablevtab", {}
    found = []
    if not args.sanitized:
        for source in sorted(glob.glob("tests/*/test_*.c")):
            name = source[:-2]
            found.append((name, lambda p="%s/asan/%s" % (args.build, name): check_program(p)))
        for path in SCRIPTS:
            if os.path.exists(path):
                found.append((path, lambda p=path: script(p, args.build)))
    for path in sorted(glob.glob("tests/**/*.sql", recursive=True)):
        if os.path.exists(path[:-4] + ".expected"):
            found.append((path, lambda p=path: sql(p, args.sqlite3, library, env)))
        else:
            found.append((path, lambda: (0, 1, 0, "no .expected beside it\n")))
    return [job for job in found if not args.only or args.only in job[0]]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--build", default="build")
    options.add_argument("--sqlite3", default="/usr/bin/sqlite3")
    options.add_argument("--sanitized", action="store_true")
    options.add_argument("--only", help="part of a test's name")
    args = options.parse_args()
    os.chdir(TOP)
    began = time.time()
    totals = [0, 0, 0]
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        running = [(name, pool.submit(work)) for name, work in jobs_of(args)]
        for name, future in running:
            passed, failed, skipped, note = future.result()
            totals = [a + b for a, b in zip(totals, (passed, failed, skipped))]
            if failed:
                print("FAILED %s\n%s" % (name, note.rstrip()), flush=True)
            elif note:
                print("%s: %s" % (name, note.rstrip()), flush=True)
    print("%.0f s" % (time.time() - began))
    print("%d passed, %d failed, %d skipped" % tuple(totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main())
