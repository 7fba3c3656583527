/* labels.c - recognises the labels of the head fields at the start of a line and inside one.
 * May not: decide how far a field goes (head.c), look at more than one line, allocate.
 * Facts: sheet 6 (E.O.), 7 (TAGS), 8 (SUBJECT), 9 (REF), 10 (Classified By); NARA sheet 2, 3, 5. A label is only a
 * hint: it is misspelt, lacks its colon, or stands in prose, so each is taken only with its sign or its content. */
#include "head.h"

struct label_word {
    const char *word;
    enum cv_label label;
    bool bare; /* may stand without a sign behind it at a line's start, if it is in capitals */
};

/* Sorted by first letter; with the same one longer words first where one begins with the other. Misspelt forms: sheet 7,
 * 8; the rest of the same kind. */
static const struct label_word label_words[] = {
    {"AGS", CV_LABEL_TAGS, false},
    {"CLASSIFIED BY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSIFIEDBY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSIFED BY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSFIED BY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASIFIED BY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSIFIE BY", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSIFIED BT", CV_LABEL_CLASSIFIED_BY, true},
    {"CLASSIFIED", CV_LABEL_CLASSIFIED_BY, false},
    {"CLASSIFICATION BY", CV_LABEL_CLASSIFIED_BY, true},
    {"DERIVED FROM", CV_LABEL_DERIVED_FROM, false},
    {"DECLASSIFICATION ON", CV_LABEL_DECLASSIFY, false},
    {"DECLASSIFY ON", CV_LABEL_DECLASSIFY, true},
    {"DECLASSIFY", CV_LABEL_DECLASSIFY, false},
    {"DECL ON", CV_LABEL_DECLASSIFY, false},
    {"DECL", CV_LABEL_DECLASSIFY, false},
    {"FOR REASONS", CV_LABEL_REASON, false},
    {"FOR REASON", CV_LABEL_REASON, false},
    {"LASSIFIED BY", CV_LABEL_CLASSIFIED_BY, true},
    {"REASON(S)", CV_LABEL_REASON, false},
    {"REASONS", CV_LABEL_REASON, false},
    {"REASON", CV_LABEL_REASON, false},
    {"REFERENCE(S)", CV_LABEL_REF, false},
    {"REFERENCES", CV_LABEL_REF, false},
    {"REFERENCE", CV_LABEL_REF, true},
    {"REFTELS", CV_LABEL_REF, true},
    {"REFTEL", CV_LABEL_REF, true},
    {"RETELS", CV_LABEL_REF, true},
    {"RETEL", CV_LABEL_REF, true},
    {"REF(S)", CV_LABEL_REF, true},
    {"REF (S)", CV_LABEL_REF, false},
    {"REFS", CV_LABEL_REF, true},
    {"REF", CV_LABEL_REF, true},
    {"RE", CV_LABEL_REF, false},
    {"SUBJECTS", CV_LABEL_SUBJECT, false},
    {"SUBJECT", CV_LABEL_SUBJECT, true},
    {"SUBJET", CV_LABEL_SUBJECT, false},
    {"SUBJCT", CV_LABEL_SUBJECT, false},
    {"SUBECT", CV_LABEL_SUBJECT, false},
    {"SUJECT", CV_LABEL_SUBJECT, false},
    {"SUBJEC", CV_LABEL_SUBJECT, false},
    {"SUBJCET", CV_LABEL_SUBJECT, false},
    {"SBJECT", CV_LABEL_SUBJECT, false},
    {"SUBJ", CV_LABEL_SUBJECT, true},
    {"SUB", CV_LABEL_SUBJECT, false},
    {"TAGES", CV_LABEL_TAGS, false},
    {"TAGS", CV_LABEL_TAGS, true},
    {"TAG", CV_LABEL_TAGS, true},
    {"TABS", CV_LABEL_TAGS, false},
    {"TAS", CV_LABEL_TAGS, false},
    {"TGS", CV_LABEL_TAGS, false},
    {"TASG", CV_LABEL_TAGS, false},
    {"TATGS", CV_LABEL_TAGS, false},
    {"TAHS", CV_LABEL_TAGS, false},
    {"TGAS", CV_LABEL_TAGS, false},
    {"UBJECT", CV_LABEL_SUBJECT, false},
};

/* Blanks, and the pilcrow that publishers put before "letter, point" (C2 B6 in UTF-8). */
static size_t skip_lead(struct cv_span s) {
    size_t i = 0;
    for (;;) {
        if (i < s.n && cv_is_blank(s.p[i]))
            i++;
        else if (i + 1 < s.n && (unsigned char)s.p[i] == 0xC2 && (unsigned char)s.p[i + 1] == 0xB6)
            i += 2;
        else
            return i;
    }
}

/* Bytes of s that match the word, where a blank of the word stands for any number of blanks, or the line end in a label
 * that was cut (head.c); 0: no match. */
static size_t match_word(struct cv_span s, const char *word) {
    size_t i = 0;
    for (; *word; word++) {
        if (*word == ' ') {
            size_t next = i;
            while (next < s.n && cv_is_space(s.p[next])) next++;
            if (next == i) return 0;
            i = next;
        } else if (i < s.n && cv_to_upper(s.p[i]) == *word) {
            i++;
        } else {
            return 0;
        }
    }
    return i;
}

static bool in_capitals(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return false;
    return true;
}

/* ---- labels that are words -------------------------------------------------------------------- */

/* REF without a sign: only before a label letter, a year, or the number of a telegram ("REF A) …", "REF STATE 1234"),
 * so that "Ref Nixon visit" is none. */
static bool ref_content(struct cv_span rest) {
    struct cv_span word;
    size_t n = 0;
    rest = cv_span_trim(rest);
    if (!rest.n) return true;
    if (!in_capitals(rest)) return false;
    if (rest.p[0] == '(' || rest.p[0] == '[') return true;
    word = cv_span_word(&rest);
    if (word.n == 2 && cv_is_alpha(word.p[0]) && strchr(".):", word.p[1])) return true;
    if (cv_is_digit(word.p[0])) return rest.n > 0;
    while (n < rest.n && !cv_is_digit(rest.p[n])) n++;
    return n < rest.n && n < 24;
}

/* TAGS without a sign: its first word is a TAG; where capitals were lowered ("Tags epet, enrg") one of four letters,
 * since "Tags in" and "Tags on" are prose. */
static bool tags_content(struct cv_span rest, bool lowered) {
    unsigned char parts[16];
    struct cv_span word;
    size_t n = 0;
    rest = cv_span_trim_left(rest);
    if (!rest.n) return true;
    word = cv_span_word(&rest);
    if (word.p[0] == '[' || word.p[0] == '(') word = cv_span_from(word, 1);
    while (n < word.n && cv_is_alpha(word.p[n])) n++;
    word = cv_span_first(word, n);
    if (lowered) return n >= 4 && (cv_tag_official(word) || cv_tag_split(word, parts));
    return n >= 2 && (cv_tag_known(word) || (n == 4 && in_capitals(word)) || cv_tag_split(word, parts));
}

static bool bare_content(enum cv_label label, struct cv_span word, struct cv_span rest) {
    switch (label) {
    case CV_LABEL_TAGS:
        if (word.n == 3) { /* TAG TEAM */
            rest = cv_span_trim_left(rest);
            return in_capitals(word) && rest.n > 4 && cv_tag_official(cv_span_first(rest, 4)) &&
                   !cv_is_alnum(rest.p[4]);
        }
        return cv_is_upper(word.p[0]) && tags_content(rest, !in_capitals(word));
    case CV_LABEL_REF:
        return in_capitals(word) && ref_content(rest);
    case CV_LABEL_SUBJECT:
        return in_capitals(word);
    case CV_LABEL_CLASSIFIED_BY:
        rest = cv_span_trim_left(rest);
        return rest.n == 0 || cv_is_upper(rest.p[0]);
    default:
        return true;
    }
}

/* The sign behind a label: ':' always; ';' ',' '.' '/' '-' for TAGS and SUBJ (NARA sheet 2). A stray letter may be
 * glued on ("TAGSC:"). Bytes up to the value; 0: no sign. */
static size_t sign_behind(struct cv_span s, size_t i, enum cv_label label) {
    size_t at = cv_skip_blanks(s, i);
    bool wide = label == CV_LABEL_TAGS || label == CV_LABEL_SUBJECT || label == CV_LABEL_REF;
    if (label == CV_LABEL_TAGS && i + 1 < s.n && cv_is_alpha(s.p[i]) && s.p[i + 1] == ':') at = i + 1;
    if (i + 1 < s.n && strchr("\"'>.#", s.p[i]) && s.p[i + 1] == ':') at = i + 1; /* SUBJECT>: */
    if (at >= s.n) return 0;
    if (s.p[at] == ':' || s.p[at] == ';') return at + 1;
    if (wide && at == i && strchr(",./-", s.p[at])) return at + 1;
    if (label == CV_LABEL_TAGS && s.p[at] == '=') return at + 1;
    if (label == CV_LABEL_CLASSIFIED_BY && s.p[at] == '-') return at + 1;
    if (label == CV_LABEL_CLASSIFIED_BY && s.p[at] == '.' && at == i) return at + 1;
    return 0;
}

/* A sign that also stands in prose makes a label only of a word in capitals ("the subject." / "Subject-matter"), TAGS
 * aside, whose content is looked at. */
static bool sign_counts(struct cv_span word, struct cv_span behind, char sign, enum cv_label label) {
    if (sign == ':' || sign == ';' || label == CV_LABEL_CLASSIFIED_BY) return true;
    if (!cv_is_upper(word.p[0])) return false;
    if (!in_capitals(word)) return label == CV_LABEL_TAGS && tags_content(behind, true);
    return label != CV_LABEL_SUBJECT || sign == '.' || sign == ',' || !behind.n || !cv_is_alpha(behind.p[0]);
}

/* RE: "RE: A) MINSK 1030", "RE: MINSK 1030", but not "RE: YOUR PROPOSAL". */
static bool re_content(struct cv_span rest) {
    size_t n;
    struct cv_span station;
    rest = cv_span_trim(rest);
    if (rest.n > 2 && rest.p[0] == '(' && rest.p[2] == ')') return true;
    if (rest.n > 2 && cv_to_upper(rest.p[0]) == 'A' && strchr(").:", rest.p[1])) return true;
    while (rest.n && (cv_is_digit(rest.p[0]) || cv_is_blank(rest.p[0]))) rest = cv_span_from(rest, 1); /* its year */
    station = rest.n ? cv_station_prefix(rest, &n) : CV_NONE;
    rest = station.p ? cv_span_trim_left(cv_span_from(rest, n)) : rest;
    return station.p && rest.n && cv_is_digit(rest.p[0]);
}

/* The first label word with this letter, if there is one. */
static size_t first_with(char letter) {
    size_t lo = 0, hi = CV_ARRAY_LEN(label_words);
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (label_words[mid].word[0] < letter)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* "TAG:S PREL", "SUBJEC:T A": the colon came before the last letter. */
static size_t has_last_letter(struct cv_span s, size_t i, const struct label_word *w) {
    const char *last = strcmp(w->word, "TAG") == 0 ? "S" : strcmp(w->word, "SUBJEC") == 0 ? "T" : "";
    if (!*last || i + 1 >= s.n || s.p[i - 1] != ':' || s.p[i] != *last || !cv_is_blank(s.p[i + 1])) return 0;
    return 1;
}

/* "TAGST PREL, PGOV": a letter for the colon, before a TAG of four letters. */
static bool is_tags_with_letter(struct cv_span s, size_t i, const struct label_word *w) {
    struct cv_span rest = cv_span_from(s, i < s.n ? i + 1 : s.n), word;
    if (w->label != CV_LABEL_TAGS || !w->bare || i + 1 >= s.n || !cv_is_upper(s.p[i]) || !cv_is_blank(s.p[i + 1]))
        return false;
    word = cv_span_word(&rest);
    while (word.n && !cv_is_alpha(word.p[word.n - 1])) word.n--;
    return word.n == 4 && in_capitals(word) && cv_tag_official(word);
}

static bool match_words(struct cv_span s, size_t i, enum cv_label *label, size_t *value_at) {
    char first, second;
    if (i + 1 >= s.n || !cv_is_alpha(s.p[i])) return false;
    first = cv_to_upper(s.p[i]);
    second = cv_to_upper(s.p[i + 1]);
    for (size_t k = first_with(first); k < CV_ARRAY_LEN(label_words) && label_words[k].word[0] == first; k++) {
        const struct label_word *w = &label_words[k];
        size_t n, sign;
        if (w->word[1] != second || !(n = match_word(cv_span_from(s, i), w->word))) continue;
        if (n == 2 && !(i + n < s.n && s.p[i + n] == ':' && re_content(cv_span_from(s, i + n + 1)))) continue;
        *label = w->label;
        sign = sign_behind(s, i + n, w->label);
        if (sign && (s.p[sign - 1] == ':' || w->bare) &&
            sign_counts(cv_span_of(s.p + i, n), cv_span_from(s, sign), s.p[sign - 1], w->label)) {
            *value_at = sign + has_last_letter(s, sign, w);
            return true;
        }
        if (is_tags_with_letter(s, i + n, w)) {
            *value_at = i + n + 1;
            return true;
        }
        if (!w->bare || (i + n < s.n && !cv_is_blank(s.p[i + n]))) continue;
        if (!bare_content(w->label, cv_span_of(s.p + i, n), cv_span_from(s, i + n))) continue;
        *value_at = i + n;
        return true;
    }
    return false;
}

/* "T AGS:", "SUB J:": noise of copying puts blanks into labels (NARA sheet 2); only in capitals, with the colon. */
static bool match_spaced(struct cv_span s, size_t i, enum cv_label *label, size_t *value_at) {
    static const struct label_word words[] = {
        {"TAGS", CV_LABEL_TAGS, false},
        {"SUBJECT", CV_LABEL_SUBJECT, false},
        {"SUBJ", CV_LABEL_SUBJECT, false},
        {"REF", CV_LABEL_REF, false},
        {"REFS", CV_LABEL_REF, false},
        {"REFTEL", CV_LABEL_REF, false},
        {"CLASSIFIEDBY", CV_LABEL_CLASSIFIED_BY, false},
    };
    char letters[16];
    size_t n = 0, at = i;
    bool classified = i < s.n && s.p[i] == 'C'; /* also "Classified B y:" */
    if (i >= s.n || !strchr("CRST", s.p[i])) return false;
    for (; at < s.n && n < sizeof letters && s.p[at] != ':'; at++)
        if (cv_is_upper(s.p[at]) || (classified && cv_is_lower(s.p[at])))
            letters[n++] = s.p[at];
        else if (s.p[at] != ' ')
            return false;
    if (at >= s.n || s.p[at] != ':') return false;
    for (size_t k = 0; k < CV_ARRAY_LEN(words); k++) {
        if (!cv_span_is(cv_span_of(letters, n), words[k].word)) continue;
        *label = words[k].label;
        *value_at = at + 1;
        return true;
    }
    return false;
}

/* ---- labels with one letter wrong ---------------------------------------------------------------- */

/* One letter wrong, lost, doubled, or two changed round. */
static bool nearly(struct cv_span w, const char *word) {
    size_t n = strlen(word), i = 0;
    if (w.n + 1 < n || w.n > n + 1) return false;
    if (cv_span_distance(w, cv_span_of(word, n)) <= 1) return true;
    if (w.n != n) return false;
    while (i < n && cv_to_upper(w.p[i]) == word[i]) i++;
    return i + 1 < n && cv_to_upper(w.p[i]) == word[i + 1] && cv_to_upper(w.p[i + 1]) == word[i] &&
           cv_span_is(cv_span_from(w, i + 2), word + i + 2);
}

/* "SUBJEXT: …", "TTAGS: PREL", "REFF: STATE 1": only with a colon, short ones only before their content. */
static bool match_misspelt(struct cv_span s, size_t i, enum cv_label *label, size_t *value_at) {
    enum { LONGEST = 11 };
    size_t n = 0, at;
    struct cv_span word, rest;
    while (i + n < s.n && n <= LONGEST && !cv_is_blank(s.p[i + n]) && s.p[i + n] != ':') n++;
    at = cv_skip_blanks(s, i + n);
    if (n < 2 || n > LONGEST || at >= s.n || s.p[at] != ':' || cv_is_lower(s.p[i])) return false;
    word = cv_span_of(s.p + i, n);
    rest = cv_span_from(s, at + 1);
    *value_at = at + 1;
    if (nearly(word, "SUBJECT")) {
        *label = CV_LABEL_SUBJECT;
    } else if (nearly(word, "REFTEL") || nearly(word, "REFTELS") || nearly(word, "REFERENCE")) {
        *label = CV_LABEL_REF;
    } else if (in_capitals(word) && (nearly(word, "REF") || nearly(word, "REFS")) && cv_span_trim(rest).n &&
               (re_content(rest) || (n > 2 && !cv_is_digit(cv_span_trim(rest).p[0]) && ref_content(rest)))) {
        *label = CV_LABEL_REF;
    } else if (in_capitals(word) && nearly(word, "TAGS") && cv_span_trim(rest).n && tags_content(rest, false)) {
        *label = CV_LABEL_TAGS;
    } else {
        return false;
    }
    return true;
}

/* What stands behind a misprinted "Classified By" shows that it is one: its colon, a title, a reason. */
static bool classified_content(struct cv_span s, size_t at, bool colon) {
    struct cv_span rest = cv_span_from(s, at), word = cv_span_word(&rest);
    if (word.n == 1) word = cv_span_word(&rest); /* the Y of BY */
    return colon || cv_title_known(word) || cv_span_find(cv_span_from(s, at), "REASON") != SIZE_MAX;
}

/* "Clssified By: …", "CL ASSIFIED BY …", "CLASSIFIED RBY …": letters of both words with one wrong, or a blank among
 * them. */
static bool match_classified(struct cv_span s, size_t i, enum cv_label *label, size_t *value_at) {
    enum { LETTERS = 12 };
    char letters[LETTERS + 1];
    size_t n = 0, at = i;
    if (at + LETTERS >= s.n || !cv_is_upper(s.p[at])) return false;
    if (s.p[at] != 'C' && !strchr("CLcl", s.p[at + 1])) return false; /* most lines */
    for (; at < s.n && n < sizeof letters && s.p[at] != ':' && (unsigned char)s.p[at] < 0x80; at++)
        if (!cv_is_blank(s.p[at]))
            letters[n++] = s.p[at];
        else if (n >= LETTERS - 1 && cv_span_distance(cv_span_of(letters, n), CV_LIT("CLASSIFIEDBY")) <= 1)
            break;
    if (n < LETTERS - 1 || (at < s.n && cv_is_alpha(s.p[at]))) return false;
    if (cv_span_distance(cv_span_of(letters, n), CV_LIT("CLASSIFIEDBY")) > 1) return false;
    *value_at = at < s.n && s.p[at] == ':' ? at + 1 : at;
    *label = CV_LABEL_CLASSIFIED_BY;
    if (!classified_content(s, *value_at, *value_at > at)) return false;
    at = cv_skip_blanks(s, *value_at);
    if (n < LETTERS && at + 1 < s.n && cv_to_upper(s.p[at]) == 'Y' && cv_is_blank(s.p[at + 1]))
        *value_at = at + 1; /* B:Y */
    return true;
}

/* A stray sign in front (".SUBJECT:", "-TAGS:"): the label needs its colon. */
static size_t skip_stray(struct cv_span s, size_t i) {
    return i + 1 < s.n && strchr(".-\"'>*", s.p[i]) && cv_is_upper(s.p[i + 1]) ? i + 1 : i;
}

/* Signs and dashes between a label and its value; a label printed twice counts once. */
static size_t skip_signs(struct cv_span s, size_t i, enum cv_label label) {
    for (;;) {
        i = cv_skip_blanks(s, i);
        if (i >= s.n || !strchr(label == CV_LABEL_SUBJECT ? ":;" : ":;.", s.p[i])) return i;
        i++;
    }
}

/* "(U) Classified by": the mark in front of a label is no part of it. */
static size_t skip_mark(struct cv_span s, size_t i) {
    size_t k = i;
    if (k >= s.n || s.p[k] != '(') return i;
    while (k < s.n && k < i + 12 && s.p[k] != ')') k++;
    return k < s.n && s.p[k] == ')' ? cv_skip_blanks(s, k + 1) : i;
}

/* The label behind the line's lead and the mark in front of it, or behind the lead alone. */
static bool match_any(struct cv_span line, size_t lead, size_t mark, enum cv_label *label, size_t *value_at) {
    enum { SHORT = 200 }; /* a longer one is not looked through for each place in it that is asked */
    size_t stray;
    if (match_spaced(line, mark, label, value_at) || match_words(line, mark, label, value_at) ||
        match_classified(line, mark, label, value_at))
        return true;
    if (line.n - lead < SHORT && cv_span_chr(cv_span_from(line, lead), ':') == SIZE_MAX)
        return false; /* others have it */
    if (match_misspelt(line, mark, label, value_at)) return true;
    stray = skip_stray(line, lead);
    return stray != lead && match_words(line, stray, label, value_at) && line.p[*value_at - 1] == ':';
}

enum cv_label cv_label_match(struct cv_span line, size_t *value_at) {
    enum cv_label label = CV_LABEL_NONE;
    size_t i = skip_lead(line), after;
    if (i >= line.n) return CV_LABEL_NONE;
    if (cv_label_eo_at(line, i, value_at)) return CV_LABEL_EO;
    after = skip_mark(line, i);
    if (after != i && cv_label_eo_at(line, after, value_at)) return CV_LABEL_EO;
    if (!match_any(line, i, after, &label, value_at)) return CV_LABEL_NONE;
    /* Only the name of who classified has a mark in front; others with their colon. */
    if (after != i && label != CV_LABEL_CLASSIFIED_BY && label != CV_LABEL_DERIVED_FROM && line.p[*value_at - 1] != ':')
        return CV_LABEL_NONE;
    *value_at = skip_signs(line, *value_at, label);
    return label;
}

/* ---- labels in mid-line ------------------------------------------------------------------------ */

static const struct label_word mid_words[] = {
    {"SUBJECT", CV_LABEL_SUBJECT, false}, {"SUBJ", CV_LABEL_SUBJECT, false}, {"TAGS", CV_LABEL_TAGS, false},
    {"REFTELS", CV_LABEL_REF, false},     {"REFTEL", CV_LABEL_REF, false},   {"REFERENCES", CV_LABEL_REF, false},
    {"REFERENCE", CV_LABEL_REF, false},   {"REF(S)", CV_LABEL_REF, false},   {"REFS", CV_LABEL_REF, false},
    {"REF", CV_LABEL_REF, false},
};

/* The label that ends at a colon: glued to the word before it only in capitals ("…UK PRIMEREF:"). */
static size_t label_before_colon(struct cv_span line, size_t from, size_t colon, enum cv_label *which) {
    size_t end = colon;
    while (end > from && cv_is_blank(line.p[end - 1])) end--;
    for (size_t k = 0; k < CV_ARRAY_LEN(mid_words); k++) {
        size_t n = strlen(mid_words[k].word), at;
        struct cv_span word;
        if (end < from + n) continue;
        at = end - n;
        word = cv_span_of(line.p + at, n);
        if (!cv_span_is(word, mid_words[k].word)) continue;
        if (at > 0 && cv_is_alnum(line.p[at - 1]) && (!in_capitals(word) || cv_is_lower(line.p[at - 1]))) continue;
        *which = mid_words[k].label;
        return at;
    }
    return SIZE_MAX;
}

/* "Classified By" with capitals, even glued to what stands before it. */
static bool classified_mid(struct cv_span line, size_t at, size_t *value_at) {
    enum { NEAR = 200 }; /* bytes in which the reasons follow */
    struct cv_span s = cv_span_from(line, at);
    size_t n = match_word(s, "CLASSIFIED BY");
    if (!n || !cv_is_upper(s.p[0])) return false;
    if (s.p[n - 2] != 'B' && cv_reasons_end(cv_span_first(cv_span_from(s, n), NEAR)) == SIZE_MAX)
        return false; /* prose */
    /* DECLASSIFIED BY; in capitals nothing tells where a glued word ends. */
    if (at > 0 && cv_is_alpha(line.p[at - 1]) && cv_is_upper(s.p[1])) return false;
    if (at > 1 && cv_span_is(cv_span_of(line.p + at - 2, 2), "DE")) return false;
    *value_at = at + n;
    return true;
}

/* "… 2045 (U) Classified by": where the mark in front begins; i without one. */
static size_t mark_before(struct cv_span line, size_t from, size_t i) {
    size_t k = i;
    while (k > from && cv_is_blank(line.p[k - 1])) k--;
    if (k < from + 3 || line.p[k - 1] != ')' || !strchr("CSU", line.p[k - 2])) return i;
    return line.p[k - 3] == '(' ? k - 3 : i;
}

size_t cv_label_find(struct cv_span line, size_t from, enum cv_label *which, size_t *value_at) {
    for (size_t i = from; i < line.n; i++) {
        char c = line.p[i];
        if (c == ':') {
            size_t at = label_before_colon(line, from, i, which);
            if (at == SIZE_MAX) continue;
            *value_at = skip_signs(line, i + 1, *which);
            return at;
        }
        if ((c == 'E' || c == 'e') && cv_label_eo_inside(line, i, value_at)) {
            *which = CV_LABEL_EO;
            return i;
        }
        if (c == 'C' && i > from && classified_mid(line, i, value_at)) {
            *which = CV_LABEL_CLASSIFIED_BY;
            *value_at = skip_signs(line, *value_at, *which);
            return mark_before(line, from, i);
        }
    }
    return SIZE_MAX;
}
