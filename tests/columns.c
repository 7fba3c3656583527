/* columns.c - prints the tables of the README from the descriptors, so that neither can say what the other does not.
 * May not: be installed. */
#include "../ext/tables/tables.h"
#include <stdio.h>

static const char *type_name(enum cv_type type) {
    return type == CV_INTEGER ? "INTEGER" : type == CV_JSON ? "TEXT, JSON array" : "TEXT";
}

static void hidden_names(const struct cv_table *t) {
    const char *before = "Hidden: ";
    for (size_t c = 0; c < t->ncolumns; c++) {
        if (!t->columns[c].hidden) continue;
        printf("%s`%s` (%s)", before, t->columns[c].name, t->columns[c].meaning);
        before = ", ";
    }
    if (*before == ',') puts(".\n");
}

int main(void) {
    for (size_t i = 0; i < cv_tables_n; i++) {
        const struct cv_table *t = cv_tables[i];
        printf("### %s\n\n| column | type | meaning |\n| --- | --- | --- |\n", t->name);
        for (size_t c = 0; c < t->ncolumns; c++)
            if (!t->columns[c].hidden)
                printf("| %s | %s | %s |\n", t->columns[c].name, type_name(t->columns[c].type), t->columns[c].meaning);
        puts("");
        hidden_names(t);
    }
    return 0;
}
