"""Words that are always wrong in a language: another region's, another register's, or a machine's slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogs.checks._base import HOLE, Check, Fault, Segment

# Nouns that a verb's ending follows without a blank; after others a blank is right: 저희가 합니다.
DONE = (
    "대답|답변|제공|확인|지원|설정|사용|처리|필요|진행|선택|문의|연락|추가|삭제|가능|요청|관리|진단|실행|구성|검사|수행|참조|"
    "시작|설명|보고|등록|신청|이용|결제|청구|취소|갱신|발생|포함|허용|적용|전달|작동|동작|업데이트|설치|로그인"
)
WRONG: dict[str, tuple[tuple[str, str], ...]] = {
    "ko": (
        ("귀하|당신", "leave the pronoun out, or say 고객님"),
        ("에 게(?!스트|시|임|이|재|정|으)", "write 에게 as one word"),
        ("대 한(?= |$)|위 한(?= |$)|통 해(?= |$)|관 한(?= |$)", "write the ending without a blank"),
        (
            f"(?<=[가-힣{HOLE}]) (?:을|를|은|는|에서|에게|으로|까지|부터|께서|의)(?= |$|[,.])",
            "no blank before a particle",
        ),
        (
            f"(?:{DONE}) (?:합니다|됩니다|하세요|하십시오|했습니다|되었습니다)",
            "no blank before the ending",
        ),
        ("(?<=[가-힣]) 입니다", "no blank before 입니다"),
        ("(?:할|볼|될|쓸|받을|있을|바꿀|열)수 (?:있|없)", "write the blank: 할 수 있다"),
        ("되며는|검사 것입니다|메서드인 문의", "this is no Korean: write the sentence anew"),
        ("컬렉션 정책|컬렉션 처리", "collections of debts are 수금"),
        ("서명 클라우드", "keep the name Signature Cloud Support"),
        ("신뢰할 수 있는 관리자", "an advisor is 조언자"),
        ("글로벌 관리자", "say 전역 관리자"),
        ("채택 수[가는]", "say 활용률"),
        ("(?:[가-힣]해|[했됐았었있없]어|이에|예|돼|네)요(?=[.!?]|$)", "say 합니다, or 하세요 for a step"),
        ("도움말 및 소프트웨어 구성", "help with configuration is 구성 지원"),
    ),
    "ru": (
        ("сенсорн", "touch points are обращения, not touch input"),
        (
            "облак[аоу] подписи|подпис[ьи] (?:облак|cloud)|поддержк[аиу] (?:облак[аоу] )?подписи",
            "keep Signature Cloud Support",
        ),
        ("комисси[яи] базов", "say «платно»"),
        ("не предназначенн\\w+ для оплаты", "non-payment is «неоплата»"),
        ("(?<!на )сообщени\\w+ о проблемах(?! безоп)", "escalation is «эскалация»"),
        ("партнеры не требуется|партнеры точки", "this is no Russian: write the sentence anew"),
        ("через поддержке", "через takes the accusative"),
        ("билет", "a ticket is «запрос»"),
        ("майкрософт", "write Microsoft"),
        ("аннулировани", "say «отмена»"),
        (r"(?<=[а-яё,;] )(?-i:Вы|Вас|Вам|Вами|Ваш(?:а|е|и|его|ей|их|им|ими|у)?)\b", "write «вы» with a small letter"),
        (r"\b(?:ты|тебя|тебе|твой|твоя|твои|нажми|выбери|открой|позвони|напиши)\b", "say «вы»"),
        ("неплатеж", "say «неоплата»"),
    ),
    "zh-TW": (
        ("許可權", "say 權限"),
        ("默認", "say 預設"),
        ("支持", "say 支援"),
        ("登錄", "say 登入"),
        ("(?<!租)用戶(?!端)", "say 使用者"),
        ("網絡", "say 網路"),
        ("信息", "say 資訊"),
        ("賬[戶號單]", "say 帳戶, 帳號, 帳單"),
        ("軟件", "say 軟體"),
        ("硬件", "say 硬體"),
        ("服務器", "say 伺服器"),
        ("文件夾", "say 資料夾"),
        ("數據", "say 資料"),
        ("屏幕", "say 螢幕"),
        ("視頻", "say 視訊"),
        ("郵箱", "say 信箱"),
        ("非付款|產品的非付款", "say 未付款"),
        ("在時間付款", "say 準時付款"),
        ("簽章 ?cloud", "keep Signature Cloud Support"),
        ("設定和設定", "settings and configuration: 設定與組態"),
        ("支援車輛", "support vehicles are 支援管道"),
        ("如果充電|充電的支援", "charged means 收費"),
        ("磁碟機值", "to drive value is 創造價值"),
        ("能力的必要|診斷為最佳能力", "this is no Chinese: write the sentence anew"),
        ("你(?!好|的[^，。]{1,12}[（(])", "say 您"),
        ("疑難解答", "say 疑難排解"),
        ("質量", "say 品質"),
        ("鏈接", "say 連結"),
        ("菜單", "say 功能表"),
        ("打印", "say 列印"),
        ("互聯網", "say 網際網路"),
        ("缺省", "say 預設"),
        ("短信", "say 簡訊"),
        ("硬盤", "say 硬碟"),
        ("鼠標", "say 滑鼠"),
        ("激活", "say 啟用"),
        ("卸載", "say 解除安裝"),
        ("移動設備", "say 行動裝置"),
        ("界面", "say 介面"),
        ("渠道", "say 管道"),
        ("反饋", "say 意見反應"),
        ("優化", "say 最佳化"),
    ),
    "zh-CN": (
        ("支援", "say 支持"),
        ("登入", "say 登录"),
        ("网路", "say 网络"),
        ("资讯", "say 信息"),
        ("软体", "say 软件"),
        ("硬体", "say 硬件"),
        ("伺服器", "say 服务器"),
        ("资料夹", "say 文件夹"),
        ("萤幕", "say 屏幕"),
        ("滑鼠", "say 鼠标"),
        ("列印", "say 打印"),
        ("预设(?!置)", "say 默认"),
        ("你(?!好|的[^，。]{1,12}[（(])", "say 您"),
        ("拒不付款", "say 未付款"),
        ("使用者(?:权限|帐|名|组|许可|$)", "say 用户"),
        ("许可权", "say 权限"),
        ("品质", "say 质量"),
        ("连结", "say 链接"),
        ("选单", "say 菜单"),
        ("印表机", "say 打印机"),
        ("记忆体", "say 内存"),
        ("视窗", "say 窗口"),
        ("搜寻", "say 搜索"),
        ("网际网路", "say 互联网"),
        ("行动装置", "say 移动设备"),
        ("简讯", "say 短信"),
        ("影片", "say 视频"),
        ("程式", "say 程序"),
        ("提供程序", "a provider is a 提供商"),
        ("协调文件", "say 对帐文件"),
        ("签名 ?cloud|签名云", "keep Signature Cloud Support"),
    ),
}
COMPILED = {tag: tuple((re.compile(one, re.I), hint) for one, hint in table) for tag, table in WRONG.items()}


def _find(segment: Segment) -> Iterator[Fault]:
    for pattern, hint in COMPILED[segment.language if segment.language in COMPILED else segment.base]:
        found = pattern.search(segment.says)
        if found and found.group() not in segment.source:
            yield Fault(f"“{found.group().strip()}” is wrong in this language", hint)


CHECK = Check("wrong-word", _find, languages=tuple(WRONG))
