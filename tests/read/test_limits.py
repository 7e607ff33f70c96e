"""What a process holds in memory, as the system says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from plantext.read.limits import MB, resident


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what another process holds")
def test_a_process_that_swells_is_seen_and_one_that_is_gone_holds_nothing() -> None:
    code = "import sys; held = b'x' * (80 << 20); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert 80 * MB < resident(process.pid) < 200 * MB
        process.kill()
    assert resident(process.pid) == 0
    assert resident(os.getpid()) > MB
