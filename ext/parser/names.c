/* names.c - the words of the SQL interface for the parser's closed lists. */
#include "parser.h"

#define NAME(names, i) ((size_t)(i) < CV_ARRAY_LEN(names) ? (names)[i] : NULL)

const char *cv_classification_name(enum cv_classification c) {
    static const char *const names[] = {NULL,     "UNCLASSIFIED", "LIMITED OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL",
                                        "SECRET", "TOP SECRET"};
    return NAME(names, c);
}

const char *cv_precedence_name(enum cv_precedence p) {
    static const char *const names[] = {NULL,    "ROUTINE",       "PRIORITY", "IMMEDIATE", "NIACT IMMEDIATE",
                                        "FLASH", "FLASH OVERRIDE"};
    return NAME(names, p);
}

const char *cv_addressee_role_name(enum cv_addressee_role r) {
    static const char *const names[] = {"action", "info", "exempt"};
    return NAME(names, r);
}

const char *cv_tag_kind_name(enum cv_tag_kind k) {
    static const char *const names[] = {"unknown", "subject", "geographic", "organization", "program", "person"};
    return NAME(names, k);
}

const char *cv_ref_kind_name(enum cv_ref_kind k) {
    static const char *const names[] = {"telegram", "airgram", "email", "letter", "report", "other"};
    return NAME(names, k);
}

const char *cv_paragraph_role_name(enum cv_paragraph_role r) {
    static const char *const names[] = {NULL, "summary", "comment", "action request", "note"};
    return NAME(names, r);
}

const char *cv_problem_name(enum cv_problem_code code) {
    static const char *const names[] = {
#define CV_X(constant, name) name,
        CV_PROBLEM_CODES(CV_X)
#undef CV_X
    };
    return NAME(names, code);
}
