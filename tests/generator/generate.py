"""generate.py - invented cables in any layout, with any amount of each usual disturbance, and their right parse.

    generate.py --out DIR [--seed N] [--count N] [--layout L ...] [--noise NAME=RATE ...]
        DIR/0001.txt (.html, .csv) and beside it 0001.json, the right parse in the form of cable_json. The same seed
        gives the same bytes. Layouts: acp127, mid, extract, html, nara, nara-plain, smart, csv, two (and three), smart-copy,
        nara-rare, rare (HTML extracts, CSV and TSV with names). Noise: "all"
        or a name of noise.py; without any the cables are as they were sent.
    generate.py --bulk PATH --count N [--seed N] [--layout html]
        A large archive fast: a folder, or a .zip or .csv file by its name. No right parse beside it: its cables are
        a few hundred, over and over, each with a serial number of its own.

It knows layouts and rules from the format description alone, shares no code with the parser, and reads nothing of
ext/ but the tables in ext/data.
"""
import argparse
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archives  # noqa: E402
import bulk  # noqa: E402
import containers  # noqa: E402
from cable import truth  # noqa: E402
from compose import compose  # noqa: E402
from noise import NAMES, Noise  # noqa: E402

LAYOUTS = ["acp127", "mid", "extract", "html", "nara", "nara-plain", "smart", "csv", "two", "smart-copy", "nara-rare", "rare"]
SUFFIX = {"html": ".html", "csv": ".csv"}
UNBROKEN = ("html", "csv", "rare")  # line ends and blanks are values there


def one(layout, rng, noise):
    """(text, truth) of one file."""
    if layout in ("nara", "nara-plain"):
        c = compose(rng, "old")
        if layout == "nara-plain":  # its empty lines are gone: nothing tells a block from the next
            for p in c.paragraphs:
                p.blocks = p.blocks[:1] if [k for k, _ in p.blocks].count("prose") > 1 else p.blocks
            for n, p in enumerate(c.paragraphs):
                p.number = n + 1
        text = containers.nara(c, noise, "plain" if layout == "nara-plain" else "layout")
        return text, truth(c, "nara")
    if layout == "smart-copy":
        return archives.smart_copy(compose(rng, "mid"), noise)
    if layout == "nara-rare":
        c = compose(rng, "old")
        return rng.choice([lambda: archives.undated(c, noise, "layout"), lambda: archives.section_alone(c, noise, "layout"),
                           lambda: archives.without_text(compose_before(rng, "old"), noise)])()
    if layout == "rare":
        if rng.random() < 0.5:
            return archives.partial_page(compose(rng, "new"), noise)
        return archives.with_names([compose(rng, "new") for _ in range(rng.randint(1, 3))], noise)
    if layout == "smart":
        c = compose(rng, "smart")
        text = containers.smart(c, noise)
        return text, truth(c, "smart")
    if layout == "csv":
        rows = [compose(rng, "new") for _ in range(3)]
        text = "".join(containers.csv_row(c, noise, n) for n, c in enumerate(rows, 101))
        return text, [truth(c, "csv", doc) for doc, c in enumerate(rows)]
    if layout == "two":
        both = [compose(rng, "new") for _ in range(rng.choice([2, 2, 3]))]
        text = "".join(containers.acp127(c, noise).rstrip("\n") + "\nNNNN\n\n\n\n" for c in both)
        return text, [truth(c, "acp127", doc) for doc, c in enumerate(both)]
    if layout == "html":
        c = compose(rng, "new")
        return containers.page(c, noise), truth(c, "html")
    c = compose(rng, "new" if layout == "acp127" else "mid", layout == "extract")
    text = containers.acp127(c, noise)
    if layout == "extract":
        c.problems = None if c.problems is None else c.problems + ["no-date"]
    return text, truth(c, "acp127")


def compose_before(rng, era):
    """Of the years of E.O. 11652, whose notes alone the attributes have."""
    while True:
        c = compose(rng, era)
        if c.eo == "11652":
            return c


def as_bytes(text, layout, noise):
    if noise.hit("blank-first") and layout not in UNBROKEN:
        text = "\n" + text
    if noise.hit("trailing-blanks") and layout not in UNBROKEN:
        text = "\n".join(line + " " * noise.rng.choice([0, 1, 2]) for line in text.split("\n"))
    if noise.hit("crlf"):
        text = text.replace("\n", "\r\n")
    elif layout not in ("csv", "rare") and noise.hit("cr"):
        text = text.replace("\n", "\r")
    return text.encode("latin-1" if layout not in ("html", "rare") and noise.hit("latin1") else "utf-8")


def make(out, seed, count, layouts, rates):
    os.makedirs(out, exist_ok=True)
    for n in range(count):
        layout = layouts[n % len(layouts)]
        rng = random.Random("%d/%d/%s" % (seed, n, layout))
        noise = Noise(rng, rates)
        text, right = one(layout, rng, noise)
        base = os.path.join(out, "%s-%04d" % (layout, n))
        with open(base + SUFFIX.get(layout, ".txt"), "wb") as f:
            f.write(as_bytes(text, layout, noise))
        with open(base + ".json", "w", encoding="utf-8") as f:
            json.dump(right, f, indent=1, ensure_ascii=False)
            f.write("\n")
        yield base + SUFFIX.get(layout, ".txt"), right, noise.used


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out")
    options.add_argument("--bulk")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--layout", nargs="*", default=LAYOUTS, choices=LAYOUTS)
    options.add_argument("--noise", nargs="*", default=[], metavar="NAME=RATE", help=", ".join(sorted(NAMES)))
    args = options.parse_args()
    if bool(args.out) == bool(args.bulk):
        options.error("say --out DIR or --bulk PATH")
    if args.bulk:
        return bulk.write(args.bulk, args.seed, args.count, args.layout == ["html"])
    rates = {name: float(rate) for name, rate in (n.split("=") for n in args.noise)}
    for _ in make(args.out, args.seed, args.count, args.layout, rates):
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
