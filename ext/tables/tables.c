/* tables.c - the array of tables; the entry point registers what stands here, in this order. */
#include "tables.h"

const struct cv_table *const cv_tables[] = {
    &cv_table_cables, &cv_table_paragraphs, &cv_table_tags,     &cv_table_addressees,
    &cv_table_refs,   &cv_table_attributes, &cv_table_problems, &cv_table_files,
};
const size_t cv_tables_n = CV_ARRAY_LEN(cv_tables);
