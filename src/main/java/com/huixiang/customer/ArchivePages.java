package com.huixiang.customer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The pages of an archive that people read; the first one is index.html. */
class ArchivePages {

    private static final String STYLE =
            """
            body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:32px;color:#1f2329}
            table{border-collapse:collapse;margin:16px 0}td,th{border:1px solid #dee0e3;padding:6px 10px;text-align:left;
            vertical-align:top;max-width:480px;overflow-wrap:anywhere;white-space:pre-wrap}th{background:#f5f6f7}
            a{color:#1456f0;text-decoration:none}p.quiet{color:#646a73}""";

    private final String name;
    private final Instant at;
    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder files = new StringBuilder();

    ArchivePages(String name, Instant at) {
        this.name = name;
        this.at = at;
    }

    static String head(String title) {
        return "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><style>" + STYLE + "</style></head><body><h1>" + escaped(title) + "</h1>";
    }

    static String row(String cell, @Nullable String[] texts) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String text : texts) {
            row.append('<').append(cell).append('>')
                    .append(text == null ? "" : escaped(text))
                    .append("</").append(cell).append('>');
        }
        return row.append("</tr>\n").toString();
    }

    void add(PersonalData.Section section, int rows) {
        tables.append("<tr><td><a href=\"%s.html\">%s · %s</a></td><td>%d</td><td><a href=\"json/%s.json\">JSON</a> <a href=\"csv/%s.csv\">CSV</a></td></tr>%n"
                .formatted(
                        section.name(), escaped(section.zh()), escaped(section.en()), rows,
                        section.name(), section.name()));
    }

    void addFile(String file) {
        String text = escaped(file);
        files.append("<li><a href=\"files/").append(text).append("\">").append(text).append("</a></li>\n");
    }

    void write(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("index.html"));
        String page = head(name)
                + "<p class=\"quiet\">我们保存的全部资料 · Everything we keep of this person · " + at + "</p>"
                + "<table><tr><th>内容 · Content</th><th>行数 · Rows</th><th>文件 · Files</th></tr>" + tables + "</table>"
                + (files.isEmpty() ? "" : "<h2>附件 · Attachments</h2><ul>" + files + "</ul>")
                + "</body></html>";
        zip.write(page.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
