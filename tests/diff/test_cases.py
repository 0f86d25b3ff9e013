"""What a proofreader reads, case by case, in the notation of tests/notation.py."""

from __future__ import annotations

import re

import pytest

from tests.notation import compare_texts, parse

CASES = {
    "nothing": "渔港应当设置夜间照明设施。",
    "width": "渔港每年检修(~２|2~)次，费用(~，|,~)自理。",
    "blanks": "渔港(~ |~)每年检修 3 次。",
    "numeral": "船主应当在[-三十-]{+十五+}个工作日内提交申请，补贴为每人每月(~５００|500~)元。",
    "number": "每船补助[-1200-]{+1201+}元。",
    "digits exchanged": "应当在[-15-]{+50+}日内答复。",
    "number and its written form": "处[-3万-]{+三万+}元以下罚款。",
    "magnitude": "总投资[-3万-]{+3亿+}元。",
    "unit and number": "应当在[-30日-]{+15个工作日+}内报告。",
    "unit": "每吨补助[-5元-]{+5角+}。",
    "percent": "覆盖率达到[-50%-]{+60%+}以上。",
    "percent stripped": "覆盖率达到[-50-]%以上。",
    "date": "自[-2021年5月1日-]{+2021年10月1日+}起施行。",
    "date without its year": "自[-2021年5月1日-]{+5月1日+}起施行。",
    "date stripped": "自[-2021-]年[-5-]月[-1-]日起施行。",
    "year stripped": "到[-2025-]年底前完成。",
    "document number": "按照渔发[-〔2021〕18号-]{+〔2022〕18号+}文件执行。",
    "document number stripped": "按照渔发〔[-2021-]〕[-18-]号文件执行。",
    "ratio stripped": "护士与床位之比为[-1:2-]{+:+}以上。",
    "range stripped": "每[-3-5-]{+-+}年轮换一次。",
    "range": "每[-3-5-]{+3-6+}年轮换一次。",
    "latin stripped": "推广[-5G-]和[-CMI-]应用。",
    "latin case": "推广[-CMI-]{+cmi+}应用。",
    "latin and digits": "降低[-PM2.5-]{+PM10+}浓度。",
    "plan": "编制“[-十四五-]{+十五五+}”规划。",
    "article cited": "依照[-第十二条-]{+第十条+}的规定。",
    "range of punishment": "停航[-三-]{+3+}年以上[-五-]{+7+}年以下。",
    "words sharing a character: rights": "保障渔民的[-权利-]{+权力+}和义务。",
    "words sharing a character: power": "培育海洋新[-动能-]{+效能+}。",
    "words sharing nothing": "完善灯塔管理[-体系-]{+架构+}。",
    "words sharing the first character": "[-提高-]{+提升+}值守水平。",
    "a word the list lacks": "按照[-领购-]{+领用+}手续办理。",
    "part of a compound": "建设[-公立-]{+公办+}学校。",
    "modal verb": "船主[-应当-]{+可以+}申请复核。",
    "prohibition dropped": "任何人[-不得-]擅自移动航标。",
    "prohibition halved": "任何人[-不得-]{+得+}擅自移动航标。",
    "time limit gained": "船主应当{+自登记之日起30日内+}向渔港报告。",
    "particle gained": "渔港管理{+的+}办法另行制定。",
    "mark for a word": "码头检查[-、-]{+和+}船舶登记。",
    "mark for a mark": "维修码头[-、-]{+，+}登记船舶。",
    "mark gained": "维修码头{+，+}登记船舶。",
    "mark lost at the end": "维修码头[-。-]",
    "mark moved": "符合[-，条件-]{+条件，+}的予以登记。",
    "member of a list": "做好巡查[-、值守-]、登记、归档。",
    "first member of a list": "[-值守、-]巡查、登记、归档。",
    "last member of a list": "巡查、登记[-、归档-]。",
    "member gained": "巡查、登记{+、养护+}、归档。",
    "sentence gained": "定期检查航标。{+及时公布结果。+}听取渔民意见。",
    "clause lost": "定期检查航标，[-及时公布结果，-]听取渔民意见。",
    "quotation lost": "制定《灯塔保护办法》[-《渔港管理规定》-]等文件。",
    "brackets gained": "灯塔保护办法{+（试行）+}自发布之日起施行。",
    "order of two": "[-发展和改革-]{+改革和发展+}部门负责。",
    "order of a list": "由[-港口、渔政-]{+渔政、港口+}部门负责。",
    "order of two characters": "由[-甲乙-]{+乙甲+}保管。",
    "repeated characters": "[-哈哈-]哈哈哈哈",
    "sentence replaced": "一、[-夜间照明由值班员每日检查-]{+古树名木应当逐株建档挂牌+}。其他照旧。",
    "two changes stay two": "[-巡查-]{+检修+}码头并[-登记-]{+公布+}结果。",
    "two words about a particle": "保障[-权利-]{+权力+}的[-行使-]{+运用+}。",
    "long rewrite": "市水务局[-负责编制汛期值守方案并组织演练-]{+会同气象台发布预警并安排撤离+}。",
    "document number stripped, three digits": "按照渔发〔[-2022-]〕[-766-]号文件执行。",
    "decimal stripped": "每船产量达到[-1.39-]万斤。",
    "members that share characters": "引导[-自我教育、自我服务-]{+自我服务、自我教育+}。",
    "members that change places": "推动[-渔村进步、渔民发展-]{+渔民发展、渔村进步+}。",
    "member with its conjunction": "保护旧码头[-和渔家小码头-]。",
    "word lost beside another": "发给年[-平均-]工资。",
    "a stray form before a mark of another width": "渔船登记后[-發-]{+发+}(~，|,~)当日办结。",
    "one side has no label": "[-4-]．[-D-]－二聚体升高。",
    "at both ends": "[-县-]{+市+}渔业局负责，期限[-一-]{+两+}年",
    "everything": "[-灯塔-]{+渔船+}",
}


@pytest.mark.parametrize("line", CASES.values(), ids=CASES.keys())
def test_a_proofreader_reads_one_change_as_one_difference(line: str) -> None:
    wanted = parse(line)
    assert compare_texts(wanted.base, wanted.other) == line


@pytest.mark.parametrize("line", CASES.values(), ids=CASES.keys())
def test_the_other_way_round_is_the_mirror(line: str) -> None:
    wanted = parse(line)
    assert compare_texts(wanted.other, wanted.base) == _mirrored(line)


def _mirrored(line: str) -> str:
    swapped = re.sub(r"\[-(.*?)-\]\{\+(.*?)\+\}", r"<\2|\1>", line)
    swapped = re.sub(r"\(~(.*?)\|(.*?)~\)", r"(~\2|\1~)", swapped)
    swapped = re.sub(r"\[-(.*?)-\]|\{\+(.*?)\+\}", _exchanged, swapped)
    return re.sub(r"<(.*?)\|(.*?)>", r"[-\1-]{+\2+}", swapped)


def _exchanged(match: re.Match[str]) -> str:
    return f"{{+{match[1]}+}}" if match[1] is not None else f"[-{match[2]}-]"
