"""Other filters on the same mails, without network, one core; ``None`` where not installed."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_RSPAMD = """
.include "$CONFDIR/common.conf"
options {{ pidfile = "{place}/rspamd.pid"; filters = "chartable,dkim,regexp";
  dns {{ nameserver = ["127.0.0.1:1"]; timeout = 0.01s; retransmits = 1; }} }}
logging {{ type = "file"; filename = "{place}/rspamd.log"; level = "error"; }}
rbl {{ enabled = false; }}
asn {{ enabled = false; }}
worker "normal" {{ bind_socket = "127.0.0.1:{port}"; count = 1; }}
"""

_SPAMASSASSIN = r"""
use Mail::SpamAssassin; use Time::HiRes qw(time);
my $sa = Mail::SpamAssassin->new({local_tests_only => 1, dont_copy_prefs => 1,
    userprefs_filename => '/dev/null', home_dir_for_helpers => $ARGV[0]});
$sa->compile_now(0);
my @mails = map { local $/; open my $f, '<', $_; <$f> } glob("$ARGV[0]/*.eml");
my $start = time;
for my $text (@mails) { my $m = $sa->parse($text); my $s = $sa->check($m); $s->finish; $m->finish }
printf "%.6f\n", time - $start;
"""


def spamassassin(mails: Sequence[bytes]) -> float | None:
    """SpamAssassin's library in one Perl process, local tests only: messages per second."""
    if shutil.which("spamassassin") is None or not mails:
        return None
    with tempfile.TemporaryDirectory() as place:
        for number, data in enumerate(mails):
            (Path(place) / f"{number:05}.eml").write_bytes(data)
        done = subprocess.run(
            ["perl", "-e", _SPAMASSASSIN, place],
            capture_output=True,
            text=True,
            check=True,
            preexec_fn=_one_core,
        )
    return len(mails) / float(done.stdout.split()[-1])


def rspamd(mails: Sequence[bytes]) -> float | None:
    """One Rspamd worker on loopback, no DNS, untrained: messages per second."""
    if shutil.which("rspamd") is None or not mails:
        return None
    with tempfile.TemporaryDirectory() as place, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        Path(place).chmod(0o777)  # the server runs as nobody
        config = Path(place) / "rspamd.conf"
        config.write_text(_RSPAMD.format(place=place, port=port))
        command = ["rspamd", "-f", "-c", str(config), f"--var=DBDIR={place}"]
        if os.getuid() == 0:
            command += ["-u", "nobody", "-g", "nogroup"]
        server = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_one_core_group,
        )
        try:
            for data in mails[:5]:
                _ask(port, data)
            # Many at once, so that its waiting for DNS that is not there costs it nothing.
            with ThreadPoolExecutor(16) as pool:
                start = time.perf_counter()
                list(pool.map(lambda data: _ask(port, data), mails))
                return len(mails) / (time.perf_counter() - start)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(20)


def _ask(port: int, data: bytes) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/checkv2", data=data)
    for _ in range(60):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                json.load(answer)
                return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    raise RuntimeError("rspamd does not answer")


def _one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _one_core_group() -> None:
    os.setpgid(0, 0)
    _one_core()


PEERS: dict[str, Callable[[Sequence[bytes]], float | None]] = {
    "Rspamd": rspamd,
    "SpamAssassin": spamassassin,
}
