package com.huixiang.demo;

import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.Webhooks;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Readings;
import com.huixiang.order.Orders;
import com.huixiang.order.Shops;
import com.huixiang.push.LiveTopics;
import com.huixiang.routing.Bindings;
import com.huixiang.routing.Matrix;
import com.huixiang.sla.Clocks;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.store.WalkIns;
import java.time.Clock;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The demo, put together by hand: tests run where it is off, and nothing in it moves unless the test says so. */
@Component
@Scope("prototype")
class DemoFixtures {

    final Story story;
    final DemoShop shop;
    final DemoLife life;
    final Branches branches;
    final Trade trade;

    DemoFixtures(
            Staff staff,
            Presences presences,
            ChannelAccounts channels,
            Inbox inbox,
            Conversations conversations,
            Assignments assignments,
            ConversationLists lists,
            Readings readings,
            LiveTopics live,
            Matrix matrix,
            Bindings bindings,
            JdbcTemplate jdbc,
            JdbcClient sql,
            TransactionTemplate transaction,
            JsonMapper json,
            Visitors visitors,
            WalkIns walkIns,
            ApiKeys keys,
            Webhooks webhooks,
            Clocks clocks,
            Orders orders,
            Shops shops,
            Clock clock) {
        StoryBook book = new StoryBook();
        StoryRepository repository = new StoryRepository(sql);
        PartRepository parts = new PartRepository(sql);
        Company company = new Company(book, staff, channels, matrix, bindings, repository, sql, clock);
        this.shop = new DemoShop(book, repository, channels, json, clock);
        this.branches = new Branches(
                shop, repository, staff, channels, visitors, inbox, walkIns, keys, webhooks, sql, clock);
        this.trade = new Trade(book, orders, shops, sql, clock);
        this.life = new DemoLife(
                book,
                repository,
                parts,
                new Casting(book, parts, clock),
                new PlayedColleagues(book, staff, presences, conversations, assignments, lists, readings),
                new PlayedCustomers(channels, inbox, readings, live, trade),
                clock);
        this.story = new Story(
                book,
                repository,
                new Narrator(book, company, repository, jdbc, json, clocks),
                new Removal(sql),
                life,
                transaction,
                clock);
    }
}
