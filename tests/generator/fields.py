"""fields.py - prints the head of an invented cable: classification line, captions, E.O., TAGS, SUBJECT, REF,
Classified By, each in the ways in which it is met.

Facts: the format description's sections 4 to 10. May not: decide a value; where a disturbance changes the right
parse, the cable is told.
"""
import textwrap

from cable import MONTHS
from noise import one_letter_wrong
from text import wrap

SPACED = {"UNCLASSIFIED": "UNCLAS", "CONFIDENTIAL": "C O N F I D E N T I A L", "SECRET": "S E C R E T",
          "LIMITED OFFICIAL USE": "LIMITED OFFICIAL USE"}
WIDTH = 66


def classification_word(c, noise):
    word = SPACED[c.classification]
    if noise.hit("class-plain"):
        return c.classification if c.classification != "UNCLASSIFIED" else noise.rng.choice(["UNCLAS", "UNCLASSIFIED"])
    if c.classification == "CONFIDENTIAL" and noise.hit("class-garbled"):
        return " ".join(one_letter_wrong(noise.rng, c.classification))
    return word


def classification_line(c, noise, section=0, digits=6):
    words = [classification_word(c, noise)]
    if section:
        words.append("SECTION %02d OF %02d" % (section, c.sections))
    return " ".join(words + [c.post["place"], "%0*d" % (digits, c.serial)])


def caption_lines(c, noise):
    lines = []
    if len(c.captions) > 1 and noise.hit("captions-together"):
        return [noise.rng.choice([" ", ", "]).join(c.captions), ""]
    for caption in c.captions:
        lines += [caption, ""]
        if caption == "SIPDIS" and noise.hit("sipdis-twice"):
            lines += [caption]
    return lines


# ---- E.O. ----------------------------------------------------------------------------------------------------


def date_printed(c, noise):
    """DECL's date, for E.O. 12958 and later."""
    year, month, day = c.declassify_on.split("-")
    if noise.hit("decl-form"):
        return noise.rng.choice(["%s/%s/%s" % (month, day, year[2:]), "%s/%s/%s" % (year, month, day),
                                 "%s %s %s" % (day, MONTHS[int(month) - 1], year),
                                 "%s/%s/%s" % (month.replace("0", "O"), day, year)])
    return "%s/%s/%s" % (month, day, year)


def eo_number(c, noise):
    if noise.hit("eo-number"):
        c.eo = c.eo[0] + c.eo[2] + c.eo[1] + c.eo[3:]
        c.foretell("bad-eo")
    return c.eo


def eo_line(c, noise):
    number = eo_number(c, noise)
    forms = ["EO %s:", "E.O.%s:", "E. O. %s:"] + (["EO %s"] if not c.declassify_on else [])
    line = (noise.rng.choice(forms) if noise.hit("eo-form") else "E.O. %s:") % number
    if c.date and c.year < 1980:
        return line + " " + old_declassification(c, noise)
    if c.declassify_on:
        decl = noise.rng.choice(["DECL: DECL:", "DECL", "Decl:"]) if noise.hit("decl-label") else "DECL:"
        return "%s %s %s" % (line, decl, date_printed(c, noise))
    if c.declassify_note:
        return "%s DECL: %s" % (line, c.declassify_note)
    return line + noise.rng.choice([" N/A", "N/A", " n/a"]) if line[-1] == ":" else line + " N/A"


def old_declassification(c, noise):
    note = c.declassify_note
    if not note:
        return noise.rng.choice(["N/A", "N/A", "NA"])
    if note.startswith("XGDS-") and noise.hit("xgds-form"):
        return noise.rng.choice(["XGDS %s", "XGDS (%s)", "XGDS-%s"]) % note[-1]
    if not c.declassify_on:
        return note
    year, month, day = c.declassify_on.split("-")
    name = " (%s)" % c.classified_by if c.classified_by else ""
    section = " OR-M" if name and noise.rng.random() < 0.5 else ""
    return "%s %d/%d/%s%s%s" % (note, int(month), int(day), year[2:], name, section)


# ---- TAGS, SUBJECT -----------------------------------------------------------------------------------------------


def tags_lines(c, noise, labels):
    label = noise.rng.choice(labels) if noise.hit("tags-label") else "TAGS:"
    words = []
    for tag, person in c.tags:
        words.append("[%s](#)" % tag if not person and noise.hit("tags-links") else tag)
        if person and c.date and c.year > 1980:
            words[-1] += " " + person.replace(",", "")  # OVIP LINDQVIST WALTER
        elif person:
            words[-1] += "%s (%s)" % (noise.rng.choice(["", "", ":"]) if noise.hit("person-colon") else "", person)
    plain = [n for n in range(len(c.tags) - 1) if words[n].isalpha() and words[n + 1].isalpha() and
             not (n and c.tags[n - 1][1])]
    if plain and len(words[plain[0]]) == 4 and noise.hit("tags-glued"):
        words[plain[0]:plain[0] + 2] = [words[plain[0]] + words[plain[0] + 1]]
        c.foretell("tag-repaired")
    persons = any(p for _, p in c.tags)
    blanks = persons and c.date and c.year > 1980 or not persons and noise.rng.random() < 0.3
    between = " " if blanks else noise.rng.choice([", "] * 6 + ["; ", ","])
    if between == "," and len(",".join(words)) > WIDTH - 8:
        between = ", "
    return wrap("%s %s" % (label, between.join(words)), WIDTH)


def subject_lines(c, noise, labels):
    label = noise.rng.choice(labels) if noise.hit("subject-label") else "SUBJECT:"
    mark = "(%s) " % c.subject_portion if c.subject_portion else ""
    text = "%s %s%s" % (label, mark, c.subject)
    if mark and noise.rng.random() < 0.3:
        text = "%s %s %s" % (label, c.subject, mark.strip())
    return textwrap.wrap(text, noise.rng.choice([44, 60, WIDTH]), break_on_hyphens=False)


def head_joined(lines):
    """A publisher's one line of E.O. and TAGS."""
    return [" ".join(lines)]


# ---- REF -------------------------------------------------------------------------------------------------------------

LABELS = ["%s. ", "%s) ", "(%s) ", "[%s] ", "%s: "]
RARE_LABELS = ["%s - ", "-(%s) ", "%s.) ", "%s.", "\u00b6%s. "]


def entries_of(c):
    """(label, text) of each labelled or separate entry; references joined to one are in its text."""
    entries = []
    for r in c.refs:
        if r.joined:
            entries[-1] = (entries[-1][0], entries[-1][1] + r.joined + r.text)
        else:
            entries.append((r.label, r.text))
    return entries


def refs_lines(c, noise, labels):
    if not c.refs:
        return ["REF: %s" % noise.rng.choice(["NONE", "N/A"])] if noise.hit("ref-none") else []
    label = noise.rng.choice(labels) if noise.hit("ref-label") else "REF:" if len(c.refs) == 1 else \
        noise.rng.choice(["REF:", "REFS:"])
    entries = entries_of(c)
    form = noise.rng.choice(RARE_LABELS) if noise.hit("ref-letters") else noise.rng.choice(LABELS[:3:2] * 3 + LABELS)
    lower = noise.hit("ref-letters") and form == "%s) "
    printed = [((form % (a.lower() if lower else a)) if a else "") + text for a, text in entries]
    style = noise.rng.choice(["lines", "row", "row"]) if entries[0][0] else "list"
    if style == "lines":
        indent = " " * (len(label) + 1) if noise.rng.random() < 0.7 else ""
        return ["%s %s" % (label, printed[0])] + [indent + e for e in printed[1:]]
    between = noise.rng.choice(["; ", ", "] if style == "list" else ["; ", " ", ", "])
    return textwrap.wrap("%s %s" % (label, between.join(printed)), WIDTH, break_on_hyphens=False)


# ---- Classified By ---------------------------------------------------------------------------------------------------


def reasons_printed(c, noise):
    letters, base = [r[-2] for r in c.reasons], c.reasons[0][:3]
    if noise.hit("reason-form"):
        form = noise.rng.choice(["{b}({all})", "{b} ({up})", "{b} {words}", "{b} ({slash})"])
        return form.format(b=base, all=",".join(letters), up=") and (".join(x.upper() for x in letters),
                           words=" and ".join(letters), slash="/".join(letters))
    if len(letters) > 1 and noise.rng.random() < 0.4:
        return "%s (%s)" % (base, "/".join(letters))
    if len(letters) == 1:
        return "%s (%s)" % (base, letters[0])
    return "%s (%s) and (%s)" % (base, ") (".join(letters[:-1]), letters[-1])


# {t} title, {n} name, {r} reasons, {w} "reason" or "reasons"
PHRASES = ["Classified By: {t} {n} for {w} {r}.", "Classified By: {t} {n} for {w} {r}", "Classified by {t} {n} per {r}.",
           "Classified By: {t} {n}, for {w} {r}.", "Classified by {t} {n}. {W}: {r}.", "CLASSIFIED BY {t} {n}, {w} {r}.",
           "CLASSIFIED BY: {n}, {t}. REASON: {r}.", "Classified By: {n}, {t}, for {w} {r}.", "(U) Classified by {t} {n}; {w} {r}.",
           "Classified By: {t} {n}, E.O. 12958, {w} {r}.", "Classified By: {t} {n} under E.O. 12958 for {w} {r}.",
           "Classified By: {t} {n} based on {r}.", "Classified By: {t} {n} due to {w} {r}.", "Classified By: {t} {n} - {W}: {r}.",
           "CLASSIFIED BY: {t} {n} FOR {U} {r}", "Classified By: Classified By {t} {n} for {w} {r}.",
           "Classified By: {t} {n}; {W} {r}.", "(C) Classified by {t} {n} for {w} {r}.", "Classified by: {t} {n}. {W} {r}.",
           "Classified By: {t} {n}, {w} {r}.", "Classified By: {t}: {n}. {W}: {r}."]


def classified_lines(c, noise):
    if not c.title:
        return []
    reasons = reasons_printed(c, noise)
    word = "reason" if len(c.reasons) < 2 else "reasons"
    if noise.rng.random() < 0.15:
        return ["CLASSIFIED BY: %s, %s, %s, DOS." % (c.classified_by, c.title, noise.rng.choice(["EXEC", "POL", "ECON"])),
                "REASON: %s" % reasons]
    if noise.rng.random() < 0.05:
        second = "%s %s" % noise.rng.choice([("DCM", "Rupert Alcott"), ("Economic Counselor", "Mary Ellis Grant")])
        text = "Classified By: %s %s and %s for %s %s." % (c.title, c.classified_by, second, word, reasons)
    else:
        text = noise.rng.choice(PHRASES).format(t=c.title, n=c.classified_by, r=reasons, w=word, W=word.title(), U=word.upper())
    text = text.replace("a.i..", "a.i.")
    return textwrap.wrap(text, 70, break_on_hyphens=False)
