"""The command line beside other programs of a console."""

import shutil
import subprocess
import sys

from qyclient.workspace import REGISTER
from tests.declared import ROOT


def test_who_reads_may_stop_reading(sample_register, tmp_path):
    shutil.copy(sample_register, tmp_path / REGISTER)
    words = [sys.executable, "app.py", "--data", tmp_path, "find", "会", "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        told.stdout.close()
        assert told.stderr.read() == b""
    assert told.returncode == 0
