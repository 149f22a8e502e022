package com.huixiang.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the story out of the tables again: everything that came in through the demo shop, and every member, group,
 * category and customer the story made, unless somebody has used it for something else meanwhile.
 */
@InDemo
@Component
class Removal {

    private static final String CONVERSATIONS =
            "(select id from conversation.conversation where channel_id in ('" + Company.SITE + "', '" + Branches.MINI
                    + "') or store_id in (select id from demo.made where thing = 'store'))";
    private static final String MEMBERS = "(select id from demo.made where thing = 'member')";
    private static final String GROUPS = "(select id from demo.made where thing = 'group')";

    private final JdbcClient sql;

    Removal(JdbcClient sql) {
        this.sql = sql;
    }

    void remove() {
        sql.sql("select id from conversation.conversation where id in " + CONVERSATIONS + " order by id for update")
                .query(Object.class)
                .list();
        removeConversations();
        removeTrade();
        removeCustomers();
        removeCompany();
        run("delete from demo.part");
        run("delete from demo.made");
    }

    private void removeConversations() {
        for (String table : new String[] {"message", "assignment", "participant", "reading", "closure", "left_message", "listening"}) {
            run("delete from conversation." + table + " where conversation_id in " + CONVERSATIONS);
        }
        for (String table : new String[] {"warning", "breach", "clock", "counted"}) {
            run("delete from sla." + table + " where conversation_id in " + CONVERSATIONS);
        }
        run("delete from sla.rollup where channel_id = '" + Company.SITE + "'");
        run("delete from routing.target where conversation_id in " + CONVERSATIONS);
        run("delete from task.task where conversation_id in " + CONVERSATIONS);
        run("delete from channel.outbound where conversation_id in " + CONVERSATIONS);
        run("delete from conversation.conversation where id in " + CONVERSATIONS);
    }

    /** Every order, cart, product and shop of the story; what another source has told of since stays. */
    private void removeTrade() {
        run("delete from shop.order_mirror where source = '" + Trade.SOURCE + "'");
        run("delete from shop.cart where shop in " + Trade.SHOPS);
        run("delete from shop.product p where brand = '" + Trade.BRAND + "' and sku like 'QH-%'"
                + " and not exists (select from shop.line l where l.sku = p.sku)");
        run("delete from shop.shop s where code in " + Trade.SHOPS
                + " and not exists (select from shop.order_mirror o where o.shop = s.code)"
                + " and not exists (select from shop.cart c where c.shop = s.code)");
    }

    /** Whoever the story made or the demo shop brought, and whose file became part of theirs; not who came elsewhere too. */
    private void removeCustomers() {
        run("""
            create temporary table going on commit drop as
            with made as (
                select id from demo.made where thing in ('customer', 'shopper')
                 union select id from customer.customer where source = 'web:demo' or source like 'store:store-%')
            select k.id from customer.customer k
             where (k.id in (select id from made) or k.merged_into in (select id from made))
               and not exists (select from conversation.conversation c where c.customer_id in (k.id, k.merged_into))""");
        String going = "(select id from going)";
        run("delete from conversation.attachment where owner in (select 'customer:' || id from going)");
        run("delete from journey.event where site = '" + Company.SITE + "' or customer_id in " + going);
        run("delete from journey.step where site = '" + Company.SITE + "' or customer_id in " + going);
        run("delete from routing.binding where customer_id in " + going);
        run("delete from customer.merge where from_id in " + going + " or into_id in " + going);
        run("delete from customer.same_device where one in " + going + " or other in " + going);
        run("delete from customer.not_the_same where one in " + going + " or other in " + going);
        for (String table : new String[] {
            "tag", "note", "identity", "field_value", "contact_person", "consent", "settled_conflict", "erasure"
        }) {
            run("delete from customer." + table + " where customer_id in " + going);
        }
        for (String table : new String[] {"facts", "member", "due", "untold"}) {
            run("delete from segment." + table + " where customer_id in " + going);
        }
        run("delete from customer.customer where id in " + going);
        String audience = "(select id from segment.rule where by_name = '" + Audience.AUTHOR + "' and version = 1)";
        run("delete from customer.tag where rule_id in (select 'segment.' || id from segment.rule where id in " + audience + ")");
        for (String table : new String[] {"member", "trend", "rule_version"}) {
            run("delete from segment." + table + " where rule_id in " + audience);
        }
        run("delete from segment.rule where id in " + audience);
    }

    private void removeCompany() {
        run("delete from routing.matrix_row where group_id in " + GROUPS);
        run("delete from routing.rhythm where group_id in " + GROUPS);
        run("delete from routing.binding where agent_id in " + MEMBERS);
        run("update routing.binding set deputy_id = null where deputy_id in " + MEMBERS);
        run("update routing.standard set silence_secs = default where silence_secs = " + Company.PATIENCE.toSeconds());
        run("update conversation.conversation set group_id = null where group_id in " + GROUPS);
        run("delete from conversation.attachment where owner in (select 'staff:' || id from demo.made where thing = 'member')");
        run("delete from staff.script where owner_id in " + MEMBERS);
        run("delete from staff.skill where member_id in " + MEMBERS + " or group_id in " + GROUPS);
        run("delete from staff.presence where member_id in " + MEMBERS);
        run("delete from staff.member where id in " + MEMBERS);
        run("update staff.skill_group set overflow_id = null where overflow_id in " + GROUPS);
        run("delete from staff.skill_group where id in " + GROUPS);
        String unused = " and not exists (select from conversation.closure x where x.category_id = t.id)"
                + " and not exists (select from conversation.category child where child.parent_id = t.id)";
        String category = "delete from conversation.category t where id in (select id from demo.made where thing = 'category')";
        run(category + " and parent_id is not null" + unused);
        run(category + unused);
        run("delete from connect.webhook where account = '" + Branches.MINI + "'");
        run("delete from connect.api_key where account = '" + Branches.MINI + "'");
        run("delete from connect.received where account = '" + Branches.MINI + "'");
        run("delete from channel.account where id in ('" + Company.SITE + "', '" + Branches.MINI + "')");
        run("delete from channel.account where kind = 'STORE' and right(id, 12) in"
                + " (select right(id::text, 12) from demo.made where thing = 'store')");
        run("delete from staff.store where id in (select id from demo.made where thing = 'store')");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
