"""A picture of every tab, dialog and state can be made without a screen."""

from PIL import Image

from tests.conftest import NOW
from ui.gallery import draw_register
from ui.gallery.scenes import SCENES
from ui.gallery.states import STATES


def test_every_scene_becomes_a_picture_in_each_scale(monkeypatch, county_folder, tmp_path):
    monkeypatch.setattr("ui.gallery.SCALES", (0.5,))
    few = ("home", "organizations-amend")
    monkeypatch.setattr("ui.gallery.SCENES", {name: SCENES[name] for name in few})
    monkeypatch.setattr("ui.gallery.STATES", {n: STATES[n] for n in ("first-start",)})
    draw_register(county_folder, tmp_path / "empty", tmp_path / "out", lambda: NOW)
    pictures = sorted((tmp_path / "out" / "50").glob("*.png"))
    assert [picture.stem for picture in pictures] == sorted([*few, "first-start"])
    for picture in pictures:
        assert len(Image.open(picture).convert("RGB").getcolors(10**6)) > 50
