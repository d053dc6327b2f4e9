"""Reasons: why a unit is offered for a name, each a code with a sentence for the reader."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a candidate is offered, or why none is the one."""

    EXACT_NAME = "exact_name"
    OLD_SPELLING = "old_spelling"
    OTHER_FORM = "other_form"
    NO_DIACRITICS = "no_diacritics"
    SOME_DIACRITICS = "some_diacritics"
    ALIAS = "alias"
    KIND_WORD = "kind_word"
    KIND_ABBREVIATION = "kind_abbreviation"
    OTHER_KIND = "other_kind"
    FORMER_NAME = "former_name"
    LATER_NAME = "later_name"
    ENDED = "ended"
    NOT_YET = "not_yet"
    MARKED_OLD = "marked_old"
    MARKED_NEW = "marked_new"
    NOW_CALLED = "now_called"
    FORMERLY_CALLED = "formerly_called"
    UNDER_REVIEW = "under_review"
    ABOVE_REVIEWED = "above_reviewed"
    NEAR_REVIEWED = "near_reviewed"
    WITHIN = "within"
    WITHIN_THEN = "within_then"
    WITHIN_TERRITORY = "within_territory"
    PATH_UNMET = "path_unmet"
    OF_BODY = "of_body"
    BELOW_UNIT = "below_unit"
    PLACE = "place"
    BEFORE_HORIZON = "before_horizon"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    ABOUT_NEEDED = "about_needed"

    @property
    def sentence(self) -> str:
        """The reason as a Vietnamese sentence."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.EXACT_NAME: "Tên viết đúng như trong danh mục.",
    Reason.OLD_SPELLING: "Cùng một tên, chỉ khác cách đặt dấu thanh hoặc viết i/y.",
    Reason.OTHER_FORM: "Cùng một tên, chỉ khác gạch nối, khoảng trắng, dấu nháy, số hoặc cách viết c/k.",
    Reason.NO_DIACRITICS: "Tên viết không dấu.",
    Reason.SOME_DIACRITICS: "Tên viết thiếu hoặc thừa một số dấu.",
    Reason.ALIAS: "Tên gọi tắt quen dùng của đơn vị.",
    Reason.KIND_WORD: "Từ chỉ loại đơn vị đứng trước tên phù hợp.",
    Reason.KIND_ABBREVIATION: "Từ chỉ loại đơn vị viết tắt, phù hợp.",
    Reason.OTHER_KIND: "Đơn vị cùng cấp nhưng khác loại với từ đứng trước tên.",
    Reason.FORMER_NAME: "Tên cũ của đơn vị vào ngày đó.",
    Reason.LATER_NAME: "Tên về sau của đơn vị; vào ngày đó đơn vị còn mang tên khác.",
    Reason.ENDED: "Đơn vị đã kết thúc trước ngày đó.",
    Reason.NOT_YET: "Đơn vị chưa được thành lập vào ngày đó.",
    Reason.MARKED_OLD: "Văn bản ghi rõ là đơn vị cũ.",
    Reason.MARKED_NEW: "Văn bản ghi rõ là đơn vị mới.",
    Reason.NOW_CALLED: "Phù hợp với tên hiện nay ghi kèm.",
    Reason.FORMERLY_CALLED: "Phù hợp với tên trước đây ghi kèm.",
    Reason.UNDER_REVIEW: "Là đơn vị mà văn bản nói về.",
    Reason.ABOVE_REVIEWED: "Là cấp trên của đơn vị mà văn bản nói về.",
    Reason.NEAR_REVIEWED: "Thuộc hoặc cùng địa bàn với đơn vị mà văn bản nói về.",
    Reason.WITHIN: "Thuộc đơn vị cấp trên được nêu vào ngày đó.",
    Reason.WITHIN_THEN: "Thuộc đơn vị cấp trên được nêu vào một thời gian khác.",
    Reason.WITHIN_TERRITORY: "Địa bàn trước đó hoặc sau đó thuộc đơn vị cấp trên được nêu.",
    Reason.PATH_UNMET: "Không khớp hết các cấp ghi trong địa chỉ; cần người kiểm tra.",
    Reason.OF_BODY: "Tên viết là tên cơ quan; đây là đơn vị hành chính của cơ quan đó.",
    Reason.BELOW_UNIT: "Bỏ qua phần địa chỉ dưới cấp xã.",
    Reason.PLACE: "Tên là một địa danh không phải đơn vị hành chính; đây là đơn vị chứa địa danh đó.",
    Reason.BEFORE_HORIZON: "Ngày đó nằm trước thời gian danh mục có đủ dữ liệu của tỉnh này.",
    Reason.AMBIGUOUS: "Có nhiều đơn vị cùng phù hợp như nhau; cần người chọn.",
    Reason.UNKNOWN: "Không có đơn vị nào mang tên này.",
    Reason.ABOUT_NEEDED: "Chỉ có từ chỉ cấp hành chính; cần biết văn bản nói về đơn vị nào.",
}
