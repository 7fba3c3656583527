"""story.py - the text of an invented cable: paragraphs, summary, comment, action request, note, headings, lists, quoted
documents, text without numbers.

Facts: section 11 of the description. May not: print anything; a marker is part of a paragraph's text, its words are not
part of summary or comment.
"""
import invent
from cable import Paragraph

SUMMARIES = [("SUMMARY:", "END SUMMARY."), ("Summary:", "End Summary."), ("SUMMARY.", "END SUMMARY."),
             ("Summary.", "End summary."), ("SUMMARY AND COMMENT:", "END SUMMARY AND COMMENT."),
             ("BEGIN SUMMARY.", "END SUMMARY."), ("Begin Summary:", "End Summary."), ("SUMMARY --", "END SUMMARY."),
             ("SUMMARY AND ACTION REQUEST:", "END SUMMARY."), ("Summary/Comment:", "End Summary/Comment."),
             ("SUMMARY AND INTRODUCTION:", "END SUMMARY."), ("SUMMAY:", "END SUMMARY."), ("SUMMARY:", "END SUMMARY")]
COMMENTS = [("COMMENT:", " END COMMENT."), ("Comment:", " End comment."), ("COMMENT.", " END COMMENT."),
            ("EMBASSY COMMENT:", " END COMMENT."), ("COMMENT:", ""), ("Comment.", ""), ("COMMENT --", " END COMMENT."),
            ("COMMENT AND RECOMMENDATION:", " END COMMENT."), ("BEGIN COMMENT.", " END COMMENT."), ("COMMENT:", " END COMMENT")]
ACTIONS = ["ACTION REQUEST:", "ACTION REQUESTED:", "ACTION REQUEST.", "This is an action request.", "Action request:"]
ASKED = ["Post asks for guidance by the end of the week.", "Please advise whether the visit can go ahead.",
         "We ask the desk to send the figures by return."]
NOTES = ["NOTE:", "BEGIN NOTE.", "BIO NOTE:"]
SUMMARY_HEADINGS = ["Summary", "SUMMARY", "Summary and Comment", "BEGIN SUMMARY"]
COMMENT_HEADINGS = ["Comment", "COMMENT", "Comment: A Popular Decision", "COMMENT: WHO WINS?"]
ITEMS = ["-- {x}", "- {x}", "* {x}", "{letter}. {x}", "({n}) {x}", "o {x}", "({letter}) {x}", "{n}. {x}"]
MARKED_HEADINGS = 0.12
PARTICIPANTS = ["Participants:", "Those present were:"]


class Writer:
    """One cable's text as it grows: the next number, the heading in force."""

    def __init__(self, rng, c, theme, places, marks, headings, varied=True):
        self.rng, self.c, self.theme, self.places = rng, c, theme, places
        self.marks, self.headings, self.varied = marks, headings, varied
        self.number, self.heading, self.asides = 1, None, []
        self.must_head = False  # the heading in force has to end with the next paragraph
        self.numbered = not varied or c.year and c.year < 1980 or rng.random() > 0.04

    def chance(self, p):
        return self.rng.random() < p

    def sentences(self, low, high):
        return invent.prose(self.rng, self.theme, self.places, self.rng.randint(low, high))

    def add(self, blocks, role=None, new_heading=None, number=True):
        portion = self.rng.choice(self.marks) if self.marks else None
        if new_heading:
            self.heading = new_heading
        p = Paragraph(self.number if number and self.numbered else None, blocks, portion, self.heading, role)
        if new_heading:
            self.title(p, new_heading)
        if p.number:
            self.number += 1
        self.c.paragraphs.append(p)
        self.c.comments += [(p, x) for x in self.asides]
        self.asides = []

    def title(self, p, heading):
        """A heading may have a mark of its own, which is no part of it."""
        p.new_heading = heading
        if self.marks and self.varied and self.chance(MARKED_HEADINGS):
            p.heading_mark = self.rng.choice(self.marks)

    # ---- summary, comment --------------------------------------------------------------------------------

    def summary(self):
        c, rng = self.c, self.rng
        c.summary = self.sentences(2, 3)
        if self.headings and self.chance(0.3):
            heading = rng.choice(SUMMARY_HEADINGS if self.varied else SUMMARY_HEADINGS[:1])
            if self.varied and self.numbered and self.chance(0.3):  # two paragraphs under the heading, no end
                first, rest = c.summary.split(". ", 1)
                self.add([("prose", first + ".")], "summary", heading)
                self.add([("prose", rest)], "summary")
                # ends at the next heading: there has to be one
                self.must_head = True
                return
            self.add([("prose", c.summary + " End summary.")], "summary", heading)
            self.heading = None
            return
        marker, end = rng.choice(SUMMARIES if self.varied else SUMMARIES[:3])
        if self.chance(0.15) and self.numbered:  # over two numbered paragraphs
            first, rest = c.summary.split(". ", 1)
            self.add([("prose", "%s %s." % (marker, first))], "summary")
            again = "Summary (continued): " if self.varied and self.chance(0.2) else ""
            self.add([("prose", "%s%s %s" % (again, rest, end))], "summary")
            return
        self.add([("prose", "%s %s %s" % (marker, c.summary, end))], "summary")

    def comment(self):
        rng = self.rng
        text = " ".join(invent.fill(rng, s, self.places) for s in rng.sample(invent.CLOSINGS, 2))
        self.asides.append(text)
        if self.headings and self.heading and self.chance(0.4):
            self.add([("prose", text)], "comment", rng.choice(COMMENT_HEADINGS if self.varied else COMMENT_HEADINGS[:1]))
            return
        marker, end = rng.choice(COMMENTS if self.varied else COMMENTS[:3])
        number = not (self.varied and self.chance(0.1))  # the last block of the text, without a number
        self.add([("prose", "%s %s%s" % (marker, text, end))], "comment", None, number)

    # ---- paragraphs between them -------------------------------------------------------------------------

    def items(self):
        forms = ITEMS if self.number > 3 else ITEMS[:-1]  # an item 3 behind paragraph 2 could be paragraph 3
        form = self.rng.choice(forms) if self.varied else ITEMS[0]
        chosen = self.rng.sample(invent.BULLETS, 3)
        ends = [";", ";", "."]
        return [("item", form.format(x=x + e, n=n + 1, letter="abc"[n])) for n, (x, e) in enumerate(zip(chosen, ends))]

    def special(self):
        """The blocks of a paragraph with a list, a quoted document, an aside, a table, names; None: a plain one."""
        rng, kind = self.rng, self.rng.random() if self.numbered else 0.25
        if kind < 0.15:
            return [("prose", "Three questions remain:")] + self.items()
        if kind < 0.21:
            return [("prose", "The announcement reads, in informal translation:"), ("prose", "Begin text:")] + [
                ("item", "%d. %s" % x) for x in enumerate(invent.QUOTED, 1)] + [("prose", "End text.")]
        if kind < 0.29:
            aside = rng.choice(invent.CLOSINGS[:1] + invent.CLOSINGS[2:3] + invent.CLOSINGS[4:])
            self.asides.append(aside)
            form = rng.choice(["(Comment: {x} End comment.)", "(COMMENT: {x})", "(Comment: {x} End Comment)"]
                              if self.varied else ["(Comment: {x} End comment.)"])
            return [("prose", self.sentences(2, 3) + " " + form.format(x=aside))]
        if kind < 0.35 and self.c.year and self.c.year > 2001:
            return [("prose", "The figures handed out were these:"), ("table", invent.table(rng))]
        if kind < 0.39 and self.varied:
            names = ["%s %s" % (invent.person(rng), rng.choice(["(Trade)", "(Energy)", "(Police)"])) for _ in range(3)]
            return [("prose", rng.choice(PARTICIPANTS)), ("names", names)]
        return None

    def plain(self):
        new = self.rng.choice(invent.HEADINGS) if self.headings and (self.must_head or self.chance(0.35)) else None
        self.must_head = False
        if self.varied and self.chance(0.05):
            self.add([("prose", "%s %s" % (self.rng.choice(ACTIONS), self.rng.choice(ASKED)))], "action request", new)
        elif self.varied and self.chance(0.04):
            self.add([("prose", "%s %s" % (self.rng.choice(NOTES), self.sentences(1, 2)))], "note", new)
        else:
            blocks = self.special() or [("prose", self.sentences(2, 4))]
            if self.varied and len(blocks) == 1 and self.chance(0.05) and self.numbered:
                blocks.append(("prose", self.sentences(1, 2)))  # a second block without a number
            self.add(blocks, None, new)

    def write(self, length):
        rng = self.rng
        if self.varied and self.headings and self.chance(0.03):
            self.add([("prose", "The following was drafted jointly with the team in %s." % rng.choice(self.places))], None,
                     None, False)
        if self.chance(0.7):
            self.summary()
        for _ in range(rng.randint(*length)):
            self.plain()
        if self.chance(0.6):
            self.comment()
        elif self.c.paragraphs[-1].blocks[-1][0] == "names":  # a name behind names would be one of them
            self.add([("prose", self.sentences(1, 2))])
        self.c.comment = "\n\n".join(x for _, x in self.c.comments) or None


def capitals(c):
    def upper(kind, block):
        return [x.upper() for x in block] if kind in ("table", "names") else block.upper()

    for p in c.paragraphs:
        p.blocks = [(k, upper(k, b)) for k, b in p.blocks]
        p.heading = p.heading and p.heading.upper()
        p.new_heading = p.new_heading and p.new_heading.upper()
    c.comments = [(p, x.upper()) for p, x in c.comments]
    c.summary, c.comment = c.summary and c.summary.upper(), c.comment and c.comment.upper()
