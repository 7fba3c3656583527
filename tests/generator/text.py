"""text.py - prints the paragraphs of an invented cable: numbers, marks, headings, wrapped lines, the signature.

Facts: the format description's sections 11 and 12. May not: decide what a paragraph says or is; where a disturbance
changes the right parse, the cable is told.
"""
import re
import textwrap

# A wrapped line that begins so would be an item, a label or a number: another width is tried.
BAD_START = re.compile(r"--|-|\*|o |[A-Za-z][.):]\s|\(\w{1,3}\)|\(?\d+[.)]|\d{4}\b|END |COMMENT|SUMMARY|REF|SUBJ|TAGS|"
                       r"E\.O|PAGE|BT\b|NNNN|NOTE|Comment|Summary|End |Begin ")
LEAST_FULL = 46  # a shorter line before a capital would count as one of names or verse


def wrap(text, width, first="", rest=""):
    for attempt in range(14):
        lines = textwrap.wrap(text, width - attempt, initial_indent=first, subsequent_indent=rest,
                              break_long_words=False, break_on_hyphens=False)
        if not any(BAD_START.match(x.strip()) for x in lines[1:]) and all(len(x) >= LEAST_FULL for x in lines[:-1]):
            break
    return lines


def begin(c, p, noise):
    """What is printed in front of a paragraph's text: number and mark, in one of the ways they are met."""
    number = "" if p.number is None else str(p.number)
    mark = "(%s)" % p.portion if p.portion else ""
    garbled = mark and noise.hit("mark-garbled")
    if garbled:
        mark = noise.rng.choice(["{%s)", "(%s }"]) % p.portion
        c.foretell("mark-garbled")
    elif mark and noise.hit("mark-form"):
        mark = noise.rng.choice(["(%s)." % p.portion, "( %s )" % p.portion, "(%s)" % p.portion.lower()])
    if not number:
        return mark + " " if mark else ""
    pilcrow = "\u00b6" if noise.hit("pilcrow") else ""
    if mark and not garbled and noise.hit("number-form"):
        form = noise.rng.choice(["{n}.{m} ", "{m} {n}. ", "{n}) {m} ", "{n}.  {m}  ", "{n} {m} "])
        return pilcrow + form.format(n=number, m=mark)
    if noise.hit("number-twice"):
        number = "%s. %s" % (number, number)
    return pilcrow + "%s. %s" % (number, mark + " " if mark else "")


def paragraph_lines(c, p, noise, width):
    joined = noise.hit("joined")
    lines, first = [], begin(c, p, noise)
    for n, (kind, block) in enumerate(p.blocks):
        if kind == "table":
            lines += [""] + block
        elif kind == "names":
            lines += block
        elif kind == "item":
            gap = [""] if n and p.blocks[n - 1][0] == "prose" and noise.rng.random() < 0.7 else []
            lines += gap + wrap(block, width)
        else:
            lines += [""] if n else []
            lines += [first + block] if joined else wrap(block, width, first)
        first = ""
    return lines


def heading_lines(noise, p):
    heading = "(%s) %s" % (p.heading_mark, p.new_heading) if p.heading_mark else p.new_heading
    style = noise.rng.random()
    under = noise.rng.choice("---=*") * len(heading)
    if style < 0.4:
        return [heading, ""]
    if style < 0.7:
        return [heading, under, ""]
    return [under, heading, under, ""]


def disturb(c, noise):
    """Disturbances that the data itself shows, made before anything is printed."""
    later = [p for p in c.paragraphs[2:] if p.number]
    names = any(k == "names" for p in c.paragraphs for k, _ in p.blocks)  # a number below a name has to be the next
    if len(later) > 1 and not names and noise.hit("gap"):
        for p in later:
            p.number += 3
        c.foretell("paragraph-gap")
    if noise.hit("redaction"):
        p = noise.rng.choice(c.paragraphs)
        if p.role is None and p.blocks[0][0] == "prose" and "(Comment" not in p.blocks[0][1]:
            words = p.blocks[0][1].split(" ")
            words[len(words) // 2] = "XXXXXXXXXXXX"
            p.blocks[0] = ("prose", " ".join(words))
            c.unforetold()


def text_lines(c, noise, width=66):
    lines = []
    if c.entire:
        lines += [noise.rng.choice(["1. (%s - ENTIRE TEXT).", "1. (%s) ENTIRE TEXT."]) % c.entire, ""]
    for n, p in enumerate(c.paragraphs):
        if p.new_heading:
            before = c.paragraphs[n - 1] if n else None
            while before and lines and not lines[-1]:
                lines.pop()
            if joinable(p, before) and len(lines[-1]) > 100 and noise.hit("heading-joined"):
                lines[-1] += " " + p.new_heading
                c.foretell("heading-joined")
                lines.append("")
            else:
                lines += ([""] if before else []) + heading_lines(noise, p)
        lines += paragraph_lines(c, p, noise, width) + [""]
    return lines


def joinable(p, before):
    """A heading can be run into the paragraph before it where that ends a sentence and this has number and mark."""
    return before and p.portion and before.blocks[-1][0] == "prose" and before.blocks[-1][1].endswith(".") and not p.heading_mark and \
        not re.match("(?i)summary|comment|begin", p.new_heading)


def signature_lines(c, noise, lines):
    """In telegrams of the 1970s often behind the last full stop; else on a line of its own."""
    signature = c.signature
    while lines and not lines[-1]:
        lines.pop()
    if " " not in signature and noise.hit("signature-twice"):
        signature = "%s %s" % (signature, signature)
    elif noise.hit("signature-hash"):
        signature += "##"
    old = c.year and c.year < 1980
    if (old and noise.rng.random() < 0.5 or noise.hit("signature-joined")) and lines[-1].endswith(".") and \
            len(lines[-1]) < 50 and not lines[-1].startswith("--"):
        lines[-1] += " " + signature
        return lines
    apart = "   " in lines[-1] or noise.rng.random() < 0.3  # a table runs up to the blank line
    return lines + ([""] if apart else []) + signature.split("\n")


def full_lines(lines, start=1):
    """Indexes of lines that go on a sentence: where transport may cut it without touching anything else. Behind the
    end of a sentence nobody could tell whether the cut was the end of a block too."""
    return [n for n in range(start, len(lines)) if LEAST_FULL <= len(lines[n]) < 80 and len(lines[n - 1]) < 80 and
            len(lines[n - 1]) >= LEAST_FULL and lines[n - 1][-1] not in ".:;)" and not re.match("-|\u00b6?\\d+ ?[.)(]|\\(", lines[n]) and
            not re.match("[-=*]+$", lines[n - 1]) and "   " not in lines[n] + lines[n - 1]]
