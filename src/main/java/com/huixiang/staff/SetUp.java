package com.huixiang.staff;

import com.huixiang.audit.AuditTrail;
import com.huixiang.staff.Staff.Newcomer;
import com.huixiang.staff.StaffEvent.HouseOpened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * FRONT DOOR of a house where nobody works yet: the owner makes his account, once. Until then nothing else answers. A
 * stranger on the network cannot be quicker: the code that is asked for lies in the data folder, for its owner alone.
 * Where nobody sits at a browser, {@code HUIXIANG_OWNER_LOGIN} and {@code HUIXIANG_OWNER_PASSWORD} make the account.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class SetUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SetUp.class);

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int CODE_LENGTH = 16;
    private static final int OWNERS_CAPACITY = 5;

    private final StaffRepository repository;
    private final Staff staff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Path note;
    private final String login;
    private final String password;
    private volatile boolean done;

    SetUp(
            StaffRepository repository,
            Staff staff,
            AuditTrail trail,
            ApplicationEventPublisher news,
            TransactionTemplate transaction,
            JdbcClient sql,
            @Value("${huixiang.data:data}") Path data,
            @Value("${huixiang.owner.login:}") String login,
            @Value("${huixiang.owner.password:}") String password) {
        this.repository = repository;
        this.staff = staff;
        this.trail = trail;
        this.news = news;
        this.transaction = transaction;
        this.sql = sql;
        this.note = data.resolve("setup-code.txt").toAbsolutePath().normalize();
        this.login = login;
        this.password = password;
    }

    /** The first account, and what the shop is called. */
    public record Owner(String login, String name, String password, String shop) {}

    /** After the demo, which brings people of its own. */
    @Override
    public void run(ApplicationArguments arguments) {
        begin(!login.isBlank() && !password.isBlank());
    }

    void begin(boolean unattended) {
        done = false;
        if (!needed()) {
            forgetCode();
        } else if (unattended) {
            openUnlessAnotherNodeWasQuicker(new Owner(login, login, password, ""));
        } else {
            writeCode();
            log.info("Not set up yet: the set-up code is in {}", note);
        }
    }

    /** Asked with every request until somebody works here, and never again. */
    public boolean needed() {
        if (!done) {
            done = !repository.isEmpty();
            if (done) {
                forgetCode(); // the demo or another node was quicker
            }
        }
        return !done;
    }

    /** Refused without the code, and when somebody was quicker. */
    public StaffMember open(String code, Owner owner) {
        if (!needed()) {
            throw StaffProblem.setUpAlready();
        }
        if (!isRight(code)) {
            throw StaffProblem.wrongSetUpCode();
        }
        return open(owner);
    }

    private void openUnlessAnotherNodeWasQuicker(Owner owner) {
        try {
            open(owner);
        } catch (StaffProblem refused) {
            if (needed()) {
                throw refused;
            }
        }
    }

    private StaffMember open(Owner owner) {
        StaffMember member = transaction.execute(once -> {
            sql.sql("lock table staff.member in share row exclusive mode").update();
            if (!repository.isEmpty()) {
                throw StaffProblem.setUpAlready();
            }
            StaffMember first = staff.hire(new Newcomer(
                    owner.login(), owner.name(), owner.name(), Role.ADMIN, owner.password(), null, OWNERS_CAPACITY));
            trail.note(
                    first.id().value(), first.name(), "staff.set-up", "member", first.id().toString(), first.name(), null, null, null);
            news.publishEvent(new HouseOpened(owner.shop().strip()));
            return first;
        });
        done = true;
        forgetCode();
        return member;
    }

    /** With spaces or hyphens, in capitals or not. */
    private boolean isRight(String code) {
        try {
            String wanted = plain(Files.readString(note));
            return !wanted.isEmpty()
                    && MessageDigest.isEqual(
                            wanted.getBytes(StandardCharsets.UTF_8), plain(code).getBytes(StandardCharsets.UTF_8));
        } catch (IOException noCode) {
            return false;
        }
    }

    private static String plain(String code) {
        return code.toLowerCase().replaceAll("[^a-z0-9]", "");
    }

    private void writeCode() {
        StringBuilder code = new StringBuilder();
        new SecureRandom().ints(CODE_LENGTH, 0, ALPHABET.length()).forEach(letter -> {
            code.append(code.length() % 5 == 4 ? "-" : "").append(ALPHABET.charAt(letter));
        });
        try {
            Files.createDirectories(note.getParent());
            Files.deleteIfExists(note);
            Files.createFile(note, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(note, code + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write " + note, cause);
        }
    }

    private void forgetCode() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException cause) {
            log.warn("{} is of no use any more and could not be deleted", note, cause);
        }
    }
}
