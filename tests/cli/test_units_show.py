"""``camket units show`` and ``tree`` as a user meets them."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from camket.cli import main

CAMKET = Path(sys.executable).with_name("camket")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["units", *map(str, args)], prog_name="camket")


def test_a_unit_is_shown_with_what_is_above_it_and_the_act_that_began_it() -> None:
    result = run("show", "03127@2025", "--on", "2026-01-01")
    assert result.exit_code == 0, result.output
    for words in ("phường Điện Biên Phủ", "tỉnh Điện Biên", "01/07/2025", "đang tồn tại", "phường Him Lam (03127)"):
        assert words in result.stdout
    assert "Nghị quyết 1661/NQ-UBTVQH15 ngày 16/06/2025" in result.stdout


def test_a_province_is_shown_with_what_is_below_it_in_the_order_of_names() -> None:
    result = run("show", "tỉnh Điện Biên", "--on", "01/07/2025", "--format", "json")
    answer = json.loads(result.stdout)
    names = [one["full_name"] for one in answer["below"]]
    assert (answer["id"], answer["exists"], answer["level"], len(names)) == ("11", True, "province", 45)
    bare = [name.split(" ", 1)[1] for name in names]
    assert bare.index("Mường Nhà") < bare.index("Mường Nhé") < bare.index("Mường Phăng")
    assert bare.index("Búng Lao") < bare.index("Điện Biên Phủ") < bare.index("Mường Ảng")


def test_a_unit_is_called_what_it_was_called_on_the_day() -> None:
    answer = json.loads(run("show", "100", "--on", "31/12/2024", "--format", "json").stdout)
    assert answer["full_name"] == "huyện Điện Biên"
    assert answer["above"] == [{"id": "11", "full_name": "tỉnh Điện Biên"}]
    assert answer["last"] == "2025-06-30"


def test_a_unit_that_did_not_exist_on_the_day_is_shown_as_it_was_last_and_the_code_is_1() -> None:
    result = run("show", "100", "--on", "2026-01-01")
    assert result.exit_code == 1
    assert "Ngày 01/01/2026 đơn vị này không có" in result.stdout
    assert json.loads(run("show", "100", "--on", "2026-01-01", "--format", "json").stdout)["exists"] is False


def test_several_of_one_name_are_listed_with_how_to_say_which() -> None:
    result = run("show", "xã Thanh Minh", "--on", "2024-01-01")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert (
        "03145@2020: xã Thanh Minh, thành phố Điện Biên Phủ, tỉnh Điện Biên (01/01/2020 – 30/06/2025)" in result.stderr
    )
    assert "--within" in result.stderr
    named = run("show", "xã Thanh Minh", "--on", "2024-01-01", "--within", "tỉnh Điện Biên", "--format", "json")
    assert json.loads(named.stdout)["id"] == "03145@2020"


def test_a_name_of_several_times_is_taken_for_that_of_the_day_and_says_so() -> None:
    result = run("show", "phường Mường Thanh", "--on", "2026-01-01", "--format", "json")
    assert json.loads(result.stdout)["id"] == "03334@2025"
    before = run("show", "phường Mường Thanh", "--on", "2024-01-01", "--format", "json")
    assert json.loads(before.stdout)["id"] == "03136"


def test_an_id_that_others_held_as_their_code_is_told() -> None:
    result = run("show", "03127", "--on", "2024-01-01")
    assert "phường Him Lam" in result.stdout
    assert "Mã 03127 còn là mã của phường Điện Biên Phủ (03127@2025)." in result.stderr


@pytest.mark.parametrize("verb", ["show", "history", "tree"])
@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("xã Khôngcóđâu",), "Không có đơn vị nào mang tên này."),
        (("00000",), "Không có đơn vị nào có mã «00000»"),
        (("03127@1900",), "Không có đơn vị nào mang tên này."),
        (("11", "--on", "30/02/2025"), "«30/02/2025» không phải là một ngày có thật"),
        (("11", "--on", "hôm qua"), "viết theo mẫu 2025-07-01 hoặc 01/07/2025"),
        (("11", "--on", "0009-01-01"), "nằm ngoài thời gian của danh mục"),
        (("xã Thanh Minh", "--within", "tỉnh Khôngcóđâu"), "«tỉnh Khôngcóđâu»: Không có đơn vị nào mang tên này."),
        (("",), "Không có đơn vị nào mang tên này."),
        (("11", "--overrides", "/khong/co"), "'--overrides'"),
        (("11", "--format", "svg"), "«svg» không phải là một trong"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_vietnamese(verb: str, args: tuple[str, ...], words: str) -> None:
    result = run(verb, *args)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert words in " ".join(result.stderr.split())


def test_signs_that_steer_a_terminal_are_not_passed_on() -> None:
    result = run("show", "\x1b[2Jxã")
    assert result.exit_code == 2
    assert "\x1b" not in result.output


def test_the_country_is_shown_by_provinces_on_either_side_of_july_2025() -> None:
    before, after = (
        json.loads(run("tree", "--on", day, "--format", "json").stdout) for day in ("30/06/2025", "01/07/2025")
    )
    assert (before["count"], after["count"]) == (63, 34)
    assert [one["full_name"] for one in after["below"]][:2] == ["tỉnh An Giang", "tỉnh Bắc Ninh"]
    assert "below" not in after["below"][0]


def test_a_tree_goes_as_deep_as_it_is_asked_to() -> None:
    whole = run("tree", "11", "--on", "2024-01-01")
    assert "huyện Điện Biên  100  (" in whole.stdout
    assert "xã Thanh Luông  03328" in whole.stdout
    shallow = run("tree", "11", "--on", "2024-01-01", "--depth", "1")
    assert "huyện Điện Biên  100  (" in shallow.stdout
    assert "Thanh Luông" not in shallow.stdout


def test_a_unit_that_is_not_there_on_the_day_has_no_tree() -> None:
    result = run("tree", "huyện Điện Biên", "--on", "2025-07-01")
    assert result.exit_code == 1
    assert "Ngày 01/07/2025 không có huyện Điện Biên (100)" in result.stderr


def test_a_depth_below_one_is_refused() -> None:
    assert "nằm ngoài khoảng cho phép" in run("tree", "--depth", "0").stderr


@pytest.mark.parametrize("verb", ["resolve", "show", "history", "tree", "restate", "lint"])
def test_every_verb_has_help_that_tells_its_exit_codes(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert "Mã kết thúc: 0" in " ".join(result.stdout.split())


def test_help_comes_at_once() -> None:
    started = time.perf_counter()
    subprocess.run([CAMKET, "units", "resolve", "--help"], check=True, capture_output=True)
    assert time.perf_counter() - started < 1.5
    names = "import sys, camket.cli; print(*sorted(n for n in sys.modules if n.startswith('camket.units')))"
    loaded = subprocess.run([sys.executable, "-c", names], check=True, capture_output=True, text=True).stdout
    assert loaded.strip() == ""
