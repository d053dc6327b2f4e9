"""``camket units lint``: whether the table of units can be so, and how much of each province it knows."""

from pathlib import Path

import click

from camket.cli.units.options import form_option, overrides_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Kiểm tra danh mục: mâu thuẫn, mức đầy đủ, số chính thức.")
@form_option
@overrides_option
@click.pass_context
def lint(context: click.Context, form: str, overrides: Path | None) -> None:
    """Kiểm tra danh mục: chỗ mâu thuẫn; từng tỉnh đầy đủ đến đâu; so với số đơn vị đã công bố, kèm nguồn.

    Mã kết thúc: 0 không có gì sai; 1 có chỗ mâu thuẫn, hoặc khác số đã công bố vào những ngày mà danh mục đã đầy đủ;
    2 không đọc được bảng, hoặc gọi sai.
    """
    from camket.cli.units.linting import carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(form, overrides))
