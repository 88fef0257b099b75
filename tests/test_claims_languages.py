"""Which language a text is in, and that what the store holds none of is not judged."""

from __future__ import annotations

import pytest
from cli_runner import run

from claims.languages import languages

PASHTO = "مونږ د سولې لپاره خبرې کوو او جګړه نه غواړو"
DARI = "ما برای صلح گفتگو می‌کنیم و جنگ نمی‌خواهیم، این موضع ما است"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We wait for an answer.", ()),
        ("Attendons une réponse à notre lettre", ()),
        ("", ()),
        ("1,000 – 2,000", ()),
        ("𝐖𝐞 𝐰𝐚𝐢𝐭", ()),
        ("We wait, said Лавров", ()),
        ("Мы ждём ответа", ("ru", "uk", "bg", "sr", "tg", "kk", "ky")),
        (PASHTO, ("ps",)),
        (DARI, ("fa",)),
        ("نحن ننتظر إجابة على رسالتنا", ("ar",)),
        ("ہم جواب کا انتظار کر رہے ہیں", ("ur",)),
        ("صلح", ("fa", "ar", "ps", "ur")),
        ("گفتگو", ("fa", "ps")),
        ("我们等待答复", ("zh", "ja")),
        ("私たちは返事を待つ", ("ja",)),
        ("우리는 기다린다", ("ko",)),
        ("हम उत्तर की प्रतीक्षा करते हैं", ("hi", "mr", "ne")),
    ],
)
def test_script_and_letters_tell_the_language(text: str, found: tuple[str, ...]) -> None:
    assert languages(text) == found


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        (PASHTO, "Pashto"),
        (DARI, "Dari or Persian"),
        ("我们等待他们对我们的信的答复", "Chinese"),
        ("हम उत्तर की प्रतीक्षा करते हैं", "Hindi"),
        ("«Мы ждём ответа на наше письмо»", "Russian"),
    ],
)
def test_a_language_of_which_nothing_is_stored_is_not_judged(
    tmp_path: object, quote: str, name: str
) -> None:
    ran = run("check", "--json", "--store", f"{tmp_path}/store.db", quote)
    (result,) = ran.json["documents"][0]["results"]
    assert (result["status"], result["verdict"]) == ("not_checked", None)
    assert ran.code == 2
    assert f"no {name} statement is stored; 1 of 1 NOT CHECKED, which is not" in ran.err
    assert "“no source”" in ran.err
