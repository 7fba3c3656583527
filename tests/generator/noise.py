"""noise.py - the disturbances that the format description calls usual, each with a name and a rate of its own.

A layout asks `noise.hit(name)` where the disturbance would stand. Nothing here knows the right parse; the layout
tells the cable when a disturbance changes it (a problem code, a word that is kept as printed).
"""
NAMES = {
    # bytes
    "crlf": "line ends CRLF", "cr": "line ends CR", "trailing-blanks": "blanks at line ends",
    "blank-first": "a blank first line", "latin1": "bytes in Latin-1 instead of UTF-8",
    # publishers
    "pilcrow": "a pilcrow before paragraph numbers", "joined": "the lines of a paragraph joined",
    "page-inline": "a page header in the middle of a joined line", "head-joined": "E.O. and TAGS in one line",
    "heading-joined": "a heading run into the paragraph before it", "tags-links": "Markdown links around TAGS",
    "lowered": "capitals lowered", "redaction": "xxxxx in the text", "notice": "a web site notice at the end",
    # transmission
    "dtg-spacing": "blanks moved in the DTG", "dtg-letters": "letter O for zero in the DTG",
    "line4-tail": "a tail behind format line 4", "signal-text": "words behind an operating signal",
    "no-ri": "routing indicators missing", "zen": "ZEN/ in place of a routing indicator",
    "precedence-misspelt": "PRIORTY", "page-in-list": "a PAGE line among the addressees",
    "page-headers": "page headers inside the text", "header-again": "a later section repeats the whole header",
    "caption-astray": "SIPDIS alone inside the text", "class-at-end": "the classification behind the signature",
    "cable-text": "a line CABLE TEXT at the end", "end-marks": "BT, number, NNNN at the end",
    # head fields
    "class-garbled": "a letter of the spaced classification wrong", "class-plain": "the classification not spaced",
    "sipdis-twice": "SIPDIS twice", "captions-together": "captions in one line",
    "eo-form": "other forms of the E.O. label", "eo-number": "E.O. number misprinted",
    "decl-form": "other forms of DECL's date", "decl-label": "DECL twice, or without colon",
    "xgds-form": "other forms of XGDS-2", "tags-label": "other forms of the TAGS label",
    "tags-glued": "two TAGS run together", "tags-bare": "no label before TAGS", "person-colon": "PINT: (NAME, FIRST)",
    "subject-label": "other forms of the SUBJECT label", "ref-label": "other forms of the REF label",
    "ref-letters": "other forms of the letters of REF", "ref-none": "REF: NONE", "ref-last": "REF behind Classified By",
    "reason-form": "other forms of the reasons",
    # text
    "number-form": "other forms of number and mark", "number-twice": "1. 1.", "mark-form": "( C ), (c), (C).",
    "mark-garbled": "a bracket of a portion mark garbled", "gap": "paragraph numbers that jump",
    "signature-hash": "## behind the signature", "signature-twice": "the signature twice",
    "signature-joined": "the signature behind the last full stop",
    # containers
    "group-blanks": "NARA: blanks inside groups", "stamp-inside": "NARA: release stamps inside the text",
    "page-cut": "NARA, plain form: PAGE line cut at its gap", "wrapped-attributes": "NARA: attribute values wrapped",
    "handling-padded": "NARA: STADIS////////", "ri-lost": "NARA: what is left of a routing indicator",
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
