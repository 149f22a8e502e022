package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A customer in front of the chat, doing what people do. */
public final class CustomerInBrowser {

    private final Page page;
    private final Place place;

    /** Where the chat is: the page itself, or the frame that the widget opens on a shop's page. */
    private interface Place {
        Locator role(AriaRole role, String name);

        Locator text(String text);
    }

    private CustomerInBrowser(Page page, Place place) {
        this.page = page;
        this.place = place;
    }

    public static CustomerInBrowser onTheChatPage(Page page, String site) {
        page.navigate("/chat?site=" + site);
        return new CustomerInBrowser(page, new Place() {
            @Override
            public Locator role(AriaRole role, String name) {
                return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
            }

            @Override
            public Locator text(String text) {
                return page.getByText(text, new Page.GetByTextOptions().setExact(false)).first();
            }
        });
    }

    /** On a shop's page, whose launcher has been clicked. */
    public static CustomerInBrowser inTheWidget(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("联系客服").setExact(true))
                .last()
                .click();
        FrameLocator frame = page.frameLocator("iframe");
        return new CustomerInBrowser(page, new Place() {
            @Override
            public Locator role(AriaRole role, String name) {
                return frame.getByRole(role, new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
            }

            @Override
            public Locator text(String text) {
                return frame.getByText(text).first();
            }
        });
    }

    public CustomerInBrowser says(String text) {
        Locator field = place.role(AriaRole.TEXTBOX, "输入消息");
        field.fill(text);
        field.press("Enter");
        assertThat(place.text(text)).isVisible();
        return this;
    }

    public CustomerInBrowser types(String text) {
        place.role(AriaRole.TEXTBOX, "输入消息").pressSequentially(text);
        return this;
    }

    public CustomerInBrowser choosesFromTheMenu(String entry) {
        place.role(AriaRole.BUTTON, entry).click();
        return this;
    }

    public CustomerInBrowser sendsThePicture(Path picture) {
        page.locator("input[type=file]").first().setInputFiles(picture);
        return this;
    }

    public CustomerInBrowser asksForAHuman() {
        place.role(AriaRole.BUTTON, "转人工").click();
        return this;
    }

    public CustomerInBrowser leavesAMessage(String text, String contact) {
        place.role(AriaRole.BUTTON, "留言").click();
        place.role(AriaRole.TEXTBOX, "您的问题").fill(text);
        place.role(AriaRole.TEXTBOX, "手机号或邮箱").fill(contact);
        place.role(AriaRole.BUTTON, "提交").click();
        return this;
    }

    public CustomerInBrowser reloads() {
        page.reload();
        return this;
    }

    public CustomerInBrowser sees(String text) {
        assertThat(place.text(text)).isVisible();
        return this;
    }

    public CustomerInBrowser isToldInTheHeader(String sentence) {
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(Pattern.compile(sentence));
        return this;
    }

    public Page page() {
        return page;
    }
}
