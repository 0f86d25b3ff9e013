"""The words that reports are written in, besides those that the collation brings along."""

from __future__ import annotations

from diffcore.errors import Bilingual

# Signs of a difference, one character each: 讹脱衍倒 after 校勘学, and for what it has no word.
# 讹 would judge; a difference of words is 异.
SIGNS = {
    "delete": Bilingual("脱", "om."),
    "insert": Bilingual("衍", "add."),
    "replace": Bilingual("异", "var."),
    "transposition": Bilingual("倒", "tr."),
    "roster_order": Bilingual("倒", "tr."),
    "moved_clause": Bilingual("移", "mov."),
    "split_clause": Bilingual("拆", "split"),
    "merged_clause": Bilingual("并", "merg."),
    "renumbered": Bilingual("序", "no."),
    "stale_reference": Bilingual("引", "ref."),
    "suspect_gap": Bilingual("疑", "?"),
    "unrelated": Bilingual("异", "var."),
}

RELATIONS = {
    "matched": Bilingual("对应", "matched"),
    "omitted": Bilingual("底本有、校本无", "in the base only"),
    "added": Bilingual("校本有、底本无", "in the other only"),
    "moved": Bilingual("移位", "moved"),
    "split": Bilingual("拆分", "split"),
    "merged": Bilingual("合并", "merged"),
}

SEVERITY_TITLES = {
    "substantive": Bilingual("实质", "substantive"),
    "accidental": Bilingual("形式", "accidental"),
    "note": Bilingual("提示", "note"),
}

# What became of a figure, as in the titles of the kinds of findings about figures.
FIGURE_STATUSES = {
    "same": Bilingual("相同", "same"),
    "other_form": Bilingual("写法不同", "other form"),
    "changed": Bilingual("不一致", "changed"),
    "missing": Bilingual("缺失", "missing"),
    "extra": Bilingual("增出", "extra"),
}

VERDICTS = {
    "identical": Bilingual("两文相同", "The two texts are the same"),
    "folded": Bilingual(
        "两文相同：文字无出入，仅排版、写法不同",
        "The two texts are the same: they differ in layout and form only",
    ),
    "noted": Bilingual("两文文字无出入，另有提示", "The texts do not differ; there are notes"),
    "formal": Bilingual("两文仅有形式差异", "The texts differ in form only"),
    "different": Bilingual("两文有差异", "The two texts differ"),
    "unrelated": Bilingual(
        "两文无关：没有可对应的条款",
        "The two texts are unrelated: no clause of one answers to the other",
    ),
}

TEXTS = {
    "html_lang": Bilingual("zh-CN", "en"),
    "report": Bilingual("对校报告", "Collation report"),
    "seal": Bilingual("校", "校"),
    "base": Bilingual("底本", "Base"),
    "other": Bilingual("校本", "Other"),
    "base_short": Bilingual("底", "base"),
    "other_short": Bilingual("校", "other"),
    "skip_findings": Bilingual("跳到校记", "Skip to findings"),
    "skip_text": Bilingual("跳到正文", "Skip to the text"),
    "documents": Bilingual("两个版本", "The two versions"),
    "scope_whole": Bilingual(
        "全文 {count} {unit}，{characters} 字",
        "whole file: {count} {unit}s, {characters} characters",
    ),
    "scope_part": Bilingual(
        "第 {first}–{last} {unit}，{characters} 字；全文 {count} {unit}，{all} 字，"
        "其余不在对校范围",
        "{unit}s {first}–{last}, {characters} characters; the file has {count} {unit}s, "
        "{all} characters; the rest is out of scope",
    ),
    "scope_nothing": Bilingual(
        "未对校；全文 {count} {unit}，{all} 字",
        "nothing was collated; the file has {count} {unit}s, {all} characters",
    ),
    "page_image": Bilingual("{side}第 {page} 页的版面", "{side}: page {page} as printed"),
    "page_image_line": Bilingual(
        "{side}第 {page} 页第 {line} 行的版面", "{side}: page {page}, line {line} as printed"
    ),
    "lines": Bilingual(
        "底本第 {base} 行，校本第 {other} 行", "base line {base}, other line {other}"
    ),
    "places": Bilingual("底本{base}，校本{other}", "base {base}, other {other}"),
    "unit_line": Bilingual("行", "line"),
    "unit_page": Bilingual("页", "page"),
    "unit_paragraph": Bilingual("段", "paragraph"),
    "no_address": Bilingual("全文", "Whole text"),
    "file": Bilingual("文件", "File"),
    "format": Bilingual("格式", "Format"),
    "scope": Bilingual("对校范围", "Scope"),
    "clauses": Bilingual(
        "{clauses} 条款、{characters} 字相同", "{clauses} clauses, {characters} characters the same"
    ),
    "one_clause": Bilingual(
        "1 条款、{characters} 字相同", "1 clause, {characters} characters the same"
    ),
    "counts": Bilingual("差异统计", "Counts"),
    "figures": Bilingual("数字对照表", "Figures"),
    "figures_sum": Bilingual(
        "底本 {base} 个，校本 {other} 个：{statuses}",
        "{base} in the base, {other} in the other: {statuses}",
    ),
    "figures_listed": Bilingual("列出", "List"),
    "status": Bilingual("状态", "Status"),
    "value": Bilingual("数值", "Value"),
    "line_numbers": Bilingual("行", "Lines"),
    "findings": Bilingual("校记", "Findings"),
    "recurring": Bilingual("反复出现的替换", "Replacements that recur"),
    "changed_in": Bilingual("改动 {count} 处", "changed in {count}"),
    "reversed_in": Bilingual("相反 {count} 处", "the reverse in {count}"),
    "kept": Bilingual("仍作「{word}」{count} 处", "“{word}” kept in {count}"),
    "remark": Bilingual("按", "Note"),
    "kept_at": Bilingual("仍作「{word}」", "“{word}” kept in"),
    "more_places": Bilingual("另 {count} 处", "{count} more"),
    "no_findings": Bilingual("没有校记。", "No findings."),
    "text": Bilingual("对照", "Side by side"),
    "kind": Bilingual("种类", "Kind"),
    "all_kinds": Bilingual("全部种类", "All kinds"),
    "search": Bilingual("搜校记", "Search findings"),
    "shown": Bilingual("显示", "showing"),
    "none_match": Bilingual("没有符合条件的校记。", "No finding matches."),
    "reset": Bilingual("清除筛选", "Clear filter"),
    "previous": Bilingual("上一处", "Previous"),
    "next": Bilingual("下一处", "Next"),
    "help": Bilingual("按键", "Keys"),
    "help_steps": Bilingual("下一处，上一处", "next difference, previous one"),
    "help_unsettled": Bilingual("下一处、上一处未定的", "next, previous one that is not settled"),
    "help_decide": Bilingual(
        "确认差异、误报、存疑、待核（收起的组：整组）",
        "confirmed, false alarm, doubtful, pending (of a closed group: all of it)",
    ),
    "help_whole_group": Bilingual("整组照此", "the same for the whole group"),
    "help_note": Bilingual("写意见（Esc 离开）", "write a note (Esc leaves it)"),
    "help_undo": Bilingual("撤销", "undo"),
    "help_files": Bilingual("导出、导入核校记录", "export, import decisions"),
    "help_group": Bilingual("展开、收起归并组", "open or close the group"),
    "help_bars": Bilingual("展开、收起相同条款", "show or hide equal clauses"),
    "help_search": Bilingual("搜校记", "search the findings"),
    "help_filter": Bilingual(
        "只看实质、形式、提示；看全部", "only substantive, accidental, notes; all"
    ),
    "help_folds": Bilingual("标出、不标归并处", "mark the folded places, or not"),
    "help_help": Bilingual("显示、收起本表", "show or hide this list"),
    "close": Bilingual("关闭", "Close"),
    "mark_folds": Bilingual("标出归并处", "Mark folded places"),
    "folded": Bilingual(
        "已归并、不计差异（处，底本/校本）", "Folded, no differences (places, base/other)"
    ),
    "notices": Bilingual("处理说明", "Notices"),
    "doubtful": Bilingual("低置信对齐，请人工核", "unsure alignment, please check"),
    "possible": Bilingual(
        "可能与{side}「{address}」相对应，请人工核",
        "may answer to {address} of the {side}, please check",
    ),
    "may_answer": Bilingual("可能相对应", "may answer to each other"),
    "options": Bilingual("选项", "Options"),
    "option_whole": Bilingual("全文对校", "whole files"),
    "option_base_doc": Bilingual("底本取", "from the base"),
    "option_other_doc": Bilingual("校本取", "from the other"),
    "option_lang": Bilingual("语言", "language"),
    "option_align": Bilingual("手工对应", "links by hand"),
    "option_decisions": Bilingual("核校记录", "decisions"),
    "review": Bilingual("核校", "Review"),
    "earlier": Bilingual("此前", "Earlier"),
    "section": Bilingual("条款", "Section"),
    "all_sections": Bilingual("全部条款", "All sections"),
    "all_statuses": Bilingual("全部状态", "All statuses"),
    "decide": Bilingual("核定", "Decide"),
    "note_label": Bilingual("意见", "Note"),
    "reader": Bilingual("核校者", "Reader"),
    "whole_group": Bilingual("整组照此", "Whole group"),
    "undo": Bilingual("撤销", "Undo"),
    "export": Bilingual("导出", "Export"),
    "import": Bilingual("导入", "Import"),
    "conflicts": Bilingual("两份核校记录不一致，请选择", "The two reviews differ: please choose"),
    "take": Bilingual("照所选的记下", "Keep what is chosen"),
    "progress": Bilingual("已核 {settled}/{total}", "settled {settled} of {total}"),
    "not_kept": Bilingual(
        "浏览器不让保存：离开前请导出核校记录",
        "the browser keeps nothing: export the decisions before you leave",
    ),
    "group_set": Bilingual("整组 {count} 处记为「{status}」", "{count} of the group: {status}"),
    "nothing_to_undo": Bilingual("没有可撤销的", "nothing to undo"),
    "was_undone": Bilingual("已撤销", "undone"),
    "noted": Bilingual("意见：{note}", "Note: {note}"),
    "noted_by": Bilingual("意见（{reader}）：{note}", "Note ({reader}): {note}"),
    "all_settled": Bilingual("没有未定的校记了", "every finding is settled"),
    "was_exported": Bilingual("已导出核校记录", "decisions exported"),
    "was_imported": Bilingual(
        "已导入：采用 {taken} 处，不一致 {conflicts} 处，本报告没有的 {unknown} 处",
        "imported: {taken} taken, {conflicts} in conflict, {unknown} not in this report",
    ),
    "bad_file": Bilingual(
        "「{name}」不是完好的核校记录，一处也没有导入",
        "{name} is no valid file of decisions; nothing was imported",
    ),
    "ours": Bilingual("已有", "kept here"),
    "theirs": Bilingual("导入", "imported"),
    "by": Bilingual("（{reader}）", " ({reader})"),
    "gone": Bilingual("不复存在的校记", "Findings that are no more"),
    "yes": Bilingual("是", "yes"),
    "no": Bilingual("否", "no"),
    "by_content": Bilingual("按内容定位", "found by content"),
    "document_chosen": Bilingual("第 {} 个文件", "document {}"),
    "language": Bilingual("中文", "English"),
    "moved_here": Bilingual(
        "{other} 移位，对照见底本 {base} 一行", "{other} has moved: see the row of base {base}"
    ),
    "to": Bilingual("至", "–"),
    "nothing_here": Bilingual("缺", "nothing"),
    "number": Bilingual("编号", "No."),
    "clause": Bilingual("条款", "Clause"),
    "caution": Bilingual(
        "本报告只校异同，不断是非；孰是孰非，由人裁断。",
        "This report says where the texts differ and how; which is right is for a person to say.",
    ),
    "absent": Bilingual("（无此条）", "(no such clause)"),
    "legend": Bilingual("标记", "Signs"),
    "legend_word": Bilingual("字", "word"),
    "legend_alone": Bilingual("一本独有", "in one text only"),
    "legend_replace": Bilingual("两本不一致", "the two differ"),
    "legend_caret": Bilingual("此处无他本的字", "words of the other text are not here"),
    "legend_box": Bilingual("此处无他本的数字、字母", "a figure or letters are not here"),
    "shortened": Bilingual("（共 {count} 字）", " ({count} characters)"),
    "bracketed": Bilingual("（{}）", " ({})"),
    "colon": Bilingual("：", ": "),
    "stop": Bilingual("、", ", "),
    "semicolon": Bilingual("；", "; "),
}


def words(lang: str) -> dict[str, str]:
    """Give the words of the interface in `lang`, by name."""
    return {name: text.within(lang) for name, text in TEXTS.items()}
