package com.huixiang.journey;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of a batch in the binary form of COPY: written once, from the sender's bytes to those of the database. */
final class EventRows {

    static final String COPY =
            """
            copy journey.event (customer_id, at, id, received_at, said_at, name, sku, session, site, title, url, properties)
            from stdin (format binary)""";

    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final short COLUMNS = 12;
    private static final byte JSONB_VERSION = 1;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** Adds all of them within the transaction of the connection. */
    void copy(Connection connection, List<Happening> events) throws SQLException {
        size = 0;
        write(HEAD);
        events.forEach(this::add);
        writeShort((short) -1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(bytes, 0, size);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void add(Happening event) {
        writeShort(COLUMNS);
        writeId(event.customer().value());
        writeTime(event.at());
        writeId(event.id());
        writeTime(event.receivedAt());
        writeTime(event.saidAt());
        writeText(event.name());
        writeText(event.sku());
        writeText(event.session());
        writeText(event.site());
        writeText(event.title());
        writeText(event.url());
        writeInt(event.properties().length + 1);
        write(JSONB_VERSION);
        write(event.properties());
    }

    private void writeId(UUID id) {
        writeInt(16);
        writeLong(id.getMostSignificantBits());
        writeLong(id.getLeastSignificantBits());
    }

    private void writeTime(@Nullable Instant time) {
        if (time == null) {
            writeInt(-1);
        } else {
            writeInt(8);
            writeLong((time.getEpochSecond() - EPOCH_SECONDS) * 1_000_000L + time.getNano() / 1_000);
        }
    }

    private void writeText(@Nullable String text) {
        if (text == null) {
            writeInt(-1);
        } else {
            byte[] letters = text.getBytes(StandardCharsets.UTF_8);
            writeInt(letters.length);
            write(letters);
        }
    }

    private void write(byte... more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void writeShort(short number) {
        room(2);
        bytes[size++] = (byte) (number >> 8);
        bytes[size++] = (byte) number;
    }

    private void writeInt(int number) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >> shift);
        }
    }

    private void writeLong(long number) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >> shift);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
