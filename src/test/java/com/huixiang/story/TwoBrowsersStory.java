package com.huixiang.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer in one browser, agents in others, and the real application between them. */
@HuixiangTest
class TwoBrowsersStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    Presences presences;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember wang;
    private StaffMember li;

    @BeforeEach
    void theShopOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount(
                "shop",
                "青禾家居",
                "您好,欢迎光临青禾家居!",
                List.of(
                        new ChannelAccount.Entrance("pre-sale", "商品咨询"),
                        new ChannelAccount.Entrance("logistics", "物流查询"))));
        SkillGroup service = people.group("在线客服");
        wang = people.hire("王芳", Role.AGENT);
        li = people.hire("李婷", Role.AGENT);
        staff.qualify(wang.id(), service.id(), 3);
        staff.qualify(li.id(), service.id(), 3);
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aCustomerWritesAndTheRightPersonAnswers() {
        AgentInBrowser agent = AgentInBrowser.signsIn(workbench(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(phone(), "shop");

        customer.choosesFromTheMenu("物流查询").says("我的快递到哪了");
        agent.lookAt("我的").opens("我的快递到哪了").sees("我的快递到哪了");
        customer.sees(wang.nickname());

        customer.types("已经三天了");
        agent.seesOnThePage("已经三天了");

        agent.replies("您好,马上帮您查询");
        customer.sees("您好,马上帮您查询");
        customer.says("谢谢");
        agent.sees("谢谢");
        customer.sees("已读");
    }

    @Test
    void whatWasSaidIsStillThereAfterAReload() {
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(phone(), "shop");
        customer.says("这款沙发有现货吗").reloads().sees("这款沙发有现货吗");

        AgentInBrowser agent = AgentInBrowser.signsIn(workbench(), wang.login());
        agent.lookAt("我的").opens("这款沙发有现货吗").replies("有现货,今天可发");
        customer.sees("有现货,今天可发");
    }

    @Test
    void aColleagueTakesOverWithTheNoteAndTheHistory() {
        AgentInBrowser first = AgentInBrowser.signsIn(workbench(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(phone(), "shop");
        customer.says("桌腿少了一颗螺丝");
        first.lookAt("我的").opens("桌腿少了一颗螺丝");
        AgentInBrowser second = AgentInBrowser.signsIn(workbench(), li.login());

        first.transfersTo(li.name(), "请补发螺丝");

        second.lookAt("我的").opens("桌腿少了一颗螺丝").sees("请补发螺丝").replies("马上给您补发");
        customer.sees("马上给您补发").sees(li.nickname());
        assertThat(customer.page().content()).doesNotContain("请补发螺丝");
    }

    @Test
    void aConversationEndsWithACategoryAndIsFoundInTheHistory() {
        giveCategories();
        AgentInBrowser agent = AgentInBrowser.signsIn(workbench(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(phone(), "shop");
        customer.says("发票怎么开");
        agent.lookAt("我的").opens("发票怎么开").replies("已为您开具电子发票").ends();

        customer.sees("会话已结束");
        agent.lookAt("历史").seesInTheList("已为您开具电子发票");

        customer.says("还有一个问题");
        agent.lookAt("我的").opens("还有一个问题").sees("已为您开具电子发票");
    }

    @Test
    void whoeverDoesNotWantToWaitLeavesAMessageAndIsAnswered() {
        presences.set(wang.id(), PresenceState.OFFLINE, null);
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(phone(), "shop");
        customer.asksForAHuman().leavesAMessage("想订做窗帘", "13800138000").sees("留言已收到");

        AgentInBrowser agent = AgentInBrowser.signsIn(workbench(), wang.login());
        agent.lookAt("我的").opens("想订做窗帘").replies("您好,窗帘可以订做");
        customer.sees("您好,窗帘可以订做");
    }

    private void giveCategories() {
        sql.sql("insert into conversation.category values (gen_random_uuid(), null, '售后服务', 1)").update();
        sql.sql("""
                insert into conversation.category
                select gen_random_uuid(), id, '发票', 1 from conversation.category""").update();
    }

    private Page workbench() {
        return browser.window(1440, 900);
    }

    private Page phone() {
        return browser.window(390, 844);
    }
}
