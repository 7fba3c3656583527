/* evidence.c - by what a line shows that it belongs to a telegram, and whether a text is one. Works on raw bytes in
 * any encoding but UTF-16, allocates nothing, and looks at each line once.
 * May not: decide on one word. A telegram shows several of its marks close together and near its beginning; prose,
 * mail and source code that speak of secrets do not. Facts: sheet 3-7, NARA sheet 2. */
#include "formats.h"

/* ---- small matchers --------------------------------------------------------------------------- */

/* The word z at the start of s, not followed by a letter or digit. */
static bool starts_word(struct cv_span s, const char *z) {
    size_t n = strlen(z);
    return cv_span_starts(s, z) && (s.n == n || !cv_is_alnum(s.p[n]));
}

static bool is_indicator(struct cv_span w) { /* RUEHC, RHMFISS, RUEHC/SECSTATE */
    size_t n = 0;
    while (n < w.n && cv_is_upper(w.p[n])) n++;
    return n >= 4 && n <= 8 && w.p[0] == 'R' && (n == w.n || w.p[n] == '/');
}

static int number_at(struct cv_span s, size_t at, size_t n) {
    int v = 0;
    return cv_span_to_int(cv_span_of(s.p + at, n), &v) ? v : 0;
}

/* R 281322Z DEC 07, O P 1 31923Z DEC 73: up to three precedence letters, six digits with a blank in them at most,
 * a zone, a month. */
static bool is_dtg(struct cv_span s) {
    size_t i = 0, letters = 0, digits = 0, j;
    while (i < s.n && strchr("ZYOPR", s.p[i]) && s.p[i] && letters < 6) letters++, i = cv_skip_blanks(s, i + 1);
    for (; i < s.n && digits < 6; i++) {
        if (cv_is_digit(s.p[i]))
            digits++;
        else if (s.p[i] != ' ')
            return false;
    }
    if (digits < 6) return false;
    i = cv_skip_blanks(s, i);
    if (i < s.n && cv_is_alpha(s.p[i]) && (i + 1 >= s.n || !cv_is_alpha(s.p[i + 1])))
        i = cv_skip_blanks(s, i + 1);
    else if (i + 4 <= s.n && (s.p[i] == 'Z' || s.p[i] == 'z') && cv_month_of(cv_span_of(s.p + i + 1, 3)))
        i++;
    for (j = i; j < s.n && cv_is_alpha(s.p[j]);) j++;
    return j - i >= 3 && cv_month_of(cv_span_of(s.p + i, 3)) != 0;
}

/* A word that begins an addressee of its own line: no station's name, which text begins with as well. */
static bool is_kind_of_post(struct cv_span s) {
    static const char *const kinds[] = {"AMEMB",    "AMEMBASSY", "AMCONSUL", "USMISSION", "USDEL", "USINT",
                                        "USOFFICE", "SECSTATE",  "USUN",     "USLO",      "USEU",  "AIT",
                                        "USMISSN",  "USNATO",    "SECDEF",   "USOSCE",    "UNVIE", "IRAN RPO",
                                        "STATE",    "USBERLIN",  "AMEMBSY"};
    for (size_t i = 0; i < CV_ARRAY_LEN(kinds); i++)
        if (starts_word(s, kinds[i])) return true;
    return false;
}

static bool is_post(struct cv_span s) {
    size_t n;
    return is_kind_of_post(s) || cv_station_prefix(s, &n).p != NULL;
}

/* ---- lines with a station and a number --------------------------------------------------------- */

/* <station> <number> at s[at..]: the station in up to five words, the number behind it. */
static bool station_number(struct cv_span s, size_t at, struct cv_hint_line *out, size_t *end) {
    struct cv_span rest = cv_span_from(s, at);
    size_t n = 0, digits;
    struct cv_span known = cv_station_prefix(rest, &n);
    if (!known.p) {
        for (n = 0; n < rest.n && n < 30 && !cv_is_digit(rest.p[n]); n++)
            if (!cv_is_upper(rest.p[n]) && rest.p[n] != ' ' && rest.p[n] != '.' && rest.p[n] != '-') return false;
        while (n && rest.p[n - 1] == ' ') n--;
        if (n < 3) return false;
    }
    at = cv_skip_blanks(rest, n);
    digits = cv_digits_at(rest, at);
    if (digits < 1 || digits > 8) return false;
    out->station = cv_span_first(rest, n);
    out->station_known = known.p != NULL;
    out->serial = number_at(rest, at, digits);
    *end = (size_t)(rest.p - s.p) + at + digits;
    return true;
}

/* PAGE 01 STATE 237171; the rest may stand on a line of its own. */
static bool match_page(struct cv_span s, struct cv_hint_line *out) {
    size_t at, n, end;
    if (!cv_span_starts(s, "PAGE")) return false;
    at = cv_skip_blanks(s, 4);
    n = cv_digits_at(s, at);
    if (n < 2 || n > 3) return false; /* "Page 2 of 3" is a web page's or a PDF's */
    out->page = number_at(s, at, n);
    at = cv_skip_blanks(s, at + n);
    if (at < s.n && !station_number(s, at, out, &end)) {
        if (!cv_is_upper(s.p[at])) return false;
    }
    return true;
}

/* SECTION 01 OF 03, FINAL SECTION OF 2: its bytes, and the number where it is in digits. */
static size_t match_section(struct cv_span s, struct cv_hint_line *out) {
    size_t at, n;
    if (!cv_span_starts(s, "SECTION")) return 0;
    at = cv_skip_blanks(s, 7);
    n = cv_digits_at(s, at);
    if (n && n < 4) out->section = number_at(s, at, n);
    at = cv_skip_blanks(s, at + n);
    if (cv_span_starts(cv_span_from(s, at), "OF") || cv_span_starts(cv_span_from(s, at), "ON")) {
        at = cv_skip_blanks(s, at + 2);
        at += cv_digits_at(s, at);
    }
    return at;
}

/* Behind the classification: SECTION words, captions, then station and number, then captions. */
static bool match_classline(struct cv_span s, struct cv_hint_line *out) {
    size_t n = 0, at, end;
    if (s.n > 120 || cv_classification_match(s, &n) == CV_CLASS_NONE) return false;
    at = n;
    for (unsigned words = 0; at < s.n && words < 12; words++) {
        size_t section;
        at = cv_skip_blanks(s, at);
        section = match_section(cv_span_from(s, at), out);
        if (section) {
            at += section;
            continue;
        }
        if (station_number(s, at, out, &end)) {
            (void)match_section(cv_span_from(s, cv_skip_blanks(s, end)), out);
            return true;
        }
        while (at < s.n && !cv_is_blank(s.p[at])) at++;
    }
    return at >= s.n && s.n < 60 && !cv_is_lower(s.p[s.n - 1]);
}

static bool match_de(struct cv_span s, struct cv_hint_line *out) {
    struct cv_span rest = s, word, number;
    size_t n;
    if (!starts_word(s, "DE")) return false;
    (void)cv_span_word(&rest);
    word = cv_span_word(&rest);
    if (!is_indicator(word)) return false;
    out->station = word;
    number = cv_span_trim_left(rest);
    if (number.n && number.p[0] == '#') number = cv_span_from(number, 1);
    n = cv_digits_at(number, 0);
    if (n && n < 8) out->serial = number_at(number, 0, n);
    if (n < number.n && number.p[n] == '/') {
        size_t m = cv_digits_at(number, n + 1);
        if (m && m < 4) out->section = number_at(number, n + 1, m);
    }
    return true;
}

static bool is_distribution(struct cv_span s) {
    struct cv_span rest = s, word;
    (void)cv_span_word(&rest);
    word = cv_span_word(&rest);
    if (starts_word(s, "DRAFTED BY") || starts_word(s, "APPROVED BY")) return true;
    if (!starts_word(s, "ACTION") && !starts_word(s, "ORIGIN") && !starts_word(s, "INFO")) return false;
    /* AF-08: letters, a hyphen, two digits */
    return word.n >= 4 && cv_is_digit(word.p[word.n - 1]) && cv_is_digit(word.p[word.n - 2]) &&
           word.p[word.n - 3] == '-' && cv_is_upper(word.p[0]);
}

static bool is_counter(struct cv_span s) {
    size_t dashes = 0, digits = 0;
    while (dashes < s.n && s.p[dashes] == '-') dashes++;
    if (dashes < 10) return false;
    for (size_t i = dashes; i < s.n; i++) {
        if (!cv_is_alnum(s.p[i]) && s.p[i] != ' ' && s.p[i] != '/') return false;
        digits += cv_is_digit(s.p[i]);
    }
    return digits >= 5;
}

/* ---- labels and the text ------------------------------------------------------------------------- */

static enum cv_hint match_label(struct cv_span s) {
    size_t value_at = 0, digits;
    struct cv_span value, word;
    switch (cv_label_match(s, &value_at)) {
    case CV_LABEL_EO:
        value = cv_span_trim(cv_span_from(s, value_at));
        digits = cv_digits_at(value, 0);
        return digits >= 4 && digits <= 6 ? CV_HINT_EO : CV_HINT_NONE;
    case CV_LABEL_TAGS:
        value = cv_span_from(s, value_at);
        for (int i = 0; i < 6 && (word = cv_span_word(&value)).p; i++) {
            while (word.n && !cv_is_alnum(word.p[0])) word = cv_span_from(word, 1);
            while (word.n && !cv_is_alnum(word.p[word.n - 1])) word.n--;
            if (word.n >= 2 && cv_is_upper(word.p[0]) && cv_tag_known(word)) return CV_HINT_TAGS;
        }
        return CV_HINT_NONE;
    case CV_LABEL_SUBJECT:
        return CV_HINT_SUBJECT;
    case CV_LABEL_REF:
        return CV_HINT_REF;
    case CV_LABEL_CLASSIFIED_BY:
        return CV_HINT_CLASSIFIED_BY;
    default:
        return CV_HINT_NONE;
    }
}

static enum cv_hint match_paragraph(struct cv_span s) {
    size_t n, at = 0;
    if (s.n > 2 && (unsigned char)s.p[0] == 0xB6)
        at = 1; /* the publisher's pilcrow in Latin-1 … */
    else if (s.n > 2 && (unsigned char)s.p[0] == 0xC2 && (unsigned char)s.p[1] == 0xB6)
        at = 2; /* … and UTF-8 */
    n = cv_digits_at(s, at);
    if (n < 1 || n > 3 || at + n >= s.n || (s.p[at + n] != '.' && s.p[at + n] != ')')) return CV_HINT_NONE;
    at = cv_skip_blanks(s, at + n + 1);
    if (at + 2 < s.n && s.p[at] == '(' && strchr("UCSLT", cv_to_upper(s.p[at + 1])) &&
        (s.p[at + 2] == ')' || s.p[at + 2] == '/' || cv_is_alpha(s.p[at + 2])))
        return CV_HINT_MARKED;
    return CV_HINT_NUMBERED;
}

static bool is_caption(struct cv_span s) {
    static const char *const captions[] = {"SIPDIS",    "NOFORN",        "EXDIS", "NODIS",  "LIMDIS",
                                           "STADIS",    "ROGER CHANNEL", "AIDAC", "NIACT",  "FODAG",
                                           "SENSITIVE", "TERREP",        "CODEL", "E F T O"};
    for (size_t i = 0; i < CV_ARRAY_LEN(captions); i++)
        if (starts_word(s, captions[i])) return s.n < 60;
    return false;
}

static bool is_notice(struct cv_span s) {
    if (!s.p[0] || !strchr("TDRCVhMWFS\"*", s.p[0])) return false;
    static const char *const notices[] = {
        "Declassified", "Released",       "Copy from the",       "Visit ",           "http",      "Monday,",
        "Tuesday,",     "Wednesday,",     "Thursday,",           "Friday,",          "Saturday,", "Sunday,",
        "Message Text", "\"Declassified", "Margaret P. Grafeld", "Sheryl P. Walter", "***"};
    for (size_t i = 0; i < CV_ARRAY_LEN(notices); i++)
        if (cv_span_starts(s, notices[i])) return true;
    return false;
}

/* How files begin that only speak of cables: source, markup, notes, mail, tables. */
static bool is_foreign(struct cv_span s) {
    static const char *const mail[] = {"From ",         "From:",         "Received:",     "Return-Path:", "Message-ID:",
                                       "MIME-Version:", "Content-Type:", "Delivered-To:", "X-Mailer:",    "Cc:"};
    static const char *const code[] = {"#!",   "#include", "#define",  "/*",        "//",      "*/",      "import ",
                                       "def ", "static ",  "package ", "function ", "SELECT ", "CREATE ", "INSERT ",
                                       "<?",   "<!",       "</",       "```",       "%PDF",    "PK\x03",  "%!"};
    if (!s.p[0] || !strchr("#/*{[<`%\\\"'PFRMCDXIDSpfsdic", s.p[0])) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(mail); i++)
        if (cv_span_starts(s, mail[i])) return true;
    for (size_t i = 0; i < CV_ARRAY_LEN(code); i++)
        if (cv_span_starts(s, code[i])) return true;
    if (s.p[0] == '{') return true;
    if ((s.p[0] == '<' || s.p[0] == '\\') && s.n > 1 && cv_is_alpha(s.p[1])) return true; /* <html>, \begin{document} */
    if (cv_span_starts(s, "\"\"\"") || cv_span_starts(s, "'''")) return true;
    if (s.n > 2 && s.p[0] == '[' && (s.p[1] == '"' || s.p[1] == '{')) return true;
    return s.n > 2 && s.p[0] == '#' && (s.p[1] == ' ' || s.p[1] == '#') && cv_is_alpha(s.p[s.n - 1]);
}

/* The first letter decides what is worth trying: most lines of a text are none of these. */
static enum cv_hint head_line(struct cv_span s, struct cv_hint_line *out) {
    switch (cv_to_upper(s.p[0])) {
    case 'Z':
    case 'V':
        if (cv_span_starts(s, "ZCZC") || cv_span_starts(s, "VZCZC")) return CV_HINT_TRANSMISSION;
        if (starts_word(s, "ZNR") || starts_word(s, "ZNY")) return CV_HINT_SECURITY;
        break;
    case 'D':
        if (match_de(s, out)) return CV_HINT_DE;
        break;
    case 'F':
        if (starts_word(s, "FM") && is_post(cv_span_trim(cv_span_from(s, 2)))) return CV_HINT_FM;
        break;
    case 'P':
        if (match_page(s, out)) return CV_HINT_PAGE;
        break;
    case 'T':
    case 'I':
        if (s.p[0] == 'I' && is_distribution(s)) return CV_HINT_DISTRIBUTION;
        if (starts_word(s, "TO") || starts_word(s, "INFO")) {
            struct cv_span rest = cv_span_trim(cv_span_from(s, s.p[0] == 'T' || s.p[0] == 't' ? 2 : 4));
            if (is_indicator(rest) || is_post(rest) || starts_word(rest, "ALL DIPLOMATIC")) return CV_HINT_ADDRESS;
            if (rest.n && is_indicator(cv_span_word(&rest))) return CV_HINT_ADDRESS;
        }
        break;
    case 'N':
        if (cv_is_end_mark(s)) return CV_HINT_END;
        break;
    case '<':
        if (cv_span_starts(s, "<< END OF DOCUMENT")) return CV_HINT_END;
        break;
    case '-':
        if (is_counter(s)) return CV_HINT_DISTRIBUTION;
        break;
    case 'A':
    case 'O':
        if (is_distribution(s)) return CV_HINT_DISTRIBUTION;
        break;
    default:
        break;
    }
    return CV_HINT_NONE;
}

static bool is_routes(struct cv_span s) { /* RR RUEHFL RUEHKW */
    struct cv_span rest = s, word = cv_span_word(&rest);
    if (word.n > 2 || !word.n || !strchr("ZYOPR", word.p[0]) || !strchr("ZYOPR", word.p[word.n - 1])) return false;
    return is_indicator(cv_span_word(&rest));
}

void cv_hint_of(struct cv_span s, struct cv_hint_line *out) {
    *out = (struct cv_hint_line){.kind = CV_HINT_NONE};
    s = cv_span_trim(s);
    if (!s.n) return;
    if (is_foreign(s)) {
        out->kind = CV_HINT_FOREIGN;
        return;
    }
    out->kind = head_line(s, out);
    if (out->kind == CV_HINT_NONE && strchr("ZYOPR", s.p[0]) && is_routes(s)) out->kind = CV_HINT_ROUTES;
    if (out->kind == CV_HINT_NONE && (cv_is_digit(s.p[0]) || strchr("ZYOPR", s.p[0])) && s.n < 80 && is_dtg(s))
        out->kind = CV_HINT_DTG;
    if (out->kind == CV_HINT_NONE && s.p[0] == 'R' && is_indicator(cv_span_first(s, 9)) && memchr(s.p, '/', s.n))
        out->kind = CV_HINT_ADDRESS;
    if (out->kind == CV_HINT_NONE && cv_span_starts(s, "This record is a partial extract of the original cable"))
        out->kind = CV_HINT_EXTRACT;
    if (out->kind == CV_HINT_NONE && is_notice(s)) out->kind = CV_HINT_NOTICE;
    if (out->kind == CV_HINT_NONE && match_classline(s, out))
        out->kind = out->serial ? CV_HINT_CLASSLINE : CV_HINT_CLASSMARK;
    if (out->kind == CV_HINT_NONE) out->kind = match_label(s);
    if (out->kind == CV_HINT_NONE && is_caption(s)) out->kind = CV_HINT_CAPTION;
    if (out->kind == CV_HINT_NONE) out->kind = match_paragraph(s);
    if (out->kind == CV_HINT_NONE && s.n < 72 && cv_is_upper(s.p[0]) && cv_is_upper(s.p[s.n > 2 ? 2 : 0]) &&
        (is_kind_of_post(s) || cv_span_find(s, "COLLECTIVE") != SIZE_MAX))
        out->kind = CV_HINT_ADDRESS;
}

/* ---- the whole ------------------------------------------------------------------------------------ */

enum {
    MAX_LINES = 160, /* non-blank lines looked at */
    MAX_ALIEN = 8,   /* lines of something else before the first sign of a telegram */
    ALIEN_COST = 2,  /* bits that each of them takes off */
    NEAR = 60,       /* lines behind the first sign within which the others count */
    ENOUGH_BITS = 48
};

/* Bits of one sign, and how many of its kind count. */
static const struct {
    unsigned char bits, most;
    bool opens; /* a telegram, an extract or a later page of one can begin with it */
} signs[] = {
    [CV_HINT_TRANSMISSION] = {8, 1, true},   [CV_HINT_ROUTES] = {6, 1, true},       [CV_HINT_DE] = {10, 1, true},
    [CV_HINT_SECURITY] = {8, 1, true},       [CV_HINT_DTG] = {7, 1, true},          [CV_HINT_FM] = {7, 1, true},
    [CV_HINT_ADDRESS] = {5, 2, true},        [CV_HINT_DISTRIBUTION] = {5, 3, true}, [CV_HINT_PAGE] = {8, 1, true},
    [CV_HINT_CLASSLINE] = {8, 1, true},      [CV_HINT_CLASSMARK] = {2, 1, false},   [CV_HINT_EO] = {8, 1, true},
    [CV_HINT_TAGS] = {8, 1, true},           [CV_HINT_SUBJECT] = {4, 1, false},     [CV_HINT_REF] = {2, 1, false},
    [CV_HINT_CLASSIFIED_BY] = {4, 1, false}, [CV_HINT_CAPTION] = {3, 1, false},     [CV_HINT_NUMBERED] = {1, 3, false},
    [CV_HINT_MARKED] = {4, 2, false},        [CV_HINT_END] = {2, 1, false},         [CV_HINT_EXTRACT] = {10, 1, true},
    [CV_HINT_FOREIGN] = {0, 0, false},
};

/* A page's text with its markup out may still have &#x000A; for line ends: one line of it, and *rest behind. */
static struct cv_span next_piece(struct cv_span *rest) {
    struct cv_span s = *rest;
    size_t at = cv_span_chr(s, '&');
    for (; at != SIZE_MAX && at < s.n; at++) {
        size_t n = s.p[at] == '&' ? cv_entity_break(cv_span_from(s, at)) : 0;
        if (!n) continue;
        *rest = cv_span_from(s, at + n);
        return cv_span_trim(cv_span_first(s, at));
    }
    *rest = CV_NONE;
    return s;
}

/* A sentence of somebody who writes about telegrams. */
static bool is_prose(struct cv_span s) {
    unsigned words = 0;
    char last = s.p[s.n - 1];
    for (size_t i = 1; i + 1 < s.n; i++) words += s.p[i] == ' ' && cv_is_lower(s.p[i + 1]);
    return words >= 4 && (last == '.' || last == ':' || last == ',' || last == ';');
}

struct evidence {
    unsigned char seen[CV_HINT_FOREIGN + 1];
    unsigned bits, alien, lines, since;
    bool open;  /* the first sign was seen */
    bool prose; /* before it somebody spoke about telegrams: then a header alone is an example of one */
};

static bool is_example(const struct evidence *e) {
    const unsigned char *n = e->seen;
    return e->prose && !n[CV_HINT_EO] && !n[CV_HINT_TAGS] && !n[CV_HINT_SUBJECT] && !n[CV_HINT_CLASSLINE];
}

/* False: nothing further counts. */
static bool weigh(struct evidence *e, struct cv_span s) {
    struct cv_hint_line hint;
    cv_hint_of(s, &hint);
    e->lines++;
    if (!e->open && hint.kind == CV_HINT_FOREIGN) return false;
    if (!e->open && hint.kind < CV_ARRAY_LEN(signs) && signs[hint.kind].opens) e->open = true;
    if (!e->open && hint.kind == CV_HINT_NONE) {
        e->prose |= is_prose(s);
        if (++e->alien > MAX_ALIEN) return false;
    }
    if (e->open && ++e->since > NEAR) return false;
    if (hint.kind == CV_HINT_NONE || hint.kind >= CV_ARRAY_LEN(signs)) return true;
    if (e->seen[hint.kind] >= signs[hint.kind].most) return true;
    e->seen[hint.kind]++;
    e->bits += signs[hint.kind].bits;
    if (hint.kind == CV_HINT_CLASSLINE && hint.station_known) e->bits += 4;
    if (hint.kind == CV_HINT_PAGE && hint.station_known) e->bits += 2;
    return true;
}

/* Whatever follows, it is at least so much. */
static bool reaches(const struct evidence *e, unsigned enough) {
    return e->open && !is_example(e) && e->bits >= e->alien * ALIEN_COST && e->bits - e->alien * ALIEN_COST >= enough;
}

unsigned cv_telegram_evidence(struct cv_span text, unsigned enough) {
    struct cv_reader r = cv_reader_memory(text.p, text.n < CV_PROBE_BYTES ? text.n : CV_PROBE_BYTES);
    struct cv_window_line l = {0};
    struct evidence e = {.bits = 0};
    enum cv_status rc;
    bool go = true;
    for (size_t at = 0;
         go && e.lines < MAX_LINES && (e.bits < ENOUGH_BITS || is_example(&e)) && cv_reader_line(&r, at, &l, &rc);
         at = l.next) {
        struct cv_span line = cv_window_text(&r, &l);
        if (reaches(&e, enough)) break;
        while (go && line.n && e.lines < MAX_LINES) {
            struct cv_span s = next_piece(&line);
            if (s.n) go = weigh(&e, s);
        }
    }
    if (!e.open || is_example(&e) || e.bits <= e.alien * ALIEN_COST) return 0;
    return e.bits - e.alien * ALIEN_COST;
}
