package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.staff.StaffFixtures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** An agent at the workbench. */
public final class AgentInBrowser {

    private final Page page;

    private AgentInBrowser(Page page) {
        this.page = page;
    }

    public static AgentInBrowser signsIn(Page page, String login) {
        return signsIn(page, login, StaffFixtures.PASSWORD);
    }

    public static AgentInBrowser signsIn(Page page, String login, String password) {
        page.navigate("/console/");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("账号")).fill(login);
        page.getByLabel("密码").first().fill(password);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("导航")))
                .isVisible();
        return new AgentInBrowser(page);
    }

    public AgentInBrowser lookAt(String tab) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + tab))).click();
        return this;
    }

    /** Opens the conversation whose row shows this text. */
    public AgentInBrowser opens(String text) {
        row(text).click();
        assertThat(messages()).isVisible();
        return this;
    }

    public AgentInBrowser takes(String text) {
        lookAt("排队").opens(text);
        button("接待").first().click();
        assertThat(reply()).isVisible();
        return this;
    }

    public AgentInBrowser replies(String text) {
        reply().fill(text);
        reply().press("Enter");
        assertThat(messages().getByText(text).last()).isVisible();
        return this;
    }

    public AgentInBrowser notes(String text) {
        page.keyboard().press("Alt+p");
        Locator note = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("备注").setExact(true));
        note.fill(text);
        note.press("Enter");
        assertThat(messages().getByText(text).last()).isVisible();
        page.keyboard().press("Alt+l");
        return this;
    }

    public AgentInBrowser insertsTheScript(String initials) {
        reply().pressSequentially("/" + initials);
        page.keyboard().press("Enter");
        return this;
    }

    public AgentInBrowser transfersTo(String colleague, String note) {
        page.keyboard().press("Alt+t");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText(colleague).first().click();
        dialog.getByRole(AriaRole.TEXTBOX).last().fill(note);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("转\\s*接")))
                .last()
                .click();
        return this;
    }

    public AgentInBrowser ends() {
        page.keyboard().press("Alt+e");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("结\\s*束")))
                .last()
                .click();
        return this;
    }

    public AgentInBrowser sees(String text) {
        assertThat(messages().getByText(text).last()).isVisible();
        return this;
    }

    public AgentInBrowser seesOnThePage(String text) {
        assertThat(page.getByText(text).last()).isVisible();
        return this;
    }

    public AgentInBrowser seesInTheList(String text) {
        assertThat(row(text)).isVisible();
        return this;
    }

    public Page page() {
        return page;
    }

    private Locator row(String text) {
        return page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(text)).first();
    }

    private Locator messages() {
        return page.getByRole(AriaRole.LOG).first();
    }

    private Locator reply() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("回复").setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + String.join("\\s*", name.split("")) + "$")));
    }
}
