"""Words that decide in Dari and Persian, Pashto and Chinese. Data, keyed by folded words.

Chinese is compared by characters, so its words are runs of keys. Beside `lexicon`, which has
English and Russian.
"""

from __future__ import annotations

from typing import Final

NEGATORS: Final = frozenset(
    "نه هیچ هیچکس هیچکدام هیچگاه هرگز بدون نیست نیستند نیستم نیستیم نبود نبودند نباشد نباید ندارد"
    " ندارند نداریم ندارم نداشت نداشتند نداشتیم نخواهد نخواهند نخواهیم نخواهم نکرد نکردند نکرده"
    " نکند نکنند نکنیم نشد نشدند نشده نشود نشوند نتواند نتوانست نرفت نداد نداده نگفت نگفته"
    " مه نشی نشته نشو نشوای هیڅ هیڅکله هیڅوک پرته"
    " 不 没 未 无 勿 非".split()
)
NEGATED_PREFIX: Final = "نمی"
"""A Persian verb in the present with its denial written on to it: نمی‌شود, folded نمیشود."""
NOT_DENYING: Final = frozenset(
    [("نه", after) for after in ("تنها", "فقط", "یوازی", "یوازې")]
    + [("不", after) for after in "仅但光断同久"]
    + [("非", "洲"), ("非", "常"), ("无", "人"), ("无", "论"), ("未", "来")]
)
DENIALS: Final = frozenset("ناممکن ناممکنه ناشونی".split())
DENIAL_PHRASES: Final = frozenset((("拒", "绝"), ("否", "认"), ("رد", "کرد"), ("رد", "کړ")))
MODALS: Final = {
    **dict.fromkeys(("شاید", "ممکن", "ښایی", "کیدای"), "possible"),
    **dict.fromkeys(("میتواند", "میتوانند", "میتوانیم"), "able"),
    **dict.fromkeys(("خواهد", "خواهند", "خواهیم", "خواهم", "将"), "future"),
    **dict.fromkeys(("باید", "مجبور", "مکلف", "须"), "must"),
}
MODAL_PHRASES: Final[dict[tuple[str, ...], str]] = {
    ("可", "能"): "possible", ("也", "许"): "possible", ("可", "以"): "able", ("能", "够"): "able",
    ("应", "当"): "should", ("应", "该"): "should", ("必", "须"): "must", ("不", "得"): "must",
}  # fmt: skip
CONDITIONS: Final = {
    **dict.fromkeys(("اگر", "هرگاه", "چیری", "若"), "if"),
    **dict.fromkeys(("فقط", "تنها", "یوازی", "یوازې", "仅", "只"), "only"),
    **dict.fromkeys(("مگر", "جز"), "except"),
}
CONDITION_PHRASES: Final[dict[tuple[str, ...], str]] = {
    ("如", "果"): "if", ("只", "要"): "if", ("除", "非"): "unless", ("除", "了"): "except",
    ("直", "到"): "until", ("به", "شرط"): "if", ("په", "شرط"): "if",
}  # fmt: skip
HEDGES: Final = frozenset("فعلا هنوز احتمالا تقریبا حتما".split())
HEDGE_PHRASES: Final = (
    ("目", "前"), ("暂", "时"), ("现", "阶", "段"), ("大", "约"), ("或", "许"),
    ("اوس", "مهال"), ("تر", "اوسه"), ("در", "حال", "حاضر"),
)  # fmt: skip
