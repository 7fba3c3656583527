"""layouts.py - prints an invented cable as a telegram: header, head fields, wrapped text, sections and page headers.

Facts: the format description's sections 3 to 12, and sections 2 and 5 of its sheet on NARA and SMART.
May not: decide what a cable says. Where a disturbance changes the right parse, the cable is told.
"""
import re
import textwrap

from cable import RANKS, julian, minutes
from noise import one_letter_wrong

SPACED = {"UNCLASSIFIED": "UNCLAS", "CONFIDENTIAL": "C O N F I D E N T I A L", "SECRET": "S E C R E T",
          "LIMITED OFFICIAL USE": "LIMITED OFFICIAL USE"}
# A wrapped line that begins so would be an item, a label or a number: another width is tried.
BAD_START = re.compile(r"--|-|\*|o |[A-Za-z][.):]\s|\(\w{1,3}\)|\d+[.)]|\d{4}\b|END |COMMENT|SUMMARY|REF|SUBJ|TAGS|E\.O|"
                       r"PAGE|BT\b|NNNN|NOTE")


def wrap(text, width, first="", rest=""):
    for attempt in range(14):
        lines = textwrap.wrap(text, width - attempt, initial_indent=first, subsequent_indent=rest,
                              break_long_words=False, break_on_hyphens=False)
        if not any(BAD_START.match(x.strip()) for x in lines[1:]) and all(len(x) >= 46 for x in lines[:-1]):
            break
    return lines


def paragraph_lines(c, p, noise, width):
    number = "" if p.number is None else "%d. " % p.number
    if number and noise.hit("pilcrow"):
        number = "\u00b6" + number
    mark = ""
    if p.portion:
        mark = "(%s) " % p.portion
        if noise.hit("mark-garbled"):
            mark = noise.rng.choice(["{%s) ", "(%s } "]) % p.portion
            c.foretell("mark-garbled")
    joined = noise.hit("joined")
    lines, first = [], number + mark
    for n, (kind, block) in enumerate(p.blocks):
        if kind == "table":
            lines += [""] + block
        elif kind == "item":
            lines += ([""] if n and p.blocks[n - 1][0] == "prose" else []) + [first + x for x in wrap(block, width)]
        else:
            lines += [""] if n else []
            lines += [first + block] if joined else wrap(block, width, first)
        first = ""
    return lines


def heading_lines(noise, heading):
    style = noise.rng.random()
    if style < 0.4:
        return [heading, ""]
    if style < 0.7:
        return [heading, "-" * len(heading), ""]
    return ["-" * len(heading), heading, "-" * len(heading), ""]


def disturb_text(c, noise):
    """Disturbances that the data itself shows, made before anything is printed."""
    if len(c.paragraphs) > 3 and noise.hit("gap"):
        for p in c.paragraphs[2:]:
            p.number += 3
        c.foretell("paragraph-gap")
    if noise.hit("redaction"):
        p = noise.rng.choice(c.paragraphs)
        if p.role is None and p.blocks[0][0] == "prose":
            words = p.blocks[0][1].split(" ")
            words[len(words) // 2] = "XXXXXXXXXXXX"
            p.blocks[0] = ("prose", " ".join(words))
            c.unforetold()


def text_lines(c, noise, width=66):
    lines = []
    if c.entire:
        lines += ["1. (%s - ENTIRE TEXT)." % c.entire, ""]
    for p in c.paragraphs:
        if p.new_heading:
            lines += heading_lines(noise, p.new_heading)
        lines += paragraph_lines(c, p, noise, width) + [""]
    return lines


def signature_lines(c, noise, lines):
    """In telegrams of the 1970s often behind the last full stop; else on a line of its own."""
    signature = c.signature + ("##" if noise.hit("signature-hash") else "")
    while lines and not lines[-1]:
        lines.pop()
    if c.year and c.year < 1980 and len(lines[-1]) < 50 and noise.rng.random() < 0.5:
        lines[-1] += " " + signature
        return lines
    return lines + ([""] if noise.rng.random() < 0.3 else []) + [signature]


# ---- head fields ---------------------------------------------------------------------------------


def classification_word(c, noise):
    word = SPACED[c.classification]
    if noise.hit("class-plain"):
        return "UNCLAS" if word == "UNCLAS" else c.classification
    if " " in word and c.classification in ("CONFIDENTIAL",) and noise.hit("class-garbled"):
        return " ".join(one_letter_wrong(noise.rng, c.classification))
    return word


def classification_line(c, noise, section=0, digits=6):
    words = [classification_word(c, noise)]
    if section:
        words.append("SECTION %02d OF %02d" % (section, c.sections))
    return " ".join(words + [c.post["place"], "%0*d" % (digits, c.serial)])


def eo_line(c, noise):
    number = c.eo
    if noise.hit("eo-number"):
        number = number[0] + number[2] + number[1] + number[3:]
        c.eo = number
        c.foretell("bad-eo")
    label = noise.rng.choice(["EO %s:", "E.O.%s:", "E. O. %s:"]) if noise.hit("eo-form") else "E.O. %s:"
    line = label % number
    if c.declassify_on and not (c.date and c.year < 1980):
        year, month, day = c.declassify_on.split("-")
        return "%s DECL: %s/%s/%s" % (line, month, day, year)
    if c.declassify_on:  # 12065: GDS 12/31/85 (NAME, FIRST)
        year, month, day = c.declassify_on.split("-")
        name = " (%s)" % c.classified_by if c.classified_by else ""
        return "%s %s %d/%d/%s%s" % (line, c.declassify_note, int(month), int(day), year[2:], name)
    if c.declassify_note:
        return "%s %s%s" % (line, "" if c.date and c.year < 1980 else "DECL: ", c.declassify_note)
    return line + " N/A"


def tags_lines(c, noise, labels):
    label = noise.rng.choice(labels) if noise.hit("tags-label") else "TAGS:"
    words = []
    for tag, person in c.tags:
        words.append("[%s](#)" % tag if not person and noise.hit("tags-links") else tag)
        if person:
            words[-1] += " (%s)" % person
    plain = [n for n in range(len(c.tags) - 1) if words[n].isalpha() and words[n + 1].isalpha()]
    if plain and len(words[plain[0]]) == 4 and noise.hit("tags-glued"):
        words[plain[0]:plain[0] + 2] = [words[plain[0]] + words[plain[0] + 1]]
        c.foretell("tag-repaired")
    comma = any(p for _, p in c.tags) or noise.rng.random() < 0.7
    return wrap("%s %s" % (label, (", " if comma else " ").join(words)), 66)


def subject_lines(c, noise, labels):
    label = noise.rng.choice(labels) if noise.hit("subject-label") else "SUBJECT:"
    mark = "(%s) " % c.subject_portion if c.subject_portion else ""
    return textwrap.wrap("%s %s%s" % (label, mark, c.subject), noise.rng.choice([44, 60, 66]), break_on_hyphens=False)


def refs_lines(c, noise, labels):
    if not c.refs:
        return []
    label = noise.rng.choice(labels) if noise.hit("ref-label") else "REF:" if len(c.refs) == 1 else \
        noise.rng.choice(["REF:", "REFS:"])
    entries = []
    for r in c.refs:
        if r.joined:
            entries[-1] = (entries[-1][0], entries[-1][1] + (", " if r.joined == "," else " AND ") + r.text)
        else:
            entries.append((r.label, r.text))
    style = noise.rng.choice(["lines", "letters", "brackets"]) if entries[0][0] else "list"
    if style == "lines":
        out = ["%s %s. %s" % ((label,) + entries[0])]
        return out + [" " * (len(label) + 1) + "%s. %s" % e for e in entries[1:]]
    if style == "letters":
        text = " ".join("%s. %s" % e for e in entries)
    elif style == "brackets":
        text = "; ".join("(%s) %s" % e for e in entries)
    else:
        text = noise.rng.choice(["; ", ", "]).join(t for _, t in entries)
    return textwrap.wrap("%s %s" % (label, text), 66, break_on_hyphens=False)


def classified_lines(c, noise):
    if not c.title:
        return []
    letters = [r[-2] for r in c.reasons]
    if len(letters) > 1 and noise.rng.random() < 0.4:
        reasons = "1.4 (%s)" % "/".join(letters)
    else:
        reasons = "1.4 (%s)" % ") and (".join([") (".join(letters[:-1]), letters[-1]] if len(letters) > 1 else letters)
    style = noise.rng.choice(["for", "per", "comma"])
    if style == "comma":
        text = "CLASSIFIED BY: %s, %s. REASON: %s." % (c.classified_by, c.title, reasons)
    else:
        text = "Classified By: %s %s %s %s." % (c.title, c.classified_by,
                                               "for reasons" if style == "for" and len(letters) > 1 else
                                               "for reason" if style == "for" else "per", reasons)
    return textwrap.wrap(text, 70, break_on_hyphens=False)


def caption_lines(c, noise):
    lines = []
    for caption in c.captions:
        lines += [caption, ""]
        if caption == "SIPDIS" and noise.hit("sipdis-twice"):
            lines += [caption]
    return lines


# ---- the address part of the 1980s to 2000s ------------------------------------------------------------


def dtg(c, noise):
    text = c.dtg
    if noise.hit("dtg-spacing"):
        text = noise.rng.choice([text.replace("Z ", " Z "), text.replace("Z ", " "), text.replace("Z ", "Z  "),
                                 text[:-3] + text[-2:], text[:-2] + str(c.year)])
    if noise.hit("dtg-letters"):
        text = text[:6].replace("0", "O", 1) + text[6:]
    return text


def header_lines(c, noise):
    letters = [c.action] + ([c.info] if c.info else [])
    lines = [c.transmission_id, " ".join([letters[0] * 2] + c.routes)]
    lines.append("DE %s #%04d%s %s" % (c.post["ri"], c.serial, "/01" if c.sections > 1 else "", julian(c.filed)))
    zny = {"UNCLASSIFIED": "ZNR UUUUU ZZH", "CONFIDENTIAL": "ZNY CCCCC ZZH", "SECRET": "ZNY SSSSS ZZH"}
    lines.append(zny[c.classification])
    lines.append(" ".join(letters + [dtg(c, noise)] + c.signals))
    lines.append("FM " + c.post["name"])
    before = None
    for a in c.addressees:
        if a.ri and noise.hit("no-ri") and not a.collective and "//" not in a.name:
            a.ri = None
        words = ["%s/%s" % (a.ri, a.name) if a.ri else a.name]
        if a.rank and a.rank == "PRIORITY" and noise.hit("precedence-misspelt"):
            words.append("PRIORTY")
            c.unforetold()
        elif a.rank:
            words.append(a.rank)
        if a.number:
            words.append(a.number)
        label = {"action": "TO ", "info": "INFO "}[a.role] if a.role != before else ""
        lines.append(label + " ".join(words))
        before = a.role
    return lines


def page_header(c, page, pages, part=""):
    return "%s %08d  %03d%s OF %03d" % (c.post["place"][:10].rstrip(), c.serial, page, part, pages)


def body_lines(c, noise):
    """Text part of the 1980s to 2000s, from the classification line on, all sections."""
    disturb_text(c, noise)
    many = c.sections > 1
    first = [classification_line(c, noise, 1 if many else 0), ""] + caption_lines(c, noise)
    first += c.pass_to + ([""] if c.pass_to else [])
    head = [eo_line(c, noise)]
    head += tags_lines(c, noise, ["TAGS", "TAG:", "TAGES:", "TAS:", "TAGS;"])
    head += subject_lines(c, noise, ["SUBJ:", "Subject:", "SUBJECT"])
    rest = refs_lines(c, noise, ["REF(S):", "REFTEL:", "Ref:", "REFERENCE:"])
    lines = first + head + [""] + rest + ([""] if rest else [])
    classified = classified_lines(c, noise)
    lines += classified + ([""] if classified else [])
    text = text_lines(c, noise)
    # Only where a paragraph's prose goes on can the text be cut without touching a heading.
    inside = [n for n in range(1, len(text)) if len(text[n]) > 45 and len(text[n - 1]) > 45 and
              not text[n].startswith("-") and not re.match("\u00b6?\\d+\\. ", text[n])]
    cuts = sorted(noise.rng.sample(inside, c.sections - 1)) if len(inside) >= c.sections - 1 else None
    if cuts is None:
        c.sections, cuts = 1, []
        lines[0] = classification_line(c, noise)
    for number, cut in reversed(list(enumerate(cuts, 2))):
        mark = []
        if noise.hit("page-headers"):
            mark = ["", page_header(c, number, c.sections), ""]
        again = ["", classification_line(c, noise, number), ""] + caption_lines(c, noise) + head + [""]
        text[cut:cut] = mark + again
    if noise.hit("caption-astray") and inside and not many and "SIPDIS" in c.captions:
        text[inside[-1]:inside[-1]] = ["", "SIPDIS", ""]
    lines += signature_lines(c, noise, text)
    if noise.hit("notice"):
        lines += ["", "Visit Embassy %s's Classified Web Site:" % c.post["place"].title(),
                  "http://www.state.example.gov/p/%s/" % c.post["place"].lower().replace(" ", "")]
    if noise.hit("end-marks"):
        lines += ["BT", "#%04d" % c.serial, "NNNN"]
    return lines


EXTRACT = "This record is a partial extract of the original cable. The full text of the original cable is not available."


def lowered(lines):
    """As some publishers have it: the head in lower case; free text is left."""
    out = []
    for line in lines:
        if re.match(r"(S E C R E T|C O N F I D E N T I A L|UNCLAS|SIPDIS$|NOFORN$|TAGS)", line):
            line = line[0] + line[1:].lower()
        out.append(line)
    return out


def telegram(c, noise):
    """(header lines, body lines) of an era "mid" or "new"."""
    lines = body_lines(c, noise)  # may change the number of sections: before the header
    header = header_lines(c, noise) if c.header else [EXTRACT]
    if noise.hit("lowered") and c.sections == 1:
        lines = lowered(lines)
    return header, lines


# ---- the telegram of the 1970s -------------------------------------------------------------------------

OFFICES = ["OCT-01", "ISO-00", "SS-15", "INR-07", "NSC-05", "EB-07", "CIAE-00", "DODE-00", "PM-04", "L-03", "PA-01",
           "USIA-06", "AID-05", "COME-00", "TRSE-00", "SP-02", "H-01", "NSAE-00"]
ACTION = ["EUR-12", "NEA-10", "AF-08", "ARA-10", "EA-07", "EB-08"]


def spaced_groups(noise, text):
    """Blanks put into groups when the text was copied."""
    if not noise.hit("group-blanks"):
        return text
    at = [n for n in range(1, len(text)) if text[n - 1].isdigit() and text[n].isdigit()]
    cut = noise.rng.choice(at)
    return text[:cut] + " " + text[cut:]


def page_line(c, page):
    tail = "" if c.post["station"] == "STATE" else "  " + c.dtg.split(" ")[0]
    return "PAGE %02d        %-6s  %0*d%s" % (page, c.post["place"][:6].rstrip(), 6 if not tail else 5, c.serial, tail)


def distribution(c, noise, offices):
    """Lines of ACTION/ORIGIN and INFO; offices gets the (name, value) rows they stand for."""
    own = c.post["station"] == "STATE"
    first = noise.rng.choice(ACTION)
    offices.append(("Origin office" if own else "Action office", first))
    info = noise.rng.sample(OFFICES, noise.rng.randint(4, 12))
    offices += [("Info office", o) for o in info]
    total = sum(int(o.split("-")[1]) for o in info + [first])
    lines = ["%s %s" % ("ORIGIN" if own else "ACTION", first), ""]
    lines += textwrap.wrap("INFO  " + "  ".join(info) + "  /%03d %s" % (total, "R" if own else "W"), 66,
                           subsequent_indent="      ", break_on_hyphens=False)
    return lines


def drafting(c, rng):
    office, name = rng.choice(["EB/OT", "EUR/RPM", "AF/E", "NEA/IAI"]), rng.choice(["TKLOWE", "ABNAME", "RSHORE"])
    c.drafted_by = ["%s:%s:MM" % (office, name)]
    c.approved_by = ["%s:GSARNER" % office, "EUR/NE:WDOANE (INFO)"]
    return ["DRAFTED BY " + c.drafted_by[0], "APPROVED BY " + c.approved_by[0], c.approved_by[1]]


def dashes_line(c, noise, offices):
    counter = "%06d" % noise.rng.randint(1, 150000)
    offices.append(("Counter", counter))
    if (c.year, c.date.month) < (1976, 12):
        return " " * 21 + "-" * 21 + " " + counter
    c.filed = c.date + minutes(noise.rng.randint(4, 95))
    return " " * 18 + "-" * 18 + "%02d%02d%02dZ %s /%d" % (c.filed.day, c.filed.hour, c.filed.minute, counter,
                                                           noise.rng.randint(10, 60))


def addressees_1970s(c):
    lines, before = [], None
    for a in c.addressees:
        words = [a.name] + [w for w in (a.rank, a.number) if w]
        label = {"action": "TO ", "info": "INFO "}[a.role] if a.role != before else ""
        lines.append(label + " ".join(words))
        before = a.role
    return lines


def telegram_1970s(c, noise, offices):
    """All lines, from the page mark to NNN; offices: as distribution()."""
    disturb_text(c, noise)
    mark = c.classification
    lines = [mark, "", page_line(c, 1), "", "%02d" % noise.rng.randint(10, 60)] + distribution(c, noise, offices)
    if c.post["station"] == "STATE":
        lines += ["", *drafting(c, noise.rng)]
    lines.append(dashes_line(c, noise, offices))
    lines.append("%s %s" % (c.action, spaced_groups(noise, c.dtg)))
    lines += ["FM " + c.post["name"]] + addressees_1970s(c) + [""]
    digits = 6 if c.post["station"] == "STATE" else 4
    lines += [classification_line(c, noise, 0, digits), ""] + caption_lines(c, noise)
    lines += [eo_line(c, noise)] + tags_lines(c, noise, ["TAGS;", "TAGS-", "TAGS", "TAGS."])
    lines += subject_lines(c, noise, ["SUBJ:", "SUBJECT"]) + [""]
    refs = refs_lines(c, noise, ["REFTEL:", "REFERENCE:", "REFS."])
    lines += refs + ([""] if refs else []) + signature_lines(c, noise, text_lines(c, noise))
    return paged(c, lines, mark) + ["", mark, "", "", "", "", noise.rng.choice(["NNN", "NNNN"])]


def paged(c, lines, mark):
    """A page mark and PAGE line every 40 lines; the text goes on behind it."""
    out, page, since = [], 1, 0
    for n, line in enumerate(lines):
        since += 1
        prose = n and len(line) > 45 and len(lines[n - 1]) > 45 and not re.match("\u00b6?\\d+\\. |-", line)
        if since > 40 and (prose or (not line and n + 1 < len(lines) and re.match(r"\d+\. ", lines[n + 1]))):
            page, since = page + 1, 0
            out += ["", mark, "", mark, "", page_line(c, page), ""]
        out.append(line)
    return out


def ranks(c):
    return RANKS[c.action]
