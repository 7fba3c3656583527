/* classified.c - the value of a Classified By line: who, with which title, for which reasons.
 * May not: decide where the value ends (head.c).
 * Facts: sheet 10. Words are told apart by titles.c; here by what stands beside them: the name is the last run of
 * name words before the reasons, or the first one where the title follows it. */
#include "head.h"
#include "text.h"

enum { MOST_TOKENS = 80 };

struct token {
    struct cv_span s; /* without comma or bracket */
    enum cv_title_class class;
    unsigned element; /* elements are divided by commas and the like */
    bool redacted;    /* XXXXXXXXXXXX: what publishers take out is a name */
    bool is_name;     /* counts as a part of a name, after its neighbours were looked at */
};

struct run {
    size_t from, to; /* tokens [from, to) */
    unsigned names;  /* words in it that are more than an initial or particle */
};

struct value {
    struct cv_parse *p;
    struct cv_span s; /* title and name, single-spaced, brackets out */
    struct token tokens[MOST_TOKENS];
    size_t n;
    struct run runs[MOST_TOKENS];
    size_t nruns;
};

/* ---- lines ---------------------------------------------------------------------------------------- */

static struct cv_span last_piece(struct cv_span s) {
    size_t n = s.n;
    while (n && !cv_is_space(s.p[n - 1])) n--;
    return cv_span_from(s, n);
}

/* "Dan Wil" / "liams for": small letters that are no word, behind a capital. */
static bool is_rest_of_name(struct cv_span last, struct cv_span first) {
    static const char *const words[] = {"and", "based", "citing",   "due",   "from",
                                        "on",  "per",   "pursuant", "under", "with"};
    while (first.n && strchr(",.;:", first.p[first.n - 1])) first.n--;
    if (first.n < 2 || !cv_is_upper(last.p[0]) || !cv_is_lower(last.p[last.n - 1])) return false;
    for (size_t i = 0; i < first.n; i++)
        if (!cv_is_lower(first.p[i])) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(first, words[i])) return false;
    return cv_title_class_of(first) == CV_WORD_OTHER && cv_reasons_find(first) != 0;
}

/* A line that is full and ends in mid-word: the pieces together are a known word, the second alone is none. */
static bool cut_in_word(struct cv_arena *a, struct cv_span before, struct cv_span line) {
    struct cv_span first = cv_span_word(&line), last = last_piece(before), whole;
    enum { FULL = 70, LABEL = 15 };
    size_t line_start = before.n;
    while (line_start && before.p[line_start - 1] != '\n') line_start--;
    if (before.n - line_start + (line_start ? 0 : LABEL) < FULL || !first.n || !last.n || last.n + first.n > 30)
        return false;
    if (!cv_is_alpha(last.p[last.n - 1]) || !cv_is_alpha(first.p[0]) || cv_title_known(first)) return false;
    if (is_rest_of_name(last, first)) return true;
    whole = cv_arena_printf(a, "%.*s%.*s", CV_FMT(last), CV_FMT(first));
    return whole.n && (cv_title_known(whole) || cv_span_is(cv_span_first(whole, 6), "REASON"));
}

static struct cv_span join_lines(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    size_t at = 0;
    if (cv_span_chr(s, '\n') == SIZE_MAX) return cv_single_spaced(a, s);
    while (at < s.n) {
        struct cv_span rest = cv_span_from(s, at);
        size_t n = cv_span_chr(rest, '\n');
        struct cv_span line = cv_span_trim(cv_span_first(rest, n == SIZE_MAX ? rest.n : n));
        if (b.n && line.n && !cut_in_word(a, cv_span_trim_right(cv_span_first(s, at)), line)) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, line);
        at += n == SIZE_MAX ? rest.n : n + 1;
    }
    return cv_single_spaced(a, cv_buf_span(&b));
}

/* "(CDA)", "(acting)", "(U)" go; an open bracket goes alone. */
static struct cv_span brackets_out(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    if (cv_span_chr(s, '(') == SIZE_MAX && cv_span_chr(s, ')') == SIZE_MAX) return s;
    for (size_t i = 0; i < s.n; i++) {
        size_t close = s.p[i] == '(' ? cv_span_chr(cv_span_from(s, i), ')') : SIZE_MAX;
        if (close != SIZE_MAX) {
            i += close;
            cv_buf_addc(&b, ' ');
        } else if (s.p[i] != '(' && s.p[i] != ')') {
            cv_buf_addc(&b, s.p[i]);
        }
    }
    return cv_single_spaced(a, cv_buf_span(&b));
}

/* ---- tokens ----------------------------------------------------------------------------------------- */

/* "d,Affaires": a comma for an apostrophe. */
static bool comma_is_apostrophe(struct cv_span s, size_t start, size_t i) {
    return i == start + 1 && (s.p[start] == 'd' || s.p[start] == 'D') && i + 1 < s.n && cv_is_alpha(s.p[i + 1]);
}

static bool is_divider(char c) { return c == ',' || c == ';' || c == ':'; }

static void add_token(struct value *v, struct cv_span s, unsigned *element) {
    struct token *t;
    bool stop = s.n > 3 && s.p[s.n - 1] == '.';
    if (v->n == MOST_TOKENS) return;
    t = &v->tokens[v->n++];
    *t = (struct token){.s = s, .class = cv_title_class_of(s), .element = *element};
    if (cv_is_redaction(s)) t->class = CV_WORD_NAME, t->redacted = true;
    /* A full stop behind a name ends it; behind an initial or an abbreviated title it does not. */
    if (stop && t->class == CV_WORD_NAME) {
        t->s.n--;
        ++*element;
    }
}

static bool is_mixed_case(struct cv_span s) {
    bool upper = false, lower = false;
    for (size_t i = 0; i < s.n; i++) {
        upper |= cv_is_upper(s.p[i]);
        lower |= cv_is_lower(s.p[i]);
    }
    return upper && lower;
}

/* "Ambassador/Ann Lee": a slash between a whole title and a name divides; POL/ECON is one word. */
static bool slash_divides(struct cv_span s, size_t start, size_t i) {
    struct cv_span before = cv_span_of(s.p + start, i - start), rest = cv_span_from(s, i + 1),
                   word = cv_span_word(&rest);
    if (before.n < 3 || !rest.n || !cv_title_known(before) || cv_span_chr(word, '/') != SIZE_MAX) return false;
    return cv_title_class_of(word) == CV_WORD_NAME && is_mixed_case(word);
}

static void tokenize(struct value *v) {
    struct cv_span s = v->s;
    unsigned element = 0;
    size_t i = 0;
    while (i < s.n) {
        size_t start = i;
        if (cv_is_space(s.p[i])) {
            i++;
            continue;
        }
        if (is_divider(s.p[i]) || ((s.p[i] == '-' || s.p[i] == '/') &&
                                   (i + 1 == s.n || !cv_is_alnum(s.p[i + 1]) || i == 0 || s.p[i] == '/'))) {
            if (v->n) element = v->tokens[v->n - 1].element + 1;
            i++;
            continue;
        }
        while (i < s.n && !cv_is_space(s.p[i]) && (!is_divider(s.p[i]) || comma_is_apostrophe(s, start, i))) {
            if (i > start && s.p[i] == '-' && i + 1 < s.n && s.p[i + 1] == '-') break;
            if (i > start && s.p[i] == '/' && slash_divides(s, start, i)) break;
            i++;
        }
        add_token(v, cv_span_of(s.p + start, i - start), &element);
    }
}

/* Behind token i, which names an office abroad, stands a place; "Chief of Mission" is none. */
static bool place_follows(const struct value *v, size_t i) {
    static const char *const words[] = {"EMBASSY", "AMEMBASSY", "CONSULATE", "AMCONSUL", "POST", "AIT"};
    struct cv_span word = v->tokens[i].s;
    for (size_t k = 0; k < CV_ARRAY_LEN(words); k++)
        if (cv_span_is(word, words[k])) return true;
    if (i == 0) return false;
    if (cv_span_is(word, "GENERAL")) return cv_span_is(v->tokens[i - 1].s, "CONSULATE");
    return cv_span_is(word, "MISSION") && !cv_span_is(v->tokens[i - 1].s, "OF");
}

/* "Ambassador to Saudi Arabia Ford Fraker": the words of a country after to, of, for, in, Embassy. */
static void mark_places(struct value *v) {
    for (size_t i = 1; i < v->n; i++) {
        struct token *before = &v->tokens[i - 1], *t = &v->tokens[i];
        size_t n, from = i;
        const char *end;
        bool link = before->class == CV_WORD_LINK && !cv_span_is(before->s, "AND") && before->s.n > 1;
        if (t->class == CV_WORD_TITLE || (!link && !place_follows(v, i - 1))) continue;
        n = cv_place_prefix(cv_span_from(v->s, (size_t)(t->s.p - v->s.p)));
        end = t->s.p + n;
        if (n)
            for (; i < v->n && v->tokens[i].s.p < end; i++) v->tokens[i].class = CV_WORD_TITLE;
        else /* "for Central Asia" */
            for (; i < v->n && v->tokens[i].class == CV_WORD_PLACE; i++) v->tokens[i].class = CV_WORD_TITLE;
        if (i > from) i--; /* the loop moves on by itself */
    }
}

static bool lacks_vowel(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (strchr("AEIOUYaeiouy", s.p[i]) || !cv_is_alpha(s.p[i])) return false;
    return s.n >= 2;
}

/* An abbreviation that no list has: capitals in front of names in mixed case ("ADCM John Doe"), or no vowel. A
 * surname in capitals has a given name before it. */
static void mark_abbreviations(struct value *v) {
    bool mixed = false;
    for (size_t i = 0; i < v->n; i++) mixed |= v->tokens[i].class == CV_WORD_NAME && is_mixed_case(v->tokens[i].s);
    for (size_t i = 0; i < v->n; i++) {
        struct token *t = &v->tokens[i];
        bool first =
            i == 0 || t[-1].element != t->element || (t[-1].class != CV_WORD_NAME && t[-1].class != CV_WORD_INITIAL);
        if (t->class != CV_WORD_NAME || t->redacted || !first || t->s.n < 2) continue;
        if (lacks_vowel(t->s) || (mixed && !is_mixed_case(t->s) && cv_is_upper(t->s.p[0]))) t->class = CV_WORD_TITLE;
    }
}

static bool is_name_class(const struct token *t) { return t->class == CV_WORD_NAME || t->class == CV_WORD_INITIAL; }

static const struct token *beside(const struct value *v, size_t i, int step) {
    size_t k = step < 0 ? i - 1 : i + 1;
    if ((step < 0 && i == 0) || k >= v->n || v->tokens[k].element != v->tokens[i].element) return NULL;
    return &v->tokens[k];
}

/* Places that are given names too. */
static bool is_given_place(struct cv_span word) {
    static const char *const words[] = {"CHAD",     "FLORENCE", "GEORGIA",  "ISRAEL",   "LOURDES", "MILAN",
                                        "PARIS",    "SALEM",    "SALVADOR", "SANTIAGO", "SOFIA",   "SYDNEY",
                                        "TRINIDAD", "VALENCIA", "VERONA",   "VICTORIA"};
    for (size_t k = 0; k < CV_ARRAY_LEN(words); k++)
        if (cv_span_is(word, words[k])) return true;
    return false;
}

/* "Milan von Hagen", "Milan de la Cruz", "GEORGIA JORDAN": behind such a given name stands a particle with a name, or one more place, unless
 * both are the same place ("Sofia, Bulgaria" has its comma). */
static bool begins_name(const struct value *v, size_t i, const struct token *after) {
    const struct token *last;
    if (!after || !is_given_place(v->tokens[i].s)) return false;
    last = beside(v, i + 1, 1);
    if (after->class == CV_WORD_PARTICLE) {
        for (size_t k = i + 2; last && last->class == CV_WORD_PARTICLE; k++) last = beside(v, k, 1);
        return last && (last->class == CV_WORD_NAME || last->class == CV_WORD_PLACE);
    }
    if (after->class != CV_WORD_PLACE || (last && last->class == CV_WORD_TITLE)) return false;
    return cv_place_prefix(cv_span_from(v->s, (size_t)(v->tokens[i].s.p - v->s.p))) <= v->tokens[i].s.n;
}

/* A place is a name after a given name ("John West"), or before a surname where no link stands ("Chad Peterson"). */
static bool place_is_name(const struct value *v, size_t i) {
    const struct token *before = beside(v, i, -1), *after = beside(v, i, 1);
    if (after && after->class == CV_WORD_TITLE) return false;
    if (before && before->is_name && is_given_place(before->s)) return true;
    if (before && (is_name_class(before) || (before->class == CV_WORD_PARTICLE && i >= 2))) return before->is_name;
    if (before && (before->class == CV_WORD_LINK || place_follows(v, i - 1))) return false;
    return after && (is_name_class(after) || begins_name(v, i, after));
}

/* DAS, Deputy Assistant Secretary, is a particle only inside a name ("Joao das Neves"). */
static bool is_deputy_assistant(const struct value *v, size_t i) {
    const struct token *before = beside(v, i, -1);
    return cv_span_is(v->tokens[i].s, "DAS") && !(before && before->is_name);
}

/* Words of titles that are surnames too: the last of an element, behind a given name ("Ambassador John Post"). */
static bool surname_like_title(const struct value *v, size_t i) {
    static const char *const words[] = {"POST",   "LAW",     "HEAD",    "PRESS", "LARGE", "MAJOR",  "WATCH",  "AREA",
                                        "BRANCH", "JUSTICE", "SERVICE", "GROUP", "STAFF", "RIGHTS", "PUBLIC", "PEACE"};
    const struct token *before = beside(v, i, -1);
    if (!before || !before->is_name || beside(v, i, 1)) return false;
    for (size_t k = 0; k < CV_ARRAY_LEN(words); k++)
        if (cv_span_is(v->tokens[i].s, words[k])) return true;
    return false;
}

static void mark_names(struct value *v) {
    for (size_t i = 0; i < v->n; i++) {
        struct token *t = &v->tokens[i];
        const struct token *after = beside(v, i, 1);
        switch (t->class) {
        case CV_WORD_NAME:
        case CV_WORD_INITIAL:
            t->is_name = true;
            break;
        case CV_WORD_PLACE:
            t->is_name = place_is_name(v, i);
            break;
        case CV_WORD_PARTICLE:
            if (is_deputy_assistant(v, i)) {
                t->class = CV_WORD_TITLE;
                break;
            }
            t->is_name = after && (after->class == CV_WORD_NAME || after->class == CV_WORD_PARTICLE ||
                                   (after->class == CV_WORD_PLACE && i && v->tokens[i - 1].is_name));
            break;
        case CV_WORD_TITLE:
            t->is_name = surname_like_title(v, i);
            if (t->is_name) t->class = CV_WORD_NAME;
            break;
        case CV_WORD_SUFFIX:
            t->is_name = i && v->tokens[i - 1].is_name;
            break;
        default:
            break;
        }
    }
}

static void find_runs(struct value *v) {
    for (size_t i = 0; i < v->n;) {
        struct run r = {.from = i};
        if (!v->tokens[i].is_name || v->tokens[i].class == CV_WORD_SUFFIX) {
            i++;
            continue;
        }
        for (; i < v->n && v->tokens[i].is_name; i++) {
            const struct token *t = &v->tokens[i];
            if (i > r.from && t->element != v->tokens[r.from].element && t->class != CV_WORD_SUFFIX) break;
            r.names += t->class == CV_WORD_NAME || t->class == CV_WORD_PLACE;
        }
        r.to = i;
        if (r.names) v->runs[v->nruns++] = r;
    }
}

/* ---- which run is the name -------------------------------------------------------------------------- */

static size_t words_in(const struct run *r) { return r->to - r->from; }

static bool has_title(const struct value *v, size_t from, size_t to) {
    for (size_t i = from; i < to && i < v->n; i++)
        if (v->tokens[i].class == CV_WORD_TITLE) return true;
    return false;
}

static bool ends_element(const struct value *v, const struct run *r) {
    return r->to == v->n || v->tokens[r->to].element != v->tokens[r->from].element;
}

static bool title_before(const struct value *v, const struct run *r) {
    unsigned element = v->tokens[r->from].element;
    for (size_t i = r->from; i-- > 0 && v->tokens[i].element == element;)
        if (v->tokens[i].class == CV_WORD_TITLE) return true;
    return false;
}

/* "… John Doe for Ambassador Jane Roe": he signed for her. */
static bool stands_for(const struct value *v, const struct run *r) {
    return r->to + 1 < v->n && cv_span_is(v->tokens[r->to].s, "FOR") &&
           v->tokens[r->to].element == v->tokens[r->from].element && v->tokens[r->to + 1].class == CV_WORD_TITLE &&
           title_before(v, r);
}

/* "… John Doe and DAO Col. Jim Roe": only what stands before AND counts, where a name stands on both sides. */
static size_t runs_of_first(const struct value *v) {
    for (size_t k = 0; k + 1 < v->nruns; k++) {
        if (words_in(&v->runs[k]) < 2) continue;
        if (stands_for(v, &v->runs[k])) return k + 1;
        for (size_t i = v->runs[k].to; i < v->runs[k + 1].from; i++)
            if (cv_span_is(v->tokens[i].s, "AND") || cv_span_is(v->tokens[i].s, "&")) return k + 1;
    }
    return v->nruns;
}

/* "ROE, RICHARD L.": surname, comma, given name, and nothing else in both elements. */
static bool is_turned_round(const struct value *v) {
    const struct run *a = &v->runs[0], *b = &v->runs[1];
    if (v->nruns < 2 || a->from != 0 || words_in(a) != 1 || b->from != a->to || b->names != 1) return false;
    return words_in(b) <= 3 && ends_element(v, a) && ends_element(v, b) && v->tokens[b->from].class == CV_WORD_NAME;
}

static const struct run *choose(struct value *v, bool *name_first) {
    size_t n = runs_of_first(v);
    const struct run *first = &v->runs[0], *best = NULL;
    *name_first = false;
    if (!n) return NULL;
    if (is_turned_round(v)) {
        v->runs[0].to = v->runs[1].to;
        *name_first = true;
        return first;
    }
    if (first->from == 0 && ends_element(v, first) && (words_in(first) > 1 || n == 1)) {
        *name_first = true;
        return first;
    }
    /* "Political Counselor John Doe, Embassy …": a title and a name behind it make one element. */
    for (size_t k = 0; k < n; k++)
        if (words_in(&v->runs[k]) > 1 && title_before(v, &v->runs[k]) && ends_element(v, &v->runs[k]))
            return &v->runs[k];
    for (size_t k = n; k-- > 0 && !best;)
        if (words_in(&v->runs[k]) > 1 && ends_element(v, &v->runs[k])) best = &v->runs[k];
    if (best && best != first) return best;
    if (first->from == 0 && words_in(first) > 1 && first->to < v->n && v->tokens[first->to].class == CV_WORD_TITLE) {
        *name_first = true; /* "John Doe DCM" */
        return first;
    }
    for (size_t k = n; k-- > 0 && !best;)
        if (words_in(&v->runs[k]) > 1) best = &v->runs[k];
    for (size_t k = n; k-- > 0 && !best;)
        if (ends_element(v, &v->runs[k]) && (title_before(v, &v->runs[k]) || v->runs[k].from)) best = &v->runs[k];
    return best;
}

/* ---- texts ------------------------------------------------------------------------------------------ */

static struct cv_span trim_signs(struct cv_span s) {
    while (s.n && (cv_is_space(s.p[0]) || strchr(",;:-/.\"", s.p[0]))) s = cv_span_from(s, 1);
    while (s.n && (cv_is_space(s.p[s.n - 1]) || strchr(",;:-/", s.p[s.n - 1]))) s.n--;
    return s;
}

/* The closing point of a sentence goes, that of an abbreviation ("a.i.", "Jr.", "Q.") stays. */
static struct cv_span drop_stop(struct cv_span s) {
    struct cv_span last = last_piece(s);
    if (s.n < 2 || s.p[s.n - 1] != '.') return s;
    if (last.n <= 2 || cv_span_chr(last, '.') != last.n - 1) return s;
    if (cv_title_class_of(last) == CV_WORD_SUFFIX) return s;
    s.n--;
    return s;
}

/* Words at the end that only link to what was cut off. */
static struct cv_span drop_links(struct cv_span s) {
    for (;;) {
        struct cv_span last = last_piece(s);
        if (!last.n || last.n == s.n || cv_title_class_of(last) != CV_WORD_LINK || last.n == 1) return s;
        s = trim_signs(cv_span_first(s, s.n - last.n));
    }
}

static struct cv_span drop_first_link(struct cv_span s) {
    struct cv_span rest = s, word = cv_span_word(&rest);
    return word.n > 1 && rest.n && cv_title_class_of(word) == CV_WORD_LINK ? cv_span_trim(rest) : s;
}

static struct cv_span slice(const struct value *v, size_t from, size_t to) {
    const struct token *a = &v->tokens[from], *b = &v->tokens[to - 1];
    return cv_span_range(a->s.p, b->s.p + b->s.n);
}

static void set_name(struct value *v, const struct run *r) {
    struct cv_span name = trim_signs(slice(v, r->from, r->to));
    if (v->tokens[r->to - 1].class == CV_WORD_NAME) name = drop_stop(name);
    v->p->out->classified_by = name;
}

/* The element after the name; "a.i." and "ad interim" behind a comma still belong to it. */
static struct cv_span title_behind(const struct value *v, size_t from) {
    size_t to = from;
    unsigned element;
    if (from >= v->n) return CV_NONE;
    element = v->tokens[from].element;
    for (; to < v->n; to++) {
        const struct token *t = &v->tokens[to];
        if (t->element == element) continue;
        if (!cv_span_starts(t->s, "a.i") && !cv_span_is(t->s, "ad") && !cv_span_is(t->s, "interim")) break;
        element = t->element;
    }
    return drop_stop(drop_links(trim_signs(slice(v, from, to))));
}

static void set_title(struct value *v, const struct run *r, bool name_first) {
    struct cv_span title;
    if (name_first) {
        title = title_behind(v, r->to);
    } else {
        title = drop_first_link(drop_links(trim_signs(cv_span_range(v->s.p, v->tokens[r->from].s.p))));
        if (!title.n && r->to < v->n) title = title_behind(v, r->to);
    }
    if (title.n && title.p && (has_title(v, 0, v->n) || name_first)) v->p->out->classified_by_title = title;
}

static struct cv_span strip_label(struct cv_span s) {
    for (;;) {
        size_t at;
        enum cv_label label;
        s = trim_signs(s);
        label = cv_label_match(s, &at);
        if (label != CV_LABEL_CLASSIFIED_BY || at == 0) return s;
        s = cv_span_from(s, at);
    }
}

void cv_classified_parse(struct cv_parse *p, struct cv_span value, unsigned line_no) {
    struct value *v = cv_arena_alloc(p->arena, sizeof *v);
    const struct run *name;
    bool name_first;
    enum { LONGEST = 600 };
    struct cv_span s = strip_label(join_lines(p->arena, value));
    (void)line_no;
    cv_reasons_parse(p, s);
    if (!v || p->out->classified_by.p) return;
    if (cv_span_starts(s, "DERIVED") || cv_span_starts(s, "MULTIPLE")) return;
    s = cv_span_first(s, cv_reasons_find(s));
    *v = (struct value){.p = p, .s = trim_signs(brackets_out(p->arena, cv_span_upto(s, LONGEST)))};
    tokenize(v);
    mark_places(v);
    mark_abbreviations(v);
    mark_names(v);
    find_runs(v);
    name = choose(v, &name_first);
    if (name) {
        set_name(v, name);
        set_title(v, name, name_first);
    } else if (v->n && has_title(v, 0, v->n)) {
        p->out->classified_by_title = drop_stop(drop_links(v->s));
    }
}
