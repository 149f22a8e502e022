package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.HuixiangTest;
import com.huixiang.staff.Scripts.Wording;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S-06: scripts, personal and shared. */
@HuixiangTest
class ScriptsModuleTests {

    @Autowired
    Scripts scripts;

    @Autowired
    ScriptSeed seed;

    @Autowired
    StaffFixtures people;

    Actor wang;
    Actor chen;
    Actor supervisor;

    @BeforeEach
    void threePeople() {
        wang = people.agent("王芳");
        chen = people.agent("陈晨");
        supervisor = people.supervisor("李强");
    }

    @Test
    void everyInstallationBeginsWithTheOpeningTheClosingAndASetForEachScene() {
        List<Script> shared = scripts.list(wang);

        assertThat(shared).extracting(Script::content)
                .contains("您好,我是新零售客服{name},很高兴为您服务,请问有什么可以帮您?", "感谢您的咨询,祝您生活愉快!");
        assertThat(shared).extracting(Script::folder)
                .contains("开场", "结束", "退货", "物流", "投诉", "价格", "缺货", "催付", "发票", "会员", "直播");
        assertThat(shared).allMatch(Script::shared);
        assertThat(shared).filteredOn(script -> script.title().equals("退货流程"))
                .singleElement()
                .satisfies(script -> assertThat(script.initials()).startsWith("thlc"));
    }

    @Test
    void theyAreGivenOnceSoThatARemovedOneStaysAway() {
        scripts.list(supervisor).forEach(script -> scripts.remove(supervisor, script.id()));

        seed.run(null);

        assertThat(scripts.list(supervisor)).isEmpty();
    }

    @Test
    void aPersonalScriptComesFirstAndIsSeenByNobodyElse() {
        Script mine = scripts.writeOwn(wang, new Wording("常用", "晚安", "晚安,好梦~"));

        assertThat(scripts.list(wang)).first().isEqualTo(mine);
        assertThat(mine.initials()).isEqualTo("wawahm");
        assertThat(scripts.list(chen)).doesNotContain(mine);
    }

    @Test
    void anAgentChangesAndRemovesHisOwn() {
        Script mine = scripts.writeOwn(wang, new Wording("常用", "晚安", "晚安"));

        Script changed = scripts.change(wang, mine.id(), new Wording("常用", "早安", "早上好"));
        assertThat(scripts.list(wang)).first().isEqualTo(changed);
        assertThat(changed.initials()).isEqualTo("zazsh");

        scripts.remove(wang, mine.id());
        assertThat(scripts.list(wang)).allMatch(Script::shared);
    }

    @Test
    void somebodyElsesScriptIsAsGoodAsAbsent() {
        Script mine = scripts.writeOwn(wang, new Wording("常用", "晚安", "晚安"));

        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> scripts.remove(supervisor, mine.id()))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.script-not-found"));
    }

    @Test
    void sharedScriptsAreKeptBySupervisorsAndTrainers() {
        Script opening = scripts.list(wang).getFirst();
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> scripts.change(wang, opening.id(), new Wording("开场", "嗨", "嗨")))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.script-not-yours"));
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> scripts.writeShared(wang, new Wording("开场", "嗨", "嗨")));

        Script shared = scripts.writeShared(supervisor, new Wording("门店", "到店", "欢迎到店"));

        assertThat(scripts.list(wang)).contains(shared);
    }
}
