#!/bin/sh
# What the tests need from the system beside Python: a real PostgreSQL, a real Chromium, and a
# Japanese font for what it shows. Installed where that can be done without a question, else named
# in one line.
set -eu

missing=
ls /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql@*/bin/initdb 2>/dev/null | grep -q . \
  || command -v initdb >/dev/null || missing="$missing postgresql"
command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
  || command -v google-chrome-stable >/dev/null || command -v google-chrome >/dev/null \
  || missing="$missing chromium"
ls /usr/share/fonts/opentype/ipaexfont*/*.ttf /usr/share/fonts/truetype/ipaex*/*.ttf \
  /usr/share/fonts/opentype/noto/NotoSansCJK* /System/Library/Fonts/*Hiragino* \
  /System/Library/Fonts/ヒラギノ* 2>/dev/null | grep -q . || missing="$missing fonts-ipaexfont"

if [ -z "$missing" ]; then
  exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  if ! sudo -n true 2>/dev/null; then
    echo "The tests need more of the system; please install it: sudo apt-get install$missing" >&2
    exit 1
  fi
fi
command -v apt-get >/dev/null || { echo "The tests need these parts; please install them:$missing" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
# shellcheck disable=SC2086  a list of names
$as_root apt-get install -qy --no-install-recommends $missing
