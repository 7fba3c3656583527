/* refs_resolve.c - from a reference as printed to its ref_id: whose number it is, and of which year.
 * May not: read the block; it sees one match and what the list carries on.
 * Facts: sheet 9 ("Year", "Lists", what a station can have reached in January and February), NARA sheet 3 (EMBTEL,
 * URTEL, numbers alone, bare airgrams). */
#include "refs.h"
#include <stdlib.h>

enum {
    STATE_A_DAY = 900,
    POST_A_DAY = 80,               /* the highest rates found (sheet 9) */
    TENTHS = 13,                   /* 1.3 times that is still believed */
    LAST_ALL_CAPITALS_YEAR = 1979, /* five digits alone were the Department's then (NARA sheet 3) */
    OWN_AIRGRAM_DIGITS = 3,
};

static bool is_state(struct cv_span station) { return cv_span_is(station, "STATE"); }

/* ---- whose ----------------------------------------------------------------------------------------- */

/* The station of the first action addressee; absent for a collective or a name without a station. */
static struct cv_span addressed(struct cv_parse *p) {
    size_t n;
    bool known;
    for (size_t i = 0; i < p->out->addressees.n; i++) {
        const struct cv_addressee *to = &p->out->addressees.v[i];
        if (to->role != CV_ACTION) continue;
        if (to->collective || !to->name.p) return CV_NONE;
        struct cv_span station = cv_station_of(to->name, p->arena, &known);
        return known ? station : CV_NONE;
    }
    if (!p->container || !p->container->to.p) return CV_NONE;
    return cv_station_prefix(p->container->to, &n);
}

struct sender {
    struct cv_span station;
    bool known, inferred;
};

/* A number without station, first in its list (NARA sheet 3; sheet 9). */
static struct sender sender_of_bare(struct cv_parse *p, const struct ref_match *m) {
    struct cv_span own = p->out->station;
    size_t digits = strlen(m->digits);
    bool old = p->out->year && p->out->year <= LAST_ALL_CAPITALS_YEAR;
    bool department = m->series[0] ? digits > OWN_AIRGRAM_DIGITS : digits == 6 || (digits == 5 && old);
    if (department && own.p) return (struct sender){CV_LIT("STATE"), true, true};
    return (struct sender){own, true, true};
}

static struct sender sender_of(struct cv_parse *p, const struct ref_match *m, const struct ref_carry *carry) {
    struct cv_span own = p->out->station;
    enum ref_sender by = m->by;
    struct cv_span station = m->station;
    bool known = m->station_known;
    if (by == REF_BY_NONE && carry->set && !m->series[0]) {
        by = carry->by;
        station = carry->station;
        known = carry->station_known;
    }
    switch (by) {
    case REF_BY_STATION:
        return (struct sender){station, known, false};
    case REF_BY_DEPT:
        return (struct sender){CV_LIT("STATE"), true, false};
    case REF_BY_YOUR:
        return (struct sender){addressed(p), true, false};
    case REF_BY_OWN:
        return (struct sender){is_state(own) ? addressed(p) : own, true, false};
    case REF_BY_OUR: /* the Department's own have five or six digits */
        return (struct sender){is_state(own) && strlen(m->digits) < 5 ? addressed(p) : own, true, false};
    default:
        return sender_of_bare(p, m);
    }
}

/* ---- of which year --------------------------------------------------------------------------------- */

/* Month and day of the cable; false when it has no date of its year. */
static bool cable_day(const struct cv_parse *p, int *month, int *day) {
    struct cv_span d = p->out->date;
    if (d.n >= 10 && d.p[4] == '-' && d.p[7] == '-')
        return cv_span_to_int(cv_span_of(d.p + 5, 2), month) && cv_span_to_int(cv_span_of(d.p + 8, 2), day);
    *month = p->seen.dtg_month;
    *day = p->seen.dtg_day;
    return p->seen.has_dtg;
}

/* A number that its station cannot have reached by the cable's day, in January and February. */
static bool is_beyond(const struct cv_parse *p, struct cv_span station, long number) {
    int month = 0, day = 0;
    long reached;
    if (!cable_day(p, &month, &day) || month < 1 || month > 2) return false;
    if (cv_span_is(station, "SECTO") || cv_span_is(station, "TOSEC") || cv_span_is(station, "PARTO"))
        return false; /* they count by trip */
    if (month == 2) day += 31;
    reached = (long)day * (is_state(station) ? STATE_A_DAY : POST_A_DAY);
    if (p->out->serial > 0 && cv_span_ieq(station, p->out->station)) reached = p->out->serial;
    return number * 10 > reached * TENTHS;
}

struct year {
    int year; /* 0: unknown */
    bool inferred, later;
};

static struct year year_of(const struct cv_parse *p, const struct ref_match *m, const struct ref_carry *carry,
                           const struct ref_date *remark, struct cv_span station) {
    int cable = p->out->year, month = 0, day = 0;
    struct year y = {.year = m->year, .inferred = m->year_doubtful};
    if (!y.year) y.year = remark->year;
    if (!y.year && m->by == REF_BY_NONE && carry->set && !m->series[0]) y.year = carry->year;
    if (y.year) {
        y.later = cable && y.year > cable;
        return y;
    }
    y.year = cable;
    if (!cable) return y;
    if (remark->month && cable_day(p, &month, &day))
        y.inferred = remark->month > month;
    else
        y.inferred = !m->series[0] && is_beyond(p, station, strtol(m->digits, NULL, 10));
    if (y.inferred) y.year--;
    return y;
}

/* ---- the row --------------------------------------------------------------------------------------- */

struct cv_span cv_ref_id(struct cv_arena *a, int year, struct cv_span station, const char *series, const char *digits) {
    struct cv_buf b = {.arena = a};
    cv_buf_addc(&b, (char)('0' + year / 10 % 10));
    cv_buf_addc(&b, (char)('0' + year % 10));
    cv_buf_add(&b, station);
    if (*series) cv_buf_addc(&b, '-');
    cv_buf_addz(&b, series);
    cv_buf_addz(&b, digits);
    return cv_buf_span(&b);
}

static void unresolved(struct cv_parse *p, unsigned line_no, const char *why) {
    cv_problem(p, CV_P_REFERENCE_UNRESOLVED, line_no, "reference without id: %s", why);
}

bool cv_ref_resolve(struct cv_parse *p, const struct ref_match *m, const struct ref_carry *carry,
                    const struct ref_date *remark, unsigned line_no, struct cv_ref *row) {
    struct sender who;
    struct year y;
    row->kind = m->report ? CV_REF_REPORT : m->series[0] ? CV_REF_AIRGRAM : CV_REF_TELEGRAM;
    row->ref_id = CV_NONE;
    if (m->report || m->dtg) return true;
    if (m->unreadable || !m->digits[0]) return unresolved(p, line_no, "its number cannot be one"), true;
    who = sender_of(p, m, carry);
    if (!who.station.p) return unresolved(p, line_no, "whose number it is, is not known"), true;
    y = year_of(p, m, carry, remark, who.station);
    if (y.later) {
        cv_problem(p, CV_P_REFERENCE_YEAR_LATER, line_no, "the year %d of the reference is later than the cable's",
                   y.year);
        return true;
    }
    if (!y.year) return unresolved(p, line_no, "neither it nor the cable has a year"), true;
    if (!m->series[0] && y.year == p->out->year && p->out->serial > 0 && cv_span_ieq(who.station, p->out->station) &&
        strtol(m->digits, NULL, 10) == p->out->serial)
        return false;
    row->ref_id = cv_ref_id(p->arena, y.year, who.station, m->series, m->digits);
    if (who.inferred)
        cv_problem(p, CV_P_REFERENCE_STATION_INFERRED, line_no, "%s without a station: taken for %.*s", m->digits,
                   CV_FMT(who.station));
    if (!who.known)
        cv_problem(p, CV_P_REFERENCE_STATION_UNKNOWN, line_no, "no station %.*s is known", CV_FMT(who.station));
    if (y.inferred)
        cv_problem(p, CV_P_REFERENCE_YEAR_INFERRED, line_no, "%.*s %s taken for one of %d", CV_FMT(who.station),
                   m->digits, y.year);
    return true;
}
