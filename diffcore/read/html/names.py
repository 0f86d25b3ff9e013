"""What sites call their blocks, and what the lines of sites and documents look like.

Lines are asked without their blanks. A name or a look is a hint: what it is worth depends on where
it stands, which is not known here.
"""

from __future__ import annotations

import re

from diffcore.chinese.site_words import SITE_WORDS
from diffcore.read.html.lines import Region

# Names that the content systems of government sites give to the block of the text.
_ARTICLE = re.compile(
    r"(?:ucap-content|trs_u?editor|trs_preappend|pages?_content|zoom(?:con)?|fontzoom|js_content|"
    r"(?:article|news|detail|doc|text|txt|main|body|post|entry|view|info|xl|con|print|page)?[-_]?"
    r"(?:content|con|cont|conte?xt|body|text|txt|article|detail|editor|main)[-_]?"
    r"(?:text|body|content|con|box|detail|main)?)"
)
_ARTICLE_ELEMENTS = frozenset(("article", "main"))
_MENU = re.compile(
    r"(?:.*[-_])?(?:nav(?:igation|bar)?|menu|foot(?:er)?|copyright|breadcrumbs?|crumbs?|share\w*|"
    r"related?|toolbar|sidebar|recommend|pagination|search|login|banner|qr(?:code)?|qr_container|"
    r"weixin|friendlinks?|weizhi|dqwz|xgwj|xgjd|hot\w*|comments?)(?:[-_].*)?|bdshare\w*"
)
HEADINGS = frozenset(("h1", "h2", "h3"))
_MENU_ELEMENTS = frozenset(("nav", "footer", "aside", "menu"))
CONTAINERS = frozenset((
    "article", "blockquote", "body", "center", "dd", "div", "fieldset", "form", "html", "main",
    "pre", "section", "table", "tbody", "td", "tr",
))  # fmt: skip

# Lines that a site prints and no document does, wherever they stand in the block of the text.
_MOMENT = (
    r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?:\d{1,2}:\d\d(?::\d\d)?)?|\d{4}年\d{1,2}月\d{1,2}日\d{1,2}:\d\d"
)
_SITE = re.compile(
    r"[\[【(（]?(?:首页(?:$|[>›»·|])|(?:您)?当前位置|您(?:所在|现在)?的位置|返回(?:首页|顶部|列表|上)|"
    r"(?:打印|关闭|收藏|保存)(?:窗口|本页|此页|页面|$|[】\]|])|分享(?:[到至:：]|$)|(?:微信|手机)?扫一扫|"
    r"字[体号][:：\[【]|上一[篇条页][:：]?|下一[篇条页][:：]?|"
    r"相关(?:链接|文档|文件|解读|阅读|新闻|稿件)[:：]?|版权(?:所有|声明)|技术支持[:：]|联系我们|"
    r"网站(?:标识码|地图)|(?:浏览|点击|阅读)(?:次数|量|数)|(?:责任)?编辑[:：]|我要(?:纠错|评论)|"
    r"(?:发布|更新|录入|发稿)时间[:：]|(?:发布|更新)日期[:：].*(?:来源|字[体号]|浏览|点击)|"
    r"(?:信息|文章|稿件)?来源[:：].*(?:时间|日期|字[体号]|浏览|点击|编辑)|(?:信息|文章|稿件)来源[:：]"
    r").{0,80}$"
    rf"|(?:(?:发布|更新|录入|发稿)?(?:日期|时间)[:：])?(?:{_MOMENT})(?:$|\D.{{0,80}}$)"
    r"|.{0,30}(?:ICP备|公网安备|网站标识码)"
    r"|(?=.*(?:打印|关闭|收藏|分享|字[体号]|大中小|微信|返回))"
    r"(?:\W|[大中小]|打印|关闭|收藏|分享|微信|微博|QQ空间|字体|字号|本页|此页|窗口|返回|顶部|到)+$"
)
_SITE_OUTSIDE = re.compile(SITE_WORDS)
# No item of a menu ends so.
ENDS_SENTENCE = "，。；：、"
SENTENCE = re.compile("[，。；：！？]")
_NUMBER = re.compile(
    r".{0,20}[〔\[（(【][12]\d{3}[〕\]）)】]第?\d{1,5}号|.{0,20}令[（(]?第?\d{1,5}号[）)]?"
)
_HISTORY = re.compile(
    r"[（(].{0,40}年.*[）)]$|\d{4}年\d{1,2}月\d{1,2}日.*(?:通过|公布|发布|批准|修正|修订|施行|决定》?)"
)
_ACT = re.compile("..(?:法|[条條]例|[办辦]法|[规規][则則定]|[细細][则則]|通知|[决決]定|意[见見])$")
_ATTACHED = re.compile(r"附件|.*\.(?:docx?|pdf|xlsx?|wps|et|ofd|rar|zip)$", re.IGNORECASE)
_RECORD = re.compile(
    r"(?:索引号|信息索引号?|主题分类|发文机关|发文单位|发布机构|制定机关|成文日期|生成日期|标题|名称|信息名称|"
    r"发文字号|文号|发布日期|主题词|公文种类|(?:公文)?时效|有效性|效力状态|废止日期|施行日期)$"
)
_SIGN = re.compile(r"\W+")


def is_article(region: Region) -> bool:
    """Tell whether a block is called what content systems call that of the text."""
    return region.name in _ARTICLE_ELEMENTS or any(map(_ARTICLE.fullmatch, region.words.split()))


def is_menu(region: Region) -> bool:
    """Tell whether a block is called what sites call their menus, tools and footers."""
    return region.name in _MENU_ELEMENTS or any(map(_MENU.fullmatch, region.words.split()))


def is_of_site(words: str) -> bool:
    """Tell whether a site prints this line, and hardly any document does."""
    return _SITE.match(words) is not None


def is_no_text(words: str) -> bool:
    """Tell whether a line says nothing of a text: the words of a site, a document number."""
    return is_of_site(words) or _SITE_OUTSIDE.match(words) is not None or is_number(words)


def is_number(words: str) -> bool:
    """Tell whether a line is a document number (发文字号)."""
    return _NUMBER.fullmatch(words) is not None


def is_act(words: str) -> bool:
    """Tell whether a short line names a law or a letter: 护照条例."""
    return _ACT.search(words) is not None


def is_history(words: str) -> bool:
    """Tell whether a line is a law's history (题注)."""
    return _HISTORY.match(words) is not None


def is_attachment(words: str) -> bool:
    """Tell whether a line names an attachment, or the file of one."""
    return _ATTACHED.match(words) is not None


def is_record(line: str) -> bool:
    """Tell whether a line or row, with its blanks, describes the document: 索引号：, its value."""
    cells = line.split("\t")
    if len(cells) > 1:
        return any(_RECORD.match(key_of(cell)) for cell in cells[::2])
    label, colon, _ = line.replace(":", "：").partition("：")
    return bool(colon) and _RECORD.match(key_of(label)) is not None


def key_of(text: str) -> str:
    """Give the letters and figures of a text: titles are the same where these are."""
    return _SIGN.sub("", text)
