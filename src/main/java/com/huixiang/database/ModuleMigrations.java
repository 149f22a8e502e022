package com.huixiang.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the tables of each module up to date: every module numbers its own migrations, in a folder and with a history
 * table of its own. Folder and table names are those of Spring Modulith's Flyway support, which would need its whole
 * analysis of the code at each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String ROOT = "__root";

    private final DatabaseSettings settings;

    ModuleMigrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        for (var module : settings.database().migrations()) {
            try {
                forModule(module, flyway).migrate();
            } catch (FlywayValidateException e) {
                throw new DatabaseProblem(
                        "The tables of \"" + module + "\" were made by a version of Huixiang this one does not know.",
                        "Start the newer version, or use another data folder (HUIXIANG_DATA) or database.",
                        e);
            }
        }
    }

    private static Flyway forModule(String module, Flyway flyway) {
        var everybody = flyway.getConfiguration();
        var table = module.equals(ROOT) ? everybody.getTable() : everybody.getTable() + "_" + module;
        return Flyway.configure(everybody.getClassLoader())
                .configuration(everybody)
                .locations("classpath:db/migration/" + module)
                .table(table)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
