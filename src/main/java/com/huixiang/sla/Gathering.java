package com.huixiang.sla;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.ConversationEvent.AgentAssigned;
import com.huixiang.conversation.ConversationEvent.Closed;
import com.huixiang.conversation.ConversationEvent.CustomerSpoke;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.conversation.ConversationEvent.Released;
import com.huixiang.conversation.ConversationEvent.ReplyPosted;
import com.huixiang.conversation.ConversationId;
import com.huixiang.sla.Clocks.Answered;
import com.huixiang.sla.Clocks.Word;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gathers what the record tells and works on it in batches, off the path of the message. A customer who waits already
 * gets no new clock, so most messages leave nothing here. What is lost here is found by the sweep.
 */
@Component
class Gathering {

    private static final Logger log = LoggerFactory.getLogger(Gathering.class);

    private static final int AT_ONCE = 2000;

    /** {@code spokenAt}: he began to wait with this word. {@code answered}: it ended a wait. */
    private record Piece(
            ConversationId conversation, @Nullable Instant spokenAt, @Nullable Answered answered) {}

    private final ConcurrentLinkedQueue<Piece> pieces = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ConversationId> given = new ConcurrentLinkedQueue<>();
    private final Clocks clocks;
    private final Warnings warnings;

    Gathering(Clocks clocks, Warnings warnings) {
        this.clocks = clocks;
        this.warnings = warnings;
    }

    @EventListener
    void on(CustomerSpoke news) {
        if (news.waitingSince() == null) {
            pieces.add(new Piece(news.conversation(), news.at(), null));
        }
    }

    @EventListener
    void on(ReplyPosted news) {
        Instant since = news.waitingSince();
        if (since != null && news.author().kind() == Author.Kind.AGENT) {
            StaffId by = new StaffId(news.author().id());
            pieces.add(new Piece(news.conversation(), null, new Answered(news.conversation(), since, news.at(), by)));
        } else if (since != null) {
            pieces.add(new Piece(news.conversation(), null, null));
        }
    }

    @EventListener
    void on(HumanAsked news) {
        touched(news.conversation());
    }

    @EventListener
    void on(AgentAssigned news) {
        touched(news.conversation());
        given.add(news.conversation());
    }

    @EventListener
    void on(Released news) {
        touched(news.conversation());
    }

    @EventListener
    void on(Closed news) {
        touched(news.conversation());
    }

    private void touched(ConversationId conversation) {
        pieces.add(new Piece(conversation, null, null));
    }

    /** Called by the timer; what came meanwhile makes the next batch. */
    void work() {
        Set<ConversationId> touched = new LinkedHashSet<>();
        List<Answered> answers = new ArrayList<>();
        Set<Word> spoken = new HashSet<>();
        Piece piece = pieces.poll();
        while (piece != null) {
            touched.add(piece.conversation());
            if (piece.answered() != null) {
                answers.add(piece.answered());
            }
            if (piece.spokenAt() != null) {
                spoken.add(new Word(piece.conversation(), piece.spokenAt()));
            }
            piece = touched.size() < AT_ONCE ? pieces.poll() : null;
        }
        settle(touched, answers, spoken);
        tellWhoHoldsNow();
        if (touched.size() == AT_ONCE) {
            work();
        }
    }

    private void tellWhoHoldsNow() {
        Set<ConversationId> moved = new LinkedHashSet<>();
        ConversationId one = given.poll();
        while (one != null) {
            moved.add(one);
            one = moved.size() < AT_ONCE ? given.poll() : null;
        }
        if (!moved.isEmpty()) {
            warnings.showAgain(moved);
        }
    }

    private void settle(
            Set<ConversationId> touched, List<Answered> answers, Set<Word> spoken) {
        try {
            clocks.settle(touched, answers, spoken);
        } catch (RuntimeException failure) {
            log.warn("{} conversations are left to the sweep", touched.size(), failure);
        }
    }
}
