"""noise.py - the disturbances that the format description calls usual, each with a name and a rate of its own.

A layout asks `noise.hit(name)` where the disturbance would stand. Nothing here knows the right parse; the layout
tells the cable when a disturbance changes it (a problem code, a word that is kept as printed).
"""
NAMES = {
    "crlf": "line ends CRLF", "cr": "line ends CR", "trailing-blanks": "blanks at line ends",
    "blank-first": "a blank first line", "latin1": "bytes in Latin-1 instead of UTF-8",
    "pilcrow": "a pilcrow before paragraph numbers", "joined": "the lines of a paragraph joined by a publisher",
    "sipdis-twice": "SIPDIS twice", "class-garbled": "a letter of the spaced classification wrong",
    "class-plain": "the classification not spaced", "dtg-spacing": "blanks moved in the DTG",
    "dtg-letters": "letter O for zero in the DTG", "eo-form": "other forms of the E.O. label",
    "eo-number": "E.O. number misprinted", "tags-label": "other forms of the TAGS label",
    "tags-links": "Markdown links around TAGS", "tags-glued": "two TAGS run together",
    "subject-label": "other forms of the SUBJECT label", "ref-label": "other forms of the REF label",
    "page-headers": "page headers inside the text", "caption-astray": "SIPDIS alone inside the text",
    "notice": "a web site notice at the end", "end-marks": "BT, number, NNNN at the end",
    "signature-hash": "## behind the signature", "no-ri": "routing indicators missing",
    "precedence-misspelt": "PRIORTY", "mark-garbled": "a bracket of a portion mark garbled",
    "gap": "paragraph numbers that jump", "redaction": "xxxxx in the text", "lowered": "capitals lowered by a publisher",
    "group-blanks": "NARA: blanks inside groups", "stamp-inside": "NARA: release stamps inside the text",
    "page-cut": "NARA, plain form: PAGE line cut at its gap", "wrapped-attributes": "NARA: attribute values wrapped",
    "links": "HTML: anchors before paragraph numbers", "foia": "SMART: release stamps inside the text",
    "no-colon": "SMART: labels without colon",
}


class Noise:
    """rates: name -> probability; "all" for every name that is not given."""

    def __init__(self, rng, rates):
        unknown = [n for n in rates if n != "all" and n not in NAMES]
        if unknown:
            raise SystemExit("no such noise: %s; there are: %s" % (", ".join(unknown), ", ".join(sorted(NAMES))))
        self.rng, self.rates, self.used = rng, rates, set()

    def hit(self, name):
        assert name in NAMES, name
        if self.rng.random() < self.rates.get(name, self.rates.get("all", 0.0)):
            self.used.add(name)
            return True
        return False


def one_letter_wrong(rng, word):
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice("QXZK".replace(word[at], "")) + word[at + 1:]
