"""compose.py - one invented cable of an era, as data (cable.Cable).

Eras: "old" 1973-79 in capitals, "mid" 1982-2001 as extract or with a short header, "new" 2002-10, "smart" 2009-14.
May not: print anything.
"""
import datetime

import facts
import invent
import story
from cable import Addressee, Cable, minutes
from citations import references

YEARS = {"old": (1973, 1979), "mid": (1982, 2001), "new": (2002, 2010), "smart": (2010, 2014)}
MARKS = {"UNCLASSIFIED": ["U"], "CONFIDENTIAL": ["C", "C", "SBU", "U", "C/NF"],
         "SECRET": ["S", "S", "C", "S/NF", "U"]}
RARE_MARKS = {"UNCLASSIFIED": ["U/FOUO", "SBU/NF", "SBU//NOFORN"], "CONFIDENTIAL": ["C//NF", "C/REL UK", "CONFIDENTIAL", "LOU"],
              "SECRET": ["S//NF", "S/REL GBR", "TS"]}
COLLECTIVES = ["EUROPEAN POLITICAL COLLECTIVE", "ARAB LEAGUE COLLECTIVE", "ASEAN MEMBER COLLECTIVE"]
COLLECTIVE_RI = {"EUROPEAN POLITICAL COLLECTIVE": "RUEHZL", "ARAB LEAGUE COLLECTIVE": "RUEHEE",
                 "ASEAN MEMBER COLLECTIVE": "RUCNASE"}
COMMANDS = [("RHMFISS", "HQ USEUCOM VAIHINGEN GE"), ("RUEKJCS", "SECDEF WASHINGTON DC"), ("RHEHNSC", "NSC WASHDC"),
            ("RUEAIIA", "CIA WASHDC"), ("RUEKJCS", "JOINT STAFF WASHINGTON DC//J5//")]


PASSES = ["STATE PASS TO {a}", "STATE PASS {a}", "STATE ALSO FOR {o}", "{a} FOR J SMITHERS", "NSC FOR AROWLAND",
          "STATE FOR {o} AND {o}", "DEPT PLEASE PASS {a}", "GENEVA FOR USTR"]
NOTES = ["X1", "X6", "25X1", "X3", "1.6X1", "MR", "25X1-HUM", "AFTER THE TREATY ENDS", "UPON RELEASE"]


def some_date(rng, era):
    first, last = YEARS[era]
    day = datetime.datetime(rng.randint(first, last), 1, 1) + datetime.timedelta(days=rng.randint(0, 364))
    if era == "old" and day < datetime.datetime(1973, 7, 1):
        day += datetime.timedelta(days=181)
    return day.replace(hour=rng.randint(0, 23), minute=rng.randint(0, 59))


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
        c.declassify_note = "OADR" if c.eo == "12356" else rng.choice(NOTES)
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
    if era in ("new", "mid") and rng.random() < 0.25:
        for tag in rng.sample(facts.sure_tags(year), rng.randint(1, 3)):
            if tag not in [t for t, _ in c.tags]:
                c.tags.append((tag, None))
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


def compose(rng, era, extract=False, length=(2, 6), varied=True):
    """length: least and most paragraphs between summary and comment. varied: also forms that are met now and then."""
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
        if era == "new" and rng.random() < 0.08:
            c.captions.append(rng.choice(["EXDIS", "NODIS", "AIDAC", "ROGER CHANNEL", "TERREP", "MED CHANNEL", "CODEL", "ORCON",
                                          "NOCONTRACT", "STADIS", "FODAG", "DISSENT CHANNEL"]))
    marks = None
    if era in ("new", "smart"):
        marks = ["SBU", "U"] if c.captions[-1:] == ["SENSITIVE"] else MARKS.get(c.classification)
        if c.classification == "UNCLASSIFIED" and marks == ["U"]:
            marks = None
        if marks and varied and rng.random() < 0.15:
            marks = marks + [rng.choice(RARE_MARKS[c.classification])]
    declassify(rng, c, era)
    if era in ("new", "smart") and c.classification != "UNCLASSIFIED":
        classifier(rng, c)
    if era == "new" and rng.random() < 0.5:
        c.pass_to = ["DEPT FOR %s" % rng.choice(invent.OFFICES)]
        if rng.random() < 0.4:
            c.pass_to.append(rng.choice(PASSES).format(a=rng.choice(invent.AGENCIES), o=rng.choice(invent.OFFICES)))
    people_of(rng, c, era, theme)
    c.subject = rng.choice(theme["subjects"])
    if era in ("new", "smart") and marks and rng.random() < 0.15:
        c.subject_portion = rng.choice(marks)
    if not extract:
        receivers(rng, c, era)
    c.refs = references(rng, c, era)
    story.Writer(rng, c, theme, places, marks, era in ("new", "smart"), varied).write(length)
    if era in ("old", "mid"):
        story.capitals(c)
    c.signature = rng.choice(invent.SIGNERS)
    if era == "new" and rng.random() < 0.15:
        c.signature = rng.choice([c.signature.title(), c.signature + " JR", "LA " + c.signature[:4] + "E",
                                  "%s-%s" % tuple(rng.sample(invent.SIGNERS, 2)), "MC" + c.signature])
    if era in ("mid", "new") and not extract:
        c.transmission_id = "VZCZCXRO%04d" % rng.randint(1, 9999) if era == "new" else "ZCZCABC%03d" % rng.randint(1, 999)
        c.routes = sorted(rng.sample(["RUEHDE", "RUEHMOS", "RUEHFL", "RUEHKW", "RUEHLA", "RUEHC"], rng.randint(1, 4)))
        c.filed = date + minutes(rng.choice([0, 0, 0, 7, 25]))
        if rng.random() < 0.15:
            c.signals = [rng.choice(["ZDK", "ZDS", "ZFR"])]
    c.sections = rng.choice([1, 1, 1, 2, 3]) if era == "new" else rng.choice([1, 1, 1, 1, 1, 2, 3]) if era == "old" else 1
    return c
