/* parser.h - how the parts of the telegram parser fit together. Telegram text in, struct cv_cable out.
 * May not: open files, call SQLite, know which columns a table has.
 *
 * The stages, in the order in which cable.c calls them; each knows only what the ones before it left:
 *   lines.c      text -> p->lines
 *   transport.c  takes page headers, stamps, notices, end marks out of p->lines, splitting lines where
 *                transport stands inside one; what it took gets CV_FATE_TRANSPORT
 *   sections.c   takes the repeated headers of later sections out of p->lines; notes sections in p->seen
 *   envelope.c   format lines 1-9, the Department's distribution, drafting lines -> p->seen, addressees
 *                (distribution.c, addressees.c, dtg.c, classline.c); p->at: the line after the classification line
 *   resolve.c    cv_resolve_identity: id, date, station, classification from p->seen and the container
 *   head.c       captions, pass lines, E.O., TAGS, SUBJECT, REF, Classified By (captions.c, labels.c, eo.c,
 *                tags.c, subject.c, refs.c, classified.c); p->at: the first line of the text
 *   resolve.c    cv_resolve_fields: what the telegram lacks, from the container
 *   paragraphs.c the text: numbers, marks, headings, roles, lines joined (headings.c, roles.c, signature.c)
 */
#ifndef CV_EXT_PARSER_H
#define CV_EXT_PARSER_H

#include "../../include/cv_cable.h"
#include "../base/base.h"

/* ---- state ---------------------------------------------------------------------------------- */

struct cv_line {
    struct cv_span s;     /* without line end; trailing white space off, leading blanks kept; n == 0: blank line */
    unsigned no;          /* in the document, from 1 */
    unsigned short flags; /* CV_LINE_… */
    unsigned char form;   /* 1 + what format_lines.c says of s by its form alone; 0: not asked since s was set */
};
enum {
    CV_LINE_CUT = 1,  /* transport was taken out just before this line: a sentence may close over the gap */
    CV_LINE_PIECE = 2, /* goes on in the same physical line as the piece before it */
    CV_LINE_SECTION = 4, /* a line PAGE 01 was taken out just before it: a section may begin here */
    CV_LINE_ENDED = 8, /* an end mark was taken out just before it */
    CV_LINE_KEPT = 16, /* stood in front of the E.O. and is nothing known (head.c): text, never a heading */
    CV_LINE_CLOSED = 32 /* goes on with a word of which the line before it has the first half, its hyphen lost */
};

/* What the container says beside the telegram, as printed there; all absent for plain text.
 * A format fills it; resolve.c alone reads it: the telegram's own words win, else these (sheet 14, NARA sheet 1, 5, 6). */
enum cv_container_kind { CV_CONTAINER_NONE, CV_CONTAINER_HTML, CV_CONTAINER_NARA, CV_CONTAINER_SMART, CV_CONTAINER_CSV };
struct cv_container {
    enum cv_container_kind kind;
    struct cv_span id;          /* Reference ID, Document Number, MRN, the CSV's id column */
    struct cv_span file_id;     /* from the file name, without suffix; absent if it looks like no id */
    struct cv_span date;        /* as printed: "2007-12-28 13:22", "12 MAR 1975", "12/28/2007 13:22" */
    struct cv_span dtg;         /* SMART: "310914Z MAY 12" */
    struct cv_span from;        /* NARA and SMART From; an HTML page's Origin is only an attribute */
    struct cv_span classification, handling; /* handling: Original Handling Restrictions, SMART captions */
    struct cv_span executive_order, subject, tags, refs, drafted_by, approved_by, to, info, pass_line, signature;
    struct cv_span exempt;      /* SMART's XMT */
    struct cv_span classified_by_line, reason, declassify; /* SMART */
    bool text_missing;          /* the text is not on line (NARA), or not in the page */
    struct cv_span text_where;  /* and where it is (Film Number) */
};

/* What the telegram itself shows about its identity, before anything is decided. 0 and absent: not seen. */
struct cv_observed {
    struct cv_span fm;            /* the FM line's name, as printed */
    struct cv_span dtg_text;      /* the DTG as printed (for messages) */
    bool has_dtg;                 /* a readable one: the next five are valid */
    int dtg_year, dtg_month, dtg_day, dtg_minute; /* in UTC, minute of the day; year four digits */
    struct cv_span dtg;           /* repaired: "281322Z DEC 07" */
    unsigned dtg_line;
    enum cv_precedence line2_precedence, line5_action, line5_info;
    int de_serial, de_section;    /* #1060, /01 */
    int filed_julian, filed_minute; /* DE line: day 1-366 and minute; -1 minute: not seen */
    int filed_day;                /* dashes line of the 1970s: day of the month with filed_minute; 0: not seen */
    unsigned de_line;
    enum cv_classification zny;   /* of format line 4 */
    enum cv_classification classification; /* of the classification line */
    struct cv_span class_station; /* as printed there */
    int class_serial;
    unsigned class_line;
    struct cv_span page_station;  /* of PAGE 01 of the 1970s, as printed (six letters) */
    int page_serial;
    enum cv_classification page_mark; /* classification at head and foot of the pages */
    int section_no, section_of;   /* first section line; section_of 0 with section_no: number unknown */
    bool sections_repeat;         /* sections.c: more than one section stands in this document */
};

struct cv_classline {
    enum cv_classification classification;
    struct cv_span station; /* as printed, "KUALA LUMPUR"; absent where there is none */
    int serial;             /* 0: none */
    int section_no, section_of; /* 0: no SECTION words */
    struct cv_span captions; /* what is left: "NOFORN", "E F T O", … as printed, in the arena */
};
struct cv_classline_parts {
    struct cv_classline line;
    struct cv_spans captions; /* upper case, letters closed up */
    struct cv_span rest;      /* what is neither section, station, number nor caption; starts at a word */
};

struct cv_parse {
    struct cv_arena *arena;
    struct cv_cable *out;
    const struct cv_container *container; /* never NULL */
    unsigned needs;
    struct cv_span text;        /* the telegram, UTF-8 */
    unsigned first_line_no;     /* of text in the document, from 1 */
    bool partial;               /* text is only a first part (head-only parse): its end is no end */
    struct cv_span whole;       /* all of the telegram, also where text is only its first part */
    unsigned char *fates;       /* one per byte of text, or NULL */
    bool account;               /* the caller wants fates: cv_format_run makes them once it has the text */
    CV_LIST(struct cv_line) lines;
    size_t at;                  /* index in lines where the next stage begins */
    size_t body_at;             /* index in lines of the classification line (or of what comes first after the envelope) */
    struct cv_observed seen;
    struct {
        struct cv_span line;
        struct cv_classline_parts parts;
    } classline;                /* the classification line read last: several stages ask for it */
    /* values that nobody asked for, not read until it matters what they say; absent: none waits (head.c) */
    struct cv_unread {
        struct cv_span value;
        unsigned line_no;
    } unread_tags, unread_classified;
    /* paragraphs without a mark have this classification: set by an ENTIRE TEXT paragraph */
    struct cv_span entire_text;
};

/* ---- cable.c: the stages in order ------------------------------------------------------------ */
/* Parse p->text; arena, out (zeroed), container, needs, text, first_line_no set by the caller (formats/). */
enum cv_status cv_telegram_parse(struct cv_parse *p);

/* Mark the bytes of s (white space aside) that lie inside p->text; a byte marked before becomes CV_FATE_TWICE.
 * Does nothing without p->fates. Every stage calls it for what it consumed, exactly once a byte. */
void cv_fate_mark(struct cv_parse *p, struct cv_span s, enum cv_fate fate);
static inline void cv_fate(struct cv_parse *p, struct cv_span s, enum cv_fate fate) {
    if (p->fates && s.n) cv_fate_mark(p, s, fate);
}
/* Problems come from the whole parse alone: what only finds one need not be looked for otherwise. */
static inline bool cv_wants_problems(const struct cv_parse *p) {
    return !(~p->needs & (CV_NEED_HEAD | CV_NEED_TEXT | CV_NEED_ROLES));
}
/* Add a row to problems. line_no 0: the document. */
void cv_problem(struct cv_parse *p, enum cv_problem_code code, unsigned line_no, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* The lines [from, to) as one text with '\n' between them (leading blanks kept); in the arena unless it is one line. */
struct cv_span cv_lines_text(struct cv_parse *p, size_t from, size_t to);
/* White space runs to one blank, ends trimmed; the same span where nothing changes, else in the arena. */
struct cv_span cv_single_spaced(struct cv_arena *a, struct cv_span s);

/* ---- lines.c, transport.c, sections.c (sheet 2, 11 "Page headers", 12; NARA sheet 2 "PAGE line") ---- */
void cv_lines_split(struct cv_parse *p);
void cv_transport_strip(struct cv_parse *p);
void cv_sections_strip(struct cv_parse *p);
bool cv_is_dashes(struct cv_span line); /* nothing but -, =, *, _ and blanks; at least one of them */
/* A page header inside a line: its first byte and length; false if there is none. */
bool cv_page_header_find(struct cv_span line, size_t *at, size_t *n);
/* NNNN, BT, "#1060", … : nothing of a cable's text comes after it. */
bool cv_is_end_mark(struct cv_span line);

/* ---- notices.c: stamps and notices of archives and sites; the formats ask it too ----------------- */
enum cv_notice {
    CV_NOTICE_NONE,
    CV_NOTICE_LINE,      /* the line goes */
    CV_NOTICE_RELEASE,   /* the line goes, and a name, the Department and a date after it */
    CV_NOTICE_REDACTION, /* the same, and says that something was taken out */
    CV_NOTICE_CODE,      /* an exemption code in the margin: something was taken out */
    CV_NOTICE_BLOCK      /* the line goes with the rest of its block */
};
/* Bytes of the line before exemption codes in its margin, all where there are none. */
size_t cv_margin_code(struct cv_span line);
enum cv_notice cv_notice_match(struct cv_span line);
/* "Friday, 23 February 2001, 15:53 S E C R E T …": bytes before the classification, 0 where the line is not so. */
size_t cv_weekday_before(struct cv_span line);
/* The parts of a stamp that was broken over several lines. */
bool cv_stamp_part(struct cv_span line);
/* The date line of a release stamp: "2/25/2026". */
bool cv_stamp_date(struct cv_span line);

/* ---- envelope.c and its parts (sheet 3, 4; NARA sheet 2) -------------------------------------- */
void cv_envelope_parse(struct cv_parse *p);
/* Lines [from, to) are the header of a later section: what of p->seen is still absent is filled from it. To be
 * called before cv_envelope_parse, which lays what the first header says over it. Marks no fates. */
void cv_envelope_fill(struct cv_parse *p, size_t from, size_t to);
struct cv_dtg {
    int year, month, day, minute; /* UTC */
    enum cv_precedence action, info; /* of the letters before it; info == action where there is one */
    struct cv_span dtg;  /* repaired form, in the arena */
    struct cv_span rest; /* what follows it on the line */
};
/* A DTG line, with or without precedence letters before it; noise of copying repaired (NARA sheet 2). */
bool cv_dtg_match(struct cv_span line, struct cv_arena *a, struct cv_dtg *out);
/* A classification line with or without station; never true for a line of text (it must be short enough, in capitals …). */
bool cv_classline_match(struct cv_span line, struct cv_arena *a, struct cv_classline *out);
/* The same of a line of p, which other stages may ask for too. */
bool cv_classline_here(struct cv_parse *p, struct cv_span line, struct cv_classline *out);
/* By its first letters: false for almost every line that begins with no classification. s is trimmed, not empty. */
bool cv_classification_may_begin(struct cv_span s);
/* Only the classification at the line's start (spaced letters, one letter wrong allowed); *n: its bytes. */
enum cv_classification cv_classification_match(struct cv_span line, size_t *n);
/* TO:/INFO: addressees of one role as free text, divided; SMART's turned round forms too. Pushes to out->addressees. */
void cv_addressees_parse_list(struct cv_parse *p, struct cv_span value, enum cv_addressee_role role, bool smart);
/* Addressees without a precedence of their own get line 5's, else out->precedence, which is their highest where the
 * telegram has none. Done by cv_envelope_parse; to be called again after cv_addressees_parse_list. */
void cv_addressees_inherit(struct cv_parse *p);

/* Drafting lines may stand at the text's end (distribution.c): a head-only parse has to read on. */
bool cv_drafting_may_follow(const struct cv_parse *p);

/* ---- head.c and its parts (sheet 5-10) ------------------------------------------------------- */
void cv_head_parse(struct cv_parse *p);
enum cv_label {
    CV_LABEL_NONE, CV_LABEL_EO, CV_LABEL_TAGS, CV_LABEL_SUBJECT, CV_LABEL_REF, CV_LABEL_CLASSIFIED_BY,
    CV_LABEL_DERIVED_FROM, CV_LABEL_REASON, CV_LABEL_DECLASSIFY
};
/* A label at the line's start (blanks and a pilcrow before it allowed); *value_at: where its value begins. */
enum cv_label cv_label_match(struct cv_span line, size_t *value_at);
/* A label in mid-line from `from` on, only where it has its colon; SIZE_MAX: none. */
size_t cv_label_find(struct cv_span line, size_t from, enum cv_label *which, size_t *value_at);
/* Equal, case and blanks aside (fill.c). */
bool cv_same_words(struct cv_span a, struct cv_span b);

/* Captions (sheet 5): a whole line of them; pushes to out->captions when add is set. */
bool cv_caption_line(struct cv_parse *p, struct cv_span line, bool add);
bool cv_pass_line(struct cv_span line);
/* The field parsers: value as printed, lines divided by '\n'; line_no of its first line. They fill p->out. */
void cv_eo_parse(struct cv_parse *p, struct cv_span value, unsigned line_no);
void cv_tags_parse(struct cv_parse *p, struct cv_span value, unsigned line_no);
void cv_subject_set(struct cv_parse *p, struct cv_span value, unsigned line_no); /* takes the portion mark off */
void cv_refs_parse(struct cv_parse *p, struct cv_span value, unsigned line_no);
/* Whether the REF block `value` goes on in `line`, blank lines before it counted (refs_block.c). The caller has
 * seen to it that the line is no other label, caption, heading or numbered paragraph. */
bool cv_refs_go_on(struct cv_span value, struct cv_span line, unsigned blanks);
/* "… (DTG 031628Z JUN" / "74)": a bracket at the end of a REF value that is not closed. */
bool cv_refs_remark_is_open(struct cv_span value);
/* The block ends in a label, a year or a comma that has no reference yet, and `line` begins with one. */
bool cv_refs_wants_reference(struct cv_span value, struct cv_span line);
/* Reads what head.c has left unread of TAGS and of Classified By: to be called before p->out is asked for them. */
void cv_tags_settle(struct cv_parse *p);
void cv_classified_settle(struct cv_parse *p);
void cv_classified_parse(struct cv_parse *p, struct cv_span value, unsigned line_no);
void cv_reasons_parse(struct cv_parse *p, struct cv_span value);
/* A TAG that the list knows, in any year. */
bool cv_tag_known(struct cv_span word);

/* ---- stations.c, ids.c (sheet 13) ------------------------------------------------------------ */
/* The longest station name (canonical, alias, cut form, with kind of post before it) at the start of s, ended by
 * a blank, digit, punctuation or the end. *n: bytes of s it took. Absent: none. Static data. */
struct cv_span cv_station_prefix(struct cv_span s, size_t *n);
/* The canonical form even of an unknown name: capitals, no blanks, points, hyphens, apostrophes; *known says which.
 * One at edit distance 1 of exactly one station counts as known. */
struct cv_span cv_station_of(struct cv_span name, struct cv_arena *a, bool *known);
/* Station and serial of a printed id or Document Number ("1975PORTL00412", "07MINSK1060"); false if it is none. */
bool cv_id_split(struct cv_span id, struct cv_arena *a, int *year, struct cv_span *station, int *serial);
struct cv_span cv_id_make(struct cv_arena *a, int year, struct cv_span station, int serial);

/* ---- resolve.c ------------------------------------------------------------------------------- */
void cv_resolve_identity(struct cv_parse *p);
void cv_resolve_fields(struct cv_parse *p);

/* ---- paragraphs.c, headings.c, roles.c, signature.c (sheet 11, 12) ---------------------------- */
void cv_text_parse(struct cv_parse *p);
/* A portion mark at the start of s: "(S/NF)", "(C }": *n its bytes, portion and meaning in the arena. */
bool cv_mark_match(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion, struct cv_span *meaning);

#endif
