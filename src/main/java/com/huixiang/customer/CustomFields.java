package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.ProfileField.Choice;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.ProfileField.Section;
import com.huixiang.customer.ProfileField.Type;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the fields of a file: those every house has, and those this one adds (P-01). */
@Service
public class CustomFields {

    private static final String STANDARDS = "standards";
    private static final int MOST = 100;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_LABEL = 40;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Set<Type> TYPES = Set.of(Type.TEXT, Type.NUMBER, Type.DATE, Type.CHOICE, Type.YES_NO);

    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CustomFields(AuditTrail audit, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All fields of this kind of customer, in the order of the file. */
    @Transactional(readOnly = true)
    public List<ProfileField> of(Of kind) {
        return Stream.concat(StandardFields.ALL.stream(), custom().stream())
                .filter(each -> each.of() == kind)
                .toList();
    }

    /** Those the house has added. */
    @Transactional(readOnly = true)
    public List<ProfileField> custom() {
        return jdbc.sql("select * from customer.custom_field where removed_at is null order by ordinal, created_at, key")
                .query((row, n) -> field(row))
                .list();
    }

    /** A new field; or one of an earlier time comes back, with the values it had. */
    @Transactional
    public ProfileField add(ProfileField field, Caller by) {
        check(field, by);
        boolean taken = of(field.of()).stream().anyMatch(each -> each.key().equals(field.key()))
                || custom().stream().anyMatch(each -> each.key().equals(field.key()));
        if (taken) {
            throw CustomerProblem.fieldTaken();
        }
        if (custom().size() >= MOST) {
            throw CustomerProblem.tooManyFields();
        }
        jdbc.sql("""
                insert into customer.custom_field (key, of_kind, section, zh, en, type, choices, ordinal, created_at)
                values (:key, :of, :section, :zh, :en, :type, :choices::jsonb,
                        (select coalesce(max(ordinal), 0) + 1 from customer.custom_field), :now)
                on conflict (key) do update
                   set of_kind = excluded.of_kind, section = excluded.section, zh = excluded.zh, en = excluded.en,
                       type = excluded.type, choices = excluded.choices, ordinal = excluded.ordinal, removed_at = null
                """)
                .param("key", field.key())
                .param("of", field.of().name())
                .param("section", field.section().name())
                .param("zh", field.label().zh())
                .param("en", field.label().en())
                .param("type", field.type().name())
                .param("choices", json.writeValueAsString(field.choices()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.note(by, "customer.field.added", "customer-field", field.key(), field.label().zh(), null, field);
        return get(field.key());
    }

    /** Its words, its place and its choices; what kind of value it takes stays. */
    @Transactional
    public ProfileField change(String key, ProfileField field, Caller by) {
        check(field, by);
        ProfileField before = get(key);
        if (before.type() != field.type() || before.of() != field.of()) {
            throw CustomerProblem.fieldTypeStays();
        }
        jdbc.sql("""
                update customer.custom_field
                   set section = :section, zh = :zh, en = :en, choices = :choices::jsonb
                 where key = :key
                """)
                .param("key", key)
                .param("section", field.section().name())
                .param("zh", field.label().zh())
                .param("en", field.label().en())
                .param("choices", json.writeValueAsString(field.choices()))
                .update();
        ProfileField after = get(key);
        audit.note(by, "customer.field.changed", "customer-field", key, after.label().zh(), before, after);
        return after;
    }

    /** It is not shown any more. What was written into it stays until its customer is erased. */
    @Transactional
    public void remove(String key, Caller by) {
        checkMay(by);
        ProfileField before = get(key);
        jdbc.sql("update customer.custom_field set removed_at = :now where key = :key")
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.note(by, "customer.field.removed", "customer-field", key, before.label().zh(), before, null);
    }

    private ProfileField get(String key) {
        return custom().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(CustomerProblem::fieldNotFound);
    }

    static void checkMay(Caller by) {
        if (!by.may(STANDARDS)) {
            throw CustomerProblem.settingsNotYours();
        }
    }

    private static void check(ProfileField field, Caller by) {
        checkMay(by);
        boolean fits = KEY.matcher(field.key()).matches()
                && TYPES.contains(field.type())
                && isLabel(field.label().zh())
                && isLabel(field.label().en())
                && (field.type() == Type.CHOICE) == !field.choices().isEmpty()
                && field.choices().size() <= MOST_CHOICES
                && field.choices().stream().allMatch(each -> isLabel(each.code()) && isLabel(each.zh()) && isLabel(each.en()))
                && field.choices().stream().map(Choice::code).distinct().count() == field.choices().size();
        if (!fits) {
            throw CustomerProblem.fieldInvalid();
        }
    }

    private static boolean isLabel(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_LABEL;
    }

    private ProfileField field(ResultSet row) throws SQLException {
        return new ProfileField(
                row.getString("key"),
                Of.valueOf(row.getString("of_kind")),
                Section.valueOf(row.getString("section")),
                new Words(row.getString("zh"), row.getString("en")),
                Type.valueOf(row.getString("type")),
                json.readValue(row.getString("choices"), new TypeReference<List<Choice>>() {}),
                true);
    }
}
