package com.huixiang.staff;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.HuixiangTest;
import com.huixiang.staff.Staff.Newcomer;
import com.huixiang.staff.StaffLists.Colleague;
import com.huixiang.staff.StaffLists.GroupName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuixiangTest
class StaffModuleTests {

    @Autowired
    Staff staff;

    @Autowired
    StaffLists lists;

    @Autowired
    StaffFixtures people;

    @Autowired
    JdbcClient sql;

    @Test
    void aLoginIsGivenOnceInCapitalsOrNot() {
        hire("wangfang", "secret-words");

        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> hire("WangFang", "secret-words"))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.login-taken"));
    }

    @Test
    void aShortOrAnEndlessPasswordIsRefused() {
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> hire("chen", "1234567"));
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> hire("chen", "密".repeat(25)));
        assertThat(staff.byLogin("chen")).isEmpty();
    }

    @Test
    void theActorKnowsHisRoleAndTheGroupsHeServes() {
        SkillGroup aftersales = people.group("售后组");
        SkillGroup presales = people.group("售前组");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), aftersales.id(), 4);

        Actor actor = staff.actor(wang.id().toString());

        assertThat(actor.serves(aftersales.id())).isTrue();
        assertThat(actor.serves(presales.id())).isFalse();
        assertThat(actor.mayLead()).isFalse();
        assertThat(people.supervisor("李强").mayLead()).isTrue();
        assertThat(staff.skills()).containsExactly(new Skill(wang.id(), aftersales.id(), 4));
    }

    @Test
    void whoeverHasLeftIsNobody() {
        StaffMember wang = people.hire("王芳", Role.AGENT);
        sql.sql("update staff.member set active = false where id = :id")
                .param("id", wang.id().value())
                .update();

        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> staff.actor(wang.id().toString()))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.not-signed-in"));
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> staff.signIn(wang.login(), PASSWORD));
        assertThat(lists.colleagues()).extracting(Colleague::id).doesNotContain(wang.id());
    }

    @Test
    void colleaguesAreShownWithTheirGroupsAndPresence() {
        SkillGroup aftersales = people.group("售后组");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), aftersales.id(), 5);

        Colleague shown = lists.colleague(wang.id()).orElseThrow();

        assertThat(shown.nickname()).isEqualTo("王客服");
        assertThat(shown.groups()).containsExactly(new GroupName(aftersales.id(), "售后组"));
        assertThat(shown.presence().state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(shown.capacity()).isEqualTo(5);
    }

    @Test
    void aChangedPasswordReplacesTheOldOne() {
        StaffMember wang = people.hire("王芳", Role.AGENT);

        staff.changePassword(wang.id(), PASSWORD, "another-horse");

        assertThat(staff.signIn(wang.login(), "another-horse")).isEqualTo(wang);
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> staff.signIn(wang.login(), PASSWORD));
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> staff.changePassword(wang.id(), "not-the-password", "yet-another-horse"));
    }

    private StaffMember hire(String login, String password) {
        return staff.hire(new Newcomer(login, "王芳", "小芳", Role.AGENT, password, null, 5));
    }
}
