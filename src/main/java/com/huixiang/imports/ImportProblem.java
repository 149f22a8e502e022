package com.huixiang.imports;

import com.huixiang.kernel.Problem;

/** All refusals of imports. */
public final class ImportProblem extends Problem {

    private ImportProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static ImportProblem notYours() {
        return new ImportProblem(
                Kind.FORBIDDEN, "imports.not-yours", "您的角色不能导入数据。", "Your role does not allow bringing in data.");
    }

    static ImportProblem notFound() {
        return new ImportProblem(Kind.NOT_FOUND, "imports.not-found", "没有找到这次导入。", "This import does not exist.");
    }

    static ImportProblem empty() {
        return new ImportProblem(
                Kind.INVALID, "imports.empty", "文件里没有数据行。", "There are no lines of data in this file.");
    }

    static ImportProblem tooLarge(long megabytes) {
        return new ImportProblem(
                Kind.TOO_LARGE,
                "imports.too-large",
                "文件太大:最多 " + megabytes + " MB。请压缩成 .csv.gz 或分成几个文件。",
                "The file is too large: at most " + megabytes + " MB. Compress it (.csv.gz) or split it.");
    }

    static ImportProblem notATable() {
        return new ImportProblem(
                Kind.INVALID,
                "imports.not-a-table",
                "这不是文本表格。如果是 Excel 文件,请先另存为 CSV 再导入。",
                "This is not a table of text. Save a spreadsheet as CSV first.");
    }

    static ImportProblem broken() {
        return new ImportProblem(
                Kind.INVALID,
                "imports.broken",
                "压缩文件已损坏,无法读取。",
                "The compressed file is damaged and cannot be read.");
    }

    static ImportProblem columnsUnknown(String header) {
        return new ImportProblem(
                Kind.INVALID,
                "imports.columns-unknown",
                "认不出这些列:" + header + "。请对照模板检查第一行的列名。",
                "These columns are not known: " + header + ". Please compare the first line with a template.");
    }

    public static ImportProblem columnsMissing(String columns) {
        return new ImportProblem(
                Kind.INVALID,
                "imports.columns-missing",
                "缺少必需的列:" + columns + "。",
                "These columns are needed and missing: " + columns + ".");
    }

    static ImportProblem quotesOpen(long line) {
        return new ImportProblem(
                Kind.INVALID,
                "imports.quotes-open",
                "第 " + line + " 行的引号没有结束,后面的内容无法分行。",
                "A quotation mark that opens on line " + line + " is never closed.");
    }

    static ImportProblem badOption(String option) {
        return new ImportProblem(
                Kind.INVALID, "imports.bad-option", "选项 " + option + " 不正确。", "The option " + option + " is not valid.");
    }

    static ImportProblem gaveUp() {
        return new ImportProblem(
                Kind.UNAVAILABLE,
                "imports.gave-up",
                "多次尝试后仍未完成,请稍后重新导入。已导入的数据不会重复。",
                "It did not succeed after several attempts. Import the file again later; nothing is doubled.");
    }

    static ImportProblem badCursor() {
        return new ImportProblem(
                Kind.INVALID, "imports.bad-cursor", "翻页位置无效,请从第一页重新开始。", "This page does not exist. Start from the first.");
    }
}
