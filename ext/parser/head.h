/* head.h - what the files of the head fields (head.c, labels.c, captions.c, eo.c, tags.c, subject.c, classified.c)
 * share among themselves; the other stages see them through parser.h only. */
#ifndef CV_EXT_HEAD_H
#define CV_EXT_HEAD_H

#include "parser.h"

/* What a DECL line or the rest of an E.O. line says: sets declassify_on, declassify_note, classified_by (old
 * telegrams), reasons. `before_1995`: two-digit years are of 19xx. */
void cv_declassify_parse(struct cv_parse *p, struct cv_span value, bool before_1995, unsigned line_no);
/* "12958", "11652": a number that an E.O. on classification has. */
bool cv_eo_number_known(struct cv_span digits);
/* An E.O. label at i: where its value, the number, begins (labels_eo.c). */
bool cv_label_eo_at(struct cv_span s, size_t i, size_t *value_at);
/* The same in mid-line, where a known number has to follow. */
bool cv_label_eo_inside(struct cv_span line, size_t at, size_t *value_at);
/* A date of declassification (eo_dates.c). */
struct cv_eo_date {
    int year, month, day;
    size_t at, n; /* in the text searched */
    bool swapped; /* day and month stood the other way round */
    bool valid;   /* false: it looks like a date but is none */
};
/* The first date in s. */
bool cv_eo_find_date(struct cv_span s, bool before_1995, struct cv_eo_date *d);
/* "129R58", "1T958": bytes of a known number at the start of s in which a letter is wrong or too much; 0: none. */
size_t cv_eo_misread(struct cv_span s);
/* SIPDIS, NOFORN, EXDIS …: words that stand in no sentence; of a line of them a subject or list ends. */
bool cv_caption_strong(struct cv_span word);
/* Captions at the start of a line that goes on with something else ("SIPDIS STATE FOR WHA"): bytes they take. */
size_t cv_caption_prefix(struct cv_parse *p, struct cv_span line, bool add);
/* "SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY": a sentence that is a caption. */
bool cv_caption_sentence(struct cv_span line);
/* A pass line after SUBJECT, where text may begin: only with a sender's name in front or none of a sentence. */
bool cv_pass_line_strict(struct cv_span line);
/* "FOLLOWING REPEAT …", "FOL TEL SENT …": text that stands above the labels. */
bool cv_repeat_begins(struct cv_span line);
/* "FOR THE SECRETARY FROM ROE", "EYES ONLY FOR ROE", "FROM AMBASSADOR DOE" in capitals: a pass line there where it
 * stands alone above the text. */
bool cv_pass_alone(struct cv_span line);
/* "..." alone: what follows was cut. */
bool cv_is_cut_mark(struct cv_span line);
/* Several pass lines that a publisher joined into one: the bytes of the first. joined: it is known that they are. */
size_t cv_pass_length(struct cv_span line, bool joined);
/* Nothing but names of those that are asked to hand on ("USDOC"): a pass line in front of the E.O. */
bool cv_pass_names(struct cv_span line);
/* All words are TAGS, known or of four capitals, at least one known: a TAGS line whose label is lost. */
bool cv_tags_only(struct cv_span line);
/* ---- taglist.c: the list of TAGS -------------------------------------------------------------- */
struct cv_tag_fact;
/* The row that holds in the year (0: the latest); NULL: none does. */
const struct cv_tag_fact *cv_tag_fact_of(struct cv_span tag, int year);
/* In the list at any time with an official meaning. */
bool cv_tag_official(struct cv_span word);
/* The name without remarks about its spelling. Static data; absent where it is not known. */
struct cv_span cv_tag_fact_name(const struct cv_tag_fact *fact);
/* Glued TAGS ("ITPHUM"): the lengths of the parts, at most 16; 0: it is no such word. */
size_t cv_tag_split(struct cv_span word, unsigned char parts[16]);
/* The one official TAG that differs by a letter; absent: none or several. */
struct cv_span cv_tag_near(struct cv_span word, int year);

/* The sentence says who classified, in words: "This cable was classified by …". */
bool cv_classified_sentence(struct cv_span line, size_t *value_at);
/* ---- titles.c: words of a Classified By value ---------------------------------------------------- */
enum cv_title_class {
    CV_WORD_NAME,     /* may be a name: begins with a capital, in no list */
    CV_WORD_TITLE,    /* title, office, region */
    CV_WORD_PLACE,    /* country or station: a name, unless what stands before it says otherwise */
    CV_WORD_LINK,     /* of, the, for, to, and … */
    CV_WORD_PARTICLE, /* de, van, al … within a name */
    CV_WORD_INITIAL,
    CV_WORD_SUFFIX, /* Jr., III */
    CV_WORD_OTHER   /* ends a name */
};
enum cv_title_class cv_title_class_of(struct cv_span word);
/* Exactly a word of titles, an office or a place. */
bool cv_title_known(struct cv_span word);
/* A country or station, of one word or more, at the start of s: its bytes; 0: none. */
size_t cv_place_prefix(struct cv_span s);

/* ---- reasons.c ------------------------------------------------------------------------------------ */
/* Where the title and name of a Classified By value end: at the reasons, the E.O., a semicolon after a name …;
 * value.n if nothing ends them. */
size_t cv_reasons_find(struct cv_span value);
/* A word that is REASON(S), or misspelt by a letter. */
bool cv_is_reason_word(struct cv_span word);
/* Where in a Classified By value its last reason ends; SIZE_MAX: it has none. */
size_t cv_reasons_end(struct cv_span value);

#endif
