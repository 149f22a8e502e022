package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What {@code bin/backup} and {@code bin/restore} start: {@code backup DATA FILE}, {@code restore DATA FILE [--replace]}. */
final class BackupCommand {

    private static final Logger log = LoggerFactory.getLogger(BackupCommand.class);

    private BackupCommand() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments[1]);
        Path file = Path.of(arguments[2]);
        // The time at which somebody asked for it.
        Instant begun = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        try {
            switch (arguments[0]) {
                case "backup" -> Backup.of(data, version()).into(file, begun);
                case "restore" ->
                    Restore.of(file, version())
                            .into(
                                    data,
                                    List.of(arguments).contains("--replace"),
                                    DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                                            .withZone(ZoneId.systemDefault())
                                            .format(begun));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (DatabaseProblem problem) {
            log.error("✗ {}", problem.getMessage());
            log.error("  {}", problem.remedy());
            System.exit(1);
        }
    }

    private static String version() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(yaml.getObject()).getProperty("huixiang.database.version");
    }
}
