package com.huixiang.docs;

import com.huixiang.docs.Refusals.Refusal;
import org.junit.jupiter.api.Test;

/** docs/reference/problems.md lists every refusal with its code, status and sentences. */
class ProblemReferenceTests {

    private static final String HEAD = """
            # Problems

            What the product answers when it cannot do what was asked. Over HTTP a refusal is `application/problem+json` with
            the `status` below; live it is a `refused` frame. Programs look at `code`, which never changes its meaning; people
            read the sentence. Words in braces stand for a value. This page is written from the code by `bin/docs`.

            | Code | Status | 中文 | English |
            |---|---|---|---|
            """;

    @Test
    void everyRefusalIsListed() {
        var page = new StringBuilder(HEAD);
        Refusals.all().forEach(refusal -> page.append(row(refusal)));

        GeneratedDocument.at("docs/reference/problems.md").shouldSay(page.toString());
    }

    private static String row(Refusal refusal) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        refusal.code(),
                        refusal.status() == 0 ? "live" : refusal.status(),
                        refusal.chinese(),
                        refusal.english());
    }
}
