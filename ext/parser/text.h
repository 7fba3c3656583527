/* text.h - what the files of the text stage (transport, sections, paragraphs and their parts) share among
 * themselves. Other stages use parser.h only. */
#ifndef CV_EXT_PARSER_TEXT_H
#define CV_EXT_PARSER_TEXT_H

#include "parser.h"

/* ---- pages.c: page headers of all eras -------------------------------------------------------- */
struct cv_page_line {
    size_t n;               /* bytes of the line that belong to it */
    bool whole;             /* nothing else stands on the line */
    bool alone;             /* PAGE and its number only: the rest may stand on the next line */
    int page;               /* 0: unknown */
    struct cv_span station; /* as printed; absent: not there */
    int serial;
    bool smart; /* "Page 2 of 3" */
};
/* A PAGE line of the 1970s and of SMART at the line's start. */
bool cv_page_line_match(struct cv_span line, struct cv_page_line *out);
/* The groups that follow PAGE and its number, alone on the next line: "STATE 268392". */
bool cv_page_groups_match(struct cv_span line, struct cv_page_line *out);
/* The same inside a line of joined text, where only a complete one counts; marks before it are taken along. */
bool cv_page_line_find(struct cv_span line, size_t *at, size_t *n);
/* "C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043" inside a line of joined text; never section 1's. */
bool cv_section_line_find(struct cv_span line, size_t *at, size_t *n);
/* A classification alone on a line as it stands at head and foot of a page; CV_CLASS_NONE: it is none. */
enum cv_classification cv_page_mark_match(struct cv_span line);
/* A classification that ends a line of text: where it begins; SIZE_MAX: there is none. */
size_t cv_page_mark_tail(struct cv_span line);
/* … with no blank before it, a letter of a divided word instead: "DEVELUNCLASSIFIED". */
size_t cv_page_mark_glued(struct cv_span line);

/* ---- notices.c: stamps and notices of archives and sites ---------------------------------------- */
/* One of the six release stamps inside a line. */
bool cv_stamp_find(struct cv_span line, size_t *at, size_t *n);
/* What a web page leaves behind a signature: a printed date, "ID: 187536", "Track …", a lone point. */
bool cv_is_crumb(struct cv_span line);

/* ---- words.c: what a word or a line is made of ----------------------------------------------------- */
/* Bytes at s's start that are a pilcrow (UTF-8), with the blanks around it; 0: none. */
size_t cv_pilcrow_bytes(struct cv_span s);
static inline size_t cv_pilcrow(struct cv_span s) {
    return s.n && (s.p[0] == '\xC2' || cv_is_blank(s.p[0])) ? cv_pilcrow_bytes(s) : 0;
}
bool cv_has_lower(struct cv_span s);
bool cv_has_alpha(struct cv_span s);
bool cv_has_digit(struct cv_span s);
/* The last byte that is no closing bracket or quotation mark; 0: none. */
char cv_last_sign(struct cv_span s);
/* The text ends a sentence: . ? ! or : (brackets and quotation marks behind it allowed). */
bool cv_ends_sentence(struct cv_span s);
/* A word that cannot end a sentence or a heading: articles, prepositions, conjunctions. */
bool cv_is_connecting(struct cv_span word);
/* The last run without blanks. */
struct cv_span cv_last_word(struct cv_span s);
/* A bullet or item mark at the line's start ("--", "a.", "(1)"); its bytes with the blanks behind it; 0: none. */
size_t cv_item_bytes(struct cv_span s);
static inline size_t cv_item_mark(struct cv_span s) {
    if (s.n < 2) return 0; /* one needs something behind it */
    if (cv_is_alpha(s.p[0]) && cv_is_alpha(s.p[1]) && !memchr("IVXivx", s.p[0], 6)) return 0; /* a word */
    return cv_item_bytes(s);
}
/* Wide gaps inside a line: runs of two or more, of three or more blanks, sentence ends aside. */
void cv_gaps(struct cv_span s, unsigned *two, unsigned *three);
/* Most words begin with capitals. */
bool cv_is_title_case(struct cv_span s);
/* "xxxxx", "XXXXXXXXXXXX": a publisher's redaction. */
bool cv_is_redaction(struct cv_span s);
/* A UTF-8 or ASCII quotation mark or apostrophe at s: its bytes; 0: none. */
size_t cv_quote_sign(struct cv_span s);

/* ---- glance.c: a line in one look ------------------------------------------------------------------- */
struct cv_glance {
    size_t upper, lower; /* letters */
    bool gaps;           /* two blanks in a row, or a tab */
    bool dashes;         /* a run of dashes may stand in it */
    bool quote;          /* BEGIN or QUOTE may, UNQUOTE too */
    bool noun;           /* SUMMARY or COMMENT may, misspelt or spaced too */
};
struct cv_glance cv_glance(struct cv_span s);

/* ---- marks.c ------------------------------------------------------------------------------------- */
/* Does a bracket open at the start of s, blanks aside? Most texts begin otherwise. */
static inline bool cv_may_be_mark(struct cv_span s) {
    size_t i = 0;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    return i < s.n && (s.p[i] == '(' || s.p[i] == '{' || s.p[i] == '[');
}
/* As cv_mark_match; *garbled: a bracket or letter is wrong. */
bool cv_mark_read(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion, struct cv_span *meaning,
                  bool *garbled);
/* What an unbracketed or bracketed "S - ENTIRE TEXT" stands for: *n its bytes, *entire where ENTIRE TEXT stands. */
bool cv_entire_text_match(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion,
                          struct cv_span *meaning, struct cv_span *entire);

struct cv_number;

/* ---- rows.c: the text's lines without dashes and blank lines, and what stood around them ------------- */
struct cv_row {
    struct cv_span s;              /* trimmed */
    unsigned no;                   /* of its line in the document */
    unsigned short flags;          /* CV_ROW_… */
    unsigned short two, three;     /* wide gaps (cv_gaps), at most 999 */
    size_t indent;                 /* blanks before s in its line */
    int number;                    /* rows that begin a paragraph: its number; -1: none */
    const struct cv_number *match; /* and all that was read of it; NULL: the row is not as it was when it was read */
};
enum {
    CV_ROW_BLANK = 1,        /* a blank line before it */
    CV_ROW_CUT = 2,          /* transport was taken out before it */
    CV_ROW_PIECE = 4,        /* goes on in the physical line of the row before */
    CV_ROW_OVER = 8,         /* a line of dashes before it */
    CV_ROW_UNDER = 16,       /* a line of dashes right behind it */
    CV_ROW_AFTER = 32,       /* a blank line, dashes, or the end behind it */
    CV_ROW_STARTS = 64,      /* begins a numbered paragraph */
    CV_ROW_TAIL = 128,       /* NOTE BY OC/T behind the signature */
    CV_ROW_TABLE = 256,      /* one of several neighbours with gaps of two blanks */
    CV_ROW_KEPT = 512,       /* CV_LINE_KEPT: no heading */
    CV_ROW_CLOSED = 4096,    /* CV_LINE_CLOSED */
    CV_ROW_APART = 8192,     /* of an attachment behind the signature */
    CV_ROW_MAY_QUOTE = 2048, /* BEGIN or QUOTE may stand in it */
    CV_ROW_MAY_MARK = 16384, /* SUMMARY or COMMENT may stand in it */
    CV_ROW_QUOTED = 1024     /* inside Begin text … End text: its titles are no headings of the cable */
};
struct cv_rows {
    CV_LIST(struct cv_row) list;
    bool capitals; /* the text has next to no small letters */
};
/* From p->at to the end of p->lines. */
void cv_rows_build(struct cv_parse *p, struct cv_rows *rows);

/* ---- numbers.c: paragraph numbers -------------------------------------------------------------------- */
struct cv_number {
    int number;
    size_t n;                                         /* bytes of s up to the text */
    struct cv_span digits[2], mark, portion, meaning; /* mark: as printed; absent: none */
    struct cv_span pilcrow;
    bool wide; /* two blanks behind it */
    bool garbled;
};
/* A paragraph number at the start of s, with the mark before or behind it. */
bool cv_number_match(struct cv_span s, struct cv_arena *a, struct cv_number *out);
/* Decides which rows begin a paragraph (CV_ROW_STARTS), dividing rows of joined text; problems for gaps and repeats. */
void cv_numbers_settle(struct cv_parse *p, struct cv_rows *rows);

/* ---- noise.c --------------------------------------------------------------------------------------- */
/* Does `next`, its first letter aside, repeat the end of `before`? */
bool cv_line_repeats(struct cv_span before, struct cv_span next, bool page_break);
/* Does a line repeat itself behind a stray Q? */
bool cv_line_repeats_inside(struct cv_span s);

/* ---- joining.c --------------------------------------------------------------------------------------- */
/* What stands between two rows of one paragraph: 0 nothing, ' ' or '\n'. */
char cv_rows_join(const struct cv_rows *rows, const struct cv_row *before, const struct cv_row *row);
/* The text before is cut in mid-sentence and the row goes on with it, though a blank line stands between. */
bool cv_row_continues(const struct cv_rows *rows, const struct cv_row *before, const struct cv_row *row);

/* ---- signature.c ------------------------------------------------------------------------------------- */
/* Takes the signature and what follows it off the rows. */
void cv_signature_take(struct cv_parse *p, struct cv_rows *rows);
/* A line that can only be a signature: of a section's end. */
bool cv_signature_line(struct cv_span s);

/* ---- headings.c ---------------------------------------------------------------------------------- */
/* Blanks, dashes and slashes around a heading off. */
struct cv_span cv_heading_trim(struct cv_span s);
/* One line that may be a heading by its length and end; its case is asked apart. */
bool cv_heading_shape(struct cv_span s);
/* Two figures or more with a point or comma in them: the row of a table. */
bool cv_has_figures(struct cv_span s);
/* In capitals or title case. */
bool cv_heading_case(struct cv_span s);
/* A run of dashes inside a line from `from` on: where it begins, *n its bytes; SIZE_MAX: none. */
size_t cv_dash_run(struct cv_span s, size_t from, size_t *n);

/* ---- markers.c: marker words ------------------------------------------------------------------------- */
struct cv_marker {
    enum cv_paragraph_role role;
    size_t n;     /* bytes of the marker with what closes it (":", ".", "--") and blanks behind it */
    bool alone;   /* nothing follows */
    bool line;    /* nothing follows on the line, but there is another one */
    bool closed;  /* a sign closed it (it is no word of a sentence) */
    bool capital; /* in capital letters */
    bool end;     /* END SUMMARY, END COMMENT */
    bool more;    /* "(continued)" */
};
/* A marker at the start of s. */
bool cv_marker_match(struct cv_span s, struct cv_marker *out);
/* Does s end in the words END SUMMARY, END COMMENT or the like, with or without a full stop? */
bool cv_ends_block(struct cv_span s);
/* The role that a heading gives. */
enum cv_paragraph_role cv_heading_role(struct cv_span heading);
struct cv_marker_at {
    size_t paragraph; /* index in out->paragraphs */
    size_t at, n;     /* in its text */
    bool bracket;     /* "(Comment: …" */
    struct cv_marker m;
};
struct cv_markers {
    struct cv_marker_at *v;
    size_t n, cap;
};
/* Appends the markers of summary and comment in a paragraph's text, in order. */
void cv_markers_find(struct cv_span text, size_t paragraph, struct cv_arena *a, struct cv_markers *out);

/* ---- roles.c --------------------------------------------------------------------------------------- */
/* Fill role of every paragraph, out->summary and out->comment; heads[i]: see paragraphs.c. */
struct cv_text_block {
    struct cv_span heading;
    unsigned heading_no;          /* counts headings; 0: none */
    bool heading_role_off;        /* END SUMMARY took the role away */
    enum cv_paragraph_role ended; /* END SUMMARY, END COMMENT on a line of its own behind it */
    bool numbered;
    bool may_mark; /* SUMMARY or COMMENT may stand in its text */
};
void cv_roles_assign(struct cv_parse *p, struct cv_text_block *blocks);

#endif
