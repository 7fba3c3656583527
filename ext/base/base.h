/* base.h - what every folder may use: spans, arena, buffers, encodings, dates. Knows no cable, no file, no SQLite. */
#ifndef CV_EXT_BASE_H
#define CV_EXT_BASE_H

#include "../../include/cv_base.h"
#include <string.h>

#define CV_ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define CV_LIT(s)       ((struct cv_span){(s), sizeof(s) - 1})
#define CV_NONE         ((struct cv_span){NULL, 0})

/* ---- span.c: pure functions over bytes; ASCII case only ------------------------------------ */
static inline struct cv_span cv_span_of(const char *p, size_t n) { return (struct cv_span){p, n}; }
static inline struct cv_span cv_span_range(const char *p, const char *end) {
    return (struct cv_span){p, (size_t)(end - p)};
}
static inline bool cv_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool cv_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool cv_is_alpha(char c) { return cv_is_upper(c) || cv_is_lower(c); }
static inline bool cv_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool cv_is_alnum(char c) { return cv_is_alpha(c) || cv_is_digit(c); }
static inline bool cv_is_blank(char c) { return c == ' ' || c == '\t'; } /* within a line */
static inline bool cv_is_space(char c) { /* line ends, form feed too; most bytes are told by the first comparison */
    return (unsigned char)c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r'));
}
static inline bool cv_ends_line(char c) { return c == '\n' || c == '\r' || c == '\f'; }
static inline char cv_to_upper(char c) { return (char)(cv_is_lower(c) ? c - 32 : c); }
static inline char cv_to_lower(char c) { return (char)(cv_is_upper(c) ? c + 32 : c); }
/* An absent span has n == 0; the static analyzer cannot know that, the program need not ask. */
#ifdef __clang_analyzer__
#define CV_SPAN_KNOWN(s) ((s).p ? (void)0 : (void)((s).n = 0))
#else
#define CV_SPAN_KNOWN(s) ((void)0)
#endif
static inline struct cv_span cv_span_trim_left(struct cv_span s) {
    CV_SPAN_KNOWN(s);
    while (s.n && cv_is_space(s.p[0])) s.p++, s.n--;
    return s;
}
static inline struct cv_span cv_span_trim_right(struct cv_span s) {
    CV_SPAN_KNOWN(s);
    while (s.n && cv_is_space(s.p[s.n - 1])) s.n--;
    return s;
}
/* White space off both ends. */
static inline struct cv_span cv_span_trim(struct cv_span s) { return cv_span_trim_left(cv_span_trim_right(s)); }
/* s[at..]; empty past the end */
static inline struct cv_span cv_span_from(struct cv_span s, size_t at) {
    if (at > s.n) at = s.n;
    return s.p ? cv_span_of(s.p + at, s.n - at) : s;
}
static inline struct cv_span cv_span_first(struct cv_span s, size_t n) {
    CV_SPAN_KNOWN(s);
    return cv_span_of(s.p, n < s.n ? n : s.n);
}
/* How many digits stand at s[at]. */
static inline size_t cv_digits_at(struct cv_span s, size_t at) {
    size_t n = 0;
    while (at + n < s.n && cv_is_digit(s.p[at + n])) n++;
    return n;
}
/* Where the blanks at s[at] end. */
static inline size_t cv_skip_blanks(struct cv_span s, size_t at) {
    while (at < s.n && cv_is_blank(s.p[at])) at++;
    return at;
}
struct cv_span cv_span_upto(struct cv_span s, size_t n); /* first n bytes at most, no character cut in two */
bool cv_span_eq(struct cv_span a, struct cv_span b);     /* bytes; two absent spans are equal */
bool cv_span_ieq(struct cv_span a, struct cv_span b);    /* ASCII case aside */
bool cv_span_is_whole(struct cv_span a, const char *z);
/* ieq with a C string; inline, so that most lines are told apart by their first byte without a call. */
static inline bool cv_span_is(struct cv_span a, const char *z) {
    CV_SPAN_KNOWN(a);
    return a.n ? cv_to_upper(a.p[0]) == cv_to_upper(z[0]) && cv_span_is_whole(a, z) : !z[0];
}
int cv_span_cmp(struct cv_span a, struct cv_span b); /* memcmp order, shorter first */
bool cv_span_starts_whole(struct cv_span s, const char *z);
static inline bool cv_span_starts(struct cv_span s, const char *z) { /* ASCII case aside */
    CV_SPAN_KNOWN(s);
    return !z[0] || (s.n && cv_to_upper(s.p[0]) == cv_to_upper(z[0]) && cv_span_starts_whole(s, z));
}
bool cv_span_ends(struct cv_span s, const char *z);                 /* ASCII case aside */
size_t cv_span_find(struct cv_span s, const char *z);               /* ASCII case aside; SIZE_MAX: not there */
size_t cv_span_index_of(struct cv_span s, const char *z, size_t n); /* of these very n bytes; SIZE_MAX: not there */
static inline size_t cv_span_index(struct cv_span s, const char *z) { return cv_span_index_of(s, z, strlen(z)); }
static inline bool cv_span_has(struct cv_span s, const char *z) { return cv_span_index(s, z) != SIZE_MAX; }
size_t cv_span_chr(struct cv_span s, char c);    /* SIZE_MAX: not there */
bool cv_span_to_int(struct cv_span s, int *out); /* all digits, at most nine */
/* Cut the next run without white space off *s (leading white space first); absent at the end. */
struct cv_span cv_span_word(struct cv_span *s);
/* Is w one of the words? They are sorted by bytes and in capitals; w in any case. */
bool cv_words_have(const char *const *words, size_t n, struct cv_span w);
/* First byte of [p, end) that ends a line; end if there is none. */
const char *cv_line_end(const char *p, const char *end);
/* A letter in either case, searched for with memchr. */
struct cv_letter_search {
    const char *upper, *lower, *end; /* next of each case, end: none */
    char letter;
};
struct cv_letter_search cv_letter_search(const char *p, const char *end, char letter);
/* The first one at or behind p, and p only grows; NULL: there is none. */
const char *cv_letter_next(struct cv_letter_search *s, const char *p);
/* Damerau-Levenshtein distance up to 1: 0, 1, or 2 for "more". ASCII case aside. */
unsigned cv_span_distance(struct cv_span a, struct cv_span b);

/* ---- arena.c, buffer.c --------------------------------------------------------------------- */
/* Copy into the arena (adds a NUL behind for debuggers, not counted). Absent stays absent. */
struct cv_span cv_arena_copy(struct cv_arena *a, struct cv_span s);
struct cv_span cv_arena_upper(struct cv_arena *a, struct cv_span s); /* copy in ASCII capitals */
struct cv_span cv_arena_printf(struct cv_arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* For printf's %.*s */
#define CV_FMT(s) (int)(s).n, (s).p ? (s).p : ""

/* Every list type of the project begins so; memcpy keeps that free of aliasing trouble. */
struct cv_any_list {
    void *v;
    size_t n, cap;
};
bool cv_list_grow(struct cv_arena *a, struct cv_any_list *l, size_t item_size);
/* Append room for one more item to {v, n, cap} and return it zeroed; NULL when the arena failed. */
static inline void *cv_list_push(struct cv_arena *a, void *list, size_t item_size) {
    struct cv_any_list l;
    char *item;
    memcpy(&l, list, sizeof l);
    if (l.n == l.cap && !cv_list_grow(a, &l, item_size)) return NULL;
    item = (char *)l.v + l.n++ * item_size;
    memset(item, 0, item_size);
    memcpy(list, &l, sizeof l);
    return item;
}
#define CV_PUSH(arena, list, type) ((type *)cv_list_push((arena), (list), sizeof(type)))
/* Room for n items in an empty list, so that it need not grow; false when the arena failed. */
bool cv_list_reserve(struct cv_arena *a, void *list, size_t item_size, size_t n);
#define CV_RESERVE(arena, list, type, n) cv_list_reserve((arena), (list), sizeof(type), (n))
void cv_spans_push(struct cv_arena *a, struct cv_spans *list, struct cv_span s);
bool cv_spans_has(const struct cv_spans *list, struct cv_span s); /* ASCII case aside */

/* A growing text in an arena; appends do nothing once the arena failed. */
struct cv_buf {
    struct cv_arena *arena;
    char *p;
    size_t n, cap;
};
bool cv_buf_room(struct cv_buf *b, size_t n); /* for n more bytes */
static inline void cv_buf_add(struct cv_buf *b, struct cv_span s) {
    CV_SPAN_KNOWN(s);
    if (!s.n || (s.n > b->cap - b->n && !cv_buf_room(b, s.n)) || !b->p) return;
    memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
}
static inline void cv_buf_addz(struct cv_buf *b, const char *z) { cv_buf_add(b, cv_span_of(z, strlen(z))); }
static inline void cv_buf_addc(struct cv_buf *b, char c) {
    if (b->n < b->cap || cv_buf_room(b, 1)) b->p[b->n++] = c;
}
struct cv_span cv_buf_span(const struct cv_buf *b); /* absent when nothing was added */

/* ---- encoding.c (sheet 2): valid UTF-8 with a byte over 7F is UTF-8; else 80-9F present means
 * Windows-1252, else Latin-1; UTF-16 only by its mark. ---------------------------------------- */
enum cv_encoding { CV_ASCII, CV_UTF8, CV_CP1252, CV_LATIN1, CV_UTF16LE, CV_UTF16BE };
enum cv_encoding cv_encoding_detect(struct cv_span bytes);
/* The bytes as UTF-8 without mark: the same span where nothing needs change, else in the arena.
 * *nbad counts what could not be converted and became U+FFFD (also NUL bytes). */
struct cv_span cv_encoding_to_utf8(struct cv_span bytes, struct cv_arena *a, size_t *nbad);
/* The same for the name of a file, which carries no mark: what looks like one is part of the name. */
struct cv_span cv_encoding_name_to_utf8(struct cv_span name, struct cv_arena *a);
/* In place: '?' for each byte that is no UTF-8, in a message that quotes what it was given, or cut it. */
void cv_encoding_mask(char *z);

/* Writes value in n digits, zeros in front; what stands behind them. */
static inline char *cv_put_digits(char *to, unsigned value, unsigned n) {
    for (unsigned i = n; i-- > 0; value /= 10) to[i] = (char)('0' + value % 10);
    return to + n;
}

/* ---- dates.c ------------------------------------------------------------------------------- */
/* Gregorian, years 1..9999. */
bool cv_date_valid(int year, int month, int day);
int cv_date_days(int year, int month, int day); /* since 1970-01-01 */
void cv_date_of_days(int days, int *year, int *month, int *day);
int cv_month_of(struct cv_span word);                                            /* JAN, January, "Sept." -> 1..12; 0 */
struct cv_span cv_date_iso(struct cv_arena *a, int year, int month, int day);    /* 2007-12-28 */
struct cv_span cv_datetime_iso(struct cv_arena *a, int days, int minute_of_day); /* …T13:22:00Z */

#endif
