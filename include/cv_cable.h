/* cv_cable.h - the cable parser as a C library: bytes in, struct cv_cable out.
 *
 * It opens no file, needs no NUL, never writes into its input, and knows nothing of SQLite.
 *
 *     struct cv_arena arena;
 *     struct cv_cable cable;
 *     cv_arena_init(&arena, &cv_allocator_malloc, 0);
 *     struct cv_reader in = cv_reader_memory(bytes, n);
 *     struct cv_document doc = {0};
 *     while (cv_document_next(&in, &doc, &arena) == CV_OK) {
 *         if (cv_document_parse(&doc, CV_NEED_ALL, &arena, &cable) == CV_OK) use(&cable);
 *         cv_arena_reset(&arena);
 *     }
 *     cv_reader_close(&in);
 *     cv_arena_free(&arena);
 *
 * Every span in a struct cv_cable points into the document's bytes or into the arena, and lives
 * until the next cv_document_next on the same reader or the next reset of the arena.
 *
 * Facts cited below: "sheet N" is section N of the layout description that the project was built
 * from, which rests on 5 FAH-2 H-320 (message format lines), 5 FAH-1 H-200 (drafting telegrams),
 * 5 FAH-3 (TAGS) and ACP 127 (relay procedure). */
#ifndef CV_CABLE_H
#define CV_CABLE_H

#include "cv_base.h"

/* ---- closed lists -------------------------------------------------------------------------- */

enum cv_classification { /* in rising order; CV_CLASS_NONE: not found */
                         CV_CLASS_NONE,
                         CV_UNCLASSIFIED,
                         CV_LIMITED_OFFICIAL_USE,
                         CV_RESTRICTED,
                         CV_CONFIDENTIAL,
                         CV_SECRET,
                         CV_TOP_SECRET
};
enum cv_precedence { /* in rising order (sheet 3) */
                     CV_PREC_NONE,
                     CV_ROUTINE,
                     CV_PRIORITY,
                     CV_IMMEDIATE,
                     CV_NIACT_IMMEDIATE,
                     CV_FLASH,
                     CV_FLASH_OVERRIDE
};
enum cv_addressee_role { CV_ACTION, CV_INFO, CV_EXEMPT };
enum cv_tag_kind {
    CV_TAG_UNKNOWN,
    CV_TAG_SUBJECT,
    CV_TAG_GEOGRAPHIC,
    CV_TAG_ORGANIZATION,
    CV_TAG_PROGRAM,
    CV_TAG_PERSON
};
enum cv_ref_kind { CV_REF_TELEGRAM, CV_REF_AIRGRAM, CV_REF_EMAIL, CV_REF_LETTER, CV_REF_REPORT, CV_REF_OTHER };
enum cv_paragraph_role { CV_ROLE_NONE, CV_ROLE_SUMMARY, CV_ROLE_COMMENT, CV_ROLE_ACTION_REQUEST, CV_ROLE_NOTE };

/* The words of the SQL interface for each; NULL for "none". */
const char *cv_classification_name(enum cv_classification c);
const char *cv_precedence_name(enum cv_precedence p);
const char *cv_addressee_role_name(enum cv_addressee_role r);
const char *cv_tag_kind_name(enum cv_tag_kind k);
const char *cv_ref_kind_name(enum cv_ref_kind k);
const char *cv_paragraph_role_name(enum cv_paragraph_role r);

/* Problem codes: one X(constant, name) each; the enum and the names come from this list. */
#define CV_PROBLEM_CODES(X)                                                                                            \
    X(CV_P_NOT_A_CABLE, "not-a-cable")                                                                                 \
    X(CV_P_UNREADABLE, "unreadable") X(CV_P_TOO_LARGE, "too-large") X(CV_P_LIMIT, "limit") X(                          \
        CV_P_ENCODING, "encoding") X(CV_P_TRUNCATED, "truncated") X(CV_P_CHANGED, "changed")                           \
        X(CV_P_TEXT_MISSING, "text-missing") X(CV_P_SECTION_APART, "section-apart") X(                                 \
            CV_P_SECTION_MISSING, "section-missing") X(CV_P_LINE_NOISE, "line-noise") X(CV_P_REDACTION, "redaction")   \
            X(CV_P_QUOTE_UNCLOSED, "quote-unclosed") X(CV_P_DUPLICATE_ID, "duplicate-id") X(CV_P_NO_ID, "no-id")       \
                X(CV_P_NO_DATE, "no-date") X(CV_P_BAD_DATE, "bad-date") X(CV_P_DATE_PARTIAL, "date-partial") X(        \
                    CV_P_DATE_DIFFERS, "date-differs") X(CV_P_ID_DIFFERS, "id-differs")                                \
                    X(CV_P_STATION_UNKNOWN, "station-unknown") X(CV_P_NO_CLASSIFICATION, "no-classification") X(       \
                        CV_P_CLASSIFICATION_DIFFERS, "classification-differs")                                         \
                        X(CV_P_ATTRIBUTE_DIFFERS, "attribute-differs") X(CV_P_ADDRESSEE_GARBLED, "addressee-garbled")  \
                            X(CV_P_CAPTION_UNKNOWN, "caption-unknown") X(CV_P_BAD_EO, "bad-eo")                        \
                                X(CV_P_BAD_DECLASSIFY, "bad-declassify") X(CV_P_NO_SUBJECT, "no-subject")              \
                                    X(CV_P_SUBJECT_JOINED, "subject-joined") X(CV_P_NO_TAGS, "no-tags")                \
                                        X(CV_P_TAG_UNKNOWN, "tag-unknown") X(CV_P_TAG_UNOFFICIAL, "tag-unofficial")    \
                                            X(CV_P_TAG_REPAIRED, "tag-repaired") X(CV_P_REFERENCE_UNRESOLVED,          \
                                                                                   "reference-unresolved")             \
                                                X(CV_P_REFERENCE_STATION_INFERRED, "reference-station-inferred")       \
                                                    X(CV_P_REFERENCE_YEAR_INFERRED, "reference-year-inferred") X(      \
                                                        CV_P_REFERENCE_YEAR_LATER, "reference-year-later")             \
                                                        X(CV_P_REFERENCE_STATION_UNKNOWN, "reference-station-unknown") \
                                                            X(CV_P_PARAGRAPH_GAP, "paragraph-gap")                     \
                                                                X(CV_P_PARAGRAPH_REPEAT, "paragraph-repeat")           \
                                                                    X(CV_P_HEADING_JOINED, "heading-joined")           \
                                                                        X(CV_P_SUMMARY_UNCLOSED, "summary-unclosed")   \
                                                                            X(CV_P_MARK_GARBLED, "mark-garbled")
enum cv_problem_code {
#define CV_X(constant, name) constant,
    CV_PROBLEM_CODES(CV_X)
#undef CV_X
        CV_P_COUNT
};
const char *cv_problem_name(enum cv_problem_code code);

/* ---- the parts of a cable ------------------------------------------------------------------ */

struct cv_paragraph {
    int number;                    /* as printed; -1 where the paragraph has none */
    struct cv_span portion;        /* "C", "S/NF": without brackets, upper case, blanks out; absent: no mark */
    struct cv_span classification; /* what the mark (or ENTIRE TEXT) stands for, in words */
    struct cv_span heading;        /* the heading it stands under */
    enum cv_paragraph_role role;
    struct cv_span text; /* without number and mark; transport out, lines joined (sheet 11) */
    unsigned line_no;    /* where it begins in the document, from 1 */
};

struct cv_tag {
    struct cv_span tag; /* upper case; absent where a person stands for itself */
    enum cv_tag_kind kind;
    struct cv_span name;   /* meaning in the cable's year; absent if unknown. Static data or arena */
    struct cv_span person; /* "KISSINGER, HENRY A." */
};

struct cv_addressee {
    enum cv_addressee_role role;
    struct cv_span routing_indicator, name, message_number; /* number as printed, leading zeros kept */
    enum cv_precedence precedence;                          /* own or inherited; CV_PREC_NONE for exempt ones */
    bool collective;
};

struct cv_ref {
    struct cv_span label; /* upper case letter or digit, no brackets */
    enum cv_ref_kind kind;
    struct cv_span ref_id; /* "06TBILISI2601", "73BANGKOK-A50"; absent where neither or not certain */
    struct cv_span text;   /* as printed, white space single, without label and separators */
};

struct cv_attribute {
    struct cv_span name, value;
};

struct cv_problem {
    enum cv_problem_code code;
    unsigned line_no;       /* in the stream the document lies in, from 1; of a page or table row: in its telegram,
                               counted from the document's first line */
    struct cv_span message; /* in words; never quotes more than one line of the text */
};

#define CV_LIST(type)                                                                                                  \
    struct {                                                                                                           \
        type *v;                                                                                                       \
        size_t n, cap;                                                                                                 \
    }

struct cv_cable {
    const char *format;  /* "acp127", "html", …: static */
    struct cv_span id;   /* "07MINSK1060" (sheet 4) */
    struct cv_span date; /* ISO 8601, "2007-12-28T13:22:00Z", or a date alone */
    struct cv_span dtg;  /* "281322Z DEC 07", repaired */
    enum cv_precedence precedence;
    struct cv_span origin, station;
    int year, serial; /* 0: unknown */
    struct cv_span transmission_id, originator_ri;
    enum cv_classification classification;
    struct cv_spans captions; /* upper case, each once, in order */
    struct cv_span subject, subject_portion;
    struct cv_span executive_order, declassify_on, declassify_note;
    struct cv_span classified_by, classified_by_title;
    struct cv_spans reasons; /* "1.4(b)" */
    struct cv_span summary, comment, signature;
    struct cv_spans pass_to;
    struct cv_span drafted_by, approved_by;
    struct cv_spans routes;
    struct cv_span filed; /* ISO 8601 */
    struct cv_spans operating_signals;
    int sections;                /* 1: no sign of more; 0: several, number unknown */
    struct cv_span header, body; /* address part; text part from the classification line on */
    struct cv_span telegram;     /* the telegram as text: of a page its two blocks, of a CSV row two columns */
    struct cv_span raw;          /* the whole document, UTF-8; where it is only text, the same as telegram */
    CV_LIST(struct cv_paragraph) paragraphs;
    CV_LIST(struct cv_tag) tags;
    CV_LIST(struct cv_addressee) addressees;
    CV_LIST(struct cv_ref) refs;
    CV_LIST(struct cv_attribute) attributes;
    CV_LIST(struct cv_problem) problems;
};

/* ---- accounting: nothing of the text is lost ----------------------------------------------- */

/* What a byte of the document became. Each byte of the body that is no white space gets exactly
 * one of these; two at once is the parser's fault, and so is none. */
enum cv_fate {
    CV_FATE_NONE,
    CV_FATE_FIELD, /* header field: classification line, captions, E.O. … Classified By */
    CV_FATE_TEXT,
    CV_FATE_HEADING,
    CV_FATE_NUMBER,
    CV_FATE_MARK,
    CV_FATE_SIGNATURE,
    CV_FATE_TRANSPORT, /* page and section headers, stamps, notices, end marks, dashes */
    CV_FATE_TWICE      /* claimed by two: a defect */
};

/* ---- documents ----------------------------------------------------------------------------- */

/* A window over a stream of bytes. more() appends to the window or sets eof; NULL: the window is all. */
struct cv_reader {
    const char *p; /* what is left to read: [p, p+n) */
    size_t n;
    bool eof;         /* nothing follows the window */
    uint64_t offset;  /* of p in the stream, in bytes */
    unsigned line_no; /* of p in the stream, from 1 */
    /* Make the window longer (p may move, n grows) or set eof. CV_OK, CV_IO, CV_NOMEM, CV_LIMIT (window at max_window). */
    enum cv_status (*more)(struct cv_reader *r);
    void (*close)(struct cv_reader *r);
    void *ctx;
    const struct cv_format *format; /* chosen on the first cv_document_next, from content */
    void *format_state;             /* of the format, kept in ctx-independent memory; see formats.h */
    struct cv_span name;            /* file name without folders, for the page's own id; may be absent */
    bool sniffed;
};

/* n bytes in memory that the caller keeps alive. */
struct cv_reader cv_reader_memory(const void *bytes, size_t n);
void cv_reader_close(struct cv_reader *r);

/* One cable's own bytes within a reader's window, in whatever encoding they stand there. */
struct cv_document {
    struct cv_span bytes; /* valid until the next cv_document_next */
    uint64_t offset;      /* in the stream */
    unsigned line_no;     /* its first line in the stream, from 1 */
    unsigned doc;         /* position in its file, from 0 */
    const struct cv_format *format;
    struct cv_span name;     /* as in the reader */
    unsigned flags;          /* CV_DOC_… */
    const void *format_data; /* what the format wants to hand from next to parse */
};
enum { CV_DOC_TRUNCATED = 1, CV_DOC_TOO_LARGE = 2, CV_DOC_QUOTE_UNCLOSED = 4 };

/* What of a cable is wanted. A field outside what was asked for is absent, never wrong. */
enum cv_need {
    CV_NEED_ENVELOPE = 1,     /* down to the classification line: id, date … sections, classification */
    CV_NEED_TEXT = 2,         /* paragraphs, signature; with the whole head and roles: problems */
    CV_NEED_RAW = 4,          /* header, body, raw */
    CV_NEED_FIELDS = 8,       /* captions, E.O., subject, Classified By, drafters, attributes */
    CV_NEED_REFS = 16,        /* refs */
    CV_NEED_TAGS = 32,        /* tags */
    CV_NEED_ROLES = 64,       /* with the text: roles of the paragraphs, summary, comment */
    CV_NEED_ADDRESSEES = 128, /* with the envelope: addressees, and what may hang on them: precedence, routes */
    /* all that stands before the text */
    CV_NEED_HEAD = CV_NEED_ENVELOPE | CV_NEED_FIELDS | CV_NEED_REFS | CV_NEED_TAGS | CV_NEED_ADDRESSEES,
    CV_NEED_ALL = CV_NEED_HEAD | CV_NEED_TEXT | CV_NEED_ROLES | CV_NEED_RAW
};

/* The next document. CV_OK; CV_DONE at the end; CV_MISUSE: no format knows the content (not-a-cable);
 * CV_IO, CV_NOMEM. Only finds where it ends; parses nothing. */
enum cv_status cv_document_next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena);

/* Parse it. CV_OK even for a damaged telegram (see out->problems); CV_NOMEM if the arena is full;
 * CV_MISUSE if it turns out to be no cable at all. With parts of CV_NEED_HEAD alone the parse stops where
 * the text begins, unless the head lacks something that the text can supply. */
enum cv_status cv_document_parse(const struct cv_document *doc, unsigned needs, struct cv_arena *arena,
                                 struct cv_cable *out);

/* As cv_document_parse with CV_NEED_ALL, and (*fates)[i], an enum cv_fate, says what byte i of
 * out->telegram became. The array is in the arena. */
enum cv_status cv_document_account(const struct cv_document *doc, struct cv_arena *arena, struct cv_cable *out,
                                   const unsigned char **fates);

/* ---- single values ------------------------------------------------------------------------- */

/* A reference in canonical form: "Rio de Jan 0138", 2008 -> "08RIODEJANEIRO138"; also repairs ids that
 * publishers mangled (sheet 4). year: four digits or 0. Absent if it is none. Result in arena. */
struct cv_span cv_id_canonical(struct cv_span text, int year, struct cv_arena *arena);
/* "281322Z DEC 07" -> "2007-12-28T13:22:00Z"; absent if it is no date-time group. */
struct cv_span cv_date_of_dtg(struct cv_span dtg, struct cv_arena *arena);
/* The meaning of a TAG in a year (0: the latest); absent if unknown. Static data. */
struct cv_span cv_tag_meaning(struct cv_span tag, int year);
/* Canonical station of a name, alias or cut form; absent if unknown. Static data. */
struct cv_span cv_station_canonical(struct cv_span name);
/* Its country's name; absent if it has none. Static data. */
struct cv_span cv_station_country(struct cv_span station);

#endif
