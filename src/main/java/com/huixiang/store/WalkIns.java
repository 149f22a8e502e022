package com.huixiang.store;

import com.huixiang.audit.AuditTrail;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccount.Entrance;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.ConversationLists.Row;
import com.huixiang.conversation.ConversationState;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.customer.Customer;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.kernel.Problem;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.Store;
import com.huixiang.staff.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** FRONT DOOR: customers who walk into a store, from the registration to the moment somebody stands in front of them. */
@Service
public class WalkIns {

    private static final String TERMINAL = "terminal";

    /** What people come into a store about. */
    private static final List<Entrance> MENU = List.of(
            new Entrance("pre-sale", "选购咨询"),
            new Entrance("order", "提货 / 订单"),
            new Entrance("return", "退换货"),
            new Entrance("membership", "会员 / 积分"),
            new Entrance("complaint", "投诉建议"),
            new Entrance("other", "其他"));

    private final Staff staff;
    private final Customers customers;
    private final Conversations conversations;
    private final Assignments assignments;
    private final ConversationLists lists;
    private final ChannelAccounts accounts;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final Clock clock;

    WalkIns(
            Staff staff,
            Customers customers,
            Conversations conversations,
            Assignments assignments,
            ConversationLists lists,
            ChannelAccounts accounts,
            Inbox inbox,
            AuditTrail audit,
            Clock clock) {
        this.staff = staff;
        this.customers = customers;
        this.conversations = conversations;
        this.assignments = assignments;
        this.lists = lists;
        this.accounts = accounts;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody at the door says of himself; at least one of the first three. */
    public record Arrival(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String memberCode,
            @Nullable String issue,
            @Nullable String text) {}

    /** What the customer reads at the terminal. */
    public record Registered(String name, String store, int ahead) {}

    /** The queue of a store and who is being served. */
    public record Floor(Store store, List<Row> waiting, List<Row> serving) {}

    /** What a terminal shows. */
    public record Terminal(String store, List<Entrance> menu) {}

    // ---- Registering -----------------------------------------------------------------------------------------------

    /** A specialist registers somebody who has walked in. */
    public Row register(Actor actor, StoreId store, Arrival arrival) {
        checkWorksIn(actor, store);
        return lists.row(arrive(storeOf(store), arrival), actor);
    }

    /** The customer registers himself at the terminal by the door. */
    public Registered registerAt(String terminal, Arrival arrival) {
        Store store = storeBehind(terminal);
        ConversationId visit = arrive(store, arrival);
        Customer customer = customers.get(conversations.get(visit).customer());
        return new Registered(customer.name(), store.name(), lists.waitingBefore(visit, store.id()));
    }

    private ConversationId arrive(Store store, Arrival arrival) {
        ChannelAccount account = accountOf(store);
        Customer customer = customerOf(account, arrival);
        IssueType issue = arrival.issue() == null ? IssueType.OTHER : IssueType.of(arrival.issue());
        ConversationId visit = assignments.walkIn(
                new Opening(customer.id(), account.touchpoint(), null, issue, null), store.id());
        inbox.accept(
                        new Visitor(account, customer.id(), customer.name(), customer.known()),
                        new Draft(Uuid7.next(clock), new Body.Text(wordsOf(arrival, issue)), null),
                        new Circumstances(visit, null, arrival.issue()),
                        false)
                .join();
        return visit;
    }

    /** A member number or a telephone number makes him the same customer as on line (E-02); a name alone a new one. */
    private Customer customerOf(ChannelAccount account, Arrival arrival) {
        CustomerFacts facts = CustomerFacts.from("store:" + account.id());
        if (arrival.name() != null && !arrival.name().isBlank()) {
            facts = facts.named(arrival.name().strip());
        }
        Identity identity = isSaid(arrival.memberCode())
                ? Identity.member(arrival.memberCode().strip())
                : isSaid(arrival.phone())
                        ? new Identity(Identity.Kind.PHONE, arrival.phone())
                        : Identity.visitor(Uuid7.next(clock).toString());
        if (identity.kind() == Identity.Kind.VISITOR && facts.name() == null) {
            throw StoreProblem.whoAreYou();
        }
        return customers.get(customers.recognise(identity, facts));
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static String wordsOf(Arrival arrival, IssueType issue) {
        return isSaid(arrival.text()) ? arrival.text() : "到店:" + issue.chinese();
    }

    // ---- Serving ---------------------------------------------------------------------------------------------------

    public Floor floor(Actor actor, StoreId id) {
        checkWorksIn(actor, id);
        List<Row> open = lists.inStore(id, actor);
        return new Floor(
                storeOf(id),
                open.stream().filter(row -> row.state() == ConversationState.QUEUED).toList(),
                open.stream().filter(row -> row.state() == ConversationState.HELD).toList());
    }

    /** S-03: the specialist stands in front of him now, or answers him when he writes from elsewhere. */
    public Row receive(Actor actor, ConversationId visit) {
        StoreId store = conversations.get(visit).store();
        if (store == null) {
            throw StoreProblem.unknownStore();
        }
        checkWorksIn(actor, store);
        assignments.take(actor, visit);
        return lists.row(visit, actor);
    }

    /** Where a conversation may be handed to. */
    public List<Store> stores() {
        return staff.stores();
    }

    private void checkWorksIn(Actor actor, StoreId store) {
        if (!actor.stores().contains(store) && !actor.leads(store)) {
            throw StoreProblem.notYourStore();
        }
    }

    private Store storeOf(StoreId id) {
        return staff.stores().stream()
                .filter(store -> store.id().equals(id))
                .findFirst()
                .orElseThrow(StoreProblem::unknownStore);
    }

    // ---- The terminal ----------------------------------------------------------------------------------------------

    /** What opens the registration page on the tablet by the door. Worth nothing once the account has a new secret. */
    public String openTerminal(Actor actor, StoreId id) {
        checkWorksIn(actor, id);
        Store store = storeOf(id);
        ChannelAccount account = accountOf(store);
        audit.note(
                actor.id().value(),
                actor.name(),
                "store.terminal.opened",
                "store",
                id.toString(),
                store.name(),
                null,
                null,
                null);
        String text = id.toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "."
                + accounts.sign(account.id(), TERMINAL);
    }

    public Terminal terminal(String token) {
        Store store = storeBehind(token);
        return new Terminal(store.name(), accountOf(store).menu());
    }

    private Store storeBehind(String token) {
        try {
            int dot = token.indexOf('.');
            StoreId id = StoreId.from(
                    new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8));
            Store store = storeOf(id);
            ChannelAccount account = accounts.get(accountIdOf(id), ChannelAccount.Kind.STORE);
            if (accounts.isSigned(account.id(), TERMINAL, token.substring(dot + 1))) {
                return store;
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException | Problem forged) {
            throw StoreProblem.unknownTerminal();
        }
        throw StoreProblem.unknownTerminal();
    }

    /** Each store is a channel account of its own, opened when it is first needed. */
    private ChannelAccount accountOf(Store store) {
        String id = accountIdOf(store.id());
        return accounts.find(id).orElseGet(() -> {
            accounts.open(new ChannelAccount(
                    id, ChannelAccount.Kind.STORE, store.name(), "", MENU, List.of(), true));
            return accounts.get(id);
        });
    }

    private static String accountIdOf(StoreId store) {
        String text = store.toString();
        return "store-" + text.substring(text.length() - 12);
    }
}
