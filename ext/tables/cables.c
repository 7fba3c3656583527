/* cables.c - the table cables: one row per cable, its header fields, and the long texts.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's: add at the end, never rename. */
#include "tables.h"

#define TEXT(field)                                                                                                    \
    static void read_##field(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, row->cable->field); }
#define LIST(field)                                                                                                    \
    static void read_##field(const struct cv_row *row, struct cv_value *out) { cv_value_list(out, &row->cable->field); }
#define POSITIVE(field)                                                                                                \
    static void read_##field(const struct cv_row *row, struct cv_value *out) {                                         \
        cv_value_positive(out, row->cable->field);                                                                     \
    }

TEXT(date)
TEXT(dtg)
TEXT(origin)
TEXT(station)
POSITIVE(year)
POSITIVE(serial)
TEXT(transmission_id)
TEXT(originator_ri)
LIST(captions)
TEXT(subject)
TEXT(subject_portion)
TEXT(executive_order)
TEXT(declassify_on)
TEXT(declassify_note)
TEXT(classified_by)
TEXT(classified_by_title)
LIST(reasons)
TEXT(summary)
TEXT(comment)
TEXT(signature)
LIST(pass_to)
TEXT(drafted_by)
TEXT(approved_by)
LIST(routes)
TEXT(filed)
LIST(operating_signals)
POSITIVE(sections)
TEXT(header)
TEXT(body)
TEXT(raw)

static void read_format(const struct cv_row *row, struct cv_value *out) { cv_value_name(out, row->scanned->format); }

static void read_precedence(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_precedence_name(row->cable->precedence));
}

static void read_classification(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_classification_name(row->cable->classification));
}

static void read_paragraphs(const struct cv_row *row, struct cv_value *out) {
    cv_value_int(out, (int64_t)row->cable->paragraphs.n);
}

static void read_problems(const struct cv_row *row, struct cv_value *out) {
    cv_value_int(out, (int64_t)cv_table_problems.count(row->scanned));
}

static void read_size(const struct cv_row *row, struct cv_value *out) {
    cv_value_int(out, (int64_t)row->scanned->size);
}

static size_t count(const struct cv_scanned *s) { return s->cable != NULL; }

#define ENVELOPE  CV_NEED_ENVELOPE
#define ADDRESSED (CV_NEED_ENVELOPE | CV_NEED_ADDRESSEES)
#define FIELDS    (CV_NEED_ENVELOPE | CV_NEED_FIELDS)
#define BODY      (FIELDS | CV_NEED_TEXT)
#define ROLES     (BODY | CV_NEED_ROLES)
#define WHOLE     (CV_NEED_HEAD | CV_NEED_TEXT | CV_NEED_ROLES)

static const struct cv_column columns[] = {
    {"id", CV_TEXT, cv_read_id, ENVELOPE, .meaning = "canonical message reference: two-digit year, station, number"},
    {"path", CV_TEXT, cv_read_path, 0, .apart = true, .meaning = "where it was read, from the source's folder on"},
    {"doc", CV_INTEGER, cv_read_doc, 0, .meaning = "position of the cable in its file, from 0"},
    {"format", CV_TEXT, read_format, 0, .meaning = "acp127, html, nara, smart, csv"},
    {"date", CV_TEXT, read_date, ENVELOPE, .meaning = "the date-time group in ISO 8601"},
    {"dtg", CV_TEXT, read_dtg, ENVELOPE, .meaning = "the date-time group as sent, spacing and capitals repaired"},
    {"precedence", CV_TEXT, read_precedence, ADDRESSED, .meaning = "the highest one"},
    {"origin", CV_TEXT, read_origin, ENVELOPE, .meaning = "the FM line"},
    {"station", CV_TEXT, read_station, ENVELOPE, .meaning = "canonical station of the id"},
    {"year", CV_INTEGER, read_year, ENVELOPE, .meaning = "year of the id, four digits"},
    {"serial", CV_INTEGER, read_serial, ENVELOPE, .meaning = "number of the id"},
    {"transmission_id", CV_TEXT, read_transmission_id, ENVELOPE, .meaning = "format line 1"},
    {"originator_ri", CV_TEXT, read_originator_ri, ENVELOPE, .meaning = "routing indicator of the DE line"},
    {"classification", CV_TEXT, read_classification, ENVELOPE, .meaning = "UNCLASSIFIED to TOP SECRET, in full"},
    {"captions", CV_JSON, read_captions, FIELDS, .meaning = "in order, each once"},
    {"subject", CV_TEXT, read_subject, FIELDS, .meaning = "lines joined, spelling and case as sent"},
    {"subject_portion", CV_TEXT, read_subject_portion, FIELDS, .meaning = "portion mark of the subject"},
    {"executive_order", CV_TEXT, read_executive_order, FIELDS, .meaning = "number of the order it is classified under"},
    {"declassify_on", CV_TEXT, read_declassify_on, FIELDS, .meaning = "a date, or NULL"},
    {"declassify_note", CV_TEXT, read_declassify_note, FIELDS,
     .meaning = "what stands there instead of a date or beside it"},
    {"classified_by", CV_TEXT, read_classified_by, FIELDS, .meaning = "the person's name alone"},
    {"classified_by_title", CV_TEXT, read_classified_by_title, FIELDS, .meaning = "the person's title"},
    {"reasons", CV_JSON, read_reasons, FIELDS, .meaning = "reasons for classification"},
    {"summary", CV_TEXT, read_summary, ROLES, .meaning = "text of the summary, without its markers"},
    {"comment", CV_TEXT, read_comment, ROLES, .meaning = "text of the comment, without its markers"},
    {"signature", CV_TEXT, read_signature, BODY, .meaning = "name at the end"},
    {"pass_to", CV_JSON, read_pass_to, FIELDS, .meaning = "the pass lines"},
    {"drafted_by", CV_TEXT, read_drafted_by, FIELDS, .meaning = "1970s telegrams, SMART messages"},
    {"approved_by", CV_TEXT, read_approved_by, FIELDS, .meaning = "1970s telegrams, SMART messages"},
    {"routes", CV_JSON, read_routes, ADDRESSED, .meaning = "routing indicators of format line 2"},
    {"filed", CV_TEXT, read_filed, ENVELOPE, .meaning = "filing time of the DE line or the dashes line, ISO 8601"},
    {"operating_signals", CV_JSON, read_operating_signals, ENVELOPE, .meaning = "those of the DTG line"},
    {"sections", CV_INTEGER, read_sections, ENVELOPE,
     .meaning = "number of sections it was sent in; NULL: several, unknown"},
    {"paragraphs", CV_INTEGER, read_paragraphs, BODY, .meaning = "number of rows in paragraphs"},
    {"problems", CV_INTEGER, read_problems, WHOLE, .meaning = "number of rows in problems"},
    {"header", CV_TEXT, read_header, CV_NEED_ALL, .apart = true, .meaning = "address part"},
    {"body", CV_TEXT, read_body, CV_NEED_ALL, .apart = true, .meaning = "text part, from the classification line on"},
    {"size", CV_INTEGER, read_size, 0, .apart = true, .meaning = "bytes of the document"},
    {"mtime", CV_TEXT, cv_read_mtime, CV_ASK_STAT, .apart = true, .meaning = "of the file, ISO 8601"},
    {"raw", CV_TEXT, read_raw, CV_NEED_RAW, .hidden = true, .apart = true, .meaning = "the whole document, in UTF-8"},
};

const struct cv_table cv_table_cables = {.name = "cables",
                                         .columns = columns,
                                         .ncolumns = CV_ARRAY_LEN(columns),
                                         .needs = CV_NEED_ENVELOPE,
                                         .count = count,
                                         .usual = 1,
                                         .single = true};
