"""Word documents: order, lists, tables, tracked changes, and the places that lead back to them."""

import docx
import pytest
from docx.oxml import OxmlElement
from loading_samples import docx_bytes, package, relations, saved, zipped

from camket.reading.document import Document
from camket.reading.loading import BrokenFileError, ProtectedFileError, SecretDocumentError, TooLargeError, load_bytes
from camket.reading.loading.limits import Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes) -> Document:
    return load_bytes(data, "bao-cao.docx")


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def cell_texts(document: Document) -> dict[tuple[int | None, int | None, int | None], str]:
    ends = [place.start for place in document.places[1:]] + [len(document.text)]
    return {
        (place.table, place.row, place.column): document.text[place.start : end].removesuffix("\n").removesuffix(" | ")
        for place, end in zip(document.places, ends, strict=True)
        if place.kind == "cell"
    }


def test_paragraphs_and_headings_in_order() -> None:
    source = docx.Document()
    source.add_heading("I. KẾT QUẢ", 1)
    source.add_paragraph("Thu ngân sách đạt 12 tỷ đồng.")
    source.add_paragraph("")
    source.add_paragraph("Còn hai chỉ tiêu chưa đạt.")
    document = read(saved(source))
    assert document.text == "I. KẾT QUẢ\nThu ngân sách đạt 12 tỷ đồng.\nCòn hai chỉ tiêu chưa đạt.\n"
    assert [(place.kind, place.paragraph, document.text[place.start]) for place in document.places] == [
        ("heading", 1, "I"), ("paragraph", 2, "T"), ("paragraph", 4, "C"),
    ]  # fmt: skip
    assert document.format == "docx"
    assert not document.scanned


def test_text_is_nfc_and_nothing_else_is_changed() -> None:
    document = read(docx_bytes("U\u0309y ban  nhân dân – “Ðiện Biên”\u00a012"))
    assert document.text == "Ủy ban  nhân dân – “Ðiện Biên”\u00a012\n"


def test_lists_carry_the_numbers_word_draws() -> None:
    source = docx.Document()
    for text in ("Giao thông", "Thủy lợi"):
        source.add_paragraph(text, style="List Number")
    source.add_paragraph("Không thuộc danh sách")
    source.add_paragraph("Trường học", style="List Number")
    source.add_paragraph("Chợ", style="List Bullet")
    lines = read(saved(source)).text.splitlines()
    assert lines == ["1. Giao thông", "2. Thủy lợi", "Không thuộc danh sách", "3. Trường học", "• Chợ"]


NUMBERING = f"""<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='0'>
<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>
<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl>
<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>
<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='\uf02d'/></w:lvl>
</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>
<w:num w:numId='6'><w:abstractNumId w:val='0'/>
<w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/></w:lvlOverride></w:num></w:numbering>"""


def listed(text: str, depth: int, number: int = 5) -> str:
    properties = f"<w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
    return p(r(text), properties=properties)


def test_nested_lists_count_and_restart() -> None:
    body = "".join(
        [
            listed("một", 0), listed("hai", 1), listed("ba", 1), listed("bốn", 2), listed("năm", 3), listed("sáu", 0),
            listed("bảy", 1), listed("tám", 0, 6), listed("chín", 0, 6), listed("ngoài", 0, 0), listed("lạ", 0, 99),
        ]
    )  # fmt: skip
    extra = {"word/numbering.xml": NUMBERING, "word/_rels/document.xml.rels": relations(numbering="numbering.xml")}
    assert read(package(body, extra=extra)).text.splitlines() == [
        "I. một", "I.1 hai", "I.2 ba", "a) bốn", "- năm", "II. sáu", "II.1 bảy", "IV. tám", "V. chín", "ngoài", "lạ",
    ]  # fmt: skip


def test_a_row_is_a_line_and_every_cell_has_its_place() -> None:
    source = docx.Document()
    source.add_paragraph("Phụ lục")
    table = source.add_table(3, 3)
    rows = [("TT", "Chỉ tiêu", "Kế hoạch"), ("1", "Hộ nghèo", "7,71%"), ("2", "", "85%")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    source.add_paragraph("Hết")
    document = read(saved(source))
    assert document.text == "Phụ lục\nTT | Chỉ tiêu | Kế hoạch\n1 | Hộ nghèo | 7,71%\n2 |  | 85%\nHết\n"
    cells = cell_texts(document)
    assert cells == {(1, i, j): text for i, row in enumerate(rows, 1) for j, text in enumerate(row, 1)}
    assert list(document.places) == sorted(document.places, key=lambda place: place.start)


def test_merged_cells_stand_once() -> None:
    source = docx.Document()
    table = source.add_table(3, 3)
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row.cells):
            cell.text = f"{i}{j}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "gộp dọc"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "gộp ngang"
    document = read(saved(source))
    assert document.text == "gộp dọc | 01 | 02\n | 11 | 12\n20 | gộp ngang\n"
    cells = cell_texts(document)
    assert cells[1, 1, 1] == "gộp dọc"
    assert cells[1, 2, 1] == ""
    assert cells[1, 3, 2] == "gộp ngang"


def test_paragraphs_of_a_cell_stand_in_one_line_and_inner_tables_too() -> None:
    source = docx.Document()
    table = source.add_table(1, 2)
    table.cell(0, 0).text = "Rà soát\nđất đai"
    table.cell(0, 0).add_paragraph("Báo cáo tỉnh")
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "trong", "cùng"
    assert read(saved(source)).text == "Rà soát đất đai Báo cáo tỉnh | trong cùng\n"


def test_a_frame_of_one_cell_is_ordinary_text() -> None:
    source = docx.Document()
    table = source.add_table(1, 1)
    table.cell(0, 0).text = "Đoạn một."
    table.cell(0, 0).add_paragraph("Đoạn hai.")
    document = read(saved(source))
    assert document.text == "Đoạn một.\nĐoạn hai.\n"
    assert {place.kind for place in document.places} == {"paragraph"}


def test_deletions_are_out_and_insertions_in() -> None:
    body = p(
        r("Tăng "), "<w:del><w:r><w:delText>4</w:delText></w:r></w:del>", f"<w:ins>{r('5')}</w:ins>", r("%"),
        f"<w:moveFrom>{r(' cũ')}</w:moveFrom>", f"<w:moveTo>{r(' mới')}</w:moveTo>",
    )  # fmt: skip
    assert read(package(body)).text == "Tăng 5% mới\n"


def test_a_deleted_paragraph_end_joins_and_a_deleted_row_is_out() -> None:
    joined = p(r("nửa "), properties="<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + p(r("câu"))
    cells = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cells.format('a', 'b')}</w:tr>"
    table = f"<w:tbl>{deleted}<w:tr>{cells.format('c', 'd')}</w:tr></w:tbl>"
    assert read(package(joined + table)).text == "nửa câu\nc | d\n"


def test_hidden_words_and_field_codes_are_out_and_their_results_in() -> None:
    body = p(
        r("Ngày "), "<w:r><w:instrText>DATE</w:instrText></w:r>", r("3/5"), r("ẩn", "<w:rPr><w:vanish/></w:rPr>"),
        "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/></w:r>", f"<w:hyperlink>{r(' liên kết')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{r(' ô')}</w:sdtContent></w:sdt>",
    )  # fmt: skip
    assert read(package(body)).text == "Ngày 3/5\tx\ny- liên kết ô\n"


def test_a_text_box_is_read_once_before_its_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('Trong hộp'))}</w:txbxContent>"
    body = p(
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        r("Ngoài hộp"),
    )
    assert read(package(body)).text == "Trong hộp\nNgoài hộp\n"


def test_footnotes_stand_at_the_end_and_page_headers_nowhere() -> None:
    note = f"<w:footnotes xmlns:w='{W}'><w:footnote w:type='separator'>{p(r('---'))}</w:footnote><w:footnote>{p(r('Theo cục'))}"
    extra = {
        "word/footnotes.xml": f"{note}</w:footnote></w:footnotes>",
        "word/header1.xml": f"<w:hdr xmlns:w='{W}'>{p(r('Đầu trang'))}</w:hdr>",
        "word/_rels/document.xml.rels": relations(footnotes="footnotes.xml", header="header1.xml"),
    }
    assert read(package(p(r("Thân bài")), extra=extra)).text == "Thân bài\nTheo cục\n"


def test_words_in_a_font_of_before_unicode_are_converted() -> None:
    abc = "<w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr>"
    capitals = "<w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr>"
    vni = "<w:rPr><w:rFonts w:ascii='VNI-Times'/></w:rPr>"
    body = (
        p(r("tØnh §iÖn Biªn", abc), r(" và "))
        + p(r("tØnh", capitals))
        + p(r("ñoàng chí", vni))
        + p(r("đã gõ lại", abc))
    )
    assert read(package(body)).text == "tỉnh Điện Biên và \nTỈNH\nđồng chí\nđã gõ lại\n"


def test_the_strict_variant_of_the_standard_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    path = "word/document.xml"
    text = f"<w:document xmlns:w='{strict}'><w:body>{p(r('chặt chẽ'))}</w:body></w:document>"
    assert read(zipped({path: text})).text == "chặt chẽ\n"


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("where", ["paragraph", "cell", "header", "footer", "box", "watermark", "legacy"])
def test_a_secret_document_is_refused(mark: str, where: str) -> None:
    source = docx.Document()
    if where == "paragraph":
        source.add_paragraph(mark)
    elif where == "cell":
        source.add_table(1, 2).cell(0, 0).text = f"UBND TỈNH\n{mark}\nSố: 1/BC"
    elif where in ("header", "footer"):
        getattr(source.sections[0], where).paragraphs[0].text = mark
    elif where == "box":
        box = OxmlElement("w:txbxContent")
        box.append(docx.Document().add_paragraph(mark)._p)
        source.add_paragraph().add_run("Số 1")._r.append(box)  # type: ignore[arg-type]
    elif where == "watermark":
        path = OxmlElement("w:pict")
        drawn = path.makeelement("{urn:schemas-microsoft-com:vml}textpath", {"string": mark})
        path.append(drawn)
        source.sections[0].header.paragraphs[0]._p.append(path)
    else:
        legacy = {"MẬT": "mËt", "TỐI MẬT": "tèi mËt", "TUYỆT MẬT": "tuyÖt mËt"}[mark]
        source.add_paragraph().add_run(legacy).font.name = ".VnTimeH"
    source.add_paragraph("Nội dung.")
    with pytest.raises(SecretDocumentError):
        read(saved(source))


def test_the_word_in_a_table_of_the_body_is_no_mark() -> None:
    source = docx.Document()
    for number in range(30):
        source.add_paragraph(f"Kết quả thứ {number}.")
    table = source.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "Sản phẩm", "Sản lượng", "MẬT"
    assert "MẬT | " in read(saved(source)).text


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": "0" * (40 << 20)})
    with pytest.raises(TooLargeError, match="bom nén"):
        read(bomb)
    with pytest.raises(TooLargeError, match="giải nén ra"):
        load_bytes(docx_bytes("x"), "a.docx", limits=Limits(unpacked=1000))
    with pytest.raises(TooLargeError, match="tệp con"):
        load_bytes(docx_bytes("x"), "a.docx", limits=Limits(members=3))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    entities = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10 if i else 'ha'}'>" for i in range(9))
    data = package(p(r("&a8;")), prolog=f"<!DOCTYPE w [{entities}]>")
    if encoding == "utf-16":
        text = f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE w [{entities}]><w>&a8;</w>"
        import io
        import zipfile

        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("word/document.xml", text.encode("utf-16"))
        data = stream.getvalue()
    with pytest.raises(BrokenFileError, match="thực thể"):
        read(data)


def test_an_entity_of_the_outside_is_never_fetched() -> None:
    data = package(p(r("&x;")), prolog="<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>")
    with pytest.raises(BrokenFileError, match="thực thể"):
        read(data)


@pytest.mark.parametrize(("opening", "closing"), [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
                                                  ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
                                                  ("<w:p><w:r>", "</w:r></w:p>")])  # fmt: skip
@pytest.mark.parametrize("depth", [200, 900, 100_000])
def test_deep_nesting_ends_in_an_answer(opening: str, closing: str, depth: int) -> None:
    try:
        document = read(package(opening * depth + p(r("đáy")) + closing * depth))
    except BrokenFileError as error:
        assert "bao-cao.docx" in str(error)  # noqa: PT017 -- both answers are right
    else:
        assert "đáy" in document.text


@pytest.mark.parametrize("cut", [10, 200, 2000, -30])
def test_a_truncated_file_is_named_as_broken(cut: int) -> None:
    with pytest.raises(BrokenFileError, match="hỏng"):
        read(docx_bytes("Xin chào")[:cut])


def test_a_password_is_asked_for() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(ProtectedFileError, match="mật khẩu"):
        read(ole)
