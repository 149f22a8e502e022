package com.huixiang.demo;

import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationTopics;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.Readings;
import com.huixiang.demo.Part.Standing;
import com.huixiang.push.LiveTopics;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Customers whom the story plays. They come in through the channel's inbox as any visitor does. */
@InDemo
@Component
class PlayedCustomers {

    private static final String LEFT_WORD = "没等到回复，我先去忙了。麻烦看到后打电话或者在这里回我，谢谢。";
    /** What the entry menu offers; for the rest their words must speak. */
    private static final Set<IssueType> MENU = Set.of(
            IssueType.PRE_SALE,
            IssueType.LOGISTICS,
            IssueType.RETURN,
            IssueType.ORDER,
            IssueType.INVOICE,
            IssueType.MEMBERSHIP);

    private final ChannelAccounts accounts;
    private final Inbox inbox;
    private final Readings readings;
    private final LiveTopics live;
    private final Trade trade;

    PlayedCustomers(ChannelAccounts accounts, Inbox inbox, Readings readings, LiveTopics live, Trade trade) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.readings = readings;
        this.live = live;
        this.trade = trade;
    }

    /** What the desk of the web channel tells while a visitor types. */
    private record Typing(String type, UUID conversation, String text, String by) {}

    ConversationId speak(Part part, Dialogue dialogue, Details details, UUID clientId, String text) {
        Standing standing = part.standing();
        if (standing != null) {
            read(standing);
        } else {
            trade.orderOf(part, dialogue, details);
        }
        String issue = MENU.contains(dialogue.issue()) ? dialogue.issue().code() : null;
        Circumstances circumstances = new Circumstances(
                standing == null ? null : standing.conversation(), details.entry(dialogue), issue);
        // "Again": a crash may have come between his word and our note that he has said it.
        Message message = Answers.await(
                inbox.accept(visitor(part), new Draft(clientId, new Body.Text(text), null), circumstances, true));
        return new ConversationId(message.conversationId());
    }

    void type(Standing standing, String text) {
        var watching = ConversationTopics.watching(standing.conversation());
        if (live.anybodyListens(watching)) {
            live.tell(watching, new Typing("typing", standing.conversation().value(), text, "customer"));
        }
    }

    void read(Standing standing) {
        if (standing.readByCustomer() < standing.lastSeq()) {
            readings.byCustomer(standing.conversation(), standing.lastSeq(), standing.lastSeq());
        }
    }

    void leaveWord(Part part) {
        inbox.leaveMessage(visitor(part), LEFT_WORD, part.phone());
        inbox.end(visitor(part));
    }

    void goAway(Part part) {
        inbox.end(visitor(part));
    }

    private Visitor visitor(Part part) {
        return new Visitor(accounts.get(Company.SITE), part.customer(), part.name(), true);
    }
}
