"""The words for backups, as they are typed."""

import json
import shutil

from qyclient.workspace import REGISTER
from tests.test_app import app  # noqa: F401 - the fixture that runs the program


def test_a_backup_is_made_tried_out_and_put_back(app, tmp_path, empty_register):  # noqa: F811
    shutil.copy(empty_register, tmp_path / REGISTER)
    code, made, err = app("backup", folder=tmp_path)
    assert (code, err) == (0, "")
    [listed] = json.loads(app("backup", "--list", "--json", folder=tmp_path)[1])
    assert listed["path"] == made.strip()
    assert "演练通过" in app("backup", "--drill", folder=tmp_path)[1]
    assert "已恢复" in app("restore", made.strip(), folder=tmp_path)[1]
    code, _out, err = app("restore", str(tmp_path / REGISTER), folder=tmp_path)
    assert code == 1
    assert "没有备份说明" in err
