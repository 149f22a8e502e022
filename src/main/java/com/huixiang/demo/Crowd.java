package com.huixiang.demo;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Level;
import com.huixiang.demo.Company.Colleague;
import com.huixiang.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The customers of the story. They came over the years, so their files are written with SQL, dated back. */
final class Crowd {

    private static final List<String> NOBODYS_PREFIXES = List.of("154", "160", "163", "164", "168", "169");
    private static final int LONGEST_KNOWN_DAYS = 500;

    private final StoryBook book;
    private final Random chance;
    private final Instant now;
    private final Set<String> taken = new HashSet<>();

    Crowd(StoryBook book, Random chance, Instant now) {
        this.book = book;
        this.chance = chance;
        this.now = now;
        book.accounts().forEach(account -> taken.add(account.name()));
        book.shoppers().forEach(shopper -> taken.add(shopper.name()));
    }

    record Person(
            CustomerId id,
            String member,
            String name,
            Level level,
            String phone,
            @Nullable String email,
            String source,
            Instant since) {}

    List<Person> shoppers() {
        return book.shoppers().stream()
                .map(one -> person(one.id(), one.name(), one.level(), one.phone(), one.email(), "官网商城"))
                .toList();
    }

    List<Person> invent(int many) {
        List<String> surnames = book.words("surnames", "\\s+");
        List<String> women = book.words("women", "\\s+");
        List<String> men = book.words("men", "\\s+");
        List<String> sources = book.words("sources", "\\s+");
        List<Person> people = new ArrayList<>(many);
        while (people.size() < many) {
            // The front of the list are the frequent surnames.
            String surname = surnames.get((int) (surnames.size() * Math.pow(chance.nextDouble(), 1.8)));
            String name = surname + Details.any(chance.nextInt(100) < 62 ? women : men, chance);
            if (taken.add(name)) {
                String member = "M" + (20_000 + people.size() * 7 + chance.nextInt(7));
                people.add(person(member, name, level(), phone(), null, Details.any(sources, chance)));
            }
        }
        return people;
    }

    private Person person(
            String member, String name, Level level, String phone, @Nullable String email, String source) {
        Instant since = now.minus(Duration.ofDays(61 + chance.nextInt(LONGEST_KNOWN_DAYS)))
                .minusSeconds(chance.nextInt(86_400));
        return new Person(new CustomerId(Uuid7.at(since)), member, name, level, phone, email, source, since);
    }

    private Level level() {
        int percent = chance.nextInt(100);
        return percent < 66 ? Level.ORDINARY : percent < 86 ? Level.SILVER : percent < 96 ? Level.GOLD : Level.PLATINUM;
    }

    private String phone() {
        return Details.any(NOBODYS_PREFIXES, chance) + "%08d".formatted(chance.nextInt(100_000_000));
    }

    void write(List<Person> people, List<Colleague> authors, JdbcTemplate jdbc) {
        List<Object[]> files = new ArrayList<>();
        List<Object[]> identities = new ArrayList<>();
        List<Object[]> tags = new ArrayList<>();
        List<Object[]> notes = new ArrayList<>();
        for (Person one : people) {
            Object since = StoryRepository.utc(one.since());
            Object id = one.id().value();
            files.add(new Object[] {
                id, one.name(), one.level().name(), one.phone(), one.email(), one.source(), since, since
            });
            identities.add(new Object[] {"MEMBER", one.member(), id, one.source(), since});
            identities.add(new Object[] {"PHONE", one.phone(), id, one.source(), since});
            if (one.email() != null) {
                identities.add(new Object[] {"EMAIL", one.email(), id, one.source(), since});
            }
            tagOf(one, authors, tags);
            noteOf(one, authors, notes);
        }
        jdbc.batchUpdate(
                """
                insert into customer.customer (id, name, level, phone, email, source, created_at, last_seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                files);
        jdbc.batchUpdate(
                """
                insert into customer.identity (kind, value, customer_id, source, at) values (?, ?, ?, ?, ?)
                on conflict do nothing""",
                identities);
        jdbc.batchUpdate(
                """
                insert into customer.tag (customer_id, name, by_id, by_name, reason, at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                tags);
        jdbc.batchUpdate(
                "insert into customer.note (id, customer_id, text, by_id, by_name, at) values (?, ?, ?, ?, ?, ?)", notes);
        Object[] ids = people.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        jdbc.update(KNOWN_OF_THEM, (Object) ids);
        jdbc.update(ALLOWED_BY_THEM, (Object) ids);
    }

    /** What shops and the member system know; the same for a person each time. */
    private static final String KNOWN_OF_THEM =
            """
            insert into customer.field_value (customer_id, field, source, standing, value, at)
            select c.id, f.field, f.source, f.standing, f.value, c.created_at
              from customer.customer c
             cross join lateral (select abs(hashtext(c.id::text)) as n) as chance
             cross join lateral (values
                   ('name', c.source, 3, c.name, true),
                   ('phone', c.source, 3, c.phone, true),
                   ('email', c.source, 3, c.email, true),
                   ('birthday', '会员系统', 3, (date '1966-01-01' + chance.n % 14600)::text, chance.n % 5 < 3),
                   ('region', c.source, 3,
                    (array['杭州', '上海', '苏州', '南京', '宁波', '北京', '深圳', '成都', '武汉', '广州'])[1 + chance.n % 10], chance.n % 7 < 5),
                   ('region', 'event', 2,
                    (array['上海', '杭州', '北京', '嘉兴', '绍兴'])[1 + chance.n % 5], chance.n % 11 < 3),
                   ('style', 'event', 2,
                    (array['原木', '奶油风', '北欧', '新中式', '极简'])[1 + chance.n % 5], chance.n % 3 = 0),
                   ('contact-way', c.source, 1, (array['chat', 'phone', 'wechat'])[1 + chance.n % 3], chance.n % 4 = 0))
                   as f(field, source, standing, value, told)
             where c.id = any(?::uuid[]) and f.told and f.value is not null
            on conflict do nothing""";

    private static final String ALLOWED_BY_THEM =
            """
            insert into customer.consent (id, customer_id, purpose, given, source, version, at)
            select md5(c.id || p.code)::uuid, c.id, p.code, abs(hashtext(c.id || p.code)) % 3 > 0, 'chat', p.version, c.created_at
              from customer.customer c cross join customer.purpose p
             where c.id = any(?::uuid[]) and abs(hashtext(p.code || c.id)) % 2 = 0
            on conflict do nothing""";

    private void tagOf(Person one, List<Colleague> authors, List<Object[]> tags) {
        Object id = one.id().value();
        if (one.level().isVip()) {
            Object at = StoryRepository.utc(some(one, 40));
            tags.add(new Object[] {id, "高价值", null, "会员等级", "近一年累计消费满 8,000 元，自动标记", at});
        }
        List<String> all = book.people("tags");
        for (int many = chance.nextInt(one.level() == Level.ORDINARY ? 2 : 4); many > 0; many--) {
            String[] tag = Details.any(all, chance).split("\\s*\\|\\s*");
            Colleague author = Details.any(authors, chance);
            Object at = StoryRepository.utc(some(one, 55));
            tags.add(new Object[] {id, tag[0], author.id().value(), author.account().name(), tag[1], at});
        }
    }

    private void noteOf(Person one, List<Colleague> authors, List<Object[]> notes) {
        if (chance.nextInt(100) < (one.level() == Level.ORDINARY ? 10 : 30)) {
            Colleague author = Details.any(authors, chance);
            Instant at = some(one, 55);
            notes.add(new Object[] {
                Uuid7.at(at),
                one.id().value(),
                Details.any(book.people("notes"), chance),
                author.id().value(),
                author.account().name(),
                StoryRepository.utc(at)
            });
        }
    }

    /** A moment in the last days, after he came. */
    private Instant some(Person one, int days) {
        Instant at = now.minus(Duration.ofMinutes(60 + chance.nextInt(days * 24 * 60)));
        return at.isBefore(one.since()) ? one.since() : at;
    }

    static String wire(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
