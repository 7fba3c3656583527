#!/usr/bin/python3
"""What questions cost against a plain read of the same bytes, in one run, as ratios.

    bench.py FOLDER [--html FOLDER] [--runs N] [--growth N] [--json FILE] [--svg FILE] [--build DIR]

Each of our queries runs through Python's sqlite3 with the extension loaded, warm, interleaved with the plain
read (plain_read.c) of the same folder; ripgrep, grep and DuckDB run where they are installed. Members of archives are
timed against libarchive reading them to their ends (archive_read.c). Printed are the best and the median of the runs
and the ratio of the medians; then what one look-up takes, and time a cable and peak memory of a whole parse of 10,000
cables and of N, as folder, zip and CSV (made in BUILD/bench, about 6 kB a cable each, and removed). Nothing here is a
test: machines are noisy.
"""
import argparse, json, os, platform, random, shutil, sqlite3, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(TOP, "build")
LIBRARY = os.path.join(TOP, "cablevtab")

# name, SQL ({src} is the quoted source), the most that it may cost with two threads, with one
QUERIES = [
    ("header: count by origin", "SELECT origin, count(*) FROM cables({src}) GROUP BY 1", 0.8, 1.2),
    ("tags: count by tag", "SELECT tag, count(*) FROM tags({src}) GROUP BY 1", 0.8, 1.2),
    ("paragraphs: portion S", "SELECT count(*) FROM paragraphs({src}) WHERE portion = 'S'", 1.0, 1.6),
    ("whole parse", "SELECT sum(length(text)), count(heading) FROM paragraphs({src})", 1.2, 2.0),
    ("LIMIT 10", "SELECT id, subject FROM cables({src}) LIMIT 10", 0.05, 0.05),
    ("count(*)", "SELECT count(*) FROM cables({src})", None, None),
]


# The same for archives of the folder: one thread unpacks whatever `threads` says.
ARCHIVES = [("zip", ["zip", "-q", "-r"]), ("tar.gz", ["tar", "-czf"]), ("tar.zst", ["tar", "--zstd", "-cf"])]
ARCHIVE_QUERIES = [("count(*)", "SELECT count(*) FROM cables({src})", 1.2), ("tags: count by tag", "SELECT tag, count(*) FROM tags({src}) GROUP BY 1", 1.2)]
WHOLE = "SELECT count(*), sum(length(text)) FROM paragraphs({src})"
FEW = 10000


def connect(threads):
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(LIBRARY)
    db.execute("SELECT cablevtab_config('threads', ?)", (threads,)).fetchall()
    return db


def plain_read(folder, threads):
    out = subprocess.run([os.path.join(BUILD, "bench", "plain_read"), folder, str(threads), "1"], check=True, capture_output=True, text=True).stdout
    files, nbytes, best, _ = out.split()
    return float(best), int(files), int(nbytes)


def archive_read(path):
    out = subprocess.run([os.path.join(BUILD, "bench", "archive_read"), path, "1"], check=True, capture_output=True, text=True).stdout
    return float(out.split()[2])


def quoted(path):
    return "'" + path.replace("'", "''") + "'"


def timed(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def in_turn(first, second, runs):
    """Both once to warm up, then A B A B …: a machine that drifts slows both."""
    first(), second()
    a, b = [], []
    for _ in range(runs):
        a.append(first())
        b.append(second())
    return a, b


def others(folder):
    """Commands of other tools over the same bytes, where they are installed."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    found = []
    if shutil.which("rg"):
        found.append(("ripgrep -c TAGS", lambda: subprocess.run(["rg", "-a", "-j2", "-c", "^TAGS", folder], **quiet)))
    if shutil.which("grep"):
        found.append(("grep -rc TAGS", lambda: subprocess.run(["grep", "-r", "-a", "-c", "^TAGS", folder], **quiet)))
    if shutil.which("duckdb"):
        sql = f"SELECT count(*) FROM read_text('{folder}/**') WHERE regexp_matches(content, 'TAGS')"
        found.append(("DuckDB read_text", lambda: subprocess.run(["duckdb", "-c", sql], **quiet)))
    return found


def measure(folder, label, runs, scale):
    src = "'" + folder.replace("'", "''") + "'"
    rows = []
    for threads in (2, 1):
        for name, sql, most2, most1 in QUERIES:
            db = connect(threads)
            ours = lambda: timed(lambda: db.execute(sql.format(src=src)).fetchall())
            plain = lambda: plain_read(folder, threads)[0]
            a, b = in_turn(ours, plain, runs)
            most = most2 if threads == 2 else most1
            rows.append(row(label, name, threads, a, b, most and most * scale))
            db.close()
    for name, call in others(folder):
        a, b = in_turn(lambda: timed(call), lambda: plain_read(folder, 2)[0], runs)
        rows.append(row(label, name, 2, a, b, None))
    return rows


def measure_archives(folder, runs):
    rows = []
    for suffix, command in ARCHIVES:
        path = os.path.abspath(folder) + "." + suffix
        if not os.path.exists(path):
            if not shutil.which(command[0]):
                print(f"{suffix}: left out, there is no {command[0]}")
                continue
            subprocess.run(command + [path, "."], cwd=folder, check=True)
        for name, sql, most in ARCHIVE_QUERIES:
            db = connect(2)
            ours = lambda: timed(lambda: db.execute(sql.format(src=quoted(path))).fetchall())
            a, b = in_turn(ours, lambda: archive_read(path), runs)
            rows.append(row(suffix, name, 2, a, b, most))
            db.close()
    return rows


def look_ups(folder, times=50):
    """Milliseconds of single look-ups: the median, and the first one by id, which reads all heads."""
    db = connect(2)
    found = []
    cables = db.execute(f"SELECT id, path FROM cables({quoted(folder)})").fetchall()
    some = random.Random(1).sample(cables, min(times, len(cables)))
    for name, sql, values in (("path =", "path = ?", [p for _, p in some]), ("id =", "id = ?", [i for i, _ in some])):
        db.close()
        db = connect(2)
        took = [timed(lambda: db.execute(f"SELECT subject FROM cables({quoted(folder)}) WHERE {sql}", (v,)).fetchall()) for v in values]
        found.append({"query": name, "of": len(cables), "first_ms": took[0] * 1e3, "median_ms": statistics.median(took[1:]) * 1e3})
    db.close()
    return found


def peak_kb():
    """Of this process; what getrusage says counts the parent's memory, too."""
    with open("/proc/self/status", encoding="ascii") as f:
        return int(next(line for line in f if line.startswith("VmHWM")).split()[1])


def grown(count):
    """A whole parse of so many cables in a process of its own: microseconds a cable, and its peak of memory."""
    found = []
    for kind in ("folder", "zip", "csv"):
        path = os.path.join(BUILD, "bench", f"grown-{count}" + ("" if kind == "folder" else "." + kind))
        subprocess.run([sys.executable, os.path.join(TOP, "tests", "generator", "generate.py"), "--bulk", path, "--count", str(count)],
                       check=True, stdout=subprocess.DEVNULL)
        code = ("import sys, time; sys.path.insert(0, %r); import bench; db = bench.connect(2); none = bench.peak_kb(); "
                "start = time.perf_counter(); db.execute(%r).fetchall(); print(time.perf_counter() - start, bench.peak_kb(), none)"
                % (HERE, WHOLE.format(src=quoted(path))))
        out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
        found.append({"kind": kind, "cables": count, "us_a_cable": float(out[0]) / count * 1e6, "peak_mb": int(out[1]) / 1024,
                      "of_which_before_mb": int(out[2]) / 1024})
        shutil.rmtree(path) if kind == "folder" else os.remove(path)
    return found


def show_rest(found, growth):
    print()
    for f in found:
        print(f"{f['query']:8} of {f['of']} files: {f['median_ms']:.2f} ms, the first {f['first_ms']:.1f} ms")
    for g in growth:
        print(f"whole parse of {g['cables']:8} cables as {g['kind']:6}: {g['us_a_cable']:6.1f} us a cable, {g['peak_mb']:6.1f} MB at most "
              f"({g['of_which_before_mb']:.1f} MB before the query)")


def row(label, name, threads, a, b, most):
    return {"archive": label, "query": name, "threads": threads, "best": min(a), "median": statistics.median(a),
            "plain_best": min(b), "plain_median": statistics.median(b),
            "ratio": statistics.median(x / y for x, y in zip(a, b)), "at_most": most}


def show(rows):
    print(f"{'archive':8} {'query':26} {'thr':>3} {'best s':>9} {'median s':>9} {'ratio':>7} {'at most':>8}")
    for r in rows:
        most = f"{r['at_most']:.2f}" if r["at_most"] else ""
        print(f"{r['archive']:8} {r['query']:26} {r['threads']:3} {r['best']:9.4f} {r['median']:9.4f} "
              f"{r['ratio']:7.2f} {most:>8}")


def chart(rows, machine, path):
    """Bars of the ratios with two threads; the line at 1 is the plain read."""
    bars = [r for r in rows if r["threads"] == 2]
    top = max(max(r["ratio"] for r in bars), 1.2)
    width, left, high = 760, 250, 24
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{len(bars) * high + 68}" '
           'font-family="sans-serif" font-size="12">',
           f'<text x="8" y="18" font-size="13">Time against a plain read of the same bytes (= 1; of archives: libarchive alone), two threads</text>']
    unit = (width - left - 60) / top
    for i, r in enumerate(bars):
        y = 32 + i * high
        out.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{r["archive"]}: {r["query"]}</text>')
        out.append(f'<rect x="{left}" y="{y + 2}" width="{r["ratio"] * unit:.1f}" height="{high - 8}" fill="#4a7fb5"/>')
        out.append(f'<text x="{left + r["ratio"] * unit + 4:.1f}" y="{y + 14}">{r["ratio"]:.2f}</text>')
    x = left + unit
    out.append(f'<line x1="{x:.1f}" y1="28" x2="{x:.1f}" y2="{len(bars) * high + 36}" stroke="#c33" stroke-dasharray="4 3"/>')
    says = f"{machine['cpu']}, {machine['cores']} cores, {machine['system']}; SQLite {machine['sqlite']}; {machine['files']} files, {machine['bytes'] / 1e6:.0f} MB, warm; median of {machine['runs']} runs"
    out.append(f'<text x="8" y="{len(bars) * high + 56}" font-size="10" fill="#555">{says}</text>')
    out.append("</svg>")
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


def main():
    global BUILD
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("folder")
    a.add_argument("--html", help="a second folder, of HTML pages; its limits are 1.5 times as wide")
    a.add_argument("--runs", type=int, default=5)
    a.add_argument("--growth", type=int, default=0, help="also measure a whole parse of 10,000 and of this many cables")
    a.add_argument("--json")
    a.add_argument("--svg")
    a.add_argument("--build", default=BUILD)
    args = a.parse_args()
    BUILD = args.build
    _, files, nbytes = plain_read(args.folder, 1)
    machine = {"cpu": platform.processor() or platform.machine(), "cores": os.cpu_count(), "system": platform.platform(),
               "sqlite": sqlite3.sqlite_version, "files": files, "bytes": nbytes, "runs": args.runs}
    print(f"{files} files, {nbytes / 1e6:.1f} MB; {machine['cores']} cores; SQLite {machine['sqlite']}; "
          f"{args.runs} runs, warm; ratio = median of ours / plain read, pair by pair")
    rows = measure(args.folder, "text", args.runs, 1.0)
    if args.html:
        rows += measure(args.html, "html", args.runs, 1.5)
    rows += measure_archives(args.folder, args.runs)
    show(rows)
    found = look_ups(args.folder)
    growth = grown(FEW) + grown(args.growth) if args.growth else []
    show_rest(found, growth)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as f:
            json.dump({"machine": machine, "rows": rows, "look_ups": found, "growth": growth}, f, indent=1)
    if args.svg:
        chart(rows, machine, args.svg)
    return 0


if __name__ == "__main__":
    sys.exit(main())
