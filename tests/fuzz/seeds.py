"""seeds.py - first inputs for the fuzzers: one folder for each, from the sample archive and the generator.

    seeds.py DIR        writes DIR/acp127 ... DIR/refs; does nothing where DIR is there already
A few texts are made long by repeating their paragraphs, so that a head is read without its text too.
May not: need real cables.
"""
import glob
import os
import re
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GENERATED = {"acp127": ["acp127", "mid", "extract", "two"], "html": ["html"], "nara": ["nara", "nara-plain"],
             "smart": ["smart"], "csv": ["csv"]}
SAMPLE = {"acp127": "harbor/*/*.txt", "html": "harbor/*/*.html", "nara": "kestrel/*/*.txt", "csv": "harbor/*.csv"}
MAX = 60000  # bytes; below the fuzzers' -max_len
LONG = 14000  # over the part that a head-only parse tries first


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data[:MAX])


def longer(data):
    """The last third of the text, again and again before its end."""
    at = len(data) * 2 // 3
    while len(data) < LONG:
        data = data[:at] + data[at:-100] + b"\n" + data[at:]
    return data


def texts(fmt, folder):
    command = [sys.executable, os.path.join(TOP, "tests/generator/generate.py"), "--seed", "11", "--count", "12"]
    for noise in ([], ["--noise", "all=0.15"]):
        out = os.path.join(folder, "generated%d" % len(noise))
        subprocess.run(command + ["--out", out, "--layout"] + GENERATED[fmt] + noise, check=True,
                       stdout=subprocess.DEVNULL)
        for path in sorted(glob.glob(out + "/*")):
            with open(path, "rb") as f:
                if not path.endswith(".json"):
                    yield "%d-%s" % (len(noise), os.path.basename(path)), f.read()
            os.remove(path)
        os.rmdir(out)
    for path in sorted(glob.glob(os.path.join(TOP, "tests/sample", SAMPLE[fmt]))) if fmt in SAMPLE else []:
        with open(path, "rb") as f:
            yield os.path.basename(path), f.read()


def fill(top):
    blocks = set()
    for fmt in GENERATED:
        folder = os.path.join(top, fmt)
        os.makedirs(folder)
        for number, (name, data) in enumerate(texts(fmt, folder)):
            write(folder, name, data)
            if number % 6 == 0 and len(data) > 1000:
                write(folder, "long-" + name, longer(data))
            blocks.update(re.findall(rb"REFS?[:. ]+(.{10,400}?)\r?\n\r?\n", data, re.S)[:1])
    folder = os.path.join(top, "refs")
    os.makedirs(folder)
    for number, block in enumerate(sorted(blocks)):
        write(folder, "%03d" % number, block)
    for number, value in enumerate([b"281322Z DEC 07", b"07MINSK1060", b"Rio de Jan 0138", b"1975PORTL00412",
                                    b"06SECTION01OF02TBILISI2601", b"EFIS", b"AMEMBASSY MINSK"]):
        write(folder, "value%d" % number, value)


def main():
    top = sys.argv[1]
    if os.path.exists(top):
        return
    shutil.rmtree(top + ".part", ignore_errors=True)
    fill(top + ".part")
    os.rename(top + ".part", top)


main()
