"""sample.py - prints the sample archives from kestrel.txt and harbor.txt: tests/sample/*, and the right parse of
each file under tests/expected/sample. Run it after a change of the stories; what it writes is committed.

A story file: `@ ID DATE PRECEDENCE CLASSIFICATION CAPTIONS LAYOUT [noise]`, then lines that begin with a word (tags,
subj, refs, to, info, by, eo, pass, sections, sig), `== a heading`, `. a paragraph`, `-- an item`, `| a table's line`.
References are ids; `STATE 74/1234` prints without a year, `+` carries the station on.
"""
import datetime
import json
import os
import random
import re
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(HERE)
sys.path.insert(0, HERE)
import compose  # noqa: E402
import containers  # noqa: E402
import facts  # noqa: E402
import seventies  # noqa: E402
from cable import Addressee, Cable, Paragraph, Ref, truth  # noqa: E402
from noise import Noise  # noqa: E402

RANKS = ("IMMEDIATE", "PRIORITY")
ALL = {r["station"]: r for r in facts.rows("stations.tsv")}
BY_NAME = {r["name"]: r for r in ALL.values()}


def post(station):
    if station == "STATE":
        return facts.DEPARTMENT
    row = ALL[station]
    return dict(station=station, name=row["name"], place=facts.place_of(row["name"]), ri=row["routing_indicator"] or None,
                country=row["country_name"])


def addressee(role, text, with_ri):
    words = text.split()
    number = words.pop() if words[-1].isdigit() else None
    rank = words.pop() if words[-1] in RANKS else None
    if number is None and words[-1].isdigit():
        number = words.pop()
    name = " ".join(words)
    ri = BY_NAME.get(name, {}).get("routing_indicator") or None
    if name == "SECSTATE WASHDC":
        ri = "RUEHC"
    return Addressee(role, name, ri if with_ri else None, rank, number, int("COLLECTIVE" in name))


def reference(c, text):
    """The one or two references of an entry."""
    label = re.match(r"([A-Z])\. ", text)
    text = text[3:] if label else text
    remark = " (NOTAL)" if text.endswith("(NOTAL)") else ""
    first, *more = text.replace(" (NOTAL)", "").strip().split(" + ")
    made = []
    airgram = re.match(r"(?:(\d\d)?([A-Z]+)[- ])?A-?(\d+)$", first)
    if airgram:
        year, station = airgram.group(1) or "%02d" % (c.year % 100), airgram.group(2) or c.post["station"]
        printed = " ".join(x for x in (airgram.group(1), airgram.group(2) and post(station)["place"],
                                       "A-" + airgram.group(3)) if x)
        if not airgram.group(2):
            c.foretell("reference-station-inferred")
        return [Ref(printed, "%s%s-A%s" % (year, station, airgram.group(3)), label and label.group(1), "airgram",
                    post(station)["place"], int(airgram.group(3)))]
    plain = re.match(r"([A-Z ]+) (\d\d)/(\d+)$", first.strip())
    dated = re.match(r"(\d\d)([A-Z]+?)(\d+)$", first)
    year, station, number = (plain.group(2), plain.group(1), plain.group(3)) if plain else dated.groups()
    place = post(station)["place"] if station != "SECTO" else "SECTO"
    own = c.year is not None and int(year) == c.year % 100
    printed = "%s %s" % (place, number) if own else "%s %s %s" % (year, place, number)
    made.append(Ref(printed + remark, "%s%s%d" % (year, station, int(number)), label and label.group(1), "telegram", place,
                    int(number)))
    for entry in more:
        number = entry.split("/")[-1]
        made.append(Ref(number, "%s%s%d" % (year, station, int(number)), None, "telegram", place, int(number)))
        made[-1].joined = " AND "
    return made


def paragraph(c, text, heading):
    mark = re.match(r"\(([A-Z/]+)\) ", text)
    text = text[mark.end():] if mark else text
    p = Paragraph(len(c.paragraphs) + 1 + bool(c.entire), [("prose", text)], mark and mark.group(1), heading)
    if text.startswith("SUMMARY:"):
        p.role, p.heading = "summary", None
        c.summary = text[len("SUMMARY: "):-len(" END SUMMARY.")]
    elif text.startswith("COMMENT:"):
        p.role, c.comment = "comment", text[len("COMMENT: "):-len(" END COMMENT.")]
    elif text.startswith("ACTION REQUESTED:"):
        p.role = "action request"
    elif heading == "Comment":
        p.role, c.comment = "comment", text
    return p


def field(c, word, rest, with_ri):
    if word == "tags":
        for tag, person in re.findall(r"([A-Z]+)(?: \(([^)]*)\))?,?", rest):
            c.tags.append((tag, person or None))
    elif word == "subj":
        c.subject = rest
    elif word == "refs":
        for entry in rest.split("; "):
            c.refs += reference(c, entry)
    elif word in ("to", "info"):
        c.addressees += [addressee("action" if word == "to" else "info", e, with_ri) for e in rest.split("; ")]
    elif word == "by":
        c.title, c.classified_by, reasons = rest.split("|")
        c.reasons = reasons.split(",")
    elif word == "eo":
        c.declassify_on = rest
    elif word == "pass":
        c.pass_to = rest.split("; ")
    elif word == "sections":
        c.sections = int(rest)
    elif word == "sig":
        c.signature = rest
    else:
        raise SystemExit("unknown word: " + word)


def head(line):
    _, ident, when, rank, rest = line.split(" ", 4)
    for classification in ("LIMITED OFFICIAL USE", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET"):
        if rest.startswith(classification):
            break
    captions, layout, *noise = rest[len(classification):].split()
    year, station, serial = re.match(r"(\d\d)([A-Z]+?)(\d+)$", ident).groups()
    date = datetime.datetime.strptime(when, "%Y-%m-%dT%H:%M")
    assert date.year % 100 == int(year), line
    c = Cable(post(station), int(serial), None if layout == "extract" else date)
    c.action, c.classification = rank, classification
    c.captions = [] if captions == "-" else captions.split(",")
    c.header = layout != "extract"
    return ident, date.year, c, layout, bool(noise)


def stories(path):
    """(id, year, cable, layout, noise) of each."""
    with open(path, encoding="utf-8") as f:
        chunks = f.read().strip().split("\n@ ")
    for chunk in chunks:
        lines = chunk.strip().split("\n")
        ident, year, c, layout, noisy = head(lines[0] if lines[0].startswith("@") else "@ " + lines[0])
        heading, new = None, None
        for line in lines[1:]:
            if line.startswith("== "):
                heading = new = line[3:]
            elif re.match(r"\. \([A-Z] - ENTIRE TEXT\)", line):
                c.entire = line[3]
            elif line.startswith(". "):
                p = paragraph(c, line[2:].strip(), heading)
                p.new_heading, new = new, None
                c.paragraphs.append(p)
            elif line.startswith("-- "):
                c.paragraphs[-1].blocks.append(("item", line))
            elif line.startswith("| "):
                blocks = c.paragraphs[-1].blocks
                if blocks[-1][0] != "table":
                    blocks.append(("table", []))
                blocks[-1][1].append(line[2:])
            elif line.strip():
                word, rest = line.split(" ", 1)
                field(c, word, rest.strip(), layout not in ("nara", "nara-plain", "smart") and year > 1980)
        yield ident, year, c, layout, noisy


def complete(c, rng, layout, year):
    """What the story leaves to the layout."""
    era = "old" if year < 1980 else "smart" if layout == "smart" else "mid" if year < 2002 else "new"
    wanted = c.declassify_on
    compose.declassify(rng, c, era)
    if era == "old" and c.eo == "11652" and c.declassify_note:
        c.declassify_note = "GDS"
    if wanted:
        c.declassify_on, c.declassify_note = wanted, None
    if era in ("old", "mid"):
        compose.capitals(c)
    if c.header and era in ("mid", "new") and layout != "smart":
        c.transmission_id = "VZCZCXRO%04d" % rng.randint(1000, 9999) if era == "new" else "ZCZCTLN%03d" % rng.randint(1, 999)
        c.routes = sorted({a.ri for a in c.addressees if a.ri and not a.ri.startswith("RUC")})[:5]
        c.filed = c.date
    for tag, _ in c.tags:
        assert facts.tag_row(tag, year), (c.id, tag)


def printed(c, layout, noise, number):
    """(suffix, text, format)."""
    if layout in ("nara", "nara-plain"):
        return ".txt", containers.nara(c, noise, "plain" if layout == "nara-plain" else "layout"), "nara"
    if layout == "smart":
        return ".txt", containers.smart(c, noise), "smart"
    if layout == "html":
        return ".html", containers.page(c, noise), "html"
    if layout == "csv":
        return ".csv", containers.csv_row(c, noise, number), "csv"
    if c.date and c.year < 1980:
        lines = seventies.telegram(c, noise, c.attributes)
        return ".txt", "\n".join(lines) + "\n", "acp127"
    return ".txt", containers.acp127(c, noise), "acp127"


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)


def main():
    for folder in ("sample", "expected/sample"):
        shutil.rmtree(os.path.join(TOP, folder), ignore_errors=True)
    for archive in ("kestrel", "harbor"):
        rows, rows_truth = [], []
        for ident, year, c, layout, noisy in stories(os.path.join(HERE, archive + ".txt")):
            rng = random.Random(ident)
            noise = Noise(rng, {"all": 0.2, "cr": 0.0} if noisy else {})
            complete(c, rng, layout, year)
            suffix, text, fmt = printed(c, layout, noise, 101 + len(rows))
            if layout == "extract":
                c.foretell("no-date")
            right = truth(c, fmt, len(rows) if layout == "csv" else 0)
            if layout == "csv":
                rows.append(text)
                rows_truth.append(right)
                continue
            data = text.encode("latin-1" if "latin1" in noise.used or "pilcrow" in noise.used and fmt != "html" else "utf-8")
            if "crlf" in noise.used or noise.hit("crlf"):
                data = data.replace(b"\n", b"\r\n")
            write(os.path.join(TOP, "sample", archive, str(year), ident + suffix), data)
            write(os.path.join(TOP, "expected/sample", archive, str(year), ident + ".json"), as_json(right))
        if rows:
            write(os.path.join(TOP, "sample", archive, "dump.csv"), "".join(rows).encode("utf-8"))
            write(os.path.join(TOP, "expected/sample", archive, "dump.json"), as_json(rows_truth))


def as_json(value):
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


if __name__ == "__main__":
    main()
