#!/bin/sh
# Installs the shared libraries Qt needs on Debian and its relatives.
# Elsewhere Qt brings or finds its own, and this does nothing.
set -eu

needed="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libpulse0
    libcups2 fonts-dejavu-core"

is_installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

is_offered() {
    apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'
}

# Newer releases append t64 to the libraries whose time_t grew to 64 bits.
missing_packages() {
    for package in $needed; do
        if is_installed "$package" || is_installed "${package}t64"; then
            continue
        fi
        if is_offered "${package}t64"; then
            package="${package}t64"
        fi
        printf '%s ' "$package"
    done
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    exit 0
fi

missing=$(missing_packages)
if [ -z "$missing" ]; then
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    echo "RygApp needs packages that only an administrator can install. Run this line, then try again:" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $missing" >&2
    exit 1
fi

echo "Installing system packages: $missing"
$as_root apt-get update -qq </dev/null
missing=$(missing_packages) # a fresh machine knows the names with t64 only now
# shellcheck disable=SC2086 # one word per package
$as_root DEBIAN_FRONTEND=noninteractive apt-get install --yes -qq --no-install-recommends $missing </dev/null
