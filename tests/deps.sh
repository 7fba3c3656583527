#!/bin/sh
# deps.sh PACKAGE... - install those Debian packages that are missing; silent when none is.
# Lists are fetched only when apt does not know a package yet. Uses sudo where we are not root.
set -eu
missing=
for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
install() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null; }
echo "installing:$missing"
if ! apt-cache show $missing >/dev/null 2>&1; then $as_root apt-get update -q; fi
install || { $as_root apt-get update -q && install; }
