"""same_rows.py - the same cables give the same rows, however they are packed, and shards of each add up.

Folder, zip, 7z, tar, every compressed tar, a zip in a zip, `content =` of each file: all tables but files, everything
but where it was read. A dump in CSV, written from the header and body of the same cables: all that the telegram itself
says; what the dump's own columns say beside it comes on top. May not: know a row in advance; the folder is the measure.
"""
import argparse
import csv
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "generator"))
import bulk  # noqa: E402

SAMPLE = "tests/sample"
TABLES = ["cables", "paragraphs", "tags", "addressees", "refs", "attributes", "problems"]
TARS = {"tar": "w", "tar.gz": "w:gz", "tar.bz2": "w:bz2", "tar.xz": "w:xz"}
BSDTAR = {"7z": ["--format", "7zip"], "tar.zst": ["--zstd"], "tar.lz4": ["--lz4"]}
SHARDS = (2, 8, 64)
BULK = 3000
# What the columns of a dump add to a telegram, or say in its place.
DUMP_ADDS = {"attributes"}

counts = [0, 0, 0]


def check(name, problem):
    counts[1 if problem else 0] += 1
    if problem:
        print("FAILED containers: %s: %s" % (name, problem))


def files_of(folder):
    """(name inside the folder, place), in byte order of the name, as the folder gives them."""
    found = []
    for top, _, names in os.walk(folder):
        found += [os.path.relpath(os.path.join(top, name), folder) for name in names]
    return [(name, os.path.join(folder, name)) for name in sorted(found, key=os.fsencode)]


def pack(folder, out):
    """Everything of the folder in each container there is; {kind: file}."""
    made = {}
    names = files_of(folder)
    for kind, mode in TARS.items():
        made[kind] = os.path.join(out, "all." + kind)
        with tarfile.open(made[kind], mode) as t:
            for name, place in names:
                t.add(place, name)
    for kind, method in (("zip", zipfile.ZIP_DEFLATED), ("stored.zip", zipfile.ZIP_STORED)):
        made[kind] = os.path.join(out, "all." + kind)
        with zipfile.ZipFile(made[kind], "w", method) as z:
            for name, place in names:
                z.write(place, name)
    made["zip in zip"] = os.path.join(out, "outer.zip")
    with zipfile.ZipFile(made["zip in zip"], "w", zipfile.ZIP_DEFLATED) as z:
        z.write(made["zip"], "inner/all.zip")
    for kind, how in BSDTAR.items():
        made[kind] = os.path.join(out, "all." + kind)
        subprocess.run(["bsdtar", "-c", "-f", made[kind], *how, "-C", folder, *[name for name, _ in names]], check=True)
    return made


class Database:
    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.enable_load_extension(True)
        self.db.load_extension("./cablevtab")
        self.columns = {t: [row[1] for row in self.db.execute("SELECT * FROM pragma_table_info(?)", [t])]
                        for t in TABLES}

    def rows(self, table, where, values, leave_out=("path", "mtime"), name=lambda path: path):
        """Sorted rows of a table; its path is the name of the file that was packed."""
        wanted = [c for c in self.columns[table] if c not in leave_out]
        sql = "SELECT path, %s FROM %s %s" % (", ".join(wanted), table, where)
        found = [(name(row[0]),) + row[1:] for row in self.db.execute(sql, values)]
        return sorted(found, key=repr), wanted


def first_difference(table, columns, expected, found):
    if expected == found:
        return None
    if len(expected) != len(found):
        only = [r for r in expected if r not in found][:1] + [r for r in found if r not in expected][:1]
        return "%s: %d rows, not %d: %.300r" % (table, len(found), len(expected), only)
    for a, b in zip(expected, found):
        for column, x, y in zip(["path"] + columns, a, b):
            if x != y:
                return "%s of %s: %s is %.100r, not %.100r" % (table, a[0], column, y, x)
    return None


def same_rows(db, kind, place, expected):
    for table in TABLES:
        found, columns = db.rows(table, "(?)", [place], name=lambda path: path.rsplit("!/", 1)[-1])
        check(kind, first_difference(table, columns, expected[table], found))


def same_content(db, folder, expected):
    for table in TABLES:
        found, columns = [], []
        for name, place in files_of(folder):
            with open(place, "rb") as f:
                rows, columns = db.rows(table, "WHERE content = ?", [f.read()], name=lambda _, n=name: n)
            found += rows
        check("content", first_difference(table, columns, expected[table], sorted(found, key=repr)))


# ---- a dump ---------------------------------------------------------------------------------------------------


def as_dump(rows):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, doublequote=False, escapechar="\\", lineterminator="\n")
    for n, (ident, date, classification, header, body) in enumerate(rows):
        created = "%d/%d/%s %d:%s" % (int(date[5:7]), int(date[8:10]), date[:4], int(date[11:13]), date[14:16])
        writer.writerow([str(n + 1), created, ident, "Embassy", classification, "", header, body])
    return out.getvalue()


def same_dump(db, folder, out):
    """By id, since a dump has no paths. Its own columns decide where the telegram says nothing."""
    where = "format = 'acp127' AND id IS NOT NULL AND date IS NOT NULL AND classification IS NOT NULL"
    rows = db.db.execute("SELECT id, date, classification, header, body FROM cables(?) WHERE %s AND header IS NOT NULL "
                         "GROUP BY id HAVING count(*) = 1 ORDER BY id" % where, [folder]).fetchall()
    check("dump: enough cables of one document", len(rows) < 15 and "only %d" % len(rows))
    place = os.path.join(out, "dump.csv")
    with open(place, "w", encoding="utf-8", newline="") as f:
        f.write(as_dump(rows))
    ids = [row[0] for row in rows]
    among = "(?) WHERE id IN (%s)" % ", ".join("?" * len(ids))
    apart = ("path", "doc", "format", "size", "mtime", "line", "message", "raw")
    for table in TABLES:
        if table in DUMP_ADDS:
            continue
        expected, columns = db.rows(table, among, [folder] + ids, apart, lambda _: None)
        found, _ = db.rows(table, among, [place] + ids, apart, lambda _: None)
        check("dump", first_difference(table, columns, expected, found))
    names = db.db.execute("SELECT count(*) FROM attributes(?) WHERE name = 'reference_id' AND value = id", [place])
    check("dump: attributes", names.fetchone()[0] != len(ids) and "a row without its reference_id")
    return place


# ---- shards -----------------------------------------------------------------------------------------------------


def shards(db, kind, place, even):
    sql = "SELECT path, doc FROM cables(?, ?, ?)"
    total = db.db.execute("SELECT count(*), count(DISTINCT path || '#' || doc) FROM cables(?)", [place]).fetchone()
    for n in SHARDS:
        parts = [db.db.execute(sql, [place, k, n]).fetchall() for k in range(n)]
        every = [row for part in parts for row in part]
        name = "%s in %d parts" % (kind, n)
        check(name + ", whole", len(every) != total[0] and "%d cables, not %d" % (len(every), total[0]))
        check(name + ", disjoint", len(set(every)) != total[1] and "%d of %d differ" % (len(set(every)), len(every)))
        if even:
            most = max(len(part) for part in parts)
            check(name + ", even", most > 2 * total[0] / n and "%d cables in one of them" % most)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", default="build")
    options.parse_args()
    db = Database()
    out = tempfile.mkdtemp(prefix="cablevtab-")
    try:
        expected = {t: db.rows(t, "(?)", [SAMPLE])[0] for t in TABLES}
        for kind, place in sorted(pack(SAMPLE, out).items()):
            same_rows(db, kind, place, expected)
            shards(db, kind, place, False)
        same_content(db, SAMPLE, expected)
        same_dump(db, SAMPLE, out)
        for kind in ("folder", "bulk.zip", "bulk.csv"):
            place = os.path.join(out, kind)
            bulk.write(place, 7, BULK)
            shards(db, kind, place, True)
    finally:
        shutil.rmtree(out)
    print("%d passed, %d failed, %d skipped" % tuple(counts))
    return 1 if counts[1] else 0


if __name__ == "__main__":
    sys.exit(main())
