package com.huixiang.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.huixiang.kernel.Seal;
import com.huixiang.kernel.Uuid7;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * FRONT DOOR: pictures and files that people send. What a file is, is read from its bytes, never from its name. It lies
 * in the database like everything else that must not be lost, and is fetched by an address that cannot be guessed.
 */
@Service
public class Attachments {

    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final String PURPOSE = "file";

    /** No screen shows more, and nobody's memory should have to. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final int LOOKED_AT = 256;

    private static final Pattern RUNS_WHEN_OPENED =
            Pattern.compile(".*\\.(html?|xhtml|svgz?|xml|js|mjs|hta|vbs|bat|cmd|ps1|sh|url|lnk|desktop)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "image/gif", new byte[] {'G', 'I', 'F', '8'},
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "application/zip", new byte[] {'P', 'K', 3, 4},
            "application/x-ole-storage",
                    new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});

    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Attachments(JdbcClient sql, Seal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    public record Attachment(
            UUID id, String url, String name, String type, int size, @Nullable Integer width, @Nullable Integer height) {

        @JsonIgnore
        public boolean isPicture() {
            return type.startsWith("image/");
        }

        public Body body() {
            return isPicture()
                    ? new Body.Picture(id, url, width, height, name, size)
                    : new Body.FileLink(id, url, name, size, type);
        }
    }

    public record Content(String name, String type, byte[] bytes) {}

    /** Keeps an uploaded file. Refused when too large, empty, or of a kind that could do harm. */
    public Attachment keep(String owner, @Nullable String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw ConversationProblem.fileTooLarge();
        }
        String type = typeOf(bytes);
        Dimension size = type.startsWith("image/") ? dimensionOf(bytes) : null;
        UUID id = Uuid7.next(clock);
        String kept = harmless(cleaned(name));
        sql.sql(
                        """
                        insert into conversation.attachment
                               (id, owner, name, type, size, width, height, content, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        owner,
                        kept,
                        type,
                        bytes.length,
                        size == null ? null : size.width,
                        size == null ? null : size.height,
                        bytes,
                        ConversationRepository.utc(clock.instant()))
                .update();
        return new Attachment(
                id,
                addressOf(id),
                kept,
                type,
                bytes.length,
                size == null ? null : size.width,
                size == null ? null : size.height);
    }

    /** The file that an uploader kept before; nobody sends a file that is not his, but for the pictures of scripts (S-06). */
    public Attachment get(UUID id, String owner) {
        return sql.sql(
                        """
                        select name, type, size, width, height from conversation.attachment
                         where id = :id
                           and (owner = :owner
                                or starts_with(:owner, 'staff:')
                                   and exists (select from staff.script
                                                where case when kind = 'PICTURE'
                                                           then content::jsonb ->> 'fileId' end = :id::text))""")
                .param("id", id)
                .param("owner", owner)
                .query((row, n) -> new Attachment(
                        id,
                        addressOf(id),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("size"),
                        (Integer) row.getObject("width"),
                        (Integer) row.getObject("height")))
                .optional()
                .orElseThrow(ConversationProblem::unknownFile);
    }

    public Content open(UUID id, String signature) {
        if (!seal.bears(signature, PURPOSE, id.toString())) {
            throw ConversationProblem.unknownFile();
        }
        return sql.sql("select name, type, content from conversation.attachment where id = ?")
                .param(id)
                .query((row, n) ->
                        new Content(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional()
                .orElseThrow(ConversationProblem::unknownFile);
    }

    private String addressOf(UUID id) {
        return "/files/" + id + "/" + seal.mark(PURPOSE, id.toString());
    }

    private static String typeOf(byte[] bytes) {
        if (bytes.length == 0) {
            throw ConversationProblem.emptyMessage();
        }
        for (Map.Entry<String, byte[]> known : SIGNATURES.entrySet()) {
            if (startsWith(bytes, known.getValue())) {
                return known.getKey();
            }
        }
        if (bytes.length > 12 && ascii(bytes, 0, 4).equals("RIFF") && ascii(bytes, 8, 4).equals("WEBP")) {
            return "image/webp";
        }
        if (isPlainText(bytes)) {
            return "text/plain";
        }
        throw ConversationProblem.fileTypeRefused();
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    private static boolean isPlainText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().noneMatch(character -> character < 9 || character > 13 && character < 32);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    /**
     * The size is read from the header, so that a small file that claims to be a huge picture costs nothing. Then the
     * picture is read to its end, a few points of it: what only begins like one is refused.
     */
    private static @Nullable Dimension dimensionOf(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                Dimension size = new Dimension(reader.getWidth(0), reader.getHeight(0));
                if ((long) size.width * size.height > MOST_PIXELS) {
                    throw ConversationProblem.pictureTooLarge();
                }
                ImageReadParam few = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(size.width, size.height) / LOOKED_AT);
                few.setSourceSubsampling(step, step, 0, 0);
                reader.read(0, few);
                return size;
            } finally {
                reader.dispose();
            }
        } catch (ConversationProblem refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw ConversationProblem.fileTypeRefused();
        }
    }

    /** Whoever saves it and opens it sees its text. */
    private static String harmless(String name) {
        return RUNS_WHEN_OPENED.matcher(name).matches() ? name + ".txt" : name;
    }

    private static String cleaned(@Nullable String name) {
        String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        if (last.isEmpty()) {
            return "file";
        }
        return last.length() > 120 ? last.substring(last.length() - 120) : last;
    }
}
