package com.huixiang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.ConversationLists.Row;
import com.huixiang.conversation.ConversationLists.Tab;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S-03, T-03, E-04: a store as the one that answers. */
@HuixiangTest
class WalkInTests {

    private static final Touchpoint IN_STORE = new Touchpoint("store-nj", "store", "南京西路店");
    private static final Touchpoint ON_LINE = new Touchpoint("shop", "web", "青禾家居");

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    ConversationLists lists;

    @Autowired
    Customers customers;

    @Autowired
    Staff staff;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    Store nanjing;
    Actor specialist;
    Actor neighbour;
    Actor agent;
    CustomerId lin;

    @BeforeEach
    void twoStores() {
        nanjing = staff.openStore("NJ", "南京西路店", "南京西路 1 号", "021-1");
        Store xuhui = staff.openStore("XH", "徐汇店", "漕溪北路 2 号", "021-2");
        specialist = in(nanjing, "周敏");
        neighbour = in(xuhui, "吴杰");
        agent = people.agent("王芳");
        lin = customers.recognise(Identity.member("M1"), CustomerFacts.from("store").named("林晓"));
    }

    private Actor in(Store store, String name) {
        StaffMember member = people.hire(name, Role.STORE_SPECIALIST);
        staff.post(member.id(), store.id());
        return staff.actor(member.id());
    }

    @Test
    void whoeverStandsInAStoreIsSeenByItsSpecialistsAlone() {
        ConversationId visit = walksIn();

        assertThat(queueOf(specialist)).extracting(Row::id).containsExactly(visit.value());
        assertThat(queueOf(neighbour)).isEmpty();
        assertThat(queueOf(agent)).isEmpty();
        assertThat(queueOf(people.supervisor("李强"))).hasSize(1);
        assertThatThrownBy(() -> assignments.take(neighbour, visit)).hasMessageContaining("conversation.not-yours");
        assertThatThrownBy(() -> lists.checkMayRead(neighbour, visit)).hasMessageContaining("conversation.not-yours");
    }

    @Test
    void whoeverTakesHimHasReceivedHim() {
        clock.stop();
        ConversationId visit = walksIn();
        clock.advance(Duration.ofSeconds(90));

        assignments.take(specialist, visit);

        Row row = lists.row(visit, specialist);
        assertThat(row.state()).isEqualTo(ConversationState.HELD);
        assertThat(row.waitingSince()).isNull();
        assertThat(Duration.between(row.openedAt(), row.firstReplyAt())).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void registeringTwiceChangesNothing() {
        ConversationId first = walksIn();
        assignments.take(specialist, first);

        assertThat(walksIn()).isEqualTo(first);
        assertThat(lists.row(first, specialist).state()).isEqualTo(ConversationState.HELD);
    }

    @Test
    void hisOpenConversationGoesOnInTheStore() {
        ConversationId open = conversations.open(new Opening(lin, ON_LINE, null, IssueType.LOGISTICS, null));
        assignments.take(agent, open);

        assertThat(walksIn()).isEqualTo(open);

        Row row = lists.row(open, specialist);
        assertThat(row.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(row.channel().kind()).isEqualTo("store");
        assertThat(row.store().name()).isEqualTo("南京西路店");
    }

    @Test
    void theVisitIsInHisTimelineBesideWhatHeWroteOnLine() {
        conversations.closeBy(lin, conversations.open(new Opening(lin, ON_LINE, null, IssueType.OTHER, null)));
        walksIn();

        assertThat(lists.ofCustomer(lin, null, 10).items())
                .extracting(row -> row.channel().kind())
                .containsExactly("store", "web");
    }

    @Test
    void anAgentHandsAConversationOverToAStore() {
        ConversationId open = conversations.open(new Opening(lin, ON_LINE, null, IssueType.PRE_SALE, null));
        assignments.take(agent, open);

        assignments.transfer(agent, open, nanjing.id(), "想到店看地毯");

        Row row = queueOf(specialist).getFirst();
        assertThat(row.channel().kind()).as("he still writes from the web").isEqualTo("web");
        assertThat(row.store().name()).isEqualTo("南京西路店");
        assignments.take(specialist, open);
        assertThat(lists.row(open, specialist).waitingSince()).as("he waits for an answer").isNotNull();
    }

    @Test
    void aStoreHandsBackToAGroup() {
        var group = people.group("售前");
        ConversationId visit = walksIn();
        assignments.take(specialist, visit);

        assignments.transfer(specialist, visit, group.id(), null);

        assertThat(lists.row(visit, specialist).store()).isNull();
        assertThat(queueOf(specialist)).isEmpty();
    }

    private ConversationId walksIn() {
        return assignments.walkIn(new Opening(lin, IN_STORE, null, IssueType.OTHER, null), nanjing.id());
    }

    private List<Row> queueOf(Actor actor) {
        return lists.list(actor, Tab.QUEUE, null, null, 50).items();
    }
}
