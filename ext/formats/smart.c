/* smart.c - SMART messages (2009 on), and the archive's copies of older telegrams with the same head and tail around
 * them: cuts head and tail off, reads their labels, hands what is between to the parser.
 * May not: decide which value wins (resolve.c, fill.c do), look into the telegram.
 * Facts: NARA sheet 5. */

#include "formats.h"

enum field {
    MRN,
    DTG,
    FROM,
    ACTION,
    EO,
    TAGS,
    CAPTIONS,
    REFERENCE,
    PASS,
    SUBJECT,
    CLASSIFIED_BY,
    DERIVED_FROM,
    REASON,
    DECL,
    CLASSIFICATION, /* the head */
    SIGNATURE,
    DRAFTED,
    CLEARED,
    APPROVED,
    RELEASED,
    INFO,
    XMT,
    ATTACHMENTS,
    ACTION_POST,
    ACTION_OFFICE,
    DISSEMINATION, /* the tail */
    FIELDS
};

static const struct label {
    const char *words;
    enum field field;
    const char *attribute; /* its name in attributes; NULL: it fills a column */
} labels[] = {{"MRN", MRN, NULL},
              {"Date/DTG", DTG, NULL},
              {"Date / DTG", DTG, NULL},
              {"From", FROM, NULL},
              {"Action Post", ACTION_POST, "Action Post"},
              {"Action Office", ACTION_OFFICE, "Action Office"},
              {"Action", ACTION, NULL},
              {"E.O.", EO, NULL},
              {"E.O", EO, NULL},
              {"EO", EO, NULL},
              {"TAGS", TAGS, NULL},
              {"Captions", CAPTIONS, NULL},
              {"Caption", CAPTIONS, NULL},
              {"References", REFERENCE, NULL},
              {"Reference", REFERENCE, NULL},
              {"Refs", REFERENCE, NULL},
              {"Ref", REFERENCE, NULL},
              {"Pass Line", PASS, NULL},
              {"Subject", SUBJECT, NULL},
              {"Classified By", CLASSIFIED_BY, NULL},
              {"Derived From", DERIVED_FROM, NULL},
              {"Reasons", REASON, NULL},
              {"Reason", REASON, NULL},
              {"Classification", CLASSIFICATION, NULL},
              {"Declassify On", DECL, NULL},
              {"DECL", DECL, NULL},
              {"Signature", SIGNATURE, NULL},
              {"Drafted By", DRAFTED, NULL},
              {"Cleared By", CLEARED, "Cleared By"},
              {"Approved By", APPROVED, NULL},
              {"Released By", RELEASED, "Released By"},
              {"Info", INFO, NULL},
              {"XMT", XMT, NULL},
              {"Attachments", ATTACHMENTS, "Attachments"},
              {"Attachment", ATTACHMENTS, "Attachments"},
              {"Dissemination Rule", DISSEMINATION, "Dissemination Rule"}};

enum {
    MRN_BYTES = 8192,
    MRN_LINES = 40, /* MRN stands within the first lines */
    INDENT = 8,     /* a wrapped value stands in its column */
    BANNER_MAX = 60,
    LABEL_BITS = 8,
    MRN_BITS = 40 /* over any evidence of the telegram inside */
};

/* A label at the line's start, with its colon; MRN and the date line also without. */
static const struct label *match_label(struct cv_span line, struct cv_span *value) {
    struct cv_span s = cv_span_trim(line);
    for (size_t i = 0; i < CV_ARRAY_LEN(labels); i++) {
        size_t n = strlen(labels[i].words), at = n;
        if (!cv_span_starts(s, labels[i].words)) continue;
        while (at < s.n && cv_is_blank(s.p[at])) at++;
        if (at < s.n && s.p[at] == ':') {
            *value = cv_span_trim(cv_span_from(s, at + 1));
            return &labels[i];
        }
        if (at > n && at < s.n && labels[i].field <= DTG && memcmp(s.p, labels[i].words, n) == 0) {
            *value = cv_span_trim(cv_span_from(s, at));
            return &labels[i];
        }
    }
    return NULL;
}

/* ---- probe ------------------------------------------------------------------------------------------------ */

static bool is_mrn(struct cv_span value) { /* 12 KABUL 1234 */
    size_t n = value.n;
    while (n && cv_is_digit(value.p[n - 1])) n--;
    return value.n >= 6 && n < value.n && cv_is_digit(value.p[0]) && cv_is_digit(value.p[1]);
}

/* Most texts have no such line. */
static bool may_have_mrn(const struct cv_probe *p) {
    for (unsigned i = 0; i < p->starts->n && i < MRN_LINES; i++) {
        struct cv_span s = cv_span_from(p->head, p->starts->at[i]);
        if (s.n > 2 && cv_to_upper(s.p[0]) == 'M' && cv_to_upper(s.p[1]) == 'R' && cv_to_upper(s.p[2]) == 'N')
            return true;
    }
    return false;
}

static unsigned probe(const struct cv_probe *p) {
    struct cv_reader r = cv_reader_memory(p->head.p, p->head.n);
    struct cv_window_line l;
    struct cv_span value;
    enum cv_status rc;
    unsigned lines = 0, bits = 0;
    bool seen[FIELDS] = {false};
    if (!may_have_mrn(p) || !cv_span_has(cv_span_first(p->head, MRN_BYTES), "MRN")) return 0;
    for (size_t at = 0; lines < MRN_LINES * 2 && cv_reader_line(&r, at, &l, &rc); at = l.next) {
        struct cv_span s = cv_window_text(&r, &l);
        const struct label *label = s.n ? match_label(s, &value) : NULL;
        lines++;
        if (!seen[MRN] && lines > MRN_LINES) return 0;
        if (!label || seen[label->field]) continue;
        if (label->field == MRN && value.n && !is_mrn(value)) continue;
        seen[label->field] = true;
        bits += LABEL_BITS;
    }
    return seen[MRN] && bits >= 3 * LABEL_BITS ? bits + MRN_BITS : 0;
}

/* ---- margins ------------------------------------------------------------------------------------------------- */

enum margin { MARGIN_NONE, MARGIN_BANNER, MARGIN_SBU, MARGIN_OTHER, MARGIN_REDACTION };

static bool is_page_count(struct cv_span s) { /* Page 2 of 3 */
    return cv_span_starts(s, "Page ") && s.n < 20 && cv_span_find(s, " of ") != SIZE_MAX;
}

static bool is_release_line(struct cv_span s) {
    return cv_span_is(s, "US Department of State") || cv_span_ends(s, ", Acting-Director") ||
           cv_span_ends(s, ", Director") || cv_stamp_date(s) || cv_stamp_part(s);
}

/* What stands behind the classification of a banner: "NOFORN" of SECRET//NOFORN. Absent: it is no banner. */
static struct cv_span behind_slashes(struct cv_span s) {
    bool slash = s.n && s.p[0] == '/';
    while (s.n && (s.p[0] == '/' || cv_is_blank(s.p[0]))) s = cv_span_from(s, 1);
    if (slash)
        for (size_t i = 0; i < s.n; i++)
            if (cv_is_lower(s.p[i]) || s.n > BANNER_MAX) return CV_NONE;
    return slash || !s.n || cv_span_is(s, "SBU") ? s : CV_NONE;
}

static bool is_sbu(struct cv_span s) { return cv_span_is(s, "SBU") || cv_span_is(s, "SENSITIVE BUT UNCLASSIFIED"); }

/* A banner without the page count behind it on its line. */
static struct cv_span without_page_count(struct cv_span s) {
    size_t at = cv_span_find(s, " Page ");
    return at != SIZE_MAX && is_page_count(cv_span_from(s, at + 1)) ? cv_span_trim(cv_span_first(s, at)) : s;
}

/* Banners, page counts and release stamps stand around everything and are no field's value. */
static enum margin margin_of(struct cv_span s, enum cv_classification *class) {
    enum cv_notice notice;
    size_t n = 0;
    *class = cv_classification_match(s, &n);
    if (*class != CV_CLASS_NONE) {
        struct cv_span rest = behind_slashes(cv_span_trim(cv_span_from(without_page_count(s), n)));
        if (rest.p) return is_sbu(rest) ? MARGIN_SBU : MARGIN_BANNER;
    }
    *class = CV_CLASS_NONE;
    if (is_sbu(s)) return MARGIN_SBU;
    if (is_page_count(s) || is_release_line(s)) return MARGIN_OTHER;
    notice = cv_notice_match(s);
    if (notice == CV_NOTICE_REDACTION || notice == CV_NOTICE_CODE) return MARGIN_REDACTION;
    return notice == CV_NOTICE_NONE ? MARGIN_NONE : MARGIN_OTHER;
}

/* ---- parse ------------------------------------------------------------------------------------------------------ */

struct line {
    struct cv_span s; /* with its leading blanks */
    unsigned no;
};

struct message {
    struct cv_parse *p;
    struct cv_container *container;
    CV_LIST(struct line) lines;
    struct cv_buf value[FIELDS]; /* lines of a value divided by '\n' */
    bool seen[FIELDS];
    const struct label *order[FIELDS]; /* as they stand, for attributes */
    size_t norder;
    const struct label *open; /* the field that the next line may continue */
    enum cv_classification banner;
    struct cv_span marks; /* behind its slashes: NOFORN */
    bool sbu;
};

static void split(struct message *m, struct cv_span bytes) {
    struct cv_reader r = cv_reader_memory(bytes.p, bytes.n);
    struct cv_window_line l;
    enum cv_status rc;
    unsigned no = 1;
    for (size_t at = 0; cv_reader_line(&r, at, &l, &rc); at = l.next) {
        struct line *line = CV_PUSH(m->p->arena, &m->lines, struct line);
        if (!line) return;
        *line = (struct line){cv_span_trim_right(cv_span_of(bytes.p + l.at, l.end - l.at)), no};
        if (l.end >= bytes.n || bytes.p[l.end] != '\f') no++;
    }
}

static void open_field(struct message *m, const struct label *label, struct cv_span value) {
    if (!m->seen[label->field]) m->order[m->norder++] = label;
    m->seen[label->field] = true;
    if (m->value[label->field].n && value.n) cv_buf_addc(&m->value[label->field], '\n');
    cv_buf_add(&m->value[label->field], value);
    m->open = label;
}

static void continue_field(struct message *m, struct cv_span s) {
    struct cv_buf *b = &m->value[m->open->field];
    if (b->n) cv_buf_addc(b, '\n');
    cv_buf_add(b, s);
}

static size_t indent_of(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && cv_is_blank(s.p[n])) n++;
    return n;
}

/* A line with which a telegram or its text begins, though no blank line stands before it. */
static bool begins_telegram(struct cv_span s) {
    struct cv_hint_line h;
    cv_hint_of(s, &h);
    return (h.kind >= CV_HINT_TRANSMISSION && h.kind <= CV_HINT_FM) || h.kind == CV_HINT_DISTRIBUTION ||
           h.kind == CV_HINT_PAGE || (h.kind == CV_HINT_CLASSLINE && h.serial) || h.kind == CV_HINT_NUMBERED ||
           h.kind == CV_HINT_MARKED;
}

/* A banner's classification and what stands behind it, also as value of a label ("UNCLASSIFIED // SBU"). */
static void note_banner(struct message *m, struct cv_span s) {
    enum cv_classification class;
    size_t n = 0;
    enum margin margin = margin_of(s, &class);
    if (margin == MARGIN_SBU) m->sbu = true;
    if (class > m->banner) m->banner = class;
    if (margin == MARGIN_BANNER && cv_classification_match(s, &n) != CV_CLASS_NONE && !m->marks.n)
        m->marks = behind_slashes(cv_span_trim(cv_span_from(s, n)));
}

static void note_margin(struct message *m, enum margin margin, struct cv_span s, unsigned no) {
    if (margin == MARGIN_SBU) m->sbu = true;
    if (s.p) note_banner(m, s);
    if (margin == MARGIN_REDACTION)
        cv_problem(m->p, CV_P_REDACTION, no, "a release stamp says that something was taken out");
}

/* A value without the exemption code in its margin. */
static struct cv_span without_code(struct message *m, struct cv_span value, unsigned no) {
    size_t n = cv_margin_code(value);
    if (n < value.n) note_margin(m, MARGIN_REDACTION, CV_NONE, no);
    return cv_span_first(value, n);
}

/* A label of the head whose value stands on the next line, also over a blank one. */
static bool value_awaited(const struct message *m) {
    return m->open->field <= SUBJECT && m->value[m->open->field].n == 0;
}

/* Labels from the first one on; the line with which the telegram begins. */
static size_t read_head(struct message *m) {
    struct cv_span value;
    bool gap = true;
    size_t i = 0;
    for (; i < m->lines.n; i++) {
        struct cv_span s = cv_span_trim(m->lines.v[i].s);
        const struct label *label;
        enum cv_classification class;
        enum margin margin;
        if (!s.n) {
            gap = true;
            continue;
        }
        label = match_label(m->lines.v[i].s, &value);
        if (label && m->seen[label->field] && label->field < SIGNATURE) return i; /* the telegram's own TAGS, SUBJECT */
        if (label) {
            open_field(m, label, without_code(m, value, m->lines.v[i].no));
            gap = false;
            continue;
        }
        margin = margin_of(s, &class);
        if (margin != MARGIN_NONE) {
            note_margin(m, margin, s, m->lines.v[i].no);
            continue;
        }
        if (!m->open) continue; /* above the first label */
        if (begins_telegram(s) || (gap && !value_awaited(m) && indent_of(m->lines.v[i].s) < INDENT)) return i;
        continue_field(m, without_code(m, s, m->lines.v[i].no));
        gap = false;
    }
    return i;
}

/* The tail: labels, their values and margins, up to the end. Returns its first line. */
static size_t find_tail(const struct message *m, size_t from) {
    enum { SURE = 3 }; /* labels in a row are no words of a text */
    size_t tail = m->lines.n;
    unsigned count = 0;
    bool in = false, gap = false;
    struct cv_span value;
    for (size_t i = from; i < m->lines.n; i++) {
        struct cv_span s = cv_span_trim(m->lines.v[i].s);
        const struct label *label;
        enum cv_classification class;
        if (!s.n) {
            gap = true;
            continue;
        }
        label = match_label(m->lines.v[i].s, &value);
        if (label && label->field >= SIGNATURE) {
            if (!in) tail = i;
            in = true;
            gap = false;
            count++;
        } else if (in && count < SURE && margin_of(s, &class) == MARGIN_NONE &&
                   (gap && indent_of(m->lines.v[i].s) < INDENT)) {
            in = false;
            tail = m->lines.n;
            count = 0;
        }
    }
    return tail;
}

static void read_tail(struct message *m, size_t from) {
    struct cv_span value;
    bool gap = false;
    m->open = NULL;
    for (size_t i = from; i < m->lines.n; i++) {
        struct cv_span s = cv_span_trim(m->lines.v[i].s);
        const struct label *label = s.n ? match_label(m->lines.v[i].s, &value) : NULL;
        enum cv_classification class;
        enum margin margin = s.n ? margin_of(s, &class) : MARGIN_NONE;
        if (!s.n) {
            gap = true;
            continue;
        }
        if (gap && m->open && m->open->field == DISSEMINATION) m->open = NULL; /* the last field is over */
        gap = false;
        if (label)
            open_field(m, label, value);
        else if (margin != MARGIN_NONE)
            note_margin(m, margin, CV_NONE, m->lines.v[i].no);
        else if (m->open)
            continue_field(m, s);
    }
}

static struct cv_span value_of(struct message *m, enum field field) {
    struct cv_span v = cv_span_trim(cv_buf_span(&m->value[field]));
    return cv_format_missing(v) || cv_span_is(v, "Unknown") ? CV_NONE : v;
}

/* Lines joined: names with "; ", running text with a blank. */
static struct cv_span joined(struct message *m, enum field field, const char *with) {
    struct cv_span v = value_of(m, field);
    struct cv_buf b = {.arena = m->p->arena};
    if (cv_span_chr(v, '\n') == SIZE_MAX) return v;
    for (size_t i = 0; i < v.n; i++) {
        if (v.p[i] == '\n')
            cv_buf_addz(&b, b.n && b.p[b.n - 1] == ';' ? with + 1 : with);
        else
            cv_buf_addc(&b, v.p[i]);
    }
    return cv_buf_span(&b);
}

/* "Reason: 1.4 (b), (d)      DECL: 2022/06/05": two fields on one line. The value up to DECL; *decl: what stands behind. */
static struct cv_span up_to_decl(struct cv_span value, struct cv_span *decl) {
    size_t at = cv_span_find(value, "DECL:");
    if (!value.p || at == SIZE_MAX || (at && !cv_is_space(value.p[at - 1]))) return value;
    if (!decl->p) *decl = cv_span_trim(cv_span_from(value, at + 5));
    return cv_span_trim(cv_span_first(value, at));
}

/* Classification and captions: of the banner and of the label Captions. SBU in the banner is the caption SENSITIVE. */
static void set_markings(struct message *m) {
    struct cv_container *c = m->container;
    struct cv_buf b = {.arena = m->p->arena};
    const char *banner;
    if (m->seen[CLASSIFICATION]) note_banner(m, joined(m, CLASSIFICATION, " "));
    if (m->sbu && m->banner == CV_CLASS_NONE) m->banner = CV_UNCLASSIFIED;
    cv_buf_add(&b, value_of(m, CAPTIONS));
    if (b.n && m->marks.n) cv_buf_addz(&b, ", ");
    cv_buf_add(&b, m->marks);
    if (m->sbu) cv_buf_addz(&b, b.n ? ", SENSITIVE" : "SENSITIVE");
    c->handling = cv_buf_span(&b);
    banner = cv_classification_name(m->banner);
    if (banner) c->classification = cv_span_of(banner, strlen(banner));
}

static void set_container(struct message *m) {
    struct cv_container *c = m->container;
    struct cv_span date = value_of(m, DTG);
    size_t slash = cv_span_chr(date, '/');
    c->kind = CV_CONTAINER_SMART;
    c->id = joined(m, MRN, " ");
    c->date = slash == SIZE_MAX ? date : cv_span_trim(cv_span_first(date, slash));
    if (slash != SIZE_MAX) c->dtg = cv_span_trim(cv_span_from(date, slash + 1));
    c->from = joined(m, FROM, " ");
    c->to = value_of(m, ACTION);
    c->info = value_of(m, INFO);
    c->exempt = value_of(m, XMT);
    c->executive_order = joined(m, EO, " ");
    c->tags = value_of(m, TAGS);
    c->refs = value_of(m, REFERENCE);
    c->pass_line = value_of(m, PASS);
    c->subject = value_of(m, SUBJECT);
    c->declassify = joined(m, DECL, " ");
    c->classified_by_line = up_to_decl(value_of(m, CLASSIFIED_BY), &c->declassify);
    c->reason = up_to_decl(joined(m, REASON, " "), &c->declassify);
    c->signature = joined(m, SIGNATURE, " ");
    c->drafted_by = joined(m, DRAFTED, "; ");
    c->approved_by = joined(m, APPROVED, "; ");
    set_markings(m);
}

/* The subject may be printed again as first line of the text: transport. Compared without blanks. */
static size_t skip_subject(const struct message *m, size_t from, size_t to) {
    struct cv_span subject = cv_buf_span(&m->value[SUBJECT]);
    size_t at = 0, i = from;
    if (!subject.n) return from;
    for (; i < to && at < subject.n; i++) {
        struct cv_span s = m->lines.v[i].s;
        for (size_t k = 0; k < s.n; k++) {
            if (cv_is_space(s.p[k])) continue;
            while (at < subject.n && cv_is_space(subject.p[at])) at++;
            if (at >= subject.n || cv_to_upper(subject.p[at++]) != cv_to_upper(s.p[k])) return from;
        }
    }
    return at >= subject.n ? i : from;
}

/* Margins above the tail are the page's, not the telegram's. */
static size_t skip_margins_back(struct message *m, size_t from, size_t to) {
    while (to > from) {
        struct cv_span s = cv_span_trim(m->lines.v[to - 1].s);
        enum cv_classification class;
        enum margin margin = s.n ? margin_of(s, &class) : MARGIN_NONE;
        if (s.n && margin == MARGIN_NONE) break;
        if (margin != MARGIN_NONE) note_margin(m, margin, CV_NONE, m->lines.v[to - 1].no);
        to--;
    }
    return to;
}

static void push_attributes(struct message *m) {
    for (size_t i = 0; i < m->norder; i++) {
        const struct label *l = m->order[i];
        bool names = l->field == CLEARED || l->field == RELEASED || l->field == ATTACHMENTS;
        if (l->attribute)
            cv_format_attribute(m->p, cv_span_of(l->attribute, strlen(l->attribute)),
                                joined(m, l->field, names ? "; " : " "));
    }
}

static enum cv_status parse(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p) {
    struct message *m = cv_arena_alloc(p->arena, sizeof *m);
    struct cv_span text = cv_span_of("", 0);
    size_t from, to;
    unsigned no = 1;
    enum cv_status rc;
    (void)doc;
    if (!m) return CV_NOMEM;
    m->p = p;
    m->container = container;
    for (size_t i = 0; i < FIELDS; i++) m->value[i].arena = p->arena;
    split(m, bytes);
    from = read_head(m);
    if (!m->seen[MRN]) return CV_MISUSE;
    to = find_tail(m, from);
    read_tail(m, to);
    set_container(m);
    from = skip_subject(m, from, to);
    to = skip_margins_back(m, from, to);
    if (from < to) {
        const char *end = to < m->lines.n ? m->lines.v[to].s.p : bytes.p + bytes.n;
        text = cv_span_range(m->lines.v[from].s.p, end);
        no = m->lines.v[from].no;
    }
    rc = cv_format_run(p, cv_format_text(text, p->arena), no);
    if (!p->out->signature.p && p->needs & CV_NEED_TEXT) p->out->signature = container->signature;
    push_attributes(m);
    return rc;
}

/* ---- next ----------------------------------------------------------------------------------------------------------- */

/* The margins above an MRN line belong to its message; a form feed parts them from the one before. */
static enum cv_status next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    struct cv_window_line l = {0};
    enum cv_status rc = CV_OK;
    size_t start = SIZE_MAX, end = 0; /* start: of the margin lines just passed */
    unsigned found = 0;
    (void)arena;
    for (size_t at = 0; cv_reader_line(r, at, &l, &rc); at = l.next) {
        struct cv_span s = cv_window_text(r, &l), value;
        const struct label *label;
        enum cv_classification class;
        if (!s.n) continue;
        if (l.at && r->p[l.at - 1] == '\f') start = l.at;
        label = cv_to_upper(s.p[0]) == 'M' ? match_label(s, &value) : NULL;
        if (label && label->field == MRN && (!value.n || is_mrn(value)) && found++) {
            end = start == SIZE_MAX ? l.at : start;
            break;
        }
        if (margin_of(s, &class) == MARGIN_NONE)
            start = SIZE_MAX;
        else if (start == SIZE_MAX)
            start = l.at;
    }
    return cv_reader_take_to(r, end, rc, doc);
}

const struct cv_format cv_format_smart = {"smart", probe, next, parse};
