"""A public holiday's English name -> its name for readers of another language."""

from __future__ import annotations

import re

from generator.languages import language

LANGUAGES = ("ko", "ru", "zh-Hant", "zh-Hans")

# The library's English name, then ko, ru, Traditional and Simplified Chinese; "" leaves it to the library.
TABLE: dict[str, tuple[tuple[str, str, str, str, str], ...]] = {
    "KR": (
        ("New Year's Day", "신정", "Новый год", "元旦", "元旦"),
        ("Korean New Year", "설날", "Соллаль (корейский Новый год)", "韓國春節", "韩国春节"),
        ("The day preceding Korean New Year", "설날 전날", "Канун Соллаля", "韓國春節前一天", "韩国春节前一天"),
        ("The second day of Korean New Year", "설날 다음 날", "Второй день Соллаля", "韓國春節翌日", "韩国春节次日"),
        ("Independence Movement Day", "삼일절", "День движения за независимость", "三一節", "三一节"),
        ("Labor Day", "노동절", "День труда", "勞動節", "劳动节"),
        ("Children's Day", "어린이날", "День детей", "兒童節", "儿童节"),
        ("Buddha's Birthday", "부처님오신날", "День рождения Будды", "佛誕日", "佛诞日"),
        ("Memorial Day", "현충일", "День памяти павших", "顯忠日", "显忠日"),
        ("Constitution Day", "제헌절", "День Конституции", "制憲節", "制宪节"),
        ("Liberation Day", "광복절", "День освобождения", "光復節", "光复节"),
        ("Armed Forces Day", "국군의 날", "День вооружённых сил", "國軍日", "国军日"),
        ("National Foundation Day", "개천절", "День основания государства", "開天節", "开天节"),
        ("Chuseok", "추석", "Чхусок (праздник урожая)", "韓國中秋節", "韩国中秋节"),
        ("The day preceding Chuseok", "추석 전날", "Канун Чхусока", "韓國中秋節前一天", "韩国中秋节前一天"),
        ("The second day of Chuseok", "추석 다음 날", "Второй день Чхусока", "韓國中秋節翌日", "韩国中秋节次日"),
        ("Hangul Day", "한글날", "День хангыля", "韓文日", "韩文日"),
        ("Christmas Day", "성탄절", "Рождество", "聖誕節", "圣诞节"),
        ("Temporary Public Holiday", "임시공휴일", "Разовый выходной день", "臨時公休日", "临时公休日"),
        ("Presidential Election Day", "대통령 선거일", "День президентских выборов", "總統選舉日", "总统选举日"),
        (
            "National Assembly Election Day",
            "국회의원 선거일",
            "День парламентских выборов",
            "國會議員選舉日",
            "国会议员选举日",
        ),
        ("Local Election Day", "지방선거일", "День местных выборов", "地方選舉日", "地方选举日"),
    ),
    "TW": (
        (
            "Founding Day of the Republic of China",
            "중화민국 개국 기념일",
            "День основания Китайской Республики",
            "",
            "",
        ),
        ("Chinese New Year's Eve", "섣달그믐", "Канун китайского Нового года", "", ""),
        ("Chinese New Year", "춘절", "Китайский Новый год", "", ""),
        ("Peace Memorial Day", "평화 기념일", "День памяти и мира", "", ""),
        ("Children's Day", "어린이날", "День детей", "", ""),
        ("Tomb-Sweeping Day", "청명절", "Праздник поминовения усопших", "", ""),
        ("Labor Day", "노동절", "День труда", "", ""),
        ("Dragon Boat Festival", "단오절", "Праздник драконьих лодок", "", ""),
        ("Mid-Autumn Festival", "중추절", "Праздник середины осени", "", ""),
        ("Confucius' Birthday", "공자 탄신일", "День рождения Конфуция", "", ""),
        ("National Day", "국경일", "Национальный праздник", "", ""),
        (
            "Taiwan Restoration and Guningtou Victory Memorial Day",
            "타이완 광복 및 구닝터우 대첩 기념일",
            "День возвращения Тайваня и победы при Гунинтоу",
            "",
            "台湾光复暨金门古宁头大捷纪念日",
        ),
        ("Constitution Day", "제헌절", "День Конституции", "", ""),
    ),
    "CN": (
        ("New Year's Day", "신정", "Новый год", "", ""),
        ("Chinese New Year's Eve", "섣달그믐", "Канун Праздника весны", "", ""),
        ("Chinese New Year (Spring Festival)", "춘절", "Праздник весны (китайский Новый год)", "", ""),
        ("Chinese New Year Extended Holiday", "춘절 연장 휴일", "Продлённый Праздник весны", "", ""),
        ("Tomb-Sweeping Day", "청명절", "Праздник поминовения усопших", "", ""),
        ("Labor Day", "노동절", "День труда", "", ""),
        ("Dragon Boat Festival", "단오절", "Праздник драконьих лодок", "", ""),
        ("Mid-Autumn Festival", "중추절", "Праздник середины осени", "", ""),
        ("National Day", "국경절", "Национальный праздник", "", ""),
    ),
    "RU": (
        ("New Year Holidays", "새해 연휴", "", "新年假期", ""),
        ("Christmas Day", "정교회 성탄절", "", "東正教聖誕節", ""),
        ("Defender of the Fatherland Day", "조국 수호자의 날", "", "祖國保衛者日", ""),
        ("International Women's Day", "세계 여성의 날", "", "國際婦女節", ""),
        ("Holiday of Spring and Labor", "봄과 노동의 날", "", "春天與勞動節", ""),
        ("Victory Day", "전승절", "", "勝利日", ""),
        ("Russia Day", "러시아의 날", "", "俄羅斯日", ""),
        ("Unity Day", "국민 통합의 날", "", "民族統一日", ""),
    ),
    "US": (
        ("New Year's Day", "새해 첫날", "Новый год", "元旦", "元旦"),
        (
            "Martin Luther King Jr. Day",
            "마틴 루서 킹의 날",
            "День Мартина Лютера Кинга",
            "馬丁·路德·金恩紀念日",
            "马丁·路德·金纪念日",
        ),
        ("Washington's Birthday", "워싱턴 탄생일", "День рождения Вашингтона", "華盛頓誕辰紀念日", "华盛顿诞辰纪念日"),
        ("Memorial Day", "현충일", "День памяти", "陣亡將士紀念日", "阵亡将士纪念日"),
        ("Juneteenth National Independence Day", "준틴스 독립 기념일", "Джунтинт", "六月節", "六月节"),
        ("Independence Day", "독립 기념일", "День независимости", "獨立紀念日", "独立日"),
        ("Labor Day", "노동절", "День труда", "勞動節", "劳动节"),
        ("Columbus Day", "콜럼버스의 날", "День Колумба", "哥倫布日", "哥伦布日"),
        ("Veterans Day", "재향군인의 날", "День ветеранов", "退伍軍人節", "退伍军人节"),
        ("Thanksgiving Day", "추수감사절", "День благодарения", "感恩節", "感恩节"),
        ("Christmas Day", "성탄절", "Рождество", "聖誕節", "圣诞节"),
    ),
}
NAMES = {
    (region, row[0], tag): name
    for region, rows in TABLE.items()
    for row in rows
    for tag, name in zip(LANGUAGES, row[1:], strict=True)
    if name
}
# How each language says that the day stands in for another, is moved, or is not yet certain.
SUBSTITUTE = {
    "en": "{} (substitute holiday)",
    "ko": "{} 대체 공휴일",
    "ru": "{} (перенос выходного)",
    "zh-Hant": "{}（補假）",
    "zh-Hans": "{}（补假）",
}
MOVED = {
    "en": "Day off (in place of {})",
    "ko": "대체 휴무일({} 대신)",
    "ru": "Выходной (перенесён с {})",
    "zh-Hant": "放假日（與 {} 對調）",
    "zh-Hans": "休息日（与 {} 对调）",
}
ESTIMATED = {
    "en": "{} (estimated)",
    "ko": "{} (추정)",
    "ru": "{} (предположительно)",
    "zh-Hant": "{}（推定）",
    "zh-Hans": "{}（推定）",
}
DATE = {
    "en": "{2}-{0}-{1}",
    "ko": "{2}-{0}-{1}",
    "ru": "{1}.{0}.{2}",
    "zh-Hant": "{2}-{0}-{1}",
    "zh-Hans": "{2}-{0}-{1}",
}


def word_key(tag: str) -> str:
    """Under which key this table has words for a language: zh-HK -> "zh-Hant", pt-BR -> "pt"."""
    locale = language(tag).locale
    return f"zh-{locale.script or 'Hans'}" if locale.language == "zh" else str(locale.language)


def own_name(region: str, english: str, tag: str) -> str | None:
    """Our own name for what the library calls `english`; None where we have none either."""
    key = word_key(tag)
    if key == "en" and english.endswith(("(observed)", "estimated)")):
        return english
    if found := re.fullmatch(r"(.*?),? ?\(?(?:, )?estimated\)", english):
        inner = found[1] + ")" if found[1].endswith("observed") else found[1]
        return _around(ESTIMATED, key, own_name(region, inner, tag))
    if found := re.fullmatch(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)", english):
        return MOVED[key].format(DATE[key].format(*found.groups())) if key in MOVED else None
    if found := re.fullmatch(r"(.*) \(observed\)|Alternative holiday for (.*)", english):
        return _around(SUBSTITUTE, key, own_name(region, found[1] or found[2], tag))
    return english if key == "en" else NAMES.get((region, english, key))


def _around(phrases: dict[str, str], key: str, name: str | None) -> str | None:
    return phrases[key].format(name) if name and key in phrases else None
