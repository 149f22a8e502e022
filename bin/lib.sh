# Shared by the scripts beside it; sourced, not run.

say() { printf '%s\n' "$*" >&2; }
die() { say ""; say "✗ $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Debian's names; on another system the words tell what to look for.
require() { # command, package, what it is needed for
    have "$1" || die "缺少 $1 / \"$1\" is missing. $3 Install it: apt-get install $2"
}

# Every JDK says in its release file what it is; asking the program itself would take much longer.
java_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

# Finds a JDK 25 in JAVA_HOME, among the installed ones and on the PATH, and makes it JAVA_HOME.
use_jdk_25() {
    local path_java home
    path_java=$(command -v javac || true)
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        "${path_java:+$(dirname "$(dirname "$(readlink -f "$path_java")")")}"; do
        if [[ -n $home && -x $home/bin/javac && $(java_version "$home") == 25 ]]; then
            export JAVA_HOME=$home
            return
        fi
    done
    die "缺少 JDK 25 / No JDK 25 found in JAVA_HOME, /usr/lib/jvm or the PATH. Install one, for instance Eclipse Temurin: apt-get install temurin-25-jdk (from https://adoptium.net), and set JAVA_HOME if it lives elsewhere."
}

require_node() {
    require node nodejs "Node builds the console."
    require npm npm "npm fetches what the console is built from."
    local version
    version=$(node --version)
    version=${version#v}
    if ((${version%%.*} < 20)); then
        die "Node ${version} 太旧 / Node ${version} is too old. Install Node 20 or newer."
    fi
}

require_build_tools() {
    use_jdk_25
    require mvn maven "Maven builds the application."
    require_node
}

require_postgres_tools() {
    [[ -n ${HUIXIANG_DATABASE_URL:-} ]] && return
    require setpriv util-linux "The embedded PostgreSQL is started with it."
    require setsid util-linux "The embedded PostgreSQL is started with it."
}

# One line that changes when any of these files or folders changes.
content_mark() {
    find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

maven() { mvn -B -ntp "$@"; }

# Where bin/run keeps the application, ready to start.
built=target/run

build_if_changed() {
    local sources=(pom.xml src/main bin) part now
    for part in console widget store; do
        if [[ -d $part ]]; then sources+=("$part"); fi
    done
    now="$(content_mark "${sources[@]}") $JAVA_HOME $PWD"
    if [[ -f $built/built-from && $(<"$built/built-from") == "$now" ]]; then
        return
    fi
    require_build_tools
    say "Building Huixiang (some minutes the first time; details in target/build.log)"
    mkdir -p target
    rm -rf "$built"
    if ! maven -q -Dmaven.test.skip=true package >target/build.log 2>&1; then
        tail -40 target/build.log >&2
        die "The build failed; the whole story is in target/build.log."
    fi
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/huixiang-*.jar extract --destination "$built" >/dev/null
    mv "$built"/huixiang-*.jar "$built/huixiang.jar"
    echo "$now" >"$built/built-from"
}
