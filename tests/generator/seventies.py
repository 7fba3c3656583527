"""seventies.py - prints an invented cable as a telegram of 1973-79: page marks and PAGE lines, distribution, drafting
lines, dashes, DTG, addressees, text, end mark; in sections where it has some.

Facts: section 2 of the description of NARA telegrams. May not: decide what a cable says, but for what only this
layout has: offices, drafters, the counter.
"""
import re
import textwrap

import fields
import text
from cable import minutes

OFFICES = ["OCT-01", "ISO-00", "SS-15", "INR-07", "NSC-05", "EB-07", "CIAE-00", "DODE-00", "PM-04", "L-03", "PA-01",
           "USIA-06", "AID-05", "COME-00", "TRSE-00", "SP-02", "H-01", "NSAE-00"]
ACTION = ["EUR-12", "NEA-10", "AF-08", "ARA-10", "EA-07", "EB-08"]
LINES_OF_PAGE = 40


def with_blanks(noise, printed):
    """Blanks put into a group when the text was copied."""
    if not noise.hit("group-blanks"):
        return printed
    at = [n for n in range(1, len(printed)) if printed[n - 1].isdigit() and printed[n].isdigit()]
    cut = noise.rng.choice(at)
    return printed[:cut] + " " + printed[cut:]


def page_line(c, page, section=0):
    own = c.post["station"] == "STATE"
    part = "  %02d OF %02d" % (section, c.sections) if section else ""
    tail = "" if own or c.undated else "  " + c.dtg.split(" ")[0]
    return "PAGE %02d        %-6s  %0*d%s%s" % (page, c.post["place"][:6].rstrip(), 6 if own else 5, c.serial, part, tail)


class Transport:
    """What every section of one telegram repeats: made once."""

    def __init__(self, c, noise):
        rng, own = noise.rng, c.post["station"] == "STATE"
        action = rng.choice(ACTION)
        info = rng.sample(OFFICES, rng.randint(4, 12))
        self.offices = [("Origin office" if own else "Action office", action)] + [("Info office", o) for o in info]
        total = sum(int(o.split("-")[1]) for o in info + [action])
        self.number = "%02d" % rng.randint(10, 60)
        self.distribution = ["%s %s" % ("ORIGIN" if own else "ACTION", action), ""] + textwrap.wrap(
            "INFO  %s  /%03d %s" % ("  ".join(info), total, "R" if own else "W"), 66, subsequent_indent="      ",
            break_on_hyphens=False)
        self.drafting = self.draft(c, rng) if own else []
        counter = "%06d" % rng.randint(1, 150000)
        self.offices.append(("Counter", counter))
        if (c.year, c.date.month) < (1976, 12) or c.undated:
            self.dashes = " " * 21 + "-" * 21 + " " + counter
        else:
            c.filed = c.date + minutes(rng.randint(4, 95))
            groups = ["%02d%02d%02dZ" % (c.filed.day, c.filed.hour, c.filed.minute), counter]
            self.dashes = " " * 18 + "-" * 18 + " ".join(groups if rng.random() < 0.7 else groups[::-1]) + \
                " /%d" % rng.randint(10, 60)

    @staticmethod
    def draft(c, rng):
        office, name = rng.choice(["EB/OT", "EUR/RPM", "AF/E", "NEA/IAI"]), rng.choice(["TKLOWE", "ABNAME", "RSHORE"])
        c.drafted_by = ["%s:%s:MM" % (office, name)]
        c.approved_by = ["%s:GSARNER" % office, "EUR/NE:WDOANE (INFO)"]
        sign = rng.choice([" ", ": ", ":"])
        return ["", "DRAFTED BY%s%s" % (sign, c.drafted_by[0]), "APPROVED BY%s%s" % (sign, c.approved_by[0]),
                c.approved_by[1]]


def address_lines(c, noise, number=0):
    lines, before = [], None
    for a in c.addressees:
        words = [a.name] + [w for w in (a.rank, a.number and "%0*d" % (len(a.number), int(a.number) + number)) if w]
        if not number and a.role == "info" and before == "info" and not a.rank and noise.hit("ri-lost"):
            words[0] = noise.rng.choice(["/", "Z/"]) + a.name
            c.foretell("addressee-garbled")
        lines.append(({"action": "TO ", "info": "INFO "}[a.role] if a.role != before else "") + " ".join(words))
        before = a.role
    return lines


def handling_lines(c, noise):
    lines = fields.caption_lines(c, noise)
    if lines and noise.hit("handling-padded"):
        lines[0] += "////////"
    return lines


def opening(c, noise, transport, section):
    """Page mark to classification line."""
    lines = [c.classification, "", page_line(c, 1, section), "", transport.number] + transport.distribution
    dtg = [] if c.undated else [" ".join([c.action, with_blanks(noise, c.dtg)] + c.signals)]
    lines += transport.drafting + [transport.dashes] + dtg + ["FM " + c.post["name"]]
    lines += address_lines(c, noise, max(section - 1, 0)) + [""]
    digits = 6 if c.post["station"] == "STATE" else 4
    if not section:
        return lines + [fields.classification_line(c, noise, 0, digits), ""]
    word = fields.classification_word(c, noise)
    form = noise.rng.choice(["{w} SECTION {n} OF {m} {p} {s}", "{w} SECTION {n:02d} OF {m:02d} {p} {s}",
                             "{w} {p} {s} SECTION {n} OF {m}", "{w} SECTION {n} OF {m} {p} {s}/{n}"])
    return lines + [form.format(w=word, n=section, m=c.sections, p=c.post["place"], s="%0*d" % (digits, c.serial)), ""]


def telegram(c, noise, offices):
    """All lines, from the page mark to NNN; offices gets the rows that distribution and dashes stand for."""
    text.disturb(c, noise)
    body = text.text_lines(c, noise)
    inside = [n for n in text.full_lines(body) if n > 3]
    if c.sections > 1 and len(inside) < c.sections and not c.alone:
        c.sections = 1
    transport = Transport(c, noise)
    offices += transport.offices
    lines = opening(c, noise, transport, 1 if c.sections > 1 else 0) + handling_lines(c, noise)
    tags = fields.tags_lines(c, noise, ["TAGS;", "TAGS-", "TAGS", "TAGS."])
    if not any(p for _, p in c.tags) and "tag-repaired" not in (c.problems or []) and noise.hit("tags-bare"):
        tags = [", ".join(t for t, _ in c.tags)]
    lines += [fields.eo_line(c, noise)] + tags + fields.subject_lines(c, noise, ["SUBJ:", "SUBJECT"]) + [""]
    refs = fields.refs_lines(c, noise, ["REFTEL:", "REFERENCE:", "REFS."])
    lines += refs + ([""] if refs else [])
    if c.alone:
        return paged(c, lines + body, 1) + ending(c, noise)
    if c.sections == 1:
        return paged(c, lines + text.signature_lines(c, noise, body), 0) + ending(c, noise)
    cuts = sorted(noise.rng.sample(inside, c.sections - 1))
    pieces = [body[a:b] for a, b in zip([0] + cuts, cuts + [len(body)])]
    out = paged(c, lines + pieces[0], 1) + ending(c, noise)
    for number, piece in enumerate(pieces[1:], 2):
        if number == c.sections:
            piece = text.signature_lines(c, noise, piece)
        out += [""] + paged(c, opening(c, noise, transport, number) + piece, number) + ending(c, noise)
    return out


def ending(c, noise):
    return ["", c.classification, "", "", "", "", noise.rng.choice(["NNN", "NNNN"])]


def paged(c, lines, section):
    """A page mark and PAGE line every 40 lines; the text goes on behind it."""
    out, page, since = [], 1, 0
    inside = set(text.full_lines(lines, 12))
    for n, line in enumerate(lines):
        since += 1
        between = not line and n + 1 < len(lines) and re.match(r"\d+\. ", lines[n + 1])
        if since > LINES_OF_PAGE and (n in inside or between):
            page, since = page + 1, 0
            out += ["", c.classification, "", c.classification, "", page_line(c, page, section), ""]
        out.append(line)
    return out
