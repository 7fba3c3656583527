"""cable.py - an invented cable as data, and its right parse. Layouts print it, the parser never sees it.

The truth is written down from the data by the rules of the format description, not read back from a print.
May not: know how a layout looks, nor use anything of the parser.
"""
import datetime

import facts

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
WORDS = {"U": "UNCLASSIFIED", "SBU": "SENSITIVE BUT UNCLASSIFIED", "C": "CONFIDENTIAL", "S": "SECRET",
         "LOU": "LIMITED OFFICIAL USE", "FOUO": "FOR OFFICIAL USE ONLY", "TS": "TOP SECRET"}
RANKS = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE", "Z": "FLASH"}


class Paragraph:
    """blocks: ("prose", text), ("item", text), ("table", [lines]), ("names", [lines]). role as the truth has it."""

    def __init__(self, number, blocks, portion=None, heading=None, role=None):
        self.number, self.blocks, self.portion = number, blocks, portion
        self.heading, self.role = heading, role
        self.new_heading, self.heading_mark = None, None  # printed before it

    def text(self):
        return "\n".join("\n".join(b) if kind in ("table", "names") else b for kind, b in self.blocks)


class Ref:
    def __init__(self, text, ref_id, label=None, kind="telegram", place=None, number=None):
        self.text, self.ref_id, self.label, self.kind = text, ref_id, label, kind
        self.place, self.number = place, number  # for the indexers' version
        self.joined = None   # " AND ", ", ": printed behind the one before it, without a label of its own
        self.problem = None  # the code of the row that goes with it


class Addressee:
    def __init__(self, role, name, ri=None, rank=None, number=None, collective=0):
        self.role, self.name, self.ri = role, name, ri
        self.rank, self.number, self.collective = rank, number, collective  # rank: printed at the name; None inherits


class Cable:
    def __init__(self, post, serial, date):
        self.post, self.serial, self.date = post, serial, date  # date: a datetime in UTC, or None
        self.action, self.info = "R", None                      # precedence letters; info None: as action
        self.transmission_id, self.routes, self.signals = None, [], []
        self.filed = None
        self.addressees = []
        self.classification, self.captions, self.pass_to = "UNCLASSIFIED", [], []
        self.eo, self.declassify_on, self.declassify_note = None, None, None
        self.classified_by, self.title, self.reasons = None, None, []
        self.tags = []                                          # (tag, person or None)
        self.subject, self.subject_portion = None, None
        self.refs, self.paragraphs = [], []
        self.summary, self.comment, self.signature = None, None, None
        self.comments = []                                      # (paragraph, text) of what is in comment
        self.entire = None                                      # portion of an ENTIRE TEXT paragraph
        self.sections = 1
        self.drafted_by, self.approved_by = [], []
        self.attributes = []                                    # (name, value)
        self.problems = []                                      # codes; None: not foretold
        self.header = True                                      # False: an extract without address part
        self.undated = False                                    # its DTG line is lost
        self.alone = False                                      # only the first section is there

    @property
    def year(self):
        return self.date.year if self.date else None

    @property
    def id(self):
        return "%02d%s%d" % (self.year % 100, self.post["station"], self.serial) if self.date else None

    @property
    def dtg(self):
        d = self.date
        return "%02d%02d%02dZ %s %02d" % (d.day, d.hour, d.minute, MONTHS[d.month - 1], d.year % 100)

    def keep_first(self, count):
        """Only the first paragraphs, and what of summary and comment stands in them."""
        self.paragraphs = self.paragraphs[:count]
        self.comment = "\n\n".join(t for p, t in self.comments if p in self.paragraphs) or None

    def foretell(self, code):
        if self.problems is not None:
            self.problems.append(code)

    def unforetold(self):
        self.problems = None


def iso(d):
    return d.strftime("%Y-%m-%dT%H:%M:00Z") if d else None


def listed(values):
    return list(values) or None


def paragraph_rows(c):
    rows = []
    if c.entire:
        rows.append(dict(ordinal=1, number=1, portion=c.entire, classification=WORDS[c.entire], heading=None,
                         role="note", text="ENTIRE TEXT"))
    for n, p in enumerate(c.paragraphs, len(rows) + 1):
        mark = p.portion and p.portion.replace(" ", "")
        word = WORDS[mark.split("/")[0]] if mark in WORDS or (mark and "/" in mark) else mark
        if not mark and c.entire:
            word = WORDS[c.entire]
        rows.append(dict(ordinal=n, number=p.number, portion=mark, classification=word, heading=p.heading, role=p.role,
                         text=p.text()))
    return rows


def tag_rows(c, year):
    rows = []
    for n, (tag, person) in enumerate(c.tags, 1):
        fact = facts.tag_row(tag, year)
        rows.append(dict(ordinal=n, tag=tag, kind=fact["kind"], name=fact["name"] or None, person=person))
    return rows


def highest_rank(c):
    """Of the DTG line; where that is lost, of the addressees."""
    ranks = [RANKS[x] for x in (c.action, c.info) if x] if not c.undated else [a.rank for a in c.addressees if a.rank]
    return max(ranks, key=["ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH"].index) if ranks else None


def addressee_rows(c):
    rows = []
    for n, a in enumerate(c.addressees, 1):
        inherited = RANKS[c.action] if a.role == "action" or not c.info else RANKS[c.info]
        inherited = highest_rank(c) if c.undated else inherited
        rank = None if a.role == "exempt" else a.rank or inherited
        rows.append(dict(ordinal=n, role=a.role, routing_indicator=a.ri, name=a.name, precedence=rank,
                         message_number=a.number, collective=a.collective))
    return rows


def ref_rows(c):
    rows, label = [], None
    for n, r in enumerate(c.refs, 1):
        label = label if r.joined else r.label
        rows.append(dict(ordinal=n, label=label, kind=r.kind, ref_id=r.ref_id, text=r.text))
    return rows


def truth(c, fmt, doc=0):
    """The right parse in the form of cable_json. Without foretold problems, neither they nor their count are in it."""
    highest = highest_rank(c)
    head = c.header and c.date is not None
    cable = {
        "id": c.id, "doc": doc, "format": fmt, "date": c.date.strftime("%Y-%m-%d") if c.undated else iso(c.date),
        "dtg": c.dtg if head and not c.undated else None,
        "precedence": highest if head else None, "origin": c.post["name"] if head else None,
        "station": c.post["station"], "year": c.year, "serial": c.serial,
        "transmission_id": c.transmission_id, "originator_ri": c.post["ri"] if c.transmission_id else None,
        "classification": c.classification, "captions": listed(c.captions), "subject": c.subject,
        "subject_portion": c.subject_portion and c.subject_portion.replace(" ", ""), "executive_order": c.eo, "declassify_on": c.declassify_on,
        "declassify_note": c.declassify_note, "classified_by": c.classified_by, "classified_by_title": c.title,
        "reasons": listed(c.reasons), "summary": c.summary, "comment": c.comment, "signature": c.signature,
        "drafted_by": "; ".join(c.drafted_by) or None, "approved_by": "; ".join(c.approved_by) or None,
        "sections": c.sections, "paragraphs": len(c.paragraphs) + bool(c.entire), "pass_to": listed(c.pass_to),
        "routes": listed(c.routes), "filed": iso(c.filed), "operating_signals": listed(c.signals),
    }
    whole = {
        "cables": cable, "paragraphs": paragraph_rows(c), "tags": tag_rows(c, c.year),
        "addressees": addressee_rows(c), "refs": ref_rows(c),
        "attributes": [dict(ordinal=n, name=a, value=b) for n, (a, b) in enumerate(c.attributes, 1)],
    }
    if c.problems is not None:
        cable["problems"] = len(c.problems)
        whole["problems"] = [{"code": code} for code in c.problems]
    return whole


def julian(d):
    return "%03d%02d%02d" % (d.timetuple().tm_yday, d.hour, d.minute)


def minutes(n):
    return datetime.timedelta(minutes=n)
