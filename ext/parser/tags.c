/* tags.c - the value of a TAGS line as tags: separators, persons, phrases, glued and misspelt ones.
 * May not: decide where the list ends (head.c).
 * Facts: sheet 7; NARA sheet 2 "TAGS". The order of the steps is the sheet's: known words, persons, phrases, then
 * glued ones, then those with one letter wrong. */
#include "../data/data.h"
#include "head.h"

struct word {
    struct cv_span w; /* in capitals */
    unsigned group;   /* words of one group have no comma between them */
    bool person;      /* it came in brackets */
    bool taken;       /* used up as a part of a name or phrase */
};

struct list {
    struct cv_parse *p;
    unsigned line_no;
    unsigned group;
    bool commas; /* the list is divided by commas */
    CV_LIST(struct word) words;
};

/* ---- from text to words -------------------------------------------------------------------------- */

static void add_word(struct list *l, struct cv_span w, bool person) {
    struct word *row;
    if (!w.n || l->words.n >= 400) return; /* no list is that long; a hostile line is cut */
    row = CV_PUSH(l->p->arena, &l->words, struct word);
    if (row) *row = (struct word){.w = w, .group = l->group, .person = person};
}

static bool is_junk(char c) { return !cv_is_alnum(c) && (unsigned char)c < 0x80; }

/* Points, dashes and brackets off both ends. */
static struct cv_span bare(struct cv_span w) {
    while (w.n && is_junk(w.p[0])) w = cv_span_from(w, 1);
    while (w.n && is_junk(w.p[w.n - 1])) w.n--;
    return w;
}

/* All parts between the sign are TAGS that the list knows. */
static bool known_parts(struct cv_span w, char sign) {
    for (;;) {
        size_t at = cv_span_chr(w, sign);
        struct cv_span part = cv_span_first(w, at == SIZE_MAX ? w.n : at);
        if (part.n < 2 || !cv_tag_known(part)) return false;
        if (at == SIZE_MAX) return true;
        w = cv_span_from(w, at + 1);
    }
}

/* One run without blanks: "PREL/PGOV" and "PREL.PGOV" are two, "UNGA/C-6" is one. */
static void add_run(struct list *l, struct cv_span w) {
    static const char signs[] = "/.-&";
    w = bare(w);
    if (!w.n || cv_tag_known(w)) {
        add_word(l, w, false);
        return;
    }
    if (w.n == 3 && w.p[1] == '.') { /* U.S. */
        struct cv_span both = cv_arena_printf(l->p->arena, "%c%c", w.p[0], w.p[2]);
        if (cv_tag_official(both)) {
            add_word(l, both, false);
            return;
        }
    }
    for (const char *sign = signs; *sign; sign++) {
        if (cv_span_chr(w, *sign) == SIZE_MAX || !known_parts(w, *sign)) continue;
        for (;;) {
            size_t at = cv_span_chr(w, *sign);
            add_word(l, cv_span_first(w, at == SIZE_MAX ? w.n : at), false);
            if (at == SIZE_MAX) return;
            w = cv_span_from(w, at + 1);
        }
    }
    add_word(l, w, false);
}

/* The next run between blanks and commas; a bracket is one run. */
static struct cv_span next_run(struct cv_span *s) {
    size_t i = 0, n = 0;
    while (i < s->n && (cv_is_space(s->p[i]) || strchr(",;:", s->p[i]))) i++;
    *s = cv_span_from(*s, i);
    if (s->n && s->p[0] == '(') {
        size_t close = cv_span_chr(*s, ')');
        n = close == SIZE_MAX ? s->n : close + 1;
    } else {
        while (n < s->n && !cv_is_space(s->p[n]) && !strchr(",;:(", s->p[n])) n++;
    }
    struct cv_span run = cv_span_first(*s, n);
    *s = cv_span_from(*s, n);
    return run;
}

/* "(US, SY)", "(US/SY)": TAGS in brackets, no names. */
static bool only_tags(struct cv_span s) {
    struct cv_span w;
    bool any = false;
    while ((w = bare(next_run(&s))).n) {
        if (!cv_tag_official(w) && !(cv_span_chr(w, '/') != SIZE_MAX && known_parts(w, '/'))) return false;
        any = true;
    }
    return any;
}

static void split_plain(struct list *l, struct cv_span s) {
    struct cv_span w;
    while ((w = next_run(&s)).n) {
        l->group++;
        add_run(l, w);
    }
}

/* The portion mark of the line, in brackets. */
static bool is_mark(struct cv_span s) {
    static const char *const marks[] = {"U", "C", "S", "SBU", "LOU", "FOUO", "C/NF", "S/NF", "U/FOUO"};
    for (size_t k = 0; k < CV_ARRAY_LEN(marks); k++)
        if (cv_span_is(s, marks[k])) return true;
    return false;
}

/* The inside of a bracket: TAGS, or persons divided by a semicolon or AND. */
static void add_bracket(struct list *l, struct cv_span inside) {
    enum { LONGEST = 400 }; /* no list of names is that long; a hostile one is cut */
    struct cv_span rest = cv_single_spaced(l->p->arena, cv_span_upto(inside, LONGEST));
    if (rest.n && (rest.p[0] == '#' || cv_span_starts(rest, "HTTP"))) return; /* the target of a link */
    if (is_mark(rest)) return;
    if (only_tags(rest)) {
        split_plain(l, rest);
        return;
    }
    while (rest.n) {
        size_t semi = cv_span_chr(rest, ';'), and = cv_span_find(rest, " AND ");
        size_t cut = semi < and? semi : and;
        struct cv_span name = cv_span_trim(cv_span_first(rest, cut == SIZE_MAX ? rest.n : cut));
        while (name.n && strchr(",;:", name.p[name.n - 1])) name.n--;
        if (name.n) add_word(l, name, true);
        if (cut == SIZE_MAX) return;
        rest = cv_span_trim(cv_span_from(rest, cut + (cut == semi ? 1 : 5)));
    }
}

/* "[PHUM](#)" is PHUM: square brackets go, and so does what stands behind them. */
static void split_words(struct list *l, struct cv_span s) {
    size_t i = 0;
    while (i < s.n) {
        char c = s.p[i];
        size_t n = 0;
        if (c == '(') {
            struct cv_span inside = cv_span_from(s, i + 1);
            size_t close = cv_span_chr(inside, ')');
            if (close == SIZE_MAX) close = inside.n;
            add_bracket(l, cv_span_first(inside, close));
            i += close + 2;
            continue;
        }
        if (c == ',' || c == ';' || c == ':') {
            l->group++;
            l->commas = true;
        }
        if (cv_is_space(c) || strchr(",;:[])", c)) {
            i++;
            continue;
        }
        while (i + n < s.n && !cv_is_space(s.p[i + n]) && !strchr(",;:[]()", s.p[i + n])) n++;
        add_run(l, cv_span_of(s.p + i, n));
        i += n;
    }
}

/* ---- from words to tags -------------------------------------------------------------------------- */

static enum cv_tag_kind kind_by_shape(struct cv_span tag) {
    bool letters = true;
    for (size_t i = 0; i < tag.n; i++) letters &= cv_is_alpha(tag.p[i]);
    if (!letters) return CV_TAG_UNKNOWN;
    if (tag.n == 2) return CV_TAG_GEOGRAPHIC;
    if (tag.n == 4 && tag.p[0] == 'K') return CV_TAG_PROGRAM;
    if (tag.n == 4 && strchr("ABCEMOPST", tag.p[0])) return CV_TAG_SUBJECT;
    return CV_TAG_UNKNOWN;
}

/* "UNGA/C-6": an organ of the organization in front of the slash. */
static enum cv_tag_kind kind_of_unlisted(struct cv_span tag, int year) {
    size_t slash = cv_span_chr(tag, '/');
    const struct cv_tag_fact *fact;
    if (slash == SIZE_MAX) return kind_by_shape(tag);
    fact = cv_tag_fact_of(cv_span_first(tag, slash), year);
    return fact && fact->kind == CV_TAG_ORGANIZATION ? CV_TAG_ORGANIZATION : CV_TAG_UNKNOWN;
}

static bool is_repeated(const struct cv_cable *c, struct cv_span tag, struct cv_span person) {
    for (size_t i = 0; i < c->tags.n; i++)
        if (cv_span_eq(c->tags.v[i].tag, tag) && cv_span_eq(c->tags.v[i].person, person)) return true;
    return false;
}

static void push_tag(struct list *l, struct cv_span tag, struct cv_span person) {
    struct cv_cable *c = l->p->out;
    const struct cv_tag_fact *fact = cv_tag_fact_of(tag, c->year);
    struct cv_tag *row;
    if (is_repeated(c, tag, person)) return;
    row = CV_PUSH(l->p->arena, &c->tags, struct cv_tag);
    if (!row) return;
    row->tag = tag;
    row->person = person;
    row->kind = fact ? (enum cv_tag_kind)fact->kind : kind_of_unlisted(tag, c->year);
    row->name = cv_tag_fact_name(fact);
    if (!fact || fact->kind == CV_TAG_UNKNOWN)
        cv_problem(l->p, CV_P_TAG_UNKNOWN, l->line_no, "%.*s is in no list of TAGS of the time", CV_FMT(tag));
    else if (fact->unofficial)
        cv_problem(l->p, CV_P_TAG_UNOFFICIAL, l->line_no, "%.*s stands in the place of the official TAG", CV_FMT(tag));
}

static void push_person(struct list *l, struct cv_span person) {
    struct cv_tag *row;
    if (is_repeated(l->p->out, CV_NONE, person)) return;
    row = CV_PUSH(l->p->arena, &l->p->out->tags, struct cv_tag);
    if (row) *row = (struct cv_tag){.kind = CV_TAG_PERSON, .person = person};
}

static void report_repaired(struct list *l, struct cv_span printed, const char *how, struct cv_span tag) {
    cv_problem(l->p, CV_P_TAG_REPAIRED, l->line_no, "%.*s %s%.*s", CV_FMT(printed), how, CV_FMT(tag));
}

/* A word of no list: glued, one letter wrong, or kept as it is. True if it was repaired. */
static bool push_unlisted(struct list *l, struct cv_span w, bool only_repair) {
    unsigned char parts[16];
    size_t n = cv_tag_split(w, parts);
    struct cv_span near;
    if (n) report_repaired(l, w, "divided into its TAGS", CV_NONE);
    for (size_t k = 0; k < n; k++) {
        push_tag(l, cv_span_first(w, parts[k]), CV_NONE);
        w = cv_span_from(w, parts[k]);
    }
    if (n) return true;
    near = cv_tag_near(w, l->p->out->year);
    if (near.n) {
        report_repaired(l, w, "read as ", near);
        push_tag(l, near, CV_NONE);
        return true;
    }
    if (!only_repair) push_tag(l, w, CV_NONE);
    return false;
}

static struct word *at(struct list *l, size_t i) { return i < l->words.n ? &l->words.v[i] : NULL; }

static bool is_listed(const struct word *w) { return w && !w->person && cv_tag_known(w->w); }
static bool is_official(const struct word *w) { return w && !w->person && cv_tag_official(w->w); }

static bool is_letters(const struct word *w) {
    if (!w || w->person) return false;
    for (size_t i = 0; i < w->w.n; i++)
        if (cv_is_digit(w->w.p[i])) return false;
    return true;
}

/* A TAG that takes a name: visits and travel, biography. */
static bool takes_name(struct cv_span w) {
    return cv_span_is(w, "OVIP") || cv_span_is(w, "OTRA") || cv_span_is(w, "OREP") || cv_span_is(w, "PINR");
}

static bool could_be_name(const struct word *w) {
    return is_letters(w) && !cv_tag_known(w->w) && w->w.n >= 2 && !(w->w.n == 4 && w->w.p[0] == 'K');
}

/* OVIP CLINTON HILLARY -> "CLINTON, HILLARY"; a single letter behind it belongs to the name. With a comma between
 * (OVIP CLINTON, HILLARY, …) only if each stands alone between its commas. */
static struct cv_span name_behind(struct list *l, size_t i, size_t *used) {
    struct word *tag = at(l, i), *a = at(l, i + 1), *b = at(l, i + 2), *c = at(l, i + 3);
    bool same;
    *used = 0;
    if (!tag || !takes_name(tag->w) || !could_be_name(a) || !could_be_name(b)) return CV_NONE;
    if (a->group != tag->group) return CV_NONE;
    same = b->group == a->group;
    if (!same && (b->group != a->group + 1 || (c && c->group == b->group && c->w.n > 1))) return CV_NONE;
    if (same && c && c->group == b->group && could_be_name(c)) return CV_NONE; /* three words: a phrase */
    *used = 2;
    if (c && c->group == b->group && !c->person && c->w.n == 1) {
        *used = 3;
        return cv_arena_printf(l->p->arena, "%.*s, %.*s %.*s", CV_FMT(a->w), CV_FMT(b->w), CV_FMT(c->w));
    }
    return cv_arena_printf(l->p->arena, "%.*s, %.*s", CV_FMT(a->w), CV_FMT(b->w));
}

/* Persons in brackets belong to the TAG before them; in the archives' attributes (no line) the names were moved to the
 * end. Returns how many words were used. */
static size_t push_with_persons(struct list *l, size_t i, struct cv_span tag) {
    size_t k = i + 1;
    if (l->line_no == 0 || !at(l, k) || !at(l, k)->person) {
        push_tag(l, tag, CV_NONE);
        return 1;
    }
    for (; at(l, k) && at(l, k)->person; k++) push_tag(l, tag, at(l, k)->w);
    return k - i;
}

/* How many words from i on make one phrase: neighbours none of which is an official TAG, with IN between two of them;
 * between commas also a TAG with a station behind it. */
static size_t phrase_at(struct list *l, size_t i) {
    struct word *first = at(l, i);
    size_t n = 0, k = i, station_n = 0;
    while (at(l, k) && is_letters(at(l, k)) && at(l, k)->group == first->group) {
        struct word *w = at(l, k), *next = at(l, k + 1);
        bool between = n && cv_span_is(w->w, "IN") && next && next->group == first->group && !is_official(next);
        if (is_official(w) && !between) break;
        if (w->w.n == 4 && w->w.p[0] == 'K') break; /* a program's code that the list lacks */
        n++;
        k++;
    }
    if (n >= 2) return n;
    /* "USEU BRUSSELS" between commas */
    first = at(l, i);
    if (l->commas && is_official(first) && first->w.n > 2 && at(l, i + 1) && at(l, i + 1)->group == first->group &&
        (i == 0 || at(l, i - 1)->group != first->group) && (!at(l, i + 2) || at(l, i + 2)->group != first->group) &&
        !is_listed(at(l, i + 1)) && cv_station_prefix(at(l, i + 1)->w, &station_n).n && station_n == at(l, i + 1)->w.n)
        return 2;
    return 0;
}

static bool all_repairable(struct list *l, size_t i, size_t n) {
    unsigned char parts[16];
    for (size_t k = i; k < i + n; k++) {
        struct cv_span w = at(l, k)->w;
        if (cv_tag_known(w) || (!cv_tag_split(w, parts) && !(w.n >= 4 && cv_tag_near(w, l->p->out->year).n)))
            return false;
    }
    return true;
}

static size_t push_phrase(struct list *l, size_t i, size_t n) {
    struct cv_buf b = {.arena = l->p->arena};
    for (size_t k = i; k < i + n; k++) {
        if (k > i) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, at(l, k)->w);
    }
    return push_with_persons(l, i + n - 1, cv_buf_span(&b)) + n - 1;
}

/* "P GOV": noise of copying put a blank into a TAG. */
static bool push_cut(struct list *l, struct cv_span a, struct cv_span b) {
    struct cv_span tag = cv_arena_printf(l->p->arena, "%.*s%.*s", CV_FMT(a), CV_FMT(b));
    if (tag.n != 4 || !cv_tag_official(tag)) return false;
    report_repaired(l, tag, "printed in two", CV_NONE);
    push_tag(l, tag, CV_NONE);
    return true;
}

/* "ET RD" between commas: the halves of a TAG, one of which is none by itself. */
static bool is_cut_in_half(struct list *l, size_t i) {
    struct word *a = at(l, i), *b = at(l, i + 1), *c = at(l, i + 2);
    if (!l->commas || !b || a->w.n != 2 || b->w.n != 2 || b->group != a->group) return false;
    if ((i && at(l, i - 1)->group == a->group) || (c && c->group == a->group)) return false;
    return !is_official(a) || !is_official(b);
}

/* Pushes what begins at word i; returns how many words that was. */
static size_t push_at(struct list *l, size_t i) {
    struct word *w = at(l, i);
    size_t n, used;
    struct cv_span name;
    if (w->person) {
        push_person(l, w->w);
        return 1;
    }
    if (cv_caption_strong(w->w) && !cv_tag_known(w->w)) {
        (void)cv_caption_line(l->p, w->w, true);
        return 1;
    }
    if (i && cv_span_is(w->w, "AND")) return 1; /* "PREL AND HR"; inside a phrase it is not met here */
    if (is_cut_in_half(l, i) && push_cut(l, w->w, at(l, i + 1)->w)) return 2;
    n = phrase_at(l, i);
    if (n == 2 && push_cut(l, w->w, at(l, i + 1)->w)) return n;
    if (n && !all_repairable(l, i, n)) return push_phrase(l, i, n);
    if (n) {
        for (size_t k = i; k < i + n; k++) (void)push_unlisted(l, at(l, k)->w, true);
        return n;
    }
    if (!is_listed(w) && push_unlisted(l, w->w, true)) return 1;
    name = name_behind(l, i, &used);
    if (used) {
        push_tag(l, w->w, name);
        return used + 1;
    }
    return push_with_persons(l, i, w->w);
}

static bool is_nothing(struct cv_span s) {
    s = bare(cv_span_trim(s));
    return !s.n || cv_span_is(s, "N/A") || cv_span_is(s, "NONE") || cv_span_is(s, "N.A");
}

void cv_tags_parse(struct cv_parse *p, struct cv_span value, unsigned line_no) {
    struct list l = {.p = p, .line_no = line_no};
    size_t again;
    if (cv_span_starts(value, "TAGS:") && cv_label_match(value, &again) == CV_LABEL_TAGS)
        value = cv_span_from(value, again); /* the label printed twice */
    if (is_nothing(value)) return;
    split_words(&l, cv_arena_upper(p->arena, value));
    for (size_t i = 0; i < l.words.n;) i += push_at(&l, i);
}

bool cv_tags_only(struct cv_span line) {
    bool known = false;
    struct cv_span w, rest = cv_span_trim(line);
    for (size_t i = 0; i < rest.n; i++)
        if (cv_is_lower(rest.p[i])) return false;
    while ((w = next_run(&rest)).n) {
        if (w.p[0] == '(') continue; /* a person or a link: the words around decide */
        w = bare(w);
        if (!w.n) continue;
        if (cv_tag_official(w) && w.n != 3)
            known = true;
        else if (!cv_tag_known(w) && w.n != 4)
            return false;
    }
    return known;
}
