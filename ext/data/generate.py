#!/usr/bin/env python3
"""Make tags.c, stations.c and titles.c from the lists beside this program.

Usage: generate.py (writes into its own folder). The C tables are kept in the project, so that building
needs no Python; run it again after a change of a list and commit both. README.md says where the facts
come from. Nothing but the lists is read.
"""
import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
KINDS = {"unknown": "CV_TAG_UNKNOWN", "subject": "CV_TAG_SUBJECT", "geographic": "CV_TAG_GEOGRAPHIC",
         "organization": "CV_TAG_ORGANIZATION", "program": "CV_TAG_PROGRAM"}


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        values = line.split("\t")
        if len(values) != len(head):
            sys.exit(f"{name}:{number}: {len(values)} columns, expected {len(head)}")
        yield dict(zip(head, values))


def c_string(text):
    out = []
    for byte in text.encode("utf-8"):
        if byte in b'"\\':
            out.append("\\" + chr(byte))
        elif 32 <= byte < 127:
            out.append(chr(byte))
        else:
            out.append(f"\\{byte:03o}")
    return '"' + "".join(out) + '"'


def canonical(name):
    """Capitals without accents, blanks, points, hyphens, apostrophes: the form that is searched."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub(r"[\s.'’-]", "", plain).upper()


def write(name, source, body):
    text = (f"/* {name} - made from {source} by generate.py; change the list, not this file.\n"
            " * Sources of the facts: README.md. */\n#include \"data.h\"\n\n/* clang-format off */\n" + body)
    (HERE / name).write_text(text, encoding="utf-8")


def stations():
    facts = sorted(rows("stations.tsv"), key=lambda r: r["station"].encode())
    aliases = {}
    for index, fact in enumerate(facts):
        if canonical(fact["station"]) != fact["station"]:
            sys.exit(f"stations.tsv: {fact['station']} is not in canonical form")
        aliases[fact["station"]] = index
    for index, fact in enumerate(facts):
        for alias in filter(None, fact["aliases"].split("|")):
            if aliases.setdefault(canonical(alias), index) != index:
                sys.exit(f"stations.tsv: {alias} names two stations")
    index_of = {fact["station"]: index for index, fact in enumerate(facts)}
    for row in rows("station_aliases.tsv"):
        if aliases.setdefault(canonical(row["alias"]), index_of[row["station"]]) != index_of[row["station"]]:
            sys.exit(f"station_aliases.tsv: {row['alias']} names two stations")
    # The usual FM line leads to its station too, unless two stations share it (USDEL SECRETARY).
    names = collections.Counter(canonical(fact["name"]) for fact in facts)
    for index, fact in enumerate(facts):
        if names[canonical(fact["name"])] == 1:
            aliases.setdefault(canonical(fact["name"]), index)
    body = "const struct cv_station_fact cv_station_facts[] = {\n"
    for fact in facts:
        body += "    {" + ", ".join(c_string(fact[k]) for k in (
            "station", "name", "country", "country_name", "routing_indicator")) + "},\n"
    body += "};\nconst size_t cv_station_facts_n = CV_ARRAY_LEN(cv_station_facts);\n\n"
    body += "const struct cv_station_alias cv_station_aliases[] = {\n"
    for alias in sorted(aliases, key=str.encode):
        body += f"    {{{c_string(alias)}, {aliases[alias]}}}, /* {facts[aliases[alias]]['station']} */\n"
    body += "};\nconst size_t cv_station_aliases_n = CV_ARRAY_LEN(cv_station_aliases);\n"
    write("stations.c", "stations.tsv", body)


def tags():
    facts = sorted(rows("tags.tsv"), key=lambda r: (r["tag"].encode(), int(r["from_year"] or 0), r["kind"]))
    body = "const struct cv_tag_fact cv_tag_facts[] = {\n"
    for fact in facts:
        # A slip that posts made counts for the reader, but is no official TAG (README.md).
        unofficial = fact["kind"] == "unknown" or "in place of the official" in fact["name"]
        body += (f"    {{{c_string(fact['tag'])}, {c_string(fact['name'])}, {int(fact['from_year'] or 0)}, "
                 f"{int(fact['to_year'] or 0)}, {KINDS[fact['kind']]}, {str(unofficial).lower()}}},\n")
    body += "};\nconst size_t cv_tag_facts_n = CV_ARRAY_LEN(cv_tag_facts);\n"
    write("tags.c", "tags.tsv", body)


def titles():
    words = set()
    for line in (HERE / "titles.txt").read_text(encoding="utf-8").splitlines():
        for word in line.replace("’", "'").split():
            # "a.i.," and "Amb." are looked up without what punctuation hangs on them.
            word = word.strip(".,;:()").lower()
            if word:
                words.add(word)
    body = "const char *const cv_title_words[] = {\n"
    for word in sorted(words, key=str.encode):
        body += f"    {c_string(word)},\n"
    body += "};\nconst size_t cv_title_words_n = CV_ARRAY_LEN(cv_title_words);\n\n"
    countries = {r["country_name"].replace("’", "'").lower() for r in rows("stations.tsv")} - {""}
    body += "const char *const cv_country_names[] = {\n"
    for name in sorted(countries, key=str.encode):
        body += f"    {c_string(name)},\n"
    body += "};\nconst size_t cv_country_names_n = CV_ARRAY_LEN(cv_country_names);\n"
    write("titles.c", "titles.txt and stations.tsv", body)


if __name__ == "__main__":
    stations()
    tags()
    titles()
