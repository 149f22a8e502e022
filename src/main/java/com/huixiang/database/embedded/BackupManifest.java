package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says about itself, before anything else in it.
 *
 * @param format how the archive is laid out
 * @param postgres version of the PostgreSQL whose files these are
 * @param migrations mark of the tables, as the version of Huixiang left it that made them
 */
record BackupManifest(int format, String postgres, String system, String migrations, Instant begun, long bytes) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String CHECKSUMS = "checksums.sha256";
    static final String DATA = "data/";

    private static final JsonMapper JSON = JsonMapper.shared();

    byte[] written() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static BackupManifest read(byte[] text) {
        try {
            return JSON.readValue(text, BackupManifest.class);
        } catch (JacksonException notOurs) {
            throw notABackup();
        }
    }

    static DatabaseProblem notABackup() {
        return new DatabaseProblem(
                "这不是回响的备份文件 / This file is not a backup of Huixiang.", "Choose a file that bin/backup made.");
    }

    /** The files of one main version of PostgreSQL are not understood by another. */
    void checkFits(String version) {
        if (format > FORMAT) {
            throw new DatabaseProblem(
                    "This backup was made by a newer version of Huixiang.", "Restore it with that version.");
        }
        if (!mainVersion(postgres).equals(mainVersion(version))) {
            throw new DatabaseProblem(
                    "This backup was made with PostgreSQL " + postgres + "; this version of Huixiang comes with " + version
                            + ".",
                    "Restore it with the version of Huixiang that made it.");
        }
    }

    private static String mainVersion(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
