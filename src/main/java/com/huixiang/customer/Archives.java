package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * FRONT DOOR: everything we keep of one person, as an archive he can read: a page to begin with, each table as JSON and
 * CSV, and his files (P-08). It is written row by row into a file, whatever its size.
 */
@Service
public class Archives {

    private static final String EXPORT = "export";

    private final Customers customers;
    private final ObjectProvider<PersonalData> data;
    private final AuditTrail audit;
    private final DataSource database;
    private final JsonMapper json;
    private final Clock clock;

    Archives(
            Customers customers,
            ObjectProvider<PersonalData> data,
            AuditTrail audit,
            DataSource database,
            JsonMapper json,
            Clock clock) {
        this.customers = customers;
        this.data = data;
        this.audit = audit;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A finished archive. Whoever asked for it deletes the file. */
    public record Archive(Path file, String name) {}

    @Transactional
    public Archive of(CustomerId asked, Caller by) throws IOException {
        if (!by.may(EXPORT)) {
            throw CustomerProblem.archiveNotYours();
        }
        Customer customer = customers.get(asked);
        Path file = Files.createTempFile("huixiang-archive", ".zip");
        try {
            write(customer, file);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        audit.note(
                by, "customer.archive.exported", "customer", customer.id(), customer.name(), null,
                Map.of("bytes", Files.size(file)));
        return new Archive(file, "customer-" + customer.id() + ".zip");
    }

    private void write(Customer customer, Path file) throws IOException {
        List<PersonalData> modules = data.orderedStream().toList();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ArchivePages pages = new ArchivePages(customer.name(), clock.instant());
            for (PersonalData module : modules) {
                for (PersonalData.Section section : module.sections()) {
                    pages.add(section, new ArchiveTable(database, json).write(section, customer.id(), zip));
                }
            }
            for (PersonalData module : modules) {
                try (Stream<PersonalData.Attached> files = module.files(customer.id())) {
                    for (PersonalData.Attached attached : (Iterable<PersonalData.Attached>) files::iterator) {
                        zip.putNextEntry(new ZipEntry("files/" + attached.name()));
                        try (InputStream content = attached.source().open()) {
                            content.transferTo(zip);
                        }
                        zip.closeEntry();
                        pages.addFile(attached.name());
                    }
                }
            }
            pages.write(zip);
        }
    }
}
