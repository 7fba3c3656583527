/* envelope.h - what the files of the envelope share: envelope.c walks the lines and hands each piece to
 * distribution.c, addressees.c, dtg.c, classline.c. For those five alone; what other stages may call is in parser.h. */
#ifndef CV_EXT_PARSER_ENVELOPE_H
#define CV_EXT_PARSER_ENVELOPE_H

#include "parser.h"

/* What the last piece belonged to, so that a line without a label of its own can continue it. */
enum cv_part {
    CV_PART_NONE, CV_PART_ROUTES, CV_PART_FROM, CV_PART_ADDRESSEES, CV_PART_OFFICES, CV_PART_DRAFTED, CV_PART_APPROVED,
    CV_PART_OTHER
};

/* The office list that the last label opened. */
enum cv_office { CV_OFFICE_ACTION, CV_OFFICE_ORIGIN, CV_OFFICE_INFO, CV_OFFICE_KINDS };

struct cv_envelope {
    struct cv_parse *p;
    struct cv_observed seen; /* of this header alone; laid over p->seen at the end */
    bool fill;               /* a later section's header: only seen is wanted, nothing goes to out */
    unsigned line_no;        /* of the piece at hand */
    enum cv_part part;
    bool gap;                /* a blank line stood between the last piece and this one */
    enum cv_office office;
    enum cv_addressee_role role, list_role; /* list_role: what an XMT list falls back to */
    bool list_has_ri;        /* the list so far has routing indicators */
    size_t last_width;       /* of the last address line, in bytes; a full line is a wrapped one */
    struct cv_buf drafted, approved;
    CV_LIST(struct cv_attribute) attributes; /* offices, counter: they go before the printed ones */
};

/* ---- format_lines.c ---- */
enum cv_kind {
    CV_KIND_UNKNOWN,
    CV_KIND_TRANSMISSION, CV_KIND_LINE2, CV_KIND_ROUTES, CV_KIND_DE, CV_KIND_ZN, CV_KIND_DTG, CV_KIND_BAD_DTG,
    CV_KIND_FM, CV_KIND_TO, CV_KIND_INFO, CV_KIND_XMT, CV_KIND_OFFICES, CV_KIND_DASHES, CV_KIND_DRAFTED,
    CV_KIND_APPROVED,
    CV_KIND_TRANSPORT /* GRNC, BT, PAGE, a number of the distribution, a weekday, a notice */
};
/* What a line of the header begins with; part: what the line before it belonged to. */
enum cv_kind cv_line_kind(struct cv_span line, enum cv_part part, struct cv_arena *a);
/* The same of a line of p, trimmed, whose form is looked at once. */
enum cv_kind cv_line_kind_at(struct cv_parse *p, size_t i, enum cv_part part);
bool cv_is_line2(struct cv_span s);   /* "RR RUEHFL RUEHKW" */
bool cv_is_de_line(struct cv_span s); /* "DE RUEHSK #1060 3621322" */
bool cv_is_zn_line(struct cv_span s); /* "ZNR UUUUU ZZH" */
/* Bytes of the label z that s begins with, with its colon and blanks; 0: none. */
size_t cv_header_label(struct cv_span s, const char *z);
size_t cv_info_label(struct cv_span s);     /* INFO, one letter wrong too */
bool cv_may_be_addressed(struct cv_span s); /* a routing indicator, or what a name begins with */

static inline struct cv_span cv_first_word(struct cv_span s) { return cv_span_word(&s); }

/* What stands behind the first word. */
static inline struct cv_span cv_behind_word(struct cv_span s) {
    (void)cv_span_word(&s);
    return cv_span_trim_left(s);
}

/* Where the word behind the one at s[i] begins; s.n: there is none. */
static inline size_t cv_next_word(struct cv_span s, size_t i) {
    while (i < s.n && !cv_is_space(s.p[i])) i++;
    while (i < s.n && cv_is_space(s.p[i])) i++;
    return i;
}

/* ---- header_lines.c ---- */
/* Take a line of the header, trimmed, which begins with `kind`, into e, piece by piece where a publisher has joined lines;
 * marks its fates. */
void cv_header_line(struct cv_envelope *e, struct cv_span s, enum cv_kind kind);

/* The precedence that a letter of format line 2 or 5 stands for; CV_PREC_NONE: it stands for none. */
static inline enum cv_precedence cv_precedence_letter(char c) {
    switch (cv_to_upper(c)) {
    case 'Y':
        return CV_FLASH_OVERRIDE;
    case 'Z':
        return CV_FLASH;
    case 'O':
        return CV_IMMEDIATE;
    case 'P':
        return CV_PRIORITY;
    case 'R':
        return CV_ROUTINE;
    default:
        return CV_PREC_NONE;
    }
}

/* ---- dtg.c ---- */
/* Letters, too many or too few digits, a month: was meant for a DTG. Only action and info of *out are set. */
bool cv_dtg_resembles(struct cv_span line, struct cv_dtg *out);

/* ---- classline.c ---- */
/* As cv_classline_match, but the rest is not judged: it may be the next line, joined on. */
bool cv_classline_parts(struct cv_span line, struct cv_arena *a, struct cv_classline_parts *out);
/* The same of a line of p. Where it begins with no classification, only that is set in *out. */
bool cv_classline_read(struct cv_parse *p, struct cv_span line, struct cv_classline_parts *out);

/* ---- distribution.c ---- */
/* ACTION, ORIGIN or INFO with at least one office behind it, or (continued) a line of offices alone. */
bool cv_offices_match(struct cv_span piece, bool continued);
/* Parse them; returns how many bytes of the piece are theirs. */
size_t cv_offices_parse(struct cv_envelope *e, struct cv_span piece);
/* The dashes line with counter and time of filing; how many bytes of s it takes, 0: it is none. */
size_t cv_dashes_parse(struct cv_envelope *e, struct cv_span s);
/* "14", "61/62", "66605": numbers of the distribution, alone on a line. */
/* What stands behind the dashes, on a line of its own where the line was cut at its gap. */
bool cv_dashes_rest(struct cv_envelope *e, struct cv_span s);
bool cv_dashes_alone(struct cv_span s);
bool cv_distribution_number(struct cv_span line);
enum cv_drafting { CV_DRAFTING_NONE, CV_DRAFTING_DRAFTED, CV_DRAFTING_APPROVED };
/* DRAFTED BY, APPROVED BY and their misprints at the line's start; *value_at: where the names begin. */
enum cv_drafting cv_drafting_match(struct cv_span line, size_t *value_at);
void cv_drafting_add(struct cv_buf *b, struct cv_span names);
/* DRAFTED BY at the end of the text: fills out, takes the lines out of p->lines. */
void cv_drafting_at_end(struct cv_parse *p);

/* ---- addressees.c ---- */
/* One address line (after its label, if it had one) or the continuation of one. */
void cv_addressees_line(struct cv_envelope *e, struct cv_span line);
/* A word that begins an addressee without routing indicator: AMEMBASSY, SECSTATE, JOINT, … */
bool cv_addressee_word(struct cv_span word);
/* "RUEHC/" at the start: bytes up to and with the slash; 0: none. */
size_t cv_routing_prefix(struct cv_span s);
/* A routing indicator alone: R and three to seven capitals. */
bool cv_routing_indicator(struct cv_span word);

#endif
