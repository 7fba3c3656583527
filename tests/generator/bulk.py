"""bulk.py - big archives fast: a few hundred invented cables as templates, the serial number put in by replacing.

A template is printed once with a serial of six digits that stands nowhere else; each copy replaces it by its own.
No Python work is done per line, so that the disk is the limit. May not: keep more than one cable in memory.
"""
import itertools
import os
import random
import sys
import time
import zipfile

import containers
from compose import compose
from noise import Noise

TEMPLATES = 400
LENGTH = (10, 35)  # paragraphs, so that the mean size is that of real cables, 8 kB
SERIAL = 918273


def templates(seed, kind):
    rng = random.Random("bulk/%d" % seed)
    noise = Noise(rng, {})
    found = []
    stems = set()
    for n in itertools.count():
        if len(found) == TEMPLATES:
            return found
        era = ["new", "new", "new", "mid", "old"][n % 5] if kind not in ("csv", "html") else "new"
        c = compose(rng, era, False, LENGTH, False)
        c.serial = SERIAL
        if c.id in stems:
            continue
        stems.add(c.id)
        if kind == "csv":
            text = containers.csv_row(c, noise, 818181)
        elif kind == "html":
            text = containers.page(c, noise)
        else:
            text = containers.nara(c, noise, "layout") if era == "old" else containers.acp127(c, noise)
        found.append((c.id[:-6], text.encode("utf-8")))


def each(seed, count, kind):
    """(id, bytes) of every cable; ids differ while count is under 400 times 900,000."""
    made = templates(seed, kind)
    old = b"%d" % SERIAL
    for n in range(count):
        stem, text = made[n % TEMPLATES]
        serial = 100000 + n // TEMPLATES
        text = text.replace(old, b"%d" % serial)
        if kind == "csv":
            text = text.replace(b"818181", b"%d" % (n + 1), 1)
        yield "%s%d" % (stem, serial), text


def write(path, seed, count, pages=False):
    """pages: a folder of HTML pages instead of texts."""
    kind = "zip" if path.endswith(".zip") else "csv" if path.endswith(".csv") else "html" if pages else "folder"
    began, total = time.time(), 0
    if kind in ("folder", "html"):
        suffix = ".html" if pages else ".txt"
        for n, (name, text) in enumerate(each(seed, count, kind)):
            folder = os.path.join(path, "%03d" % (n // 1000))
            if n % 1000 == 0:
                os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name + suffix), "wb", buffering=0) as f:
                f.write(text)
            total += len(text)
    elif kind == "csv":
        with open(path, "wb", buffering=1 << 20) as f:
            for _, text in each(seed, count, kind):
                f.write(text)
                total += len(text)
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
            for n, (name, text) in enumerate(each(seed, count, kind)):
                z.writestr("%03d/%s.txt" % (n // 1000, name), text)
                total += len(text)
    seconds = time.time() - began
    print("%d cables, %.1f MB, %.1f s, %.0f MB/s" % (count, total / 1e6, seconds, total / 1e6 / max(seconds, 1e-9)),
          file=sys.stderr)
    return 0
