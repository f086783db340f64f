# Sourced by ./run, ./test and .ci/run: installs, configures and builds, saying little. Everything goes to standard
# error; standard output belongs to the program that is run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
log_file=$(mktemp "${TMPDIR:-/tmp}/gatescope-setup.XXXXXX")
trap 'rm -f "$log_file"' EXIT

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "gatescope: $*"
    exit 1
}

# run_quietly WHAT COMMAND…: shows WHAT; the command's own output only where it fails.
run_quietly() {
    local what=$1
    shift
    say "$what"
    "$@" >"$log_file" 2>&1 </dev/null && return 0
    tail -n 60 "$log_file" >&2
    return 1
}

packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' "$root/packaging/linux/dependencies.txt"
    done
}

missing_packages() {
    local package
    local installed
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }')
    for package in $(packages_of "$@"); do
        grep -qxF "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# install_packages GROUP…: what is missing of those groups.
install_packages() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null \
        || fail "this script installs with apt (Debian 12 or newer). Elsewhere, install what packaging/linux/dependencies.txt lists and use the CMake presets."
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null \
            || fail "these packages are missing, and there is no sudo to install them; as root: apt-get install $missing"
        if ! sudo -n true 2>/dev/null; then
            [ -t 2 ] && say "Packages are missing; sudo asks for your password to install them." && sudo -v \
                || fail "these packages are missing, and sudo is not allowed here; as root: apt-get install $missing"
        fi
    fi
    run_quietly "Updating the package lists" as_root apt-get update -q \
        || fail "the package lists could not be fetched. Is there a network? Still missing: $missing"
    # shellcheck disable=SC2086
    run_quietly "Installing $(wc -w <<<"$missing") packages" \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing \
        || fail "apt-get could not install: $missing"
}

check_compiler() {
    local version
    version=$("${CXX:-g++}" -dumpfullversion -dumpversion 2>/dev/null) \
        || fail "there is no C++ compiler (${CXX:-g++})."
    if [ -z "${CXX:-}" ] && [ "${version%%.*}" -lt 12 ]; then
        fail "g++ $version is too old: GCC 12 or newer is needed (Debian 12 has it)."
    fi
}

# build PRESET TARGET…: configures and builds, with a counter where somebody is watching.
build() {
    local preset=$1
    shift
    check_compiler
    cd "$root"
    if ! cmake --preset "$preset" >"$log_file" 2>&1; then
        tail -n 40 "$log_file" >&2
        fail "CMake could not configure the preset $preset."
    fi
    say "Building ($preset)"
    export NINJA_STATUS='[%f/%t] '
    local build_command=(cmake --build --preset "$preset" --target "$@")
    if [ -t 2 ]; then
        "${build_command[@]}" 2>&1 | tee "$log_file" \
            | awk '/^\[[0-9]+\/[0-9]+\]/ { printf "\r  %s", $1 > "/dev/stderr"; fflush("/dev/stderr") } END { printf "\r\033[K" > "/dev/stderr" }'
    else
        "${build_command[@]}" >"$log_file" 2>&1
    fi
    local status=${PIPESTATUS[0]}
    if [ "$status" -ne 0 ]; then
        grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking|Automatic|Running)' "$log_file" | tail -n 80 >&2
        fail "the build failed; the compiler's words are above."
    fi
}
