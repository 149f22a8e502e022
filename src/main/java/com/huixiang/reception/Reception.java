package com.huixiang.reception;

import com.huixiang.conversation.ConversationEvent.CustomerSpoke;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Conversations.Wish;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import com.huixiang.reception.NextStep.AskForHuman;
import com.huixiang.reception.NextStep.HearComplaint;
import com.huixiang.reception.NextStep.KeepSilent;
import com.huixiang.reception.NextStep.RaiseUrgency;
import com.huixiang.reception.Triage.Case;
import com.huixiang.reception.Triage.Finding;
import com.huixiang.reception.Triage.Heard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The front desk. A conversation in state RECEPTION whose last word is the customer's is its to-do, so news only rings
 * the bell: what is to be done is read from the tables, and doing it twice changes nothing.
 */
@Component
class Reception implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private static final int CASES_AT_ONCE = 200;

    private final ReceptionRepository repository;
    private final Conversations conversations;
    private final SideBySide sideBySide;
    private final Bell bell;
    private volatile Triage triage = new Triage(new Keywords(List.of()));

    Reception(
            ReceptionRepository repository,
            Conversations conversations,
            SideBySide sideBySide,
            Background background) {
        this.repository = repository;
        this.conversations = conversations;
        this.sideBySide = sideBySide;
        this.bell = new Bell("Reception", background, this::receive);
    }

    @EventListener
    void on(CustomerSpoke news) {
        switch (news.state()) {
            case RECEPTION -> look();
            case QUEUED, HELD -> carryOut(news.conversation(), whileSomebodyHasIt(news));
            case CLOSED -> {}
        }
    }

    /** A customer may ask for a human without a word; his level counts all the same. */
    @EventListener
    void on(HumanAsked news) {
        look();
    }

    void look() {
        bell.ring();
    }

    void receive() {
        Map<ConversationId, Case> cases;
        do {
            cases = repository.unanswered(CASES_AT_ONCE);
            receive(cases);
        } while (cases.size() == CASES_AT_ONCE);
        for (ConversationId valued : repository.highValueWaitingAsNormal()) {
            conversations.askForHuman(valued, Urgency.HIGH_VALUE, IssueType.OTHER);
        }
    }

    /** A crowd goes into the queue in one transaction; should one of them be refused, each is served for himself. */
    private void receive(Map<ConversationId, Case> cases) {
        Map<ConversationId, NextStep> steps = new LinkedHashMap<>();
        cases.forEach((conversation, one) -> steps.put(conversation, whoAnswers(one)));
        List<Wish> wishes = new ArrayList<>();
        steps.forEach((conversation, step) -> {
            if (step instanceof AskForHuman(Urgency urgency, IssueType issue)) {
                wishes.add(new Wish(conversation, urgency, issue));
            }
        });
        if (wishes.size() > 1) {
            try {
                conversations.askForHuman(wishes);
                wishes.forEach(wish -> steps.remove(wish.conversation()));
            } catch (RuntimeException oneIsRefused) {
                log.warn("{} customers are served one by one: {}", wishes.size(), oneIsRefused.toString());
            }
        }
        sideBySide.forEach(steps, this::carryOut);
        // T-05: whatever the entry or a more telling word says it is about.
        cases.forEach((conversation, one) -> {
            if (triage.heardIn(one.said()).complaint()) {
                conversations.hearComplaint(conversation);
            }
        });
    }

    /** Nobody has the conversation yet. So far a human answers everything; here, and nowhere else, a bot will be asked. */
    private NextStep whoAnswers(Case one) {
        Finding finding = triage.judge(one);
        return new AskForHuman(finding.urgency(), finding.issue());
    }

    /** On the path of every message: no look into the database unless a word makes it more urgent than it is. */
    private NextStep whileSomebodyHasIt(CustomerSpoke news) {
        Heard heard = triage.heardIn(news.text());
        if (heard.complaint()) {
            return new HearComplaint();
        }
        return heard.urgency().isAbove(news.urgency()) ? new RaiseUrgency(heard.urgency()) : new KeepSilent();
    }

    private void carryOut(ConversationId conversation, NextStep step) {
        switch (step) {
            case AskForHuman(Urgency urgency, IssueType issue) ->
                conversations.askForHuman(conversation, urgency, issue);
            case RaiseUrgency(Urgency urgency) -> conversations.raiseUrgency(conversation, urgency);
            case HearComplaint() -> conversations.hearComplaint(conversation);
            case KeepSilent() -> {}
        }
    }

    /** Before the doors open, and again whenever a supervisor may have edited the words. */
    void learnTheWords() {
        triage = new Triage(new Keywords(repository.keywords()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        learnTheWords();
    }
}
