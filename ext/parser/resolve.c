/* resolve.c - what the cable is called and when it was sent: id, station, number, year, date, classification, decided
 * from what the telegram shows (p->seen) and what its container says beside it.
 * May not: read the text itself, or pass a guess for a fact: two sources that disagree give a problem row, and the
 * order in which they win is the sheets' (sheet 3, 4, 14; NARA sheet 1 "Which value wins", 5, 6). */
#include "resolve.h"

enum {
    DATES_DIFFER_DAYS = 1,  /* a page's Created and the DTG */
    NARA_DIFFER_DAYS = 2,   /* Draft Date and the DTG */
    OTHER_CABLE_DAYS = 366, /* a page whose text is years away from it is of another cable */
    FIRST_NARA_YEAR = 1973, /* the years of the archives' electronic telegrams */
    LAST_NARA_YEAR = 1979,
    CENTURY_FROM = 66 /* two digits from here on are of 19xx */
};

/* ---- dates of containers -------------------------------------------------------------------------- */

static size_t number(struct cv_span s, size_t at, int *v) {
    size_t n = 0;
    while (at + n < s.n && cv_is_digit(s.p[at + n])) n++;
    if (!n || n > 4 || !cv_span_to_int(cv_span_of(s.p + at, n), v)) return 0;
    return n;
}

static size_t skip(struct cv_span s, size_t at, const char *set) {
    while (at < s.n && s.p[at] && strchr(set, s.p[at])) at++;
    return at;
}

/* A number or a month's name; *month says which. */
static bool date_part(struct cv_span s, size_t *at, int *v, bool *month) {
    size_t n = number(s, *at, v), from = *at;
    *month = false;
    if (n) {
        *at += n;
        return true;
    }
    while (*at < s.n && cv_is_alpha(s.p[*at])) ++*at;
    *v = cv_month_of(cv_span_of(s.p + from, *at - from));
    *month = *v != 0;
    return *month;
}

/* The forms of the containers: 2007-12-28 13:22 · 12/28/2007 13:22 · 12 MAR 1975 · 01-Jan-1994 12:00:00 am ·
 * 31/12/2019 (NARA: the day first) · May 31, 2012. */
bool cv_container_date(enum cv_container_kind kind, struct cv_span s, int *days, int *minute) {
    int v[3], hour = 0, min = 0, year, month, day;
    bool name[3];
    size_t at = 0, n;
    *minute = -1;
    s = cv_span_trim(s);
    for (int i = 0; i < 3; i++) {
        if (!date_part(s, &at, &v[i], &name[i])) return false;
        at = skip(s, at, " -/,.");
    }
    if (v[0] > 31)
        year = v[0], month = v[1], day = v[2];
    else if (name[0])
        month = v[0], day = v[1], year = v[2];
    else if (name[1] || kind == CV_CONTAINER_NARA)
        day = v[0], month = v[1], year = v[2];
    else
        month = v[0], day = v[1], year = v[2];
    if (!cv_date_valid(year, month, day) || year < 1900) return false;
    *days = cv_date_days(year, month, day);
    n = number(s, at, &hour);
    if (n && at + n < s.n && s.p[at + n] == ':' && number(s, at + n + 1, &min) && hour < 24 && min < 60)
        *minute = hour * 60 + min;
    return true;
}

/* ---- what each side says ---------------------------------------------------------------------------- */

struct name_and_number {
    struct cv_span station;
    bool known;
    int serial, year;
};

/* The container's own id in canonical form, publishers' insertions repaired. */
static bool id_of(struct cv_parse *p, struct cv_span printed, struct name_and_number *out) {
    struct cv_span id;
    *out = (struct name_and_number){.station = CV_NONE};
    if (!printed.p) return false;
    id = cv_id_canonical(printed, 0, p->arena);
    if (!cv_id_split(id.p ? id : printed, p->arena, &out->year, &out->station, &out->serial)) return false;
    out->station = cv_station_of(out->station, p->arena, &out->known);
    return out->station.p && out->serial > 0;
}

static struct cv_span station_of(struct cv_parse *p, struct cv_span printed, bool *known) {
    *known = false;
    return printed.p ? cv_station_of(printed, p->arena, known) : CV_NONE;
}

/* PAGE lines cut a name after its sixth letter: the FM line may complete it. */
static bool completes(struct cv_span whole, struct cv_span cut) {
    return cut.n >= 4 && whole.n >= cut.n && cv_span_ieq(cv_span_first(whole, cut.n), cut);
}

static struct cv_span squeeze(struct cv_parse *p, struct cv_span s) {
    struct cv_buf b = {.arena = p->arena};
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_alnum(s.p[i])) cv_buf_addc(&b, cv_to_upper(s.p[i]));
    return cv_buf_span(&b);
}

static void telegram_station(struct cv_parse *p, struct name_and_number *out) {
    const struct cv_observed *seen = &p->seen;
    bool class_known, fm_known, page_known;
    struct cv_span class = station_of(p, seen->class_station, &class_known), fm, page;
    out->station = class, out->known = class_known;
    if (class.p && class_known) return;
    fm = station_of(p, seen->fm, &fm_known);
    page = station_of(p, seen->page_station, &page_known);
    if (class.p && !fm_known && !page_known) return;
    if (fm.p && (fm_known || !page.p) &&
        (!page.p || !page_known || cv_span_eq(fm, page) || completes(fm, squeeze(p, seen->page_station)))) {
        out->station = fm, out->known = fm_known;
    } else if (page.p) {
        out->station = page, out->known = page_known;
    }
    if (!out->station.p) out->station = fm, out->known = fm_known;
}

static bool de_agrees(int serial, int de) { return serial == de || serial % 10000 == de; }

/* 180180 of "STATE  1801 80" on the PAGE line: noise of copying cut it. */
static bool begins_number(int whole, int part) {
    while (whole > part && part >= 100) whole /= 10;
    return whole == part;
}

static void telegram_serial(struct cv_parse *p, const struct name_and_number *container, struct name_and_number *out) {
    const struct cv_observed *seen = &p->seen;
    int class = seen->class_serial, page = seen->page_serial, de = seen->de_serial;
    out->serial = class ? class : page ? page : de;
    if (class && page && class != page && !begins_number(class, page)) {
        /* Two of label, position and content must agree: the archive's own number decides. */
        if (container->serial == page) out->serial = page;
        cv_problem(p, CV_P_ID_DIFFERS, seen->class_line, "number %d on the classification line, %d on the PAGE line",
                   class, page);
    } else if (class && de && !page && !de_agrees(class, de)) {
        cv_problem(p, CV_P_ID_DIFFERS, seen->class_line, "number %d on the classification line, %d on the DE line",
                   class, de);
    }
}

/* ---- identity ------------------------------------------------------------------------------------------ */

static bool differ(const struct name_and_number *a, const struct name_and_number *b) {
    return a->station.p && b->station.p && a->serial && b->serial &&
           (a->serial != b->serial || !cv_span_eq(a->station, b->station));
}

/* A Document Number has the first letters of a name that the telegram may print otherwise: NATOB04830 of USNATO. */
static bool same_document(struct cv_parse *p, const struct name_and_number *t, const struct name_and_number *c) {
    struct cv_span printed = p->container->id, letters;
    char cut[5] = "";
    size_t at = 0;
    if (t->serial != c->serial) return false;
    while (at < printed.n && cv_is_digit(printed.p[at])) at++;
    letters = cv_span_first(cv_span_from(printed, at), sizeof cut - 1);
    for (size_t i = 0; i < letters.n; i++) cut[i] = letters.p[i];
    return letters.n == sizeof cut - 1 && cv_span_find(t->station, cut) != SIZE_MAX;
}

/* A page's own id wins where its file's name agrees or there is none; the id column of a table always. */
static bool container_wins(struct cv_parse *p, const struct name_and_number *c) {
    struct name_and_number file;
    if (!c->serial || !c->year) return false;
    if (p->container->kind == CV_CONTAINER_CSV) return true;
    if (p->container->kind != CV_CONTAINER_HTML) return false;
    if (!id_of(p, p->container->file_id, &file)) return true;
    return cv_span_eq(file.station, c->station) && file.serial == c->serial && file.year == c->year;
}

static void compare_ids(struct cv_parse *p, const struct name_and_number *t, const struct name_and_number *c) {
    bool nara = p->container->kind == CV_CONTAINER_NARA;
    if (!differ(t, c) || (nara && same_document(p, t, c))) return;
    cv_problem(p, nara ? CV_P_ATTRIBUTE_DIFFERS : CV_P_ID_DIFFERS, p->seen.class_line,
               "the telegram is %.*s %d, its %s %.*s", CV_FMT(t->station), t->serial,
               nara ? "Document Number" : "container says", CV_FMT(p->container->id));
}

/* The year of a date-time group whose day or time cannot be read: "1300800Z JAN 03" is still of 2003. */
static int year_of_text(struct cv_span s) {
    struct cv_span word;
    bool month = false;
    int v;
    while ((word = cv_span_word(&s)).p) {
        if (month && (word.n == 2 || word.n == 4) && cv_span_to_int(word, &v)) {
            if (word.n == 4) return v > 1900 && v < 2100 ? v : 0;
            return v >= CENTURY_FROM ? 1900 + v : 2000 + v;
        }
        month = cv_month_of(word) != 0;
    }
    return 0;
}

/* "1976HOCHI08888", From "HO CHI MINH CITY": a Document Number has the first letters only. */
static void complete_station(struct cv_parse *p, struct name_and_number *t) {
    bool known;
    struct cv_span from = t->known ? CV_NONE : station_of(p, p->container->from, &known);
    if (from.p && known && completes(from, t->station)) t->station = from, t->known = true;
}

static void set_identity(struct cv_parse *p, struct name_and_number *t, const struct name_and_number *c, int year) {
    struct cv_cable *out = p->out;
    bool wins = container_wins(p, c);
    compare_ids(p, t, c);
    if (wins && (c->known || !t->known || !t->serial)) {
        *t = *c;
        year = c->year;
    }
    if (!t->station.p) t->station = c->station, t->known = c->known;
    if (!t->station.p) t->station = station_of(p, p->container->from, &t->known);
    complete_station(p, t);
    if (!t->serial) t->serial = c->serial;
    if (!year) year = c->year;
    if (!year) year = year_of_text(p->seen.dtg_text);
    out->station = t->station;
    out->serial = t->serial;
    out->year = year;
    if (!t->station.p || !t->serial)
        cv_problem(p, CV_P_NO_ID, p->seen.class_line, "no station or no number was found");
    else if (year)
        out->id = cv_id_make(p->arena, year, t->station, t->serial);
    if (t->station.p && !t->known)
        cv_problem(p, CV_P_STATION_UNKNOWN, p->seen.class_line, "station %.*s is not in the list", CV_FMT(t->station));
}

/* ---- date ---------------------------------------------------------------------------------------------- */

struct dates {
    bool dtg, container;
    int dtg_days, days, minute; /* days since 1970; minute -1: none */
};

static void collect_dates(struct cv_parse *p, struct dates *d) {
    const struct cv_observed *seen = &p->seen;
    const struct cv_container *c = p->container;
    *d = (struct dates){.dtg = seen->has_dtg};
    d->container = c->date.p && cv_container_date(c->kind, c->date, &d->days, &d->minute);
    if (d->dtg) d->dtg_days = cv_date_days(seen->dtg_year, seen->dtg_month, seen->dtg_day);
    if (d->dtg && c->kind == CV_CONTAINER_NARA &&
        (seen->dtg_year < FIRST_NARA_YEAR || seen->dtg_year > LAST_NARA_YEAR)) {
        cv_problem(p, CV_P_BAD_DATE, seen->dtg_line, "the year of %.*s is not one of the archives' telegrams",
                   CV_FMT(seen->dtg));
        if (d->container) d->dtg = false;
    }
}

static void compare_dates(struct cv_parse *p, struct dates *d, bool other_cable) {
    const struct cv_container *c = p->container;
    bool nara = c->kind == CV_CONTAINER_NARA;
    int apart;
    if (!d->dtg || !d->container) return;
    apart = d->dtg_days > d->days ? d->dtg_days - d->days : d->days - d->dtg_days;
    if (apart <= (nara ? NARA_DIFFER_DAYS : DATES_DIFFER_DAYS)) return;
    cv_problem(p, nara ? CV_P_ATTRIBUTE_DIFFERS : CV_P_DATE_DIFFERS, p->seen.dtg_line,
               "the telegram is of %.*s, %s %.*s", CV_FMT(p->seen.dtg), nara ? "Draft Date is" : "its container says",
               CV_FMT(c->date));
    if (!nara && apart > OTHER_CABLE_DAYS) {
        if (other_cable)
            d->dtg = false; /* the text is plainly another cable's */
        else if (d->dtg_days > d->days)
            cv_problem(p, CV_P_BAD_DATE, p->seen.dtg_line, "%.*s is over a year after %.*s", CV_FMT(p->seen.dtg),
                       CV_FMT(c->date));
    }
}

static void date_of_container(struct cv_parse *p, const struct dates *d) {
    struct cv_cable *out = p->out;
    int y, m, day;
    switch (p->container->kind) {
    case CV_CONTAINER_HTML: /* the minutes repeat the hour in twelve-hour form */
        if (d->minute < 0) break;
        out->date = cv_datetime_iso(p->arena, d->days, d->minute / 60 * 60);
        cv_problem(p, CV_P_DATE_PARTIAL, 0, "no date-time group: day and hour of the page's Created");
        return;
    case CV_CONTAINER_CSV:
        if (d->minute >= 0) {
            out->date = cv_datetime_iso(p->arena, d->days, d->minute);
            return;
        }
        break;
    default:
        break;
    }
    cv_date_of_days(d->days, &y, &m, &day);
    out->date = cv_date_iso(p->arena, y, m, day);
    if (!p->container->text_missing)
        cv_problem(p, CV_P_DATE_PARTIAL, 0, "no date-time group: the day of the container");
}

static bool date_of_smart(struct cv_parse *p) {
    struct cv_dtg dtg = {0};
    if (!p->container->dtg.p || !cv_dtg_match(p->container->dtg, p->arena, &dtg)) return false;
    p->out->dtg = dtg.dtg;
    p->out->date = cv_datetime_iso(p->arena, cv_date_days(dtg.year, dtg.month, dtg.day), dtg.minute);
    return true;
}

static void set_date(struct cv_parse *p, const struct dates *d) {
    struct cv_cable *out = p->out;
    const struct cv_observed *seen = &p->seen;
    if (d->dtg) {
        out->dtg = seen->dtg;
        out->date = cv_datetime_iso(p->arena, d->dtg_days, seen->dtg_minute);
        return;
    }
    if (seen->has_dtg) out->filed = CV_NONE; /* its year was taken from a group that is not this cable's */
    if (date_of_smart(p)) return;
    if (d->container)
        date_of_container(p, d);
    else if (!seen->dtg_text.n)
        cv_problem(p, CV_P_NO_DATE, 0, "no date was found");
}

/* ---- classification -------------------------------------------------------------------------------------- */

static enum cv_classification classification_of(struct cv_span value, struct cv_span *rest) {
    enum cv_classification c;
    size_t n = 0;
    value = cv_span_trim(value);
    *rest = CV_NONE;
    if (!value.n) return CV_CLASS_NONE;
    c = cv_classification_match(value, &n);
    if (c == CV_CLASS_NONE) return c;
    *rest = cv_span_trim(cv_span_from(value, n));
    /* A word of the text stands there now and then: SECRETARIAT, CONFIDENTIALITY */
    if (rest->n && cv_is_alpha(rest->p[0]) && !cv_is_space(value.p[n])) return CV_CLASS_NONE;
    return c;
}

static void set_classification(struct cv_parse *p) {
    const struct cv_observed *seen = &p->seen;
    const struct cv_container *k = p->container;
    struct cv_span rest;
    enum cv_classification page = classification_of(k->classification, &rest), own = seen->classification;
    bool nara = k->kind == CV_CONTAINER_NARA, smart = k->kind == CV_CONTAINER_SMART;
    if (own != CV_CLASS_NONE && seen->zny != CV_CLASS_NONE && own != seen->zny)
        cv_problem(p, CV_P_CLASSIFICATION_DIFFERS, seen->class_line, "classification line %s, format line 4 %s",
                   cv_classification_name(own), cv_classification_name(seen->zny));
    if (own == CV_CLASS_NONE) own = seen->page_mark;
    if (own == CV_CLASS_NONE) own = page == CV_CLASS_NONE ? seen->zny : CV_CLASS_NONE;
    /* A release lowers the banner of a message, never the telegram's own line. */
    if (own != CV_CLASS_NONE && page != CV_CLASS_NONE && own != page && !(smart && page < own))
        cv_problem(p, nara ? CV_P_ATTRIBUTE_DIFFERS : CV_P_CLASSIFICATION_DIFFERS, seen->class_line,
                   "the telegram is %s, %s %s", cv_classification_name(own),
                   nara ? "Original Classification" : "its container says", cv_classification_name(page));
    p->out->classification = own != CV_CLASS_NONE ? own : page;
    if (p->out->classification == CV_CLASS_NONE)
        cv_problem(p, CV_P_NO_CLASSIFICATION, 0, "no classification was found");
}

/* ---- in order ------------------------------------------------------------------------------------------------ */

void cv_resolve_identity(struct cv_parse *p) {
    struct name_and_number t = {.station = CV_NONE}, c;
    struct dates d;
    int year = 0, month, day;
    (void)id_of(p, p->container->id, &c);
    telegram_station(p, &t);
    telegram_serial(p, &c, &t);
    collect_dates(p, &d);
    compare_dates(p, &d, container_wins(p, &c) && (differ(&t, &c) || c.year != p->seen.dtg_year));
    if (d.dtg)
        year = p->seen.dtg_year;
    else if (d.container)
        cv_date_of_days(d.days, &year, &month, &day);
    set_identity(p, &t, &c, year);
    set_date(p, &d);
    set_classification(p);
}
