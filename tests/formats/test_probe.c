/* test_probe.c - which format a text is in, and what is no cable. All texts are invented. */
#include "documents.h"

#define HEAD                                                                                                           \
    "VZCZCXRO0001\nRR RUEHC\nDE RUEHMP #0091 0130800\nZNR UUUUU ZZH\nR 130800Z JAN 03\nFM AMEMBASSY MAPUTO\n"          \
    "TO RUEHC/SECSTATE WASHDC 3301\n"
#define LABELS     "E.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: FISHING QUOTA\n\n1. The quota was raised.\n"
#define PAGE_TABLE "<table class='cable'>\n<tr><th>Reference ID</th></tr>\n<tr><td>03MAPUTO91</td></tr></table>"

static const struct row {
    const char *name, *text, *format;
} rows[] = {
    {"whole header", HEAD "UNCLAS MAPUTO 000091\n\n" LABELS, "acp127"},
    {"blank lines first", "\n \r\n" HEAD "UNCLAS MAPUTO 000091\n\n" LABELS, "acp127"},
    {"classification line first", "C O N F I D E N T I A L MAPUTO 000091\n\nSIPDIS\n\n" LABELS, "acp127"},
    {"garbled classification line", "C O N F I D E N T I Q L MAPUTO 000091\n\nNOFORN\n\n" LABELS, "acp127"},
    {"short extract", "UNCLAS MAPUTO 91\n\nSUBJECT: QUOTA\n\n1. (U) The quota was raised.\n", "acp127"},
    {"short and numbered", "CONFIDENTIAL MAPUTO 91\n1. (C) The quota was raised.\n2. (C) It will stay so.\n", "acp127"},
    {"notice in place of the header",
     "This record is a partial extract of the original cable. The full text of the original cable is not "
     "available.\n\nUNCLAS MAPUTO 000091\n\n" LABELS,
     "acp127"},
    {"notice and paragraphs",
     "This record is a partial extract of the original cable. The full text of the original cable is not "
     "available.\n\n3. (SBU) The quota was raised.\n\n4. (U) It holds.\n",
     "acp127"},
    {"line ends of a page",
     "UNCLAS MAPUTO 000091 &#x000A;&#x000A;E.O. 12958: N/A&#x000A;TAGS: EFIS, MZ&#x000A;SUBJECT: QUOTA&#x000A;1. Up.",
     "acp127"},
    {"under a headline", "Cables: the quota rises\n\nMaputo, 13 January\n\nUNCLAS MAPUTO 000091\n\n" LABELS, "acp127"},
    {"weekday of a site", "Friday, 23 February 2001, 15:53\nUNCLAS MAPUTO 000091\nSIPDIS\n" LABELS, "acp127"},
    {"capitals lowered", "S e c r e t maputo 000091\nSipdis\nE.o. 12958: decl: 1.6x1\nTags: efis, mz\nSubject: quota\n",
     "acp127"},
    {"1966 without TAGS",
     "P R 282115Z DEC 66\nFM SECSTATE WASHDC\nTO AMEMBASSY MAPUTO\nSTATE GRNC\nBT\nC O N F I D E N T I A L STATE "
     "106206\n\n"
     "REF: MAPUTO 91\n\n1. THE QUOTA.\n",
     "acp127"},
    {"1970s without titles",
     "CONFIDENTIAL\n\nPAGE 01        STATE  237171\n50\nORIGIN SS-10\n\nINFO  OCT-01  ISO-00  /011 R\n\nP 131923Z DEC "
     "73\n"
     "FM SECSTATE WASHDC\nTO AMEMBASSY MAPUTO\nC O N F I D E N T I A L STATE 237171\n",
     "acp127"},
    {"distribution first",
     "ACTION AF-00\n\nINFO  LOG-00   NP-00   /012W\n\nR 130800Z JAN 03\nFM AMEMBASSY MAPUTO\n"
     "TO SECSTATE WASHDC 3301\nUNCLAS MAPUTO 000091\n" LABELS,
     "acp127"},
    {"page", "<!DOCTYPE html>\n<html><body>" PAGE_TABLE "\n<code><pre>UNCLAS MAPUTO 000091</pre></code></body></html>",
     "html"},
    {"page in capitals", "<HTML><BODY><TABLE BORDER=1 CLASS=\"cable\"><TR><TD>x</TABLE><PRE>UNCLAS</PRE></BODY></HTML>",
     "html"},
    {"page of two classes", "<html><table border=1 class='wide cable'><tr><td>x</table><pre>UNCLAS</pre>", "html"},
    {"page without table",
     "<html><body><pre>help</pre><code><pre>UNCLAS MAPUTO 000091 &#x000A;&#x000A;E.O. 12958: N/A&#x000A;TAGS: <a "
     "href='/tag/EFIS_0.html'>EFIS</a>&#x000A;SUBJECT: QUOTA</pre></code>",
     "html"},
    {"page of something else",
     "<!DOCTYPE html>\n<html><body><table class='cables'><tr><td>1</td></tr></table><pre>ls -l</pre>", NULL},
    {"archives",
     "   Message Text\nCONFIDENTIAL\n\nPAGE 01  MAPUTO 00091  131923Z\n\nR 130800Z JAN 75\nFM AMEMBASSY MAPUTO\n"
     "TO SECSTATE WASHDC\n\nC O N F I D E N T I A L MAPUTO 0091\n   Message Attributes\n\nCapture Date: 01 JAN 1994\n"
     "Concepts: n/a\nDocument Number: 1975MAPUTO00091\n",
     "nara"},
    {"archives, attributes alone",
     "   Message Attributes\n\nAutomatic Decaptioning: X\nCapture Date: 01 JAN 1994\n"
     "Concepts: FISH\nCopy: SINGLE\nDocument Number: 1975MAPUTO00091\nLocator: TEXT ON MICROFILM\n",
     "nara"},
    {"message", "UNCLASSIFIED\n\nMRN: 12 MAPUTO 91\nDate/DTG: May 31, 2012 / 310914Z MAY 12\nFrom: AMEMBASSY MAPUTO\n",
     "smart"},
    {"message without colons", "MRN 12 MAPUTO 91\nDate/DTG  May 31, 2012 / 310914Z MAY 12\nFrom : AMEMBASSY MAPUTO\n",
     "smart"},
    {"dump", "\"1\",\"1/13/2003 8:00\",\"03MAPUTO91\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"\",\"UNCLAS\"\n",
     "csv"},
    {"table", "reference_id,created,body\n03MAPUTO91,1/13/2003 8:00,\"UNCLAS MAPUTO 000091\"\n", "csv"},
    {"tabs", "Reference ID\tBody\n03MAPUTO91\t\"UNCLAS MAPUTO 000091\"\n", "csv"},
    {"other table", "id,name,salary\n1,Smith,100\n", NULL},
    {"table of bodies without text", "planet,mass\nMars,6.4e23\n", NULL},
    {"empty", "", NULL},
    {"blank", "\n\n  \n", NULL},
    {"notes", "# cablevtab\n\nReads cables like `UNCLAS MAPUTO 000091` with E.O. and TAGS lines.\n\n    " HEAD, NULL},
    {"a description of the archives' layout",
     "# Telegrams\n\nEach file has two parts:\n\n    Message Text\n    the telegram\n"
     "    Message Attributes\nAutomatic Decaptioning: X\nCapture Date: 01 JAN 1994\nConcepts: n/a\nCopy: SINGLE\n",
     NULL},
    {"a description with an example",
     "READ ME\n\nIn this folder are cables, and each begins so:\n\n" HEAD "\nand then comes the text.\n", NULL},
    {"minutes of a unit",
     "MEMORANDUM\n\n1. (U) The range was closed.\n\n2. (U) It will open again.\n\n3. (C) By whom is not known.\n",
     NULL},
    {"source with the word", "body { color: red; text; content }\n", NULL},
    {"import of the word", "from typing import Any, Text\n\nx = 1\n", NULL},
    {"prose",
     "SECRET is what they called it. The SECRET of the embassy in Maputo was kept for 91 years.\n\nIt was SECRET.\n",
     NULL},
    {"prose that begins with the word", "SECRET MAPUTO\n\nA novel in 12 chapters.\n\n1. The first chapter is short.\n",
     NULL},
    {"shopping list", "1. Bread\n2. Butter\n3. (C)offee\n", NULL},
    {"C source", "/* cable.c\n" HEAD "*/\n#include <stdio.h>\nint main(void) { return 0; }\n", NULL},
    {"C source without comment", "#include <stdio.h>\nstatic const char head[] =\n    \"UNCLAS MAPUTO 000091\";\n",
     NULL},
    {"Python", "\"\"\"Reads cables.\n\n" HEAD "UNCLAS MAPUTO 000091\n\n" LABELS "\"\"\"\n", NULL},
    {"TeX", "\\documentclass{article}\n\\begin{document}\n" HEAD "UNCLAS MAPUTO 000091\n\n" LABELS, NULL},
    {"a quotation in a page", "<html><body><blockquote>\nUNCLAS MAPUTO 000091\n\n" LABELS "</blockquote>", NULL},
    {"JSON", "{\"subject\": \"FISHING QUOTA\", \"tags\": [\"EFIS\", \"MZ\"]}\n", NULL},
    {"JSON list", "[{\"E.O.\": \"12958\"}]\n", NULL},
    {"mbox",
     "From a@example.org Mon Jan 13 08:00:00 2003\nFrom: a@example.org\nTo: b@example.org\nSubject: cable\n\n" HEAD
     "UNCLAS MAPUTO 000091\n" LABELS,
     NULL},
    {"mail", "Return-Path: <a@example.org>\nSubject: SECRET\n\nSIPDIS\n\n1. (C) Hello.\n", NULL},
    {"memo",
     "TO: All staff\nFROM: The director\nSUBJECT: Parking\nREF: Our last memo\n\n1. Do not park here.\n2. Thank you.\n",
     NULL},
    {"log", "2003-01-13 08:00:00 INFO started\n2003-01-13 08:00:01 INFO ready\n", NULL},
    {"report with an appendix",
     "Annual report\nof the harbour\nfor the year\nby its director\nwith much detail\nand figures\n"
     "on fish\non ships\nand on people\nin general\n\n" HEAD,
     NULL},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct cv_reader in = cv_reader_memory(r->text, strlen(r->text));
    struct cv_arena arena;
    struct cv_document doc;
    enum cv_status rc;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    rc = cv_document_next(&in, &doc, &arena);
    ck_assert_msg(rc == (r->format ? CV_OK : CV_MISUSE), "%s: status %d", r->name, (int)rc);
    if (r->format)
        ck_assert_msg(strcmp(doc.format->name, r->format) == 0, "%s: got %s", r->name, doc.format->name);
    else
        ck_assert_msg(cv_document_next(&in, &doc, &arena) == CV_DONE, "%s: something comes after all", r->name);
    cv_reader_close(&in);
    cv_arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("probe");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
