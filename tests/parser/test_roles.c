/* test_roles.c - marker words, roles, the texts of summary and comment (sheet 11). */
#include "text_case.h"

static const struct {
    const char *name, *in, *roles, *summary, *comment, *problems;
} rows[] = {
    {"to END SUMMARY", "1. SUMMARY: a b. END SUMMARY.\n2. c.", "summary -", "a b.", NULL, NULL},
    {"End Summary over two lines", "1. (U) Summary. a b. End \nSummary. \n\n2. c.", "summary -", "a b.", NULL, NULL},
    {"over two paragraphs", "1. (C) SUMMARY. a.\n2. (C) Summary, continued: b. \nEND SUMMARY.\n\n3. c.",
     "summary summary -", "a. b.", NULL, NULL},
    {"continued in brackets", "SUMMARY\n-------\n\n1. (U) a.\n\n2. (U) Summary (continued):  b.  End Summary.\n\n3. c.",
     "summary summary -", "a. b.", NULL, NULL},
    {"a running block", "1. Summary: a.\n\n2. b.\n\n3. c. End summary.\n\n4. d.", "summary summary summary -",
     "a. b. c.", NULL, NULL},
    {"without an end", "1. SUMMARY: a.\n\n2. b.", "summary -", "a.", NULL, "summary-unclosed"},
    {"under the heading", "Summary\n-------\n\n1. a.\n\n2. b.\n\nBackground\n----------\n\n3. c.", "summary summary -",
     "a. b.", NULL, NULL},
    {"End summary without a beginning", "1. (U) a. End summary.\n\n2. b.", "summary -", "a.", NULL, NULL},
    {"alone on its line behind the number", "1. (C) Summary\n\nThe ferry sails. End Summary.\n\n2. b.", "summary -",
     "The ferry sails.", NULL, NULL},
    {"a bracket at the start that closes", "1. (Comment: a.) b.", "comment", NULL, "a.", NULL},
    {"dashes before the end", "1. SUMMARY: a. -- END SUMMARY --", "summary", "a.", NULL, NULL},
    {"a mark behind the word", "1. COMMENT (C): a.\n\n2. b.", "comment -", NULL, "a.", NULL},
    {"a mark in place of the colon", "1. a.\n\n2. Comment (SBU) b. End comment.", "- comment", NULL, "b.", NULL},
    {"two words joined to it", "1. Comment and Next Steps: a.", "comment", NULL, "a.", NULL},
    {"whose comment it is", "1. Consulate General Comment: a.\n\n2. Econoff comment: b.", "comment comment", NULL,
     "a.\n\nb.", NULL},
    {"biographic notes", "1. Bio Notes: a.\n\n2. Biographic Note: b.", "note note", NULL, NULL, NULL},
    {"BACKGROUND AND SUMMARY", "BACKGROUND AND SUMMARY\n\n1. a.\n\nCREW\n\n2. b.", "summary -", "a.", NULL, NULL},
    {"the wrong end", "SUMMARY\n\n1. The ferry sails. End Comment.\n\nCREW\n\n2. b.", "summary -", "The ferry sails.",
     NULL, NULL},
    {"a heading and the marker", "SUMMARY\n\n1. SUMMARY: a. END SUMMARY.\n\n2. b.", "summary -", "a.", NULL, NULL},
    {"summary and comment", "1. Summary and Comment: a. End summary and comment.\n2. b.", "summary -", "a.", NULL,
     NULL},
    {"summary and action request", "1. SUMMARY AND ACTION REQUEST: a. END SUMMARY.\n2. b.", "summary -", "a.", NULL,
     NULL},
    {"Summary/Comment", "1. Summary/Comment: a. End Summary/Comment.\n2. b.", "summary -", "a.", NULL, NULL},
    {"summary and introduction", "1. SUMMARY AND INTRODUCTION: a. END SUMMARY.\n2. b.", "summary -", "a.", NULL, NULL},
    {"introduction alone", "1. INTRODUCTION: a.\n2. b.", "- -", NULL, NULL, NULL},
    {"BEGIN SUMMARY", "1. BEGIN SUMMARY. a. END SUMMARY.\n2. b.", "summary -", "a.", NULL, NULL},
    {"misspelt", "1. SUMMAY: a. END SUMMARY.\n2. b.", "summary -", "a.", NULL, NULL},
    {"dashes", "1. SUMMARY -- a. END SUMMARY.\n2. b.", "summary -", "a.", NULL, NULL},
    {"behind another sentence", "1. This is an action request. SUMMARY: a. END SUMMARY.", "action request", "a.", NULL,
     NULL},
    {"unnumbered", "SUMMARY: a. END SUMMARY\n\n1. b.", "summary -", "a.", NULL, NULL},
    {"a summary in a word is none", "1. A summary record was sent. In summary: nothing.\n2. b.", "- -", NULL, NULL,
     NULL},
    {"comment", "1. a.\n2. (C/NF) COMMENT: b. (Note: He is a cousin. End note.) c.\nEnd Comment.", "- comment", NULL,
     "b. (Note: He is a cousin. End note.) c.", NULL},
    {"without an end it ends with its paragraph", "1. a.\n2. COMMENT: b.\n3. c.", "- comment -", NULL, "b.", NULL},
    {"over two paragraphs, with an end", "1. a.\n2. COMMENT: b.\n3. c. END COMMENT.\n4. d.", "- comment comment -",
     NULL, "b. c.", NULL},
    {"under the heading", "1. a.\n\nComment\n-------\n\n2. b.\n\n3. c.", "- comment comment", NULL, "b. c.", NULL},
    {"inside a paragraph", "1. He said so. (Comment: He did not. End comment.) He left.\n2. b.", "- -", NULL,
     "He did not.", NULL},
    {"a bracket ends it", "1. He said so. (COMMENT: He (the other) did not.) He left.", "-", NULL,
     "He (the other) did not.", NULL},
    {"several", "1. a. (Comment: b. End Comment.)\n2. COMMENT: c. END COMMENT.", "- comment", NULL, "b.\n\nc.", NULL},
    {"continued", "1. COMMENT: a. END COMMENT.\n2. Comment Continued: b. End Comment.", "comment comment", NULL,
     "a. b.", NULL},
    {"comment and recommendation", "1. COMMENT AND RECOMMENDATION: a.", "comment", NULL, "a.", NULL},
    {"embassy comment", "1. EMBASSY COMMENT: a.", "comment", NULL, "a.", NULL},
    {"a heading's words are not in it", "1. a.\n\nComment: A Popular Decision\n---------------------------\n\n2. b.",
     "- comment", NULL, "b.", NULL},
    {"action requested", "1. ACTION REQUESTED: a.\n2. This is an action cable; see para 3.\n3. Action request: b.",
     "action request action request action request", NULL, NULL, NULL},
    {"action required", "1. ACTION REQUIRED: a.\n\n2. Action required by law was not taken.", "action request -", NULL,
     NULL, NULL},
    {"letters apart", "1. S U M M A R Y: a. E N D  S U M M A R Y.\n2. b.\n3. C O M M E N T -- c.", "summary - comment",
     "a.", "c.", NULL},
    {"letters apart in headings", "S U M M A R Y\n\n1. a.\n\nE N D   S U M M A R Y\n\n2. b.", "summary -", "a.", NULL,
     NULL},
    {"behind a letter of its own", "A. SUMMARY: a. END SUMMARY.\n\nB. b.\n\n(3) COMMENT: c.", "summary - comment", "a.",
     "c.", NULL},
    {"in a list", "1. a:\n(A) b;\n(B) COMMENT: c.\n2. d.", "- -", NULL, "c.", NULL},
    {"a note under the heading", "1. x.\n\nComment\n-------\n\n2. a.\n\n3. Biographic Note: b.\n\n4. c.",
     "- comment note comment", NULL, "a. c.", NULL},
    {"a Roman number before it", "1. x.\n\nIII. COMMENT\n\n2. a.", "- comment", NULL, "a.", NULL},
    {"behind a garbled bracket", "1. a.\n\n{U) COMMENT: b. END COMMENT.", "- comment", NULL, "b.", "mark-garbled"},
    {"in a bracket of its own", "1. (BEGIN COMMENT) a. (END COMMENT) b.\n\n2. c. (Comment) d.", "comment -", NULL,
     "a.\n\nd.", NULL},
    {"behind a mark inside", "1. a. (C/NF) COMMENT: b. END COMMENT.", "-", NULL, "b.", NULL},
    {"END on a line of its own", "1. SUMMARY: a.\n\n2. b.\n\nEND SUMMARY\n-----------\n\n3. c.", "summary summary -",
     "a. b.", NULL, NULL},
    {"END on a line of its own without a beginning", "1. a.\n\nEND SUMMARY\n\n2. b.", "summary -", "a.", NULL, NULL},
    {"END glued to its word", "1. x.\n\n2. COMMENT: a. ENDCOMMENT.\n\n3. b.", "- comment -", NULL, "a.", NULL},
    {"analysis and comment", "1. Analysis and Comment: a.\n\n2. Conclusion and comment: b.", "comment comment", NULL,
     "a.\n\nb.", NULL},
    {"a colon inside the bracket", "1. (BEGIN COMMENT:) a. (END COMMENT.)\n\n2. (Comment: b.) c.", "comment comment",
     NULL, "a.\n\nb.", NULL},
    {"three words joined to it", "1. x.\n\nCOMMENT AND NEXT STEPS\n----------------------\n\n2. a.", "- comment", NULL,
     "a.", NULL},
    {"a bracket in small letters", "1. He said so (comment: he did not). A good comment: none.", "-", NULL,
     "he did not", NULL},
    {"notes", "1. NOTE: a.\n2. BIO NOTE: b.\n3. BEGIN NOTE: c. END NOTE.\n4. Note that d.", "note note note -", NULL,
     NULL, NULL},
    {"no comment of a person", "1. RE ORMACHEA'S COMMENT (PARA 5 ABOVE) AND STATEMENT.\n2. NO COMMENT.", "- -", NULL,
     NULL, NULL},
};

static struct cv_span roles_of(struct text_case *t) {
    struct cv_buf b = {.arena = &t->arena};
    for (size_t i = 0; i < t->cable.paragraphs.n; i++) {
        const char *role = cv_paragraph_role_name(t->cable.paragraphs.v[i].role);
        if (i) cv_buf_addc(&b, ' ');
        cv_buf_addz(&b, role ? role : "-");
    }
    return cv_buf_span(&b);
}

START_TEST(row) {
    struct text_case t;
    text_run(&t, rows[_i].in, TEXT_STRIP | TEXT_PARSE, 0);
    cv_assert_span(rows[_i].name, roles_of(&t), rows[_i].roles);
    cv_assert_span(rows[_i].name, t.cable.summary, rows[_i].summary);
    cv_assert_span(rows[_i].name, t.cable.comment, rows[_i].comment);
    cv_assert_span(rows[_i].name, text_problems(&t), rows[_i].problems);
    text_assert_accounted(rows[_i].name, &t);
    cv_arena_free(&t.arena);
}
END_TEST

static const struct {
    const char *in;
    enum cv_paragraph_role role;
    bool end;
} markers[] = {
    {"SUMMARY", CV_ROLE_SUMMARY, false},
    {"Summary:", CV_ROLE_SUMMARY, false},
    {"SUMMAY.", CV_ROLE_SUMMARY, false},
    {"END SUMMARY.", CV_ROLE_SUMMARY, true},
    {"End of Summary", CV_ROLE_SUMMARY, true},
    {"//COMMENT//", CV_ROLE_COMMENT, false},
    {"End Comment", CV_ROLE_COMMENT, true},
    {"ACTION REQUEST", CV_ROLE_ACTION_REQUEST, false},
    {"INTRODUCTION", CV_ROLE_NONE, false},
    {"Summit", CV_ROLE_NONE, false},
    {"Commentary", CV_ROLE_NONE, false},
    {"EXECUTIVE SUMMARY", CV_ROLE_SUMMARY, false},
    {"END", CV_ROLE_NONE, false},
    {"", CV_ROLE_NONE, false},
};

START_TEST(marker) {
    struct cv_marker m;
    bool found = cv_marker_match(cv_span_of(markers[_i].in, strlen(markers[_i].in)), &m);
    ck_assert_msg(found == (markers[_i].role != CV_ROLE_NONE), "%s", markers[_i].in);
    if (found)
        ck_assert_msg(m.role == markers[_i].role && m.end == markers[_i].end && m.n == strlen(markers[_i].in),
                      "%s: %d %d %zu", markers[_i].in, m.role, m.end, m.n);
}
END_TEST

int main(void) {
    Suite *s = suite_create("roles");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, marker, 0, (int)CV_ARRAY_LEN(markers));
    return cv_check_run(s);
}
