"""PO files filled by a program: real words of the interface in Japanese and Arabic, its letters elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import polib

from generator.catalogs.checks.names import NAMES
from generator.catalogs.parity import ADDRESS, AUTOLINK, CODE, FIELD, JINJA, LABEL, TAG, TARGET

WORDS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "Contact us": "お問い合わせ",
        "Home": "ホーム",
        "Self-help": "セルフヘルプ",
        "Languages": "言語",
        "Language": "言語",
        "Menu": "メニュー",
        "Header": "ヘッダー",
        "Pages": "ページ",
        "You are here": "現在位置",
        "On this page": "このページの内容",
        "Skip to the content": "本文へ移動",
        "Switch to dark colors": "暗い配色に切り替える",
        "Switch to light colors": "明るい配色に切り替える",
        "Back to the text": "本文に戻る",
        "Related articles": "関連記事",
        "Note": "メモ",
        "Summary": "要約",
        "Info": "情報",
        "Tip": "ヒント",
        "Success": "成功",
        "Question": "質問",
        "Warning": "警告",
        "Failure": "失敗",
        "Danger": "危険",
        "Known fault": "既知の不具合",
        "Example": "例",
        "Quote": "引用",
        "Billing": "請求",
        "Help": "ヘルプ",
        "Service status": "サービスの状態",
        "Good to know": "知っておきたいこと",
        "How we support you": "サポート内容",
        "{company} Support": "{company} サポート",
        "This page does not exist": "このページはありません",
        "Glossary": "用語集",
        "Severity": "重大度",
        "Subscription": "サブスクリプション",
        "Tenant": "テナント",
        "License": "ライセンス",
        "Training": "トレーニング",
        "Price": "料金",
        "Plan": "プラン",
        "Plans and prices": "プランと料金",
        "Hours": "時間",
        "Phone": "電話",
        "Email": "メール",
        "Support portal": "サポートポータル",
        "Security": "セキュリティ",
        "Configuration": "設定",
        "Performance": "パフォーマンス",
        "Updates": "更新",
        "Accounts and access": "アカウントとアクセス",
        "Days off": "休業日",
        "Our week": "営業時間",
        "Bank transfer": "銀行振込",
        "Card": "カード",
        "closed": "休業",
        "{date}: {hours}": "{date}: {hours}",
        "Business day": "営業日",
        "Business hours": "営業時間内",
        "Critical": "重大",
        "Moderate": "中程度",
        "Minimal": "軽微",
    },
    "ar": {
        "Contact us": "اتصل بنا",
        "Home": "الصفحة الرئيسية",
        "Self-help": "المساعدة الذاتية",
        "Languages": "اللغات",
        "Language": "اللغة",
        "Menu": "القائمة",
        "Header": "رأس الصفحة",
        "Pages": "الصفحات",
        "You are here": "أنت هنا",
        "On this page": "في هذه الصفحة",
        "Skip to the content": "انتقل إلى المحتوى",
        "Switch to dark colors": "التبديل إلى الألوان الداكنة",
        "Switch to light colors": "التبديل إلى الألوان الفاتحة",
        "Back to the text": "العودة إلى النص",
        "Related articles": "مقالات ذات صلة",
        "Note": "ملاحظة",
        "Summary": "ملخص",
        "Info": "معلومات",
        "Tip": "نصيحة",
        "Success": "نجاح",
        "Question": "سؤال",
        "Warning": "تحذير",
        "Failure": "فشل",
        "Danger": "خطر",
        "Known fault": "خلل معروف",
        "Example": "مثال",
        "Quote": "اقتباس",
        "Billing": "الفوترة",
        "Help": "المساعدة",
        "Service status": "حالة الخدمة",
        "Good to know": "معلومات مفيدة",
        "How we support you": "كيف ندعمك",
        "{company} Support": "دعم {company}",
        "This page does not exist": "هذه الصفحة غير موجودة",
        "Glossary": "المصطلحات",
        "Severity": "درجة الخطورة",
        "Subscription": "الاشتراك",
        "Tenant": "المستأجر",
        "License": "الترخيص",
        "Training": "التدريب",
        "Price": "السعر",
        "Plan": "الخطة",
        "Plans and prices": "الخطط والأسعار",
        "Hours": "ساعات العمل",
        "Phone": "الهاتف",
        "Email": "البريد الإلكتروني",
        "Support portal": "بوابة الدعم",
        "Security": "الأمان",
        "Configuration": "الإعداد",
        "Performance": "الأداء",
        "Updates": "التحديثات",
        "Accounts and access": "الحسابات والوصول",
        "Days off": "أيام العطل",
        "Our week": "أسبوعنا",
        "Bank transfer": "تحويل مصرفي",
        "Card": "بطاقة",
        "closed": "مغلق",
        "{date}: {hours}": "{date}: {hours}",
        "Business day": "يوم عمل",
        "Business hours": "ساعات العمل الرسمية",
        "Critical": "حرجة",
        "Moderate": "متوسطة",
        "Minimal": "بسيطة",
    },
}
PLURALS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ja": {"{n} business day": ("{n} 営業日",), "{n} business hour": ("{n} 営業時間",)},
    "ar": {
        "{n} business day": (
            "{n} يوم عمل",
            "يوم عمل واحد",
            "يوما عمل",
            "{n} أيام عمل",
            "{n} يوم عمل كامل",
            "{n} يوم من العمل",
        ),
    },
}
LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {
    "ja": "あびくでえふがはいじけらまのおぱこるさとうぶわすやず",
    "ar": "ابكدهفغحيجقلمنوعرزستثشصضطظ",
    "th": "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผ",
    "he": "אבגדהוזחטיכלמנסעפצקרשתםןףךץ"[:26],
    "zh": "的一是不了人我在有他这中大来上国个到说们为子和你地出"[:26],
}
KEPT = re.compile(
    "|".join(
        f"(?:{pattern.pattern})"
        for pattern in (
            CODE,
            JINJA,
            FIELD,
            TARGET,
            LABEL,
            AUTOLINK,
            TAG,
            ADDRESS,
            NAMES,
            re.compile(r"\d+[A-Za-z]+|[A-Z]+\d+"),
            re.compile(r"&#?\w+;|:[a-z0-9]+(?:-[a-z0-9]+)*:|\\."),
        )
    ),
    re.S | re.I,
)


def spoken(text: str, language: str) -> str:
    """A text in the letters of another language, every link, field and mark kept."""
    letters = LETTERS.get(language, LATIN)
    table = str.maketrans(LATIN + LATIN.upper(), letters + letters)
    parts, last = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[last : kept.start()].translate(table), kept[0]]
        last = kept.end()
    return "".join([*parts, text[last:].translate(table)])


def fill(path: Path, language: str) -> polib.POFile:
    """Translate a PO file, as a person would who has all day."""
    file = polib.pofile(str(path), wrapwidth=0)
    words, plurals = WORDS.get(language, {}), PLURALS.get(language, {})
    for entry in file:
        if entry.msgid_plural:
            said = spoken(entry.msgid_plural, language)
            forms = plurals.get(entry.msgid, (said,) * len(entry.msgstr_plural))
            entry.msgstr_plural = dict(enumerate(forms))
        else:
            entry.msgstr = words.get(entry.msgid) or spoken(entry.msgid, language)
    file.save(str(path))
    return file
