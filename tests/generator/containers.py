"""containers.py - what stands around a telegram: HTML page, NARA document in both pdftotext forms, SMART, CSV rows.

Each function returns the text and gives the cable the attributes that the container adds.
Facts: the format description's section 14, and sections 1, 5 and 6 of its sheet on NARA, SMART and CSV.
"""
import html
import textwrap

import fields
import layouts
import seventies
import text
from cable import MONTHS, RANKS

LINES_OF_SHEET = 58   # of the PDF
REFERENCE_PIECE = 36  # characters of Reference in 1974
STAMPS = ["Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
          "Declassified/Released US Department of State EO Systematic Review 05 JUL 2006",
          "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006",
          "Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"]


def acp127(c, noise):
    header, lines = layouts.telegram(c, noise)
    return "\n".join(header + [""] + lines) + "\n"


# ---- HTML page -------------------------------------------------------------------------------------------


def created(c):
    """The minutes repeat the hour in 12-hour form, as on every real page."""
    return c.date.strftime("%Y-%m-%d %H:") + "%02d" % ((c.date.hour - 1) % 12 + 1)


def page(c, noise, body_alone=False):
    header, lines = layouts.telegram(c, noise)
    classification = c.classification + ("//NOFORN" if "NOFORN" in c.captions else "")
    row = [("Reference ID", c.id), ("Created", created(c)), ("Released", "2011-08-30 01:44"),
           ("Classification", classification), ("Origin", "Embassy %s" % c.post["place"].title())]
    c.attributes = row
    blocks = []
    for block in (lines,) if body_alone else (header, lines):
        escaped = html.escape("\n".join(block), quote=False)
        if noise.hit("links"):
            escaped = anchored(escaped)
        blocks.append("<code><pre>%s</pre></code>" % escaped.replace("\n", "&#x000A;"))
    return "".join([
        "<?xml version='1.0' encoding='utf-8' ?>\n<html lang='en'>\n<head>\n<title>Cable Viewer</title>\n</head>\n<body>\n",
        "<div class='main'>\n<p>Help us: read REF and SUBJECT first.</p>\n<table class='cable'>\n<tr>\n",
        "".join("<th>%s</th>\n" % name for name, _ in row), "</tr>\n<tr>\n",
        "".join("<td>\n<a href='/x.html'>%s</a>\n</td>\n" % html.escape(value) for _, value in row),
        "</tr>\n</table>\n", "\n".join(blocks), "\n</div>\n</body>\n</html>\n"])


def anchored(escaped):
    out = []
    for line in escaped.split("\n"):
        number = line.split(".")[0].lstrip("\u00b6")
        if number.isdigit() and "." in line:
            line = "<a id='par%s' href='#par%s'>\u00b6</a>%s" % (number, number, line.lstrip("\u00b6"))
        out.append(line)
    return "\n".join(out)


# ---- NARA ----------------------------------------------------------------------------------------------------


def attributes(c, noise, offices, stamp):
    """(name, value as it is printed in lines, value as it reads); missing ones have no value."""
    date = "%02d %s %d" % (c.date.day, MONTHS[c.date.month - 1], c.year)
    place = c.post["place"]
    number = "%d%s%0*d" % (c.year, place[:6].replace(" ", ""), 6 if c.post["station"] == "STATE" else 5, c.serial)
    tags = [t for t, _ in c.tags] + ["(%s)" % p for _, p in c.tags if p]
    to = " ".join("STATE" if a.name.startswith("SECSTATE") else a.name.split(" ", 1)[1]
                  for a in c.addressees if a.role == "action")
    eo = {"GDS": "GS", "XGDS-1": "X1", "XGDS-2": "X2", "XGDS-3": "X3", "XGDS-4": "X4", None: "N/A"}[c.declassify_note]
    refs = ", ".join("%s %s %s%d" % (r.ref_id[:2], r.place, "A-" if r.kind == "airgram" else "", r.number)
                     for r in c.refs if r.ref_id and r.place)
    if c.year == 1974:  # cut every 36 characters
        refs = ", ".join(refs[n:n + REFERENCE_PIECE] for n in range(0, len(refs), REFERENCE_PIECE)).strip()
    concepts = noise.rng.choice(["TRADE, PRICES", "FOREIGN ASSISTANCE, CONSORTIUMS, MEETINGS, ECONOMIC PROGRAMS, BANKS",
                                 "DIPLOMATIC DISCUSSIONS, NEGOTIATIONS, FOREIGN RELATIONS, AGREEMENT DRAFT, TRAVEL",
                                 None])
    return [("Automatic Decaptioning", "X"), ("Capture Date", "01 JAN 1994"), ("Channel Indicators", None),
            ("Current Classification", "UNCLASSIFIED"), ("Concepts", concepts), ("Control Number", None),
            ("Copy", "SINGLE"), ("Sent Date" if c.year == 1977 else "Draft Date", date),
            ("Decaption Date", "01 JAN 1960"), ("Decaption Note", None), ("Document Number", number),
            ("Document Source", "CORE"), ("Drafter", c.drafted_by[0] if c.drafted_by else None),
            ("Executive Order", None if eo == "N/A" else eo), ("Film Number", "D%02d0%d-%04d" % (
                c.year % 100, noise.rng.randint(100, 365), noise.rng.randint(1, 1400))), ("From", place),
            ("Handling Restrictions", None), ("Line Count", str(noise.rng.randint(30, 200))),
            ("Locator", "TEXT ON-LINE, ON MICROFILM"),
            ("Office", "%s %s" % (offices[0][0].split(" ")[0].upper(), offices[0][1].split("-")[0])),
            ("Original Classification", c.classification),
            ("Original Handling Restrictions", c.captions[0] if c.captions else None),
            ("Page Count", str(noise.rng.randint(1, 4))), ("Reference", refs or None), ("Review Authority", "shawdg"),
            ("Review Date", "31 MAY 2002"), ("Secure", "OPEN"), ("Status", "NATIVE"), ("Subject", c.subject),
            ("TAGS", ", ".join(tags)), ("To", to), ("Type", "TE"), ("Markings", stamp)]


def nara(c, noise, form):
    """form: "layout" or "plain", as pdftotext gives it with and without -layout."""
    offices = []
    lines = seventies.telegram(c, noise, offices)
    stamp = noise.rng.choice(STAMPS)
    rows = attributes(c, noise, offices, stamp)
    c.attributes = offices + [(n, v) for n, v in rows if v]
    # From December 1978 the indexers' E.O. has date and name in another form; the telegram's own wins anyway.
    if noise.hit("stamp-inside"):
        inside = text.full_lines(lines, 20)
        if inside:
            lines[inside[-1]:inside[-1]] = ["", stamp, stamp, ""]
    printed = []
    for name, value in rows:
        line = "%s: %s" % (name, value or ("" if name == "Decaption Note" else "n/a"))
        wide = name in ("Concepts", "Subject", "To") and noise.hit("wrapped-attributes")
        printed += textwrap.wrap(line, 60, break_on_hyphens=False) if wide else [line.rstrip()]
    return arranged(lines, printed, stamp, form, noise)


def arranged(lines, printed, stamp, form, noise):
    if form == "plain":
        out = [stamp, "", "Message Text"]
        for line in lines:
            if line.startswith("PAGE ") and noise.hit("page-cut"):
                out += [" ".join(line.split()[:2]), "", " ".join(line.split()[2:])]
            elif line:
                out.append(" ".join(line.split()))
        return "\n".join(out + ["", stamp, "\f" + stamp, "", "Message Attributes"] + printed + ["", stamp, ""])
    out, since = [" " * 23 + stamp, "", "", " " * 61 + "Message Text", ""], 5
    inside = set(text.full_lines(lines, 12))
    for n, line in enumerate(lines):
        if line.startswith(" " * 12):
            line = " " * 10 + line.strip()
        out += [line] if line else ["", ""]
        since += 1
        if since > LINES_OF_SHEET and n + 1 in inside:
            out += ["", "", " " * 23 + stamp, "\f" + " " * 15 + stamp, ""]
            since = 0
    out += ["", "", " " * 15 + stamp, "\f" + " " * 21 + stamp, "", "", " " * 55 + "Message Attributes"]
    return "\n".join(out + printed + ["", "", "", " " * 21 + stamp, ""])


# ---- SMART -----------------------------------------------------------------------------------------------------


def turned(name):
    """AMEMBASSY PARIS -> PARIS, AMEMBASSY."""
    if name == "SECSTATE WASHDC":
        return "WASHDC, SECSTATE"
    kind, place = name.split(" ", 1)
    return "%s, %s" % (place, kind)


def smart(c, noise):
    text.disturb(c, noise)
    c.info = None
    by_role = {"action": [], "info": []}
    for a in c.addressees:
        rank = RANKS[c.action] if a.role == "action" else "ROUTINE"
        a.rank = rank
        by_role[a.role].append("%s %s" % (turned(a.name), rank))
    place, year = c.post["place"], c.year
    drafter = "%s:%s, %s" % (place, "Whitcomb", "Dale")
    c.drafted_by, c.approved_by = [drafter], ["EXEC:Okello, Ruth"]
    c.signature = c.signature.title()
    rows = [("MRN", "%02d %s %d" % (year % 100, place, c.serial)),
            ("Date/DTG", "%s %02d, %d / %s" % (MONTHS[c.date.month - 1].title(), c.date.day, year, c.dtg)),
            ("From", c.post["name"]), ("Action", "; ".join(by_role["action"])), ("E.O.", c.eo),
            ("TAGS", ", ".join(t for t, _ in c.tags)), ("Captions", ", ".join(c.captions))]
    if c.refs:
        rows.append(("Reference", smart_refs(c)))
    rows += [("Pass Line", c.pass_to[0])] if c.pass_to else []
    mark = "(%s) " % c.subject_portion if c.subject_portion else ""
    rows.append(("Subject", mark + c.subject.title()))
    c.subject = c.subject.title()
    label = "%-18s%s" if not noise.hit("no-colon") else "%s %s"
    colon = ":" if label != "%s %s" else ""
    out = [c.classification, ""]
    for name, value in rows:
        parts = value if isinstance(value, list) else textwrap.wrap(value, 50, break_on_hyphens=False)
        out.append(label % (name + (colon if name != "MRN" or colon else ""), parts[0]) if colon or name == "MRN" else
                   "%-18s%s" % (name + ":", parts[0]))
        out += [" " * 18 + p for p in parts[1:]]
    if c.title:
        letters = ") and (".join(r[-2] for r in c.reasons) if len(c.reasons) < 3 else "), (".join(r[-2] for r in c.reasons)
        out += ["Classified By: %s %s" % (c.title, c.classified_by), "Reason: 1.4 (%s)" % letters]
    if c.declassify_on or c.declassify_note:
        out.append("DECL: %s" % (c.declassify_on.replace("-", "/") if c.declassify_on else c.declassify_note))
    lines = text.text_lines(c, noise)
    if noise.hit("foia"):
        inside = text.full_lines(lines)
        if inside:
            lines[inside[0]:inside[0]] = ["RELEASE IN PART B1"]
            c.foretell("redaction")
    tail = [("Signature", c.signature), ("Drafted By", drafter), ("Cleared By", "POL:Nsubuga, Grace"),
            ("Approved By", c.approved_by[0]), ("Released By", drafter)]
    if by_role["info"]:
        tail.append(("Info", "; ".join(by_role["info"])))
    tail.append(("Dissemination Rule", "Archive Copy"))
    c.attributes = [(n, v) for n, v in tail if n in ("Cleared By", "Released By", "Dissemination Rule")]
    out += [""] + lines
    for name, value in tail:
        parts = textwrap.wrap(value, 60, break_on_hyphens=False)
        out.append("%-18s%s" % (name + ":", parts[0]))
        out += [" " * 18 + p for p in parts[1:]]
    return "\n".join(out + ["", c.classification, ""])


def smart_refs(c):
    return [("%s) " % label if label else "") + printed for label, printed in fields.entries_of(c)]


# ---- CSV ---------------------------------------------------------------------------------------------------------


def quoted(value):
    return '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"')


def csv_row(c, noise, number):
    return ",".join(quoted(v) for v in csv_values(c, noise, number)) + "\n"


def csv_values(c, noise, number):
    header, lines = layouts.telegram(c, noise)
    classification = c.classification + ("//NOFORN" if "NOFORN" in c.captions else "")
    when = "%d/%d/%d %d:%02d" % (c.date.month, c.date.day, c.year, c.date.hour, c.date.minute)
    row = [("number", str(number)), ("created", when), ("reference_id", c.id),
           ("origin", "Embassy %s" % c.post["place"].title()), ("classification", classification),
           ("references", "|".join(r.ref_id for r in c.refs if r.ref_id))]
    c.attributes = [(n, v) for n, v in row if v]
    return [v for _, v in row] + ["\n".join(header), "\n".join(lines)]
