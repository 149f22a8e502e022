package com.huixiang.staff;

import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Scripts.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** S-06: the shared scripts every installation begins with. Given once; what people make of them is theirs. */
@Component
class ScriptSeed implements ApplicationRunner {

    private static final String FILE = "seed/scripts.zh-CN.tsv";

    private final ScriptRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScriptSeed(ScriptRepository repository, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(give -> {
            if (repository.giveOnce(FILE, clock.instant())) {
                wordings().forEach(wording -> repository.add(new ScriptId(Uuid7.next(clock)), null, wording));
            }
        });
    }

    static List<Wording> wordings() {
        try {
            String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Wording(cells[0], cells[1], cells[2].replace("\\n", "\n")))
                    .toList();
        } catch (IOException cause) {
            throw new IllegalStateException("Cannot read " + FILE, cause);
        }
    }
}
