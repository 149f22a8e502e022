package com.huixiang.demo;

import com.huixiang.customer.CustomerId;
import com.huixiang.demo.Company.Colleague;
import com.huixiang.demo.Company.Opened;
import com.huixiang.demo.Crowd.Person;
import com.huixiang.demo.StoryBook.Shopper;
import com.huixiang.demo.StoryRepository.Thing;
import com.huixiang.sla.Clocks;
import com.huixiang.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole story: first the company, then its customers, then what they said to each other. */
@InDemo
@Component
class Narrator {

    private static final long SEED = 20_261_111L;
    private static final int CUSTOMERS = 320;
    private static final int CONVERSATIONS = 600;
    /** Further back than the story reaches. */
    private static final Duration PAST = Duration.ofDays(90);

    private final StoryBook book;
    private final Company company;
    private final StoryRepository repository;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clocks clocks;

    Narrator(
            StoryBook book,
            Company company,
            StoryRepository repository,
            JdbcTemplate jdbc,
            JsonMapper json,
            Clocks clocks) {
        this.book = book;
        this.company = company;
        this.repository = repository;
        this.jdbc = jdbc;
        this.json = json;
        this.clocks = clocks;
    }

    void tell(Instant now) {
        Random chance = new Random(SEED);
        Opened opened = company.open();
        Crowd crowd = new Crowd(book, chance, now);
        List<Person> shoppers = crowd.shoppers();
        List<Person> customers = crowd.invent(CUSTOMERS);
        writeFiles(crowd, shoppers, customers, opened);
        writePast(shoppers, customers, opened, chance, now);
        writeBrowsing(shoppers, customers, now);
        for (int each = 0; each < shoppers.size(); each++) {
            company.lookAfter(shoppers.get(each).id(), book.shoppers().get(each), opened);
        }
    }

    private void writeFiles(Crowd crowd, List<Person> shoppers, List<Person> customers, Opened opened) {
        List<Person> everybody = new ArrayList<>(shoppers);
        everybody.addAll(customers);
        List<Colleague> authors = opened.colleagues().stream()
                .filter(colleague -> colleague.account().role().equals(Role.AGENT))
                .toList();
        crowd.write(everybody, authors, jdbc);
        repository.made(Thing.SHOPPER, shoppers.stream().map(Person::id).map(CustomerId::value).toList());
        repository.made(Thing.CUSTOMER, customers.stream().map(Person::id).map(CustomerId::value).toList());
    }

    private void writeBrowsing(List<Person> shoppers, List<Person> customers, Instant now) {
        BrowsingPast browsing = new BrowsingPast(book.cards(), new Random(SEED), now, json);
        browsing.tellOf(shoppers.stream().map(Person::id).toList());
        browsing.tellOf(customers.stream().map(Person::id).toList());
        browsing.write(jdbc);
    }

    private void writePast(List<Person> shoppers, List<Person> customers, Opened opened, Random chance, Instant now) {
        for (int months = 3; months >= 0; months--) {
            YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(months);
            jdbc.query("select conversation.make_month(?)", row -> {}, month.atDay(1));
        }
        Chronicle chronicle = new Chronicle(json);
        Past past = new Past(book, opened, chronicle, chance, now);
        List<Shopper> known = book.shoppers();
        for (int each = 0; each < known.size(); each++) {
            past.tellOf(shoppers.get(each), known.get(each));
        }
        past.tellOf(customers, CONVERSATIONS);
        chronicle.write(jdbc);
        jdbc.update(
                """
                update conversation.assignment a set waited_from = c.queued_at
                  from conversation.conversation c
                 where c.id = a.conversation_id and a.how = 'routed' and a.waited_from is null and c.queued_at <= a.began_at""");
        clocks.readAgain(now.minus(PAST));
        jdbc.update(
                """
                update customer.customer k set last_seen_at = c.seen
                  from (select customer_id, max(closed_at) as seen from conversation.conversation group by customer_id) c
                 where k.id = c.customer_id and k.last_seen_at < c.seen""");
    }
}
