/* refs_words.c - tokens of a REF block, and the words that mean something in it.
 * May not: decide what a reference is.
 * Facts: sheet 9 (remarks, kinds, "not references though they look so"), NARA sheet 3 (EMBTEL, DEPTEL, "words that
 * are never stations"). Where a list there is open, words of the same sort were added. */
#include "refs.h"

enum {
    STOP = REF_W_STOP,
    LINK = REF_W_LINK | REF_W_STOP,
    LEAD = REF_W_LEAD | REF_W_STOP,
    REMARK = REF_W_REMARK | REF_W_STOP,
    MAIL = REF_W_EMAIL | REF_W_STOP,
    LETTER = REF_W_LETTER | REF_W_STOP,
    REPORT = REF_W_REPORT | REF_W_STOP,
    OTHER = REF_W_OTHER | REF_W_STOP,
    SERIES = REF_W_SERIES | REF_W_STOP,
    REF = REF_W_REF | REF_W_STOP,
    MARK = REF_W_LINK | REF_W_LEAD | REF_W_REMARK | REF_W_STOP, /* classifications and handling words */
    WORD_ROOM = 16
};

static const struct word {
    const char *word;
    unsigned flags;
} words[] = {
    /* sorted; binary search */
    {"A", REF_W_CIRCULAR | STOP},
    {"ABOUT", STOP},
    {"ABOVE", STOP},
    {"ACT", STOP},
    {"ACTION", STOP},
    {"ADDITIONAL", REMARK | LEAD},
    {"AFTER", STOP},
    {"AGREEMENT", OTHER},
    {"AIDE", OTHER},
    {"AIRGRAM", LINK},
    {"AIRGRAMS", LINK},
    {"AL", REMARK},
    {"ALL", STOP},
    {"ALSO", LEAD},
    {"AMBASSADOR", STOP},
    {"AMBASSADORS", STOP},
    {"AN", STOP},
    {"AND", REF_W_AND | STOP},
    {"ANNEX", STOP},
    {"ANNUAL", STOP},
    {"APPENDIX", STOP},
    {"ARTICLE", OTHER},
    {"AS", STOP},
    {"ASEAN", STOP},
    {"ASIA", STOP},
    {"ASIAN", STOP},
    {"ASSOCIATED", REMARK | LEAD},
    {"AT", STOP},
    {"ATTACHED", STOP},
    {"BACKCHANNEL", STOP},
    {"BATCH", STOP},
    {"BEEN", STOP},
    {"BEFORE", STOP},
    {"BEGIN", STOP},
    {"BETWEEN", STOP},
    {"BILL", STOP},
    {"BOTH", LEAD},
    {"BOX", STOP},
    {"BRIEFING", OTHER},
    {"BULLETIN", REPORT},
    {"BY", STOP},
    {"CA", REF_W_CIRCULAR | STOP},
    {"CABLE", LINK | LEAD},
    {"CABLES", LINK | LEAD},
    {"CALL", OTHER},
    {"CALLS", OTHER},
    {"CASE", STOP},
    {"CASES", STOP},
    {"CERP", SERIES},
    {"CF", LEAD},
    {"CFR", REPORT},
    {"CHAPTER", STOP},
    {"CIRCULAR", LINK | LEAD},
    {"CIRTEL", STOP},
    {"CLASSIFIED", STOP},
    {"CLUB", STOP},
    {"CODEL", STOP},
    {"COMMITTEE", STOP},
    {"CONF", MARK},
    {"CONFERENCE", OTHER},
    {"CONFIDENTIAL", MARK},
    {"CONGEN", REF_W_OWN | STOP},
    {"CONSULATE", REF_W_OWN | STOP},
    {"CONTAINED", STOP},
    {"CONTRACT", STOP},
    {"CONVENTION", STOP},
    {"CONVERSATION", OTHER},
    {"CONVERSATIONS", OTHER},
    {"CORRESPONDENCE", LETTER},
    {"COUNCIL", STOP},
    {"COUNTRY", STOP},
    {"COURT", STOP},
    {"CRS", SERIES},
    {"CT", STOP},
    {"CW", REF_W_CIRCULAR | STOP},
    {"CY", STOP},
    {"DAILY", STOP},
    {"DATE", STOP},
    {"DATED", REMARK},
    {"DAY", STOP},
    {"DAYS", STOP},
    {"DECREE", STOP},
    {"DEMARCHE", OTHER},
    {"DEPCIRTEL", STOP},
    {"DEPTEL", REF_W_DEPT | STOP},
    {"DEPTELS", REF_W_DEPT | STOP},
    {"DEPTS", REF_W_DEPT | STOP},
    {"DIGEST", REPORT},
    {"DIPLOMATIC", STOP},
    {"DIPNOTE", OTHER},
    {"DISCUSSION", OTHER},
    {"DISCUSSIONS", OTHER},
    {"DIST", STOP},
    {"DOCUMENT", OTHER},
    {"DOCUMENTS", OTHER},
    {"DOLS", STOP},
    {"DTD", REMARK},
    {"DTG", REMARK},
    {"E", STOP},
    {"EARLIER", REMARK | LEAD},
    {"EFTO", MARK},
    {"EMAIL", MAIL},
    {"EMAILED", MAIL},
    {"EMAILS", MAIL},
    {"EMBASSY", REF_W_OWN | STOP},
    {"EMBASSYS", REF_W_OWN | STOP},
    {"EMBTEL", REF_W_OWN | STOP},
    {"EMBTELS", REF_W_OWN | STOP},
    {"ENCLOSED", STOP},
    {"END", STOP},
    {"ESTATE", STOP},
    {"ET", REMARK},
    {"EXCHANGE", STOP},
    {"EXCHANGES", STOP},
    {"EXDIS", MARK},
    {"FACSIMILE", OTHER},
    {"FAH", REPORT},
    {"FAM", REPORT},
    {"FAX", OTHER},
    {"FBIS", SERIES},
    {"FIGURE", STOP},
    {"FILE", STOP},
    {"FINAL", STOP},
    {"FIRST", STOP},
    {"FLIGHT", STOP},
    {"FOLLOWING", LEAD},
    {"FONCON", OTHER},
    {"FONECON", OTHER},
    {"FONECONS", OTHER},
    {"FOR", STOP},
    {"FORM", STOP},
    {"FOUO", MARK},
    {"FRIDAY", STOP},
    {"FROM", STOP},
    {"FS", STOP},
    {"FUND", STOP},
    {"FY", STOP},
    {"FYI", STOP},
    {"GAO", SERIES},
    {"GRANT", STOP},
    {"GROUP", STOP},
    {"HAVE", STOP},
    {"HIS", STOP},
    {"HOURS", STOP},
    {"HTTP", OTHER},
    {"HTTPS", OTHER},
    {"HUMAN", STOP},
    {"I", STOP},
    {"IBID", REMARK},
    {"IIR", SERIES},
    {"IN", STOP},
    {"INC", STOP},
    {"INFO", STOP},
    {"INFORMAL", STOP},
    {"INSTRUCTION", OTHER},
    {"INSTRUCTIONS", OTHER},
    {"INTERVIEW", OTHER},
    {"IS", STOP},
    {"ISSUE", STOP},
    {"ITEM", STOP},
    {"ITEMS", STOP},
    {"LATEST", LEAD},
    {"LAW", STOP},
    {"LETTER", LETTER},
    {"LETTERS", LETTER},
    {"LEVEL", STOP},
    {"LIMDIS", MARK},
    {"LIMITED", STOP},
    {"LINE", STOP},
    {"LIST", STOP},
    {"LOAN", STOP},
    {"LOSE", STOP},
    {"LOU", MARK},
    {"LOVE", STOP},
    {"LTR", LETTER},
    {"LTRS", LETTER},
    {"MAIL", MAIL},
    {"MAILS", MAIL},
    {"MEETING", OTHER},
    {"MEETINGS", OTHER},
    {"MEMCON", OTHER},
    {"MEMCONS", OTHER},
    {"MEMO", OTHER},
    {"MEMORANDA", OTHER},
    {"MEMORANDUM", OTHER},
    {"MEMOS", OTHER},
    {"MESSAGE", LINK | LEAD},
    {"MESSAGES", LINK | LEAD},
    {"MISSION", REF_W_OWN | STOP},
    {"MISSIONS", REF_W_OWN | STOP},
    {"MONDAY", STOP},
    {"MONTHLY", STOP},
    {"MONTHS", STOP},
    {"MSG", LINK | LEAD},
    {"MSGS", LINK | LEAD},
    {"MTCR", SERIES},
    {"MY", REF_W_OUR | STOP},
    {"MYTEL", REF_W_OUR | STOP},
    {"MYTELS", REF_W_OUR | STOP},
    {"N", STOP},
    {"NA", REF_W_NONE | STOP},
    {"NBR", LINK},
    {"NEW", 0},
    {"NEWSPAPER", OTHER},
    {"NIACT", MARK},
    {"NIE", SERIES},
    {"NIL", REF_W_NONE | STOP},
    {"NINE", STOP},
    {"NO", LINK},
    {"NODIS", MARK},
    {"NOFORN", MARK},
    {"NONE", REF_W_NONE | STOP},
    {"NONPAPER", OTHER},
    {"NOS", LINK},
    {"NOT", STOP},
    {"NOTAL", REMARK},
    {"NOTE", OTHER},
    {"NOTES", OTHER},
    {"NR", LINK},
    {"NRS", LINK},
    {"NUMBER", LINK},
    {"NUMBERED", LINK},
    {"NUMBERS", LINK},
    {"OF", STOP},
    {"OFFICIAL", STOP},
    {"OI", OTHER},
    {"ON", STOP},
    {"ONLY", MARK},
    {"OPTION", STOP},
    {"OR", STOP},
    {"ORCON", MARK},
    {"ORDER", STOP},
    {"OSC", SERIES},
    {"OTHER", REMARK},
    {"OTHERS", REMARK},
    {"OUR", REF_W_OUR | STOP},
    {"OURTEL", REF_W_OUR | STOP},
    {"OURTELS", REF_W_OUR | STOP},
    {"PAGE", REMARK},
    {"PAGES", REMARK},
    {"PANEL", STOP},
    {"PAPER", OTHER},
    {"PAPERS", OTHER},
    {"PARA", REMARK},
    {"PARAGRAPH", REMARK},
    {"PARAGRAPHS", REMARK},
    {"PARAS", REMARK},
    {"PARKS", STOP},
    {"PART", REMARK},
    {"PARTI", STOP},
    {"PARTS", REMARK},
    {"PARTY", STOP},
    {"PASSED", STOP},
    {"PER", LEAD},
    {"PERCENT", STOP},
    {"PERIOD", STOP},
    {"PHASE", STOP},
    {"PHONE", OTHER},
    {"PHONECALL", OTHER},
    {"PHONECON", OTHER},
    {"POINT", STOP},
    {"POINTS", STOP},
    {"POST", REF_W_OWN | STOP},
    {"POSTS", REF_W_OWN | STOP},
    {"PREV", REMARK | LEAD},
    {"PREVIOUS", REMARK | LEAD},
    {"PREVIOUSES", REMARK},
    {"PRIOR", REMARK | LEAD},
    {"PROJECT", STOP},
    {"PROTOCOL", STOP},
    {"PUBLIC", STOP},
    {"QUARTERLY", STOP},
    {"QUESTION", STOP},
    {"QUESTIONS", STOP},
    {"QUITE", STOP},
    {"REF", REF},
    {"REFERENCE", REF},
    {"REFERENCES", REF},
    {"REFS", REF},
    {"REFTEL", REF},
    {"REFTELS", REF},
    {"REGULATION", OTHER},
    {"RELATED", REMARK | LEAD},
    {"REPORT", REPORT},
    {"REPORTING", REPORT},
    {"REPORTS", REPORT},
    {"RESOLUTION", REMARK},
    {"RETEL", REF},
    {"RETELS", REF},
    {"REVIEW", REPORT},
    {"RICE", STOP},
    {"RIGHTS", STOP},
    {"ROGER", MARK},
    {"ROLE", STOP},
    {"ROOM", STOP},
    {"ROSE", STOP},
    {"ROUND", STOP},
    {"SATURDAY", STOP},
    {"SBU", MARK},
    {"SCHEDULE", STOP},
    {"SECRET", MARK},
    {"SECRETARY", STOP},
    {"SECTION", REMARK},
    {"SECTIONS", REMARK},
    {"SECTOR", STOP},
    {"SEE", LEAD},
    {"SENSITIVE", MARK},
    {"SENT", STOP},
    {"SEPTEL", LEAD | REF_W_REMARK},
    {"SEPTELS", LEAD | REF_W_REMARK},
    {"SERIAL", LINK},
    {"SERIES", REMARK},
    {"SESSION", STOP},
    {"SIPDIS", REF_W_CAPTION | STOP},
    {"SITREP", REPORT},
    {"SITREPS", REPORT},
    {"SMART", STOP},
    {"SPEECH", OTHER},
    {"STADIS", MARK},
    {"STAGE", STOP},
    {"STATED", STOP},
    {"STATEMENT", OTHER},
    {"STATUE", STOP},
    {"STUDY", REPORT},
    {"SUBJ", STOP},
    {"SUBJECT", STOP},
    {"SUBSEQUENT", REMARK | LEAD},
    {"SUMMARY", REPORT},
    {"SUNDAY", STOP},
    {"SURVEY", REPORT},
    {"TAB", STOP},
    {"TABLE", STOP},
    {"TALKS", OTHER},
    {"TASK", STOP},
    {"TASKER", STOP},
    {"TASKING", STOP},
    {"TD", SERIES},
    {"TEAM", STOP},
    {"TEL", LINK | LEAD},
    {"TELCON", OTHER},
    {"TELCONS", OTHER},
    {"TELECON", OTHER},
    {"TELECONS", OTHER},
    {"TELEGRAM", LINK | LEAD},
    {"TELEGRAMS", LINK | LEAD},
    {"TELEPHONE", OTHER},
    {"TELEX", OTHER},
    {"TELS", LINK | LEAD},
    {"TEXT", STOP},
    {"THAT", STOP},
    {"THE", 0},
    {"THEIR", STOP},
    {"THEY", STOP},
    {"THIS", STOP},
    {"THROUGH", STOP},
    {"THRU", STOP},
    {"THURSDAY", STOP},
    {"TIER", STOP},
    {"TITLE", STOP},
    {"TO", STOP},
    {"TRANCHE", STOP},
    {"TREATY", OTHER},
    {"TUESDAY", STOP},
    {"TURN", STOP},
    {"UNCL", MARK},
    {"UNCLAS", MARK},
    {"UNCLASS", MARK},
    {"UNCLASSIFIED", MARK},
    {"UNDER", STOP},
    {"UNSC", STOP},
    {"UNSCR", REMARK},
    {"UNSCRS", REMARK},
    {"UR", REF_W_YOUR | STOP},
    {"URBAN", STOP},
    {"URTEL", REF_W_YOUR | STOP},
    {"URTELS", REF_W_YOUR | STOP},
    {"USC", REPORT},
    {"VERSION", STOP},
    {"VIA", LEAD},
    {"VICE", STOP},
    {"VISIT", OTHER},
    {"VOLUME", STOP},
    {"WAS", STOP},
    {"WEBSITE", OTHER},
    {"WEDNESDAY", STOP},
    {"WEEKLY", STOP},
    {"WEEKS", STOP},
    {"WERE", STOP},
    {"WHICH", STOP},
    {"WITH", STOP},
    {"WWW", OTHER},
    {"YEAR", STOP},
    {"YEARS", STOP},
    {"YOUR", REF_W_YOUR | STOP},
    {"YOURS", REF_W_YOUR | STOP},
    {"YOURTEL", REF_W_YOUR | STOP},
    {"YOURTELS", REF_W_YOUR | STOP},
    {"ZULU", STOP},
};

/* z against s, as memcmp orders them; without a call for the few letters that mostly decide. */
static int compare(const char *z, struct cv_span s) {
    size_t i = 0;
    while (i < s.n && z[i] && z[i] == s.p[i]) i++;
    if (i == s.n) return z[i] != 0;
    return (unsigned char)z[i] < (unsigned char)s.p[i] ? -1 : 1;
}

unsigned cv_ref_word(struct cv_span word) {
    char upper[WORD_ROOM];
    size_t lo = 0, hi = CV_ARRAY_LEN(words);
    if (!word.n || word.n > sizeof upper) return 0;
    for (size_t i = 0; i < word.n; i++) upper[i] = cv_to_upper(word.p[i]);
    word.p = upper;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int c = compare(words[mid].word, word);
        if (c == 0) return words[mid].flags;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (word.n < 3 || !strchr("JFMASOND", word.p[0])) return 0;
    return cv_month_of(word) ? REF_W_STOP : 0;
}

unsigned cv_ref_token_word(struct cv_span s, struct ref_token t) {
    return t.kind == REF_WORD ? cv_ref_word(ref_text(s, t)) : 0;
}

/* ---- tokens ----------------------------------------------------------------------------------- */

static unsigned char byte_at(struct cv_span s, size_t i) { return i < s.n ? (unsigned char)s.p[i] : 0; }

/* Skip white space and pilcrows before a token, noting what they were. */
static size_t skip_gap(struct cv_span s, size_t i, struct ref_token *t) {
    unsigned lines = 0;
    t->gap = REF_GLUED;
    while (i < s.n) {
        if (s.p[i] == '\n') lines++;
        if (cv_is_space(s.p[i]))
            i++;
        else if (byte_at(s, i) == 0xC2 && byte_at(s, i + 1) == 0xB6)
            t->pilcrow = true, i += 2;
        else if (byte_at(s, i) == 0xC2 && byte_at(s, i + 1) == 0xA0)
            i += 2;
        else
            break;
        t->gap = lines > 1 ? REF_BLANK_LINE : lines ? REF_LINE : REF_BLANK;
    }
    return i;
}

/* Quotation marks and dashes of word processors as their ASCII sign; 0: another character. */
static char typographic(struct cv_span s, size_t i) {
    if (byte_at(s, i) != 0xE2 || byte_at(s, i + 1) != 0x80) return 0;
    switch (byte_at(s, i + 2)) {
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
        return '-';
    case 0x98:
    case 0x99:
        return '\'';
    case 0x9C:
    case 0x9D:
        return '"';
    default:
        return 0;
    }
}

static bool digit_like(char c) { return cv_is_digit(c) || c == 'O' || c == 'o' || c == 'l' || c == 'I'; }

/* A number at i: digits, O and l among them when no other letter touches it ("O1684", "1O684", but not "06OSLO"). */
static size_t number_end(struct cv_span s, size_t i) {
    size_t loose = i, strict = i;
    bool digit = false;
    if (!digit_like(s.p[i])) return i;
    while (loose < s.n && digit_like(s.p[loose])) digit |= cv_is_digit(s.p[loose++]);
    if (digit && !(loose < s.n && cv_is_alnum(s.p[loose]))) return loose;
    while (strict < s.n && cv_is_digit(s.p[strict])) strict++;
    return strict;
}

static size_t word_end(struct cv_span s, size_t i) {
    while (i < s.n) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x80) {
            if (typographic(s, i) || (c == 0xC2 && (byte_at(s, i + 1) == 0xB6 || byte_at(s, i + 1) == 0xA0))) break;
        } else if (!cv_is_alpha(s.p[i]))
            break;
        i++;
    }
    return i;
}

struct ref_token cv_ref_token(struct cv_span s, size_t pos) {
    struct ref_token t = {.kind = REF_END};
    size_t i = skip_gap(s, pos < s.n ? pos : s.n, &t);
    t.at = t.end = i;
    if (i >= s.n) return t;
    t.end = number_end(s, i);
    if (t.end > i) {
        t.kind = REF_NUMBER;
        return t;
    }
    t.end = word_end(s, i);
    if (t.end > i) {
        t.kind = REF_WORD;
        return t;
    }
    t.kind = REF_SIGN;
    t.sign = typographic(s, i);
    t.end = i + (t.sign ? 3 : 1);
    if (!t.sign) t.sign = s.p[i];
    return t;
}
