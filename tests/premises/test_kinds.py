"""What sort of place a folder is, over made-up facts and mounts."""

import pytest

from qyclient.errors import Refused
from qyclient.premises.kinds import Facts, Kind, Unsure, place_of, refuse_unfit
from qyclient.premises.mounts import mount_of

MOUNTS = r"""22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:45 / /mnt/局里共享\040盘 rw shared:9 - cifs //server/share rw,vers=3.0
31 22 0:46 / /srv/far rw - fuse.sshfs clerk@host: rw
32 22 8:17 / /media/clerk/U盘 rw - vfat /dev/sdb1 rw
33 31 8:2 / /srv/far/near rw - ext4 /dev/sda2 rw
not a line of mountinfo
"""


def facts(*parts, **more):
    return Facts(folder="/".join(parts), parts=parts, **more)


@pytest.mark.parametrize(
    ("folder", "filesystem", "device"),
    [
        ("/srv/register", "ext4", "8:2"),
        ("/mnt/局里共享 盘/登记簿", "cifs", "0:45"),
        ("/mnt/局里共享 盘", "cifs", "0:45"),
        ("/mnt/局里共享 盘子", "ext4", "8:2"),
        ("/srv/far/x", "fuse.sshfs", "0:46"),
        ("/srv/far/near/x", "ext4", "8:2"),
        ("/media/clerk/U盘", "vfat", "8:17"),
    ],
)
def test_a_folder_is_on_its_innermost_mount(folder, filesystem, device):
    mount = mount_of(MOUNTS, folder)
    assert (mount.filesystem, mount.device) == (filesystem, device)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("onedrive - 清新区民政局", "OneDrive"),
        ("BaiduSyncdisk", "百度网盘"),
        ("Nutstore Files", "坚果云"),
        ("Dropbox (Personal)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("WPS云盘", "WPS"),
        ("微云同步助手", "微云"),
        ("Google Drive", "Google Drive"),
    ],
)
def test_a_synced_folder_is_known_by_a_part_of_its_path(part, name):
    place = place_of(facts("D:", part, "登记簿"))
    assert place.kind is Kind.SYNCED
    assert name in place.warning
    with pytest.raises(Refused, match="本机硬盘"):
        refuse_unfit(facts("D:", part, "登记簿"), on_stick=True)


@pytest.mark.parametrize("part", ["OneDrive资料", "坚果云使用说明", "dropboxes"])
def test_a_name_that_only_looks_like_one_is_no_synced_folder(part):
    assert place_of(facts("D:", part)).kind is Kind.OWN


def test_a_synced_folder_is_known_by_a_file_of_the_syncing_program():
    place = place_of(facts("D:", "工作", markers=frozenset({".dropbox"})))
    assert (place.kind, "Dropbox" in place.warning) == (Kind.SYNCED, True)


@pytest.mark.parametrize("more", [{"filesystem": "nfs4"}, {"filesystem": "cifs"}, {"remote": True}])
def test_a_network_folder_is_refused_with_what_to_do_instead(more):
    with pytest.raises(Refused, match=r"网络文件夹.*本机硬盘"):
        refuse_unfit(facts("Z:", "登记簿", **more), on_stick=True)


def test_a_stick_is_taken_only_once_somebody_said_so():
    stick = facts("E:", removable=True)
    with pytest.raises(Unsure, match="U 盘"):
        refuse_unfit(stick)
    refuse_unfit(stick, on_stick=True)


@pytest.mark.parametrize(
    ("more", "said"), [({"blocked": "没有写入权限"}, "不能写入"), ({"room": 5 << 20}, "只剩 5 MB")]
)
def test_a_shut_or_full_disk_is_refused(more, said):
    with pytest.raises(Refused, match=said):
        refuse_unfit(facts("D:", **more))
