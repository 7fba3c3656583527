/* test_envelope.c - whole headers: where they end, what is taken from them, what is left for the head
 * (sheet 3, 4; NARA sheet 2). Each row is a telegram and what its envelope says, field by field. */
#include "../cv_check.h"
#include "../../ext/parser/parser.h"
#include <stdio.h>

static void add(struct cv_buf *b, const char *name, struct cv_span value) {
    if (!value.n) return;
    if (b->n) cv_buf_addc(b, '\n');
    cv_buf_add(b, cv_arena_printf(b->arena, "%s=%.*s", name, CV_FMT(value)));
}

static void add_list(struct cv_buf *b, const char *name, const struct cv_spans *list) {
    struct cv_buf all = {.arena = b->arena};
    for (size_t i = 0; i < list->n; i++) {
        if (i) cv_buf_addc(&all, ',');
        cv_buf_add(&all, list->v[i]);
    }
    add(b, name, cv_buf_span(&all));
}

static void add_line(struct cv_buf *b, const char *name, const struct cv_parse *p, size_t i) {
    while (i < p->lines.n && !p->lines.v[i].s.n) i++;
    if (i < p->lines.n) add(b, name, cv_span_trim(p->lines.v[i].s));
}

static struct cv_span z(const char *s) { return s ? cv_span_of(s, strlen(s)) : CV_NONE; }

/* What the envelope found, one field a line, absent ones left out. */
static struct cv_span summary(const struct cv_parse *p) {
    const struct cv_cable *c = p->out;
    struct cv_buf b = {.arena = p->arena};
    add(&b, "id", c->transmission_id);
    add(&b, "ri", c->originator_ri);
    add_list(&b, "routes", &c->routes);
    add(&b, "precedence", z(cv_precedence_name(c->precedence)));
    add(&b, "dtg", p->seen.dtg);
    add(&b, "filed", c->filed);
    add_list(&b, "signals", &c->operating_signals);
    add(&b, "origin", c->origin);
    for (size_t i = 0; i < c->attributes.n; i++)
        add(&b, "attribute",
            cv_arena_printf(b.arena, "%.*s %.*s", CV_FMT(c->attributes.v[i].name), CV_FMT(c->attributes.v[i].value)));
    add(&b, "drafted", c->drafted_by);
    add(&b, "approved", c->approved_by);
    for (size_t i = 0; i < c->addressees.n; i++) add(&b, "to", c->addressees.v[i].name);
    if (p->seen.classification)
        add(&b, "class",
            cv_arena_printf(b.arena, "%s %.*s %d", cv_classification_name(p->seen.classification),
                            CV_FMT(p->seen.class_station), p->seen.class_serial));
    add_list(&b, "captions", &c->captions);
    if (c->sections != 1) add(&b, "sections", cv_arena_printf(b.arena, "%d", c->sections));
    add_line(&b, "body", p, p->body_at);
    add_line(&b, "at", p, p->at);
    for (size_t i = 0; i < c->problems.n; i++) add(&b, "problem", z(cv_problem_name(c->problems.v[i].code)));
    return cv_buf_span(&b);
}

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"precedence written out",
     "NIACT IMMEDIATE 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060\n",
     "precedence=NIACT IMMEDIATE\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
     "class=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"2000s",
     "\nVZCZCXRO1154\nRR RUEHFL RUEHKW\nRUEHLA\nDE RUEHSK #1060/01 3621322\nZNY CCCCC ZZH\nR 281322Z DEC 07 ZDK CTG "
     "RUEHSD 4323W\n"
     "FM AMEMBASSY MINSK\nTO RUEHC/SECSTATE WASHDC 6764\nBT\n"
     "C O N F I D E N T I A L SECTION 01 OF 02 MINSK 001060 NOFORN\n\nSIPDIS\n",
     "id=VZCZCXRO1154\nri=RUEHSK\nroutes=RUEHFL,RUEHKW,RUEHLA\nprecedence=ROUTINE\ndtg=281322Z DEC 07\n"
     "filed=2007-12-28T13:22:00Z\nsignals=ZDK\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
     "class=CONFIDENTIAL MINSK 1060\ncaptions=NOFORN\nsections=2\n"
     "body=C O N F I D E N T I A L SECTION 01 OF 02 MINSK 001060 NOFORN\nat=SIPDIS"},
    {"whose words, in an extract",
     "C O N F I D E N T I A L MINSK 001060\n\nSIPDIS\n\nFROM AMCONSUL LIDA BRANCH OFFICE\n\nE.O. 12958: N/A",
     "class=CONFIDENTIAL MINSK 1060\nbody=C O N F I D E N T I A L MINSK 001060\nat=SIPDIS"},
    {"FROM for FM", "R 281322Z DEC 07\nFROM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060",
     "precedence=ROUTINE\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
     "class=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"all joined to one line",
     "VZCZCXRO1154 RR RUEHFL RUEHKW DE RUEHSK #1060 3621322 ZNY CCCCC ZZH O P 281322Z DEC 07 ZDK FM AMEMBASSY MINSK TO "
     "RUEHC/SECSTATE WASHDC 6764 INFO RUEHLO/AMEMBASSY LONDON 1234 BT C O N F I D E N T I A L MINSK 001060 SIPDIS E.O. "
     "12958: DECL: 12/28/2017 TAGS: PREL",
     "id=VZCZCXRO1154\nri=RUEHSK\nroutes=RUEHFL,RUEHKW\nprecedence=IMMEDIATE\ndtg=281322Z DEC 07\n"
     "filed=2007-12-28T13:22:00Z\nsignals=ZDK\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nto=AMEMBASSY LONDON\n"
     "class=CONFIDENTIAL MINSK 1060\ncaptions=SIPDIS\nbody=C O N F I D E N T I A L MINSK 001060 SIPDIS\n"
     "at=E.O. 12958: DECL: 12/28/2017 TAGS: PREL"},
    {"the Department's copy, joined",
     "ACTION AF-00 INFO LOG-00 NP-00 /012W ------------------3782F8 301754Z /38 P 301741Z OCT 01 FM AMEMBASSY MINSK TO "
     "SECSTATE WASHDC PRIORITY 1142 INFO AMEMBASSY LONDON PRIORITY\n\nUNCLAS MINSK 001060\nSIPDIS",
     "precedence=PRIORITY\ndtg=301741Z OCT 01\nfiled=2001-10-30T17:54:00Z\norigin=AMEMBASSY MINSK\n"
     "attribute=Action office AF-00\nattribute=Info office LOG-00\nattribute=Info office NP-00\nattribute=Counter "
     "3782F8\n"
     "to=SECSTATE WASHDC\nto=AMEMBASSY LONDON\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060\nat=SIPDIS"},
    {"1970s, a post",
     "CONFIDENTIAL\n\n42\nACTION AF-08\n\nINFO  PM-04  ISO-00  ( ISO ) W\n   EB - 07 SS-15 /043 W\n"
     "          --------------------- 071833\nR 121030Z MAR 75\nFM AMEMBASSY PORT LOUIS\nTO SECSTATE WASHDC 2145\n"
     "INFO AMEMBASSY LONDON\nAMEMBASSY PARIS PRIORITY\n\nC O N F I D E N T I A L PORT LOUIS 0412\n\nLIMDIS\n",
     "precedence=ROUTINE\ndtg=121030Z MAR 75\norigin=AMEMBASSY PORT LOUIS\nattribute=Action office AF-08\n"
     "attribute=Info office PM-04\nattribute=Info office ISO-00\nattribute=Info office EB-07\n"
     "attribute=Info office SS-15\nattribute=Counter 071833\nto=SECSTATE WASHDC\nto=AMEMBASSY LONDON\n"
     "to=AMEMBASSY PARIS\nclass=CONFIDENTIAL PORT LOUIS 412\nbody=C O N F I D E N T I A L PORT LOUIS 0412\nat=LIMDIS"},
    {"1979, the Department, filed on the next day",
     "ORIGIN EB-08\n\nINFO  OCT-01  AF-10 /031 R\n\nDRAFTED Y BY EB/OT:TKLOWE:MM\nEPPROVED BY: "
     "EB/OT:GSARNER\nAF/E:RPIKE\n"
     "EUR/NE:WDOANE (INFO)\n           ------------------010212Z 053377 /10\nP 3 11955Z JAN 79 ZFF4\nFM SECSTATE "
     "WASHDC\n"
     "TO AMEMBASSY OSLO PRIORITY\n\nLIMITED OFFICIAL USE SECTION 2 OF 2 STATE 014455\n\nE.O. 12065: N/A\n",
     "precedence=PRIORITY\ndtg=311955Z JAN 79\nfiled=1979-02-01T02:12:00Z\nsignals=ZFF4\norigin=SECSTATE WASHDC\n"
     "attribute=Origin office EB-08\nattribute=Info office OCT-01\nattribute=Info office AF-10\nattribute=Counter "
     "053377\n"
     "drafted=EB/OT:TKLOWE:MM\napproved=EB/OT:GSARNER; AF/E:RPIKE; EUR/NE:WDOANE (INFO)\nto=AMEMBASSY OSLO\n"
     "class=LIMITED OFFICIAL USE STATE 14455\nsections=2\nbody=LIMITED OFFICIAL USE SECTION 2 OF 2 STATE 014455\n"
     "at=E.O. 12065: N/A"},
    {"drafted at the end",
     "R 121030Z MAR 75\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\n\nUNCLAS STATE 014455\n\nE.O. 11652: N/A\n1. TEXT. "
     "RUSH\n"
     "DRAFTED BY: EB/OT:TKLOWE\nAPPROVED BY EB/OT:GSARNER\nAF/E:RPIKE\n",
     "precedence=ROUTINE\ndtg=121030Z MAR 75\norigin=SECSTATE WASHDC\ndrafted=EB/OT:TKLOWE\n"
     "approved=EB/OT:GSARNER; AF/E:RPIKE\nto=AMEMBASSY OSLO\nclass=UNCLASSIFIED STATE 14455\nbody=UNCLAS STATE 014455\n"
     "at=E.O. 11652: N/A"},
    {"extract",
     "This record is a partial extract of the original cable. The full text of the original cable is not available.\n\n"
     "UNCLAS SECTION 01 OF 04 MINSK 008983\n\nSIPDIS\n",
     "class=UNCLASSIFIED MINSK 8983\nsections=4\nbody=UNCLAS SECTION 01 OF 04 MINSK 008983\nat=SIPDIS"},
    {"extract with a date alone before it", "281322Z DEC 85\nUNCLAS MINSK 008983\n\nE.O. 12356: N/A\n",
     "dtg=281322Z DEC 85\nclass=UNCLASSIFIED MINSK 8983\nbody=UNCLAS MINSK 008983\nat=E.O. 12356: N/A"},
    {"extract with a date alone behind it", "UNCLAS MINSK 008983\n\nR 281322Z DEC 85\nE.O. 12356: N/A\n",
     "precedence=ROUTINE\ndtg=281322Z DEC 85\nclass=UNCLASSIFIED MINSK 8983\nbody=UNCLAS MINSK 008983\nat=E.O. 12356: "
     "N/A"},
    {"a mark before the header",
     "UNCLASSIFIED   STATE   00100153\nO 251814Z SEP 09\nFM SECSTATE WASHDC\nTO ALL DIPLOMATIC AND CONSULAR POSTS "
     "COLLECTIVE IMMEDIATE\n\nUNCLAS SECTION 01 OF 02 STATE 100153\n\nSENSITIVE\n",
     "precedence=IMMEDIATE\ndtg=251814Z SEP 09\norigin=SECSTATE WASHDC\nto=ALL DIPLOMATIC AND CONSULAR POSTS "
     "COLLECTIVE\n"
     "class=UNCLASSIFIED STATE 100153\nsections=2\nbody=UNCLAS SECTION 01 OF 02 STATE 100153\nat=SENSITIVE"},
    {"a mark inside the addresses",
     "R 281322Z DEC 79\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nCONFIDENTIAL\nAMEMBASSY OSLO\n\n"
     "C O N F I D E N T I A L MINSK 1060\nE.O. 12065: GDS\n",
     "precedence=ROUTINE\ndtg=281322Z DEC 79\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nto=AMEMBASSY OSLO\n"
     "class=CONFIDENTIAL MINSK 1060\nbody=C O N F I D E N T I A L MINSK 1060\nat=E.O. 12065: GDS"},
    {"no classification line",
     "R 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nINFO AMEMBASSY OSLO\n\nSTATE FOR EUR\n\nE.O. 12958: "
     "N/A\n",
     "precedence=ROUTINE\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nto=AMEMBASSY OSLO\n"
     "body=STATE FOR EUR\nat=STATE FOR EUR"},
    {"no envelope", "SUBJECT: A MEETING\n\n1. Text.\n", "body=SUBJECT: A MEETING\nat=SUBJECT: A MEETING"},
    {"nothing but text", "The minister said that he would come.\n",
     "body=The minister said that he would come.\n"
     "at=The minister said that he would come."},
    {"a sentence that goes on with the word of a label",
     "(C) The ministry cut its forecast for the harvest\nto 76 thousand tons.\n",
     "body=(C) The ministry cut its forecast for the harvest\nat=(C) The ministry cut its forecast for the harvest"},
    {"a telegram quoted in the text",
     "UNCLAS MINSK 001060\nE.O. 12958: N/A\n1. Following repeated:\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n"
     "UNCLAS OSLO 000123\n",
     "class=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060\nat=E.O. 12958: N/A"},
    {"station wrapped", "UNCLAS SECTION 01 OF 02 RIO DE\nJANEIRO 001238\n\nSIPDIS\n",
     "class=UNCLASSIFIED RIO DE JANEIRO 1238\nsections=2\nbody=UNCLAS SECTION 01 OF 02 RIO DE\nat=SIPDIS"},
    {"number wrapped, a caption behind it", "C O N F I D E N T I A L KUALA LUMPUR\n001238 NOFORN\n\nSIPDIS\n",
     "class=CONFIDENTIAL KUALA LUMPUR 1238\ncaptions=NOFORN\nbody=C O N F I D E N T I A L KUALA LUMPUR\nat=SIPDIS"},
    {"number alone on a line", "C O N F I D E N T I A L KUALA LUMPUR\n001238\n\nSIPDIS\n",
     "class=CONFIDENTIAL KUALA LUMPUR 1238\nbody=C O N F I D E N T I A L KUALA LUMPUR\nat=SIPDIS"},
    {"the same header twice",
     "RR RUEHFL\nDE RUEHSK #1060 3621322\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC 6764\n\n"
     "RR RUEHFL\nDE RUEHSK #1060 3621322\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC 6764\n"
     "UNCLAS MINSK 001060\n",
     "ri=RUEHSK\nroutes=RUEHFL\nprecedence=ROUTINE\ndtg=281322Z DEC 07\nfiled=2007-12-28T13:22:00Z\n"
     "origin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"backslashes for line ends",
     "R 281322Z DEC 07 \\\nFM AMEMBASSY MINSK\\\nTO SECSTATE WASHDC 6764\\\n\\\nUNCLAS MINSK 001060\\\n",
     "precedence=ROUTINE\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
     "class=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"what is no part of the line", "C O N F I D E N T I A L MINSK 001060 DEPT FOR EUR/UMB\nE.O. 12958: N/A\n",
     "class=CONFIDENTIAL MINSK 1060\nbody=C O N F I D E N T I A L MINSK 001060\nat=DEPT FOR EUR/UMB"},
    {"letters closed up", "UNCLAS E F T O SECTION 01 OF 02 MINSK 001060\nSIPDIS\n",
     "class=UNCLASSIFIED MINSK 1060\ncaptions=EFTO\nsections=2\nbody=UNCLAS E F T O SECTION 01 OF 02 MINSK "
     "001060\nat=SIPDIS"},
    {"counted by line 3, but too short to be cut",
     "DE RUEHSK #1060/01 3621322\nZNR UUUUU ZZH\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\n\n"
     "UNCLAS MINSK 001060\nSIPDIS\n",
     "ri=RUEHSK\nprecedence=ROUTINE\ndtg=281322Z DEC 07\nfiled=2007-12-28T13:22:00Z\norigin=AMEMBASSY MINSK\n"
     "to=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060\nat=SIPDIS"},
    {"filed in the new year",
     "DE RUEHSK #1060 0010022\nR 312350Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060\n",
     "ri=RUEHSK\nprecedence=ROUTINE\ndtg=312350Z DEC 07\nfiled=2008-01-01T00:22:00Z\norigin=AMEMBASSY MINSK\n"
     "to=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"line 3 is another day's",
     "DE RUEHSK #1060 3521322\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060\n",
     "ri=RUEHSK\nprecedence=ROUTINE\ndtg=281322Z DEC 07\nfiled=2007-12-18T13:22:00Z\norigin=AMEMBASSY MINSK\n"
     "to=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060\nproblem=date-differs"},
    {"precedence of line 2",
     "PP RUEHC\nDE RUEHSK #1060 3621322\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060\n",
     "ri=RUEHSK\nroutes=RUEHC\nprecedence=PRIORITY\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
     "class=UNCLASSIFIED MINSK 1060\nbody=UNCLAS MINSK 001060"},
    {"precedence of the addressees", "FM AMEMBASSY MINSK\nTO SECSTATE WASHDC IMMEDIATE\nUNCLAS MINSK 001060\n",
     "precedence=IMMEDIATE\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\nbody=UNCLAS "
     "MINSK 001060"},
    {"seven digits", "R 2813221Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nUNCLAS MINSK 001060\n",
     "precedence=ROUTINE\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK 1060\n"
     "body=UNCLAS MINSK 001060\nproblem=bad-date"},
    {"1960s",
     "R 131849Z DEC 66\nFM AMEMBASSY MINSK\nTO RUEHC/SECSTATE 1740\nINFO RUESUB/AMEMBASSY LONDON\nSTATE "
     "GRNC\nBT\nUNCLAS SECTION 1 OF 2 MINSK 2481\n",
     "precedence=ROUTINE\ndtg=131849Z DEC 66\norigin=AMEMBASSY MINSK\nto=SECSTATE\nto=AMEMBASSY LONDON\n"
     "class=UNCLASSIFIED MINSK 2481\nsections=2\nbody=UNCLAS SECTION 1 OF 2 MINSK 2481"},
    {"lines before the classification line",
     "R 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\nSTATE FOR EUR/UMB\nEXDIS\n\nUNCLAS MINSK "
     "001060\nSIPDIS\n",
     "precedence=ROUTINE\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MINSK "
     "1060\n"
     "captions=EXDIS\nbody=UNCLAS MINSK 001060\nat=SIPDIS"},
    {"1973, blanks from copying",
     "ORIGIN S S-10\n\nI NFO O CT-01 ISO-0 0 /011 R\n\n66605\nDRAFTED BY: S/S-O:ABNAME:EF\n11/29/73\nAPPROVED BY: "
     "S/S-O:ABNAME\n          --------------------- 12 3950\nP 1 31923Z DEC 7 3\nF M SECSTATE WASHDC\nT O AMEMBASSY "
     "OSLO\n\n"
     "C O N F I D E N T IA L STATE 237171\n",
     "precedence=PRIORITY\ndtg=131923Z DEC 73\norigin=SECSTATE WASHDC\nattribute=Origin office SS-10\n"
     "attribute=Info office OCT-01\nattribute=Info office ISO-00\nattribute=Counter 123950\n"
     "drafted=S/S-O:ABNAME:EF; 11/29/73\napproved=S/S-O:ABNAME\nto=AMEMBASSY OSLO\n"
     "class=CONFIDENTIAL STATE 237171\nbody=C O N F I D E N T IA L STATE 237171"},
    {"the dashes line cut at its gap",
     "ORIGIN SS-10\nINFO OCT-01 /011 R\nDRAFTED BY: S/S-O:ABNAME\nAPPROVED BY: S/S-O:CDNAME\n---------------------\n\n"
     "123950\n\nP 131923Z DEC 73\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nUNCLAS STATE 237171\n",
     "precedence=PRIORITY\ndtg=131923Z DEC 73\norigin=SECSTATE WASHDC\nattribute=Origin office SS-10\n"
     "attribute=Info office OCT-01\nattribute=Counter 123950\ndrafted=S/S-O:ABNAME\napproved=S/S-O:CDNAME\n"
     "to=AMEMBASSY OSLO\nclass=UNCLASSIFIED STATE 237171\nbody=UNCLAS STATE 237171"},
    {"lowered capitals",
     "p 150613Z Dec 05\nFm Amembassy minsk\nTo Secstate washdc\n\nS e c r e t minsk 001060\n\nSipdis\n",
     "precedence=PRIORITY\ndtg=150613Z DEC 05\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\nclass=SECRET minsk 1060\n"
     "body=S e c r e t minsk 001060\nat=Sipdis"},
    {"routes with line 3 joined to their last line",
     "ZCZCA1\nRR RUEHAG RUEHDF\nRUEHFL RUEHIK DE RUEHMP #0091 0130800\nR 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO "
     "RUEHC/SECSTATE "
     "WASHDC\nUNCLAS MAPUTO 000091\n",
     "id=ZCZCA1\nri=RUEHMP\nroutes=RUEHAG,RUEHDF,RUEHFL,RUEHIK\nprecedence=ROUTINE\ndtg=130800Z JAN 03\n"
     "filed=2003-01-13T08:00:00Z\norigin=AMEMBASSY MAPUTO\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MAPUTO 91\n"
     "body=UNCLAS MAPUTO 000091"},
    {"TO is lost",
     "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nRUEHC/SECSTATE WASHDC 3301\nINFO RUEHLK/AMEMBASSY LUSAKA\nUNCLAS MAPUTO "
     "000091\n",
     "precedence=ROUTINE\ndtg=130800Z JAN 03\norigin=AMEMBASSY MAPUTO\nto=SECSTATE WASHDC\nto=AMEMBASSY LUSAKA\n"
     "class=UNCLASSIFIED MAPUTO 91\nbody=UNCLAS MAPUTO 000091"},
    {"TO is lost, no indicators", "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nSECSTATE WASHDC 3301\nUNCLAS MAPUTO 000091\n",
     "precedence=ROUTINE\ndtg=130800Z JAN 03\norigin=AMEMBASSY MAPUTO\nto=SECSTATE WASHDC\nclass=UNCLASSIFIED MAPUTO "
     "91\nbody=UNCLAS MAPUTO 000091"},
    {"line 5 joined to the Department's line",
     "UNCLASSIFIED   STATE   00100153 O 251814Z SEP 09\nFM SECSTATE WASHDC\nTO AMEMBASSY LUSAKA\nUNCLAS STATE 100153\n",
     "precedence=IMMEDIATE\ndtg=251814Z SEP 09\norigin=SECSTATE WASHDC\nto=AMEMBASSY LUSAKA\nclass=UNCLASSIFIED STATE "
     "100153\nbody=UNCLAS STATE 100153"},
    {"the Department's line without FM",
     "UNCLASSIFIED   STATE   00100153\nO 251814Z SEP 09\nTO AMEMBASSY LUSAKA\nUNCLAS STATE 100153\n",
     "precedence=IMMEDIATE\ndtg=251814Z SEP 09\nto=AMEMBASSY LUSAKA\nclass=UNCLASSIFIED STATE 100153\nbody=UNCLAS "
     "STATE "
     "100153"},
};

static void run(struct cv_parse *p, struct cv_span text) {
    p->seen.filed_minute = -1;
    p->text = p->whole = text;
    p->first_line_no = 1;
    p->needs = CV_NEED_ALL;
    cv_lines_split(p);
    cv_envelope_parse(p);
}

START_TEST(row) {
    struct cv_arena a;
    struct cv_cable c = {.format = "acp127"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none};
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    run(&p, z(rows[_i].text));
    cv_assert_span(rows[_i].name, summary(&p), rows[_i].want);
    cv_arena_free(&a);
}
END_TEST

/* No byte is marked twice, and up to p->at none is left out. */
START_TEST(fates) {
    struct cv_arena a;
    struct cv_cable c = {.format = "acp127"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none};
    const char *text = rows[_i].text;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    p.fates = cv_arena_alloc(&a, strlen(text));
    run(&p, z(text));
    for (size_t i = 0; i < strlen(text); i++) {
        bool before = p.at < p.lines.n ? text + i < p.lines.v[p.at].s.p : true;
        ck_assert_msg(p.fates[i] != CV_FATE_TWICE, "%s: byte %zu twice", rows[_i].name, i);
        if (p.at && before && !cv_is_space(text[i]))
            ck_assert_msg(p.fates[i] != CV_FATE_NONE, "%s: byte %zu '%c' lost", rows[_i].name, i, text[i]);
    }
    cv_arena_free(&a);
}
END_TEST

/* Every prefix, in an allocation of its own, and with an allocator that gives up after n bytes. */
START_TEST(prefixes) {
    size_t n = strlen(rows[_i].text);
    for (size_t k = 0; k <= n; k++) {
        struct cv_arena a;
        struct cv_cable c = {.format = "acp127"};
        struct cv_container none = {.kind = CV_CONTAINER_NONE};
        struct cv_parse p = {.arena = &a, .out = &c, .container = &none};
        char *copy = malloc(k ? k : 1);
        ck_assert_ptr_nonnull(copy);
        memcpy(copy, rows[_i].text, k);
        cv_arena_init(&a, &cv_allocator_malloc, 0);
        run(&p, cv_span_of(copy, k));
        cv_arena_free(&a);
        cv_arena_init(&a, &cv_allocator_malloc, 64 * k + 1);
        c = (struct cv_cable){.format = "acp127"};
        p = (struct cv_parse){.arena = &a, .out = &c, .container = &none};
        run(&p, z(rows[_i].text));
        cv_arena_free(&a);
        free(copy);
    }
}
END_TEST

/* A later section's header fills what the first one lacks, and nothing else. */
START_TEST(fill) {
    static const char first[] = "FM AMEMBASSY MINSK\nTO SECSTATE WASHDC 1234\n\nUNCLAS SECTION 01 OF 02 MINSK 001060\n";
    static const char second[] = "P 281322Z DEC 07 ZDK\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 1235\n\n"
                                 "UNCLAS SECTION 02 OF 02 MINSK 001060\n";
    struct cv_arena a;
    struct cv_cable c = {.format = "acp127"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none, .first_line_no = 1, .needs = CV_NEED_ALL};
    size_t from;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    p.seen.filed_minute = -1;
    p.text = cv_arena_printf(&a, "%s1. TEXT.\n%s2. TEXT.\n", first, second);
    cv_lines_split(&p);
    for (from = 0; from < p.lines.n && !cv_span_starts(p.lines.v[from].s, "P 28");) from++;
    cv_envelope_fill(&p, from, from + 5);
    cv_envelope_parse(&p);
    cv_assert_span("fill", summary(&p),
                   "precedence=PRIORITY\ndtg=281322Z DEC 07\norigin=AMEMBASSY MINSK\nto=SECSTATE WASHDC\n"
                   "class=UNCLASSIFIED MINSK 1060\nsections=2\nbody=UNCLAS SECTION 01 OF 02 MINSK 001060\nat=1. TEXT.");
    cv_assert_span("number", c.addressees.v[0].message_number, "1234");
    cv_arena_free(&a);
}
END_TEST

/* Line 3 counts a section, the text is longer than one holds, and nothing says how many there were. */
START_TEST(sections_untold) {
    struct cv_arena a;
    struct cv_cable c = {.format = "acp127"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none};
    struct cv_buf text;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    text = (struct cv_buf){.arena = &a};
    cv_buf_addz(&text, "DE RUEHSK #1060/01 3621322\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\nTO SECSTATE WASHDC\n\n"
                       "UNCLAS MINSK 001060\n\n1. ");
    while (text.n < 8000) cv_buf_addz(&text, "The minister said that he would come.\n");
    run(&p, cv_buf_span(&text));
    ck_assert_int_eq(c.sections, 0);
    ck_assert_uint_eq(c.problems.n, 1);
    ck_assert_int_eq((int)c.problems.v[0].code, CV_P_SECTION_MISSING);
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("envelope");
    TCase *t = tcase_create("rows");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, fates, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, prefixes, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, fill);
    tcase_add_test(t, sections_untold);
    suite_add_tcase(s, t);
    return cv_check_run(s);
}
