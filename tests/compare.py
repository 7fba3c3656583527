"""compare.py - what cable-json says about files, and where that differs from expected rows, field by field.

An expected file holds one object for a file with one cable, a list of them for several (the form of cable_json):
"cables" is one row, every other table a list of rows. Only columns that stand in the expected rows are compared;
of problems the codes, in any order. May not: know which columns there are.
"""
import json
import subprocess

CHUNK = 200  # files per call of cable-json


def parse(paths, build):
    """path -> list of cables as objects; an empty list for what is no cable."""
    found = {}
    for start in range(0, len(paths), CHUNK):
        for path in paths[start:start + CHUNK]:
            found[path] = []
        out = subprocess.run(["%s/cable-json" % build, "-p"] + list(paths[start:start + CHUNK]), stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL).stdout.decode("utf-8")
        for path, value in split(out):
            found[path] = as_list(value)
    return found


def split(out):
    """cable-json -p prints, for each file, its path on a line and then one JSON value."""
    decoder = json.JSONDecoder()
    at = 0
    while at < len(out):
        end = out.index("\n", at)
        path, at = out[at:end], end + 1
        if at < len(out) and out[at] in "{[":
            value, at = decoder.raw_decode(out, at)
            yield path, value
        while at < len(out) and out[at] in "\n ":
            at += 1


def as_list(value):
    return value if isinstance(value, list) else [value]


def differences(expected, got):
    """Yields (field, where, expected, got); field is "table.column", or the table's name where rows are missing."""
    expected, got = as_list(expected), as_list(got)
    if len(expected) != len(got):
        yield "documents", "", len(expected), len(got)
    for number, (want, have) in enumerate(zip(expected, got)):
        doc = "doc %d " % number if len(expected) > 1 else ""
        for table, rows in want.items():
            if table == "cables":
                yield from row_differences(table, doc, rows, have.get(table, {}))
            elif table == "problems":
                a, b = (sorted(p["code"] for p in side or []) for side in (rows, have.get(table)))
                if a != b:
                    yield "problems", doc, a, b
            else:
                yield from table_differences(table, doc, rows, have.get(table) or [])


def table_differences(table, doc, rows, have):
    if len(rows) != len(have):
        yield table, doc + "rows", len(rows), len(have)
    for number, (a, b) in enumerate(zip(rows, have), 1):
        yield from row_differences(table, "%srow %d" % (doc, number), a, b)


def row_differences(table, where, want, have):
    for column, value in want.items():
        if have.get(column) != value:
            yield "%s.%s" % (table, column), where, value, have.get(column)


def fields(expected):
    """Every (field, number of values) that differences() looks at: what a share is a share of."""
    counts = {"documents": 1}
    for cable in as_list(expected):
        for table, rows in cable.items():
            if table == "problems":
                counts["problems"] = counts.get("problems", 0) + 1
                continue
            if table != "cables":
                counts[table] = counts.get(table, 0) + 1
            for row in [rows] if table == "cables" else rows:
                for column in row:
                    name = "%s.%s" % (table, column)
                    counts[name] = counts.get(name, 0) + 1
    return counts


def shown(value, room=160):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= room else text[:room] + "…"


def explain(want, got, room=160):
    """Both values; of long texts the part where they begin to differ."""
    if isinstance(want, str) and isinstance(got, str) and max(len(want), len(got)) > room:
        same = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
        start = max(0, same - 40)
        return "… %s\n      got … %s" % (shown(want[start:], room), shown(got[start:], room))
    return "%s\n      got %s" % (shown(want, room), shown(got, room))
