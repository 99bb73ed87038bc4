"""Checks of translations: every planted mistake is found at its line, and good translations pass in silence."""

from __future__ import annotations

import json
from collections import Counter
from difflib import unified_diff
from pathlib import Path, PurePosixPath

import polib
import pytest
from click.testing import CliRunner

from generator import files, pipeline
from generator.catalogs import check, checks, read, tally, terms_of
from generator.cli import main
from generator.model import Message, Source
from generator.problems import Location, Problem
from tests.conftest import REPOSITORY, STARTER

GLOSSARY = (REPOSITORY / "locales" / "glossary.csv").read_text("utf-8")
LANGUAGES = ("ko", "ru", "zh-TW", "zh-CN")
CSP = "Partners are required to receive incoming support requests from customers"

# Language, source, wrong translation, the code that must be found.
PLANTED: list[tuple[str, str, str, str]] = [
    # What languages.md lists.
    (
        "ko",
        "You are directly responsible for the billing relationship. Answer billing questions.",
        "직접 고객에 게와 청구 관계 책임이 있습니다 고객의 청구 관련 질문에 대답 합니다.",
        "wrong-word",
    ),
    ("ko", "The partner is a trusted advisor", "고객이 신뢰할 수 있는 관리자 되며는", "wrong-word"),
    ("ko", "Become the advisor of the customer", "고객의 관리자가 되세요", "false-sense"),
    ("ko", "Articulate which support you offer", "고객에게 지원 아이콘만 해야 합니다", "false-sense"),
    ("ko", "A clear collections policy", "명확한 컬렉션 정책", "wrong-word"),
    ("ko", "Signature Cloud Support, included", "서명 클라우드 지원, 포함", "wrong-word"),
    ("ru", CSP, "Партнеры не требуется получать входящие запросы поддержки от клиентов", "wrong-word"),
    ("ru", CSP, "Партнер не обязан принимать запросы клиентов в поддержку", "false-sense"),
    ("ru", "Through support touch points you learn more", "Через поддержку сенсорного ввода вы узнаете", "wrong-word"),
    ("ru", "Signature Cloud Support", "Поддержка облака подписи", "name-translated"),
    ("ru", "Fee based", "комиссия базовый", "wrong-word"),
    ("ru", "Cancel for non-payment", "Отмена для не предназначенных для оплаты", "wrong-word"),
    ("ru", "Escalation to Microsoft", "Сообщение о проблемах в Microsoft", "wrong-word"),
    ("zh-TW", CSP, "合作夥伴都是能力的必要接收傳入的支援要求的客戶", "wrong-word"),
    ("zh-TW", "The support vehicles below", "以下的支援車輛", "wrong-word"),
    ("zh-TW", "The price (if support is charged)", "定價 （如果充電的支援）", "wrong-word"),
    ("zh-TW", "Solutions that drive value", "磁碟機值的解決方案", "wrong-word"),
    ("zh-TW", "You may disable access for non-payment", "您可以停用您的客戶存取產品的非付款", "wrong-word"),
    ("zh-TW", "Pay on time", "在時間付款", "wrong-word"),
    ("zh-TW", "Signature Cloud Support", "簽章 Cloud Support", "wrong-word"),
    ("zh-TW", "Settings and configuration", "設定和設定", "wrong-word"),
    ("zh-TW", "Diagnose to the best of your ability", "診斷為最佳能力", "wrong-word"),
    ("ko", "Help with software configuration", "도움말 및 소프트웨어 구성", "wrong-word"),
    ("ko", "Adoption is low", "계정에 대한 채택 수가 낮습니다", "wrong-word"),
    ("ko", "We check it", "검사 것입니다", "wrong-word"),
    # Registers, regions, spacing.
    ("ko", "Your subscription", "귀하의 구독", "wrong-word"),
    ("ko", "You decide", "당신이 결정합니다", "wrong-word"),
    ("ko", "You can do this", "이 작업을 할수 있습니다", "wrong-word"),
    ("ko", "Information about it", "그것에 대 한 정보", "wrong-word"),
    ("ko", "Read the article", "문서 를 읽으세요", "wrong-word"),
    ("ru", "Open a ticket", "Откройте билет", "wrong-word"),
    ("ru", "Contact us", "Обратитесь в Майкрософт", "wrong-word"),
    ("zh-TW", "Permission", "許可權", "wrong-word"),
    ("zh-TW", "Default", "默認", "wrong-word"),
    ("zh-TW", "Support", "支持", "wrong-word"),
    ("zh-TW", "Sign in", "登錄", "wrong-word"),
    ("zh-CN", "Support", "支援", "wrong-word"),
    ("zh-CN", "Sign in first", "请先登入", "wrong-word"),
    ("zh-CN", "You can write", "你可以写信", "wrong-word"),
    # Marks and numbers.
    ("ko", "Call {phone}", "전화하세요", "placeholder-lost"),
    ("ru", "Call us", "Позвоните: {phone}", "placeholder-added"),
    ("zh-CN", "Call us", "请致电 {{ company.secret }}", "jinja-added"),
    ("zh-TW", "See [plans](plans.md)", "請參閱[方案](plan.md)", "link-changed"),
    ("ko", "Run `dsregcmd /status`", "`dsregcmd`를 실행하세요", "code-changed"),
    ("ru", "Read this", "Прочитайте <b>это</b>", "html-changed"),
    ("zh-CN", "Read this", "阅读 <script>alert(1)</script>", "html-changed"),
    ("zh-TW", "A day[^1]", "一天", "link-changed"),
    ("ko", ":material-phone: Call us", "전화하세요", "icon-changed"),
    ("ru", "Within 30 days", "В течение 90 дней", "number-changed"),
    ("zh-CN", "Within 30 days", "在几天之内", "number-changed"),
    ("ru", "You may cancel within 3 days", "Вы можете отменить подписку, если требуется", "number-changed"),
    ("ko", "You may cancel", "5일까지 취소할 수 있습니다", "number-changed"),
    ("zh-TW", "Soon", "5 天之內", "number-changed"),
    ("ko", "**Save** it", "**저장하세요", "bold-broken"),
    ("zh-CN", "Select **Save**", "选择 ** 保存 **", "bold-broken"),
    ("ru", "Microsoft Teams does not open", "Команды Microsoft не открываются", "name-translated"),
    ("zh-TW", "Outlook closes", "展望會關閉", "name-translated"),
    # Scripts.
    ("zh-CN", "Contact us", "联系우리", "foreign-script"),
    ("ru", "Contact us", "Свяжитесь 연락", "foreign-script"),
    ("ko", "Invoice", "請求書", "foreign-script"),
    ("ko", "Support plan", "サポート 플랜", "foreign-script"),
    ("ru", "Support", "Пoддержка", "mixed-script"),
    ("ru", "The tenant and Microsoft", "Клиент и Мicrosoft", "mixed-script"),
    ("zh-TW", "Contact us", "联系我們", "wrong-characters"),
    ("zh-CN", "Contact us", "聯系我们", "wrong-characters"),
    # Shape: what the page would show.
    ("ko", "Words here", "1. 여기 단어", "shape-changed"),
    ("ru", "Words here", "- Слова здесь", "shape-changed"),
    ("zh-CN", "Words here", "# 这里的文字", "shape-changed"),
    ("zh-TW", "Words here", "> 這裡的文字", "shape-changed"),
    ("ko", "Words here", "    여기 단어", "shape-changed"),
    ("zh-TW", "Words here", "* 這裡的文字", "shape-changed"),
    ("zh-CN", "Words here", "文字\\n---", "shape-changed"),
    ("ru", "Words", "```\\nСлова\\n```", "shape-changed"),
    ("ko", "Words here", "여기\\n: 단어", "shape-changed"),
    ("ru", "Words *here*", "Слова *здесь", "shape-changed"),
    ("zh-CN", "Words _here_", "文字 _这里", "shape-changed"),
    ("ru", "See [plans](../plans.md).", "См. [планы] (../plans.md).", "link-changed"),
    ("ko", "Type `exit`.", "`exit를 입력하세요.", "shape-changed"),
    ("ru", "Save &nbsp; now", "Сохранить &nbps; сейчас", "shape-changed"),
    ("zh-TW", "A *word*", "一個\\\\*詞\\\\*", "shape-changed"),
    # Numbers, units, identifiers.
    ("ko", "Within 24 hours", "24일 이내", "unit-changed"),
    ("ru", "Within 3 business days", "В течение 3 рабочих часов", "unit-changed"),
    ("zh-CN", "Answer within 2 hours", "在 2 天内回复", "unit-changed"),
    ("zh-TW", "Answer within 30 minutes", "在 30 小時內回覆", "unit-changed"),
    ("ko", "10 GB of space", "10MB의 공간", "unit-changed"),
    ("ru", "It costs 5 euros", "Это стоит 5 рублей", "unit-changed"),
    ("zh-CN", "Removed after 30 to 90 days", "30 至 90 个月后删除", "unit-changed"),
    ("ru", "99.9 % uptime", "Доступность 99,99 %", "number-changed"),
    ("zh-TW", "Up to 1,500 users", "最多 15,000 位使用者", "number-changed"),
    ("zh-CN", "From 9:00 to 18:00", "从 9:00 到 17:00", "number-changed"),
    ("ko", "Within four hours", "14시간 이내", "number-changed"),
    ("ru", "Menu3 opens", "Меню2 открывается", "number-changed"),
    ("ko", "Error AADSTS50126 appears", "오류 AADSTS50125가 표시됩니다", "identifier-changed"),
    ("zh-TW", "Look for MO123456", "尋找 M0123456", "identifier-changed"),
    ("ru", "It ends with 0x80070005", "Заканчивается кодом 0х80070005", "identifier-changed"),
    ("ko", "Contact us", "문의\u200b하기", "invisible"),
    ("zh-CN", "Contact us", "\u202e联系我们", "invisible"),
    ("zh-TW", "Write to help@contoso.com", "請寫信至 help@contoso.co", "link-changed"),
    ("zh-CN", "Press F5", "请按 F6", "identifier-changed"),
    ("ko", "Answer within 24 hours", "2４일 이내에 답변합니다", "unit-changed"),
    ("ru", "Price: 5 €", "Цена: 5 $", "unit-changed"),
    ("zh-CN", "At least 5 people", "最多 5 人", "bound-turned"),
    ("ko", "Up to 5 people", "최소 5명", "bound-turned"),
    ("ru", "Not more than 5 people", "Не менее 5 человек", "bound-turned"),
    # Names, regions, registers.
    ("zh-CN", "Open Power BI", "打开力量 BI", "name-translated"),
    ("ko", "We ask 21Vianet", "31Vianet에 문의합니다", "name-translated"),
    ("ko", "Open OneDrive", "원드라이브 열기", "name-translated"),
    ("zh-TW", "Quality", "質量", "wrong-word"),
    ("zh-TW", "Follow the link", "請按鏈接", "wrong-word"),
    ("zh-CN", "Print the invoice", "用印表机打印发票", "wrong-word"),
    ("zh-CN", "Permissions", "许可权", "wrong-word"),
    ("ru", "You can write to us", "Если нужно, Вы можете написать нам", "wrong-word"),
    ("ru", "Write to us", "Напиши нам", "wrong-word"),
    ("ko", "You can do this", "이 작업을 할 수 있어요", "wrong-word"),
    ("ru", "Your tickets", "Ваши билеты", "wrong-word"),
    # False senses.
    ("ru", "Chargeable support", "Заряжаемая поддержка", "false-sense"),
    ("ru", "Partners are required to accept it", "Партнеры не должны это принимать", "false-sense"),
    ("zh-CN", "Partners must accept it", "合作伙伴无需接受", "false-sense"),
    ("zh-TW", "Support touch points", "支援觸控點", "false-sense"),
    ("ru", "A collections policy", "Политика коллекций", "false-sense"),
    ("ko", "We charge for this support", "이 지원은 충전됩니다", "false-sense"),
    ("zh-CN", "Is this support charged?", "此支持是否充电？", "false-sense"),
    ("ru", "You must tell us the price", "Вам не нужно сообщать цену", "false-sense"),
    (
        "ko",
        "You must tell us the price",
        "가격을 알려 주지 않아도 됩니다. 알릴 필요가 없습니다. 할 필요가 없습니다.",
        "false-sense",
    ),
]
DOUBTFUL: list[tuple[str, str, str, str]] = [
    ("ko", "Open the invoice today", "Open the invoice today", "unchanged"),
    ("zh-CN", "Do not share it", "请分享", "negation"),
    ("ru", "You should call us", "Вы не должны звонить нам", "negation"),
    ("ru", "We charge for it", "Мы не взимаем за это плату", "negation"),
    ("zh-CN", "It is required", "这不是必需的", "negation"),
    ("ko", "Do not pay", "지불하세요", "negation"),
    ("zh-TW", "First this, then that", "先這樣,再那樣", "half-width"),
    ("ko", "{company} helps you", "{company}는 도와 드립니다", "particle"),
    ("ru", "Your subscription", "Ваш абонемент", "glossary"),
    ("ru", "Contact us today", "Contact us сегодня", "unchanged"),
    ("ko", "Contact us", "Contact us", "unchanged"),
    ("ru", "Without a password", "С паролем", "negation"),
    ("ko", "Close the app.", "앱을 닫으세요。", "half-width"),
    ("zh-TW", "Call us if it goes on", "如果持續發生 , 請致電", "half-width"),
    ("zh-TW", "Settings and configuration", "設定與設定", "said-twice"),
    ("ru", "Settings and parameters", "Параметры и параметры", "said-twice"),
    ("ko", "Settings and configuration", "설정 및 설정", "said-twice"),
    ("zh-CN", "Ask the guest to try again.", "请来宾再试一次好吗。 请来宾再试一次好吗。", "said-twice"),
    ("ru", "The field “Name”", "Поле “Имя”", "quotation-marks"),
    ("zh-CN", "The field “Name”", "字段「名称」", "quotation-marks"),
    ("zh-TW", "The field “Name”", "欄位“名稱”", "quotation-marks"),
    ("zh-CN", "Nobody can promise how long the repair of a service takes", "修", "length"),
]


def planted(rows: list[tuple[str, str, str, str]], language: str) -> tuple[Source, dict[int, str]]:
    """A PO file of the rows of one language, and the code that each line of it must give."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    lines, wanted = head.split("\n"), {}
    for number, (tag, source, wrong, code) in enumerate(rows):
        if tag == language:
            lines += [f"#: kb/{number}.md", f'msgctxt "{number}"', f'msgid "{source}"', f'msgstr "{wrong}"', ""]
            wanted[len(lines) - 1] = code
    return Source(PurePosixPath(f"locales/{language.replace('-', '_')}/LC_MESSAGES/kb.po"), "\n".join(lines)), wanted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rows", "severity"), [(PLANTED, "error"), (DOUBTFUL, "warning")], ids=["errors", "warnings"])
def test_every_planted_mistake_is_found_at_its_line(
    rows: list[tuple[str, str, str, str]], severity: str, language: str
) -> None:
    source, wanted = planted(rows, language)

    found = check(language, source, terms_of([GLOSSARY], language))

    told = {(problem.where.line, problem.code) for problem in found if problem.severity == severity}
    assert set(wanted.items()) - told == set()
    assert all(problem.hint for problem in found)


def test_at_least_a_hundred_mistakes_are_planted() -> None:
    assert len(PLANTED) >= 100
    assert {tag for tag, *_ in PLANTED} == set(LANGUAGES)
    assert {one.code for one in checks.checks()} <= {code for *_, code in PLANTED + DOUBTFUL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_translations_have_no_error_and_no_warning_that_nobody_looked_into(language: str) -> None:
    terms, segments = terms_of([GLOSSARY], language), 0
    found: list[Problem] = []
    for path in sorted((REPOSITORY / "locales" / language.replace("-", "_")).rglob("*.po")):
        source = Source(PurePosixPath(path.relative_to(REPOSITORY).as_posix()), path.read_text("utf-8"))
        found += check(language, source, terms)
        segments += len(read(language, source).entries)

    assert found == []
    assert segments > 2000


GOOD = [
    ("ko", "Answer day and night", "24시간 답변합니다"),
    ("ko", "We make the change.", "변경은 저희가 합니다."),
    ("ko", "Charge the battery", "배터리를 충전하세요"),
    ("ko", "{company} helps you", "{company}은(는) 도와 드립니다"),
    ("ru", "24 × 7", "24/7"),
    ("ru", "Two ways in three days", "2 способа за 3 дня"),
    ("ru", "Within 2 days", "В течение двух дней"),
    ("ru", "On the 20th", "20-го числа"),
    ("ru", "1,500 users", "1 500 пользователей"),
    ("ru", "You do not have to call", "Звонить не нужно"),
    ("zh-TW", "Subscription", "訂用帳戶"),
    ("zh-TW", "The tenant", "租用戶"),
    ("ru", "Open from 9:00", "Открыто с 09:00"),
    ("ko", "Until 5:00 PM", "오후 5시까지"),
    ("zh-CN", "Two days", "2 天"),
    ("zh-CN", "Microsoft Teams", "Microsoft Teams"),
    ("zh-CN", "Select **Save**.", "选择**保存**。"),
    ("ko", "Open **Your products**", "**사용자 제품**(Your products)을 여세요"),
    ("ko", "The log and the sign-in logs", "로그와 로그인 로그"),
    ("zh-CN", "In a file or folder", "文件或文件夹"),
    ("zh-CN", "We ask 21Vianet", "我们会询问世纪互联"),
    ("ru", "Call by 6 p.m.", "Звоните до 6 вечера"),
    ("ko", "Jan", "1월"),
    ("ko", "30-day trial, 30 days", "30일 평가판, 30일"),
    ("ru", "In 2 to 4 business days", "За 2–4 рабочих дня"),
    ("zh-CN", "8 business hours", "8 个工作小时"),
    ("ko", "A collection of pages", "페이지 컬렉션"),
    ("ru", "See [the *plan*][plan]", "См. [*план*][plan]"),
    ("zh-TW", "Press `*` or \\\\*", "按 `*` 或 \\\\*"),
    ("ja", "Contact us", "お問い合わせ"),
    ("ar", "Contact us", "اتصل بنا"),
    ("zh-CN", "Error MO123 in E3, in Q1", "第一季度 E3 中的错误MO123"),
    ("ru", "Up to 5 people, at least 2", "Не более 5 человек, не менее 2"),
    ("ru", "No more than 5 people", "Не более 5 человек"),
    ("ar", "Contact {company}", "اتصل بـ\u200f{company}"),
]


@pytest.mark.parametrize(("language", "source", "translated"), GOOD)
def test_a_good_translation_passes_in_silence(language: str, source: str, translated: str) -> None:
    po, _ = planted([(language, source, translated, "")], language)

    assert check(language, po, terms_of([GLOSSARY], language)) == ()


def test_a_missing_plural_form_is_an_error_at_its_msgstr() -> None:
    po = (
        'msgid ""\nmsgstr ""\n\n#: a.py\nmsgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} день"\nmsgstr[1] ""\n'
    )

    found = check("ru", Source(PurePosixPath("locales/ru/LC_MESSAGES/site.po"), po))

    assert [(problem.code, problem.where.line) for problem in found] == [("plural-count", 7)]


def test_what_is_fuzzy_waits() -> None:
    source, _ = planted([("ko", "Your subscription", "귀하의 구독", "")], "ko")

    assert check("ko", Source(source.path, source.text.replace("#: kb", "#, fuzzy\n#: kb"))) == ()


@pytest.mark.parametrize(
    ("note", "translated", "told"),
    [
        ("checked: negation", "돌이킬 수 없습니다.", []),
        ("checked: length, negation", "돌이킬 수 없습니다.", ["length"]),
        ("Seen twice.\n# checked: negation", "돌이킬 수 없습니다.", []),
        ("Seen twice.", "돌이킬 수 없습니다.", ["negation"]),
        ("checked: negation", "최종입니다.", ["checked"]),
        ("checked: negatoin", "최종입니다.", ["spelling"]),
        ("checked: everything", "최종입니다.", ["unknown"]),
        ("checked: number-changed", "3은 최종입니다.", ["number", "error"]),
    ],
)
def test_a_warning_that_somebody_has_looked_into_rests(note: str, translated: str, told: list[str]) -> None:
    said = {
        "negation": "“수 없”, but the source denies nothing [negation] see whether it says the opposite",
        "checked": "`# checked: negation`: nothing is told of this translation any more [checked] take the note away",
        "length": "`# checked: length`: nothing is told of this translation any more [checked] take the note away",
        "spelling": "`# checked: negatoin`: there is no such check [checked] did you mean `negation`?",
        "unknown": "`# checked: everything`: there is no such check [checked] take it away",
        "error": "`# checked: number-changed`: an error cannot rest [checked] mend the translation, take the note away",
    }
    po = f'msgid ""\nmsgstr ""\n\n# {note}\n#: kb/a.md\nmsgid "It is final."\nmsgstr "{translated}"\n'

    found = check("ko", Source(PurePosixPath("locales/ko/LC_MESSAGES/kb.po"), po))

    lines = [f"{one.message} [{one.code}] {one.hint}" for one in found]
    assert [line for line in lines if "[number-changed]" not in line] == [said[one] for one in told if one != "number"]
    assert any("[number-changed]" in line for line in lines) == ("number" in told)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("provenance: mt engine=x", False),
        ("provenance: mt", False),
        ("provenance: reviewed by=Kim Minji on=2026-11-20", False),
        ("Machines are translated by hand.", False),
        ("provenance: machine engine=x", True),
        ("provenance: reviewed by=Kim Minji on=today", True),
        ("provenance:", True),
        ("provenance: machine\n# provenance: mt engine=x", False),
    ],
)
def test_where_a_text_comes_from_is_said_in_words_that_are_known(note: str, told: bool) -> None:
    po = f'msgid ""\nmsgstr ""\n\n# {note}\n#: kb/a.md\nmsgid "It is final."\nmsgstr "최종입니다."\n'

    found = check("ko", Source(PurePosixPath("locales/ko/LC_MESSAGES/kb.po"), po))

    lines = [f"{one.where}: {one.severity}: {one.message} [{one.code}]" for one in found]
    line = po[: po.index("최종")].count("\n") + 1
    what = "this says neither who reviewed the text nor what made it [provenance]"
    assert lines == [f"locales/ko/LC_MESSAGES/kb.po:{line}: warning: `# {note}`: {what}"] * told


def test_a_partners_glossary_goes_before_ours() -> None:
    assert terms_of(["en,ko\ninvoice,송장\n", "en,ko\ninvoice,청구서\n"], "ko") == {"invoice": "청구서"}


def test_a_text_counts_once_for_its_language_and_once_for_each_page() -> None:
    po = """msgid ""
msgstr ""

msgid "One"
msgstr "하나"

# provenance: mt engine=x
msgid "Two"
msgstr "둘"

# provenance: mt engine=x
# provenance: reviewed by=Kim Minji on=2026-11-20
msgid "Three"
msgstr "셋"

#, fuzzy
msgid "Four good words {here}"
msgstr "넷"
"""
    a, b = PurePosixPath("kb/a.md"), PurePosixPath("kb/b.md")
    messages = [Message(text, Location(a)) for text in ("One", "Two", "Three", "Four good words {here}", "Five is new")]
    messages.append(Message("One", Location(b)))

    found = tally([(messages, read("ko", Source(PurePosixPath("ko.po"), po)))])

    whole = found.whole
    assert (whole.segments, whole.translated, whole.fuzzy, whole.missing) == (5, 3, 1, 1)
    assert (whole.machine, whole.reviewed, whole.words_left) == (1, 1, 6)
    assert {path: count.segments for path, count in found.pages.items()} == {a: 5, b: 1}


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["translate", *arguments])
    assert result.exit_code == code, result.output
    return result.stdout


def test_status_tells_a_program_every_language_and_page() -> None:
    keys = ["segments", "translated", "fuzzy", "missing", "machine", "reviewed", "words_left"]

    data = json.loads(run("status", "-p", str(REPOSITORY), "--format", "json"))

    assert list(data) == ["languages"]
    assert set(data["languages"]) == set(LANGUAGES)
    for one in data["languages"].values():
        pages = one.pop("pages")
        assert list(one) == keys
        assert all(list(page) == keys for page in pages.values())
        assert "kb/billing-subscription/bill-add.md" in pages
        assert one["segments"] == one["translated"] + one["fuzzy"] + one["missing"]


def test_status_shows_pages_when_asked() -> None:
    assert "bill-add.md" not in run("status", "-p", str(REPOSITORY))
    assert "bill-add.md" in run("status", "-p", str(REPOSITORY), "--pages")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_fails_on_an_error_and_names_its_line(form: str, tmp_path: Path) -> None:
    for path in STARTER.glob("*.yml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    source, wanted = planted(PLANTED[:2], "ko")
    files.write(tmp_path / source.path, source.text)

    out = run("check", "-p", str(tmp_path), "--format", form, code=1)

    assert all(str(line) in out for line in wanted)
    assert "wrong-word" in out


def test_check_passes_where_nothing_is_wrong() -> None:
    run("check", "-p", str(REPOSITORY))


def test_a_folder_that_is_no_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "support.yml").write_text((STARTER / "support.yml").read_text("utf-8"), "utf-8")
    files.write(tmp_path / "locales" / "qqq_QQ" / "LC_MESSAGES" / "kb.po", 'msgid "a"\nmsgstr "b"\n')

    assert Counter(problem.code for problem in pipeline.translation_problems(tmp_path)) == {"unknown-language": 1}


ARTICLE = "---\nid: ours\ntitle: Ours\ndescription: About us.\n---\n\nWe answer within one day.\n\n- You may call.\n"


def partner(folder: Path) -> Path:
    """A project of three languages with an article of its own, whose passages are all translated."""
    text = (STARTER / "support.yml").read_text("utf-8")
    files.write(folder / "support.yml", text.replace("\nlanguages: [en]", "\nlanguages: [en, ko, ru]"))
    files.write(folder / "kb" / "getting-help" / "ours.md", ARTICLE)
    run("update", "-p", str(folder))
    for path in folder.rglob("partner.po"):
        done = polib.pofile(str(path), wrapwidth=0)
        for entry in done:
            entry.msgstr = f"«{entry.msgid}»"
        # polib begins every file with a comment.
        files.write(path, f"{done}".removeprefix("#\n"))
    return folder


def changes(old: str, new: str) -> list[str]:
    found = unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)
    return [line for line in found if line[:3] not in ("---", "+++") and line[:2] != "@@"]


def test_one_changed_word_is_one_changed_line_of_each_language(tmp_path: Path) -> None:
    catalogs = sorted(partner(tmp_path).rglob("partner.po"))
    before = [path.read_text("utf-8") for path in catalogs]
    files.write(tmp_path / "kb" / "getting-help" / "ours.md", ARTICLE.replace("one day", "two days"))

    said = run("update", "-p", str(tmp_path))

    assert len(catalogs) > 1
    assert said.count("0 new, 1 changed, 0 removed; now 0 to translate, 1 to confirm") == len(catalogs)
    for path, old in zip(catalogs, before, strict=True):
        assert changes(old, path.read_text("utf-8")) == [
            '-msgid "We answer within one day."',
            "+#, fuzzy",
            '+#| msgid "We answer within one day."',
            '+msgid "We answer within two days."',
        ]
    assert run("update", "-p", str(tmp_path)) == "nothing to write: the PO files hold what the site says\n"


def test_an_update_tells_a_program_and_a_code_host_what_it_did(tmp_path: Path) -> None:
    partner(tmp_path)
    page = tmp_path / "kb" / "getting-help" / "ours.md"

    files.write(page, f"{ARTICLE}\nA new one.\n")
    data = json.loads(run("update", "-p", str(tmp_path), "--format", "json"))
    files.write(page, ARTICLE)
    lines = run("update", "-p", str(tmp_path), "--format", "github").splitlines()

    kept = {"added": 1, "changed": 0, "removed": 0, "missing": 1, "fuzzy": 0}
    assert [{key: one[key] for key in kept} for one in data["files"]] == [kept] * len(lines)
    assert all(one["path"].startswith("locales/") for one in data["files"])
    assert all(line.startswith("::notice file=locales/") for line in lines)
    assert all("title=translate update::0 new, 0 changed, 1 removed; 0 to translate" in line for line in lines)
    assert json.loads(run("update", "-p", str(tmp_path), "--format", "json")) == {"files": []}


def test_a_file_that_is_not_po_stops_an_update_before_anything_is_written(tmp_path: Path) -> None:
    first, *others = sorted(partner(tmp_path).rglob("partner.po"))
    files.write(tmp_path / "kb" / "getting-help" / "ours.md", ARTICLE.replace("one day", "two days"))
    before = [path.read_text("utf-8") for path in others]
    first.write_text(first.read_text("utf-8") + "\nwords\n", "utf-8")

    out = run("update", "-p", str(tmp_path), "--format", "json", code=1)

    assert json.loads(out)["problems"][0]["path"] == first.relative_to(tmp_path).as_posix()
    assert [path.read_text("utf-8") for path in others] == before


def test_status_counts_who_reviewed_and_what_a_machine_wrote(tmp_path: Path) -> None:
    path = min(partner(tmp_path).rglob("partner.po"))
    tag = path.relative_to(tmp_path).parts[1].replace("_", "-")
    before = json.loads(run("status", "-p", str(tmp_path), "--format", "json"))["languages"][tag]
    done = polib.pofile(str(path), wrapwidth=0)
    notes = {
        "We answer within one day.": "provenance: reviewed by=Kim Minji on=2026-11-20",
        "You may call.": "provenance: mt engine=x",
    }
    for entry in done:
        entry.tcomment = notes.get(entry.msgid, "")
    done.save(str(path))

    after = json.loads(run("status", "-p", str(tmp_path), "--format", "json"))["languages"][tag]

    assert (after["machine"], after["reviewed"]) == (before["machine"] + 1, before["reviewed"] + 1)
    assert {key: value for key, value in after["pages"]["kb/getting-help/ours.md"].items() if value} == {
        "segments": 4,
        "translated": 4,
        "machine": 1,
        "reviewed": 1,
    }
    assert {key: after[key] for key in ("segments", "translated", "missing")} == {
        key: before[key] for key in ("segments", "translated", "missing")
    }


def test_status_tells_a_code_host_each_language_and_the_pages_with_work_left(tmp_path: Path) -> None:
    partner(tmp_path)
    files.write(tmp_path / "kb" / "getting-help" / "ours.md", f"{ARTICLE}\nA new one.\n")

    lines = run("status", "-p", str(tmp_path), "--format", "github").splitlines()
    pages = run("status", "-p", str(tmp_path), "--format", "github", "--pages").splitlines()

    assert all(line.startswith("::notice title=") for line in lines)
    assert [line for line in pages if "file=kb/getting-help/ours.md" in line and "5 segments: 4 translated" in line]
    assert not [line for line in pages if "file=kb/billing-subscription/bill-add.md" in line]


@pytest.mark.parametrize(
    ("written", "told"),
    [("jp", "jp: no such language; did you mean ja?"), ("../x", "../x: no such language")],
)
def test_a_language_that_nobody_speaks_is_not_begun(written: str, told: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["translate", "update", "-p", str(tmp_path), "--add", written])

    assert result.exit_code == 2
    assert told in result.output


ENTRY = '\nmsgid "Open a ticket"\nmsgstr "Откройте билет"\n'
PLURAL = '\nmsgid "{n} ticket"\nmsgid_plural "{n} tickets"\nmsgstr[0] "{n} запрос"\nmsgstr[1] "{n} запроса"\n'
PLACES = {
    "in one line": (ENTRY, 6),
    "wrapped": ('\n#: a\nmsgid ""\n"Open "\n"a ticket"\nmsgstr ""\n"Откройте "\n"билет"\n', 9),
    "with Windows line ends": (ENTRY.replace("\n", "\r\n"), 6),
    "with old Mac line ends": (ENTRY.replace("\n", "\r"), 6),
    "right below another": ('\nmsgid "One"\nmsgstr "Один"' + ENTRY, 8),
    "behind an empty line": (ENTRY.replace("\nmsgstr", "\n\nmsgstr"), 7),
    "behind tabs": (ENTRY.replace(" ", "\t", 1).replace("msgstr ", "msgstr\t"), 6),
    "with a context": ('\n#| msgid "x"\nmsgctxt "c"' + ENTRY, 8),
    "a wrong word in a plural form": (PLURAL + 'msgstr[2] "{n} билетов"\n', 9),
    "a field lost in a plural form": (PLURAL + 'msgstr[2] "запросов"\n', 9),
}


@pytest.mark.parametrize(("body", "line"), PLACES.values(), ids=PLACES.keys())
def test_a_mistake_has_the_line_of_its_msgstr_however_the_file_is_written(body: str, line: int) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    head = head.replace("\n", "\r") if "\r" in body and "\n" not in body else head

    found = check("ru", Source(PurePosixPath("locales/ru/LC_MESSAGES/kb.po"), head + body))

    assert {problem.where.line for problem in found} == {line}
