/* refs_dates.c - years and dates beside a reference.
 * May not: choose a year that is not printed (refs_resolve.c does that).
 * Facts: sheet 3 (century), 9 (where a year stands), NARA sheet 3 and 7 ("A-280 OF 12/21/73", "(15 APRIL 1975)"). */
#include "refs.h"

int cv_ref_year(struct cv_span digits) {
    int v = 0;
    if (digits.n != 2 && digits.n != 4) return 0;
    if (!cv_span_to_int(digits, &v)) return 0;
    if (digits.n == 2) return v >= 66 ? 1900 + v : 2000 + v;
    return v >= 1960 && v < 2050 ? v : 0;
}

static int small_number(struct cv_span s, struct ref_token t) {
    int v = 0;
    if (t.kind != REF_NUMBER || t.end - t.at > 2 || !cv_span_to_int(ref_text(s, t), &v)) return 0;
    return v;
}

static int month_of(struct cv_span s, struct ref_token t) {
    if (t.kind != REF_WORD || t.end - t.at < 3) return 0;
    return cv_month_of(ref_text(s, t));
}

/* ST, ND, RD, TH right behind a day. */
static size_t skip_ordinal(struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    struct cv_span w = ref_text(s, t);
    if (t.kind != REF_WORD || t.gap != REF_GLUED) return pos;
    return cv_span_is(w, "ST") || cv_span_is(w, "ND") || cv_span_is(w, "RD") || cv_span_is(w, "TH") ? t.end : pos;
}

/* "[,] ['] 78" or "1978" behind day and month. The year of the next reference ("MAY 12, 75 TUNIS 4828") is none. */
static size_t year_behind(struct cv_span s, size_t pos, int *year) {
    struct ref_token t = cv_ref_token(s, pos), next;
    size_t n;
    bool quoted = false;
    if (ref_is_sign(t, '.') || ref_is_sign(t, ',')) t = cv_ref_token(s, t.end);
    if (ref_is_sign(t, '\'')) {
        quoted = true;
        t = cv_ref_token(s, t.end);
    }
    if (t.kind != REF_NUMBER || t.gap > REF_LINE) return pos;
    *year = cv_ref_year(ref_text(s, t));
    if (!*year) return pos;
    next = cv_ref_token(s, t.end);
    if (!quoted && next.kind == REF_WORD && cv_station_prefix(cv_span_from(s, next.at), &n).p) {
        *year = 0;
        return pos;
    }
    return t.end;
}

/* 12/21/73, 5-12-2008, 2008-05-12; a point divides too. */
static bool numeric_date(struct cv_span s, struct ref_token a, struct ref_date *out) {
    struct ref_token sign = cv_ref_token(s, a.end), b, sign2, c;
    int month, day;
    if (sign.kind != REF_SIGN || !strchr("/-.", sign.sign) || sign.gap > REF_BLANK) return false;
    b = cv_ref_token(s, sign.end);
    sign2 = cv_ref_token(s, b.end);
    if (b.kind != REF_NUMBER || sign2.kind != REF_SIGN || sign2.sign != sign.sign) return false;
    c = cv_ref_token(s, sign2.end);
    if (c.kind != REF_NUMBER || sign2.gap != REF_GLUED || c.gap != REF_GLUED || b.gap != REF_GLUED) return false;
    if (a.end - a.at == 4) {
        out->year = cv_ref_year(ref_text(s, a));
        month = small_number(s, b), day = small_number(s, c);
    } else {
        out->year = cv_ref_year(ref_text(s, c));
        month = small_number(s, a), day = small_number(s, b);
    }
    if (month > 12 && day <= 12) { /* day first */
        int swap = month;
        month = day, day = swap;
    }
    out->month = month;
    out->end = c.end;
    return out->year && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool cv_ref_date(struct cv_span s, size_t pos, struct ref_date *out) {
    struct ref_token a = cv_ref_token(s, pos), b;
    int day;
    *out = (struct ref_date){0};
    if (cv_ref_dtg(s, pos, out)) return true;
    *out = (struct ref_date){0};
    if (a.kind == REF_NUMBER) {
        if (numeric_date(s, a, out)) return true;
        day = small_number(s, a);
        b = cv_ref_token(s, skip_ordinal(s, a.end));
        if (cv_span_is(ref_text(s, b), "OF")) b = cv_ref_token(s, b.end);
        *out = (struct ref_date){.month = month_of(s, b), .end = b.end};
        if (day < 1 || day > 31 || !out->month || b.gap > REF_LINE) return false;
        out->end = year_behind(s, out->end, &out->year);
        return true;
    }
    out->month = month_of(s, a);
    if (!out->month) return false;
    b = cv_ref_token(s, a.end);
    if (ref_is_sign(b, '.')) b = cv_ref_token(s, b.end);
    day = small_number(s, b);
    out->end = a.end;
    if (day >= 1 && day <= 31) out->end = skip_ordinal(s, b.end);
    out->end = year_behind(s, out->end, &out->year);
    return out->end > a.end; /* a month alone may be any word ("MAY") */
}

bool cv_ref_dtg(struct cv_span s, size_t pos, struct ref_date *out) {
    struct ref_token a = cv_ref_token(s, pos), zone, month;
    size_t digits = a.end - a.at;
    struct cv_span w;
    int day = 0, time = 0;
    bool zulu = false;
    *out = (struct ref_date){0};
    if (a.kind != REF_NUMBER) return false;
    if (digits == 2) { /* copied with a blank: "31 1345Z" */
        struct ref_token b = cv_ref_token(s, a.end);
        if (b.kind != REF_NUMBER || b.gap != REF_BLANK || b.end - b.at != 4) return false;
        if (!cv_span_to_int(ref_text(s, a), &day) || !cv_span_to_int(ref_text(s, b), &time)) return false;
        a.end = b.end;
    } else {
        if (digits != 6 || !cv_span_to_int(ref_text(s, a), &time)) return false;
        day = time / 10000, time %= 10000;
    }
    if (day < 1 || day > 31 || time / 100 > 23 || time % 100 > 59) return false;
    zone = cv_ref_token(s, a.end);
    w = ref_text(s, zone);
    if (zone.kind != REF_WORD || zone.gap > REF_BLANK) return false;
    month = zone;
    if (w.n == 1) {
        zulu = cv_to_upper(w.p[0]) == 'Z';
        if (!zulu && zone.gap != REF_GLUED) return false;
        month = cv_ref_token(s, zone.end);
    } else if (w.n > 3 && cv_to_upper(w.p[0]) == 'Z' && cv_month_of(cv_span_from(w, 1))) {
        month.at++; /* "311345ZMAY73" */
    }
    out->end = zone.end;
    if (month.gap > REF_LINE || !(out->month = month_of(s, month))) return zulu;
    out->end = year_behind(s, month.end, &out->year);
    return zulu || out->year;
}
