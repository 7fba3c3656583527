/* refs.h - what the files of the reference grammar share: refs_words.c (tokens, words), refs_match.c (one reference),
 * refs_dates.c (years and dates), refs_labels.c (labels), refs_resolve.c (year, station, row), refs.c (the block).
 * ids.c reads single ids with the same matcher. The other stages see it through parser.h only.
 *
 * The grammar, sheet 9:
 *     block     = { separator | label | reference | remark | prose }
 *     reference = [year] station [link] number [year]   number may be a DTG or an airgram's
 *               | number station | sender's word number | number
 * Positions are byte offsets in the block; nothing is copied until a row is made. */
#ifndef CV_EXT_REFS_H
#define CV_EXT_REFS_H

#include "parser.h"

/* ---- refs_words.c: tokens and words ---------------------------------------------------------- */

enum ref_token_kind { REF_END, REF_WORD, REF_NUMBER, REF_SIGN };
enum ref_gap { REF_GLUED, REF_BLANK, REF_LINE, REF_BLANK_LINE }; /* what stands before a token */
struct ref_token {
    enum ref_token_kind kind;
    enum ref_gap gap;
    size_t at, end;
    char sign;    /* of REF_SIGN; curly apostrophes and dashes as ASCII */
    bool pilcrow; /* a publisher's pilcrow stands right before it */
};
/* The next token at or after pos; REF_END at the end. A number may have O for 0 and l, I for 1. */
struct ref_token cv_ref_token(struct cv_span s, size_t pos);

enum {                   /* what a word is in a REF block; several bits at once are usual */
       REF_W_STOP = 1,   /* never (part of) a station's name */
       REF_W_LINK = 2,   /* may stand between station and number: CABLE, NO. */
       REF_W_LEAD = 4,   /* may stand before a reference and belongs to it: SEE, UNCLAS */
       REF_W_REMARK = 8, /* begins a remark on the reference before it: NOTAL, PREVIOUS, PARA */
       REF_W_REF = 16,   /* REF, REFTEL: part of a label, no content */
       REF_W_OWN = 32,   /* EMBTEL: the sender's own telegram */
       REF_W_OUR = 64,   /* OURTEL, MYTEL */
       REF_W_DEPT = 128, /* DEPTEL */
       REF_W_YOUR = 256, /* URTEL: the first action addressee's */
       REF_W_EMAIL = 512,
       REF_W_LETTER = 1024,
       REF_W_REPORT = 2048,
       REF_W_OTHER = 4096,  /* the kind of a document */
       REF_W_SERIES = 8192, /* with a number: a series of documents */
       REF_W_NONE = 16384,  /* NONE */
       REF_W_AND = 32768,
       REF_W_CIRCULAR = 65536, /* letters of an airgram's number: A, CA */
       REF_W_CAPTION = 131072, /* SIPDIS: transport astray */
       REF_W_SENDERS = REF_W_OWN | REF_W_OUR | REF_W_DEPT | REF_W_YOUR,
       REF_W_KINDS = REF_W_EMAIL | REF_W_LETTER | REF_W_REPORT | REF_W_OTHER | REF_W_SERIES
};
unsigned cv_ref_word(struct cv_span word);
static inline struct cv_span ref_text(struct cv_span s, struct ref_token t) {
    return cv_span_of(s.p + t.at, t.end - t.at);
}
/* Flags of the token's word; 0 for signs and numbers. */
unsigned cv_ref_token_word(struct cv_span s, struct ref_token t);
static inline bool ref_is_sign(struct ref_token t, char c) { return t.kind == REF_SIGN && t.sign == c; }

/* ---- refs_dates.c ----------------------------------------------------------------------------- */

/* Two or four digits as a year, 1960-2049; 0: none. 66-99 are of 19xx, 00-65 of 20xx (sheet 3). */
int cv_ref_year(struct cv_span digits);
struct ref_date {
    int year, month; /* 0: not printed */
    size_t end;
};
/* "MAY 24, 1978", "14 MAY", "12/21/73", "031628Z SEP 75", "MAY 2008" at pos. */
bool cv_ref_date(struct cv_span s, size_t pos, struct ref_date *out);
/* "311345Z", "31 1345 Z": a group of date and time at pos, with month and year if they follow. */
bool cv_ref_dtg(struct cv_span s, size_t pos, struct ref_date *out);

/* ---- refs_match.c ----------------------------------------------------------------------------- */

enum ref_sender { REF_BY_NONE, REF_BY_STATION, REF_BY_OWN, REF_BY_OUR, REF_BY_DEPT, REF_BY_YOUR };
struct ref_match {
    size_t from, end;       /* bytes of the block it takes, years included */
    enum ref_sender by;     /* NONE: a bare number */
    struct cv_span station; /* canonical or as printed, for BY_STATION */
    bool station_known;
    int year;           /* printed with it; 0: none */
    bool year_doubtful; /* the printed year may be something else */
    bool year_trailing; /* it is printed as two more digits after the number */
    bool dtg;           /* has a date and time in the place of a number */
    bool unreadable;    /* XXXX, or a number that is none */
    bool number_first;
    bool report;    /* a series with year and number, no telegram */
    char series[4]; /* airgram's letters, "A", "CA"; "" for telegrams */
    char digits[8]; /* without leading zeros, at most six; "" when unreadable */
};
struct ref_context {
    struct cv_arena *arena; /* NULL: names that no list has stay as they are printed */
    int year;               /* of the cable; 0: unknown */
    bool year_after;        /* every entry of the list is "AMMAN 07718 99" */
    unsigned *near_left;    /* searches for misspelt names that are still allowed: hostile input */
};
/* A reference with its station, known (strong) or such that it can only be one, at pos. */
bool cv_ref_match(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m);
/* The same for names that no list has: only where an entry begins. */
bool cv_ref_match_unknown(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m);
/* "870 ULAANBAATAR" */
bool cv_ref_match_number_first(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m);
/* "3164", "A-50": the station is not printed. */
bool cv_ref_match_bare(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m);
/* Whether all telegrams of the block have a two-digit year after their number. */
bool cv_ref_years_follow(const struct ref_context *c, struct cv_span s);
/* A separator, the end, a bracket or a line end: what may follow a number of a reference. */
bool cv_ref_boundary(struct cv_span s, size_t pos);

/* ---- refs_labels.c ---------------------------------------------------------------------------- */

enum ref_place { REF_AT_ENTRY, REF_AFTER_REFERENCE, REF_IN_PROSE };
/* Labels behind Z: AA, BB, CC … are kept as 'a', 'b', 'c' …; AA, AB, AC … as 'a', and then from REF_LABEL_AB on. */
enum { REF_LABEL_AB = '!', REF_LABEL_LAST = 'P' };
/* A label as it is printed; absent for 0. Static data. */
struct cv_span cv_ref_label_text(char label);
/* A label at pos: *end behind it and its signs. `last`: the label before it, 0 none. Returns the capital letter,
 * the digit, or what stands for two letters; 0: none. */
char cv_ref_label(const struct ref_context *c, struct cv_span s, size_t pos, char last, enum ref_place place,
                  size_t *end);

/* ---- refs_prose.c ------------------------------------------------------------------------------ */

/* A stretch of words that is no telegram: a letter, a report, a remark. */
struct ref_prose {
    size_t from, end;         /* its content, separators at the end left out */
    size_t next;              /* where reading goes on */
    size_t cut_from, cut_end; /* a label inside it that is none: left out of the text */
    unsigned words;           /* flags of all its words together */
    unsigned first;           /* flags of its first word */
    bool leads_only;          /* only words that belong to the reference after it */
    bool before_reference;    /* a telegram follows directly */
    bool dtg;                 /* a group of date and time stands in it: a telegram without number */
    bool is_station;          /* nothing but a station's name: the number is missing */
};
void cv_ref_prose(const struct ref_context *c, struct cv_span s, size_t pos, char last_label, bool may_split,
                  struct ref_prose *out);
/* The end of the bracket that opens at pos, its closing sign included; 0 when it is not closed near by. */
size_t cv_ref_bracket_end(struct cv_span s, size_t pos);
enum cv_ref_kind cv_ref_kind_of(unsigned words);

/* ---- refs_resolve.c --------------------------------------------------------------------------- */

/* What a bare number takes over from the reference before it. */
struct ref_carry {
    bool set;
    enum ref_sender by;
    struct cv_span station;
    bool station_known;
    int year;
};
/* The row of m: kind, ref_id, and its problems. False: it is the cable itself. */
bool cv_ref_resolve(struct cv_parse *p, const struct ref_match *m, const struct ref_carry *carry,
                    const struct ref_date *remark, unsigned line_no, struct cv_ref *row);
/* "06TBILISI2601", "75STATE-A4945". */
struct cv_span cv_ref_id(struct cv_arena *a, int year, struct cv_span station, const char *series, const char *digits);

#endif
