/* reasons.c - the reasons of a Classified By value ("1.4 (b) and (d)"), and where title and name end before them.
 * May not: decide which words are the name (classified.c).
 * Facts: sheet 10. */
#include "head.h"

enum { LONGEST_WORD = 64 };

bool cv_is_reason_word(struct cv_span word) {
    while (word.n && !cv_is_alpha(word.p[word.n - 1])) word.n--;
    while (word.n && !cv_is_alpha(word.p[0])) word = cv_span_from(word, 1);
    if (word.n < 5 || word.n > 8) return false;
    if (cv_span_is(word, "SEASON") || cv_span_is(word, "PERSON") || cv_span_is(word, "TREASON")) return false;
    return cv_span_distance(word, CV_LIT("REASON")) <= 1 || cv_span_distance(word, CV_LIT("REASONS")) <= 1;
}

/* "1.4", "1,5", "1. 4", "l.4": the number of a reason; *n its bytes, *digit what stands behind the point. */
static bool reason_number(struct cv_span s, size_t i, size_t *n, char *digit) {
    size_t k = i + 1;
    if (i > 0 && (cv_is_digit(s.p[i - 1]) || s.p[i - 1] == '.' || s.p[i - 1] == '/')) return false;
    if (i > 0 && s.p[i] != '1' && cv_is_alpha(s.p[i - 1])) return false;
    if (s.p[i] != '1' && s.p[i] != 'l' && s.p[i] != 'I') return false;
    if (k >= s.n || (s.p[k] != '.' && s.p[k] != ',')) return false;
    k++;
    if (k < s.n && s.p[k] == ' ' && s.p[i] == '1') k++;
    if (k >= s.n || s.p[k] < '2' || s.p[k] > '7') return false;
    if (k + 1 < s.n && (cv_is_digit(s.p[k + 1]) || (s.p[k + 1] == '.' && k + 2 < s.n && cv_is_digit(s.p[k + 2]))))
        return false;
    *digit = s.p[k];
    *n = k + 1 - i;
    return true;
}

/* ---- letters ---------------------------------------------------------------------------------- */

static void add_reason(struct cv_parse *p, char digit, char letter) {
    char text[8] = {'1', '.', digit, '(', cv_to_lower(letter), ')', 0, 0};
    struct cv_span s = cv_span_of(text, 6);
    if (!cv_spans_has(&p->out->reasons, s)) cv_spans_push(p->arena, &p->out->reasons, cv_arena_copy(p->arena, s));
}

static bool is_reason_letter(char c) { return cv_to_lower(c) >= 'a' && cv_to_lower(c) <= 'h'; }

/* A run of letters that are reasons: one, or two and three glued in a bracket ("(bd)"). */
static bool reason_letters(struct cv_span run, bool bracket) {
    if (run.n == 0 || run.n > (bracket ? 4u : 1u)) return false;
    for (size_t i = 0; i < run.n; i++)
        if (!is_reason_letter(run.p[i])) return false;
    return run.n == 1 || !cv_span_is(run, "bad");
}

/* AND that a line end cut in two. */
static bool cut_and(struct cv_span s, size_t i, size_t n) {
    if (n != 2 || !cv_span_is(cv_span_of(s.p + i, n), "AN") || i + 5 > s.n || !cv_is_space(s.p[i + 2])) return false;
    return cv_to_lower(s.p[i + 3]) == 'd' && (cv_is_space(s.p[i + 4]) || s.p[i + 4] == '(');
}

/* Letters behind a number from i on; p NULL: only looks. Returns where they end, i if there are none. */
static size_t letters_behind(struct cv_parse *p, struct cv_span s, size_t i, char digit) {
    size_t end = i;
    bool bracket = false, dotted = false;
    while (i < s.n) {
        size_t n = 0;
        char c = s.p[i];
        if (cv_is_space(c) || strchr("(),/&;:.-[]{}\"'", c)) {
            bracket = c == '(' || c == '[' || c == '{' || (bracket && c != ')' && c != ']' && c != '}');
            dotted = c == '.' || (dotted && cv_is_space(c));
            if (c == ')' || c == ']') {
                if (end == i || end + 1 == i) end = i + 1;
            }
            i++;
            continue;
        }
        while (i + n < s.n && cv_is_alpha(s.p[i + n])) n++;
        if (n && (cv_span_is(cv_span_of(s.p + i, n), "AND") || cv_span_is(cv_span_of(s.p + i, n), "OR"))) {
            i += n;
            dotted = false;
            continue;
        }
        if (cut_and(s, i, n)) { /* "(b) an" / "d (d)" */
            i += n + 2;
            continue;
        }
        /* After a full stop a single letter begins a sentence, unless it stands in brackets. */
        if (!reason_letters(cv_span_of(s.p + i, n), bracket) ||
            (dotted && !bracket && end != SIZE_MAX && end < i && n == 1))
            break;
        if (i + n < s.n && (cv_is_digit(s.p[i + n]) || (unsigned char)s.p[i + n] >= 0x80)) break;
        for (size_t k = 0; p && k < n; k++) add_reason(p, digit, s.p[i + k]);
        i += n;
        end = i;
        dotted = false;
    }
    return end;
}

void cv_reasons_parse(struct cv_parse *p, struct cv_span value) {
    size_t n;
    char digit;
    for (size_t i = 0; i < value.n; i++) {
        if (!reason_number(value, i, &n, &digit)) continue;
        (void)letters_behind(p, value, i + n, digit);
        i += n - 1;
    }
}

size_t cv_reasons_end(struct cv_span value) {
    size_t n, end = SIZE_MAX;
    char digit;
    for (size_t i = 0; i < value.n; i++) {
        if (!reason_number(value, i, &n, &digit)) continue;
        end = letters_behind(NULL, value, i + n, digit);
        i = end > i + n ? end - 1 : i + n - 1;
    }
    if (end != SIZE_MAX)
        while (end < value.n && strchr(").]", value.p[end])) end++;
    return end;
}

/* ---- where title and name end ------------------------------------------------------------------- */

static bool word_starts(struct cv_span s, size_t i) { return i == 0 || !cv_is_alnum(s.p[i - 1]); }

/* A word as far as it can be one of those looked for below. */
static struct cv_span word_at(struct cv_span s, size_t i) {
    size_t n = 0;
    while (n < LONGEST_WORD && i + n < s.n && !cv_is_space(s.p[i + n]) && !strchr(",;:.()", s.p[i + n])) n++;
    return cv_span_of(s.p + i, n);
}

/* What follows "for" so that it ends the name and not a title ("Counselor for Economic Affairs"). */
static bool reason_follows(struct cv_span s) {
    struct cv_span word;
    s = cv_span_trim_left(s);
    if (cv_span_starts(s, "THE ") || cv_span_starts(s, "BOTH ")) s = cv_span_trim_left(cv_span_from(s, 4));
    if (cv_span_starts(s, "FOLLOWING ") || cv_span_starts(s, "PURPOSE")) return true;
    word = word_at(s, 0);
    if (cv_is_reason_word(word) || cv_span_starts(s, "E.O") || cv_span_starts(s, "EO ") || cv_span_starts(s, "SECTION"))
        return true;
    return s.n && (cv_is_digit(s.p[0]) || (s.p[0] == '(' && s.n > 2 && s.p[2] == ')'));
}

static bool closes(struct cv_span s, size_t i) {
    struct cv_span rest = cv_span_from(s, i), word = word_at(s, i);
    size_t n;
    char digit;
    if (reason_number(s, i, &n, &digit)) return true;
    if (cv_is_reason_word(word)) return true;
    if (cv_span_is(word, "FOR") || cv_span_is(word, "DUE") || cv_span_is(word, "FRO"))
        return reason_follows(cv_span_from(rest, word.n)) || cv_span_starts(rest, "DUE TO");
    if (cv_span_is(word, "PER") || cv_span_is(word, "UNDER"))
        return !cv_span_starts(cv_span_trim_left(cv_span_from(rest, word.n)), "SECRETARY");
    if (cv_span_starts(rest, "E.O.") || cv_span_starts(rest, "E.O ") || cv_span_is(word, "EO") ||
        cv_span_starts(rest, "E. O."))
        return true;
    if (cv_span_starts(rest, "BASED ON") || cv_span_starts(rest, "PURSUANT") || cv_span_starts(rest, "IN ACCORDANCE") ||
        cv_span_starts(rest, "DECL") || cv_span_is(word, "BECAUSE") || cv_span_starts(rest, "DERIVED FROM"))
        return true;
    return cv_span_is(word, "PARA") || cv_span_starts(rest, "SECTION 1.") || cv_span_starts(rest, "SEC. 1.");
}

size_t cv_reasons_find(struct cv_span value) {
    for (size_t i = 0; i < value.n; i++) {
        if (!cv_is_alnum(value.p[i]) || !word_starts(value, i)) continue;
        if (closes(value, i)) return i;
    }
    return value.n;
}
