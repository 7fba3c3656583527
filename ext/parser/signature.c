/* signature.c - who signed: the last line or words of a telegram, and what of sites and archives stands behind it.
 * May not: look at paragraphs. Facts: sheet 12; NARA sheet 2 "Signature", "Repeats". */
#include "text.h"

enum { SIGNATURE_MAX = 40, SIGNATURE_WORDS = 5, CRUMB_ROWS = 40 };

/* UNQUOTE, as the wire shortens it too. */
static bool is_unquote(struct cv_span w) { return cv_span_is(w, "UNQUOTE") || cv_span_is(w, "UNQTE"); }

/* Words that are no surname, though they stand alone at the end now and then. */
static bool is_stopword(struct cv_span w) {
    static const char *const words[] = {
        "END",       "SUMMARY",    "COMMENT",   "TEXT",         "UNCLASSIFIED", "CONFIDENTIAL", "SECRET",
        "SIPDIS",    "NOFORN",     "UNCLAS",    "QTE",          "QUOTE",        "NOTE",         "MESSAGE",
        "TELEGRAM",  "CABLE",      "TEL",       "NNNN",         "NNN",          "BT",           "RELEASED",
        "SENSITIVE", "ATTACHMENT", "ENCLOSURE", "PARAGRAPH",    "TRANSLATION",  "ANNEX",        "CONSIDERED",
        "UPON",      "RECEIPT",    "DECONTROL", "DECONTROLLED", "DECLASSIFIED", "DECLASSIFY"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return is_unquote(w) || cv_month_of(w) != 0;
}

static bool is_suffix(struct cv_span w) {
    if (w.n && (w.p[w.n - 1] == '.' || w.p[w.n - 1] == ',')) w.n--;
    return cv_span_is(w, "JR") || cv_span_is(w, "SR") || cv_span_is(w, "II") || cv_span_is(w, "III") ||
           cv_span_is(w, "IV");
}

static bool name_byte(char c) { return cv_is_alpha(c) || c == '-' || c == '\'' || (unsigned char)c & 0x80; }

enum letters { NO_NAME, CAPITALS, TITLE, SMALL };

/* A word that may be a surname, and in which letters. */
static enum letters name_word(struct cv_span w) {
    bool lower = false, upper = false;
    if (w.n < 2 || is_stopword(w) || cv_is_redaction(w)) return NO_NAME;
    for (size_t i = 0; i < w.n; i++) {
        if (!name_byte(w.p[i]) && !(w.p[i] == '.' && i == 1 && w.n > 3) && !(w.p[i] == ',' && i + 1 == w.n))
            return NO_NAME;
        lower |= cv_is_lower(w.p[i]);
        upper |= cv_is_upper(w.p[i]);
    }
    if (!cv_is_alpha(w.p[0]) && !((unsigned char)w.p[0] & 0x80)) return NO_NAME;
    if (cv_is_lower(w.p[0])) return upper ? NO_NAME : SMALL;
    return !lower ? CAPITALS : TITLE;
}

/* Signs that surround a signature: "##", "~", a pilcrow, blanks. */
static struct cv_span bare(struct cv_span s) {
    s = cv_span_trim(s);
    while (s.n && (s.p[s.n - 1] == '#' || s.p[s.n - 1] == '=' || s.p[s.n - 1] == '>' || s.p[s.n - 1] == '<'))
        s = cv_span_trim_right(cv_span_first(s, s.n - 1));
    while (s.n > 1 && (s.p[0] == '~' || s.p[0] == '<')) s = cv_span_trim_left(cv_span_from(s, 1));
    if (cv_span_starts(s, "/S/")) s = cv_span_trim_left(cv_span_from(s, 3));
    if (s.n > 4 && cv_span_ends(s, "NNNN")) s = cv_span_trim_right(cv_span_first(s, s.n - 4));
    if (s.n > 3 && cv_span_ends(s, " BT")) s = cv_span_trim_right(cv_span_first(s, s.n - 3));
    return s;
}

/* "John de la Cruz", "van der Meer" */
static bool is_particle(struct cv_span w) {
    static const char *const words[] = {"da", "de", "del", "der", "di", "dos", "du", "la", "van", "von"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_eq(w, cv_span_of(words[i], strlen(words[i])))) return true;
    return false;
}

/* "THE PARTY WOULD": words of a cut text in capitals; the two-letter ones and MAY are in surnames. */
static bool is_no_surname(struct cv_span w) { return w.n >= 3 && cv_is_connecting(w) && !cv_span_is(w, "MAY"); }

/* Is s nothing but a name? Its letters. */
static enum letters name_of(struct cv_span s, unsigned *words) {
    enum letters all = NO_NAME;
    struct cv_span w;
    *words = 0;
    if (s.n < 2 || s.n > SIGNATURE_MAX) return NO_NAME;
    if (s.n > 3 && s.p[s.n - 1] == '.' && !cv_has_lower(s)) s.n--; /* "STEDMAN." */
    while ((w = cv_span_word(&s)).p) {
        enum letters one;
        if (*words && is_suffix(w)) continue;
        if (is_particle(w) && s.n > 1 && all != CAPITALS) continue;
        if ((cv_span_is(w, "St.") || cv_span_is(w, "Ste.")) && s.n > 1) continue;
        one = name_word(w);
        if (w.n == 2 && w.p[1] == '.' && cv_is_upper(w.p[0])) one = all == NO_NAME ? TITLE : all; /* an initial */
        if (one == NO_NAME || ++*words >= SIGNATURE_WORDS) return NO_NAME;
        if (cv_is_connecting(w) && w.n < 6 && one != CAPITALS) return NO_NAME;
        if (one == CAPITALS && is_no_surname(w)) return NO_NAME;
        if (all == NO_NAME || one == TITLE)
            all = one;
        else if (one != all && all != TITLE)
            all = TITLE;
    }
    if (all == SMALL && *words > 1) return NO_NAME;
    return all;
}

/* ---- titles around a name ---- */

static bool is_title_word(struct cv_span w) {
    static const char *const words[] = {"A.I",    "ACTING",     "AMB",       "AMBASSADOR", "CHARGE",   "CHIEF",
                                        "CONSUL", "D'AFFAIRES", "DCM",       "DEPUTY",     "GENERAL",  "MISSION",
                                        "OF",     "OFFICER",    "PRINCIPAL", "AI",         "MINISTER", "COUNSELOR"};
    while (w.n && strchr(".,()", w.p[w.n - 1])) w.n--;
    while (w.n && w.p[0] == '(') w = cv_span_from(w, 1);
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return false;
}

/* "Ambassador", "CHARGE D'AFFAIRES, A.I." */
static bool is_title(struct cv_span s) {
    struct cv_span w;
    if (!s.n || s.n > SIGNATURE_MAX) return false;
    while ((w = cv_span_word(&s)).p)
        if (!is_title_word(w)) return false;
    return true;
}

/* "Ambassador STEWART", "J. P. STEWART, CHARGE": the name alone. */
static struct cv_span without_title(struct cv_span s) {
    struct cv_span rest = s, w = cv_span_word(&rest);
    size_t comma = cv_span_chr(s, ','), bracket = cv_span_chr(s, '(');
    if (bracket != SIZE_MAX && bracket && is_title(cv_span_from(s, bracket)))
        s = cv_span_trim_right(cv_span_first(s, bracket)); /* "STEWART (ACTING)" */
    if (comma != SIZE_MAX && comma && is_title(cv_span_from(s, comma + 1))) s = cv_span_first(s, comma);
    if ((cv_span_is(w, "AMBASSADOR") || cv_span_is(w, "CHARGE") || cv_span_is(w, "CONSUL")) && rest.n && !is_title(s))
        s = cv_span_trim(cv_span_from(s, w.n));
    return s;
}

/* "LA LIME LA LIME": the first half; else s. */
static struct cv_span half(struct cv_span s) {
    if (s.n > 3 && s.n % 2 == 1 && s.p[s.n / 2] == ' ' &&
        cv_span_ieq(cv_span_first(s, s.n / 2), cv_span_from(s, s.n / 2 + 1)))
        return cv_span_first(s, s.n / 2);
    return s;
}

bool cv_signature_line(struct cv_span s) {
    unsigned words;
    s = bare(s);
    return name_of(s, &words) == CAPITALS && words <= 3 && !(words == 1 && s.n <= 4 && cv_tag_known(s));
}

/* ---- finding it ---- */

struct found {
    struct cv_span name; /* as printed */
    size_t rows;         /* rows that are left */
    struct cv_span cut;  /* of the last row that is left: what remains of it; absent: all */
};

static const struct cv_row *row_at(const struct cv_rows *rows, size_t i) { return &rows->list.v[i]; }

/* GP-3, a group of E.O. 10501. */
static bool is_group(struct cv_span w) {
    if (w.n && w.p[w.n - 1] == '.') w.n--;
    return w.n == 4 && cv_span_starts(w, "GP-") && cv_is_digit(w.p[3]);
}

/* Could the text end before row i? */
static bool text_may_end(const struct cv_rows *rows, size_t i) {
    const struct cv_row *before;
    struct cv_marker m;
    if (!i) return false;
    before = row_at(rows, i - 1);
    if (cv_ends_sentence(before->s) || cv_is_crumb(before->s) || cv_span_starts(before->s, "END ")) return true;
    if ((cv_marker_match(before->s, &m) && m.end) || cv_ends_block(before->s)) return true;
    if (is_group(cv_last_word(before->s))) return true; /* "… CONCERN. GP-3" */
    return is_unquote(cv_last_word(before->s)) || cv_span_ends(before->s, "##");
}

/* "1200  WHEELS UP" / "ATHERTON": the last line of a text in capitals, one word below a line that was not full; names of
 * posts go on a list. */
static bool stands_below_list(const struct cv_rows *rows, size_t i, struct cv_span s) {
    enum { NOT_FULL = 40, SURNAME = 4 };
    struct cv_span before = i ? row_at(rows, i - 1)->s : CV_NONE;
    size_t n = 0;
    if (!rows->capitals || i + 1 != rows->list.n || s.n < SURNAME || before.n >= NOT_FULL) return false;
    if (cv_span_chr(s, ' ') != SIZE_MAX || cv_span_chr(before, ' ') == SIZE_MAX) return false;
    return !(cv_station_prefix(s, &n).p && n == s.n) && !cv_tag_known(s);
}

/* A name alone on row i. */
static bool alone(const struct cv_rows *rows, size_t i, struct found *out) {
    const struct cv_row *row = row_at(rows, i);
    struct cv_span s = bare(row->s);
    unsigned words;
    enum letters letters;
    bool free = row->flags & (CV_ROW_BLANK | CV_ROW_CUT | CV_ROW_OVER);
    size_t pilcrow = cv_pilcrow(s);
    s = cv_span_from(s, pilcrow);
    s = without_title(s);
    letters = name_of(half(s), &words);
    if (letters == NO_NAME || words > 3 || row->two || is_title(s)) return false;
    /* a line of dashes makes it a heading, but not where it opens a notice behind the text */
    if (row->flags & CV_ROW_UNDER && !(letters == CAPITALS && words == 1 && i + 1 < rows->list.n)) return false;
    if (words == 1 && s.n <= 4 && cv_tag_known(s)) {
        /* a lone TAG, unless it closes the text as a signature does: alone behind a full stop */
        if (!(i && cv_ends_sentence(row_at(rows, i - 1)->s))) return false;
    }
    if (letters == SMALL && !(free || (i && row_at(rows, i - 1)->s.n < 30) || text_may_end(rows, i))) return false;
    if (s.p[s.n - 1] == '.' && !is_suffix(cv_last_word(s)) && !text_may_end(rows, i)) return false; /* "PROBABLE." */
    if (!text_may_end(rows, i) && !free && letters != SMALL && !(letters == CAPITALS && !rows->capitals) &&
        !stands_below_list(rows, i, s)) {
        /* "KEEGAN" / "PAAL" */
        if (!(i > 1 && cv_signature_line(row_at(rows, i - 1)->s) && text_may_end(rows, i - 1))) return false;
    }
    if (letters == TITLE && words > 1 && !free && !text_may_end(rows, i)) return false;
    out->name = s;
    out->rows = i;
    out->cut = CV_NONE;
    return true;
}

/* "KEEGAN" above "PAAL", or the same name twice: the first one's row. */
static void second_signer(const struct cv_rows *rows, struct found *out) {
    const struct cv_row *row;
    if (out->rows < 2) return;
    row = row_at(rows, out->rows - 1);
    if (cv_has_lower(out->name) || !cv_signature_line(row->s) || row->flags & CV_ROW_UNDER ||
        !text_may_end(rows, out->rows - 1))
        return;
    if (row->s.p[row->s.n - 1] == '.' && !is_suffix(cv_last_word(row->s))) return; /* "NONE." ends the text */
    if (cv_span_chr(row->s, ' ') != SIZE_MAX && !cv_span_ieq(bare(row->s), bare(out->name))) return;
    out->name = cv_span_range(bare(row->s).p, out->name.p + out->name.n);
    out->rows--;
}

/* A name behind the last full stop of row i: where it begins; SIZE_MAX: none. */
static size_t tail_name(struct cv_span s, bool capitals) {
    size_t i = s.n;
    unsigned words = 0;
    while (i && s.n - i <= SIGNATURE_MAX && words < SIGNATURE_WORDS) {
        struct cv_span name, before;
        enum letters letters;
        struct cv_marker m;
        size_t k;
        while (i && !cv_is_blank(s.p[i - 1])) i--;
        if (!i) return SIZE_MAX;
        words++;
        name = bare(cv_span_from(s, i));
        before = cv_span_trim_right(cv_span_first(s, i));
        if (!cv_has_alpha(before) || (name.n && name.p[name.n - 1] == '.' && !is_suffix(cv_last_word(name))))
            return SIZE_MAX;
        letters = name_of(name, &(unsigned){0});
        if (letters == NO_NAME || letters == SMALL) return SIZE_MAX;
        if (cv_last_sign(before) != ':' && cv_ends_sentence(before) &&
            !(before.n > 1 && before.p[before.n - 1] == '.' && before.p[before.n - 2] == '.' && letters != CAPITALS)) {
            /* "U.S. ARMY": an abbreviation is no sentence's end */
            if ((capitals || letters != CAPITALS) && before.n > 3 && before.p[before.n - 1] == '.' &&
                before.p[before.n - 3] == '.')
                return SIZE_MAX;
            return letters == CAPITALS || words <= 2 ? i : SIZE_MAX;
        }
        /* "END COMMENT SOBEL", "End of Part One LA LIME", "UNQUOTE KISSINGER" */
        for (k = before.n; before.n - k < 24; k--) {
            if (k && !cv_is_blank(before.p[k - 1])) continue;
            if (cv_marker_match(cv_span_from(before, k), &m) && m.end && k + m.n >= before.n) return i;
            if (cv_span_starts(cv_span_from(before, k), "END OF ") && letters == CAPITALS && cv_has_lower(before) &&
                name_word(cv_last_word(before)) != CAPITALS)
                return i;
            if (!k) break;
        }
        if (is_unquote(cv_last_word(before)) && letters == CAPITALS) return i;
        while (i && cv_is_blank(s.p[i - 1])) i--;
    }
    return SIZE_MAX;
}

/* "END COMMENT.SOBEL", "… problems here.ATKINS": where the name begins; SIZE_MAX: there is none. */
static size_t glued_name(struct cv_span s, bool capitals) {
    struct cv_span word = bare(cv_last_word(s)), name, before;
    size_t point = cv_span_chr(word, '.');
    if (!word.p || point == SIZE_MAX || point < 2) return SIZE_MAX;
    name = cv_span_from(word, point + 1);
    before = cv_span_first(word, point);
    if (name.n < 4 || name_word(name) != CAPITALS || cv_span_chr(name, '.') != SIZE_MAX) return SIZE_MAX;
    if (!cv_is_lower(before.p[before.n - 1]) && !cv_span_is(before, "COMMENT") && !cv_span_is(before, "SUMMARY") &&
        !(capitals && before.n > 1 && !(name.n == 4 && cv_tag_known(name)))) /* "SIXTH.WILKOWSKI" */
        return SIZE_MAX;
    for (size_t i = 0; i < before.n; i++)
        if (!cv_is_alpha(before.p[i]) && !(capitals && (cv_is_digit(before.p[i]) || strchr("()\"'-/", before.p[i]))))
            return SIZE_MAX; /* "(NOTAL).RUSH", "JULY 13.RUSH" */
    return (size_t)(name.p - s.p);
}

/* A page's crumb or a site's notice behind the text on its last line: where the text ends. */
static size_t without_crumbs(struct cv_span s) {
    enum { REACH = 400 };
    size_t n = s.n, from = s.n > REACH ? s.n - REACH : 0;
    struct cv_span word = cv_last_word(s);
    if (word.n == 10 && word.n < s.n && cv_is_crumb(word)) n = cv_span_trim_right(cv_span_first(s, s.n - word.n)).n;
    for (size_t i = n; i-- > from;) {
        if ((s.p[i] != 'V' && s.p[i] != 'P') || !i || !cv_is_blank(s.p[i - 1])) continue;
        if (!cv_ends_sentence(cv_span_first(s, i - 1))) continue;
        if (cv_notice_match(cv_span_range(s.p + i, s.p + n)) == CV_NOTICE_BLOCK) return i;
    }
    return n;
}

/* "… BY DECEMBER" / "18. KISSINGER": the number is the day. */
static size_t behind_day(const struct cv_rows *rows, size_t i, struct cv_span s) {
    struct cv_span rest = s, day = cv_span_word(&rest);
    rest = cv_span_trim_left(rest);
    if (!i || row_at(rows, i)->flags & CV_ROW_BLANK || !rest.n || day.n < 2 || !cv_is_digit(day.p[0]) ||
        day.p[day.n - 1] != '.' || !cv_month_of(cv_last_word(row_at(rows, i - 1)->s)))
        return SIZE_MAX;
    return cv_signature_line(rest) ? (size_t)(rest.p - s.p) : SIZE_MAX;
}

static bool at_end(const struct cv_rows *rows, size_t i, struct found *out) {
    const struct cv_row *row = row_at(rows, i);
    struct cv_span s = cv_span_trim_right(row->s);
    size_t end = without_crumbs(s), at;
    if (cv_span_ends(cv_span_first(s, end), "NNNN")) end = bare(cv_span_first(s, end)).n; /* "… a. MOORE NNNN" */
    at = tail_name(cv_span_first(s, end), rows->capitals);
    if (at == SIZE_MAX) at = behind_day(rows, i, s);
    if (at == SIZE_MAX) at = glued_name(cv_span_first(s, end), rows->capitals);
    if (at == SIZE_MAX && end < s.n) { /* the signature behind the notice */
        size_t name = s.n - cv_last_word(s).n;
        if (name > end && name_word(cv_last_word(s)) == CAPITALS) {
            out->name = cv_span_from(s, name);
            out->rows = i + 1;
            out->cut = cv_span_trim_right(cv_span_first(s, end));
            return true;
        }
    }
    if (at == SIZE_MAX) return false;
    out->name = bare(cv_span_range(s.p + at, s.p + end));
    out->rows = i + 1;
    out->cut = cv_span_trim_right(cv_span_first(s, at));
    return true;
}

/* "¶18. ~Creamer", "18. Creamer" below an empty number is no text: the number stays, the name goes. */
static bool behind_number(const struct cv_rows *rows, size_t i, struct cv_arena *a, struct found *out) {
    const struct cv_row *row = row_at(rows, i);
    struct cv_number number;
    struct cv_span s;
    unsigned words;
    if (!cv_number_match(row->s, a, &number) || number.mark.p) return false;
    s = cv_span_from(row->s, number.n);
    if (s.n < 2 || s.p[0] != '~' || name_of(bare(s), &words) == NO_NAME) return false;
    out->name = bare(s);
    out->rows = i + 1;
    out->cut = cv_span_trim_right(cv_span_first(row->s, number.n));
    return true;
}

/* What a sender's system or the Department put behind a signature: text where nobody signed. */
static bool is_afterword(struct cv_span s) {
    static const char *const words[] = {"MINIMIZE CONSIDERED", "END CABLE TEXT", "END OF CABLE", "END CABLE"};
    while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ' ')) s.n--;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(s, words[i])) return true;
    return false;
}

static bool find(const struct cv_rows *rows, struct cv_arena *a, size_t end, struct found *out) {
    size_t i = end;
    while (i && end - i < CRUMB_ROWS) {
        const struct cv_row *row = row_at(rows, --i);
        if (behind_number(rows, i, a, out) || alone(rows, i, out)) return true;
        if (is_unquote(row->s) && i && (at_end(rows, i - 1, out) || alone(rows, i - 1, out))) return true;
        if (is_title(row->s) && i && alone(rows, i - 1, out)) return true; /* "STEWART" / "Ambassador" */
        if (!cv_is_crumb(row->s) && !is_afterword(row->s)) return at_end(rows, i, out);
    }
    return false;
}

/* ---- taking it ---- */

/* The group before the signature: transport, and a note. */
static void take_group(struct cv_parse *p, struct cv_rows *rows) {
    struct cv_row *row;
    struct cv_span w;
    if (!rows->list.n) return;
    row = &rows->list.v[rows->list.n - 1];
    w = cv_last_word(row->s);
    if (!is_group(w)) return;
    w.n = 4;
    if (w.p != row->s.p && !cv_ends_sentence(cv_span_range(row->s.p, w.p))) return;
    cv_fate(p, cv_last_word(row->s), CV_FATE_TRANSPORT);
    if (!p->out->declassify_note.p) p->out->declassify_note = w;
    if (w.p == row->s.p)
        rows->list.n--;
    else
        row->s = cv_span_trim_right(cv_span_range(row->s.p, w.p));
}

/* The name without what is doubled. */
static struct cv_span once(struct cv_arena *a, struct cv_span name) {
    struct cv_span rest = name = cv_single_spaced(a, name), first;
    while (name.n && (name.p[name.n - 1] == '.' || name.p[name.n - 1] == '#') && !is_suffix(cv_last_word(name)))
        name.n--;
    rest = name;
    first = cv_span_word(&rest);
    rest = cv_span_trim(rest);
    if (rest.p && cv_span_ieq(bare(first), bare(rest))) return bare(first);
    return half(name);
}

/* A note of the communications office behind the signature: a paragraph of its own. */
static size_t office_note(const struct cv_rows *rows) {
    size_t n = rows->list.n, i = n;
    while (i && n - i < 20) {
        struct cv_span s = row_at(rows, --i)->s;
        if (cv_span_starts(s, "NOTE BY OC") || cv_span_starts(s, "NOTE: BY OC")) return i;
    }
    return n;
}

/* Marks what stands between the text's end and `to`: the name's own bytes, and transport around them. */
static void mark_end(struct cv_parse *p, const struct cv_rows *rows, const struct found *f, size_t to) {
    for (size_t i = f->cut.p ? f->rows - 1 : f->rows; i < to; i++) {
        struct cv_span s = row_at(rows, i)->s;
        const char *from = s.p, *end = s.p + s.n, *a, *b;
        if (f->cut.p && i == f->rows - 1) from = f->cut.p + f->cut.n;
        a = f->name.p > from ? f->name.p : from;
        b = f->name.p + f->name.n < end ? f->name.p + f->name.n : end;
        if (a >= b) {
            cv_fate(p, cv_span_range(from, end), CV_FATE_TRANSPORT);
            continue;
        }
        cv_fate(p, cv_span_range(from, a), CV_FATE_TRANSPORT);
        cv_fate(p, cv_span_range(a, b), CV_FATE_SIGNATURE);
        cv_fate(p, cv_span_range(b, end), CV_FATE_TRANSPORT);
    }
}

/* The rows [from, to) out of the list. */
static void remove_rows(struct cv_rows *rows, size_t from, size_t to) {
    if (to <= from) return;
    memmove(&rows->list.v[from], &rows->list.v[to], (rows->list.n - to) * sizeof rows->list.v[0]);
    rows->list.n -= to - from;
}

/* "##", "End Cable Text" on lines of their own before the signature; "##" behind the text's last word. */
static void take_end_signs(struct cv_parse *p, struct cv_rows *rows) {
    while (rows->list.n) {
        struct cv_row *row = &rows->list.v[rows->list.n - 1];
        size_t n = row->s.n;
        while (n && row->s.p[n - 1] == '#') n--;
        if (cv_span_starts(row->s, "END ") && is_afterword(row->s)) n = 0;
        if (n == row->s.n || (n && !cv_is_blank(row->s.p[n - 1]))) return;
        cv_fate(p, cv_span_from(row->s, n), CV_FATE_TRANSPORT);
        row->s = cv_span_trim_right(cv_span_first(row->s, n));
        if (row->s.n) return;
        rows->list.n--;
    }
}

/* "Attachment:", "ENCLOSURE 1" below a signature: what was sent with the telegram. */
static bool is_attachment(struct cv_span s) {
    static const char *const words[] = {"ATTACHMENT", "ATTACHMENTS", "ENCLOSURE", "ENCLOSURES", "ANNEX"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++) {
        size_t n = strlen(words[i]);
        if (cv_span_starts(s, words[i]) && (n == s.n || s.p[n] == ':' || (s.n < n + 5 && s.p[n] == ' '))) return true;
    }
    return false;
}

/* The first row of what stands attached behind a signature; n: nothing does. */
static size_t find_attachment(const struct cv_rows *rows, size_t n, struct found *out) {
    for (size_t i = 1; i < n; i++) {
        struct cv_span s = row_at(rows, i)->s;
        if (cv_to_upper(s.p[0]) != 'A' && cv_to_upper(s.p[0]) != 'E') continue;
        if (!is_attachment(s) || !(row_at(rows, i)->flags & CV_ROW_BLANK)) continue;
        if (cv_signature_line(row_at(rows, i - 1)->s) && text_may_end(rows, i - 1) && alone(rows, i - 1, out)) return i;
    }
    return n;
}

/* Web page crumbs at the very end that are certain even without a signature before them. */
static void take_crumbs(struct cv_parse *p, struct cv_rows *rows) {
    while (rows->list.n) {
        struct cv_row *row = &rows->list.v[rows->list.n - 1];
        if (!cv_is_crumb(row->s) || cv_span_starts(row->s, "http") || cv_span_starts(row->s, "Track ") ||
            cv_span_is(row->s, "..."))
            break;
        cv_fate(p, row->s, CV_FATE_TRANSPORT);
        rows->list.n--;
    }
}

/* Takes what was found off the rows before `behind`, which stay. */
static void take_found(struct cv_parse *p, struct cv_rows *rows, struct found *f, size_t behind) {
    if (!f->cut.p) second_signer(rows, f);
    mark_end(p, rows, f, behind);
    p->out->signature = once(p->arena, f->name);
    remove_rows(rows, f->rows, behind);
    if (!f->rows) return;
    if (f->cut.p) rows->list.v[f->rows - 1].s = f->cut;
    rows->list.v[f->rows - 1].flags |= CV_ROW_AFTER;
    if (f->rows == rows->list.n) take_end_signs(p, rows);
}

/* A text that breaks off: "...", or a word or sign at its end that wants another. */
static void report_cut(struct cv_parse *p, const struct cv_rows *rows) {
    const struct cv_row *last;
    struct cv_span word;
    if (!rows->list.n) return;
    last = row_at(rows, rows->list.n - 1);
    word = cv_last_word(last->s);
    if (cv_span_ends(last->s, "...") || cv_span_ends(last->s, "\xE2\x80\xA6") || cv_last_sign(last->s) == ',' ||
        (word.n > 1 && cv_is_connecting(word) && cv_has_lower(word)))
        cv_problem(p, CV_P_TRUNCATED, last->no, "the text breaks off");
}

void cv_signature_take(struct cv_parse *p, struct cv_rows *rows) {
    struct found f = {0};
    size_t note = office_note(rows), n;
    size_t attached = find_attachment(rows, note, &f);
    for (size_t i = note; i < rows->list.n; i++) rows->list.v[i].flags |= CV_ROW_TAIL;
    for (size_t i = attached; i < note; i++) rows->list.v[i].flags |= CV_ROW_APART;
    if (attached < note || find(rows, p->arena, note, &f))
        take_found(p, rows, &f, attached < note ? attached : note);
    else if (note == rows->list.n) {
        take_crumbs(p, rows);
        report_cut(p, rows);
    }
    n = rows->list.n;
    if (n && !(rows->list.v[n - 1].flags & CV_ROW_TAIL)) take_group(p, rows);
}
