"""Rows 40 to 44: words that stand there, cut or framed so that the meaning turns."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, absent, assert_case, found, said

X = "we will sell the forest to the abbey in the spring"
Y = "мы продадим лес монастырю этой весной"

CLIPPED_NEGATION = found(
    "clipped_negation",
    *(
        Case(f"{frame} {X}.", f"{X[0].upper()}{X[1:]}.")
        for frame in (
            "It is not true that",
            "I have never said that",
            "I do not believe that",
            "It would be wrong to say that",
            "There is no evidence that",
            "It's nonsense that",
        )
    ),
    *(
        Case(f"{frame} {Y}.", f"{Y[0].upper()}{Y[1:]}.")
        for frame in ("Неправда, что", "Я никогда не говорил, что", "Нельзя сказать, что")
    ),
    Case(f"It is not true that {X}.", f"[W]{X[1:]}"),
    Case(f"Nobody in this house can claim that {X}.", f"W{X[1:]}.", instead=("reported_speech",)),
)

NOT_CLIPPED_NEGATION = absent(
    "clipped_negation",
    *(
        Case(f"{frame} {X}.", f"{X[0].upper()}{X[1:]}.", "match")
        for frame in (
            "It is true that",
            "It is no secret that",
            "I do not doubt that",
            "The debts are not our fault. I repeat that",
            "We will not sell the mill, and yes,",
            "I not only believe but know that",
            "Do not worry:",
        )
    ),
    Case(f"It is not true that {X}.", f"It is not true that {X}.", "match"),
    Case(f"Всем известно, что {Y}.", f"{Y[0].upper()}{Y[1:]}.", "match"),
    Case(f"Долги не наша вина. Повторяю, {Y}.", f"{Y[0].upper()}{Y[1:]}.", "match"),
)

CLIPPED_CONDITION = found(
    "clipped_condition",
    *(
        Case(f"{X[0].upper()}{X[1:]}{tail}.", f"{X[0].upper()}{X[1:]}.")
        for tail in (
            " if the court agrees",
            ", but only if the court agrees",
            ", provided that the herders keep their pastures",
            " unless the herders object",
            " on condition that the herders keep their pastures",
            " as long as the herders keep their pastures",
        )
    ),
    Case(
        f"{X[0].upper()}{X[1:]}, but the talks on the price will go on.",
        f"{X[0].upper()}{X[1:]}.",
        severities=("warning", "error"),
    ),
    Case(f"{Y[0].upper()}{Y[1:]}, если согласится суд.", f"{Y[0].upper()}{Y[1:]}."),
    Case(
        f"{Y[0].upper()}{Y[1:]} при условии, что пастухи сохранят луга.",
        f"{Y[0].upper()}{Y[1:]}.",
    ),
)

COD = "the cod have spawned in the northern bay"
BEFORE_THE_QUOTE = found(
    "clipped_condition",
    *(
        Case(f"{opening} {COD}{tail}.", f"T{COD[1:]},", codes=("clipped_condition",))
        for opening, tail in (
            ("The nets stay on the quay until", ""),
            ("We do the mending before", ""),
            ("The nets stay on the quay unless", ""),
            ("We sail on Monday if", ""),
            ("Even if", ", the nets stay on the quay"),
            ("Keep the nets dry in case", ""),
            ("We sail on Monday provided that", ""),
            ("Once", ", the boats will sail"),
            ("By the time", ", the boats will be gone"),
            ("Had", ", the boats would be gone"),
        )
    ),
    Case(f"The nets stay on the quay until {COD}.", f"C{COD[5:]},"),
    Case(f"We sail if the harbour master confirms {COD}.", f"T{COD[1:]},"),
    Case("Сети останутся на берегу, если треска ушла на север.", "Треска ушла на север."),
    Case("Мы чиним лодки, прежде чем треска ушла на север.", "Треска ушла на север."),
)
BEFORE_THE_QUOTE_DENIED = found(
    "clipped_negation",
    *(
        Case(f"{opening} {COD}.", f"T{COD[1:]},")
        for opening in ("He talks as if", "They sail as though", "We guard the bay lest")
    ),
    Case("Он говорит, будто треска ушла на север.", "Треска ушла на север."),
)
AFTER_THE_QUOTE = found(
    "clipped_condition",
    *(
        Case(f"{X[0].upper()}{X[1:]} {tail}.", f"{X[0].upper()}{X[1:]}.", severities=severities)
        for tail, severities in (
            ("until the herders object", ("error",)),
            ("only when the court has agreed", ("error",)),
            ("in case the court agrees", ("error",)),
            ("whether the court agrees or not", ("warning",)),
            ("as if the court had agreed", ("warning",)),
            ("once the court has agreed", ("warning",)),
            ("before the court has agreed", ("warning",)),
        )
    ),
)
NOT_LIMITED = absent(
    "clipped_condition",
    Case(f"T{COD[1:]}, and not before.", f"T{COD[1:]}.", "match"),
    Case(f"On the last day before Lent {COD}.", f"T{COD[1:]}.", "match"),
    Case(f"We waited until noon, and {COD}.", f"T{COD[1:]}.", "match"),
    Case(f"If the ice goes I am glad, and {COD}.", f"T{COD[1:]}.", "match"),
    Case(f"{X[0].upper()}{X[1:]} before the end of May.", f"{X[0].upper()}{X[1:]}.", "match"),
    Case(f"T{COD[1:]} after the ice was gone.", f"T{COD[1:]}.", "match"),
    Case(f"Have {COD[:7]} been seen? {COD[0].upper()}{COD[1:]}.", f"T{COD[1:]}.", "match"),
    Case(
        f"The nets stay on the quay until {COD}.",
        f"The nets stay on the quay until “{COD},” she said.",
        "match",
        sentence=True,
    ),
    Case(
        f"T{COD[1:]} if the warden is right.",
        f"“T{COD[1:]}” if the warden is right, said Ilse Brandvik.",
        "match",
        sentence=True,
    ),
)

NOT_CLIPPED_CONDITION = absent(
    "clipped_condition",
    Case(f"W{X[1:]}, and the herders will keep their pastures.", f"W{X[1:]}.", "match"),
    Case(f"W{X[1:]} if the court agrees.", f"W{X[1:]} if the court agrees.", "match"),
    Case(f"W{X[1:]}. The herders will keep their pastures.", f"W{X[1:]}.", "match"),
    Case(f"W{X[1:]}. If you go there you will see the oaks.", f"W{X[1:]}.", "match"),
    Case(f"W{X[1:]}, gifts and butter included.", f"W{X[1:]}.", "match"),
    Case(
        f"We do not know if the ferry will come. W{X[1:]}.",
        f"W{X[1:]}.",
        "match",
        never=("clipped_negation",),
    ),
    Case(f"М{Y[1:]}, и пастухи сохранят свои луга.", f"М{Y[1:]}.", "match"),
)

REPORTED = found(
    "reported_speech",
    *(
        Case(f"{frame} {X}{tail}", f"W{X[1:]}.")
        for frame, tail in (
            ("My colleague says that", "."),
            ("The newspapers claim that", "."),
            ("Suppose that", "."),
            ("The herders asked me whether", "."),
            ("Our enemies are spreading the rumour that", "."),
        )
    ),
    Case(
        "The banker told me to my face: 'The herders will never see their pastures again.'",
        "The herders will never see their pastures again.",
    ),
    Case(
        "You want us to sell the forest to the abbey in the spring?",
        "You want us to sell the forest to the abbey in the spring.",
    ),
    Case(f"Газеты утверждают, что {Y}.", f"М{Y[1:]}."),
)

NOT_REPORTED = absent(
    "reported_speech",
    *(
        Case(f"{frame} {X}.", f"W{X[1:]}.", "match")
        for frame in (
            "I say that",
            "I can tell you that",
            "As I said before,",
            "My colleague says little. I repeat that",
            "We believe that",
        )
    ),
    Case(f"My colleague says that {X}.", f"My colleague says that {X}.", "match"),
    Case(f"Я утверждаю, что {Y}.", f"М{Y[1:]}.", "match"),
)

INTERVIEW = {"url": "https://archive.example/interview"}
QUESTION = said(
    "Is it true that the abbey starved the herders out of the valley?",
    name="question",
    speaker="Question",
    role="Journalist",
    position=0,
    source=INTERVIEW,
)
ANSWER = said(
    "Absolutely, and we will prove it in court.", name="answer", position=1, source=INTERVIEW
)
FREE = said(
    "The abbey owns the valley, and we will prove it in court.",
    name="free",
    position=1,
    source=INTERVIEW,
)

WRONG_TURN = found(
    "wrong_turn",
    Case((QUESTION, ANSWER), "The abbey starved the herders out of the valley."),
    Case(
        (QUESTION.model_copy(update={"speaker": "Host", "role": "Host"}), ANSWER),
        "… the abbey starved the herders out of the valley …",
    ),
)
NOT_WRONG_TURN = absent(
    "wrong_turn",
    Case((QUESTION, FREE), "The abbey owns the valley, and we will prove it in court.", "match"),
    Case(
        (QUESTION, FREE),
        "The abbey owns the valley, and we will prove it in court.",
        "match",
        speaker="Olav Tunheim",
        codes=("wrong_speaker",),
    ),
)

SEE_QUESTION = found(
    "see_question",
    Case((QUESTION, ANSWER), "Absolutely, and we will prove it in court."),
    Case(
        (QUESTION, ANSWER.model_copy(update={"text": "Yes, of course they did, every winter."})),
        "Yes, of course they did, every winter.",
    ),
)
NOT_SEE_QUESTION = absent(
    "see_question",
    Case((QUESTION, FREE), "The abbey owns the valley, and we will prove it in court.", "match"),
    Case((FREE,), "The abbey owns the valley, and we will prove it in court.", "match"),
)


@pytest.mark.parametrize(
    "case",
    [
        *CLIPPED_NEGATION,
        *NOT_CLIPPED_NEGATION,
        *CLIPPED_CONDITION,
        *BEFORE_THE_QUOTE,
        *BEFORE_THE_QUOTE_DENIED,
        *AFTER_THE_QUOTE,
        *NOT_LIMITED,
        *NOT_CLIPPED_CONDITION,
        *REPORTED,
        *NOT_REPORTED,
    ],
)
def test_cuts_and_frames(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", [*WRONG_TURN, *NOT_WRONG_TURN, *SEE_QUESTION, *NOT_SEE_QUESTION])
def test_questions_and_answers(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
