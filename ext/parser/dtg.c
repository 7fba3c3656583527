/* dtg.c - the date-time group: "R 281322Z DEC 07 ZDK" -> precedence, UTC minute, repaired form, what follows.
 * May not: look at any other line, guess a date (seven digits, an ambiguous month: no match).
 * Facts: sheet 3 (line 5: letters, zones, centuries, misprints seen), NARA sheet 2 (blanks put into groups when the
 * texts were copied), 5 FAH-2 H-320; zone letters as in ACP 121. */
#include "envelope.h"

enum {
    CENTURY_TURN = 66, /* two-digit years from here on are 19xx (sheet 3) */
    DTG_DIGITS = 6
};

static const char months[12][4] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

/* A position in a line. */
struct cursor {
    const char *p, *end;
};

static void skip_blanks(struct cursor *c) {
    while (c->p < c->end && cv_is_space(*c->p)) c->p++;
}

/* O for zero, I and l for one: seen in retyped and scanned copies. -1: no digit. */
static int digit_of(char c) {
    if (cv_is_digit(c)) return c - '0';
    if (c == 'O' || c == 'o') return 0;
    if (c == 'I' || c == 'l') return 1;
    return -1;
}

static void note_precedence(struct cv_dtg *d, enum cv_precedence prec) {
    if (d->action == CV_PREC_NONE) d->action = prec;
    d->info = prec;
}

enum { MAX_LETTERS = 4 }; /* groups of precedence letters in front: more is no DTG line */

/* Letters in front, alone or doubled ("PP"): at[i] is where the i-th group ends, prec[i] what it says. */
static int precedence_letters(struct cursor c, const char *at[MAX_LETTERS], enum cv_precedence prec[MAX_LETTERS]) {
    int groups = 0;
    while (groups < MAX_LETTERS && c.p < c.end && cv_precedence_letter(*c.p) != CV_PREC_NONE) {
        prec[groups] = cv_precedence_letter(*c.p++);
        if (c.p < c.end && *c.p == c.p[-1]) c.p++;
        if (c.p + 1 < c.end && !groups && cv_precedence_letter(*c.p) != CV_PREC_NONE &&
            cv_is_blank(c.p[1])) { /* "OP 281322Z" */
            at[groups++] = c.p;
            continue;
        }
        if (c.p < c.end && cv_is_alpha(*c.p) && digit_of(*c.p) < 0) break;
        skip_blanks(&c);
        at[groups++] = c.p;
    }
    return groups;
}

static bool precedence_word(struct cursor *c, struct cv_dtg *d) {
    static const struct {
        const char *word;
        enum cv_precedence prec;
    } words[] = {{"NIACT IMMEDIATE", CV_NIACT_IMMEDIATE},
                 {"FLASH OVERRIDE", CV_FLASH_OVERRIDE},
                 {"FLASH", CV_FLASH},
                 {"IMMEDIATE", CV_IMMEDIATE},
                 {"PRIORITY", CV_PRIORITY},
                 {"ROUTINE", CV_ROUTINE}};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++) {
        size_t n = strlen(words[i].word);
        struct cv_span rest = cv_span_range(c->p, c->end);
        if (!cv_span_starts(rest, words[i].word) || n >= rest.n || cv_is_alpha(rest.p[n])) continue;
        note_precedence(d, words[i].prec);
        c->p += n;
        skip_blanks(c);
        return true;
    }
    return false;
}

/* "0 281322Z": a zero typed for the O of IMMEDIATE; six digits must stand together behind it. */
static void zero_as_letter(struct cursor *c, struct cv_dtg *d) {
    const char *at = c->p;
    int n = 0;
    if (c->end - at < 2 + DTG_DIGITS || at[0] != '0' || !cv_is_blank(at[1])) return;
    for (at += 2; at < c->end && cv_is_digit(*at); at++) n++;
    if (n != DTG_DIGITS) return;
    note_precedence(d, CV_IMMEDIATE);
    c->p += 2;
}

/* ddhhmm with blanks anywhere inside; a seventh digit makes the group doubtful: no match. */
static bool six_digits(struct cursor *c, int *value) {
    int n = 0, v = 0;
    for (; c->p < c->end; c->p++) {
        int digit;
        if (cv_is_blank(*c->p)) continue;
        digit = digit_of(*c->p);
        if (digit < 0 || (n == 0 && !cv_is_digit(*c->p) && cv_to_upper(*c->p) != 'O')) break;
        if (n == DTG_DIGITS && cv_is_alpha(*c->p)) break; /* "281322 OCT": the zone is lost, the month begins */
        if (n == DTG_DIGITS) return false;
        v = v * 10 + digit;
        n++;
    }
    *value = v;
    return n == DTG_DIGITS;
}

/* The three-letter month that the word is one letter away from; 0: none, or more than one ("JUM"). */
static int month_near(struct cv_span word) {
    int near = 0, count = 0;
    for (int m = 0; m < 12; m++) {
        if (cv_span_distance(word, cv_span_of(months[m], 3)) > 1) continue;
        near = m + 1;
        count++;
    }
    return count == 1 ? near : 0;
}

/* The month's letters, blanks allowed between them; ends before the first digit. */
static int month_at(struct cursor *c, bool misspelt) {
    char word[10];
    size_t n = 0;
    const char *at = c->p;
    int month;
    for (; at < c->end && n < sizeof word; at++) {
        char letter = *at;
        if (cv_is_blank(letter)) continue;
        if (letter == '0' && n < 3 && at + 1 < c->end && cv_is_alpha(at[1])) letter = 'O'; /* "0CT" */
        if (!cv_is_alpha(letter)) break;
        if (n == 3 && digit_of(letter) >= 0 && cv_month_of(cv_span_of(word, 3)) && at + 1 < c->end &&
            digit_of(at[1]) >= 0)
            break; /* "DEC O7": the letter is the year's zero */
        word[n++] = letter;
    }
    month = n < 3 ? 0 : cv_month_of(cv_span_of(word, n));
    if (!month && misspelt && (n == 3 || n == 4)) month = month_near(cv_span_of(word, n));
    if (!month) return 0;
    while (at < c->end && (cv_is_blank(*at) || memchr(".,'-/", *at, 5))) at++;
    c->p = at;
    return month;
}

/* "07", "2007", "7 3", "19 79"; O and l for digits. Four digits come out; 0: none. */
static int year_at(struct cursor *c) {
    const char *at = c->p, *after_two = NULL;
    int n = 0, v = 0, two = 0;
    for (; at < c->end && n < 4; at++) {
        int digit = digit_of(*at);
        if (cv_is_blank(*at) && n < 2) continue; /* a blank after the second digit ends the year */
        if (digit < 0) break;
        v = v * 10 + digit;
        if (++n == 2) two = v, after_two = at + 1;
    }
    if (n == 2 && (two == 19 || two == 20)) { /* "19 79": a blank inside a four-digit year */
        const char *more = after_two;
        while (more < c->end && cv_is_blank(*more)) more++;
        if (more > after_two && c->end - more >= 2 && cv_is_digit(more[0]) && cv_is_digit(more[1]) &&
            (c->end - more == 2 || !cv_is_alnum(more[2]))) {
            c->p = more + 2;
            return two * 100 + (more[0] - '0') * 10 + more[1] - '0';
        }
    }
    if (n != 2 && n != 4) return 0;
    if (at < c->end && cv_is_digit(*at)) return 0;
    c->p = n == 2 ? after_two : at;
    if (n == 2) return two >= CENTURY_TURN ? 1900 + two : 2000 + two;
    return v >= 1966 && v <= 2065 ? v : 0;
}

/* Hours to add to reach Z: A-M without J lie east, N-Y west. */
static int zone_hours(char zone) {
    if (zone >= 'A' && zone <= 'I') return -(zone - 'A' + 1);
    if (zone >= 'K' && zone <= 'M') return -(zone - 'A');
    if (zone >= 'N' && zone <= 'Y') return zone - 'N' + 1;
    return 0;
}

/* Zone letter (Z where it is missing) and month; a misspelt month only where nothing else fits. */
static int zone_and_month(struct cursor *c, char *zone) {
    struct cursor at = *c, behind = *c;
    bool zulu;
    int month = month_at(&at, false);
    *zone = 'Z';
    if (!month) {
        if (c->p >= c->end || !cv_is_alpha(*c->p)) return 0;
        behind.p++;
        if (behind.p < c->end && *behind.p == *c->p) behind.p++; /* "ZZ" */
        while (behind.p < c->end && (cv_is_blank(*behind.p) || memchr(":/.-", *behind.p, 4))) behind.p++;
        at = behind;
        month = month_at(&at, false);
        if (month) *zone = cv_to_upper(*c->p);
    }
    if (!month) {
        zulu = cv_to_upper(*c->p) == 'Z';
        at = zulu ? behind : *c;
        month = month_at(&at, true);
    }
    if (month) *c = at;
    return month;
}

/* "281322Z DEC 07" */
static struct cv_span repaired(struct cv_arena *a, int group, char zone, int month, int year) {
    char text[14], *to = cv_put_digits(text, (unsigned)group, 6);
    to[0] = zone;
    to[1] = to[5] = ' ';
    memcpy(to + 2, months[month - 1], 3);
    (void)cv_put_digits(to + 6, (unsigned)year % 100, 2);
    return cv_arena_copy(a, cv_span_of(text, sizeof text));
}

static bool group_at(struct cursor c, struct cv_arena *a, struct cv_dtg *out) {
    int group, month, year, day, hour, minute, at;
    char zone;
    if (!six_digits(&c, &group)) return false;
    while (c.p < c.end && (*c.p == '-' || *c.p == ':' || *c.p == '.')) c.p++;
    skip_blanks(&c);
    if (!(month = zone_and_month(&c, &zone)) || !(year = year_at(&c))) return false;
    if (c.p < c.end && cv_is_alpha(*c.p) && cv_to_upper(*c.p) != 'Z') return false; /* "07TH": no DTG */
    day = group / 10000, hour = group / 100 % 100, minute = group % 100;
    if (!cv_date_valid(year, month, day) || hour > 23 || minute > 59) return false;
    out->dtg = repaired(a, group, zone, month, year);
    at = hour * 60 + minute + zone_hours(zone) * 60;
    day = cv_date_days(year, month, day);
    if (at < 0) at += 1440, day--;
    if (at >= 1440) at -= 1440, day++;
    cv_date_of_days(day, &out->year, &out->month, &out->day);
    out->minute = at;
    out->rest = cv_span_trim(cv_span_range(c.p, c.end));
    return true;
}

/* The letter O may be the precedence or the first digit: as many letters as leave six digits. */
bool cv_dtg_match(struct cv_span line, struct cv_arena *a, struct cv_dtg *out) {
    struct cursor c = {line.p, line.p + line.n};
    const char *at[MAX_LETTERS];
    enum cv_precedence prec[MAX_LETTERS];
    *out = (struct cv_dtg){0};
    if (!line.n) return false;
    skip_blanks(&c);
    if (precedence_word(&c, out)) (void)precedence_word(&c, out); /* for action, for information */
    zero_as_letter(&c, out);
    for (int groups = precedence_letters(c, at, prec); groups >= 0; groups--) {
        struct cursor group = {groups ? at[groups - 1] : c.p, c.end};
        if (!group_at(group, a, out)) continue;
        for (int i = 0; i < groups; i++) note_precedence(out, prec[i]);
        return true;
    }
    *out = (struct cv_dtg){0};
    return false;
}

bool cv_dtg_resembles(struct cv_span line, struct cv_dtg *out) {
    struct cursor c = {line.p, line.p + line.n};
    const char *at[MAX_LETTERS];
    enum cv_precedence prec[MAX_LETTERS];
    struct cv_span rest, w;
    int groups, digits = 0;
    *out = (struct cv_dtg){0};
    skip_blanks(&c);
    if (c.p >= c.end) return false;
    groups = precedence_letters(c, at, prec);
    if (groups) c.p = at[groups - 1];
    while (c.p < c.end && (cv_is_blank(*c.p) || digit_of(*c.p) >= 0)) digits += !cv_is_blank(*c.p++);
    if (digits < 4 || digits > 9) return false;
    for (int i = 0; i < groups; i++) note_precedence(out, prec[i]);
    rest = cv_span_range(c.p, c.end);
    if (rest.n && cv_to_upper(rest.p[0]) == 'Z')
        rest = cv_span_from(rest, 1);
    else if (!groups)
        return false;
    w = cv_span_word(&rest);
    return w.n >= 3 && (cv_month_of(w) || cv_month_of(cv_span_first(w, 3)) || month_near(w));
}

struct cv_span cv_date_of_dtg(struct cv_span dtg, struct cv_arena *arena) {
    struct cv_dtg d;
    if (!cv_dtg_match(dtg, arena, &d)) return CV_NONE;
    return cv_datetime_iso(arena, cv_date_days(d.year, d.month, d.day), d.minute);
}
