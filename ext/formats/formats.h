/* formats.h - how the text of one cable is told from the next and from its container, layout by layout.
 * One file per format, one line in the array of formats.c. Knows the parser, not where the bytes come from. */
#ifndef CV_EXT_FORMATS_H
#define CV_EXT_FORMATS_H

#include "../../include/cv_cable.h"
#include "../base/base.h"
#include "../parser/parser.h"

enum {
    CV_PROBE_BYTES = 64 * 1024, /* what probe may look at: of an HTML page, style and help stand before its table */
    CV_PROBE_MIN = 16           /* bits of evidence below which content is no cable */
};

/* ---- starts.c: where lines begin ---------------------------------------------------------------- */
enum { CV_STARTS = 1000 }; /* lines: of a longer text only the first are known */
struct cv_starts {
    bool all; /* no line of the text is missing */
    unsigned n;
    uint32_t at[CV_STARTS]; /* of each line that is not blank, the first byte that is no white space */
};
void cv_starts_find(struct cv_starts *s, struct cv_span text);

/* What a probe may look at. */
struct cv_probe {
    struct cv_span head;            /* the first CV_PROBE_BYTES: raw bytes, any encoding but UTF-16 */
    const struct cv_starts *starts; /* of its lines */
    unsigned enough;                /* bits further than which nobody needs it to count */
};

struct cv_format {
    const char *name; /* the value of cables.format */
    /* Bits of evidence; 0: not mine. The order of the array decides speed, never the answer. */
    unsigned (*probe)(const struct cv_probe *p);
    /* Set doc->bytes to the next document of the window, asking r->more() as needed, and move r past it.
     * doc's other fields are set by formats.c. CV_DONE when only white space is left. */
    enum cv_status (*next)(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena);
    /* Fill p->text and p->container and out->attributes, then cv_telegram_parse(p). bytes: the document as UTF-8. */
    enum cv_status (*parse)(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p);
};

/* ---- what a reader remembers from document to document --------------------------------------- */

/* How a table of cables is written (csv.c finds it on the first rows). */
enum { CV_CSV_COLUMNS = 16 }; /* more columns than any known table of cables has */
enum cv_csv_escape { CV_CSV_UNDECIDED, CV_CSV_BACKSLASH, CV_CSV_DOUBLED };
struct cv_csv_dialect {
    char delimiter;
    bool dump; /* the dump of Cablegate: eight columns, no line of names */
    enum cv_csv_escape escape;
    unsigned ncolumns;
    unsigned char column[CV_CSV_COLUMNS]; /* an enum of csv.c each */
};

/* Lives in cv_reader.format_state; cv_reader_close frees it. */
struct cv_format_state {
    unsigned doc;       /* position of the next document */
    bool refused;       /* no format knew the content: nothing comes */
    bool converted;     /* from UTF-16: offsets are of the text, not of the stream */
    bool skipping;      /* the document before was cut at the window's end: its rest is passed over */
    unsigned resyncs;   /* rows of a table whose quote was not closed, so far */
    bool header_passed; /* the line of column names is behind */
    struct cv_csv_dialect csv;
    struct cv_span csv_names; /* that line, in arena */
    struct cv_starts starts;  /* of the bytes that the probes saw … */
    uint64_t starts_offset;   /* … and where those lie in the stream */
    struct cv_arena arena;    /* of a text converted from UTF-16 and of csv_names */
};

/* reader.c: where the next document of a stream begins, so that another reader of the same bytes, which has given its
 * first document, can go on there. False: it cannot be said. */
struct cv_position {
    uint64_t offset;
    unsigned line_no, doc;
    enum cv_csv_escape escape;
};
bool cv_reader_position(const struct cv_reader *r, struct cv_position *out);
/* The reader's window is empty and its stream stands at p->offset. */
void cv_reader_resume(struct cv_reader *r, const struct cv_position *p);

/* documents.c: give the next n bytes of the window to doc and move the reader past them. */
void cv_reader_take(struct cv_reader *r, size_t n, struct cv_document *doc);
/* reader.c: more bytes in the window; false at the end of the stream or with *rc set (CV_LIMIT: window full). */
bool cv_reader_more(struct cv_reader *r, enum cv_status *rc);
/* One line of the window by offsets from r->p: text [at, end), the next line begins at `next`. */
struct cv_window_line {
    size_t at, end, next;
};
/* The line at offset at, whole; false at the end of the stream (or *rc is set). */
bool cv_reader_line(struct cv_reader *r, size_t at, struct cv_window_line *line, enum cv_status *rc);
/* Without the mark of UTF-8, which stands in front of each where several files were put together. */
static inline struct cv_span cv_window_text(const struct cv_reader *r, const struct cv_window_line *l) {
    struct cv_span s = cv_span_trim(cv_span_of(r->p + l->at, l->end - l->at));
    return s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0 ? cv_span_trim(cv_span_from(s, 3)) : s;
}
/* The next document ends at n (0: with the window), as a search found that ended in rc: at CV_LIMIT it is cut there.
 * CV_DONE: only white space is left; other errors of rc as they are. */
enum cv_status cv_reader_take_to(struct cv_reader *r, size_t n, enum cv_status rc, struct cv_document *doc);
/* The next document is the rest of the stream, or of the window where the stream is longer than it may be. */
enum cv_status cv_reader_take_rest(struct cv_reader *r, struct cv_document *doc);

/* documents.c: what was meant as text: entities resolved, plain blanks, no padding at the end; in the arena where that
 * changes it. */
struct cv_span cv_format_text(struct cv_span text, struct cv_arena *arena);
/* documents.c: the telegram is text (of cv_format_text), which begins at a line of the document; runs the parser over
 * it. */
enum cv_status cv_format_run(struct cv_parse *p, struct cv_span text, unsigned first_line_no);
/* The id that a file's name spells ("07MINSK1060.txt", "1976STATE290286.plain.txt"); absent if it is none. */
struct cv_span cv_format_file_id(struct cv_span name);
/* Push one attribute unless its value is missing: empty or n/a. */
void cv_format_attribute(struct cv_parse *p, struct cv_span name, struct cv_span value);
bool cv_format_missing(struct cv_span value);

/* entities.c: the text with its entities resolved, in the arena; the same span where there is none. */
struct cv_span cv_entities_resolved(struct cv_span text, struct cv_arena *arena);
/* The text with blanks for the no-break spaces of a browser, and without marks of UTF-8 inside; the same span where
 * there are none. */
struct cv_span cv_plain_blanks(struct cv_span text, struct cv_arena *arena);
/* An entity for a line break at the start of s: its bytes, or 0. */
size_t cv_entity_break(struct cv_span s);

/* ---- evidence.c: by what a line shows that it belongs to a telegram -------------------------- */
enum cv_hint {
    CV_HINT_NONE,
    CV_HINT_TRANSMISSION, /* ZCZC…, VZCZC… */
    CV_HINT_ROUTES,       /* RR RUEHFL … */
    CV_HINT_DE,           /* DE RUEHSK #1060 3621322 */
    CV_HINT_SECURITY,     /* ZNR UUUUU ZZH */
    CV_HINT_DTG,
    CV_HINT_FM,
    CV_HINT_ADDRESS,      /* TO, INFO, RUEHC/SECSTATE … */
    CV_HINT_DISTRIBUTION, /* ACTION EUR-12, INFO OCT-01, drafting labels, the dashes with a counter */
    CV_HINT_PAGE,         /* PAGE 01 STATE 237171 */
    CV_HINT_CLASSLINE,    /* classification, station, number */
    CV_HINT_CLASSMARK,    /* a classification alone */
    CV_HINT_EO,
    CV_HINT_TAGS,
    CV_HINT_SUBJECT,
    CV_HINT_REF,
    CV_HINT_CLASSIFIED_BY,
    CV_HINT_CAPTION,
    CV_HINT_NUMBERED, /* 1. text */
    CV_HINT_MARKED,   /* 1. (C) text */
    CV_HINT_END,      /* NNNN, << END OF DOCUMENT >> */
    CV_HINT_EXTRACT,  /* "This record is a partial extract …", in place of a header */
    CV_HINT_NOTICE,   /* stamps and notices, the weekday line of a publisher: says nothing either way */
    CV_HINT_FOREIGN   /* source code, mail, markup: no cable begins so */
};
struct cv_hint_line {
    enum cv_hint kind;
    struct cv_span station; /* of PAGE and classification lines, as printed; the DE line's indicator */
    bool station_known;
    int serial;  /* 0: none */
    int page;    /* number of a PAGE line */
    int section; /* SECTION 02 of a classification line, /02 of a DE line; 0: none */
};
void cv_hint_of(struct cv_span line, struct cv_hint_line *out);
/* Bits of evidence that text is a telegram, from its first lines, counted to `enough`; CV_PROBE_MIN and over: it is. */
unsigned cv_telegram_evidence(struct cv_span text, unsigned enough);
static inline bool cv_is_telegram(struct cv_span text) {
    return cv_telegram_evidence(text, CV_PROBE_MIN) >= CV_PROBE_MIN;
}

extern const struct cv_format cv_format_acp127, cv_format_html, cv_format_nara, cv_format_smart, cv_format_csv;
extern const struct cv_format *const cv_formats[];
extern const size_t cv_formats_n;

/* The format with most bits on these first bytes, or NULL below CV_PROBE_MIN. */
const struct cv_format *cv_format_of(struct cv_span head);
/* The same; *starts: where the lines begin, found on the way. */
const struct cv_format *cv_format_found(struct cv_span head, struct cv_starts *starts);

/* The version of libxml2 that runs, as it says it: "20914". Static. */
const char *cv_format_library(void);

#endif
