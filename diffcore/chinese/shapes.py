"""What characters look like: parts that two of them share, and pairs that are easily mistaken."""

from __future__ import annotations

from functools import cache
from pathlib import Path

# Characters of similar shape, in sets: any two of a set are easily mistaken for each other. They
# differ in a stroke, in its length or in a small part. The list is this project's own and short on
# purpose: what is not certain is not in it. Pairs that share a whole part are in parts.txt.
_ALIKE = (
    "外处 己已巳 戊戌戍戎 未末 土士 日曰 人入八 干千于 天夭 午牛 贝见 大太犬 今令 "
    "刀力 九丸 王玉 拨拔 撤撒 折拆 析折 竞竟 侯候 崇祟 哀衰衷 茶荼 斤斥 "
    "母毋 免兔 鸟乌 鸣呜 住往 佳住 坏坯 暑署 晴睛 辨辩辫瓣 赢羸嬴 梁粱 柬束 "
    "券卷 仓仑 宜宣 史吏 甲申由 师帅 狠狼 徙徒 刺剌 洒酒 沽沾 冶治 准淮 "
    "侍待 旱早 贷货 贪贫 历厉 抄沙 名各 白自 目且日 失矢 元无 亨享 冒昌 "
    "侵浸 兵乒乓 盲肓育 祗祇 扰拢 伏优 伐代 仗杖 伯佰 传转 凤风 划刘 刑形 "
    "勿匆 冗沉 即既 又叉 左右 司同 吨吃 呆杏 困因囚 场埸 壮状 奖桨浆 孟盂 "
    "季李 官宫 密蜜 寒塞寨 届居 币巾 底低 延廷 弛驰 弋戈 微徵 微徽 悔侮 "
    "感惑 戴载 扎札 技枝 抓爪 投役 捡检 描猫 撞幢 收牧 旦且 昂昴 杆秆 林材 "
    "板扳 栗粟 根恨 栽裁 概慨 欠久 毫豪 汗汁 沁泌 没设 漫慢 灸炙 炼练 "
    "燥躁噪 爪瓜 牍犊 狭挟 埋理 盏盐 礼扎 竖坚 籍藉 粗租 纠纣 编遍 缘椽 "
    "缴激 丐丏 佘余 卞卡 哺晡 壶壸 宄究 岐歧 恬括 掂惦 汨汩 浙淅 菅管 蓝篮 "
    "蔑篾 蕃藩 裸祼 赌睹 遣遗 酉西 铃铅 陕峡 陪倍 雎睢 颖颍 骠膘 亳毫 兢竞 "
    "冼洗 叼叨 吴昊 塌榻 奕弈 孓孑 弊蔽 戮戳 拴栓 捍悍 搏博 操澡 敞敝 昧味 "
    "朋明 柄炳 棵裸 殉徇 沧沦 涣焕 淌倘 湍瑞 炮泡 烧浇 现观 瞻赡 矍攫 磬罄 "
    "糜靡 耽眈 肆肄 脯哺 臀臂 芋芊 薄簿 袄祆 褐揭 谍碟 迁迂 迅讯 钓钩 钧钩 "
    "赈账 订计 汀订"
)


def look_alike(one: str, two: str) -> bool:
    """Say whether two characters are known to be mistaken for each other by their shape."""
    return two in _alike().get(one, "")


def shared_part(one: str, two: str) -> str | None:
    """Give the part, no radical of both, that two characters have in common, else None.

    One may be that part itself: 坐 and 座 share 坐.
    """
    mine, yours = {*parts_of(one), one}, {*parts_of(two), two}
    return next(iter(sorted(mine & yours)), None)


@cache
def parts_of(char: str) -> tuple[str, ...]:
    """Give the telling parts of a character."""
    parts, found, at = _parts(), [], _parts().find(char)
    while at >= 0:
        start = parts.rfind("\n", 0, at) + 1
        # The part itself stands before the blank.
        if at > start:
            found.append(parts[start])
        at = parts.find(char, at + 1)
    return tuple(found)


@cache
def _alike() -> dict[str, str]:
    alike: dict[str, str] = {}
    for chars in _ALIKE.split():
        for char in chars:
            alike[char] = alike.get(char, "") + chars.replace(char, "")
    return alike


@cache
def _parts() -> str:
    return Path(__file__).with_name("parts.txt").read_text("utf-8")
