/* fill.c - the fields that the telegram lacks, from what its container says, through the same parsers; then the
 * problems of what is still missing.
 * May not: touch a field that the telegram gave. Facts: NARA sheet 1 ("Which value wins"), 5; sheet 14. */
#include "resolve.h"

enum {
    FIRST_TAGS_YEAR = 1973, /* TAGS began on 1 March 1973 */
    CUT_YEAR = 1974,        /* Reference of this year is the printed line, cut … */
    CUT_WIDTH = 36,         /* … every so many bytes, with a comma and a blank put between */
    CAPTIONS_MAX = 64,      /* a list longer than all captions there are is none */
    NAMES_MAX = 512         /* addressees taken from one To */
};

/* ---- captions, pass lines --------------------------------------------------------------------------- */

static void push_captions(struct cv_parse *p, struct cv_span value) {
    size_t from = 0;
    for (size_t i = 0; i <= value.n && p->out->captions.n < CAPTIONS_MAX; i++) {
        struct cv_span one;
        if (i < value.n && !strchr(",;/\n", value.p[i])) continue;
        one = cv_single_spaced(p->arena, cv_span_of(value.p + from, i - from));
        from = i + 1;
        if (!one.n || cv_span_is(one, "n/a") || cv_span_is(one, "NONE") || cv_span_is(one, "UNCLASSIFIED")) continue;
        one = cv_arena_upper(p->arena, one);
        if (!cv_spans_has(&p->out->captions, one)) cv_spans_push(p->arena, &p->out->captions, one);
    }
}

static void fill_captions(struct cv_parse *p) {
    const struct cv_container *c = p->container;
    size_t slashes;
    if (p->out->captions.n) return;
    if (c->handling.p) push_captions(p, c->handling);
    if (p->seen.classification != CV_CLASS_NONE || c->kind == CV_CONTAINER_NARA) return;
    slashes = cv_span_find(c->classification, "//"); /* CONFIDENTIAL//NOFORN */
    if (slashes != SIZE_MAX) push_captions(p, cv_span_from(c->classification, slashes + 2));
}

static void fill_pass_lines(struct cv_parse *p) {
    struct cv_span value = p->container->pass_line;
    size_t from = 0;
    if (p->out->pass_to.n || !value.n) return;
    for (size_t i = 0; i <= value.n; i++) {
        struct cv_span one;
        if (i < value.n && value.p[i] != '\n') continue;
        one = cv_single_spaced(p->arena, cv_span_of(value.p + from, i - from));
        if (one.n) cv_spans_push(p->arena, &p->out->pass_to, one);
        from = i + 1;
    }
}

/* ---- E.O. --------------------------------------------------------------------------------------------- */

/* 19850208 -> 1985-02-08 */
static struct cv_span plain_date(struct cv_parse *p, struct cv_span s) {
    int v = 0;
    if (s.n != 8 || !cv_span_to_int(s, &v) || !cv_date_valid(v / 10000, v / 100 % 100, v % 100)) return CV_NONE;
    return cv_date_iso(p->arena, v / 10000, v / 100 % 100, v % 100);
}

/* E.O. 12065 holds from December 1978 on. */
static bool since_12065(struct cv_span date) {
    static const char from[] = "1978-12";
    return date.n >= sizeof from - 1 && memcmp(date.p, from, sizeof from - 1) >= 0;
}

/* The indexers' codes: GS, X1 to X4, alone (of E.O. 11652) or with date and name (of E.O. 12065); a date alone says
 * nothing before that order was in force. */
static void fill_eo_nara(struct cv_parse *p, struct cv_span value) {
    static const char *const notes[] = {"XGDS-1", "XGDS-2", "XGDS-3", "XGDS-4"};
    struct cv_cable *out = p->out;
    struct cv_span rest = value, code = cv_span_word(&rest), after = rest, date;
    const char *note = NULL;
    if (code.n >= 4 && cv_is_digit(code.p[0])) {
        cv_eo_parse(p, value, 0);
        return;
    }
    if (cv_span_is(code, "GS")) note = "GDS";
    if (code.n == 2 && cv_to_upper(code.p[0]) == 'X' && code.p[1] >= '1' && code.p[1] <= '4')
        note = notes[code.p[1] - '1'];
    if (!note) return; /* RR, OA, AS: what they meant is not certain */
    date = plain_date(p, cv_span_word(&after));
    after = cv_single_spaced(p->arena, after);
    out->declassify_note = cv_span_of(note, strlen(note));
    out->executive_order = date.p && (after.n || since_12065(out->date)) ? CV_LIT("12065") : CV_LIT("11652");
    out->declassify_on = date;
    if (!date.p) return;
    if (after.n && !out->classified_by.p) out->classified_by = after;
}

static bool has_digit(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_digit(s.p[i])) return true;
    return false;
}

static void fill_eo(struct cv_parse *p) {
    const struct cv_container *c = p->container;
    struct cv_cable *out = p->out;
    struct cv_buf b = {.arena = p->arena};
    if (out->executive_order.p || out->declassify_on.p || out->declassify_note.p) return;
    if (c->kind == CV_CONTAINER_NARA) {
        if (c->executive_order.p) fill_eo_nara(p, c->executive_order);
        return;
    }
    if (!c->executive_order.p || !has_digit(c->executive_order)) return; /* "Unknown" */
    cv_buf_add(&b, c->executive_order);
    if (c->declassify.p && cv_span_find(c->executive_order, "DECL") == SIZE_MAX) {
        cv_buf_addz(&b, cv_span_chr(c->executive_order, ':') == SIZE_MAX ? ": DECL: " : " DECL: ");
        cv_buf_add(&b, c->declassify);
    }
    cv_eo_parse(p, cv_buf_span(&b), 0);
}

/* ---- subject, TAGS, references ---------------------------------------------------------------------------- */

static bool only_slashes(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '/' && !cv_is_space(s.p[i])) return false;
    return true;
}

bool cv_same_words(struct cv_span a, struct cv_span b) {
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && cv_is_space(a.p[i])) i++;
        while (k < b.n && cv_is_space(b.p[k])) k++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if (cv_to_upper(a.p[i++]) != cv_to_upper(b.p[k++])) return false;
    }
}

/* The indexers keep the portion mark that subject.c takes off. */
static struct cv_span without_mark(struct cv_parse *p, struct cv_span s) {
    struct cv_span portion, meaning;
    size_t n = 0, open = s.n;
    if (!p->out->subject_portion.p) return s;
    if (cv_mark_match(s, p->arena, &n, &portion, &meaning)) return cv_span_from(s, n);
    while (open && s.p[open - 1] != '(') open--;
    return open && cv_mark_match(cv_span_from(s, open - 1), p->arena, &n, &portion, &meaning)
               ? cv_span_first(s, open - 1)
               : s;
}

static void fill_subject(struct cv_parse *p) {
    struct cv_span value = p->container->subject;
    if (!value.p || only_slashes(value)) return;
    if (!p->out->subject.p)
        cv_subject_set(p, value, 0);
    else if (p->container->kind == CV_CONTAINER_NARA && !cv_same_words(without_mark(p, value), p->out->subject))
        cv_problem(p, CV_P_ATTRIBUTE_DIFFERS, 0, "Subject is %.*s", CV_FMT(cv_span_first(value, 180)));
}

/* In the archives' TAGS the names stand in brackets at the end, away from their TAG: each is a row of its own. */
static void fill_tags_nara(struct cv_parse *p, struct cv_span value) {
    struct cv_buf codes = {.arena = p->arena};
    struct cv_spans names = {0};
    for (size_t i = 0; i < value.n; i++) {
        size_t end;
        if (value.p[i] != '(') {
            cv_buf_addc(&codes, value.p[i]);
            continue;
        }
        end = cv_span_chr(cv_span_from(value, i), ')');
        end = end == SIZE_MAX ? value.n : i + end;
        cv_spans_push(p->arena, &names, cv_single_spaced(p->arena, cv_span_of(value.p + i + 1, end - i - 1)));
        i = end;
    }
    if (codes.n) cv_tags_parse(p, cv_span_trim(cv_buf_span(&codes)), 0);
    for (size_t i = 0; i < names.n; i++) {
        struct cv_tag *row = names.v[i].n ? CV_PUSH(p->arena, &p->out->tags, struct cv_tag) : NULL;
        if (row) *row = (struct cv_tag){.kind = CV_TAG_PERSON, .person = names.v[i]};
    }
}

static void fill_tags(struct cv_parse *p) {
    struct cv_span value = p->container->tags;
    if (p->out->tags.n || !value.p) return;
    if (p->container->kind == CV_CONTAINER_NARA)
        fill_tags_nara(p, value);
    else
        cv_tags_parse(p, value, 0);
}

/* The comma after exactly CUT_WIDTH bytes is the indexers'; a blank that was the last of them is lost before it. */
static struct cv_span without_cuts(struct cv_parse *p, struct cv_span s) {
    struct cv_buf b = {.arena = p->arena};
    size_t at = 0;
    while (s.n - at > CUT_WIDTH + 1) {
        const char *full = s.p + at + CUT_WIDTH;
        bool lost = full[-1] == ',' && full[0] == ' ';
        if (!lost && !(full[0] == ',' && full[1] == ' ')) break;
        cv_buf_add(&b, cv_span_of(s.p + at, lost ? CUT_WIDTH - 1 : CUT_WIDTH));
        if (lost) cv_buf_addc(&b, ' ');
        at += lost ? CUT_WIDTH + 1 : CUT_WIDTH + 2;
    }
    if (!at) return s;
    cv_buf_add(&b, cv_span_from(s, at));
    return cv_buf_span(&b);
}

static void fill_refs(struct cv_parse *p) {
    const struct cv_container *c = p->container;
    struct cv_span value = c->refs;
    if (p->out->refs.n || !value.p) return;
    if (c->kind != CV_CONTAINER_NARA && c->kind != CV_CONTAINER_SMART) return; /* a site's own list is no REF line */
    if (c->kind == CV_CONTAINER_NARA && p->out->year == CUT_YEAR) value = without_cuts(p, value);
    cv_refs_parse(p, value, 0);
}

/* ---- addressees, names --------------------------------------------------------------------------------------- */

/* `LIMA STATE`: names with one blank between, divided where the list knows one. */
static void fill_to_nara(struct cv_parse *p, struct cv_span value) {
    struct cv_span rest = cv_span_trim_left(value), name;
    for (int i = 0; rest.n && i < NAMES_MAX; i++) {
        struct cv_addressee *row;
        size_t n = 0, end = 0;
        if (!cv_station_prefix(rest, &n).p || !n) {
            struct cv_span tail = rest;
            do {
                (void)cv_span_word(&tail);
                end = (size_t)(tail.p - rest.p);
                tail = cv_span_trim_left(tail);
            } while (tail.n && rest.p[end - 1] != ',' && !cv_station_prefix(tail, &n).p);
            n = end;
        }
        name = cv_span_trim(cv_span_first(rest, n));
        while (name.n && strchr(",;", name.p[name.n - 1])) name.n--;
        rest = cv_span_trim_left(cv_span_from(rest, n));
        while (rest.n && strchr(",;", rest.p[0])) rest = cv_span_trim_left(cv_span_from(rest, 1));
        row = name.n ? CV_PUSH(p->arena, &p->out->addressees, struct cv_addressee) : NULL;
        if (row) *row = (struct cv_addressee){.role = CV_ACTION, .name = name, .precedence = p->out->precedence};
    }
}

static bool has_exempt(const struct cv_cable *out) {
    for (size_t i = 0; i < out->addressees.n; i++)
        if (out->addressees.v[i].role == CV_EXEMPT) return true;
    return false;
}

static void fill_addressees(struct cv_parse *p) {
    const struct cv_container *c = p->container;
    bool smart = c->kind == CV_CONTAINER_SMART;
    if (p->out->addressees.n) { /* of SMART's tail only XMT says what no telegram's header does */
        if (smart && c->exempt.p && !has_exempt(p->out)) cv_addressees_parse_list(p, c->exempt, CV_EXEMPT, smart);
        return;
    }
    if (c->kind == CV_CONTAINER_NARA) {
        if (c->to.p) fill_to_nara(p, c->to);
        return;
    }
    if (c->to.p) cv_addressees_parse_list(p, c->to, CV_ACTION, smart);
    if (c->info.p) cv_addressees_parse_list(p, c->info, CV_INFO, smart);
    if (c->exempt.p) cv_addressees_parse_list(p, c->exempt, CV_EXEMPT, smart);
    cv_addressees_inherit(p);
}

static void fill_names(struct cv_parse *p) {
    const struct cv_container *c = p->container;
    struct cv_cable *out = p->out;
    if (c->classified_by_line.p || c->reason.p) cv_classified_settle(p);
    if (!out->drafted_by.p && c->drafted_by.p) out->drafted_by = c->drafted_by;
    if (!out->approved_by.p && c->approved_by.p) out->approved_by = c->approved_by;
    if (!out->classified_by.p && c->classified_by_line.p) cv_classified_parse(p, c->classified_by_line, 0);
    if (!out->reasons.n && c->reason.p) cv_reasons_parse(p, c->reason);
    if (!out->origin.p && c->kind == CV_CONTAINER_SMART && c->from.p) out->origin = cv_single_spaced(p->arena, c->from);
}

void cv_resolve_fields(struct cv_parse *p) {
    const struct cv_cable *out = p->out;
    if (p->container->kind != CV_CONTAINER_NONE) {
        if (p->needs & CV_NEED_FIELDS) {
            fill_captions(p);
            fill_pass_lines(p);
            fill_eo(p);
            fill_subject(p);
        }
        if (p->needs & CV_NEED_TAGS) fill_tags(p);
        if (p->needs & CV_NEED_REFS) fill_refs(p);
        if (p->needs & CV_NEED_ADDRESSEES) fill_addressees(p);
        fill_names(p);
    }
    if (p->container->text_missing) return;
    if (!out->subject.p) cv_problem(p, CV_P_NO_SUBJECT, 0, "no subject was found");
    if (!out->tags.n && (!out->year || out->year >= FIRST_TAGS_YEAR))
        cv_problem(p, CV_P_NO_TAGS, 0, "no TAGS were found");
}
