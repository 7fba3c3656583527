/* classline.c - the classification line: "C O N F I D E N T I A L SECTION 01 OF 03 KUALA LUMPUR 001403 NOFORN".
 * May not: decide identity (resolve.c), look at other lines, take a line of text for one.
 * Facts: sheet 4 (spaced letters, one letter wrong, sections, stations, captions), NARA sheet 2 "Sections",
 * 5 FAH-1 H-200 (classifications). */
#include "envelope.h"

enum {
    SQUEEZE = 24,      /* letters looked at: LIMITED OFFICIAL USE and one too many */
    STATION_WORDS = 5, /* "USDEL ... " with kind of post; no station has more */
    REST_MAX = 40,     /* bytes left over that can still be captions */
    SERIAL_DIGITS = 8  /* "00100153" */
};

/* ---- letters with blanks between them ------------------------------------------------------- */

/* The letters and digits from s's start without the blanks between; end[i]: bytes up to and with letter i. */
struct squeezed {
    char letter[SQUEEZE];
    size_t end[SQUEEZE], n;
};

static struct squeezed squeeze(struct cv_span s) {
    struct squeezed q = {.n = 0};
    for (size_t i = 0; i < s.n && q.n < SQUEEZE; i++) {
        if (cv_is_blank(s.p[i])) continue;
        if (!cv_is_alnum(s.p[i])) break;
        q.letter[q.n] = cv_to_upper(s.p[i]);
        q.end[q.n++] = i + 1;
    }
    return q;
}

/* After its first k letters the text has no letter directly behind. */
static bool ends_after(const struct squeezed *q, struct cv_span s, size_t k) {
    return k && k <= q->n && (q->end[k - 1] >= s.n || !cv_is_alpha(s.p[q->end[k - 1]]));
}

/* Bytes of s that spell the word with any blanks; 0: it does not. */
static size_t spelled(const struct squeezed *q, struct cv_span s, struct cv_span word) {
    return ends_after(q, s, word.n) && memcmp(q->letter, word.p, word.n) == 0 ? q->end[word.n - 1] : 0;
}

/* The same with one letter wrong, lost or doubled; the start must not be what is wrong in two letters. */
static size_t misspelled(const struct squeezed *q, struct cv_span s, struct cv_span word) {
    size_t k = word.n;
    if (q->n < 2 || (q->letter[0] != word.p[0] && q->letter[1] != word.p[1] && q->letter[0] != word.p[1])) return 0;
    for (int i = 0; i < 3; i++) {
        size_t n = i == 0 ? k : i == 1 ? k - 1 : k + 1;
        if (ends_after(q, s, n) && cv_span_distance(cv_span_of(q->letter, n), word) == 1) return q->end[n - 1];
    }
    return 0;
}

static const struct {
    struct cv_span word;
    enum cv_classification classification;
} forms[] = {/* longest first: UNCLAS begins UNCLASSIFIED */
             {{"LIMITEDOFFICIALUSE", 18}, CV_LIMITED_OFFICIAL_USE},
             {{"LTDOFFICIALUSE", 14}, CV_LIMITED_OFFICIAL_USE},
             {{"UNCLASSIFIED", 12}, CV_UNCLASSIFIED},
             {{"CONFIDENTIAL", 12}, CV_CONFIDENTIAL},
             {{"RESTRICTED", 10}, CV_RESTRICTED},
             {{"TOPSECRET", 9}, CV_TOP_SECRET},
             {{"LIMDISUSE", 9}, CV_LIMITED_OFFICIAL_USE},
             {{"LIMOFFUSE", 9}, CV_LIMITED_OFFICIAL_USE},
             {{"UNCLAS", 6}, CV_UNCLASSIFIED},
             {{"SECRET", 6}, CV_SECRET},
             {{"LOU", 3}, CV_LIMITED_OFFICIAL_USE}};

/* The first four letters, by which almost every line is told from all forms; a bit for each beginning of a form. */
enum { LIM = 1, LTD = 2, UNC = 4, CON = 8, RES = 16, TOP = 32, SEC = 64, LOU = 128 };
#define EITHER(upper, ...) [upper] = {__VA_ARGS__}, [(upper) + 'a' - 'A'] = {__VA_ARGS__}
static const unsigned char beginnings[256][4] =
    {/* with this letter in first, second, third, fourth place */
     EITHER('C', CON, 0, UNC | SEC, 0), EITHER('D', 0, 0, LTD, LIM), EITHER('E', 0, RES | SEC, 0, 0),
     EITHER('F', 0, 0, 0, CON),         EITHER('I', 0, LIM, 0, LIM), EITHER('L', LIM | LTD | LOU, 0, 0, UNC),
     EITHER('M', 0, 0, LIM, 0),         EITHER('N', 0, UNC, CON, 0), EITHER('O', 0, CON | TOP | LOU, 0, LIM | LTD),
     EITHER('P', 0, 0, TOP, 0),         EITHER('R', RES, 0, 0, SEC), EITHER('S', SEC, 0, RES, TOP),
     EITHER('T', TOP, LTD, 0, RES),     EITHER('U', UNC, 0, LOU, 0)};
#undef EITHER

/* The table's rows of the first four letters, blanks between them passed over. */
static void first_letters(struct cv_span s, const unsigned char *l[4]) {
    size_t i = 0;
    for (unsigned n = 0; n < 4 && i < s.n; i++) {
        char c = s.p[i];
        if (cv_is_alnum(c))
            l[n++] = beginnings[(unsigned char)c];
        else if (!cv_is_blank(c))
            return;
    }
}

/* Can s spell a form, also with one letter wrong, lost, doubled or two changed round? All letters but that one stand in
 * their places, or one place beside. */
bool cv_classification_may_begin(struct cv_span s) {
    const unsigned char *const none = beginnings[0], *l[4] = {none, none, none, none};
    first_letters(s, l);
    if (!(l[0][0] | l[1][0] | l[1][1] | (l[0][1] & l[1][2]))) return false;
    return (l[0][0] & l[1][1] & (l[2][2] | l[3][3] | l[2][3] | l[3][2])) | /* the third or a later one */
           (l[0][0] & l[3][3] & (l[2][2] | (l[1][2] & l[2][1]))) |         /* the second is wrong, or changed round */
           (l[0][0] & ((l[1][2] & l[2][3]) | (l[2][1] & l[3][2]))) |       /* it is lost, or one stands before it */
           (l[2][2] & l[3][3] & (l[1][1] | (l[0][1] & l[1][0]))) |         /* the first is wrong, or changed round */
           (l[1][0] & l[2][1] & l[3][2]) | (l[0][1] & l[1][2] & l[2][3]);  /* one stands before it, or it is lost */
}

/* "UNCLASSECTION 01 OF 02": the bytes of the form, where SECTION follows without a blank. */
static size_t glued_to_section(const struct squeezed *q, struct cv_span word) {
    size_t k = word.n;
    struct cv_span behind;
    if (k < 6 || q->n < k + 6 || memcmp(q->letter, word.p, k) != 0) return 0;
    behind = cv_span_of(q->letter + k, q->n - k);
    return cv_span_starts(behind, "SECTIO") || cv_span_starts(behind, "ECTION") ? q->end[k - 1] : 0;
}

static enum cv_classification match_form(struct cv_span s, size_t *n, bool *exact) {
    struct squeezed q;
    *exact = true;
    if (!s.n || !cv_is_alnum(s.p[0]) || !cv_classification_may_begin(s)) return CV_CLASS_NONE;
    q = squeeze(s);
    for (size_t i = 0; i < CV_ARRAY_LEN(forms); i++)
        if (q.letter[0] == forms[i].word.p[0] && (*n = spelled(&q, s, forms[i].word))) return forms[i].classification;
    for (size_t i = 0; i < CV_ARRAY_LEN(forms); i++)
        if ((*n = glued_to_section(&q, forms[i].word))) return forms[i].classification;
    *exact = false;
    for (size_t i = 0; i + 1 < CV_ARRAY_LEN(forms); i++) /* not LOU: too short to be misspelt */
        if ((*n = misspelled(&q, s, forms[i].word))) return forms[i].classification;
    return CV_CLASS_NONE;
}

enum cv_classification cv_classification_match(struct cv_span line, size_t *n) {
    struct cv_span s = cv_span_trim_left(line);
    bool exact;
    enum cv_classification c = match_form(s, n, &exact);
    if (c != CV_CLASS_NONE) *n += line.n - s.n;
    return c;
}

/* ---- the parts behind it ------------------------------------------------------------------- */

struct scan {
    struct cv_span s; /* what is left */
    struct cv_classline_parts *out;
    struct cv_arena *a;
    struct cv_buf printed;             /* captions as printed */
    const char *station, *station_end; /* first and last byte of the station's words */
    unsigned words;                    /* of the station */
    bool station_closed, numbered;     /* another thing stood behind the words; a number was seen */
    unsigned digits;                   /* of the number as printed */
    bool glued;                        /* it stands right behind the station */
};

static void advance(struct scan *c, size_t n) { c->s = cv_span_from(c->s, n); }

static int number_word(struct cv_span w) {
    static const char *const words[] = {"ONE",      "TWO",      "THREE",   "FOUR",   "FIVE",   "SIX",
                                        "SEVEN",    "EIGHT",    "NINE",    "TEN",    "ELEVEN", "TWELVE",
                                        "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN"};
    static const char *const roman[] = {"I", "II", "III", "IV", "V", "VI"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i]) || (i < CV_ARRAY_LEN(roman) && cv_span_is(w, roman[i]))) return (int)i + 1;
    return 0;
}

/* A section's number, in digits (O and l for 0 and 1) or in words; *n: its bytes. 0: none. */
static int section_number(struct cv_span s, size_t *n) {
    size_t i = 0;
    int v = 0, digits = 0;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    for (size_t k = i; k < s.n && digits < 3; k++, digits++) {
        char ch = s.p[k];
        int d = cv_is_digit(ch) ? ch - '0' : cv_to_upper(ch) == 'O' ? 0 : ch == 'l' || ch == 'I' ? 1 : -1;
        if (d < 0 || (!cv_is_digit(ch) && k + 1 < s.n && memchr("FNfn", s.p[k + 1], 4))) break; /* "01OF03" */
        v = v * 10 + d;
        *n = k + 1;
    }
    if (digits && digits < 3 && v > 0 && (cv_is_digit(s.p[*n - 1]) || cv_is_digit(s.p[i]))) return v;
    v = 0;
    for (*n = i; *n < s.n && cv_is_alpha(s.p[*n]);) (*n)++;
    return number_word(cv_span_range(s.p + i, s.p + *n));
}

/* "OF 03", "ON 2", "0F 2", "/3" after a section's number. */
static int section_of(struct cv_span s, size_t *n) {
    size_t i = 0, k;
    int of;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    if (i < s.n && s.p[i] == '/')
        i++;
    else if (i + 1 < s.n && memchr("O0oI", s.p[i], 4) && memchr("FNfn", s.p[i + 1], 4))
        i += 2;
    else if (i + 2 < s.n && cv_to_upper(s.p[i]) == 'O' && s.p[i + 1] == ' ' && cv_to_upper(s.p[i + 2]) == 'F')
        i += 3;
    else
        return 0;
    of = section_number(cv_span_from(s, i), &k);
    *n = i + k;
    return of;
}

static size_t squeezed_word(struct cv_span s, struct cv_span word) {
    struct squeezed q = squeeze(s);
    return spelled(&q, s, word);
}

static size_t section_word(struct cv_span s) {
    struct squeezed q;
    size_t n = 0;
    while (n < s.n && cv_is_blank(s.p[n])) n++;
    if (n < s.n && !memchr("SsEe", s.p[n], 4)) { /* its second letter then, if one is wrong */
        for (n++; n < s.n && cv_is_blank(s.p[n]);) n++;
        if (n >= s.n || cv_to_upper(s.p[n]) != 'E') return 0;
    }
    q = squeeze(s);
    n = spelled(&q, s, CV_LIT("SECTION"));
    if (!n) n = spelled(&q, s, CV_LIT("SECT"));
    if (!n) n = spelled(&q, s, CV_LIT("SEC"));
    if (!n) n = misspelled(&q, s, CV_LIT("SECTION"));
    if (n && n < s.n && s.p[n] == '.') n++;
    return n;
}

/* "SECTION 01 OF 03", "SECTION TWO OF THREE", "FINAL SECTION OF 2", "01 OF 03". */
static bool take_section(struct scan *c) {
    struct cv_span s = c->s, w = s, word = cv_span_word(&w);
    bool final = cv_span_is(word, "FINAL") || cv_span_is(word, "LAST"), part = cv_span_is(word, "PART");
    size_t at = 0, n = 0, k;
    int no, of;
    if (final) at = (size_t)(cv_span_trim_left(w).p - s.p), n = section_word(cv_span_from(s, at));
    if (!final) n = part ? word.n : section_word(s);
    if (final && !n) return false;
    at += n;
    no = section_number(cv_span_from(s, at), &k);
    if (no) at += k;
    of = section_of(cv_span_from(s, at), &k);
    if (of) at += k;
    if (!n && !(no && of && of >= no && s.p[at - k] != '/')) return false; /* bare "1/2" is part of a number */
    if ((!no && !(final && of)) || (part && !of)) return false;
    if (at < s.n && cv_is_digit(s.p[at])) return false;
    k = squeezed_word(cv_span_trim_left(cv_span_from(s, at)), CV_LIT("SECTIONS")); /* "ONE OF TWO SECTIONS" */
    if (of && k) at = (size_t)(cv_span_trim_left(cv_span_from(s, at)).p + k - s.p);
    c->out->line.section_no = no ? no : of;
    c->out->line.section_of = of;
    advance(c, at);
    return true;
}

static const struct cv_span captions[] = {{"FOROFFICIALUSEONLY", 18},
                                          {"SENSITIVEBUTUNCLASSIFIED", 24},
                                          {"EFTO", 4},
                                          {"NOFORN", 6},
                                          {"SIPDIS", 6},
                                          {"EXDIS", 5},
                                          {"NODIS", 5},
                                          {"LIMDIS", 6},
                                          {"STADIS", 6},
                                          {"NOCONTRACT", 10},
                                          {"ORCON", 5},
                                          {"SENSITIVE", 9},
                                          {"FOUO", 4},
                                          {"TERREP", 6},
                                          {"NIACT", 5},
                                          {"AIDAC", 5},
                                          {"SBU", 3},
                                          {"NODISSEM", 8},
                                          {"EXCLUSIVE", 9},
                                          {"NOTAL", 5},
                                          {"CODEL", 5},
                                          {"ROGERCHANNEL", 12},
                                          {"DIRGENCHANNEL", 13},
                                          {"DISSENTCHANNEL", 14},
                                          {"STADISONLY", 10},
                                          {"LIMITEDDISTRIBUTION", 19},
                                          {"CHEROKEE", 8},
                                          {"EYESONLY", 8},
                                          {"POSSDUPE", 8},
                                          {"POSSIBLEDUPLICATE", 17}};

/* "REL TO USA, GBR": codes as long as commas or AND join them. */
static size_t release_list(struct cv_span s) {
    struct cv_span rest = s, w;
    size_t n = 0;
    if (!cv_span_starts(s, "REL TO ") && !cv_span_starts(s, "RELTO ")) return 0;
    rest = cv_span_from(s, cv_span_starts(s, "REL") && s.p[3] == ' ' ? 7 : 6);
    while ((w = cv_span_word(&rest)).n) {
        bool more = w.p[w.n - 1] == ',';
        struct cv_span peek = rest;
        for (size_t i = 0; i < w.n - more; i++)
            if (!cv_is_alpha(w.p[i])) return n;
        n = (size_t)(w.p + w.n - s.p);
        if (!more && !cv_span_is(w, "AND") && !cv_span_is(cv_span_word(&peek), "AND")) break;
    }
    return n;
}

static void add_caption(struct scan *c, struct cv_span name, size_t n) {
    if (c->printed.n) cv_buf_addc(&c->printed, ' ');
    cv_buf_add(&c->printed, cv_span_first(c->s, n));
    if (name.n && !cv_spans_has(&c->out->captions, name)) cv_spans_push(c->a, &c->out->captions, name);
    if (c->words) c->station_closed = true;
    advance(c, n);
}

static bool take_caption(struct scan *c) {
    struct squeezed q = squeeze(c->s);
    size_t n;
    for (size_t i = 0; i < CV_ARRAY_LEN(captions); i++) {
        struct cv_span name = captions[i];
        if (!q.n || q.letter[0] != name.p[0] || !(n = spelled(&q, c->s, name))) continue;
        if (cv_span_starts(name, "POSS"))
            name = CV_NONE; /* tells of the transmission: no caption */
        else if (i == 0)
            name = CV_LIT("FOUO"); /* as where it stands on a line of its own */
        /* spaced letters are closed up; several words stay words */
        else if (memchr(c->s.p, ' ', n) && n < 2 * name.n - 1)
            name = cv_arena_upper(c->a, cv_single_spaced(c->a, cv_span_first(c->s, n)));
        add_caption(c, name, n);
        return true;
    }
    if (!(n = release_list(c->s))) return false;
    add_caption(c, cv_arena_upper(c->a, cv_single_spaced(c->a, cv_span_first(c->s, n))), n);
    return true;
}

/* A digit, or O for 0; "OOO412", but no word of the letter alone. */
static bool begins_number(struct cv_span s) {
    size_t i = 0;
    while (i < s.n && cv_to_upper(s.p[i]) == 'O') i++;
    return i < s.n && cv_is_digit(s.p[i]);
}

/* "001060", "2004/1", "20 04" at the line's end, O for 0. */
static bool take_number(struct scan *c) {
    struct cv_span s = c->s;
    size_t i = 0, k;
    unsigned digits = 0;
    int v = 0, part;
    if (c->numbered || !begins_number(s)) return false;
    while (i < s.n && digits < SERIAL_DIGITS) {
        int d = cv_is_digit(s.p[i]) ? s.p[i] - '0' : cv_to_upper(s.p[i]) == 'O' ? 0 : -1;
        if (d < 0) {
            /* digits set apart by copying: only what ends the line, and not a full number */
            struct cv_span tail = cv_span_trim_left(cv_span_from(s, i));
            int more;
            if (!cv_is_blank(s.p[i]) || digits + tail.n > SERIAL_DIGITS || !cv_span_to_int(tail, &more)) break;
            i = (size_t)(tail.p - s.p);
            continue;
        }
        v = v * 10 + d;
        digits++, i++;
    }
    if (i < s.n && cv_is_alnum(s.p[i])) return false;
    if (v == 0 || v > 999999) return false;
    c->out->line.serial = v;
    c->numbered = true;
    c->glued = c->words && s.p == c->station_end;
    c->digits = digits;
    if (i + 1 < s.n && s.p[i] == '/' && (part = section_number(cv_span_from(s, i + 1), &k))) {
        if (!c->out->line.section_no) c->out->line.section_no = part;
        i += 1 + k;
    }
    advance(c, i);
    return true;
}

/* "STATE 217123 TOSEC 120045", "TOSEC 120045 STATE 217123": the traveling Secretary's count beside the number. */
static bool take_series(struct scan *c) {
    struct cv_span rest = c->s, w = cv_span_word(&rest), number = cv_span_word(&rest);
    struct cv_span next = rest;
    int v;
    if (!cv_span_is(w, "TOSEC") && !cv_span_is(w, "SECTO")) return false;
    if (!cv_span_to_int(number, &v)) return false;
    if (!c->numbered && !cv_span_is(cv_span_word(&next), "STATE")) return false;
    c->s = rest;
    return true;
}

/* "MADRID 002583 ZFR 2585": an operating signal behind the number, with the number it speaks of. */
static bool take_signal(struct scan *c) {
    struct cv_span rest = c->s, w = cv_span_word(&rest), after = rest, number = cv_span_word(&after);
    int v;
    if (!c->numbered || w.n != 3 || w.p[0] != 'Z' || !cv_is_upper(w.p[1]) || !cv_is_upper(w.p[2])) return false;
    c->s = cv_span_to_int(number, &v) ? after : rest;
    return true;
}

static bool take_station_word(struct scan *c) {
    struct cv_span s = c->s;
    size_t i = 0;
    while (i < s.n && (cv_is_alpha(s.p[i]) || s.p[i] == '.' || s.p[i] == '\'' || s.p[i] == '-')) i++;
    while (i && !cv_is_alpha(s.p[i - 1])) i--; /* "STATE-100153" */
    if (!i || c->numbered || c->station_closed || c->words >= STATION_WORDS) return false;
    if (!c->words++) c->station = s.p;
    c->station_end = s.p + i;
    advance(c, i);
    return true;
}

static void skip_separators(struct scan *c) {
    while (c->s.n && (cv_is_space(c->s.p[0]) || memchr("/,-:;.*#\\", c->s.p[0], 9))) advance(c, 1);
}

static void scan_parts(struct scan *c) {
    for (;;) {
        skip_separators(c);
        if (!c->s.n) return;
        if (take_section(c)) {
            if (c->words) c->station_closed = true;
            continue;
        }
        if (take_caption(c) || take_series(c) || take_number(c) || take_signal(c)) continue;
        if (!take_station_word(c)) return;
    }
}

/* ---- is it one? ---------------------------------------------------------------------------- */

static bool any_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

/* Words of prose and of dates: no station that the list does not know has them. */
static bool prose_word(struct cv_span w) {
    static const char *const words[] = {"OF",   "IN",  "ON",   "THE",  "AND",     "FOR",  "TO",  "WITH", "AT", "BY",
                                        "FROM", "AS",  "IS",   "WAS",  "ARE",     "PAGE", "REF", "PARA", "NO", "A",
                                        "OR",   "NOT", "THIS", "THAT", "SUBJECT", "TAGS", "EO",  "PASS"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return cv_month_of(w) != 0;
}

/* glued: the number follows without a blank ("PTQ6889" is a mark of the relay). */
static bool station_plausible(struct cv_span station, bool glued) {
    size_t n = 0;
    struct cv_span rest = station, w;
    unsigned words = 0;
    if (cv_station_prefix(station, &n).p && n == station.n) return true;
    if (any_lower(station) || glued) return false;
    while ((w = cv_span_word(&rest)).n)
        if (++words > 4 || prose_word(w)) return false;
    return true;
}

/* The letters are set apart: nobody writes a word of the text so. */
static bool is_spaced(struct cv_span s) { return s.n >= 11 && cv_is_blank(s.p[1]) && cv_is_blank(s.p[3]); }

static bool is_line(const struct scan *c, struct cv_span head, bool exact) {
    const struct cv_classline *l = &c->out->line;
    bool sure = is_spaced(head) || cv_span_starts(head, "UNCLAS") || l->section_of || c->digits > 4;
    if (l->station.p && !station_plausible(l->station, c->glued)) return false;
    if (l->station.p && !l->serial) {
        size_t n = 0;
        if (!l->section_of && !(cv_station_prefix(l->station, &n).p && n == l->station.n)) return false;
    }
    if (any_lower(head) && !l->serial && !l->section_of && c->s.n) return false;
    if (c->s.n && !(sure && (l->serial || l->section_of))) return false;
    return exact || is_spaced(head) || l->serial || l->section_of;
}

bool cv_classline_parts(struct cv_span line, struct cv_arena *a, struct cv_classline_parts *out) {
    struct cv_span s = cv_span_trim(line);
    size_t n = 0;
    bool exact;
    enum cv_classification classification = match_form(s, &n, &exact);
    struct scan c;
    *out = (struct cv_classline_parts){.line = {.classification = classification}};
    if (classification == CV_CLASS_NONE) return false;
    c = (struct scan){.s = cv_span_from(s, n), .a = a, .out = out, .printed = {.arena = a}};
    scan_parts(&c);
    if (c.words) out->line.station = cv_single_spaced(a, cv_span_range(c.station, c.station_end));
    out->line.captions = cv_buf_span(&c.printed);
    out->rest = c.s;
    return is_line(&c, cv_span_first(s, n), exact);
}

bool cv_classline_read(struct cv_parse *p, struct cv_span line, struct cv_classline_parts *out) {
    line = cv_span_trim(line);
    out->line.classification = CV_CLASS_NONE;
    if (!line.n || !cv_classification_may_begin(line)) return false;
    if (line.p == p->classline.line.p && line.n == p->classline.line.n) {
        *out = p->classline.parts;
        return true;
    }
    if (!cv_classline_parts(line, p->arena, out)) return false;
    p->classline.line = line;
    p->classline.parts = *out;
    return true;
}

/* Are the parts those of a classification line that stands alone? */
static bool stands_alone(const struct cv_classline_parts *parts, struct cv_arena *a, struct cv_classline *out) {
    struct cv_buf all = {.arena = a};
    if (parts->rest.n > REST_MAX || any_lower(parts->rest)) return false;
    *out = parts->line;
    if (!parts->rest.n) return true;
    cv_buf_add(&all, parts->line.captions);
    if (all.n) cv_buf_addc(&all, ' ');
    cv_buf_add(&all, parts->rest);
    out->captions = cv_buf_span(&all);
    return true;
}

bool cv_classline_match(struct cv_span line, struct cv_arena *a, struct cv_classline *out) {
    struct cv_classline_parts parts;
    *out = (struct cv_classline){.classification = CV_CLASS_NONE};
    return cv_classline_parts(line, a, &parts) && stands_alone(&parts, a, out);
}

bool cv_classline_here(struct cv_parse *p, struct cv_span line, struct cv_classline *out) {
    struct cv_classline_parts parts;
    *out = (struct cv_classline){.classification = CV_CLASS_NONE};
    return cv_classline_read(p, line, &parts) && stands_alone(&parts, p->arena, out);
}
