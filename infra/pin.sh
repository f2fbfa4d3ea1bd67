#!/usr/bin/env bash
# Replaces the tags of base images by the digests that they have now: in functions/Dockerfile and the dev container.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. local/machine.sh

usage() {
  cat <<'EOF'
infra/pin.sh           asks the registry for the digest of each tag and writes tag@digest; commit the result
infra/pin.sh --check   writes nothing; 1 if an image has no digest yet, and names it
infra/pin.sh --help    this page

An image that has a digest is left alone: Dependabot raises it.
EOF
}

files=(functions/Dockerfile .devcontainer/devcontainer.json)
check=
case ${1:-} in
  '') has docker || fail "docker is missing. Install it and start again." ;;
  --check) check=1 ;;
  -h | --help) usage; exit ;;
  *) usage >&2; fail "unknown option $1" ;;
esac

# unpinned FILE: prints the images that the file names by tag alone.
unpinned() { sed -nE 's/^ARG (SDK|BASE)=(mcr\.[^@ ]+)$/\2/p; s/^  "image": "(mcr\.[^@"]+)",?$/\1/p' "$1"; }

found=
for file in "${files[@]}"; do
  for image in $(unpinned "$file"); do
    found=1
    if [ -n "$check" ]; then
      say "$file: $image has no digest."
      continue
    fi
    digest=$(docker buildx imagetools inspect "$image" --format '{{.Manifest.Digest}}') || fail "the registry does not answer for $image."
    [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || fail "the registry answered no digest for $image: $digest"
    sed -i -E "/^(ARG|  \"image\")/s#$image(\"|\$)#$image@$digest\1#" "$file"
    step "$file: $image@$digest"
  done
done
if [ -n "$check" ] && [ -n "$found" ]; then fail "images are taken by tags, which may change. Run infra/pin.sh and commit the result."; fi
[ -n "$found" ] || say "Every image has its digest."
