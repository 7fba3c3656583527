/* cablevtab.h - what a C program may call of the loadable extension itself.
 * To link it in statically: compile all of ext/ with -DSQLITE_CORE and call
 *     sqlite3_auto_extension((void (*)(void))sqlite3_cablevtab_init);
 * before opening a connection. For the parser alone, without SQLite, see cv_cable.h. */
#ifndef CABLEVTAB_H
#define CABLEVTAB_H

#define CABLEVTAB_VERSION "0.1.0"

struct sqlite3;
struct sqlite3_api_routines;

/* Registers all tables and functions on db. On failure *pzErrMsg is from sqlite3_malloc; the caller frees it. */
int sqlite3_cablevtab_init(struct sqlite3 *db, char **pzErrMsg, const struct sqlite3_api_routines *pApi);

/* The same without anything that opens a file: `content =` and the scalar functions only. */
int sqlite3_cablevtab_nofiles_init(struct sqlite3 *db, char **pzErrMsg, const struct sqlite3_api_routines *pApi);

#endif
