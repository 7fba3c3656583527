"""readme.py - the README is true: every ```sql block that a ```text block follows prints exactly that text, the
tables' section is what the descriptors say, every problem code is in it, and no share of the exam's table is worse than
it says. Ends with the runner's line of counts.

With --write it puts in what is printed now, for reading before it is committed.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import exam  # noqa: E402

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAIR = re.compile(r"```sql\n(.*?)```\n\n?```text\n(.*?)```", re.S)
EXAM = re.compile(r"(<!-- exam -->\n)(.*?)(<!-- /exam -->)", re.S)
COLUMNS = re.compile(r"(<!-- columns -->\n)(.*?)(<!-- /columns -->)", re.S)


def trimmed(text):
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")) + "\n"


def run(sql, sqlite3):
    out = subprocess.run([sqlite3, "-batch", "-cmd", ".load ./cablevtab", "-cmd", ".mode column --wrap 100", ":memory:"],
                         input=sql, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=TOP)
    return trimmed(out.stdout)


def check(name, expected, got):
    if expected == got:
        return 0
    print("%s\n%s" % (name, "\n".join(difflib.unified_diff(expected.split("\n"), got.split("\n"), "README", "printed",
                                                           lineterm=""))))
    return 1


def exam_rows(table):
    """name -> [(right, wrong)] of a printed table."""
    rows = {}
    for line in table.strip().split("\n")[2:]:
        name, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows[name] = [tuple(float(x) for x in cell.split(" / ")) for cell in cells]
    return rows


def check_exam(said, measured):
    """The README gives limits: right at least, wrong at most."""
    failed = 0
    for name, shares in measured:
        kept = name in said and len(said[name]) == len(shares) and all(
            a >= least and b <= most for (a, b), (least, most) in zip(shares, said[name]))
        if not kept:
            print("exam, %s: README %s, measured %s" % (name, said.get(name), ["%.2f / %.2f" % s for s in shares]))
            failed = 1
    return failed


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", default="build")
    options.add_argument("--sqlite3", default="/usr/bin/sqlite3")
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    path = os.path.join(TOP, "README.md")
    with open(path, encoding="utf-8") as f:
        readme = f.read()
    columns = subprocess.run([os.path.join(args.build, "columns")], stdout=subprocess.PIPE, text=True, check=True, cwd=TOP).stdout
    with open(os.path.join(TOP, "include/cv_cable.h"), encoding="utf-8") as f:
        codes = re.findall(r'X\(CV_P_[A-Z_]+, "([a-z-]+)"\)', f.read())
    if args.write:
        readme = PAIR.sub(lambda m: "```sql\n%s```\n```text\n%s```" % (m.group(1), run(m.group(1), args.sqlite3)), readme)
        rows = exam.limits(exam.readme_summary(args.build))
        readme = EXAM.sub(lambda m: m.group(1) + exam.summary_table(rows, exam.RATES, "%.1f / %.1f") + m.group(3), readme)
        readme = COLUMNS.sub(lambda m: m.group(1) + "\n" + columns + m.group(3), readme)
        with open(path, "w", encoding="utf-8") as f:
            f.write(readme)
        return 0
    failed, total = 0, 3
    for sql, text in PAIR.findall(readme):
        total += 1
        failed += check(sql.strip().split("\n")[0], trimmed(text), run(sql, args.sqlite3))
    found = COLUMNS.search(readme)
    failed += check("tables", trimmed(found.group(2)) if found else "", trimmed(columns))
    found = EXAM.search(readme)
    failed += check_exam(exam_rows(found.group(2)) if found else {}, exam.readme_summary(args.build))
    missing = [code for code in codes if "`%s`" % code not in readme]
    if missing:
        print("problem codes not in the README: %s" % ", ".join(missing))
        failed += 1
    print("%d passed, %d failed, 0 skipped" % (total - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
