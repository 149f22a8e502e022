package com.huixiang.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffMember;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T-06 over HTTP: who answers this customer before anybody else. */
@HuixiangTest
class BindingTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Customers customers;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private StaffMember wang;
    private StaffMember li;
    private CustomerId lin;
    private StaffBrowser supervisor;

    @BeforeEach
    void aShop() {
        wang = people.hire("王芳", Role.AGENT);
        li = people.hire("李强", Role.AGENT);
        lin = customers.recognise(Identity.member("lin"), CustomerFacts.from("shop").named("林晓"));
        supervisor = signedIn(people.hire("周主管", Role.SUPERVISOR));
    }

    @Test
    void aSupervisorGivesACustomerAnAgentOfHisOwnAndADeputy() {
        var answer = supervisor.put(binding(lin), wanted(wang.id(), li.id()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/dedicated/name").asString()).isEqualTo("王芳");
        assertThat(supervisor.get(binding(lin)).body().at("/deputy/name").asString()).isEqualTo("李强");
    }

    @Test
    void withoutAnAgentTheCustomerBelongsToEverybodyAgain() {
        supervisor.put(binding(lin), wanted(wang.id(), li.id()));

        var answer = supervisor.put(binding(lin), wanted(null, null));

        assertThat(answer.body().path("dedicated").isNull()).isTrue();
        assertThat(answer.body().path("deputy").isNull()).isTrue();
    }

    @Test
    void anAgentMayLookAndMayNotDecide() {
        StaffBrowser agent = signedIn(wang);

        assertThat(agent.get(binding(lin)).status()).isEqualTo(200);
        assertThat(agent.put(binding(lin), wanted(wang.id(), null)).code()).isEqualTo("staff.not-allowed");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        StaffId nobody = new StaffId(Uuid7.next(clock));

        assertThat(supervisor.put(binding(lin), wanted(nobody, null)).code()).isEqualTo("routing.agent-not-found");
        assertThat(supervisor.put(binding(lin), wanted(wang.id(), wang.id())).code())
                .isEqualTo("routing.deputy-is-the-agent");
        assertThat(supervisor.put(binding(lin), wanted(null, li.id())).code())
                .isEqualTo("routing.deputy-without-agent");
        assertThat(supervisor.get(binding(new CustomerId(Uuid7.next(clock)))).code()).isEqualTo("customer.not-found");
    }

    @Test
    void theBindingFollowsACustomerWhoseFileBecamePartOfAnother() {
        CustomerId visitor = customers.recognise(Identity.visitor("browser"), CustomerFacts.from("shop"));
        supervisor.put(binding(visitor), wanted(wang.id(), null));

        customers.identify(visitor, Identity.member("lin"), CustomerFacts.from("shop"), "signed in at the shop");

        assertThat(supervisor.get(binding(lin)).body().at("/dedicated/name").asString()).isEqualTo("王芳");
    }

    private StaffBrowser signedIn(StaffMember member) {
        return new StaffBrowser(port).signIn(member.login(), StaffFixtures.PASSWORD);
    }

    private static String binding(CustomerId customer) {
        return "/api/customers/" + customer + "/binding";
    }

    private static String wanted(StaffId agent, StaffId deputy) {
        return "{\"agentId\": %s, \"deputyId\": %s}".formatted(quoted(agent), quoted(deputy));
    }

    private static String quoted(StaffId id) {
        return id == null ? "null" : "\"" + id + "\"";
    }
}
