package com.huixiang.demo;

import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.channel.Visitors.Vouched;
import com.huixiang.connect.ApiKeys;
import com.huixiang.connect.Webhooks;
import com.huixiang.demo.StoryRepository.Thing;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.Store;
import com.huixiang.store.WalkIns;
import com.huixiang.store.WalkIns.Arrival;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The other ways to 青禾家居: three stores with somebody at the door, a mini-program that is connected through the API and
 * whose server was away for a while, and a customer who wants to be called. Told once, after the story.
 */
@InDemo
@Component
class Branches {

    static final String MINI = "demo-mini";

    /** Nobody listens there. */
    private static final String AWAY = "http://localhost:9/huixiang";

    private final DemoShop shop;
    private final StoryRepository story;
    private final Staff staff;
    private final ChannelAccounts channels;
    private final Visitors visitors;
    private final Inbox inbox;
    private final WalkIns walkIns;
    private final ApiKeys keys;
    private final Webhooks webhooks;
    private final JdbcClient sql;
    private final Clock clock;

    Branches(
            DemoShop shop,
            StoryRepository story,
            Staff staff,
            ChannelAccounts channels,
            Visitors visitors,
            Inbox inbox,
            WalkIns walkIns,
            ApiKeys keys,
            Webhooks webhooks,
            JdbcClient sql,
            Clock clock) {
        this.shop = shop;
        this.story = story;
        this.staff = staff;
        this.channels = channels;
        this.visitors = visitors;
        this.inbox = inbox;
        this.walkIns = walkIns;
        this.keys = keys;
        this.webhooks = webhooks;
        this.sql = sql;
        this.clock = clock;
    }

    void open() {
        Store west = store("CX", "城西店", "城西大道 18 号 2 楼", "028-8700 1801", "hemei");
        Store xuhui = store("XH", "徐汇店", "漕溪北路 88 号", "021-6400 1802", "mahui");
        store("JJ", "锦江店", "锦江东路 6 号", "028-8600 1803", "dengchao");
        connectTheMiniProgram(actor("admin"));
        wantsACall("M1002");
        walkIns.register(actor("hemei"), west.id(), new Arrival(null, null, "M1001", "return", "线上买的靠垫想在店里换个颜色"));
        walkIns.register(actor("hemei"), west.id(), new Arrival("陈先生", null, null, "pre-sale", "看看 1.8 米的床架"));
        walkIns.register(actor("mahui"), xuhui.id(), new Arrival("顾女士", "13900001203", null, "order", "来提上周订的落地灯"));
    }

    private Store store(String code, String name, String address, String phone, String specialist) {
        Store store = staff.stores().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseGet(() -> staff.openStore(code, name, address, phone));
        story.made(Thing.STORE, List.of(store.id().value()));
        staff.byLogin(specialist).ifPresent(member -> staff.post(member.id(), store.id()));
        return store;
    }

    private Actor actor(String login) {
        return staff.actor(staff.byLogin(login).orElseThrow().id());
    }

    private void connectTheMiniProgram(Actor admin) {
        channels.open(new ChannelAccount(
                MINI, ChannelAccount.Kind.API, "青禾家居小程序", "", List.of(), List.of(), true));
        keys.make(admin, MINI, "小程序后台");
        Webhooks.Added added = webhooks.add(
                admin, new Webhooks.Wanted(MINI, AWAY, List.of("message", "assigned", "closed"), true));
        writeADeadLetter(added.webhook().id());
    }

    /** The past is written by hand: yesterday the mini-program's server did not answer, eight times. */
    private void writeADeadLetter(UUID webhook) {
        Instant yesterday = clock.instant().minus(Duration.ofHours(20));
        UUID id = Uuid7.at(yesterday);
        sql.sql(
                        """
                        insert into connect.delivery
                               (id, webhook_id, conversation_id, seq, event, body, state, attempts, next_at, error, took_ms,
                                created_at, done_at)
                        select :id, :webhook, c.id, c.last_seq, 'message',
                               jsonb_build_object('delivery', :id::text, 'event', 'message', 'account', :account::text,
                                                  'conversation', c.id, 'seq', c.last_seq, 'kind', 'text',
                                                  'author', jsonb_build_object('kind', 'agent', 'name', '小芳'),
                                                  'body', jsonb_build_object('text', '您的补发单已经发出,预计后天送到'))::text,
                               'DEAD', 8, :at, 'ConnectException: Connection refused', 12, :at, :at
                          from conversation.conversation c
                         where c.channel_id = :site and c.state = 'CLOSED'
                         order by c.closed_at desc limit 1""")
                .param("id", id)
                .param("webhook", webhook)
                .param("account", MINI)
                .param("site", Company.SITE)
                .param("at", StoryRepository.utc(yesterday))
                .update();
    }

    private void wantsACall(String member) {
        DemoShop.Vouched word = shop.vouchFor(member);
        Visitor customer = visitors.admit(Company.SITE, null, new Vouched(word.identity(), word.signature()))
                .visitor();
        inbox.askForCallBack(customer, "13900008866", null, "想问一下衣柜的上门测量怎么约");
    }
}
