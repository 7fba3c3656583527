/* data.h - facts about TAGS, posts and titles as sorted static tables, with the searches over them.
 * May not: know cables or lines. tags.c, stations.c and titles.c are made from the lists beside them by
 * generate.py; README.md says where each fact comes from. */
#ifndef CV_EXT_DATA_H
#define CV_EXT_DATA_H

#include "../../include/cv_cable.h"
#include "../base/base.h"

/* ---- stations.c ----------------------------------------------------------------------------- */
struct cv_station_fact {
    const char *station; /* canonical: capitals without blanks, points, hyphens, apostrophes */
    const char *name, *country, *country_name, *routing_indicator; /* "" where there is none */
};
extern const struct cv_station_fact cv_station_facts[]; /* sorted by station */
extern const size_t cv_station_facts_n;

/* Names and aliases in the canonical form, sorted; each station stands here too, under itself. */
struct cv_station_alias {
    const char *alias;
    unsigned short station; /* index in cv_station_facts */
};
extern const struct cv_station_alias cv_station_aliases[];
extern const size_t cv_station_aliases_n;

/* ---- tags.c --------------------------------------------------------------------------------- */
struct cv_tag_fact {
    const char *tag, *name;   /* name "": not found */
    short from_year, to_year; /* 0: open */
    unsigned char kind;       /* enum cv_tag_kind */
    bool unofficial;          /* no official TAG, or one that posts put in the place of the official one */
};
extern const struct cv_tag_fact cv_tag_facts[]; /* sorted by tag, then by from_year */
extern const size_t cv_tag_facts_n;

/* ---- titles.c ------------------------------------------------------------------------------- */
/* Lower case, straight apostrophes; points only inside a word ("a.i."); sorted. */
extern const char *const cv_title_words[];
extern const size_t cv_title_words_n;
/* Names of countries, lower case, straight apostrophes, sorted. */
extern const char *const cv_country_names[];
extern const size_t cv_country_names_n;

#endif
