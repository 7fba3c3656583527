/* dates.c - the proleptic Gregorian calendar and ISO 8601, nothing about cables. */
#include "base.h"

static const char month_names[12][10] = {"JANUARY", "FEBRUARY", "MARCH",     "APRIL",   "MAY",      "JUNE",
                                         "JULY",    "AUGUST",   "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"};

static bool leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

bool cv_date_valid(int year, int month, int day) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
    return day <= days[month - 1] + (month == 2 && leap(year));
}

/* Days from civil: years counted from March, so that the leap day is the last of its year. */
int cv_date_days(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, yoe = y - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void cv_date_of_days(int days, int *year, int *month, int *day) {
    int z = days + 719468, era = z / 146097, doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    *day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year = yoe + era * 400 + (*month <= 2);
}

int cv_month_of(struct cv_span word) {
    char c[3];
    word = cv_span_trim(word);
    if (word.n && word.p[word.n - 1] == '.') word.n--;
    if (word.n < sizeof c) return 0;
    for (size_t i = 0; i < sizeof c; i++) c[i] = cv_to_upper(word.p[i]);
    for (int m = 0; m < 12; m++) {
        const char *full = month_names[m];
        if (c[0] != full[0] || c[1] != full[1] || c[2] != full[2]) continue;
        return word.n == sizeof c || cv_span_is(word, full) || cv_span_is(word, "SEPT") ? m + 1 : 0;
    }
    return 0;
}

static char *put_date(char *to, int year, int month, int day) {
    *(to = cv_put_digits(to, (unsigned)year, 4)) = '-';
    *(to = cv_put_digits(to + 1, (unsigned)month, 2)) = '-';
    return cv_put_digits(to + 1, (unsigned)day, 2);
}

struct cv_span cv_date_iso(struct cv_arena *a, int year, int month, int day) {
    char text[10];
    if (year < 0 || year > 9999) return CV_NONE;
    put_date(text, year, month, day);
    return cv_arena_copy(a, cv_span_of(text, sizeof text));
}

struct cv_span cv_datetime_iso(struct cv_arena *a, int days, int minute) {
    char text[20], *to;
    int y, m, d;
    cv_date_of_days(days, &y, &m, &d);
    if (y < 0 || y > 9999) return CV_NONE;
    *(to = put_date(text, y, m, d)) = 'T';
    *(to = cv_put_digits(to + 1, (unsigned)minute / 60, 2)) = ':';
    to = cv_put_digits(to + 1, (unsigned)minute % 60, 2);
    memcpy(to, ":00Z", 4);
    return cv_arena_copy(a, cv_span_of(text, sizeof text));
}
