/* distribution.c - what the Department's own copies have in place of format lines 1-4: offices with their sums,
 * distribution numbers, the dashes line with counter and time of filing, DRAFTED BY and APPROVED BY with clearances.
 * May not: take an addressee for an office; touch the printed attributes.
 * Facts: NARA sheet 1 (which attributes), 2 (layout, misprints), sheet 3 (copies of 1980-2009). */
#include "envelope.h"

/* ---- offices -------------------------------------------------------------------------------- */

/* The name of an office: at most six letters; one blank may stand behind the first two of them ("O CT"). */
static size_t office_name(struct cv_span s) {
    size_t i = 0, letters = 0;
    bool gap = false;
    while (i < s.n && letters <= 6) {
        if (cv_is_alnum(s.p[i]) || s.p[i] == '/')
            letters++;
        else if (gap || !letters || letters > 2 || !cv_is_blank(s.p[i]) || i + 1 >= s.n || !cv_is_alpha(s.p[i + 1]))
            break;
        else
            gap = true;
        i++;
    }
    return letters && letters <= 6 && cv_is_alpha(s.p[0]) ? i : 0;
}

/* "EUR-12", blanks around the hyphen and one inside name or number allowed: bytes, 0: none. */
static size_t office_at(struct cv_span s, size_t *name_n, size_t *number_at) {
    size_t i = *name_n = office_name(s), digits = 0;
    while (i && i < s.n && cv_is_blank(s.p[i])) i++;
    if (!i || i >= s.n || s.p[i] != '-') return 0;
    i++;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    *number_at = i;
    for (; i < s.n && digits < 3; i++) {
        if (cv_is_digit(s.p[i]) || cv_to_upper(s.p[i]) == 'O')
            digits++;
        else if (digits != 1 || !cv_is_blank(s.p[i]) || i + 1 >= s.n || !cv_is_digit(s.p[i + 1]))
            break;
    }
    if (digits < 2 || (i < s.n && (cv_is_alnum(s.p[i]) || s.p[i] == '-'))) return 0;
    return i;
}

/* "/071 W", "/000W", "( ISO ) W": the sum of the copies, an office without number. */
static size_t sum_at(struct cv_span s) {
    size_t i = 1;
    if (s.n < 2 || (s.p[0] != '/' && s.p[0] != '(')) return 0;
    if (s.p[0] == '(') {
        while (i < s.n && (cv_is_upper(s.p[i]) || cv_is_blank(s.p[i]))) i++;
        if (i < 2 || i > 10 || i >= s.n || s.p[i] != ')') return 0;
        i++;
    } else {
        while (i < s.n && cv_is_blank(s.p[i])) i++;
        if (i >= s.n || !cv_is_digit(s.p[i])) return 0;
        while (i < s.n && cv_is_digit(s.p[i])) i++;
    }
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    if (i < s.n && (s.p[i] == 'W' || s.p[i] == 'R' || s.p[i] == 'P') && (i + 1 == s.n || !cv_is_alnum(s.p[i + 1]))) i++;
    return i;
}

/* The label with blanks between its letters; bytes, 0: it is not there. */
static size_t label_at(struct cv_span s, const char *label) {
    size_t i = 0;
    for (; *label; label++, i++) {
        while (i && i < s.n && cv_is_blank(s.p[i])) i++;
        if (i >= s.n || cv_to_upper(s.p[i]) != *label) return 0;
    }
    return i < s.n && cv_is_alnum(s.p[i]) ? 0 : i;
}

static size_t office_label(struct cv_span s, enum cv_office *office) {
    static const char *const labels[CV_OFFICE_KINDS] = {"ACTION", "ORIGIN", "INFO"};
    for (int i = 0; i < CV_OFFICE_KINDS; i++) {
        size_t n = label_at(s, labels[i]);
        if (!n) continue;
        *office = (enum cv_office)i;
        while (n < s.n && (cv_is_blank(s.p[n]) || s.p[n] == ':')) n++;
        return n;
    }
    return 0;
}

bool cv_offices_match(struct cv_span piece, bool continued) {
    struct cv_span s = cv_span_trim(piece);
    enum cv_office office;
    size_t a, b, n = office_label(s, &office);
    struct cv_span rest = cv_span_from(s, n);
    if (!n && !continued) return false;
    if (office_at(rest, &a, &b)) return true;
    return sum_at(rest) != 0 && (n != 0 || sum_at(rest) == rest.n);
}

static void push_attribute(struct cv_envelope *e, const char *name, struct cv_span value) {
    struct cv_attribute *row;
    if (e->fill) return;
    row = CV_PUSH(e->p->arena, &e->attributes, struct cv_attribute);
    if (row) *row = (struct cv_attribute){cv_span_of(name, strlen(name)), value};
}

static void push_office(struct cv_envelope *e, struct cv_span s, size_t name_n, size_t number_at, size_t n) {
    static const char *const names[CV_OFFICE_KINDS] = {"Action office", "Origin office", "Info office"};
    struct cv_span value = cv_span_first(s, n);
    if (memchr(s.p, ' ', n) || memchr(s.p + number_at, 'O', n - number_at) || number_at != name_n + 1) {
        struct cv_buf b = {.arena = e->p->arena};
        for (size_t i = 0; i < n; i++) {
            bool zero = i >= number_at && cv_to_upper(s.p[i]) == 'O';
            if (!cv_is_blank(s.p[i])) cv_buf_addc(&b, zero ? '0' : s.p[i]);
        }
        value = cv_buf_span(&b);
    }
    push_attribute(e, names[e->office], value);
}

size_t cv_offices_parse(struct cv_envelope *e, struct cv_span piece) {
    struct cv_span s = cv_span_trim_left(piece);
    size_t n, name_n, number_at;
    for (;;) {
        while (s.n && (cv_is_space(s.p[0]) || s.p[0] == ',' || s.p[0] == ';' || s.p[0] == '.')) s = cv_span_from(s, 1);
        if (!s.n) break;
        /* A label first: INFO PM-04 would also pass for an office with blanks between its letters. */
        if (cv_offices_match(s, false))
            n = office_label(s, &e->office);
        else if ((n = office_at(s, &name_n, &number_at)))
            push_office(e, s, name_n, number_at, n);
        else if (!(n = sum_at(s)))
            break;
        s = cv_span_from(s, n);
    }
    return (size_t)(s.p - piece.p);
}

bool cv_distribution_number(struct cv_span line) {
    struct cv_span s = cv_span_trim(line);
    size_t digits = 0;
    if (!s.n || s.n > 12) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_is_digit(s.p[i]))
            digits++;
        else if (!cv_is_blank(s.p[i]) && s.p[i] != '/' && s.p[i] != '-')
            return false;
    }
    return digits > 0 && cv_is_digit(s.p[s.n - 1]);
}

/* ---- the dashes line ------------------------------------------------------------------------ */

enum { MIN_DASHES = 3, GROUPS_MAX = 16 };

/* The groups behind the dashes without blanks, up to the slash of the copy number; *used: bytes of s.
 * In joined text they end where neither a digit, nor a hexadecimal counter, nor the Z of the time goes on. */
static size_t groups_at(struct cv_span s, char *groups, size_t *used) {
    struct cv_span rest = s, w;
    size_t n = 0, words = 0;
    *used = 0;
    while ((w = cv_span_word(&rest)).n && words++ < 4) {
        bool hex = true;
        if (w.p[0] == '/') {
            if (w.n > 1 && w.n < 5 && cv_is_digit(w.p[1])) *used = (size_t)(w.p + w.n - s.p);
            return n;
        }
        for (size_t i = 0; i < w.n; i++) {
            char c = cv_to_upper(w.p[i]);
            hex = hex && (cv_is_digit(c) || (c >= 'A' && c <= 'F') || c == 'O' || c == 'Z');
        }
        if (!hex || n + w.n > GROUPS_MAX ||
            (w.n == 1 && cv_is_alpha(w.p[0]) && (w.p[0] != 'Z' || memchr(groups, 'Z', n))))
            return n;
        for (size_t i = 0; i < w.n; i++) groups[n++] = cv_to_upper(w.p[i]);
        *used = (size_t)(w.p + w.n - s.p);
    }
    return n;
}

static bool filing_time(struct cv_span g, int *day, int *minute) {
    int v = 0;
    if (g.n != 6) return false;
    for (size_t i = 0; i < g.n; i++) {
        if (!cv_is_digit(g.p[i]) && g.p[i] != 'O') return false;
        v = v * 10 + (g.p[i] == 'O' ? 0 : g.p[i] - '0');
    }
    *day = v / 10000;
    *minute = v / 100 % 100 * 60 + v % 100;
    return *day >= 1 && *day <= 31 && v / 100 % 100 < 24 && v % 100 < 60;
}

/* Two groups in either order; the one with Z is the time (NARA sheet 2). */
static struct cv_span divide_groups(struct cv_envelope *e, struct cv_span g) {
    size_t z = cv_span_chr(g, 'Z');
    struct cv_span counter = g, time;
    int day, minute;
    if (z == SIZE_MAX) return g.n <= 8 ? g : CV_NONE;
    if (z < 6) return CV_NONE;
    time = cv_span_of(g.p + z - 6, 6);
    if (z == 6)
        counter = cv_span_from(g, z + 1);
    else
        counter = cv_span_first(g, z - 6);
    if (filing_time(time, &day, &minute) && !e->seen.filed_day) {
        e->seen.filed_day = day;
        if (e->seen.filed_julian == 0) e->seen.filed_minute = minute;
    }
    return counter;
}

size_t cv_dashes_parse(struct cv_envelope *e, struct cv_span s) {
    char groups[GROUPS_MAX];
    size_t i = 0, dashes = 0, used, n;
    struct cv_span counter;
    while (i < s.n && (s.p[i] == '-' || s.p[i] == '_' || cv_is_blank(s.p[i]))) dashes += !cv_is_blank(s.p[i++]);
    if (dashes < MIN_DASHES) return 0;
    n = groups_at(cv_span_from(s, i), groups, &used);
    if (!n) return cv_span_trim(cv_span_from(s, i)).n ? 0 : s.n;
    counter = divide_groups(e, cv_span_of(groups, n));
    if (counter.n >= 4) push_attribute(e, "Counter", cv_arena_copy(e->p->arena, counter));
    return i + used;
}

bool cv_dashes_rest(struct cv_envelope *e, struct cv_span s) {
    char groups[GROUPS_MAX];
    size_t used, n = groups_at(s, groups, &used);
    struct cv_span counter;
    if (n < 6 || used != s.n || !cv_is_digit(groups[0])) return false;
    counter = divide_groups(e, cv_span_of(groups, n));
    if (counter.n >= 4) push_attribute(e, "Counter", cv_arena_copy(e->p->arena, counter));
    return true;
}

bool cv_dashes_alone(struct cv_span s) { return s.n >= 10 && s.p[0] == '-' && cv_is_dashes(s); }

/* ---- drafting ------------------------------------------------------------------------------- */

enum { LABEL_LETTERS = 12 };

/* The label in the first letters of the line, blanks aside, one letter off. */
static size_t drafting_label(struct cv_span s, const char *label) {
    char letter[LABEL_LETTERS];
    size_t end[LABEL_LETTERS], n = 0, k = strlen(label);
    static const ptrdiff_t order[] = {0, 1, -1};
    for (size_t i = 0; i < s.n && n < LABEL_LETTERS; i++) {
        if (cv_is_blank(s.p[i])) continue;
        if (!cv_is_alpha(s.p[i])) break;
        letter[n] = s.p[i];
        end[n++] = i + 1;
    }
    if (n >= k && cv_span_ieq(cv_span_of(letter, k), cv_span_of(label, k))) return end[k - 1];
    for (size_t i = 0; i < CV_ARRAY_LEN(order); i++) {
        size_t m = (size_t)((ptrdiff_t)k + order[i]);
        if (m <= n && cv_to_upper(letter[m - 1]) == label[k - 1] &&
            cv_span_distance(cv_span_of(letter, m), cv_span_of(label, k)) == 1)
            return end[m - 1];
    }
    return 0;
}

/* By the first three letters, blanks aside: with one letter wrong, lost, doubled or changed round, the others stand in
 * their places or one place beside. */
static bool may_be_label(const char t[3], const char l[3]) {
    if (t[0] == l[0] && (t[1] == l[1] || t[2] == l[2] || t[1] == l[2] || t[2] == l[1])) return true;
    if (t[1] == l[1] && t[2] == l[2]) return true;
    return (t[0] == l[1] && (t[1] == l[2] || t[1] == l[0])) || (t[1] == l[0] && t[2] == l[1]);
}

static bool may_be_drafting(struct cv_span s) {
    char t[3] = {0};
    for (size_t i = 0, n = 0; i < s.n && n < sizeof t; i++)
        if (!cv_is_blank(s.p[i])) t[n++] = cv_to_upper(s.p[i]);
    return may_be_label(t, "DRA") || may_be_label(t, "APP");
}

enum cv_drafting cv_drafting_match(struct cv_span line, size_t *value_at) {
    struct cv_span s = cv_span_trim_left(line);
    enum cv_drafting kind = CV_DRAFTING_APPROVED;
    size_t n;
    if (!s.n || !cv_is_alpha(s.p[0]) || !may_be_drafting(s)) return CV_DRAFTING_NONE;
    if ((n = drafting_label(s, "DRAFTEDBY")))
        kind = CV_DRAFTING_DRAFTED;
    else if (!(n = drafting_label(s, "APPROVEDBY")) && cv_span_starts(s, "APPROVED") &&
             (s.n == 8 || !cv_is_alpha(s.p[8])))
        n = 8;
    if (!n) return CV_DRAFTING_NONE;
    if (n < s.n && cv_is_alnum(s.p[n])) return CV_DRAFTING_NONE; /* a longer word */
    while (n < s.n && (cv_is_blank(s.p[n]) || memchr(":=-;.", s.p[n], 5))) n++;
    *value_at = n + (size_t)(s.p - line.p);
    return kind;
}

void cv_drafting_add(struct cv_buf *b, struct cv_span names) {
    if (cv_span_starts(cv_span_trim_left(names), "CLEARED BY")) { /* among the clearances its label goes */
        names = cv_span_from(cv_span_trim_left(names), 10);
        while (names.n && (names.p[0] == ':' || cv_is_blank(names.p[0]))) names = cv_span_from(names, 1);
    }
    names = cv_single_spaced(b->arena, names);
    if (!names.n) return;
    if (b->n) cv_buf_addz(b, "; ");
    cv_buf_add(b, names);
}

enum { TAIL_LINES = 40, CLEARANCE_MAX = 72 };

static bool any_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

/* "EUR/RPM:CDNAME (SUBST)": what a clearance at the end of the text looks like. */
static bool clearance_line(struct cv_span s) {
    size_t colon = cv_span_chr(s, ':');
    s = cv_span_trim(s);
    if (!s.n || s.n > CLEARANCE_MAX || colon == SIZE_MAX || colon == 0) return false;
    return !any_lower(s) && s.p[s.n - 1] != '.';
}

static size_t drafting_start(const struct cv_parse *p) {
    size_t n = p->lines.n, from = n > TAIL_LINES ? n - TAIL_LINES : 0, at;
    if (from < p->at) from = p->at;
    for (size_t i = n; i > from; i--) {
        struct cv_span s = p->lines.v[i - 1].s;
        if (cv_span_starts(cv_span_trim_left(s), "DRAFTED") && !any_lower(s) &&
            cv_drafting_match(s, &at) == CV_DRAFTING_DRAFTED)
            return i - 1;
    }
    return n;
}

bool cv_drafting_may_follow(const struct cv_parse *p) {
    return !p->out->drafted_by.p && cv_span_has(p->whole, "DRAFTED");
}

void cv_drafting_at_end(struct cv_parse *p) {
    struct cv_buf drafted = {.arena = p->arena}, approved = drafted, *to = &drafted;
    size_t first, i, at = 0, more = 0;
    if (p->partial || p->out->drafted_by.p) return;
    first = drafting_start(p);
    for (i = first; i < p->lines.n; i++) {
        struct cv_span s = p->lines.v[i].s;
        enum cv_drafting kind = cv_drafting_match(s, &at);
        if (kind == CV_DRAFTING_NONE && s.n && !clearance_line(s)) break;
        if (kind == CV_DRAFTING_NONE) at = 0;
        if (kind == CV_DRAFTING_APPROVED) to = &approved;
        s = cv_span_from(s, at);
        if (kind == CV_DRAFTING_DRAFTED && (at = cv_span_find(s, " APPROVED")) != SIZE_MAX &&
            cv_drafting_match(cv_span_from(s, at), &more) == CV_DRAFTING_APPROVED) {
            struct cv_span names = cv_span_trim_right(cv_span_first(s, at));
            if (names.n && strchr(",;", names.p[names.n - 1])) names.n--;
            cv_drafting_add(to, names); /* both on one line */
            s = cv_span_from(s, at + more);
            to = &approved;
        }
        cv_drafting_add(to, s);
        cv_fate(p, p->lines.v[i].s, CV_FATE_FIELD);
    }
    if (first == i) return;
    p->out->drafted_by = cv_buf_span(&drafted);
    p->out->approved_by = cv_buf_span(&approved);
    if (i < p->lines.n) memmove(&p->lines.v[first], &p->lines.v[i], (p->lines.n - i) * sizeof p->lines.v[0]);
    p->lines.n -= i - first;
}
