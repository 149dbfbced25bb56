#!/bin/sh
# What the tests need from the system beside Python: a real PostgreSQL. Installed where that can be
# done without a question, else named in one line.
set -eu

if ls /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql@*/bin/initdb >/dev/null 2>&1 \
  || command -v initdb >/dev/null; then
  exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  if ! sudo -n true 2>/dev/null; then
    echo "The tests need PostgreSQL; please install it: sudo apt-get install postgresql" >&2
    exit 1
  fi
fi
command -v apt-get >/dev/null || { echo "The tests need PostgreSQL (initdb, postgres); please install it" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
$as_root apt-get install -qy --no-install-recommends postgresql
