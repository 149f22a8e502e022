package com.huixiang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.TimelineSource.Before;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P-08: what becomes of somebody's path, and P-01: how it stands in his timeline. */
@HuixiangTest
class PrivacyTests {

    @Autowired
    JourneyPrivacy privacy;

    @Autowired
    JourneyTimeline timeline;

    @Autowired
    Customers customers;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    EventDoor door;

    @BeforeEach
    void aShop() {
        accounts.open(new ChannelAccount("shop", "青禾家居商城", "您好", List.of()));
        door = new EventDoor(port, clock);
    }

    @Test
    void erasingTakesThePathAndTheStepsAndNothingOfOthers() {
        viewed("1", "lin");
        viewed("2", "lin");
        viewed("3", "zhou");
        CustomerId lin = fileOf("lin");

        var erased = transaction.execute(status -> privacy.erase(lin));

        assertThat(erased).containsEntry("events", 2);
        assertThat(count("journey.event")).isEqualTo(1);
        assertThat(count("journey.step")).isEqualTo(1);
        viewed("4", "lin");
        assertThat(count("journey.step")).as("the node does not remember steps that are gone").isEqualTo(2);
    }

    @Test
    void theArchiveHoldsEveryEvent() {
        viewed("1", "lin");
        String section = privacy.sections().getFirst().sql();

        assertThat(sql.sql(section).param("customer", fileOf("lin").value()).query().listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "Product Viewed").containsEntry("sku", "QH-1"));
    }

    @Test
    void oldEventsAreForgottenAFewAtATime() {
        for (int number = 0; number < 5; number++) {
            viewed("m-" + number, "lin");
        }
        clock.advance(Duration.ofDays(2));
        viewed("new", "lin");

        var before = clock.instant().minus(Duration.ofDays(1));
        assertThat(privacy.forget(before, 3)).isEqualTo(3);
        assertThat(privacy.forget(before, 3)).isEqualTo(2);
        assertThat(count("journey.event")).isEqualTo(1);
        assertThat(count("journey.step")).isEqualTo(1);
    }

    @Test
    void theTimelineTellsOfItInWords() {
        viewed("1", "lin");
        clock.advance(Duration.ofMinutes(1));
        viewed("2", "lin");
        CustomerId lin = fileOf("lin");

        var newest = timeline.page(lin, Set.of("event"), Before.newest(), 1);
        assertThat(newest).singleElement().satisfies(line -> assertThat(line.title().zh()).isEqualTo("浏览商品 羊毛地毯"));
        assertThat(timeline.page(lin, Set.of("event"), Before.of(newest.getFirst()), 5)).hasSize(1);
        assertThat(timeline.page(lin, Set.of("order"), Before.newest(), 5)).isEmpty();
    }

    private void viewed(String id, String who) {
        door.fromPage("shop", """
                {"type":"track","messageId":"%s","anonymousId":"%s","event":"Product Viewed",
                 "properties":{"sku":"QH-1","name":"羊毛地毯"},"timestamp":"%s"}""".formatted(id, who, clock.instant()));
    }

    private CustomerId fileOf(String anonymousId) {
        return customers.recognise(Identity.visitor(anonymousId), CustomerFacts.from("test"));
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
