"""facts.py - posts and TAGS for invented cables, from ext/data/*.tsv: the only thing that generator and parser share.

A post is a dict: station (canonical), name (FM line), place (without the kind of post), ri, country.
"""
import os

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ext", "data")
WORDS = ("WHOM", "MASS", "LAND")  # nobody could tell these
KINDS = ("AMEMBASSY", "AMCONSUL", "USMISSION", "USDEL", "USINT", "USLO")


def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        return [dict(zip(head, line.rstrip("\n").split("\t"))) for line in f]


def place_of(name):
    words = name.split()
    return " ".join(words[1:]) if words[0] in KINDS else name


def load_posts():
    found = {}
    for row in rows("stations.tsv"):
        if row["name"].startswith(("AMEMBASSY ", "AMCONSUL ")) and row["country"] and row["country"] != "US":
            post = dict(station=row["station"], name=row["name"], place=place_of(row["name"]),
                        ri=row["routing_indicator"] or None, country=row["country_name"])
            plain = post["place"].replace(" ", "").replace("-", "").replace(".", "").replace("'", "")
            if plain == post["station"] and post["ri"]:
                found[row["station"]] = post
    return found


def load_tags():
    by_tag = {}
    for row in rows("tags.tsv"):
        by_tag.setdefault(row["tag"], []).append(row)
    return by_tag


POSTS = load_posts()
TAGS = load_tags()
POST_LIST = [POSTS[k] for k in sorted(POSTS)]
DEPARTMENT = dict(station="STATE", name="SECSTATE WASHDC", place="STATE", ri="RUEHC", country="United States")


def post(station):
    return DEPARTMENT if station == "STATE" else POSTS[station]


def tag_row(tag, year):
    """The row of a TAG that holds in a year (None: the latest row), by the rule of ext/data/README.md; or None."""
    if year is None:
        return max(TAGS.get(tag, []), key=lambda r: int(r["from_year"] or 0), default=None)
    held = [r for r in TAGS.get(tag, []) if (not r["from_year"] or int(r["from_year"]) <= year) and
            (not r["to_year"] or int(r["to_year"]) >= year)]
    return max(held, key=lambda r: int(r["from_year"] or 0)) if held else None


def usable(tag, year):
    row = tag_row(tag, year)
    return bool(row and row["name"] and "in place of" not in row["name"] and "variant" not in row["name"] and row["kind"] != "unknown")


def country_tag(country, year):
    """The geographic TAG whose name is the country's, if there is exactly one."""
    fit = [t for t in TAGS if usable(t, year) and tag_row(t, year)["kind"] == "geographic" and
           tag_row(t, year)["name"] == country]
    return fit[0] if len(fit) == 1 else None


def sure_tags(year):
    """TAGS of a year whose letters are no word: subjects, programs, organizations of four capitals and more."""
    return [t for t in sorted(TAGS) if t.isalpha() and t.isupper() and len(t) == 4 and usable(t, year) and t not in WORDS]
