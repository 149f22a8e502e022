package com.huixiang.customer;

import com.huixiang.kernel.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One table of an archive, read once and written as JSON, CSV and a page to read; never more than a few rows in memory. */
class ArchiveTable {

    private static final int ROWS_AT_ONCE = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private int rows;

    ArchiveTable(DataSource database, JsonMapper json) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.json = json;
    }

    /** Returns how many rows there are. */
    int write(PersonalData.Section section, CustomerId customer, ZipOutputStream zip) throws IOException {
        Path jsonFile = Files.createTempFile("huixiang", ".json");
        Path csvFile = Files.createTempFile("huixiang", ".csv");
        Path pageFile = Files.createTempFile("huixiang", ".html");
        try {
            try (BufferedWriter asJson = Files.newBufferedWriter(jsonFile);
                    BufferedWriter asCsv = Files.newBufferedWriter(csvFile);
                    BufferedWriter asPage = Files.newBufferedWriter(pageFile)) {
                asJson.write("[");
                asCsv.write(Csv.MARK);
                asPage.write(ArchivePages.head(section.zh() + " · " + section.en()));
                asPage.write("<table>");
                jdbc.query(section.sql(), Map.of("customer", customer.value()), (ResultSet row) -> {
                    line(row, asJson, asCsv, asPage);
                });
                asJson.write("\n]\n");
                asPage.write("</table></body></html>");
            }
            add(zip, "json/" + section.name() + ".json", jsonFile);
            add(zip, "csv/" + section.name() + ".csv", csvFile);
            add(zip, section.name() + ".html", pageFile);
            return rows;
        } finally {
            Files.deleteIfExists(jsonFile);
            Files.deleteIfExists(csvFile);
            Files.deleteIfExists(pageFile);
        }
    }

    private void line(ResultSet row, BufferedWriter asJson, BufferedWriter asCsv, BufferedWriter asPage) throws SQLException {
        try {
            Map<String, @Nullable Object> values = values(row);
            if (rows == 0) {
                String[] headings = values.keySet().toArray(String[]::new);
                asCsv.write(Csv.line(headings));
                asPage.write(ArchivePages.row("th", headings));
            }
            asJson.write((rows == 0 ? "\n" : ",\n") + json.writeValueAsString(values));
            String[] cells = values.values().stream().map(this::words).toArray(String[]::new);
            asCsv.write(Csv.line(cells));
            asPage.write(ArchivePages.row("td", cells));
            rows++;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.put(columns.getColumnLabel(column), value(row, column, columns.getColumnTypeName(column)));
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz", "timestamp" -> {
                Timestamp at = row.getTimestamp(column);
                yield at == null ? null : at.toInstant();
            }
            case "json", "jsonb" -> {
                String text = row.getString(column);
                yield text == null ? null : json.readTree(text);
            }
            case "int4", "int8", "int2", "numeric", "bool", "float8" -> row.getObject(column);
            default -> {
                Object value = row.getObject(column);
                yield value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : row.getString(column);
            }
        };
    }

    private @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
