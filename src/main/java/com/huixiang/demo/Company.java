package com.huixiang.demo;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccount.Entrance;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.CustomerId;
import com.huixiang.demo.StoryBook.Account;
import com.huixiang.demo.StoryBook.Shopper;
import com.huixiang.demo.StoryRepository.Thing;
import com.huixiang.kernel.Uuid7;
import com.huixiang.routing.Bindings;
import com.huixiang.routing.Matrix;
import com.huixiang.routing.Matrix.Cell;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Staff;
import com.huixiang.staff.Staff.Newcomer;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens 青禾家居 for business: people, groups, categories, routing rules, and the chat of the shop. */
@InDemo
@Component
class Company {

    static final String SITE = "demo";
    static final String NAME = "青禾家居";
    /** A newcomer reads before he answers: his customers are taken from him after this time. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String GREETING = "您好，欢迎来到青禾家居！想了解商品、查物流还是处理售后？点下面的选项，或者直接告诉我们。";
    private static final List<Entrance> MENU = List.of(
            new Entrance("pre-sale", "挑选商品"),
            new Entrance("logistics", "查物流"),
            new Entrance("return", "退换货"),
            new Entrance("order", "修改订单"),
            new Entrance("invoice", "开发票"),
            new Entrance("membership", "会员与积分"));

    private final StoryBook book;
    private final Staff staff;
    private final ChannelAccounts channels;
    private final Matrix matrix;
    private final Bindings bindings;
    private final StoryRepository story;
    private final JdbcClient sql;
    private final Clock clock;

    Company(
            StoryBook book,
            Staff staff,
            ChannelAccounts channels,
            Matrix matrix,
            Bindings bindings,
            StoryRepository story,
            JdbcClient sql,
            Clock clock) {
        this.book = book;
        this.staff = staff;
        this.channels = channels;
        this.matrix = matrix;
        this.bindings = bindings;
        this.story = story;
        this.sql = sql;
        this.clock = clock;
    }

    record Colleague(StaffId id, Account account) {}

    /** What the past needs to know of the company. */
    record Opened(List<Colleague> colleagues, Map<String, GroupId> groups, Map<String, UUID> categories) {

        List<Colleague> serving(String group) {
            return colleagues.stream()
                    .filter(colleague -> colleague.account().skills().containsKey(group))
                    .toList();
        }

        StaffId idOf(String login) {
            return colleagues.stream()
                    .filter(colleague -> colleague.account().login().equals(login))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }

    /** Whoever and whatever is there already is taken as it is, and stays when the story goes. */
    Opened open() {
        channels.open(new ChannelAccount(SITE, NAME, GREETING, MENU));
        Map<String, GroupId> groups = formGroups();
        List<Colleague> colleagues = hire(groups);
        Map<String, UUID> categories = nameCategories();
        writeMatrix(groups);
        letPeopleTakeTheirTime();
        story.made(Thing.CATEGORY, categories.values());
        return new Opened(colleagues, groups, categories);
    }

    private Map<String, GroupId> formGroups() {
        Map<String, GroupId> groups = new HashMap<>();
        staff.groups().forEach(known -> groups.put(known.name(), known.id()));
        for (StoryBook.Group group : book.groups()) {
            if (!groups.containsKey(group.name())) {
                GroupId overflow = group.overflow() == null ? null : groups.get(group.overflow());
                GroupId formed = staff.form(group.name(), overflow).id();
                groups.put(group.name(), formed);
                story.made(Thing.GROUP, List.of(formed.value()));
            }
        }
        return groups;
    }

    private List<Colleague> hire(Map<String, GroupId> groups) {
        List<Colleague> colleagues = new ArrayList<>();
        for (Account account : book.accounts()) {
            StaffId id = staff.byLogin(account.login())
                    .map(StaffMember::id)
                    .orElseGet(() -> hired(account, book.password()));
            account.skills().forEach((group, level) -> staff.qualify(id, groups.get(group), level));
            colleagues.add(new Colleague(id, account));
        }
        return colleagues;
    }

    private StaffId hired(Account account, String password) {
        StaffId id = staff.hire(new Newcomer(
                        account.login(),
                        account.name(),
                        account.nickname(),
                        account.role(),
                        password,
                        null,
                        account.capacity()))
                .id();
        story.made(Thing.MEMBER, List.of(id.value()));
        return id;
    }

    private Map<String, UUID> nameCategories() {
        Map<String, UUID> categories = new HashMap<>();
        int ordinal = 0;
        for (List<String> family : book.categories()) {
            UUID parent = null;
            for (String name : family) {
                UUID id = Uuid7.next(clock);
                sql.sql("insert into conversation.category (id, parent_id, name, ordinal) values (?, ?, ?, ?)")
                        .params(id, parent, name, ordinal++)
                        .update();
                categories.put(name, id);
                parent = parent == null ? id : parent;
            }
        }
        return categories;
    }

    private void writeMatrix(Map<String, GroupId> groups) {
        for (StoryBook.Rule rule : book.rules()) {
            Cell cell = new Cell(rule.issue(), rule.urgency(), rule.value());
            matrix.put(cell, groups.get(rule.group()), rule.minLevel());
        }
    }

    private void letPeopleTakeTheirTime() {
        sql.sql("update routing.standard set silence_secs = ?").param(PATIENCE.toSeconds()).update();
    }

    /** T-06: his own agent, if the story gives him one. */
    void lookAfter(CustomerId customer, Shopper shopper, Opened opened) {
        if (shopper.agent() != null) {
            Actor admin = staff.actor(opened.idOf("admin"));
            StaffId deputy = shopper.deputy() == null ? null : opened.idOf(shopper.deputy());
            bindings.bind(customer, opened.idOf(shopper.agent()), deputy, admin);
        }
    }
}
