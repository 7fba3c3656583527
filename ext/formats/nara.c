/* nara.c - telegrams of 1973-79 as the National Archives released them: Message Text, then Message Attributes.
 * Finds where one document ends, reads the attributes, hands the text between the titles to the parser.
 * May not: take stamps out of the text (transport.c does), interpret a value (resolve.c, fill.c do).
 * Facts: NARA sheet 1. */
#include "formats.h"

/* The closed list; sorted without case. Drafter stands with its neighbours of the list, Sent Date is of 1977. */
static const char *const names[] = {"Automatic Decaptioning",
                                    "Capture Date",
                                    "Channel Indicators",
                                    "Concepts",
                                    "Control Number",
                                    "Copy",
                                    "Current Classification",
                                    "Decaption Date",
                                    "Decaption Note",
                                    "Disposition Action",
                                    "Disposition Approved on Date",
                                    "Disposition Authority",
                                    "Disposition Case Number",
                                    "Disposition Comment",
                                    "Disposition Date",
                                    "Disposition Event",
                                    "Disposition History",
                                    "Disposition Reason",
                                    "Disposition Remarks",
                                    "Document Number",
                                    "Document Source",
                                    "Document Unique ID",
                                    "Draft Date",
                                    "Drafter",
                                    "Enclosure",
                                    "Errors",
                                    "Executive Order",
                                    "Expiration",
                                    "Film Number",
                                    "Format",
                                    "From",
                                    "Handling Restrictions",
                                    "Image Path",
                                    "ISecure",
                                    "Legacy Key",
                                    "Line Count",
                                    "Litigation Code IDs",
                                    "Litigation Codes",
                                    "Litigation History",
                                    "Locator",
                                    "Markings",
                                    "Message ID",
                                    "Office",
                                    "Original Classification",
                                    "Original Handling Restrictions",
                                    "Original Previous Classification",
                                    "Original Previous Handling Restrictions",
                                    "Page Count",
                                    "Previous Channel Indicators",
                                    "Previous Classification",
                                    "Previous Handling Restrictions",
                                    "Reference",
                                    "Retention",
                                    "Review Action",
                                    "Review Authority",
                                    "Review Comment",
                                    "Review Content Flags",
                                    "Review Date",
                                    "Review Event",
                                    "Review Exemptions",
                                    "Review History",
                                    "Review Markings",
                                    "Review Media Identifier",
                                    "Review Referrals",
                                    "Review Release Date",
                                    "Review Release Event",
                                    "Review Transfer Date",
                                    "Review Withdrawn Fields",
                                    "SAS ID",
                                    "Secure",
                                    "Sent Date",
                                    "Status",
                                    "Subject",
                                    "TAGS",
                                    "To",
                                    "Type",
                                    "vdkvgwkey"};

enum {
    NAME_MAX = 44,   /* longest attribute name that is not in the list */
    LISTED_BITS = 6, /* evidence of one listed name at line start … */
    LISTED_MOST = 5, /* … of which so many count */
    TITLE_BITS = 9,
    NARA_BITS = 48,     /* over any evidence of the telegram inside */
    TITLE_BYTES = 4096, /* the first title stands within */
    TITLE_WITHIN = 4    /* lines that may stand above the first title, stamps aside */
};

static int compare_name(struct cv_span s, const char *z) {
    size_t n = strlen(z);
    for (size_t i = 0; i < s.n && i < n; i++) {
        int d = cv_to_lower(s.p[i]) - cv_to_lower(z[i]);
        if (d) return d;
    }
    return s.n < n ? -1 : s.n > n;
}

static const char *listed(struct cv_span s) {
    size_t low = 0, high = CV_ARRAY_LEN(names);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int c = compare_name(s, names[mid]);
        if (c == 0) return names[mid];
        if (c < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

/* `Name: value` at line start. A name that is not listed must look like one: words with a capital, then small letters. */
static bool attribute_line(struct cv_span line, bool only_listed, struct cv_span *name, struct cv_span *value) {
    size_t colon = cv_span_chr(cv_span_first(line, NAME_MAX + 2), ':');
    const char *known;
    if (colon == SIZE_MAX || !colon) return false;
    *name = cv_span_trim_right(cv_span_first(line, colon));
    *value = cv_span_trim(cv_span_from(line, colon + 1));
    known = listed(*name);
    if (known) {
        *name = cv_span_of(known, strlen(known));
        return true;
    }
    if (only_listed || !name->n || !cv_is_upper(name->p[0]) || (value->n && !cv_is_space(line.p[colon + 1])))
        return false;
    for (size_t i = 0; i < name->n; i++) {
        bool first = i == 0 || name->p[i - 1] == ' ';
        if (first && cv_is_upper(name->p[i]) && (i + 1 >= name->n || !cv_is_lower(name->p[i + 1]))) return false;
        if (!cv_is_alpha(name->p[i]) && name->p[i] != ' ') return false;
    }
    return true;
}

static bool is_title(struct cv_span line, const char *title) {
    line = cv_span_trim_left(line);
    return line.n && line.p[0] == 'M' && cv_span_is(cv_span_trim_right(line), title);
}

/* A whole line of release stamp, with or without a name in front. */
static bool is_stamp(struct cv_span line) {
    static const char *const begins[] = {"Declassified/Released", "Margaret P. Grafeld", "Sheryl P. Walter"};
    struct cv_span s = cv_span_trim_left(line);
    if (!s.n || !memchr("DdMmSs", s.p[0], 6)) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(begins); i++)
        if (cv_span_starts(s, begins[i])) return s.n < 160 && cv_span_find(s, "Systematic Review") != SIZE_MAX;
    return false;
}

static bool is_page_one(struct cv_span line) {
    struct cv_hint_line h;
    struct cv_span s = cv_span_trim(line);
    if (!cv_span_starts(s, "PAGE")) return false;
    cv_hint_of(s, &h);
    return h.kind == CV_HINT_PAGE && h.page == 1;
}

/* ---- probe ---------------------------------------------------------------------------------------------- */

/* A line with one of the titles, or the first of the attributes: most texts have none. */
static bool may_be_listed(const struct cv_probe *p) {
    const struct cv_starts *lines = p->starts;
    struct cv_span rest = p->head;
    for (unsigned i = 0; i < lines->n; i++) {
        const char *at = p->head.p + lines->at[i];
        if (*at != 'M' && *at != 'A') continue;
        rest = cv_span_from(p->head, lines->at[i]);
        if (cv_span_starts(rest, "Message Attributes") || cv_span_starts(rest, "Automatic Decaptioning:")) return true;
        if (lines->at[i] < TITLE_BYTES && cv_span_starts(rest, "Message Text")) return true;
    }
    return !lines->all && (cv_span_has(rest, "Message Attributes") || cv_span_has(rest, "Automatic Decaptioning:"));
}

static unsigned probe(const struct cv_probe *p) {
    struct cv_span head = p->head;
    struct cv_reader r = cv_reader_memory(head.p, head.n);
    struct cv_window_line l;
    struct cv_hint_line hint;
    struct cv_span name, value;
    enum cv_status rc;
    unsigned bits = 0, known = 0, alien = 0;
    bool text = false, attributes = false, telegram = false;
    if (!may_be_listed(p)) return 0;
    for (size_t at = 0; cv_reader_line(&r, at, &l, &rc) && known < LISTED_MOST; at = l.next) {
        struct cv_span s = cv_window_text(&r, &l);
        if (!s.n || is_stamp(s)) continue;
        if (is_title(s, "Message Text"))
            text = true;
        else if (is_title(s, "Message Attributes"))
            attributes = true;
        else if (attribute_line(s, true, &name, &value) && name.n > 4)
            known++;
        else if (!text && !attributes && !known) {
            alien++;
            cv_hint_of(s, &hint);
            if (hint.kind == CV_HINT_FOREIGN) return 0;
        }
        if (alien > TITLE_WITHIN && !telegram) { /* titles lost, or a text that only speaks of them */
            if (!cv_is_telegram(head)) return 0;
            telegram = true;
        }
    }
    bits = NARA_BITS + known * LISTED_BITS + (text ? TITLE_BITS : 0) + (attributes ? TITLE_BITS : 0);
    if (known >= 3 && (text || attributes || known >= LISTED_MOST)) return bits;
    /* A title whose attributes lie beyond the probe: then the telegram itself must show. */
    return text && cv_is_telegram(head) ? bits : 0;
}

/* ---- next ----------------------------------------------------------------------------------------------- */

enum part { BEFORE, TEXT, ATTRIBUTES, AFTER };

struct scan {
    enum part part;
    size_t cut;   /* where the next document begins if its title comes: behind the block and its stamp; 0: unknown */
    bool content; /* TEXT: something stands under the title */
};

/* True where the line begins another document; *end: where this one ends. */
static bool step(struct scan *s, struct cv_span line, const struct cv_window_line *l, bool feed, size_t *end) {
    struct cv_span name, value;
    bool title = is_title(line, "Message Text"), attributes = is_title(line, "Message Attributes");
    if (s->part >= ATTRIBUTES && feed && s->part == AFTER && !s->cut) s->cut = l->at;
    if ((title && (s->part >= ATTRIBUTES || (s->part == TEXT && s->content))) ||
        (s->part == AFTER && (attributes || is_page_one(line)))) {
        *end = s->cut ? s->cut : l->at;
        return true;
    }
    if (title)
        s->part = TEXT;
    else if (attributes)
        s->part = ATTRIBUTES;
    else if (s->part <= TEXT && (cv_span_starts(line, "Automatic D") || cv_span_starts(line, "Capture D")) &&
             attribute_line(line, true, &name, &value))
        s->part = ATTRIBUTES;
    else if (s->part == ATTRIBUTES && cv_span_starts(line, "Markings") && attribute_line(line, true, &name, &value) &&
             cv_span_is(name, "Markings"))
        s->part = AFTER;
    else if (s->part == AFTER && is_stamp(line) && !s->cut)
        s->cut = l->next;
    if (s->part <= TEXT && !s->content && !title && line.n && !is_stamp(line)) s->content = true;
    return false;
}

static enum cv_status next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    struct scan s = {.part = BEFORE};
    struct cv_window_line l = {0};
    enum cv_status rc = CV_OK;
    size_t end = 0;
    bool feed = false;
    (void)arena;
    for (size_t at = 0; cv_reader_line(r, at, &l, &rc); at = l.next) {
        struct cv_span line = cv_span_of(r->p + l.at, l.end - l.at);
        if (cv_span_trim(line).n) {
            if (step(&s, line, &l, feed, &end)) break;
            feed = false;
        }
        if (l.end < r->n && r->p[l.end] == '\f') {
            feed = true;
            if (s.part == AFTER && !s.cut) s.cut = l.next;
        }
    }
    return cv_reader_take_to(r, end, rc, doc);
}

/* ---- parse ---------------------------------------------------------------------------------------------- */

/* An apostrophe is printed \' in 1978 and 1979. */
static struct cv_span undo_apostrophes(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    if (!s.n || !memmem(s.p, s.n, "\\'", 2)) return s;
    for (size_t i = 0; i < s.n; i++)
        if (!(s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '\'')) cv_buf_addc(&b, s.p[i]);
    return cv_buf_span(&b);
}

static void to_container(struct cv_container *c, struct cv_span name, struct cv_span value) {
    const struct {
        const char *name;
        struct cv_span *field;
    } fields[] = {{"Document Number", &c->id},
                  {"Draft Date", &c->date},
                  {"Sent Date", &c->date},
                  {"From", &c->from},
                  {"Original Classification", &c->classification},
                  {"Original Handling Restrictions", &c->handling},
                  {"Executive Order", &c->executive_order},
                  {"Subject", &c->subject},
                  {"TAGS", &c->tags},
                  {"Reference", &c->refs},
                  {"Drafter", &c->drafted_by},
                  {"To", &c->to},
                  {"Film Number", &c->text_where}};
    for (size_t i = 0; i < CV_ARRAY_LEN(fields); i++)
        if (cv_span_is(name, fields[i].name) && !fields[i].field->p) *fields[i].field = value;
}

/* 20 Mar 2014, 05 JUL 2006: the last line of Review Markings. */
static bool is_date(struct cv_span s) {
    struct cv_span rest = s, day = cv_span_word(&rest), month = cv_span_word(&rest), year = cv_span_word(&rest);
    return day.n == 2 && cv_is_digit(day.p[0]) && year.n == 4 && cv_is_digit(year.p[0]) && cv_month_of(month);
}

struct block {
    struct cv_parse *p;
    struct cv_container *container;
    struct cv_span name, locator;
    struct cv_buf value;
    bool open, blank; /* a value may go on; a blank line stands behind it */
    struct {
        struct cv_attribute *v;
        size_t n, cap;
    } rows;
};

static void close_value(struct block *b) {
    struct cv_span value = undo_apostrophes(b->p->arena, cv_buf_span(&b->value));
    if (b->name.p && !cv_format_missing(value)) {
        struct cv_attribute *row = CV_PUSH(b->p->arena, &b->rows, struct cv_attribute);
        if (row) *row = (struct cv_attribute){b->name, value};
        to_container(b->container, b->name, value);
        if (cv_span_is(b->name, "Locator")) b->locator = value;
    }
    b->name = CV_NONE;
    b->value = (struct cv_buf){.arena = b->p->arena};
    b->open = false;
}

static void block_line(struct block *b, struct cv_span line, bool page_break) {
    struct cv_span s = cv_span_trim(line), name, value;
    bool markings = cv_span_is(b->name, "Review Markings");
    if (!s.n) {
        b->blank = true;
        return;
    }
    if (is_stamp(s) && !attribute_line(s, true, &name, &value)) return; /* Markings has one as its value */
    if (attribute_line(s, false, &name, &value)) {
        close_value(b);
        b->name = name;
        b->open = true;
        b->blank = false;
        cv_buf_add(&b->value, value);
        return;
    }
    /* A blank line ends a value, but not between a label and its value on the next lines, nor at a page break. */
    if (b->blank && b->value.n && !markings && !page_break) b->open = false;
    b->blank = false;
    if (!b->open) return;
    if (b->value.n) cv_buf_addc(&b->value, ' ');
    cv_buf_add(&b->value, s);
    if (markings && is_date(s)) b->open = false;
}

static void read_attributes(struct block *b, struct cv_span text) {
    struct cv_reader r = cv_reader_memory(text.p, text.n);
    struct cv_window_line l;
    enum cv_status rc;
    bool page_break = false;
    for (size_t at = 0; cv_reader_line(&r, at, &l, &rc); at = l.next) {
        struct cv_span line = cv_span_of(text.p + l.at, l.end - l.at);
        if (l.end < text.n && text.p[l.end] == '\f') page_break = true;
        if (is_stamp(line)) page_break = true;
        block_line(b, line, page_break);
        if (cv_span_trim(line).n && !is_stamp(line)) page_break = false;
    }
    close_value(b);
}

/* The stamps of the page on which the attributes begin stand behind the telegram, and are no part of it. */
static struct cv_span without_stamps(struct cv_span text) {
    for (;;) {
        size_t from;
        text = cv_span_trim_right(text);
        from = text.n;
        while (from && text.p[from - 1] != '\n' && text.p[from - 1] != '\r' && text.p[from - 1] != '\f') from--;
        if (!text.n || !is_stamp(cv_span_from(text, from))) return text;
        text.n = from;
    }
}

/* The part between the titles, and the block of attributes; either may be missing. */
static void divide(struct cv_span bytes, struct cv_span *text, struct cv_span *attributes, unsigned *text_line) {
    struct cv_reader r = cv_reader_memory(bytes.p, bytes.n);
    struct cv_window_line l;
    struct cv_span name, value;
    enum cv_status rc;
    size_t from = 0, end = bytes.n, block = bytes.n;
    unsigned no = 1;
    bool titled = false;
    *text_line = 1;
    for (size_t at = 0; cv_reader_line(&r, at, &l, &rc); at = l.next) {
        struct cv_span line = cv_span_of(bytes.p + l.at, l.end - l.at);
        bool first = false;
        if (l.end >= bytes.n || bytes.p[l.end] != '\f') no++;
        if (!titled && is_title(line, "Message Text")) {
            titled = true;
            from = l.next;
            *text_line = no;
        }
        if (cv_span_starts(line, "Automatic D") || cv_span_starts(line, "Capture D"))
            first = attribute_line(line, true, &name, &value);
        if (is_title(line, "Message Attributes") || first) {
            end = l.at;
            block = first ? l.at : l.next;
            break;
        }
    }
    *text = without_stamps(cv_span_of(bytes.p + from, end > from ? end - from : 0));
    *attributes = cv_span_of(bytes.p + block, bytes.n - block);
}

static bool online(struct cv_span locator) {
    return cv_span_find(locator, "ON-LINE") != SIZE_MAX || cv_span_find(locator, "ON LINE") != SIZE_MAX ||
           cv_span_find(locator, "ONLINE") != SIZE_MAX;
}

static bool blank_or_notice(struct cv_span text) {
    return cv_span_find(text, "ERROR READING TEXT INDEX") != SIZE_MAX ||
           cv_span_find(text, "EXPAND ERROR ENCOUNTERED") != SIZE_MAX || cv_format_missing(cv_span_trim(text));
}

/* No text: the header comes from the attributes, and one row says where the text is. */
static enum cv_status without_text(struct cv_parse *p, const struct block *b) {
    struct cv_span where = b->container->text_where;
    p->text = cv_span_of("", 0);
    p->seen.filed_minute = -1;
    cv_problem(p, CV_P_TEXT_MISSING, 0, "the text is not on line: %.*s%s%.*s", CV_FMT(b->locator),
               where.p ? ", Film Number " : "", CV_FMT(where));
    cv_resolve_identity(p);
    cv_resolve_fields(p);
    return p->arena->failed ? CV_NOMEM : CV_OK;
}

static enum cv_status parse(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p) {
    struct block b = {.p = p, .container = container, .value = {.arena = p->arena}};
    struct cv_span text, attributes;
    unsigned text_line;
    unsigned evidence = CV_PROBE_MIN;
    enum cv_status rc;
    (void)doc;
    container->kind = CV_CONTAINER_NARA;
    divide(bytes, &text, &attributes, &text_line);
    read_attributes(&b, attributes);
    if (blank_or_notice(text))
        evidence = 0;
    else if ((b.locator.p && !online(b.locator)) || !container->id.p)
        evidence = cv_telegram_evidence(text, CV_PROBE_MIN);
    if (evidence < CV_PROBE_MIN && !container->id.p) return CV_MISUSE; /* neither a number nor a telegram */
    container->text_missing = evidence < CV_PROBE_MIN;
    rc = container->text_missing ? without_text(p, &b) : cv_format_run(p, cv_format_text(text, p->arena), text_line);
    for (size_t i = 0; i < b.rows.n; i++) cv_format_attribute(p, b.rows.v[i].name, b.rows.v[i].value);
    return rc;
}

const struct cv_format cv_format_nara = {"nara", probe, next, parse};
