/* test_head.c - the walk over the head: which lines belong to which field, and where the text begins (sheet 4 to 10,
 * 16; NARA sheet 2, 5). The heads are invented, in true layout. Each row's lines stand as the stages before leave them. */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *name, *text;
    /* one per line "field=value"; only the fields named are looked at; rest= is the first line of the text */
    const char *want;
} rows[] = {
    {"declassify first", "\nDECL: 12/28/2017\nTAGS: PHUM, BO\nSUBJECT: A\n\n1. Text",
     "on=2017-12-28\ntags=PHUM BO\nsubject=A\nrest=1. Text\n"},
    {"whom from whom",
     "\nSECRETARY ROE FROM AMBASSADOR DOE\nATTN: EUR/UMB\nE.O. 12958: N/A\nTAGS: PHUM\nSUBJECT: A\n\n1. Text",
     "pass=SECRETARY ROE FROM AMBASSADOR DOE|ATTN: EUR/UMB\neo=12958\ntags=PHUM\nsubject=A\nrest=1. Text\n"},
    {"for whom from whom behind REF",
     "\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: A\nREF: LIMA 1\n\nFOR ROE FROM THE AMBASSADOR\n\n1. TEXT",
     "pass=FOR ROE FROM THE AMBASSADOR\nsubject=A\nrest=1. TEXT\n"},
    {"for whom right above REF",
     "\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: A\nFOR AMBASSADOR FROM ROE\nREF: LIMA 1\n1. TEXT",
     "pass=FOR AMBASSADOR FROM ROE\nsubject=A\nrest=1. TEXT\n"},
    {"ENTIRE TEXT right below REF",
     "\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: A\nREF: LIMA 1\nCONFIDENTIAL - ENTIRE TEXT.\n1. TEXT",
     "subject=A\nrest=CONFIDENTIAL - ENTIRE TEXT.\n"},
    {"a repeat's own classification",
     "\nQUOTE C O N F I D E N T I A L LIMA 777\nE.O. 11652: N/A\nTAGS: PFOR\nSUBJ: A\n\n1. TEXT",
     "subject=A\nrest=QUOTE C O N F I D E N T I A L LIMA 777\n"},
    {"a letter's heading right below the subject", "\nE.O. 11652: N/A\nTAGS: PFOR\nSUBJ: A\nA. PRICES\n1. TEXT",
     "subject=A\nrest=A. PRICES\n"},
    {"values over the gaps of their labels",
     "\nE.O. 11652:\n\nNA\nTAGS:\n\nPFOR\nSUBJ:\n\nA\nREF:\n\nTOSEC 345\n1. TEXT",
     "tags=PFOR\nsubject=A\ncaptions=\nrest=1. TEXT\n"},
    {"a code over the gap of its label",
     "\nE.O. 12065:\n\nXDS-1 3/8/99 (ROE, JOHN) OR-M\nTAGS: PFOR\nSUBJ: A\n\n1. TEXT",
     "on=1999-03-08\ntags=PFOR\nsubject=A\nrest=1. TEXT\n"},
    {"a repeat below a pass line",
     "\nPASS STR FOR ROE\nFOL TEL SENT OSLO MAY 1 RPTD FOR INFO\nE.O. 11652: N/A\nTAGS: PFOR\nSUBJ: A\n\n1. TEXT",
     "pass=PASS STR FOR ROE\nsubject=A\nrest=FOL TEL SENT OSLO MAY 1 RPTD FOR INFO\n"},
    {"a command's adviser behind the subject", "\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: A\n\nCINCPAC FOR POLAD\n\n1. TEXT",
     "pass=CINCPAC FOR POLAD\nsubject=A\nrest=1. TEXT\n"},
    {"an item of the text with the word summary",
     "E.O. 11652: GDS\nTAGS: PFOR\nSUBJ: A\nREF: LIMA 1\n\nA. SUMMARY: TEXT", "subject=A\nrest=A. SUMMARY: TEXT\n"},
    {"cut in its pass lines", "\nSTATE FOR EUR/UMB\nNSC FOR ROE, POLAD\n...\n",
     "pass=STATE FOR EUR/UMB|NSC FOR ROE, POLAD\n"},
    {"a heading below a subject in capitals", "E.O. 11652: N/A\nSUBJ: THE LAWYERS TAKE\nOVER\n\nWho Pays\n\n1. Text.",
     "subject=THE LAWYERS TAKE OVER\nrest=Who Pays\n"},
    {"plain",
     "\nSIPDIS\n\nSIPDIS\nDEPT FOR EUR/UMB AND G/TIP\n\nE.O. 12958: DECL: 12/28/2017\nTAGS: PHUM, BO\n"
     "SUBJECT: A\n\nREF: MINSK 1\n\nClassified By: Charge John Doe for reason 1.4 (d).\n\nSummary\n\n1. (C) Text.\n",
     "captions=SIPDIS\npass=DEPT FOR EUR/UMB AND G/TIP\neo=12958\non=2017-12-28\ntags=PHUM BO\nsubject=A\nby=John Doe\n"
     "rest=Summary\n"},
    {"no colons", "SENSITIVE\nEO 12958 N/A\nTAGS PREL, EWWT,\nSP\nSUBJECT A\nREF STATE 123\n\n1. Text",
     "captions=SENSITIVE\neo=12958\ntags=PREL EWWT SP\nsubject=A\nrest=1. Text\n"},
    {"one line", "E.O. 12958: N/A TAGS: ASEC SNAR BR\n\nSUBJECT: A B REF: BRASILIA 1159\n\n1. Text",
     "eo=12958\ntags=ASEC SNAR BR\nsubject=A B\nrest=1. Text\n"},
    {"all in one line", "SIPDIS STATE FOR WHA E.O. 12958: N/A TAGS: ASEC BR SUBJECT: A B REF: BRASILIA 1 1. (U) Text",
     "captions=SIPDIS\npass=STATE FOR WHA\neo=12958\ntags=ASEC BR\nsubject=A B\nrest=1. (U) Text\n"},
    {"TAGS without colon in the line of E.O.", "E.O. 12356: DECL: OADR TAGS [EAIR](#), ETRDGB\nSUBJECT: A\n\n1. T",
     "note=OADR\ntags=EAIR ETRD GB\nsubject=A\n"},
    {"pilcrow ends REF",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A REF: BRASILIA 1 \xC2\xB6"
     "1. (U) Text",
     "subject=A\nrest=\xC2\xB6"
     "1. (U) Text\n"},
    {"TAGS without label", "E.O. 11652: N/A\nEDIS, ETRD, EAGR, BL\nSUBJ: A\n\n1. TEXT",
     "tags=EDIS ETRD EAGR BL\nsubject=A\nrest=1. TEXT\n"},
    {"TAGS: three letters on the next line", "E.O. 12958: N/A\nTAGS: ECON OECD PREL\nEUN\n\nSUBJECT: A\n\n1. TEXT",
     "tags=ECON OECD PREL EUN\nsubject=A\nrest=1. TEXT\n"},
    {"TAGS: phrase over two lines", "E.O. 12958: N/A\nTAGS: PREL, MEDIA REACTION\nREPORT\nSUBJECT: A\n\n1. TEXT",
     "tags=PREL MEDIA REACTION REPORT\nsubject=A\n"},
    {"TAGS twice", "E.O. 11652: N/A\nTAGS: N/A\nTAGS: PFOR\nSUBJ: A\n\n1. TEXT", "tags=PFOR\nsubject=A\n"},
    {"E.O. cut at its gap", "E.O. 12065\n\nN/A\nTAGS: PFOR\nSUBJ: A\n\n1. TEXT", "eo=12065\nsubject=A\nrest=1. TEXT\n"},
    {"E.O. date on the next line", "E.O. 12958: DECL:\n12/28/2017\nTAGS: PREL\nSUBJECT: A\n1. TEXT",
     "on=2017-12-28\ntags=PREL\n"},
    {"E.O. phrase", "E.O. 12958: DECL: AFTER KOREAN\nUNIFICATION\nTAGS: PREL\nSUBJECT: A\n1. TEXT",
     "note=AFTER KOREAN UNIFICATION\ntags=PREL\n"},
    {"subject wrapped", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A B\nC D\n\nREF: MINSK 1\n\n1. Text",
     "subject=A B C D\n"},
    {"a number and NOTAL are no paragraph",
     "E.O. 11652: N/A\nTAGS: PREL\nSUBJ: A\nREF: (A) QUITO 12; (B) LIMA\n55 (NOTAL)\n\n1. TEXT",
     "subject=A\nrest=1. TEXT\n"},
    {"a date of the reference is wrapped",
     "E.O. 11652: N/A\nTAGS: PREL\nSUBJ: A\nREF: QUITO 12 (DTG 141515Z MAY\n75)\n\n1. TEXT",
     "subject=A\nrest=1. TEXT\n"},
    {"sentences below the subject", "E.O. 11652: N/A\nSUBJ: A B\nCREW RESCUED. PLEASE REPORT AT ONCE ANY\nCHANGE.\n",
     "subject=A B\nrest=CREW RESCUED. PLEASE REPORT AT ONCE ANY\n"},
    {"the number of a message goes on REF",
     "E.O. 11652: N/A\nSUBJ: A B\nREF: LIMA 6679, OURTEL 3116, 76\nSECTO 17313\n\n1. TEXT",
     "subject=A B\nrest=1. TEXT\n"},
    {"the number of a message to a delegation", "TOSEC 345\n\nE.O. 11652: N/A\nSUBJ: A B\n\n1. TEXT",
     "captions=TOSEC 345\nsubject=A B\nrest=1. TEXT\n"},
    {"a request to pass below the subject",
     "E.O. 11652: N/A\nTAGS: PREL\nSUBJ: A B\nDEPARTMENT PASS ALL POSTS\n1. TEXT",
     "subject=A B\npass=DEPARTMENT PASS ALL POSTS\nrest=1. TEXT\n"},
    {"a repeat is no caption",
     "EXDIS, NODIS\nFOLLOWING REPEAT LIMA 12 SENT FOR ACTION SECSTATE MAY 12\nQUOTE\nE.O. 11652: GDS\nTAGS: "
     "PREL\nSUBJ: A\n1. TEXT",
     "captions=EXDIS NODIS\npass=\nsubject=A\nproblems=\nrest=FOLLOWING REPEAT LIMA 12 SENT FOR ACTION SECSTATE MAY "
     "12\n"},
    {"subject on the next block", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT:\n\nA B\n\n1. Text",
     "subject=A B\nrest=1. Text\n"},
    {"subject ends at a heading", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A B\nIntroduction\n------------\n1. Text",
     "subject=A B\nrest=Introduction\n"},
    {"subject before a boxed heading",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE LIFE OF\nMEN\n-------\nSummary\n-------\n1. Text",
     "subject=THE LIFE OF MEN\nrest=-------\n"},
    {"subject ends at SUMMARY", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A B\nSUMMARY\n\n1. Text",
     "subject=A B\nrest=SUMMARY\n"},
    {"subject goes on over a blank line",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: MEETING WITH THE\n\nMINISTER\n\n1. Text",
     "subject=MEETING WITH THE MINISTER\nproblems=subject-joined\nrest=1. Text\n"},
    {"a heading after a blank line is none of the subject",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A MEETING\n\nINTRODUCTION\n\n1. Text",
     "subject=A MEETING\nrest=INTRODUCTION\n"},
    {"a caption sentence ends it",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A MEETING\nSensitive but unclassified - entire text.\n\n1. Text",
     "subject=A MEETING\nrest=Sensitive but unclassified - entire text.\n"},
    {"Classified By glued to the subject",
     "E.O. 12958: DECL: 1/2/2017\nTAGS: PREL\nSUBJECT: A MEETINGClassified By: DCM John Doe for reason 1.4 (b)\n\n1. "
     "Text",
     "subject=A MEETING\nby=John Doe\nrest=1. Text\n"},
    {"REF glued to the subject", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: ON UK PRIMEREF: A. LONDON 1939\n\n1. Text",
     "subject=ON UK PRIME\nrest=1. Text\n"},
    {"no REF without a colon", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: Ref Nixon visit\n\n1. Text",
     "subject=Ref Nixon visit\n"},
    {"subject without a label",
     "E.O. 12958: N/A\nTAGS: PREL, BR\n\nA MEETING WITH THE PRESIDENT\n\nREF: STATE 1\n\n1. Text",
     "subject=A MEETING WITH THE PRESIDENT\nrest=1. Text\n"},
    {"section line in a subject", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PART 1 OF 3:  THE LIFE\n\n1. Text",
     "subject=PART 1 OF 3: THE LIFE\n"},
    {"Classified By as paragraph 1",
     "E.O. 12356: DECL: OADR\nTAGS: PREL\nSUBJECT: A\n\n1. (U) Classified by DCM John Doe; reason 1.5 (b)\n\n2. (C) "
     "Text.",
     "by=John Doe\ntitle=DCM\nreasons=1.5(b)\nrest=2. (C) Text.\n"},
    {"a sentence that classifies",
     "E.O. 12958: DECL: 1/2/2010\nTAGS: PREL\nSUBJECT: A\n\n1. (U) This cable was classified by DCM John Doe for "
     "reasons "
     "1.5 (b)\nand (d).\n2. (C) Text.",
     "by=John Doe\nreasons=1.5(b) 1.5(d)\nrest=2. (C) Text.\n"},
    {"Classified By at the end",
     "E.O. 12958: DECL: 1/2/2010\nTAGS: PREL\nSUBJECT: A\n\n1. (C) Text.\n\nClassified By: DCM John Doe for reason 1.5 "
     "(b)\n\nDOE",
     "by=John Doe\nreasons=1.5(b)\nrest=1. (C) Text.\nlast=DOE\n"},
    {"REF after Classified By",
     "E.O. 12958: DECL: 1/2/2010\nTAGS: PREL\nSUBJECT: A\n\nClassified By: DCM John Doe for reason 1.5 (b)\n\nREF: "
     "STATE "
     "1\n\n1. (C) Text.",
     "by=John Doe\nrest=1. (C) Text.\n"},
    {"four lines",
     "E.O. 12958: DECL: 1/2/2010\nTAGS: PREL\nSUBJECT: A\nCLASSIFIED BY: John Doe, Ambassador, EXEC, DOS.\nREASON: 1.4 "
     "(b), (d)\n1. (C) Text.",
     "by=John Doe\ntitle=Ambassador\nreasons=1.4(b) 1.4(d)\nrest=1. (C) Text.\n"},
    {"SMART",
     "E.O.: 13526\nTAGS: PGOV, UG\nSubject: Lease\nClassified By: DCM Jane Roe\nReason: 1.4 (b) and (d)\n"
     "DECL: 2022/05/31\n\n1. (SBU) Text.",
     "eo=13526\non=2022-05-31\nby=Jane Roe\nreasons=1.4(b) 1.4(d)\nrest=1. (SBU) Text.\n"},
    {"caption between REF and text",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\nREF: STATE 1\n\nSENSITIVE BUT UNCLASSIFIED -- HANDLE "
     "ACCORDINGLY\n\nSUMMARY\n1. T",
     "captions=SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY\nrest=SUMMARY\n"},
    {"a caption with something unknown", "EXDIS BLUE HERON\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\n1. Text",
     "captions=EXDIS\nsubject=A\nproblems=caption-unknown\nrest=BLUE HERON\n"},
    {"unknown caption is kept as text", "SIPDIS\nBLUE HERON\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\n1. Text",
     "captions=SIPDIS\nsubject=A\nproblems=caption-unknown\nrest=BLUE HERON\nlast=1. Text\n"},
    {"a name alone says whom to pass it to", "USDOC\n\nE.O. 11652: N/A\nSUBJECT: A\n\n1. TEXT",
     "pass=USDOC\nproblems=\nrest=1. TEXT\n"},
    {"wrapped pass line",
     "STATE FOR WHA/BSC, DS/ITA AND \nDS/IP/WHA \nDEPT FOR INL\nSIPDIS\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n1. T",
     "pass=STATE FOR WHA/BSC, DS/ITA AND DS/IP/WHA|DEPT FOR INL\ncaptions=SIPDIS\n"},
    {"pass line that breaks off",
     "FOR IO; DOE FOR NA-24; NSC FOR\nROE, DOE; NRC FOR SMITH\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n1. T",
     "pass=FOR IO; DOE FOR NA-24; NSC FOR ROE, DOE; NRC FOR SMITH\n"},
    {"pass line ended by an E.O. label", "DEPT FOR WHA/BSC E.O. 12958: DECL: 1/2/2010\nTAGS: PREL\nSUBJECT: A\n1. T",
     "pass=DEPT FOR WHA/BSC\non=2010-01-02\n"},
    {"text without number",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\nREF: STATE 126167\n\nEmbassy conveyed the invitation\nto him.",
     "subject=A\nrest=Embassy conveyed the invitation\n"},
    {"text right behind REF", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\nREF: STATE 40380\n (SBU) Poloff delivered it.",
     "rest= (SBU) Poloff delivered it.\n"},
    {"no head at all", "1. TEXT\n2. MORE", "rest=1. TEXT\n"},
    {"only captions", "SIPDIS\n\nTHE TEXT BEGINS HERE AND GOES ON.",
     "captions=SIPDIS\nrest=THE TEXT BEGINS HERE AND GOES ON.\n"},
    {"GP-3 of E.O. 10501", "LIMDIS\n\nSUBJECT: A\n\n1. TEXT.\n\nGP-3\nRUSK", "note=GP-3\nrest=1. TEXT.\nlast=RUSK\n"},
    {"FOR: after SUBJ is text",
     "E.O. 11652: N/A\nTAGS: OEXC\nSUBJECT: FY 75\nFOR: CU/ARA\nREFERENCE: STATE 158384\nTEXT HERE.",
     "subject=FY 75\npass=\nrest=FOR: CU/ARA\n"},
    {"pass line after SUBJ", "E.O. 11652: N/A\nTAGS: PINT\nSUBJ: A\n\nDEPARTMENT PASS ALL ARA POSTS\n\n1. TEXT",
     "pass=DEPARTMENT PASS ALL ARA POSTS\nrest=1. TEXT\n"},
    {"for whom it is, alone above the text",
     "E.O. 11652: GDS\nTAGS: PINT\nSUBJ: A\nREF: LIMA 1\n\nFOR THE AMBASSADOR FROM ROE\n\n1. TEXT",
     "pass=FOR THE AMBASSADOR FROM ROE\nrest=1. TEXT\n"},
    {"for whom it is, without blank lines",
     "E.O. 11652: GDS\nTAGS: PINT\nSUBJ: A\nREF: LIMA 1\nEYES ONLY FOR ROE\n1. TEXT",
     "pass=EYES ONLY FOR ROE\nrest=1. TEXT\n"},
    {"FOR in a sentence is text",
     "E.O. 11652: GDS\nTAGS: PINT\nSUBJ: A\nREF: LIMA 1\n\nFOR THE AMBASSADOR FROM ROE IT IS\nEASY.",
     "pass=\nrest=FOR THE AMBASSADOR FROM ROE IT IS\n"},
    {"a quoted telegram's fields stay in the text",
     "E.O. 11652: N/A\nTAGS: PINT\nSUBJ: A\n\n1. FOLLOWING REPEATED:\nQUOTE\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: "
     "B\nUNQUOTE",
     "tags=PINT\nsubject=A\nnote=\nrest=1. FOLLOWING REPEATED:\n"},
    {"a date of declassification before the cable", "E.O. 12958: DECL: 1/2/2001\nTAGS: PREL\nSUBJECT: A\n\n1. T",
     "on=2001-01-02\nproblems=bad-declassify\n"},
    {"E.O. date cut in two", "E.O. 12958: DECL: 12/28\n/2017\nTAGS: PREL\nSUBJECT: A\n\n1. T",
     "on=2017-12-28\nnote=\ntags=PREL\nproblems=\nrest=1. T\n"},
    {"Classified By cut in two",
     "E.O. 12958: DECL: 1/2/2017\nTAGS: PREL\nSUBJECT: A MEETING\nClassified\nBy: DCM John Doe for reasons 1.4 "
     "(b)\n\n1. T",
     "subject=A MEETING\nby=John Doe\ntitle=DCM\nrest=1. T\n"},
    {"TAGS with a letter lost", "E.O. 12958: N/A\nTAG PREL PGOV BO\nSUBJECT: A\n\n1. T",
     "tags=PREL PGOV BO\nsubject=A\nproblems=\nrest=1. T\n"},
    {"a subject that ends in a colon goes on",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: ELECTION SERIES:\n\nWHO WINS\n\nREF: MINSK 1\n\n1. T",
     "subject=ELECTION SERIES: WHO WINS\nproblems=subject-joined\nrest=1. T\n"},
    {"dashes between SUBJECT and REF",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n---------\nREF: MINSK\n\n-------\nSUMMARY\n-------\n1. T",
     "subject=A\nproblems=reference-unresolved\nrest=-------\n"},
    {"the subject again", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A B\nSUBJECT:  A B\nREF: STATE 1\n\n1. T",
     "subject=A B\nrest=1. T\n"},
    {"a pass line right below the subject", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A B\nDEPT FOR EUR/NB\n\n1. T",
     "subject=A B\npass=DEPT FOR EUR/NB\nrest=1. T\n"},
    {"no pass line in a subject", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A DEMARCHE BY\nSTATE FOR ALL POSTS\n\n1. T",
     "subject=A DEMARCHE BY STATE FOR ALL POSTS\npass=\n"},
    {"who gets it is a caption's name", "ROME FOR FODAG\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\n1. T",
     "captions=\npass=ROME FOR FODAG\nrest=1. T\n"},
    {"offices alone", "SIPDIS\n\nCA/OCS/ACS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\n1. T",
     "captions=SIPDIS\npass=CA/OCS/ACS\nproblems=\nrest=1. T\n"},
    {"pass lines joined into one",
     "DEPT FOR AF/S FOR ROE AND DOE NSC FOR SENIOR AFRICA DIRECTOR POE LONDON AND PARIS FOR ROE NSC FOR DOE E.O. "
     "12958: "
     "N/A TAGS: PREL\nSUBJECT: A\n\n1. T",
     "pass=DEPT FOR AF/S FOR ROE AND DOE|NSC FOR SENIOR AFRICA DIRECTOR POE|LONDON AND PARIS FOR ROE|NSC FOR DOE\n"
     "eo=12958\ntags=PREL\nrest=1. T\n"},
    {"a pass line that only its dividers cut",
     "STATE FOR EUR/NB, EUR/RPM AND DRL; PASS USTR FOR ROE, AND NSC FOR DOE AND POE, MOE\nE.O. 12958: N/A\n"
     "TAGS: PREL\nSUBJECT: A\n\n1. T",
     "pass=STATE FOR EUR/NB, EUR/RPM AND DRL; PASS USTR FOR ROE, AND NSC FOR DOE AND POE, MOE\n"},
    {"nothing known in front of a label", "BLUE HERON E.O. 12958: N/A TAGS: PREL SUBJECT: A 1. (U) T",
     "eo=12958\ntags=PREL\nsubject=A\nproblems=caption-unknown\nrest=BLUE HERON\nlast=1. (U) T\n"},
    {"SUBJECT behind REF in one line", "E.O. 12958: N/A\nTAGS: PREL\nREF: A. RIGA 1 SUBJECT: A TALE\n\n1. T",
     "subject=A TALE\nrest=1. T\n"},
    {"a sentence right below the subject",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: WRAP-UP FOR\nTHE WEEK\nThis is CWC-104-05.\n\n1. T",
     "subject=WRAP-UP FOR THE WEEK\nrest=This is CWC-104-05.\n"},
    {"a word with a colon right below the subject",
     "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: DAILY PRESS\nINDEX:\n(1) A\n", "subject=DAILY PRESS\nrest=INDEX:\n"},
    {"a bracket in a subject over two lines", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE TALKS (PART\n2)\n\n1. T",
     "subject=THE TALKS (PART 2)\nrest=1. T\n"},
    {"a number that a publisher marked is a reason",
     "E.O. 12958: DECL: 1/2/2017\nTAGS: PREL\nSUBJECT: A\n\nClassified By: DCM Ann Roe for reasons\n\xC2\xB6"
     "1.4 (b) and (d)\n\n1. T",
     "by=Ann Roe\nreasons=1.4(b) 1.4(d)\nrest=1. T\n"},
    {"a subject whose label has a letter wrong", "E.O. 12958: N/A\nTAGS: PREL\nS7BJECT: A B\n\nREF: STATE 1\n\n1. T",
     "subject=A B\nrest=1. T\n"},
    {"a subject whose colon is a letter", "E.O. 12958: N/A\nTAGS: PREL\nSUBJECTX A B\n\nREF: STATE 1\n\n1. T",
     "subject=A B\nrest=1. T\n"},
};

static void get_field(const struct parse_fixture *f, const char *name, size_t n, char *out, size_t size) {
    const struct cv_cable *c = &f->cable;
    struct cv_span s = CV_NONE;
    size_t at = 0;
    out[0] = 0;
    if (strncmp(name, "captions", n) == 0)
        fixture_join(&c->captions, out, size);
    else if (strncmp(name, "reasons", n) == 0)
        fixture_join(&c->reasons, out, size);
    else if (strncmp(name, "problems", n) == 0)
        fixture_problems(c, out, size);
    else if (strncmp(name, "pass", n) == 0)
        for (size_t i = 0; i < c->pass_to.n; i++)
            at += (size_t)snprintf(out + at, size - at, "%s%.*s", i ? "|" : "", CV_FMT(c->pass_to.v[i]));
    else if (strncmp(name, "tags", n) == 0)
        for (size_t i = 0; i < c->tags.n; i++)
            at += (size_t)snprintf(out + at, size - at, "%s%.*s", i ? " " : "", CV_FMT(c->tags.v[i].tag));
    else if (strncmp(name, "eo", n) == 0)
        s = c->executive_order;
    else if (strncmp(name, "on", n) == 0)
        s = c->declassify_on;
    else if (strncmp(name, "note", n) == 0)
        s = c->declassify_note;
    else if (strncmp(name, "subject", n) == 0)
        s = c->subject;
    else if (strncmp(name, "by", n) == 0)
        s = c->classified_by;
    else if (strncmp(name, "title", n) == 0)
        s = c->classified_by_title;
    else if (strncmp(name, "rest", n) == 0)
        s = f->p.at < f->p.lines.n ? f->p.lines.v[f->p.at].s : CV_NONE;
    else if (strncmp(name, "last", n) == 0)
        s = f->p.lines.n ? f->p.lines.v[f->p.lines.n - 1].s : CV_NONE;
    else
        ck_abort_msg("no field '%.*s'", (int)n, name);
    if (s.p) (void)snprintf(out, size, "%.*s", CV_FMT(s));
}

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    unsigned char fates[2048] = {0};
    fixture_open(&f, 2007);
    f.p.text = cv_span_of(r->text, strlen(r->text));
    f.p.fates = fates;
    ck_assert(f.p.text.n < sizeof fates);
    cv_lines_split(&f.p);
    cv_head_parse(&f.p);
    for (const char *w = r->want; *w;) {
        const char *equals = strchr(w, '='), *end = strchr(w, '\n');
        char got[512];
        get_field(&f, w, (size_t)(equals - w), got, sizeof got);
        ck_assert_msg(strlen(got) == (size_t)(end - equals - 1) && memcmp(got, equals + 1, strlen(got)) == 0,
                      "%s: %.*s, got '%s'", r->name, (int)(end - w), w, got);
        w = end + 1;
    }
    for (size_t i = 0; i < f.p.text.n; i++)
        ck_assert_msg(fates[i] != CV_FATE_TWICE, "%s: byte %zu (%c) claimed twice", r->name, i, r->text[i]);
    fixture_close(&f);
}
END_TEST

int main(void) {
    Suite *s = suite_create("head");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
