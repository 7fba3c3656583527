"""citations.py - what an invented cable cites: telegrams in all forms of the description's section 9, airgrams, e-mails,
letters, reports, and the forms of the 1970s (EMBTEL, DEPTEL, bare numbers, dates in brackets).

Facts: section 9 of the description, section 3 of its sheet on NARA. May not: print labels or separators; cite a number
that the station cannot have reached, but where the right parse says so.
"""
import facts
import invent
from cable import MONTHS, Ref

ALIASES = {"RIO": "RIODEJANEIRO", "BA": "BUENOSAIRES", "KL": "KUALALUMPUR", "BKK": "BANGKOK", "HCMC": "HOCHIMINHCITY",
           "PAP": "PORTAUPRINCE", "POS": "PORTOFSPAIN", "SDO": "SANTODOMINGO", "TGG": "TEGUCIGALPA", "VAT": "VATICAN",
           "MEXICO CITY": "MEXICO", "HAGUE": "THEHAGUE", "DELHI": "NEWDELHI", "ADDIS": "ADDISABABA", "MVD": "MONTEVIDEO",
           "TANA": "ANTANANARIVO", "JAK": "JAKARTA", "DAR": "DARESSALAAM", "SECSTATE": "STATE", "STATE DEPT": "STATE",
           "USUN": "USUNNEWYORK", "USUN NEW YORK": "USUNNEWYORK", "UNVIE VIENNA": "UNVIEVIENNA", "AIT TAIPEI": "AITTAIPEI",
           "USNATO": "USNATO", "USEU BRUSSELS": "USEUBRUSSELS", "PORT-AU-PRINCE": "PORTAUPRINCE",
           "ST. PETERSBURG": "STPETERSBURG", "USMISSION GENEVA": "GENEVA"}
OF_THE_SEVENTIES = {"IAEA VIENNA": "IAEAVIENNA", "EC BRUSSELS": "ECBRUSSELS", "BA": "BUENOSAIRES", "SECTO": "SECTO",
                    "TOSEC": "TOSEC", "USUN": "USUNNEWYORK", "USNATO": "USNATO", "SECSTATE": "STATE"}
UNKNOWN = ["ZWICKAU", "OBERWALDEN", "PORT QUILLIAM", "GRUNDHAVEN"]
REMARKS = [" (NOTAL)", " AND PREVIOUS", " NOTAL", " ET AL", " (EXDIS)"]
UNKNOWN_PROBLEM = "?"  # whether there is one is not said
COMMANDS = ["USCINCEUR", "CINCPAC", "SECDEF", "JCS"]
REPORTS = ["TD-314/{n:05d}-{y:02d}", "IIR 6 842 {n:04d} {y:02d}", "{f} HUMAN RIGHTS REPORT FOR {p}", "9 FAM 41.{d}"]
OTHERS = ["{a}/{b} TELCON OF {m} {d}", "{a}-{b} TELCON {m} {d}", "DIPLOMATIC NOTE {n}"]
MAILS = ["{a}/{b} E-MAIL OF {m} {d}", "{a}-{b} EMAIL OF {m} {d}", "{a} E-MAIL TO {b} OF {m} {d}", "EMAIL {a}/{b} {m} {d}"]


def reachable(rng, c, station):
    """A number that the station can have reached by the cable's date, so that no year need be inferred."""
    day = c.date.timetuple().tm_yday if c.date else 180
    if station == c.post["station"]:
        most = c.serial - 1
    else:
        most = day * (500 if station == "STATE" else 40)
    return rng.randint(1, max(1, most))


def named(year, station, number):
    return "%02d%s%d" % (year % 100, station, number)


def place_of(rng, c, era, number):
    """(place as printed, station, number) of somebody's telegram."""
    if era in ("new", "old") and rng.random() < 0.12:
        printed, station = rng.choice(list((OF_THE_SEVENTIES if era == "old" else ALIASES).items()))
        if station in ("SECTO", "TOSEC"):
            return printed, station, rng.randint(10000, 30000) if station == "SECTO" else rng.randint(1000, 130000)
        return printed, station, reachable(rng, c, station)
    post = rng.choice([c.post, facts.DEPARTMENT, rng.choice(facts.POST_LIST), rng.choice(facts.POST_LIST)])
    place = post["place"]
    if era != "smart" and rng.random() < 0.06:
        place = post["name"]
    elif era == "new" and rng.random() < 0.15:
        place = place.title()
    return place, post["station"], number(post["station"])


def year_form(rng, c, era, place):
    """A form with a year in it and the year."""
    year = (c.year or 1989) - rng.randint(0 if c.year else 1, 2)
    forms = ["{y:02d} {p} {n}"] * 4
    if era == "new":
        forms += ["{p} ({y:02d}) {n}", "{f} {p} {n}", "'{y:02d} {p} {n}", "({y:02d}) {p} {n}", "{p} {n} ({f})",
                  "{p} {n:05d}/{y:02d}", "{p} {n:03d}-{y:02d}"]
        if " " not in place and "-" not in place and "." not in place:
            forms += ["{y:02d}{p}{n}", "{y:02d}-{p}-{n}"]
    if era == "old":
        forms += ["'{y:02d} {p} {n}", "{p} {n} ({d} {l} {f})", "{f} {p} {n}"]
    return rng.choice(forms), year


def plain_form(rng, era, place):
    if rng.random() >= 0.15:
        return "{p} {n}"
    forms = ["{p} {n:06d}"]
    if era == "new":
        forms += ["{p} #{n}", "{p}, {n}", "{p}: {n}"] + (["{p}{n}"] if place.replace(" ", "").isalpha() and " " not in place else [])
    if era == "old" and place.replace(" ", "").isalpha():
        forms += ["{p}'S {n}", "{p}' S {n}"]
    return rng.choice(forms)


def telegram(rng, c, era):
    """One telegram cited, and now and then a second by its number alone."""
    place, station, number = place_of(rng, c, era, lambda s: reachable(rng, c, s))
    if number <= 1 and station == c.post["station"]:
        return []
    year, form = c.year, "{p} {n}"
    if c.year is None or rng.random() < 0.3:
        form, year = year_form(rng, c, era, place)
    elif era != "smart":
        form = plain_form(rng, era, place)
        if station == "STATE" and form == "{p} {n}" and rng.random() < 0.3:
            form = "{p} {n:06d}"
    text = form.format(y=year % 100, f=year, p=place, n=number, d=rng.randint(1, 28), l=rng.choice(["JANUARY", "APRIL", "JULY"]))
    refs = [Ref(text, named(year, station, number), None, "telegram", place, number)]
    bare = number > 99 and text.endswith(str(number)) and station != c.post["station"] and "-" not in text
    if bare and rng.random() < 0.18:
        for _ in range(rng.choice([1, 1, 1, 2])):
            number += rng.randint(1, 9)
            refs.append(Ref(str(number), named(year, station, number), None, "telegram", place, number))
            refs[-1].joined = rng.choice([" AND ", ", ", " & ", ", "])
        if era == "new" and len(refs) == 2 and number > 99:
            refs[-1].joined = rng.choice([" AND ", ", ", "/", " and "])
    if rng.random() < 0.12:
        own_year = era == "old" and year == c.year  # the remark's date would give another
        more = [" (DTG 031628Z %s %02d)" % (MONTHS[c.date.month - 1], c.year % 100), " PARA 2"] if own_year else []
        refs[-1].text += rng.choice(REMARKS + more)
    return refs


PROBLEMS = {"unknown": "reference-station-unknown", "long": "reference-unresolved", "later": "reference-year-later",
            "january": "reference-year-inferred"}


def with_problem(code, text, ref_id):
    r = Ref(text, ref_id)
    r.problem = code
    return r


def doubtful(rng, c, era):
    """What is no certain telegram: a station of no list, a number too long, a year to come, a year inferred."""
    kind = rng.choice(["unknown", "long", "later", "january"])
    post = rng.choice(facts.POST_LIST)
    number = reachable(rng, c, post["station"])
    if kind == "unknown" and c.year:
        place = rng.choice(UNKNOWN)
        number += 200 if 1900 < number <= c.year else 0  # a name of no list with a year may be a document's
        return [with_problem(PROBLEMS[kind], "%s %d" % (place, number), named(c.year, place.replace(" ", ""), number))]
    if kind == "long" and c.year:
        return [with_problem(PROBLEMS[kind], "%s %d" % (post["place"], number + 7000000), None)]
    if kind == "later" and c.year and era == "new":
        return [with_problem(PROBLEMS[kind], "%02d %s %d" % (c.year % 100 + 1, post["place"], number), None)]
    if kind == "january" and c.date and c.date.month == 1:
        number = 250000 + number
        return [with_problem(PROBLEMS[kind], "STATE %d" % number, named(c.year - 1, "STATE", number))]
    return []


def unnumbered(rng, c, era):
    """An e-mail, a letter, a report, a talk among labelled references."""
    a, b = (x.upper() for x in rng.sample(invent.FAMILY, 2))
    month, day, year = rng.choice(invent.MONTH_NAMES).upper(), rng.randint(1, 28), (c.year or 1989) - 1
    kind = rng.choice(["email", "email", "letter", "report", "other"] if era == "new" else ["letter", "other"])
    forms = dict(email=MAILS, letter=["{a} LETTER OF {m} {d}", "LETTER TO {a} OF {m} {d}, {f}"], report=REPORTS,
                 other=OTHERS)[kind]
    text = rng.choice(forms).format(a=a, b=b, m=month, d=day, n=rng.randint(100, 999), y=year % 100, f=year,
                                    p=rng.choice(facts.POST_LIST)["country"].upper())
    return [Ref(text, None, None, kind)]


def airgram(rng, c, era):
    post = rng.choice([facts.DEPARTMENT] + facts.POST_LIST[:20])
    number, place = rng.randint(1, 899), post["place"]
    if post is c.post:
        return []
    form, year = rng.choice(["{p} A-{n}", "{p} A-{n}", "{p} A{n}", "{p} AIRGRAM A-{n}", "{p} A-{n} OF 2/21/{y:02d}"]), c.year
    return [Ref(form.format(p=place, n=number, y=year % 100), "%02d%s-A%d" % (year % 100, post["station"], number), None,
                "airgram", place, number)]


def by_relation(rng, c):
    """EMBTEL, DEPTEL, URTEL: whose telegram it is follows from who sends to whom."""
    department = c.post is facts.DEPARTMENT
    first = next(a for a in c.addressees if a.role == "action")
    addressed = next((p["station"] for p in facts.POST_LIST if p["name"] == first.name), "STATE")
    words = {"EMBTEL": addressed if department else c.post["station"], "DEPTEL": "STATE",
             "URTEL": addressed, "YOUR": addressed}
    if not department:
        words.update(OURTEL=c.post["station"], MYTEL=c.post["station"], YOURTEL=addressed)
    word = rng.choice(sorted(words))
    number = reachable(rng, c, words[word])
    if number <= 1:
        return []
    return [Ref("%s %d" % (word, number), named(c.year, words[word], number), None, "telegram", None, None)]


def of_commands(rng, c):
    """A sender and a date in place of a number."""
    text = "%s %02d%02d%02dZ %s %02d" % (rng.choice(COMMANDS), rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59),
                                         MONTHS[c.date.month - 1], c.year % 100)
    return [with_problem(UNKNOWN_PROBLEM, text, None)]


def bare(rng, c):
    """A number alone at the head of the list."""
    own = c.post is facts.DEPARTMENT
    day = c.date.timetuple().tm_yday
    if not own and day < 21:
        return []
    number = rng.randint(2, c.serial - 1) if own else rng.randint(10000, day * 500)
    return [with_problem("reference-station-inferred", str(number), named(c.year, "STATE", number))]


def seventies(rng, c):
    pick = rng.random()
    if pick < 0.4:
        return by_relation(rng, c)
    if pick < 0.75:
        return airgram(rng, c, "old")
    return of_commands(rng, c)


def references(rng, c, era):
    """Up to five entries. Labels only where there are several."""
    refs, count = [], rng.choice([0, 1, 1, 2, 2, 3, 5])
    labelled = count > 1 and rng.random() < 0.75
    if count == 1 and era == "old" and rng.random() < 0.08:
        refs = bare(rng, c)
        foretell(c, refs)
        return refs
    for _ in range(count):
        if labelled and era != "smart" and rng.random() < 0.1:
            refs += unnumbered(rng, c, era)
        elif era == "old" and rng.random() < 0.25:
            refs += seventies(rng, c)
        elif era != "smart" and rng.random() < 0.04:
            refs += doubtful(rng, c, era)
        else:
            refs += telegram(rng, c, era)
    refs = drop_doubles(refs, c)
    entries = [r for r in refs if not r.joined]
    for n, r in enumerate(entries):
        r.label = chr(ord("A") + n) if labelled and len(entries) > 1 else None
    if len(entries) < 2 and labelled:
        refs = [r for r in refs if r.kind in ("telegram", "airgram")]
    foretell(c, refs)
    return refs


def foretell(c, refs):
    for problem in (r.problem for r in refs if r.problem):
        if problem == UNKNOWN_PROBLEM:
            c.unforetold()
        else:
            c.foretell(problem)


def drop_doubles(refs, c):
    """The list up to the first id that stands in it twice, or is the cable's own."""
    seen, kept = {c.id}, []
    for r in refs:
        if r.ref_id and r.ref_id in seen:
            return kept
        seen.add(r.ref_id)
        kept.append(r)
    return kept
