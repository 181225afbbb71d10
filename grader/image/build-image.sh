#!/usr/bin/env bash
# Builds a local apache/kafka image from Maven's artifacts and the distribution's packages, for when none can be pulled.
set -euo pipefail
cd "$(dirname "$0")"

version=$(sed -n 's:.*<kafka\.version>\(.*\)</kafka\.version>.*:\1:p' ../../pom.xml)
image=apache/kafka:$version
# shellcheck source=/dev/null
. /etc/os-release
base=kafka-lab-java:${VERSION_CODENAME:-$VERSION_ID}

fail() {
  echo "build-image: $*" >&2
  exit 1
}

has_image() {
  docker image inspect "$1" >/dev/null 2>&1
}

first_package() {
  local package
  for package in "$@"; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      echo "$package"
      return
    fi
  done
  fail "this distribution has none of these packages: $*"
}

# Prints the mirror and the components that apt uses for this distribution's release.
mirror_and_components() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(CODENAME) $(REPO_URI) $(COMPONENT)' 'Created-By: Packages' \
    | awk -v codename="$VERSION_CODENAME" '
        $1 == codename && !mirror { mirror = $2 }
        $1 == codename && $2 == mirror && !seen[$3]++ { components = components "," $3 }
        END { if (mirror) print mirror, substr(components, 2) }'
}

build_base() {
  [ "$(id -u)" = 0 ] || fail "only root can build the base image: sudo $0"
  command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
  local java mirror components proxy=
  java=$(first_package openjdk-17-jre-headless openjdk-21-jre-headless openjdk-25-jre-headless)
  read -r mirror components < <(mirror_and_components) \
    || fail "apt has no index for $VERSION_CODENAME: run apt-get update"
  eval "$(apt-config shell proxy Acquire::http::Proxy)"

  # Not /tmp: it may forbid devices and programs.
  root=$(mktemp -d -p /var/tmp kafka-lab-java.XXXXXX)
  trap 'rm -rf --one-file-system "$root"' EXIT
  echo "build-image: building $base with $java from $mirror; this takes about a minute"
  http_proxy=${http_proxy:-$proxy} debootstrap --variant=minbase --components="$components" \
    --include="$java" "$VERSION_CODENAME" "$root/system" "$mirror" >"$root/log" 2>&1 \
    || { tail -n 30 "$root/log" >&2; fail "debootstrap failed"; }
  tar -C "$root/system" --one-file-system --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/locale/*' --exclude='./usr/share/man/*' \
    --exclude='./tmp/*' --exclude='./dev/*' -c . | docker import - "$base" >/dev/null
  rm -rf --one-file-system "$root"
}

copy_jars() {
  rm -rf target/libs
  mvn -q -B -ntp -f pom.xml dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$PWD/target/libs"
}

docker version --format '{{.Server.Version}}' >/dev/null || fail "Docker does not answer"
if has_image "$image"; then
  echo "build-image: $image already exists"
  exit 0
fi
has_image "$base" || build_base
copy_jars
echo "build-image: building $image"
docker build --force-rm --network none --build-arg BASE="$base" --tag "$image" . >target/docker-build.log 2>&1 \
  || { tail -n 40 target/docker-build.log >&2; fail "docker build failed"; }
echo "build-image: $image is ready"
