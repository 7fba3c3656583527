/* eo_dates.c - the dates of an E.O. value: in figures, in words, cut in two or without marks.
 * May not: read anything else of the value (eo.c does); compute a date that is not printed.
 * Facts: sheet 6 ("DECL: 12/28/2017 month/day/year; two-digit year …; 28 DEC 2017; a letter O for 0"). */
#include "head.h"

static bool is_digit_or_o(char c) { return cv_is_digit(c) || c == 'O' || c == 'o'; }

enum { EARLIEST = 1950, LATEST = 2199 }; /* other years are misprints (1017) */

/* One to eight digits (letter O for 0 where a digit stands beside it); *n: bytes; -1: none. */
static int number_at(struct cv_span s, size_t i, size_t *n) {
    int v = 0;
    bool digit = false;
    for (*n = 0; i + *n < s.n && is_digit_or_o(s.p[i + *n]); ++*n) {
        char c = s.p[i + *n];
        if (*n == 8) return -1;
        digit |= cv_is_digit(c);
        v = v * 10 + (cv_is_digit(c) ? c - '0' : 0);
    }
    return digit && (i + *n >= s.n || !cv_is_alpha(s.p[i + *n])) ? v : -1;
}

/* "12/28/20 17": a year of four digits that was cut in two; its value, *n its bytes. -1: it is none. */
static int year_at(struct cv_span s, size_t i, size_t *n) {
    int year = number_at(s, i, n), rest;
    size_t k = i + *n, m;
    if (year < 0 || *n > 3 || k + 1 >= s.n || s.p[k] != ' ') return year;
    rest = number_at(s, k + 1, &m);
    if (rest < 0 || *n + m != 4) return year;
    for (size_t j = 0; j < m; j++) year *= 10;
    year += rest;
    if (year < 1950 || year > 2099) return number_at(s, i, n);
    *n += 1 + m;
    return year;
}

static size_t skip_date_gap(struct cv_span s, size_t i, char mark) {
    size_t k = i;
    while (k < s.n && cv_is_space(s.p[k])) k++;
    if (k >= s.n || s.p[k] != mark) return SIZE_MAX;
    k++;
    if (mark == '/' && k < s.n && s.p[k] == '/') k++; /* 12//28/2017 */
    while (k < s.n && cv_is_space(s.p[k])) k++;
    return k;
}

/* Years of 19xx until E.O. 12356, of 20xx after it (sheet 6); but none that lies before the orders themselves: "RDS-3
 * 3/11/00" of 1980 is 2000, "DECL: 2/5/98" of 1996 is 1998. */
static int century(int year, bool before_1995) {
    enum { FIRST_ORDER = 53, ORDER_12958 = 95 };
    return year + (year < FIRST_ORDER || (!before_1995 && year < ORDER_12958) ? 2000 : 1900);
}

static void settle(struct cv_eo_date *d, int month, int day, int year, size_t year_digits, bool before_1995) {
    if (year_digits == 2) year = century(year, before_1995);
    d->valid = false;
    if (year_digits != 2 && year_digits != 4) return;
    if (month > 12 && day <= 12) {
        int t = month;
        month = day;
        day = t;
        d->swapped = true;
    }
    d->year = year;
    d->month = month;
    d->day = day;
    d->valid = year >= EARLIEST && year <= LATEST && cv_date_valid(year, month, day);
}

/* 12/28/2017, 12-28-17, 2017/12/28; marks with blanks around them. */
static bool numeric_date(struct cv_span s, size_t i, bool before_1995, struct cv_eo_date *d) {
    static const char marks[] = "/-.";
    size_t n1, n2, n3, j, k;
    int a = number_at(s, i, &n1), b, c;
    if (a < 0 || n1 > 4) return false;
    for (const char *mark = marks; *mark; mark++) {
        if ((j = skip_date_gap(s, i + n1, *mark)) == SIZE_MAX) continue;
        b = number_at(s, j, &n2);
        if (b >= 0 && n2 == 6 && *mark == '/') { /* 12/282017 */
            settle(d, a, b / 10000, b % 10000, 4, before_1995);
            d->at = i;
            d->n = j + n2 - i;
            return true;
        }
        if (b < 0 || n2 > 2) continue;
        k = skip_date_gap(s, j + n2, *mark);
        if (k == SIZE_MAX) k = skip_date_gap(s, j + n2, '/');
        if (k == SIZE_MAX || (c = n1 == 4 ? number_at(s, k, &n3) : year_at(s, k, &n3)) < 0) continue;
        d->at = i;
        d->n = k + n3 - i;
        if (n3 > 4) n3 = 4;
        if (n1 == 4)
            settle(d, b, c, a, 4, before_1995);
        else
            settle(d, a, b, c, n3, before_1995);
        return true;
    }
    return false;
}

/* A run of letters as month; *n: bytes with a point behind it. */
static int month_at(struct cv_span s, size_t i, size_t *n) {
    size_t k = 0;
    int month;
    while (i + k < s.n && cv_is_alpha(s.p[i + k])) k++;
    month = cv_month_of(cv_span_of(s.p + i, k));
    if (month && i + k < s.n && s.p[i + k] == '.') k++;
    *n = k;
    return month;
}

static size_t skip_loose(struct cv_span s, size_t i) {
    while (i < s.n && (cv_is_space(s.p[i]) || s.p[i] == ',' || s.p[i] == '-')) i++;
    return i;
}

/* 28 DEC 2017, 28DEC17, DEC 28, 2017 */
static bool worded_date(struct cv_span s, size_t i, bool before_1995, struct cv_eo_date *d) {
    size_t n1, n2, n3, j, k;
    int a, month, day, year;
    if (cv_is_digit(s.p[i])) {
        for (n1 = 0; i + n1 < s.n && cv_is_digit(s.p[i + n1]); n1++) {
        }
        if (n1 > 2) return false;
        a = n1 == 1 ? s.p[i] - '0' : (s.p[i] - '0') * 10 + (s.p[i + 1] - '0');
        j = skip_loose(s, i + n1);
        if (j >= s.n || !(month = month_at(s, j, &n2))) return false;
        day = a;
        k = skip_loose(s, j + n2);
    } else {
        if ((i > 0 && cv_is_alpha(s.p[i - 1])) || !(month = month_at(s, i, &n1))) return false;
        j = skip_loose(s, i + n1);
        if (j >= s.n || (day = number_at(s, j, &n2)) < 0 || n2 > 2) return false;
        k = skip_loose(s, j + n2);
    }
    if (k >= s.n || (year = number_at(s, k, &n3)) < 0) return false;
    d->at = i;
    d->n = k + n3 - i;
    settle(d, month, day, year, n3, before_1995);
    return true;
}

/* 20171228, 12282017: eight digits of which one reading is a date. */
static bool solid_date(struct cv_span s, size_t i, bool before_1995, struct cv_eo_date *d) {
    size_t n;
    int v = number_at(s, i, &n);
    if (v < 0 || n != 8) return false;
    d->at = i;
    d->n = n;
    settle(d, v / 100 % 100, v % 100, v / 10000, 4, before_1995);
    if (d->valid && d->year > 1900 && d->year < 2200 && !d->swapped) return true;
    d->swapped = false;
    settle(d, v / 1000000, v / 10000 % 100, v % 10000, 4, before_1995);
    return true;
}

bool cv_eo_find_date(struct cv_span s, bool before_1995, struct cv_eo_date *d) {
    for (size_t i = 0; i < s.n; i++) {
        bool start = i == 0 || !cv_is_alnum(s.p[i - 1]);
        *d = (struct cv_eo_date){0};
        if (!start && !(cv_is_alpha(s.p[i]) && cv_is_digit(s.p[i - 1]))) continue;
        if (is_digit_or_o(s.p[i]) && start && (numeric_date(s, i, before_1995, d) || solid_date(s, i, before_1995, d)))
            return true;
        if (start && (cv_is_digit(s.p[i]) || cv_is_alpha(s.p[i])) && worded_date(s, i, before_1995, d)) return true;
    }
    return false;
}
