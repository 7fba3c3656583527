"""archives.py - the containers' rarer forms: SMART copies of old telegrams, NARA records without text, without DTG or
with one section alone, publishers' extracts as HTML, CSV and TSV with a line of names.

Each function returns (text, truth). Facts: section 14 of the description; sections 1, 5 and 6 of its sheet on NARA, SMART
and CSV. May not: know how a telegram looks inside.
"""
import textwrap

import containers
import layouts
import seventies
import text
from cable import MONTHS, RANKS, truth

NO_TEXT = ["TEXT ON MICROFILM", "ADS TEXT UNRETRIEVABLE", "ADS TEXT NOT CONVERTED"]
NOTES = {"GDS": "GS", "XGDS-1": "X1", "XGDS-2": "X2", "XGDS-3": "X3", "XGDS-4": "X4"}


# ---- NARA ------------------------------------------------------------------------------------------------------


def undated(c, noise, form):
    """The DTG line is lost: the date comes from the attributes, the precedence from the addressees."""
    c.undated = True
    c.unforetold()
    printed = containers.nara(c, noise, form)
    c.filed = None
    return printed, truth(c, "nara")


def section_alone(c, noise, form):
    """The first of two sections, a document of its own."""
    c.keep_first(max(2, len(c.paragraphs) // 2))
    c.sections, c.alone, c.signature = 2, True, None
    c.foretell("section-apart")
    return containers.nara(c, noise, form), truth(c, "nara")


def without_text(c, noise):
    """Only the attributes are left, in the indexers' forms."""
    stamp = noise.rng.choice(containers.STAMPS)
    rows = containers.attributes(c, noise, [("Action office", "EUR-12")], stamp)
    rows = [(n, noise.rng.choice(NO_TEXT) if n == "Locator" else v) for n, v in rows]
    c.attributes = [(n, v) for n, v in rows if v]
    printed = ["%s: %s" % (n, v or "n/a") for n, v in rows]
    notice = ["Message Text", "", "ERROR READING TEXT INDEX", ""] if noise.rng.random() < 0.3 else []
    lines = notice + [" " * 15 + "Message Attributes", ""] + printed + ["", " " * 21 + stamp, ""]
    return "\n".join(lines), without_text_truth(c, dict(c.attributes))


def without_text_truth(c, values):
    whole = truth(c, "nara")
    cable = whole["cables"]
    for gone in ("dtg", "precedence", "origin", "summary", "comment", "signature", "approved_by", "filed"):
        cable[gone] = None
    cable.update(date=c.date.strftime("%Y-%m-%d"), paragraphs=0, problems=1, drafted_by=values.get("Drafter"))
    for unsaid in ("sections",) + (() if c.declassify_note else ("executive_order",)):
        del cable[unsaid]
    cited = [r for r in c.refs if r.ref_id and r.place]
    persons = [p for _, p in c.tags if p]
    c.tags = [(t, None) for t, _ in c.tags]
    plain = truth(c, "nara")["tags"]
    return {
        "cables": cable, "paragraphs": [], "attributes": whole["attributes"], "problems": [{"code": "text-missing"}],
        "tags": plain + [dict(ordinal=n, tag=None, kind="person", name=None, person=p)
                         for n, p in enumerate(persons, len(plain) + 1)],
        "addressees": [dict(ordinal=n, role="action", routing_indicator=None, precedence=None, message_number=None,
                            collective=0) for n, a in enumerate((a for a in c.addressees if a.role == "action"), 1)],
        "refs": [dict(ordinal=n, label=None, kind=r.kind, ref_id=r.ref_id) for n, r in enumerate(cited, 1)],
    }


# ---- SMART copies ------------------------------------------------------------------------------------------------


def smart_copy(c, noise):
    """The whole telegram as it was sent, between the head and the tail of a SMART message."""
    offices, place = [], c.post["place"]
    c.transmission_id, c.routes, c.filed = None, [], None
    if noise.rng.random() < 0.6:
        for a in c.addressees:
            a.ri = None
        c.info = None
        lines = seventies.telegram(c, noise, offices)
    else:  # from the DTG line on
        body = layouts.body_lines(c, noise)
        c.filed = c.date
        header = layouts.header_lines(c, noise)[4:]
        c.filed = None
        lines = header + ["BT"] + body
    day = "%s %02d, %d / %02d0000Z %s %02d" % (MONTHS[c.date.month - 1].title(), c.date.day, c.year, c.date.day,
                                               MONTHS[c.date.month - 1].title(), c.year % 100)
    head = [c.classification, "", "MRN: %02d %s %d" % (c.year % 100, place, c.serial), "Date/DTG: " + day,
            "From: " + c.post["name"], "Action: WASHDC, SECSTATE ROUTINE", "E.O.: Unknown",
            "TAGS: " + ", ".join(t for t, _ in c.tags), "Reference: n/a"]
    head += textwrap.wrap("Subject: " + c.subject, 90, subsequent_indent=" " * 9) + [""]
    inside = text.full_lines(lines, 30)
    if inside and noise.rng.random() < 0.5:
        lines[inside[0]:inside[0]] = ["", c.classification, "Page 1 of 2", "\f" + c.classification, ""]
    tail = ["", "Info: TBILISI, AMEMBASSY ROUTINE", "", "Dissemination Rule: Archive Copy", "", c.classification, "Page 2 of 2", ""]
    c.attributes = offices + [("Dissemination Rule", "Archive Copy")]
    return "\n".join(head + lines + tail), truth(c, "smart")


# ---- HTML, CSV ---------------------------------------------------------------------------------------------------


def partial_page(c, noise):
    """An extract: only the page says when, and its minutes are false."""
    c.header, c.transmission_id, c.routes, c.signals, c.filed, c.addressees = False, None, [], [], None, []
    c.foretell("date-partial")
    c.date = c.date.replace(minute=0)
    return containers.page(c, noise, noise.rng.random() < 0.3), truth(c, "html")


NAMES = ["number", "created", "reference_id", "origin", "classification", "references", "header", "body"]


def with_names(rows, noise):
    """CSV or TSV with a line of names and quotes by RFC 4180."""
    sign = noise.rng.choice([",", ",", "\t"])
    lines = [sign.join(NAMES)]
    for n, c in enumerate(rows, 1):
        values = containers.csv_values(c, noise, n)
        lines.append(sign.join('"%s"' % v.replace('"', '""') for v in values))
    return "\n".join(lines) + "\n", [truth(c, "csv", doc) for doc, c in enumerate(rows)]
