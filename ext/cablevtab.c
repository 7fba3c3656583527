/* cablevtab.c - the entry points: register the tables and the functions. No logic. */
#include <sqlite3ext.h>
#include "../include/cablevtab.h"
#include "functions/functions.h"
#include "tables/tables.h"
SQLITE_EXTENSION_INIT1

#define EXPORT __attribute__((visibility("default")))

enum { OLDEST_SQLITE = 3038000 }; /* sqlite3_vtab_in, and LIMIT among the constraints */

static int start(sqlite3 *db, char **pzErrMsg, bool files) {
    struct cv_connection *conn;
    int rc;
    if (sqlite3_libversion_number() < OLDEST_SQLITE) {
        *pzErrMsg = sqlite3_mprintf("cablevtab needs SQLite 3.38 or newer; this is %s", sqlite3_libversion());
        return SQLITE_ERROR;
    }
    conn = cv_connection_new(files);
    if (!conn) return SQLITE_NOMEM;
    rc = cv_tables_register(db, conn);
    if (rc == SQLITE_OK) rc = cv_functions_register(db, conn);
    cv_connection_unref(conn); /* the modules and functions hold their own */
    return rc;
}

EXPORT int sqlite3_cablevtab_init(sqlite3 *db, char **pzErrMsg, const sqlite3_api_routines *pApi) {
    SQLITE_EXTENSION_INIT2(pApi)
    return start(db, pzErrMsg, true);
}

EXPORT int sqlite3_cablevtab_nofiles_init(sqlite3 *db, char **pzErrMsg, const sqlite3_api_routines *pApi) {
    SQLITE_EXTENSION_INIT2(pApi)
    return start(db, pzErrMsg, false);
}
