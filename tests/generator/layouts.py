"""layouts.py - prints an invented cable as a telegram of the 1980s to 2000s: address part, text part, sections, page
headers, end marks.

Facts: the format description's sections 3, 4, 11 and 12. May not: decide what a cable says; where a disturbance
changes the right parse, the cable is told.
"""
import re

import fields
import text
from cable import julian

EXTRACT = "This record is a partial extract of the original cable. The full text of the original cable is not available."
ZN = {"UNCLASSIFIED": "ZNR UUUUU ZZH", "CONFIDENTIAL": "ZNY CCCCC ZZH", "SECRET": "ZNY SSSSS ZZH"}


def dtg(c, noise):
    printed = c.dtg
    if noise.hit("dtg-spacing"):
        printed = noise.rng.choice([printed.replace("Z ", " Z "), printed.replace("Z ", " "), printed.replace("Z ", "Z  "),
                                    printed[:-3] + printed[-2:], printed[:-2] + str(c.year)])
    if noise.hit("dtg-letters"):
        printed = printed[:6].replace("0", "O", 1) + printed[6:]
    return printed


# ---- address part ----------------------------------------------------------------------------------------------


def address_lines(c, noise, number=0):
    """TO and INFO lines. number: added to message numbers, for the header of a later section."""
    lines, before, gone, exempt = [], None, False, False
    for a in c.addressees:
        if a.role == "exempt":
            if lines[-1].endswith("COLLECTIVE") and noise.rng.random() < 0.5:
                lines[-1] += ", XMT " + a.name
            else:
                lines.append("XMT " + a.name)
            exempt = True  # what follows without an RI would be exempt too
            continue
        if not number and not exempt and a.ri and noise.hit("no-ri") and not a.collective and "//" not in a.name:
            a.ri, gone = None, True
        words = ["%s/%s" % (a.ri, a.name) if a.ri else a.name]
        if not a.ri and not gone and noise.hit("zen"):
            words = ["ZEN/" + a.name]
        if a.rank == "PRIORITY" and noise.hit("precedence-misspelt"):
            words.append("PRIORTY")
            c.unforetold()
        elif a.rank:
            words.append(a.rank)
        if a.number:
            words.append("%0*d" % (len(a.number), int(a.number) + number))
        label = {"action": "TO ", "info": "INFO "}[a.role] if a.role != before else ""
        lines.append(label + " ".join(words))
        before = a.role
        if noise.hit("page-in-list"):
            lines.append("PAGE 02 %s %04d %s" % (c.post["ri"], c.serial, c.dtg.split(" ")[0]))
    return lines


def header_lines(c, noise, section=0):
    """section: 0 for the first header, else that of a later section, repeated inside the text."""
    letters = [c.action] + ([c.info] if c.info else [])
    lines = ["VZCZCXRO%04d" % (1000 + 7 * section) if section else c.transmission_id, " ".join([letters[0] * 2] + c.routes)]
    mark = "/%02d" % (section or 1) if c.sections > 1 else ""
    lines.append("DE %s #%04d%s %s" % (c.post["ri"], c.serial, mark, julian(c.filed)))
    lines.append(ZN[c.classification] + (" (CCY AD66A605 MSI9229-632)" if noise.hit("line4-tail") else ""))
    signals = c.signals + (["MANY SVCS"] if c.signals and noise.hit("signal-text") else [])
    lines.append(" ".join(letters + [dtg(c, noise)] + signals))
    return lines + ["FM " + c.post["name"]] + address_lines(c, noise, section)


# ---- text part -----------------------------------------------------------------------------------------------------


def page_header(c, page, pages, part=""):
    return "%s %08d  %03d%s OF %03d" % (c.post["place"][:10].rstrip(), c.serial, page, part, pages)


def section_break(c, noise, number, head):
    """What stands in the text where a later section begins."""
    lines = [""]
    if noise.hit("page-headers"):
        lines += noise.rng.choice([[], [c.classification, "", c.classification]])
        lines += [page_header(c, number, c.sections), ""]
    if c.filed and noise.hit("header-again"):
        lines += header_lines(c, noise, number) + [""]
    lines += [fields.classification_line(c, noise, number), ""] + fields.caption_lines(c, noise)
    return lines + (head + [""] if noise.rng.random() < 0.7 else [])


def cut_into_sections(c, noise, lines, head):
    inside = text.full_lines(lines)
    if len(inside) < c.sections - 1:
        c.sections = 1
        return lines
    cuts = sorted(noise.rng.sample(inside, c.sections - 1))
    for number, cut in reversed(list(enumerate(cuts, 2))):
        lines[cut:cut] = section_break(c, noise, number, head)
    return lines


def inline_page_header(c, noise, lines):
    """A page header in the middle of a line that a publisher joined."""
    long = [n for n, line in enumerate(lines) if len(line) > 160]
    if c.sections > 1 and long and noise.hit("page-inline"):
        n = noise.rng.choice(long)
        blanks = [m.start() for m in re.finditer(" ", lines[n])]
        at = blanks[len(blanks) // 2]
        lines[n] = "%s %s%s" % (lines[n][:at], page_header(c, 1, c.sections, ".2"), lines[n][at:])
    return lines


def end_lines(c, noise):
    lines = []
    if noise.hit("notice"):
        lines += ["", "Visit Embassy %s's Classified Web Site:" % c.post["place"].title(),
                  "http://www.state.example.gov/p/%s/" % c.post["place"].lower().replace(" ", "")]
    if noise.hit("class-at-end"):
        lines += ["", c.classification]
    if noise.hit("cable-text"):
        lines += ["=======================CABLE TEXT============================"]
    if noise.hit("end-marks"):
        lines += ["BT", "#%04d" % c.serial, "NNNN"]
    return lines


def body_lines(c, noise):
    """From the classification line on, all sections."""
    text.disturb(c, noise)
    eo = [fields.eo_line(c, noise)]
    tags = fields.tags_lines(c, noise, ["TAGS", "TAG:", "TAGES:", "TAS:", "TAGS;"])
    if len(tags) == 1 and tags[0].startswith("TAGS:") and not c.declassify_note and noise.hit("head-joined"):
        eo, tags = [eo[0] + " " + tags[0]], []
    head = eo + tags + fields.subject_lines(c, noise, ["SUBJ:", "Subject:", "SUBJECT"])
    lines = text.text_lines(c, noise)
    lines = cut_into_sections(c, noise, lines, head)
    lines = inline_page_header(c, noise, lines)
    inside = text.full_lines(lines)
    if noise.hit("caption-astray") and inside and c.sections == 1 and "SIPDIS" in c.captions:
        lines[inside[-1]:inside[-1]] = ["", "SIPDIS", ""]
    first = [fields.classification_line(c, noise, 1 if c.sections > 1 else 0), ""] + fields.caption_lines(c, noise)
    first += c.pass_to + ([""] if c.pass_to else []) + head + [""]
    refs, classified = fields.refs_lines(c, noise, ["REF(S):", "REFTEL:", "Ref:", "REFERENCE:"]), \
        fields.classified_lines(c, noise)
    middle = [refs, classified]
    if noise.hit("ref-last"):
        middle.reverse()
    for block in middle:
        first += block + ([""] if block else [])
    return first + text.signature_lines(c, noise, lines) + end_lines(c, noise)


def lowered(lines):
    """As some publishers have it: the head in lower case; free text is left."""
    out = []
    for line in lines:
        if re.match(r"(S E C R E T|C O N F I D E N T I A L|UNCLAS|SIPDIS$|NOFORN$|TAGS)", line):
            line = line[0] + line[1:].lower()
        out.append(line)
    return out


def telegram(c, noise):
    """(header lines, body lines)."""
    lines = body_lines(c, noise)  # may change the number of sections: before the header
    header = header_lines(c, noise) if c.header else [EXTRACT]
    if noise.hit("lowered") and c.sections == 1 and not any("(" in line for line in lines if line.startswith("TAG")):
        lines = lowered(lines)
    return header, lines
