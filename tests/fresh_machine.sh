#!/bin/sh
# fresh_machine.sh [CABLES] - what a newcomer meets: a Debian 12 with git and make and nothing else, a clone, then
# `make demo` and `make check`. Needs root, debootstrap and the network; uses the host's apt sources and proxies.
# CABLES: a folder of real cables, copied beside the clone as shared/ for the tests that read them. KEEP=1 leaves
# the machine, MACHINE names its folder.
set -eu
[ "$(id -u)" = 0 ] || { echo 'fresh_machine: needs root (debootstrap, chroot)' >&2; exit 2; }
command -v debootstrap >/dev/null || { echo 'fresh_machine: apt-get install debootstrap' >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
machine=${MACHINE:-$(mktemp -d /var/tmp/cablevtab-machine.XXXXXX)}
cables=${1:-}

clean_up() {
    umount "$machine/proc" "$machine/dev" 2>/dev/null || true
    [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$machine"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

mirror=$(sed -nE 's/^URIs: *([^ ]*debian)$/\1/p; s/^deb (\[[^]]*\] )?([^ ]*debian) .*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
[ -x "$machine/usr/bin/git" ] ||
    debootstrap --variant=minbase --include=git,make,ca-certificates bookworm "$machine" "${mirror:-http://deb.debian.org/debian}"
for file in /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/resolv.conf /usr/share/keyrings /usr/local/share/ca-certificates; do
    [ -e "$file" ] || continue
    mkdir -p "$machine$(dirname "$file")"
    cp -RL "$file" "$machine$(dirname "$file")/"
done
[ -f /etc/ssl/certs/ca-certificates.crt ] && cp /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"
: >"$machine/etc/apt/sources.list"
mount --bind /dev "$machine/dev"
mount -t proc proc "$machine/proc"

rm -rf "$machine/root/main" "$machine/root/shared"
git clone -q --no-hardlinks "$top" "$machine/root/main"
[ -z "$cables" ] || cp -R "$cables" "$machine/root/shared"
inside() { chroot "$machine" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" sh -c "cd /root/main && $1" </dev/null; }
inside 'make demo'
inside 'make check'
echo 'fresh machine: ok'
