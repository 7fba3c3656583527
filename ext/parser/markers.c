/* markers.c - marker words: SUMMARY:, END COMMENT, ACTION REQUEST, NOTE BY OC/T; one at a text's start, and all of
 * summary and comment inside it.
 * May not: know paragraphs. Facts: 5 FAH-1 H-246; sheet 11 "Summary", "Comment". */
#include "text.h"

/* ---- one marker ---- */

static size_t blanks(struct cv_span s, size_t i) {
    while (i < s.n && cv_is_space(s.p[i])) i++;
    return i;
}

static size_t word_end(struct cv_span s, size_t i) {
    while (i < s.n && (cv_is_alpha(s.p[i]) || s.p[i] == '\'')) i++;
    return i;
}

/* The word z at i with a blank or more between its letters, "S U M M A R Y": its end, or i. */
static size_t spaced_word(struct cv_span s, size_t i, const char *z) {
    size_t k = i;
    if (i + 1 >= s.n || !cv_is_blank(s.p[i + 1])) return i;
    for (; *z; z++, k++) {
        while (k > i && k < s.n && cv_is_blank(s.p[k])) k++;
        if (k >= s.n || s.p[k] != *z || (k > i && cv_is_alpha(s.p[k - 1]))) return i;
    }
    return k < s.n && cv_is_alnum(s.p[k]) ? i : k;
}

/* The word z at i: its end, or i. */
static size_t word_is(struct cv_span s, size_t i, const char *z) {
    size_t end;
    if (i >= s.n || cv_to_upper(s.p[i]) != z[0]) return i;
    end = word_end(s, i);
    if (end == i + 1) return spaced_word(s, i, z);
    return end > i && cv_span_is(cv_span_range(s.p + i, s.p + end), z) ? end : i;
}

/* SUMMARY with a letter lost, wrong or doubled. */
static bool is_summary(struct cv_span w) {
    return w.n >= 6 && cv_to_upper(w.p[0]) == 'S' && cv_to_upper(w.p[w.n - 1]) == 'Y' &&
           cv_span_distance(w, CV_LIT("SUMMARY")) < 2;
}

static bool is_comment(struct cv_span w) {
    return cv_span_ieq(w, CV_LIT("COMMENT")) || cv_span_ieq(w, CV_LIT("COMMENTS")) ||
           cv_span_ieq(w, CV_LIT("COMMMENT"));
}

/* A noun that makes a marker: its role and end. */
static enum cv_paragraph_role noun(struct cv_span s, size_t i, size_t *end) {
    struct cv_span w;
    size_t e, k;
    *end = i;
    if (i >= s.n || !memchr("SCNABscnab", s.p[i], 10)) return CV_ROLE_NONE; /* the letters that they begin with */
    *end = e = word_end(s, i);
    if (e == i + 1) {
        if ((*end = spaced_word(s, i, "SUMMARY")) > i) return CV_ROLE_SUMMARY;
        if ((*end = spaced_word(s, i, "COMMENT")) > i) return CV_ROLE_COMMENT;
        *end = e;
        return CV_ROLE_NONE;
    }
    w = cv_span_range(s.p + i, s.p + e);
    if (is_summary(w)) return CV_ROLE_SUMMARY;
    if (is_comment(w)) return CV_ROLE_COMMENT;
    if (cv_span_ieq(w, CV_LIT("NOTE"))) return CV_ROLE_NOTE;
    if (!cv_span_ieq(w, CV_LIT("ACTION")) && !cv_span_starts(w, "BIO")) return CV_ROLE_NONE;
    k = blanks(s, e);
    if (cv_span_is(w, "ACTION") && ((*end = word_is(s, k, "REQUEST")) > k || (*end = word_is(s, k, "REQUESTED")) > k ||
                                    (*end = word_is(s, k, "REQUESTS")) > k || (*end = word_is(s, k, "REQUIRED")) > k))
        return CV_ROLE_ACTION_REQUEST;
    if ((cv_span_is(w, "BIO") || cv_span_is(w, "BIOGRAPHIC") || cv_span_is(w, "BIOGRAPHICAL")) &&
        ((*end = word_is(s, k, "NOTE")) > k || (*end = word_is(s, k, "NOTES")) > k))
        return CV_ROLE_NOTE;
    *end = e;
    return CV_ROLE_NONE;
}

/* Words that may stand before the noun: EMBASSY COMMENT, EXECUTIVE SUMMARY. */
static size_t qualifier(struct cv_span s, size_t i) {
    static const char *const words[] = {/* sorted */
                                        "AMBASSADOR'S", "AMCONSUL",  "AMEMBASSY", "BRIEF",   "CONCLUDING",
                                        "CONGEN",       "CONSULATE", "ECONOFF",   "EMBASSY", "EMBASSY'S",
                                        "EMBOFF",       "EXECUTIVE", "FINAL",     "GENERAL", "MISSION",
                                        "MISSION'S",    "POLOFF",    "POST",      "POST'S",  "USUN"};
    size_t end = word_end(s, i);
    if (end - i < 4 || end == s.n || !cv_is_space(s.p[end])) return i;
    return cv_words_have(words, CV_ARRAY_LEN(words), cv_span_range(s.p + i, s.p + end)) ? blanks(s, end) : i;
}

/* AND RECOMMENDATION, /COMMENT, & ACTION REQUEST: joined nouns of up to three words. The end of them, or i. */
static size_t joined(struct cv_span s, size_t i) {
    size_t k = blanks(s, i), end, next;
    if (k < s.n && (s.p[k] == '/' || s.p[k] == '&'))
        k++;
    else if ((end = word_is(s, k, "AND")) > k)
        k = end;
    else
        return i;
    k = blanks(s, k);
    end = word_end(s, k);
    if (end == k || end - k < 4) return i;
    if ((next = word_end(s, blanks(s, end))) > blanks(s, end) && (noun(s, k, &next) == CV_ROLE_ACTION_REQUEST))
        return next;
    next = end;
    for (unsigned words = 0; words < 2; words++) { /* AND NEXT STEPS: */
        size_t from = blanks(s, next);
        next = word_end(s, from);
        if (next == from) break;
        if (next == s.n || s.p[next] == ':' || s.p[next] == '\n') return next;
    }
    return end;
}

/* "(continued)", "continued", "cont'd" */
static size_t continued(struct cv_span s, size_t i, bool *more) {
    size_t k = blanks(s, i), end;
    bool bracket = k < s.n && s.p[k] == '(';
    bool comma = k < s.n && s.p[k] == ',';
    if (bracket || comma) k = blanks(s, k + 1);
    if (!cv_span_starts(cv_span_from(s, k), "CONT")) return i;
    end = word_end(s, k);
    if (end - k != 4 && !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTINUED") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONT'D") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTD") &&
        !cv_span_is(cv_span_range(s.p + k, s.p + end), "CONTINUES"))
        return i;
    *more = true;
    if (end < s.n && s.p[end] == '.' && bracket) end++;
    if (bracket && end < s.n && s.p[end] == ')') end++;
    return end;
}

/* "Comment (SBU):", "Comment (Ambassador):" */
static size_t in_brackets(struct cv_span s, size_t i) {
    enum { LONGEST = 30 };
    size_t k = blanks(s, i), end;
    if (k == s.n || s.p[k] != '(') return i;
    for (end = k + 1; end < s.n && end - k < LONGEST && s.p[end] != ')'; end++) {
    }
    return end + 1 < s.n && s.p[end] == ')' && s.p[end + 1] == ':' ? end + 1 : i;
}

/* The sign that closes a marker: ":", ".", "--", a dash; blanks around it. */
static size_t closer(struct cv_span s, size_t i, bool *closed) {
    size_t k = blanks(s, i), from;
    bool bracket = k < s.n && s.p[k] == ')';
    if (bracket) k = blanks(s, k + 1);
    from = k;
    while (k < s.n &&
           (s.p[k] == ':' || s.p[k] == '.' || s.p[k] == '-' || s.p[k] == ';' || s.p[k] == '/' || s.p[k] == '*'))
        k++;
    if (k + 2 < s.n && (unsigned char)s.p[k] == 0xE2 && (unsigned char)s.p[k + 1] == 0x80 &&
        ((unsigned char)s.p[k + 2] == 0x93 || (unsigned char)s.p[k + 2] == 0x94))
        k += 3;                                  /* a typographic dash */
    if (k == from && bracket && s.p[i] == ')') { /* "(COMMENT) …" */
        *closed = true;
        return from;
    }
    if (k == from) return i;
    if (k == from + 1 && s.p[from] == '-' && from == i) return i; /* "Summary-level" */
    if (!bracket && k < s.n && s.p[k] == ')') k++;                /* "(BEGIN COMMENT:) …" */
    *closed = true;
    return blanks(s, k);
}

/* "This is an action request", "This is an action cable" */
static size_t action_sentence(struct cv_span s) {
    static const char *const forms[] = {"THIS IS AN ACTION REQUEST",
                                        "THIS IS AN ACTION CABLE",
                                        "THIS IS AN ACTION MESSAGE",
                                        "THIS CABLE IS AN ACTION REQUEST",
                                        "THIS CABLE CONTAINS AN ACTION REQUEST",
                                        "THIS MESSAGE CONTAINS AN ACTION REQUEST"};
    if (!cv_span_starts(s, "THIS ")) return 0;
    for (size_t i = 0; i < CV_ARRAY_LEN(forms); i++)
        if (cv_span_starts(s, forms[i])) return strlen(forms[i]);
    return 0;
}

/* The first letters of all words that begin a marker, the second ones too where that tells more. */
static bool may_be_marker(char first, char second) {
    bool spaced = cv_is_blank(second); /* "C O M M E N T" */
    switch (cv_to_upper(first)) {
    case 'A':
        return second == 'C' || second == 'M' || second == 'N';
    case 'B':
        return second == 'A' || second == 'E' || second == 'I' || second == 'R' || spaced;
    case 'C':
        return second == 'O' || spaced;
    case 'N':
    case 'P':
        return second == 'O';
    case 'E':
        return second == 'C' || second == 'M' || second == 'N' || second == 'X' || spaced;
    case 'F':
    case 'M':
        return second == 'I';
    case 'I':
        return second == 'N';
    case 'O':
        return second == 'V';
    case 'S': /* SUMMARY with a letter wrong */
        return true;
    case 'T':
        return second == 'H';
    case 'U':
        return second == 'S';
    default:
        return false;
    }
}

/* "ENDCOMMENT", "Endsummary" */
static bool glued_end(struct cv_span s, size_t i) {
    return word_is(s, i, "ENDCOMMENT") > i || word_is(s, i, "ENDSUMMARY") > i;
}

bool cv_marker_match(struct cv_span s, struct cv_marker *out) {
    size_t i = 0, k, end = 0;
    while (i < s.n && (cv_is_space(s.p[i]) || s.p[i] == '/' || s.p[i] == '(' || s.p[i] == '[' || s.p[i] == '*' ||
                       s.p[i] == '-' || s.p[i] == '"'))
        i++;
    if (i + 1 >= s.n || !may_be_marker(s.p[i], cv_to_upper(s.p[i + 1]))) return false;
    *out = (struct cv_marker){0};
    if (cv_to_upper(s.p[i]) == 'T') { /* no other marker begins so */
        if (!(k = action_sentence(cv_span_from(s, i)))) return false;
        out->role = CV_ROLE_ACTION_REQUEST;
        out->n = i + k;
        return out->closed = true;
    }
    out->capital = i < s.n && cv_is_upper(s.p[i]);
    if ((k = word_is(s, i, "END")) > i) {
        out->end = true;
        i = blanks(s, k);
        if ((k = word_is(s, i, "OF")) > i) i = blanks(s, k);
    } else if (glued_end(s, i)) {
        out->end = true;
        i += 3;
    } else if ((k = word_is(s, i, "BEGIN")) > i)
        i = blanks(s, k);
    i = qualifier(s, qualifier(s, i)); /* CONSULATE GENERAL COMMENT */
    out->role = noun(s, i, &end);
    if (out->role == CV_ROLE_NONE) { /* INTRODUCTION AND SUMMARY */
        end = word_end(s, i);
        if (end == i ||
            !(cv_span_starts(cv_span_from(s, i), "INTRODUCTION") || cv_span_starts(cv_span_from(s, i), "OVERVIEW") ||
              cv_span_starts(cv_span_from(s, i), "ANALYSIS") || cv_span_starts(cv_span_from(s, i), "CONCLUSION") ||
              cv_span_starts(cv_span_from(s, i), "BACKGROUND")))
            return false;
        k = blanks(s, end);
        if (k < s.n && s.p[k] == '/')
            k++;
        else if (word_is(s, k, "AND") > k)
            k = blanks(s, k + 3);
        else
            return false;
        out->role = noun(s, blanks(s, k), &end);
        if (out->role == CV_ROLE_NONE) return false;
    }
    while ((k = joined(s, end)) > end) end = k;
    end = in_brackets(s, continued(s, end, &out->more));
    out->n = closer(s, end, &out->closed);
    if (out->n == end) out->n = blanks(s, end);
    out->alone = blanks(s, out->n) == s.n;
    for (k = end; k < s.n && cv_is_blank(s.p[k]); k++) {
    }
    out->line = k < s.n && s.p[k] == '\n';
    if (out->end) out->closed = true;
    if ((out->role == CV_ROLE_ACTION_REQUEST && !cv_span_ends(cv_span_first(s, end), "REQUIRED")) ||
        (out->role == CV_ROLE_NOTE && word_is(s, blanks(s, end), "BY") > blanks(s, end)))
        out->closed = true;
    return true;
}

bool cv_ends_block(struct cv_span s) {
    enum { LONGEST_END = 40 };
    struct cv_marker m;
    s = cv_span_trim_right(s);
    while (s.n && (s.p[s.n - 1] == ')' || s.p[s.n - 1] == ']')) s.n--;
    for (size_t i = s.n; s.n - i < LONGEST_END; i--) {
        if (i + 3 < s.n && (!i || cv_is_blank(s.p[i - 1]) || s.p[i - 1] == '(') && cv_to_upper(s.p[i]) == 'E' &&
            cv_marker_match(cv_span_from(s, i), &m) && m.end && m.alone)
            return true;
        if (!i) break;
    }
    return false;
}

enum cv_paragraph_role cv_heading_role(struct cv_span heading) {
    struct cv_marker m;
    size_t item = heading.n && heading.p[0] != '-' ? cv_item_mark(heading) : 0;
    heading = cv_span_from(heading, item); /* "III. COMMENT" */
    if (!heading.n) return CV_ROLE_NONE;
    if (cv_marker_match(heading, &m) && (m.closed || m.alone || heading.p[m.n] == '(')) /* not "Summary of Events" */
        return m.end ? CV_ROLE_NONE : m.role;
    /* "Conclusion and Comment", "Analysis/Comment" */
    if (cv_span_ends(heading, "/COMMENT") || cv_span_ends(heading, " AND COMMENT")) return CV_ROLE_COMMENT;
    return CV_ROLE_NONE;
}

/* ---- the markers of summary and comment inside a text ---- */

/* "(3) COMMENT:", "B) COMMENT:": an item mark alone stands between the line's start and `at`. */
static bool behind_item(struct cv_span t, size_t at) {
    enum { LONGEST = 8 };
    size_t from = at;
    while (from && t.p[from - 1] != '\n' && at - from <= LONGEST) from--;
    return at > from && cv_item_mark(cv_span_range(t.p + from, t.p + at + 1)) == at - from;
}

/* "… 2. (C) COMMENT:" of a quoted telegram: a portion mark in capitals ends before byte k. */
static bool behind_mark(struct cv_span t, size_t k) {
    enum { LONGEST = 8 };
    size_t from = k - 1;
    if (t.p[from] != ')') return false;
    while (from && k - from < LONGEST && (cv_is_upper(t.p[from - 1]) || t.p[from - 1] == '/')) from--;
    return from && from + 1 < k && t.p[from - 1] == '(' && (from < 2 || !cv_is_alpha(t.p[from - 2]));
}

/* A begin marker inside a text counts only where a sentence may begin. */
static bool may_begin(struct cv_span t, size_t at) {
    size_t k = at;
    while (k && (cv_is_space(t.p[k - 1]) || t.p[k - 1] == '-' || t.p[k - 1] == '/' || t.p[k - 1] == '*' ||
                 t.p[k - 1] == '"'))
        k--;
    if (!k || t.p[k - 1] == '(' || t.p[k - 1] == '[') return true;
    if (k == at) return false;
    for (size_t i = k; i < at; i++)
        if (t.p[i] == '\n') return true;
    if (behind_mark(t, k)) return true;
    return cv_ends_sentence(cv_span_first(t, k)) || (t.p[k - 1] == ';') || behind_item(t, at);
}

/* Where the word that holds byte i begins. */
static size_t word_start(struct cv_span t, size_t i) {
    while (i && cv_is_alpha(t.p[i - 1])) i--;
    return i;
}

/* Where the words before i begin that belong to a marker: END OF, BEGIN, EMBASSY, INTRODUCTION AND. */
static size_t marker_start(struct cv_span t, size_t from, size_t noun_at) {
    enum { WORDS_BEFORE = 3 };
    size_t starts[WORDS_BEFORE], n = 0, i = noun_at;
    while (n < WORDS_BEFORE) {
        size_t end = i;
        while (end > from && (cv_is_space(t.p[end - 1]) || t.p[end - 1] == '/')) end--;
        i = end;
        while (i > from && (cv_is_alpha(t.p[i - 1]) || t.p[i - 1] == '\'') && end - i < 14) i--;
        if (i == end) break;
        starts[n++] = i;
    }
    while (n--) {
        struct cv_marker m;
        if (cv_marker_match(cv_span_from(t, starts[n]), &m) && starts[n] + m.n > noun_at) return starts[n];
    }
    return noun_at;
}

static bool take_marker(struct cv_span t, size_t at, struct cv_marker_at *e) {
    size_t k = at;
    if (!cv_marker_match(cv_span_from(t, at), &e->m)) return false;
    if (e->m.role != CV_ROLE_SUMMARY && e->m.role != CV_ROLE_COMMENT) return false;
    if (!e->m.end && !(e->m.closed && may_begin(t, at)) && !(at == 0 && (e->m.alone || e->m.line))) return false;
    e->at = at;
    e->n = e->m.n;
    while (k && cv_is_blank(t.p[k - 1])) k--;
    e->bracket = k > 0 && (t.p[k - 1] == '(' || t.p[k - 1] == '[') &&
                 cv_span_chr(cv_span_range(t.p + at, t.p + at + e->n), ')') == SIZE_MAX;
    return e->m.end || e->m.capital || e->bracket; /* "(comment: …)" */
}

/* All nouns in question have a double M (or are misspelt so that they have one: SUMARY): look for that letter alone. */
static bool may_be_noun(struct cv_span t, size_t i) {
    char before = i ? cv_to_upper(t.p[i - 1]) : 0, after = i + 1 < t.n ? cv_to_upper(t.p[i + 1]) : 0;
    return (before == 'U' && (after == 'M' || after == 'A')) || (before == 'O' && after == 'M');
}

/* "S U M M A R Y", "C O M M E N T": where the word begins whose first M is byte i; i: it is none. */
enum { SPACED_REACH = 8 };
static size_t spaced_start(struct cv_span t, size_t i) {
    size_t at = i;
    if (i < 4 || !cv_is_blank(t.p[i - 1])) return i;
    for (unsigned letters = 0; letters < 2; letters++) {
        while (at && cv_is_blank(t.p[at - 1]) && i - at < SPACED_REACH) at--;
        if (!at || !cv_is_upper(t.p[at - 1])) return i;
        at--;
    }
    return at;
}

void cv_markers_find(struct cv_span t, size_t paragraph, struct cv_arena *a, struct cv_markers *out) {
    struct cv_letter_search search;
    const char *hit = t.p;
    size_t from = 0;
    if (!t.n) return;
    search = cv_letter_search(t.p, t.p + t.n, 'M');
    for (; (hit = cv_letter_next(&search, hit)); hit++) {
        struct cv_marker_at e = {.paragraph = paragraph}, *copy;
        size_t at, end, i = (size_t)(hit - t.p);
        at = may_be_noun(t, i) ? word_start(t, i) : spaced_start(t, i);
        if (glued_end(t, at)) at += 3;
        if (at == i || i - at > SPACED_REACH || noun(t, at, &end) == CV_ROLE_NONE || at < from) continue;
        at = marker_start(t, from, at);
        if (!take_marker(t, at, &e)) continue;
        copy = CV_PUSH(a, out, struct cv_marker_at);
        if (!copy) return;
        *copy = e;
        from = e.at + e.n;
        if (from > i) hit = t.p + from - 1;
    }
}
