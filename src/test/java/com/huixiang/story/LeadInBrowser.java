package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A supervisor in front of the wall. */
public final class LeadInBrowser {

    private final Page page;
    private final AgentInBrowser workbench;

    private LeadInBrowser(Page page, AgentInBrowser workbench) {
        this.page = page;
        this.workbench = workbench;
    }

    public static LeadInBrowser atTheWall(Page page, String login) {
        AgentInBrowser workbench = AgentInBrowser.signsIn(page, login);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("导航"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("监控"))
                .click();
        return new LeadInBrowser(page, workbench);
    }

    public LeadInBrowser seesOnDuty(String agent) {
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("坐席"))
                        .getByText(agent)
                        .first())
                .isVisible();
        return this;
    }

    public LeadInBrowser isWarned(String warning) {
        assertThat(feed(warning)).isVisible();
        return this;
    }

    /** From the wall straight to the conversation, which is now his. */
    public AgentInBrowser takesOver(String warning) {
        feed(warning)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接管"))
                .click();
        return workbench;
    }

    private Locator feed(String warning) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(warning))
                .first();
    }
}
