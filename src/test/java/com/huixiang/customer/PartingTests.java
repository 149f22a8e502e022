package com.huixiang.customer;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.caller;
import static com.huixiang.customer.CustomerFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationLists;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.conversation.VisitorLists;
import com.huixiang.customer.CustomerMerges.Amount;
import com.huixiang.customer.CustomerMerges.MergeView;
import com.huixiang.kernel.Caller;
import com.huixiang.routing.Bindings;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E-05: somebody makes two files one, and it was a mistake. */
@HuixiangTest
class PartingTests {

    private static final Caller SUPERVISOR = caller(AGENT_WANG, true);
    private static final Caller AGENT = caller(AGENT_WANG, false);

    @Autowired
    Customers customers;

    @Autowired
    CustomerLists lists;

    @Autowired
    CustomerMerges merges;

    @Autowired
    CustomerSuggestions suggestions;

    @Autowired
    Conversations conversations;

    @Autowired
    ConversationLists conversationLists;

    @Autowired
    VisitorLists visitorLists;

    @Autowired
    Bindings bindings;

    @Autowired
    Staff staff;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    CustomerId lin;
    CustomerId zhou;
    Actor lead;

    @BeforeEach
    void twoFilesWithALife() {
        lin = customers.recognise(Identity.member("M1001"), web().named("林晓").reachedBy("13800138000", null));
        clock.advance(Duration.ofMinutes(5));
        zhou = customers.recognise(Identity.member("M2002"), web().named("周舟").reachedBy(null, "zhou@example.com"));
        customers.tag(lin, "老客户", AGENT_WANG, "三年会员");
        customers.tag(zhou, "老客户", AGENT_WANG, "自称");
        customers.tag(zhou, "爱喝茶", AGENT_WANG, null);
        customers.note(zhou, "喜欢晚上联系", AGENT_WANG);
        conversations.open(opening(zhou));
        lead = staff.actor(people.hire("周敏", Role.ADMIN).id());
        bindings.bind(zhou, people.agent("陈晨").id(), null, lead);
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void bothFilesAreExactlyAsTheyWere() {
        var linBefore = lists.file(lin);
        var zhouBefore = lists.file(zhou);
        var bindingBefore = bindings.of(zhou);

        MergeView merge = merges.merge(zhou, lin, "同一个人", SUPERVISOR);
        assertThat(lists.file(zhou).id()).isEqualTo(lin);
        assertThat(lists.file(lin).email()).isEqualTo("zhou@example.com");
        assertThat(conversationLists.ofCustomer(lin, null, 10).items()).hasSize(1);
        assertThat(bindings.of(lin).dedicated()).isNotNull();
        assertThat(merge.moved()).isEqualTo(new Amount(2, 2, 1, 1));

        clock.advance(Duration.ofHours(1));
        MergeView undone = merges.part(merge.id(), "认错人了", SUPERVISOR);

        assertThat(lists.file(lin)).isEqualTo(linBefore);
        assertThat(lists.file(zhou)).isEqualTo(zhouBefore);
        assertThat(conversationLists.ofCustomer(zhou, null, 10).items()).hasSize(1);
        assertThat(conversationLists.ofCustomer(lin, null, 10).items()).isEmpty();
        assertThat(bindings.of(zhou)).isEqualTo(bindingBefore);
        assertThat(bindings.of(lin).dedicated()).isNull();
        assertThat(undone.undone().returned()).isEqualTo(new Amount(2, 2, 1, 1));
        assertThat(undone.undone().stayed()).isEqualTo(new Amount(0, 0, 0, 0));
    }

    @Test
    void whatCameAfterTheMergeStaysAndIsExplained() {
        MergeView merge = merges.merge(zhou, lin, "同一个人", SUPERVISOR);
        clock.advance(Duration.ofHours(1));
        customers.note(lin, "合并之后写的", AGENT_WANG);
        customers.tag(lin, "新标签", AGENT_WANG, null);
        customers.change(lin, new Customers.Change(null, null, "new@example.com", null), SUPERVISOR);
        var open = visitorLists.openOf(lin).orElseThrow();
        conversations.closeBy(lin, new ConversationId(open.id()));
        conversations.open(opening(lin));

        MergeView undone = merges.part(merge.id(), "认错人了", SUPERVISOR);

        assertThat(lists.file(lin).notes()).extracting(CustomerLists.Note::text).containsExactly("合并之后写的");
        assertThat(lists.file(lin).tags()).extracting(CustomerLists.Tag::name).contains("老客户", "新标签");
        assertThat(lists.file(lin).email()).isEqualTo("new@example.com");
        assertThat(undone.undone().stayed()).isEqualTo(new Amount(0, 1, 1, 1));
        assertThat(conversationLists.ofCustomer(lin, null, 10).items()).hasSize(1);
        assertThat(conversationLists.ofCustomer(zhou, null, 10).items()).hasSize(1);
    }

    @Test
    void aLaterMergeIsTakenBackFirst() {
        CustomerId third = customers.recognise(Identity.member("M3003"), web().named("吴桐"));
        MergeView first = merges.merge(zhou, lin, "同一个人", SUPERVISOR);
        MergeView second = merges.merge(lin, third, "同一个人", SUPERVISOR);
        assertThat(customers.current(zhou)).isEqualTo(third);

        assertThatThrownBy(() -> merges.part(first.id(), "认错人了", SUPERVISOR))
                .hasMessageContaining("customer.later-merge-stands");
        merges.part(second.id(), "认错人了", SUPERVISOR);
        assertThat(customers.current(zhou)).isEqualTo(lin);
        merges.part(first.id(), "认错人了", SUPERVISOR);

        assertThat(customers.current(zhou)).isEqualTo(zhou);
        assertThatThrownBy(() -> merges.part(first.id(), "再一次", SUPERVISOR))
                .hasMessageContaining("customer.parted-already");
    }

    @Test
    void onlyWhoMayDoesItAndItIsInTheAuditTrail() {
        assertThatThrownBy(() -> merges.merge(zhou, lin, "同一个人", AGENT)).hasMessageContaining("customer.merge-not-yours");
        assertThatThrownBy(() -> merges.merge(zhou, zhou, "同一个人", SUPERVISOR)).hasMessageContaining("customer.same-file");

        MergeView merge = merges.merge(zhou, lin, "同一个人", SUPERVISOR);
        assertThatThrownBy(() -> merges.part(merge.id(), "认错人了", AGENT)).hasMessageContaining("customer.merge-not-yours");
        merges.part(merge.id(), "认错人了", SUPERVISOR);

        assertThat(sql.sql("select verb || ' ' || reason from audit.entry where verb like 'customer.%' order by at, id")
                        .query(String.class)
                        .list())
                .containsExactly("customer.merged 同一个人", "customer.merge.undone 认错人了");
        assertThat(merges.of(zhou)).hasSize(1);
        assertThat(merges.of(lin).getFirst().undone().by().name()).isEqualTo("王芳");
    }

    @Test
    void whoMayBeTheSameIsSuggestedWithTheReasonsUntilSomebodySaysNo() {
        CustomerId again = customers.recognise(
                Identity.visitor("other"), web().named("林晓").reachedBy("0086 138-0013-8000", null));
        customers.metAtOneBrowser(lin, zhou);

        var found = suggestions.of(lin, SUPERVISOR);
        assertThat(found).extracting(one -> one.customer().id()).containsExactly(again, zhou);
        assertThat(found.getFirst().why().getFirst().zh()).contains("13800138000");
        assertThat(suggestions.of(lin, AGENT).getFirst().why().getFirst().zh()).contains("138****8000");
        assertThat(found.getFirst().score()).isGreaterThan(found.getLast().score());

        suggestions.dismiss(lin, zhou, SUPERVISOR);
        assertThat(suggestions.of(lin, SUPERVISOR)).extracting(one -> one.customer().id()).containsExactly(again);
        assertThat(suggestions.of(zhou, SUPERVISOR)).isEqualTo(List.of());
    }

    private static Opening opening(CustomerId customer) {
        return new Opening(customer, new Touchpoint("demo", "web", "官网"), null, IssueType.OTHER, null);
    }
}
