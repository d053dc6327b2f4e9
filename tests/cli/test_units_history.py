"""``camket units history`` as a user meets it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from lxml import etree

from camket.cli import main


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["units", "history", *map(str, args)], prog_name="camket")


def test_a_merger_is_told_with_all_that_went_into_it_and_the_act() -> None:
    result = run("xã Thanh Nưa", "--on", "2026-01-01")
    assert result.exit_code == 0, result.output
    told = " ".join(result.stdout.split())
    assert "01/07/2025 Thành lập xã Thanh Nưa (tỉnh Điện Biên) từ toàn bộ" in told
    assert "toàn bộ xã Thanh Luông" in told
    assert "Theo Nghị quyết 1661/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội." in told
    assert "Đơn vị đang tồn tại." in told


def test_what_became_of_a_unit_is_told_too() -> None:
    result = run("xã Thanh Luông, tỉnh Điện Biên", "--on", "2024-01-01")
    assert "Thành lập xã Thanh Nưa" in result.stdout
    assert "Đơn vị tồn tại đến hết ngày 30/06/2025." in result.stdout


def test_the_end_of_a_district_is_told() -> None:
    assert "Huyện Điện Biên kết thúc hoạt động" in run("100").stdout


def test_json_has_each_event_with_its_moves() -> None:
    answer = json.loads(run("03328@2025", "--format", "json").stdout)
    event = answer["events"][-1]
    assert (event["day"], event["unit"]) == ("2025-07-01", {"id": "03328@2025", "full_name": "xã Thanh Nưa"})
    assert {"03328"} <= {move["from"]["id"] for move in event["moves"]}
    assert all(move["whole"] and move["act"] == "1661/NQ-UBTVQH15" for move in event["moves"])
    assert {unit["id"] for unit in answer["units"]} >= {move["from"]["id"] for move in event["moves"]}
    assert "1661/NQ-UBTVQH15" in {act["id"] for act in answer["acts"]}


def test_a_unit_to_which_nothing_happened_is_told_so() -> None:
    assert "danh mục chưa ghi nhận thay đổi nào" in run("11").stdout


def test_the_picture_goes_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "hinh" / "thanh-nua.svg"
    result = run("03328@2025", "--svg", path)
    assert result.exit_code == 0, result.output
    units = etree.parse(path).findall(".//{*}g[@data-unit]")
    assert f"Đã vẽ {len(units)} đơn vị vào" in result.stderr
    assert [one.name for one in path.parent.iterdir()] == [path.name]  # nothing unfinished is left


def test_a_picture_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    result = run("11", "--svg", tmp_path / "tep" / "hinh.svg")
    assert result.exit_code == 2
    assert "Không tạo được thư mục" in result.stderr
    folder = run("11", "--svg", tmp_path)
    assert folder.exit_code == 2


def test_an_installation_s_own_table_is_told_of(own_table: Path) -> None:
    result = run("90001", "--overrides", own_table)
    told = " ".join(result.stdout.split())
    assert "01/03/2026 Xã Phiêng Thử đổi tên thành xã Phiêng [bold]Mới (theo đề nghị của dân). Chưa rõ văn bản." in told
