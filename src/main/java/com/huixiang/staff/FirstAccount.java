package com.huixiang.staff;

import com.huixiang.staff.Staff.Newcomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation where nobody works yet gets one administrator; his password lies in the data folder, never in the log. */
@Component
class FirstAccount implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAccount.class);

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 16;

    private final Staff staff;
    private final TransactionTemplate transaction;
    private final Path data;
    private final boolean demo;

    FirstAccount(
            Staff staff,
            TransactionTemplate transaction,
            @Value("${huixiang.data:data}") Path data,
            @Value("${huixiang.demo:false}") boolean demo) {
        this.staff = staff;
        this.transaction = transaction;
        this.data = data;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo && staff.members().isEmpty()) {
            try {
                open();
            } catch (StaffProblem anotherNodeWasQuicker) {
                if (staff.members().isEmpty()) {
                    throw anotherNodeWasQuicker;
                }
            }
        }
    }

    /** The file is written before the account counts: a crash in between leaves no account without its password. */
    private void open() {
        String password = randomPassword();
        Path note = data.resolve("first-login.txt").toAbsolutePath().normalize();
        transaction.executeWithoutResult(open -> {
            staff.hire(new Newcomer("admin", "管理员", "管理员", Role.ADMIN, password, null, 5));
            write(note, "admin\n" + password + "\n");
        });
        log.info("First login: user name and password are in {}", note);
    }

    private static void write(Path note, String text) {
        try {
            Files.createDirectories(note.getParent());
            Files.deleteIfExists(note);
            Files.createFile(note, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(note, text);
        } catch (IOException cause) {
            throw new IllegalStateException("Cannot write " + note, cause);
        }
    }

    private static String randomPassword() {
        StringBuilder password = new StringBuilder();
        new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .forEach(letter -> password.append(ALPHABET.charAt(letter)));
        return password.toString();
    }
}
