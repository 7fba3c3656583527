/* pages.c - page headers: "KABUL 00003934  002 OF 005" of the 2000s, "PAGE 02  STATE 237171" of the 1970s,
 * "Page 2 of 3" of SMART, and the classification at head and foot of a page.
 * May not: decide what is taken out (transport.c does). Facts: sheet 11 "Page headers"; NARA sheet 2 "PAGE line". */
#include "text.h"

enum { STATION_LETTERS = 10, SERIAL_DIGITS = 8, PAGE_DIGITS = 3 };

static size_t digits(struct cv_span s, size_t i) {
    while (i < s.n && cv_is_digit(s.p[i])) i++;
    return i;
}

static int number(struct cv_span s, size_t from, size_t to) {
    int value = 0;
    return cv_span_to_int(cv_span_range(s.p + from, s.p + to), &value) ? value : 0;
}

bool cv_is_dashes(struct cv_span line) {
    size_t signs = 0;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (c == '-' || c == '=' || c == '*' || c == '_')
            signs++;
        else if (!cv_is_space(c))
            return false;
    }
    return signs > 0;
}

/* ---- the 2000s ---- */

/* " 001.2 OF 003" from i on: the end of it, or 0. */
static size_t page_of_pages(struct cv_span s, size_t i) {
    size_t from = i = cv_skip_blanks(s, i), end;
    end = digits(s, i);
    if (end - from != PAGE_DIGITS) return 0;
    if (end + 1 < s.n && s.p[end] == '.' && cv_is_digit(s.p[end + 1])) end += 2;
    i = cv_skip_blanks(s, end);
    if (i == end || i + 2 >= s.n || cv_to_upper(s.p[i]) != 'O' || cv_to_upper(s.p[i + 1]) != 'F') return 0;
    from = i = cv_skip_blanks(s, i + 2);
    end = digits(s, i);
    return end - from == PAGE_DIGITS ? end : 0;
}

static bool station_byte(char c) { return cv_is_alpha(c) || c == '.' || c == '\'' || c == '-'; }

static bool is_station(struct cv_span s) {
    size_t taken = 0;
    return cv_station_prefix(s, &taken).p && taken == s.n;
}

/* "SAN SALVAD" is San Salvador cut to its ten letters; "THE LA PAZ" fills them by chance. */
static bool is_cut_station(struct cv_span s) { return s.n == STATION_LETTERS && cv_station_canonical(s).p; }

/* Where the station's words begin that end at `end`: the longest name that is known, whole or cut, else what fills the
 * ten letters ("UNVIE VIEN"), else all that stands on the line, else one word. SIZE_MAX: there is none. */
static size_t station_start(struct cv_span s, size_t end) {
    enum { WORDS = 3 };
    size_t starts[WORDS], n = 0, at = end;
    while (n < WORDS) {
        size_t to = at;
        while (to && cv_is_blank(s.p[to - 1])) to--;
        at = to;
        while (at && station_byte(s.p[at - 1])) at--;
        if (at == to || (at && !cv_is_space(s.p[at - 1])) || !cv_is_upper(s.p[at]) || end - at > STATION_LETTERS + 4)
            break;
        if (n && (cv_has_lower(cv_span_range(s.p + at, s.p + to)) || to - at == 1)) break; /* "… miles. A LIMA" */
        starts[n++] = at;
    }
    if (!n) return SIZE_MAX;
    for (size_t k = n; k-- > 0;) {
        struct cv_span name = cv_span_range(s.p + starts[k], s.p + end);
        if (is_station(name) || is_cut_station(name)) return starts[k];
    }
    for (size_t k = n; k-- > 1;)
        if (starts[k] == 0 || end - starts[k] == STATION_LETTERS) return starts[k];
    return starts[0];
}

bool cv_page_header_find(struct cv_span line, size_t *at, size_t *n) {
    /* A run of eight digits holds exactly one index that leaves seven: look at those only. */
    for (size_t i = SERIAL_DIGITS - 1; i < line.n; i += SERIAL_DIGITS) {
        size_t from = i, to = i, end;
        if (!cv_is_digit(line.p[i])) continue;
        while (from && cv_is_digit(line.p[from - 1])) from--;
        to = digits(line, i);
        i = to; /* the next run begins behind this byte */
        if (to - from != SERIAL_DIGITS || !from || !cv_is_blank(line.p[from - 1])) continue;
        end = page_of_pages(line, to);
        if (!end && cv_skip_blanks(line, to) != line.n) continue;
        while (from && cv_is_blank(line.p[from - 1])) from--;
        from = station_start(line, from);
        if (from == SIZE_MAX) continue;
        /* Without its pages only a line of its own is one: "KUALA LUMP 00001403". */
        if (!end && cv_has_alpha(cv_span_first(line, from))) continue;
        if (!end) end = to;
        *at = from;
        *n = end - from;
        return true;
    }
    return false;
}

/* ---- the 1970s, and SMART ---- */

static bool is_word(struct cv_span s, size_t i, const char *z) {
    size_t n = strlen(z);
    return i + n <= s.n && cv_span_is(cv_span_range(s.p + i, s.p + i + n), z) &&
           (i + n == s.n || !cv_is_alpha(s.p[i + n]));
}

/* Six digits and Z, blanks of copying allowed inside: the end of it, or i. */
static size_t zulu_group(struct cv_span s, size_t i) {
    size_t k = cv_skip_blanks(s, i);
    unsigned got = 0;
    while (k < s.n && got < 6 && (cv_is_digit(s.p[k]) || (got && cv_is_blank(s.p[k])))) got += cv_is_digit(s.p[k++]);
    if (got != 6) return i;
    k = cv_skip_blanks(s, k);
    return k < s.n && cv_to_upper(s.p[k]) == 'Z' && (k + 1 == s.n || !cv_is_alnum(s.p[k + 1])) ? k + 1 : i;
}

/* "01 OF 03", "2 OF 3": the end of it, or i. */
static size_t of_group(struct cv_span s, size_t i) {
    size_t a = cv_skip_blanks(s, i), b = digits(s, a), c, d;
    if (b == a || b - a > 3) return i;
    c = cv_skip_blanks(s, b);
    if (!is_word(s, c, "OF")) return i;
    c = cv_skip_blanks(s, c + 2);
    d = digits(s, c);
    return d > c && d - c <= 3 ? d : i;
}

/* "030 91  301011Z": the rest of the five digits that all numbers have here. */
static bool completes_serial(struct cv_span s, size_t i, unsigned got) {
    enum { LENGTH = 5 };
    size_t end = digits(s, i);
    return got + (end - i) == LENGTH && (end == s.n || cv_is_blank(s.p[end])) &&
           !is_word(s, cv_skip_blanks(s, end), "OF");
}

/* Station words and number from i on. */
static size_t station_group(struct cv_span s, size_t i, struct cv_page_line *out) {
    size_t from = cv_skip_blanks(s, i), at = from, end = from;
    for (unsigned words = 0; words < 3; words++) {
        size_t w = cv_skip_blanks(s, at);
        at = w;
        while (at < s.n && station_byte(s.p[at]) && !cv_is_lower(s.p[at])) at++;
        if (at == w) break;
        end = at;
    }
    if (end == from) return i;
    at = cv_skip_blanks(s, end);
    from = at;
    /* a digit may have been torn off: "3 3 1 3 6 1" */
    unsigned got = 0;
    while (at < s.n && got < 6 &&
           (cv_is_digit(s.p[at]) ||
            (got && cv_is_blank(s.p[at]) && at + 1 < s.n && cv_is_digit(s.p[at + 1]) && s.p[at - 1] != ' '))) {
        if (cv_is_blank(s.p[at]) && got >= 3 && !completes_serial(s, at + 1, got)) break;
        got += cv_is_digit(s.p[at++]);
    }
    if (got < 3 || (at < s.n && cv_is_alnum(s.p[at]))) return i;
    out->station = cv_span_trim(cv_span_range(s.p + cv_skip_blanks(s, i), s.p + end));
    out->serial = 0;
    for (size_t k = from; k < at; k++)
        if (cv_is_digit(s.p[k])) out->serial = out->serial * 10 + (s.p[k] - '0');
    if (at + 1 < s.n && s.p[at] == '/' && cv_is_digit(s.p[at + 1])) at = digits(s, at + 1);
    return at;
}

/* What follows PAGE and its number, in any part: station and serial, section of sections, time, distribution number. */
static size_t page_groups(struct cv_span s, size_t i, struct cv_page_line *out) {
    size_t at = station_group(s, i, out), next;
    bool station = at != i;
    at = of_group(s, at);
    at = zulu_group(s, at);
    next = cv_skip_blanks(s, at);
    if (station && next == at) return at; /* the line's end, or something glued on */
    next = digits(s, next);
    if (station && next == s.n && next - cv_skip_blanks(s, at) <= 2) at = next;
    return at;
}

/* What is left on the line is no more than noise of the header: short, in capitals, with a digit. */
static bool header_noise(struct cv_span rest) {
    bool digit = false;
    if (rest.n > 45 || cv_has_lower(rest)) return false;
    if (cv_span_starts(rest, "POSS DUPE") || rest.n <= 3) return true;
    for (size_t i = 0; i < rest.n; i++) digit |= cv_is_digit(rest.p[i]);
    return digit;
}

bool cv_page_line_match(struct cv_span line, struct cv_page_line *out) {
    size_t at = cv_skip_blanks(line, 0), end, rest;
    *out = (struct cv_page_line){0};
    if (!is_word(line, at, "PAGE")) return false;
    at = cv_skip_blanks(line, at + 4);
    end = digits(line, at);
    if (end == at || end - at > 3 || (end < line.n && !cv_is_blank(line.p[end]))) return false;
    out->page = number(line, at, end);
    rest = cv_skip_blanks(line, end);
    if (rest == line.n) {
        out->n = line.n;
        return out->whole = out->alone = true;
    }
    if (is_word(line, rest, "OF")) {
        at = cv_skip_blanks(line, rest + 2);
        end = digits(line, at);
        out->n = line.n;
        out->smart = out->whole = true;
        return end > at && end - at <= 3 && cv_skip_blanks(line, end) == line.n;
    }
    at = page_groups(line, end, out);
    if (at == end && !header_noise(cv_span_from(line, rest))) return false;
    rest = cv_skip_blanks(line, at);
    out->whole = at == end || rest == line.n || header_noise(cv_span_from(line, rest));
    out->n = out->whole ? line.n : at;
    return true;
}

bool cv_page_groups_match(struct cv_span line, struct cv_page_line *out) {
    size_t at = page_groups(line, 0, out), rest = cv_skip_blanks(line, at);
    return at && (rest == line.n || header_noise(cv_span_from(line, rest)));
}

/* Classifications that stand before a page header inside a line go with it. */
static size_t marks_before(struct cv_span s, size_t at) {
    for (unsigned twice = 0; twice < 2; twice++) {
        size_t tail = cv_page_mark_tail(cv_span_first(s, at));
        if (tail == SIZE_MAX) break;
        at = tail;
    }
    return at;
}

bool cv_page_line_find(struct cv_span line, size_t *at, size_t *n) {
    size_t from = 0;
    for (;;) {
        struct cv_span rest = cv_span_from(line, from);
        struct cv_page_line page = {0};
        size_t k = rest.n > 20 ? cv_span_index(rest, "PAGE ") : SIZE_MAX, d, end;
        if (k == SIZE_MAX) return false;
        k += from;
        from = k + 5;
        if (k && !cv_is_space(line.p[k - 1])) continue;
        d = digits(line, cv_skip_blanks(line, k + 5));
        if (d - cv_skip_blanks(line, k + 5) != 2 || d >= line.n || !cv_is_blank(line.p[d])) continue;
        end = station_group(line, d, &page);
        if (end == d) continue;
        end = of_group(line, end);
        if (zulu_group(line, end) == end && k) continue; /* in prose only one with its time counts */
        end = zulu_group(line, end);
        *at = marks_before(line, k);
        *n = end - *at;
        return true;
    }
}

/* ---- section lines inside a line ---- */

/* A classification that ends just before `end`: where it begins; SIZE_MAX: there is none. */
static size_t classification_before(struct cv_span s, size_t end) {
    static const char *const words[] = {
        "C O N F I D E N T I A L", "S E C R E T", "UNCLAS", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET",
        "LIMITED OFFICIAL USE"};
    s = cv_span_trim_right(cv_span_first(s, end));
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++) {
        size_t n = strlen(words[i]);
        if (s.n >= n && memcmp(s.p + s.n - n, words[i], n) == 0 && (s.n == n || cv_is_space(s.p[s.n - n - 1])))
            return s.n - n;
    }
    return SIZE_MAX;
}

bool cv_section_line_find(struct cv_span line, size_t *at, size_t *n) {
    size_t from = 0;
    for (;;) {
        struct cv_span rest = cv_span_from(line, from);
        struct cv_page_line page = {0};
        size_t k = rest.n > 24 ? cv_span_index(rest, "SECTION ") : SIZE_MAX, end, start;
        if (k == SIZE_MAX) return false;
        k += from;
        from = k + 8;
        end = of_group(line, from);
        if (end == from || end - cv_skip_blanks(line, from) < 8 || cv_span_starts(cv_span_from(line, from), "01 OF"))
            continue;
        start = classification_before(line, k);
        k = end;
        end = station_group(line, k, &page);
        if (start == SIZE_MAX || end == k || (start == 0 && end == line.n)) continue;
        *at = start;
        *n = end - start;
        return true;
    }
}

/* ---- classifications at head and foot ---- */

static bool first_of_mark(char c) {
    c = cv_to_upper(c);
    return c == 'U' || c == 'C' || c == 'S' || c == 'L' || c == 'R' || c == 'T';
}

static bool has_sentence_sign(struct cv_span line) {
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '.' || line.p[i] == ',' || line.p[i] == ':' || line.p[i] == '-' || line.p[i] == '\'')
            return true;
    return false;
}

enum cv_classification cv_page_mark_match(struct cv_span line) {
    size_t n = 0;
    enum cv_classification c;
    struct cv_span rest;
    line = cv_span_trim(line);
    if (!line.n || line.n > 60 || !first_of_mark(line.p[0])) return CV_CLASS_NONE;
    if (cv_span_is(line, "SBU") || cv_span_is(line, "SENSITIVE BUT UNCLASSIFIED")) return CV_UNCLASSIFIED;
    if (cv_span_is(line, "LOU")) return CV_LIMITED_OFFICIAL_USE;
    if (!cv_classification_may_begin(line)) return CV_CLASS_NONE;
    c = cv_classification_match(line, &n);
    if (c == CV_CLASS_NONE || has_sentence_sign(line)) return CV_CLASS_NONE;
    rest = cv_span_trim(cv_span_from(line, n));
    if (!rest.n || cv_span_is(rest, "POSS DUPE") || cv_span_is(rest, "NOFORN") || cv_span_is(rest, "//NOFORN"))
        return c;
    /* the message centre's own counter: PTQ6889 */
    if (rest.n >= 6 && rest.n <= 8 && cv_is_alpha(rest.p[0]) && cv_is_digit(rest.p[rest.n - 1]) &&
        cv_span_chr(rest, ' ') == SIZE_MAX && !cv_has_lower(rest))
        return c;
    return CV_CLASS_NONE;
}

static const char *const tail_marks[] = {"UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITED OFFICIAL USE"};

/* The line ends with a mark: where that begins. */
static size_t mark_at_end(struct cv_span line) {
    line = cv_span_trim_right(line);
    for (size_t i = 0; i < CV_ARRAY_LEN(tail_marks); i++) {
        size_t n = strlen(tail_marks[i]);
        if (line.n > n && memcmp(line.p + line.n - n, tail_marks[i], n) == 0) return line.n - n;
    }
    return SIZE_MAX;
}

size_t cv_page_mark_tail(struct cv_span line) {
    size_t at = line.p ? mark_at_end(line) : SIZE_MAX;
    return at != SIZE_MAX && cv_is_blank(line.p[at - 1]) ? at : SIZE_MAX;
}

size_t cv_page_mark_glued(struct cv_span line) {
    size_t at = mark_at_end(line);
    if (at == SIZE_MAX || at < 2 || !cv_is_upper(line.p[at - 1])) return SIZE_MAX;
    return cv_span_ends(cv_span_first(line, at), "NON") ? SIZE_MAX : at;
}
