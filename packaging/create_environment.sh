#!/bin/sh
# Creates the virtual environment named by the argument, with the first Python of 3.11 or later on PATH.
# PYTHON=/path/to/python chooses another.
set -eu

environment=$1
here=$(dirname "$0")

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ] && [ -z "${PYTHON:-}" ]; then
    sh "$here/install_system_libraries.sh" python3 python3-venv
    python=$(find_python)
fi
if [ -z "$python" ]; then
    echo "RygApp needs Python 3.11 or later, and found none on PATH." >&2
    exit 1
fi

# Debian keeps ensurepip, which a virtual environment cannot be made without, in a package of its own.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    sh "$here/install_system_libraries.sh" \
        "$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')"
fi

trap 'rm -rf "$environment"' EXIT
"$python" -m venv "$environment"
trap - EXIT
