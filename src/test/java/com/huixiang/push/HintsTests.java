package com.huixiang.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.push.Hints.Hint;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HintsTests {

    private static final UUID NODE = UUID.fromString("0190aaaa-0000-7000-8000-000000000001");

    @Test
    void whatIsWrittenCanBeRead() {
        List<String> lines = List.of("enrol a b", "tell x y\t{\"text\":\"您好\\n\"}");

        assertThat(Hints.read(Hints.write(NODE, 7, lines))).isEqualTo(new Hint(NODE, 7, lines));
    }

    @Test
    void aHintNeverHasMoreBytesThanPostgresTakesAndTheOrderStays() {
        List<String> lines = IntStream.range(0, 500)
                .mapToObj(number -> number + "\t" + "回响😀a".repeat(number % 300))
                .toList();

        List<List<String>> hints = Hints.packed(lines);

        assertThat(hints.stream().flatMap(List::stream)).containsExactlyElementsOf(lines);
        assertThat(hints)
                .allSatisfy(hint -> assertThat(
                                Hints.write(NODE, Long.MAX_VALUE, hint).getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(8_000));
        assertThat(Hints.packed(Collections.nCopies(10, "short"))).hasSize(1);
    }
}
