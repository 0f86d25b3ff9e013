"""What web sites and the last pages of gazettes print around a text, as patterns of whole lines."""

from __future__ import annotations

_COLON = "[:：]"

# Characters that may stand behind such words.
_TAIL_AT_MOST = 80

_WORDS = (
    r"首页(?:$|[>·|])|当前位置|您(?:所在|现在)?的位置|返回(?:首页|顶部|列表|上)|"
    r"(?:打印|关闭)(?:窗口|本页|此页|$|[】\]])|分享(?:[到至:：]|$)|扫一扫|字[体号](?:[:：]|\[)|"
    r"上一[篇条]|下一[篇条]|相关(?:链接|文档|文件|解读|阅读)|版权(?:所有|声明|说明)|"
    rf"技术支持{_COLON}|网站(?:标识|地图)|联系我们|(?:信息)?来源{_COLON}|"
    rf"(?:浏览|点击|阅读)(?:次数|量|数)|索引号|"
    rf"(?:主题|信息)分类|(?:责任)?编辑{_COLON}|[主承协]办(?:单位)?{_COLON}|地址{_COLON}|"
    rf"电话{_COLON}|邮[编箱]{_COLON}|邮政编码|"
    rf"(?:标题|发文(?:机关|字号)|(?:发布|成文|公布)日期|主题词){_COLON}$|"
    rf"(?:标题|发文(?:机关|字号)|成文日期|有效性){_COLON}.{{0,60}}(?:发布|成文|公布)日期{_COLON}|"
    rf"(?:定价|印数|开本|发行|印刷){_COLON}|(?:国内(?:统一)?)?刊号|准印证"
)

# A line as it stands in a normal text: without blanks, whatever the width of its colon.
SITE_WORDS = (
    rf"[\[【(]?(?:{_WORDS}).{{0,{_TAIL_AT_MOST}}}$|.{{0,30}}(?:ICP备|公网安备|网站标识码).*$"
)
