"""Which lines of a page are the document: its text, title and record, and nothing of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.formats.sites import SITES, Site
from diffcore import collate
from diffcore.model import ReadOptions
from diffcore.read.formats.html import READER
from tests.read.test_html import page, told

TITLE = "槐溪县渡船收费暂行办法"
TEXTS = (
    "（2019年2月20日槐溪县人民政府公布）",
    "第一条　为了规范渡船收费行为，维护乘客和经营者的合法权益，根据有关法律，制定本办法。",
    "第二条　渡船收费分为次票、月票和年票。",
    "次票每人2元，儿童和七十周岁以上的老年人免费。",
    "第三条　有下列情形之一的，退还票款：",
    "（一）因大风、大雾停航的；",
    "（二）因船舶故障不能开航的。",
    "第四条　本办法自2019年3月1日起施行。",
    "附件：渡船票样",
    "槐溪县人民政府",
    "2019年2月20日",
)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_page_of_a_site_is_the_text_that_it_prints(tmp_path: Path, site: Site) -> None:
    text, html = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("\n".join((TITLE, *TEXTS)), "utf-8")
    html.write_bytes(site.page(TITLE, TEXTS))
    collation = collate(text, html)
    assert collation.findings == ()
    assert collation.witnesses.other.title == TITLE


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_what_the_site_prints_is_left_out_and_told(site: Site) -> None:
    source = READER.read(site.page(TITLE, TEXTS), "a.html", ReadOptions())
    for words in ("首页", "要闻", "打印", "关闭", "分享", "版权", "扫一扫", "上一篇", "来源"):
        assert words not in source.text
    assert "网页正文以外的文字未读" in told(source)


def test_the_table_that_describes_a_document_is_kept() -> None:
    data = SITES[-1].page(TITLE, TEXTS)
    assert READER.read(data, "a.html", ReadOptions()).text.startswith(
        "索 引 号：\t000/2019-1\t主题分类：\t交通\n"
        "发文机关：\t槐溪县人民政府\t成文日期：\t2019年2月20日\n"
    )


def test_an_attachment_below_the_text_is_kept() -> None:
    text = "".join(f"<p>{words}</p>" for words in TEXTS)
    source = page(
        f'<ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">要闻</a></li></ul>'
        f'<div id="zoom">{text}</div><div><p>责任编辑：王某</p></div>'
        '<div class="fj"><a href="a.docx">附件：渡船票样.docx</a></div>'
    )
    assert source.text.endswith("附件：渡船票样.docx")
    assert "责任编辑" not in source.text


def test_a_second_part_beside_the_text_is_not_lost() -> None:
    one, two = (
        "".join(f"<p>{words}</p>" for words in TEXTS),
        "<p>附则：船票由县财政局监制，不得转让。</p>" * 5,
    )
    source = page(f"<div class=a>{one}</div><div class=b>{two}</div>")
    assert "监制" in source.text
    assert "第一条" in source.text


def test_a_short_notice_among_the_words_of_a_site_keeps_its_signature() -> None:
    source = page(
        "<div><a href=/>首页</a><a href=/b>公告</a></div>"
        "<div><h2>关于渡口停航的通知</h2><div><p>各渡口：</p><p>因大风停航一天，开航时间另行通知。</p>"
        "<p>槐溪县渡口管理所</p><p>2019年4月2日</p></div></div><div>版权所有：槐溪县人民政府</div>"
    )
    assert source.text == (
        "关于渡口停航的通知\n各渡口：\n因大风停航一天，开航时间另行通知。\n槐溪县渡口管理所\n2019年4月2日"
    )


NAVIGATION = "<div id=menu><a href=/a>首页</a><a href=/b>政务</a></div>"
FOOTER = "<div class=foot><p>版权所有：乌石县</p><p>地址：人民路1号　电话：123</p></div>"
BODY = "<p>第一条　渡船应当在核定的航区内航行，不得超员、超载。</p><p>第二条　遇大风应当停航。</p>"
TEXT = "第一条　渡船应当在核定的航区内航行，不得超员、超载。\n第二条　遇大风应当停航。"


AROUND = {
    # A title broken in two above the tools of the site; the page's own title names it.
    "title-in-parts": (
        (
            "<div><div>关于渡船<br>停航的通知</div><p>发布时间：2030-05-02</p>"
            "<div class=content>{}</div></div>"
        ),
        "关于渡船\n停航的通知\n",
        "",
    ),
    "number-below-title": (
        (
            "<h1>关于渡船停航的通知</h1><p>乌政发〔2030〕5号</p><p>2030-05-02 来源：县政府办</p>"
            "<div class=content>{}</div>"
        ),
        "关于渡船停航的通知\n乌政发〔2030〕5号\n",
        "",
    ),
    "all-in-one-block": (
        (
            "<div class=article><h2>关于渡船停航的通知</h2><p>2030年05月02日 09:12 | 阅读：8</p>"
            "<p>【大 中 小】 【打印】 【关闭】</p>{}<p>编辑：王某</p></div>"
        ),
        "关于渡船停航的通知\n",
        "",
    ),
    # Whom to ask is part of the document.
    "contact": (
        "<div class=content>{}<p>联系人：王某　电话：123</p><p>地址：人民路1号</p></div>",
        "",
        "\n联系人：王某　电话：123\n地址：人民路1号",
    ),
    "linked-citations": (
        (
            "<div class=content><p>根据<a href=/l>《航道条例》</a>、<a href=/m>《渡口条例》</a>，"
            "</p>{}</div>"
        ),
        "根据《航道条例》、《渡口条例》，\n",
        "",
    ),
    "contents": (
        (
            "<div class=content><p><a href=#1>第一章　甲</a></p><p><a href=#2>第二章　乙</a></p>"
            "{}</div>"
        ),
        "第一章　甲\n第二章　乙\n",
        "",
    ),
    # The first words of another page.
    "summary": (
        (
            "<div class=content>{}</div><div class=list><h3>相关解读</h3><p><a href=/x>图解</a></p>"
            "<p>通知讲了三件事，一是停航，二是复航。</p></div>"
        ),
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", AROUND)
def test_the_document_is_told_from_what_stands_around_it(name: str) -> None:
    article, above, below = AROUND[name]
    source = page(
        NAVIGATION + article.format(BODY) + FOOTER, "<title>关于渡船停航的通知_乌石县</title>"
    )
    assert source.text == f"{above}{TEXT}{below}"


def test_words_of_a_site_inside_the_text_stay() -> None:
    source = page(
        "<div class=content><p>第一条　网站应当设置下列栏目，并且每日更新内容：</p>"
        "<p>首页</p><p>分享到：各单位</p><p>第二条　本办法自公布之日起施行。</p></div>"
    )
    assert source.text.split("\n")[1:3] == ["首页", "分享到：各单位"]


def test_a_page_without_any_certain_text_is_read_whole_with_a_notice() -> None:
    links = "".join(f"<li><a href=/{i}>关于第{i}号渡口停航的通知</a></li>" for i in range(30))
    source = page(f"<ul>{links}</ul>")
    assert source.text.count("停航") == 30
    assert "判定不了" in told(source)
