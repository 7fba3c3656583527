"""compose.py - one invented cable of an era, as data (cable.Cable).

Eras: "old" 1973-79 in capitals, "mid" 1982-2001 as extract or with a short header, "new" 2002-10, "smart" 2009-14.
May not: print anything.
"""
import datetime

import facts
import invent
from cable import Addressee, Cable, Paragraph, Ref, minutes

YEARS = {"old": (1973, 1979), "mid": (1982, 2001), "new": (2002, 2010), "smart": (2010, 2014)}
MARKS = {"UNCLASSIFIED": ["U"], "CONFIDENTIAL": ["C", "C", "SBU", "U", "C/NF"], "SECRET": ["S", "S", "C", "S/NF", "U"]}
COLLECTIVES = ["EUROPEAN POLITICAL COLLECTIVE", "ARAB LEAGUE COLLECTIVE", "ASEAN MEMBER COLLECTIVE"]
COLLECTIVE_RI = {"EUROPEAN POLITICAL COLLECTIVE": "RUEHZL", "ARAB LEAGUE COLLECTIVE": "RUEHEE",
                 "ASEAN MEMBER COLLECTIVE": "RUCNASE"}
COMMANDS = [("RHMFISS", "HQ USEUCOM VAIHINGEN GE"), ("RUEKJCS", "SECDEF WASHINGTON DC"), ("RHEHNSC", "NSC WASHDC"),
            ("RUEAIIA", "CIA WASHDC"), ("RUEKJCS", "JOINT STAFF WASHINGTON DC//J5//")]


SUMMARIES = [("SUMMARY:", "END SUMMARY."), ("Summary:", "End Summary."), ("SUMMARY.", "END SUMMARY."),
             ("SUMMARY AND COMMENT:", "END SUMMARY AND COMMENT."), ("BEGIN SUMMARY.", "END SUMMARY.")]
COMMENTS = [("COMMENT:", " END COMMENT."), ("Comment:", " End comment."), ("COMMENT.", " END COMMENT."),
            ("EMBASSY COMMENT:", " END COMMENT."), ("COMMENT:", "")]


def some_date(rng, era):
    first, last = YEARS[era]
    day = datetime.datetime(rng.randint(first, last), 1, 1) + datetime.timedelta(days=rng.randint(0, 364))
    if era == "old" and day < datetime.datetime(1973, 7, 1):
        day += datetime.timedelta(days=181)
    return day.replace(hour=rng.randint(0, 23), minute=rng.randint(0, 59))


def reachable(rng, c, station):
    """A number that the station can have reached by the cable's date, so that no year need be inferred."""
    day = c.date.timetuple().tm_yday if c.date else 180
    if station == c.post["station"]:
        most = c.serial - 1
    else:
        most = day * (500 if station == "STATE" else 40)
    return rng.randint(1, max(1, most))


def printed_reference(rng, c, post, number, era):
    """(text, year) of a telegram cited: the year is printed in one of its places, or is the cable's own."""
    place, year = post["place"], c.year
    digits = "%06d" % number if post is facts.DEPARTMENT and rng.random() < 0.3 else str(number)
    if era != "smart" and rng.random() < 0.06:
        place = post["name"]
    if c.year is None or rng.random() < 0.3:
        year = (c.year or 1989) - rng.randint(0 if c.year else 1, 2)
        forms = ["{y:02d} {p} {n}"] * 4 + (["{p} ({y:02d}) {n}", "{full} {p} {n}", "'{y:02d} {p} {n}"] if era == "new" else [])
        if era == "new" and " " not in place:
            forms += ["{y:02d}{p}{n}", "{y:02d}-{p}-{n}"]
        if era == "old":
            forms = ["{y:02d} {p} {n}"]
        return rng.choice(forms).format(y=year % 100, full=year, p=place, n=digits), year
    form = rng.choice(["{p} #{n}", "{p}, {n}", "{p}{n}"]) if era == "new" and " " not in place and rng.random() < 0.1 else \
        "{p} {n}"
    return form.format(p=place, n=digits), year


def unnumbered(rng, era):
    """An e-mail or letter among labelled references."""
    a, b = rng.sample(invent.FAMILY, 2)
    month, day = rng.choice(invent.MONTH_NAMES).upper(), rng.randint(1, 28)
    if era == "new" and rng.random() < 0.6:
        return Ref(rng.choice(invent.SOURCES).format(a=a.upper(), b=b.upper(), m=month, d=day), None, None, "email")
    return Ref("%s LETTER OF %s %d" % (a.upper(), month, day), None, None, "letter")


def references(rng, c, era):
    """Up to five entries. Labels only where there are several."""
    refs, count = [], rng.choice([0, 1, 1, 2, 2, 3, 5])
    labelled = count > 1 and rng.random() < 0.75
    for n in range(count):
        post = rng.choice([c.post, facts.DEPARTMENT, rng.choice(facts.POST_LIST), rng.choice(facts.POST_LIST)])
        number = reachable(rng, c, post["station"])
        if labelled and era != "smart" and rng.random() < 0.08:
            refs.append(unnumbered(rng, era))
        elif era == "old" and rng.random() < 0.1:
            refs.append(Ref("%s A-%d" % (post["place"], number % 900 + 1), "%02d%s-A%d" % (
                c.year % 100, post["station"], number % 900 + 1), None, "airgram", post["place"], number % 900 + 1))
        elif number > 1 or post is not c.post:
            text, year = printed_reference(rng, c, post, number, era)
            text += rng.choice([" (NOTAL)", " AND PREVIOUS"]) if rng.random() < 0.12 else ""
            refs.append(Ref(text, "%02d%s%d" % (year % 100, post["station"], number), None, "telegram", post["place"], number))
            if post is not c.post and text.endswith(str(number)) and rng.random() < 0.15:
                second = number + rng.randint(1, 9)
                refs.append(Ref(str(second), "%02d%s%d" % (year % 100, post["station"], second), None, "telegram",
                                post["place"], second))
                refs[-1].joined = rng.choice(["AND", ","])
    refs = drop_doubles(refs, c)
    entries = [r for r in refs if not r.joined]
    for n, r in enumerate(entries):
        r.label = chr(ord("A") + n) if labelled and len(entries) > 1 else None
    return [r for r in refs if r.label or r.kind in ("telegram", "airgram")]


def drop_doubles(refs, c):
    seen, kept = {c.id}, []
    for r in refs:
        if r.ref_id and r.ref_id in seen:
            return kept
        seen.add(r.ref_id)
        kept.append(r)
    return kept


def capitals(c):
    for p in c.paragraphs:
        p.blocks = [(k, [x.upper() for x in b] if k == "table" else b.upper()) for k, b in p.blocks]
        p.heading = p.heading and p.heading.upper()
        p.new_heading = p.new_heading and p.new_heading.upper()
    c.summary, c.comment = c.summary and c.summary.upper(), c.comment and c.comment.upper()


def body(rng, c, theme, places, marks, headings, tables, length):
    """Paragraphs with summary and comment; marks: the portions to choose from, or None."""
    number, heading = 1, None

    def mark():
        return rng.choice(marks) if marks else None

    if rng.random() < 0.7:
        c.summary = invent.prose(rng, theme, places, rng.randint(2, 3))
        if headings and rng.random() < 0.3:
            p = Paragraph(number, [("prose", c.summary + " End summary.")], mark(), "Summary", "summary")
            p.new_heading = "Summary"
        else:
            marker, end = rng.choice(SUMMARIES)
            p = Paragraph(number, [("prose", "%s %s %s" % (marker, c.summary, end))], mark(), None, "summary")
            if rng.random() < 0.15:  # over two numbered paragraphs
                first, rest = c.summary.split(". ", 1)
                p.blocks = [("prose", "%s %s." % (marker, first))]
                c.paragraphs.append(p)
                number += 1
                p = Paragraph(number, [("prose", "%s %s" % (rest, end))], mark(), None, "summary")
        c.paragraphs.append(p)
        number += 1
    asides = []
    for _ in range(rng.randint(*length)):
        p = Paragraph(number, [("prose", invent.prose(rng, theme, places, rng.randint(2, 4)))], mark())
        if headings and rng.random() < 0.35:
            heading = p.new_heading = rng.choice(invent.HEADINGS)
        p.heading = heading
        if rng.random() < 0.15:
            p.blocks = [("prose", "Three questions remain:")] + [
                ("item", "-- %s;" % b) for b in rng.sample(invent.BULLETS, 3)]
            p.blocks[-1] = ("item", p.blocks[-1][1][:-1] + ".")
        elif rng.random() < 0.06:
            p.blocks = [("prose", "The announcement reads, in informal translation:"), ("prose", "Begin text:")] + [
                ("item", "%d. %s" % x) for x in enumerate(invent.QUOTED, 1)] + [("prose", "End text.")]
        elif rng.random() < 0.08:
            asides.append(rng.choice(invent.CLOSINGS[:1] + invent.CLOSINGS[2:3] + invent.CLOSINGS[4:]))
            p.blocks[0] = ("prose", "%s (Comment: %s End comment.)" % (p.blocks[0][1], asides[-1]))
        elif tables and rng.random() < 0.08:
            p.blocks = [("prose", "The figures handed out were these:"), ("table", invent.table(rng))]
        c.paragraphs.append(p)
        number += 1
    if rng.random() < 0.6:
        c.comment = " ".join(invent.fill(rng, s, places) for s in rng.sample(invent.CLOSINGS, 2))
        if headings and heading and rng.random() < 0.4:
            p = Paragraph(number, [("prose", c.comment)], mark(), "Comment", "comment")
            p.new_heading = "Comment"
        else:
            marker, end = rng.choice(COMMENTS)
            p = Paragraph(number, [("prose", "%s %s%s" % (marker, c.comment, end))], mark(), heading, "comment")
        c.paragraphs.append(p)
    c.comment = "\n\n".join(asides + ([c.comment] if c.comment else [])) or None


def classifier(rng, c):
    c.classified_by, c.title = invent.person(rng), rng.choice(invent.TITLES)
    base = "1.5" if c.year < 2004 else "1.4"
    c.reasons = ["%s(%s)" % (base, x) for x in rng.choice([["b", "d"], ["d"], ["b"], ["b", "c", "d"]])]


def declassify(rng, c, era):
    if era == "old":
        late = c.date >= datetime.datetime(1978, 12, 10)
        c.eo = "12065" if late else "11652"
        if c.classification in ("UNCLASSIFIED", "LIMITED OFFICIAL USE"):
            return
        c.declassify_note = "GDS" if late or rng.random() < 0.7 else rng.choice(["XGDS-1", "XGDS-2", "XGDS-3", "XGDS-4"])
        if late:
            c.declassify_on = "%d-%02d-%02d" % (c.year + 6, c.date.month, min(c.date.day, 28))
            if rng.random() < 0.5:
                c.classified_by = "%s, %s" % (rng.choice(invent.FAMILY).upper(), rng.choice(invent.GIVEN).upper())
        return
    c.eo = "13526" if era == "smart" or (c.year or 0) >= 2010 else "12958" if (c.year or 1990) >= 1996 else "12356"
    if c.classification == "UNCLASSIFIED":
        return
    if c.eo == "12356" or rng.random() < 0.05:
        c.declassify_note = "OADR" if c.eo == "12356" else rng.choice(["X1", "X6", "25X1"])
        return
    c.declassify_on = "%d-%02d-%02d" % (c.year + 10, c.date.month, min(c.date.day, 28))


def people_of(rng, c, era, theme):
    """TAGS: the theme's, the country's, now and then with a person."""
    year = c.year or 9999
    for tag in theme["tags"]:
        c.tags.append((tag, None))
    if era == "old" and rng.random() < 0.25 and facts.usable("OVIP", year):
        c.tags.append(("OVIP", "%s, %s" % (rng.choice(invent.FAMILY).upper(), rng.choice(invent.GIVEN).upper())))
    if era in ("new", "smart") and rng.random() < 0.3:
        c.tags.append((rng.choice(invent.PROGRAMS), None))
    if era == "new" and rng.random() < 0.1:
        c.tags.append(("OVIP", "%s, %s" % (rng.choice(invent.FAMILY).upper(), rng.choice(invent.GIVEN).upper())))
    land = facts.country_tag(c.post["country"], year)
    if land and land != "US" and land not in [t for t, _ in c.tags]:
        c.tags.append((land, None))


def receivers(rng, c, era):
    counted = era != "smart"
    width = 4
    ri = era in ("mid", "new")
    if c.post is facts.DEPARTMENT:
        to = rng.choice(facts.POST_LIST)
        c.addressees.append(Addressee("action", to["name"], to["ri"] if ri else None))
    else:
        number = "%0*d" % (width, rng.randint(1, 9999)) if counted else None
        c.addressees.append(Addressee("action", facts.DEPARTMENT["name"], "RUEHC" if ri else None, None, number))
    chosen = rng.sample(facts.POST_LIST, rng.choice([0, 1, 2, 3, 5]))
    for n, post in enumerate(p for p in chosen if p is not c.post and p["name"] not in [a.name for a in c.addressees]):
        number = "%04d" % rng.randint(1, 9999) if ri and rng.random() < 0.8 else None
        rank = rng.choice(["IMMEDIATE", "PRIORITY"]) if rng.random() < 0.15 else None
        c.addressees.append(Addressee("info", post["name"], post["ri"] if ri else None, rank, number))
    if era == "new" and rng.random() < 0.4:
        name = rng.choice(COLLECTIVES)
        c.addressees.append(Addressee("info", name, COLLECTIVE_RI[name], None, None, 1))
        if rng.random() < 0.3:
            c.addressees.append(Addressee("exempt", rng.choice(facts.POST_LIST)["name"]))
    if era == "new" and rng.random() < 0.5:
        command = rng.choice(COMMANDS)
        c.addressees.append(Addressee("info", command[1], command[0]))


def compose(rng, era, extract=False, length=(2, 6)):
    """length: least and most paragraphs between summary and comment."""
    post = facts.DEPARTMENT if era == "old" and rng.random() < 0.2 else rng.choice(facts.POST_LIST)
    date = some_date(rng, era)
    serial = rng.randint(date.timetuple().tm_yday * 30, date.timetuple().tm_yday * 45) + 2
    if post is facts.DEPARTMENT:
        serial = date.timetuple().tm_yday * 800 + rng.randint(1, 700)
    c = Cable(post, serial, None if extract else date)
    c.header = not extract
    theme = rng.choice(invent.THEMES)
    places = [p["place"].title() for p in rng.sample(facts.POST_LIST, 3)]
    c.action = rng.choice("RRRPPO")
    c.info = rng.choice("RP") if c.action == "O" and era in ("mid", "new") else None
    if era == "old":
        c.classification = rng.choice(["UNCLASSIFIED", "UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET"])
        c.captions = rng.choice([[], [], [], ["LIMDIS"], ["EXDIS"], ["STADIS"]])
    else:
        c.classification = rng.choice(["UNCLASSIFIED", "CONFIDENTIAL", "CONFIDENTIAL", "SECRET"])
        c.captions = ["SIPDIS"] if era != "mid" or date.year > 1994 else []
        if c.classification == "UNCLASSIFIED" and rng.random() < 0.5:
            c.captions.append("SENSITIVE")
        elif rng.random() < 0.2:
            c.captions.append("NOFORN")
    marks = None
    if era in ("new", "smart"):
        marks = ["SBU", "U"] if c.captions[-1:] == ["SENSITIVE"] else MARKS.get(c.classification)
        if c.classification == "UNCLASSIFIED" and marks == ["U"]:
            marks = None
    declassify(rng, c, era)
    if era in ("new", "smart") and c.classification != "UNCLASSIFIED":
        classifier(rng, c)
    if era == "new" and rng.random() < 0.5:
        c.pass_to = ["DEPT FOR %s" % rng.choice(invent.OFFICES)]
        if rng.random() < 0.4:
            c.pass_to.append("STATE PASS TO %s" % rng.choice(invent.AGENCIES))
    people_of(rng, c, era, theme)
    c.subject = rng.choice(theme["subjects"])
    if era in ("new", "smart") and marks and rng.random() < 0.15:
        c.subject_portion = rng.choice(marks)
    if not extract:
        receivers(rng, c, era)
    c.refs = references(rng, c, era)
    body(rng, c, theme, places, marks, era in ("new", "smart"), era == "new", length)
    if era in ("old", "mid"):
        capitals(c)
    c.signature = rng.choice(invent.SIGNERS)
    if era == "new" and rng.random() < 0.15:
        c.signature = rng.choice([c.signature.title(), c.signature + " JR", "LA " + c.signature[:4] + "E"])
    if era in ("mid", "new") and not extract:
        c.transmission_id = "VZCZCXRO%04d" % rng.randint(1, 9999) if era == "new" else "ZCZCABC%03d" % rng.randint(1, 999)
        c.routes = sorted(rng.sample(["RUEHDE", "RUEHMOS", "RUEHFL", "RUEHKW", "RUEHLA", "RUEHC"], rng.randint(1, 4)))
        c.filed = date + minutes(rng.choice([0, 0, 0, 7, 25]))
        if rng.random() < 0.15:
            c.signals = [rng.choice(["ZDK", "ZDS", "ZFR"])]
    c.sections = rng.choice([1, 1, 1, 2, 3]) if era == "new" else rng.choice([1, 1, 1, 1, 1, 2, 3]) if era == "old" else 1
    return c
