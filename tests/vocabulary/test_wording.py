"""The notation of wordings: what each mark stands for."""

import pytest

from camket.vocabulary.wording import expand

SHARED = {"NTM": ["nông thôn mới", "NTM"], "NGOẶC": ["mới (NTM)"]}


@pytest.mark.parametrize(
    ("pattern", "wordings"),
    [
        ("hộ nghèo", ("hộ nghèo",)),
        ("(tổng) thu", ("tổng thu", "thu")),
        ("xã <đạt|hoàn thành>", ("xã đạt", "xã hoàn thành")),
        ("xã (đã|được) đạt", ("xã đã đạt", "xã được đạt", "xã đạt")),
        ("xã $NTM", ("xã nông thôn mới", "xã NTM")),
        ("xã <$NTM|khá>", ("xã nông thôn mới", "xã NTM", "xã khá")),
        ("triệu( đồng)/ha", ("triệu đồng/ha", "triệu/ha")),
        ("chết<, | và >mất tích", ("chết, mất tích", "chết và mất tích")),
        ("xã $NGOẶC", ("xã mới (NTM)",)),
        ("(một) một", ("một một", "một")),
    ],
)
def test_each_wording_once_the_fullest_first(pattern: str, wordings: tuple[str, ...]) -> None:
    assert expand(pattern, SHARED) == wordings


def test_an_unknown_shared_wording_is_named() -> None:
    with pytest.raises(KeyError, match="LẠ"):
        expand("xã $LẠ", SHARED)
