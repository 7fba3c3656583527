#!/bin/sh
# check_includes.sh - which way things depend, held by grep. One line for each include that breaks a rule.
#   base <- parser <- formats; base <- sources; scan joins formats and sources; tables and functions stand on scan.
set -u
cd "$(dirname "$0")/.." || exit 2
broken=$(mktemp)
trap 'rm -f "$broken"' EXIT
say() { sed "s|\$|    <- $1|" >>"$broken"; }

# A header of a library belongs to the places that are listed, and to no other.
only() { # header, why, egrep of allowed files
    grep -rnE "#[[:space:]]*include[[:space:]]*[<\"]$1" ext include | grep -vE "^($3)" | say "$2"
}
only 'sqlite3(ext)?\.h' 'SQLite: tables/vtab*.c, functions, catalog and the entry point only' \
    'ext/tables/vtab[a-z_]*\.[ch]:|ext/functions/|ext/catalog/|ext/cablevtab\.c:'
only 'libxml' 'libxml2: ext/formats only' 'ext/formats/'
only 'archive(_entry)?\.h' 'libarchive: ext/sources only' 'ext/sources/'
[ "$(grep -rlE 'include[[:space:]]*<archive\.h>' ext | wc -l)" -le 1 ] || echo 'archive.h in more than one file' >>"$broken"
[ "$(grep -rl '^SQLITE_EXTENSION_INIT1' ext | wc -l)" -le 1 ] || echo 'SQLITE_EXTENSION_INIT1 in more than one file' >>"$broken"

# Folder -> the folders it may include beside itself.
may() {
    case $1 in
    base) echo '' ;; data) echo base ;; parser) echo base data ;; formats) echo base data parser ;; sources) echo base ;;
    scan) echo base formats sources ;; tables) echo base scan sources ;;
    functions | catalog) echo base data scan sources tables functions catalog formats parser ;;
    esac
}
for folder in base data parser formats sources scan tables functions catalog; do
    [ -d "ext/$folder" ] || continue
    allowed=$(may $folder | tr ' ' '|')
    # "../x/y.h": y must be the folder's own header x.h, and x must be allowed.
    grep -nE '#[[:space:]]*include[[:space:]]*"\.\./' "ext/$folder"/*.[ch] 2>/dev/null | grep -v '"\.\./\.\./include/' |
        grep -vE "\"\.\./(${allowed:-nothing})/(${allowed:-nothing})\.h\"" | say "not for ext/$folder"
    grep -nE '"\.\./' "ext/$folder"/*.[ch] 2>/dev/null | grep -E 'include' |
        sed -nE 's|^([^:]*:[0-9]*):.*"\.\./([a-z]+)/([a-z_]+)\.h".*|\1 \2 \3|p' |
        while read -r place dir header; do [ "$dir" = "$header" ] || [ "$dir" = include ] || echo "$place: $dir/$header.h"; done |
        say "only a folder's own header crosses"
done
[ -s "$broken" ] || exit 0
sort -u "$broken"
exit 1
