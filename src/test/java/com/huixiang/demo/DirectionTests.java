package com.huixiang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.conversation.IssueType;
import com.huixiang.customer.CustomerId;
import com.huixiang.demo.Dialogue.Line;
import com.huixiang.demo.Dialogue.Voice;
import com.huixiang.demo.Part.Standing;
import com.huixiang.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a played conversation does next, without a house around it. */
class DirectionTests {

    private static final Instant TEN = Instant.parse("2026-11-11T02:00:00Z");
    private static final StaffId MIN = new StaffId(UUID.randomUUID());
    private static final StaffId WANG = new StaffId(UUID.randomUUID());
    private static final Dialogue DIALOGUE = new Dialogue(
            "parcel",
            IssueType.LOGISTICS,
            false,
            "物流查询",
            null,
            null,
            "我的订单",
            "问快递",
            List.of(
                    new Line(Voice.CUSTOMER, "我的快递到哪里了"),
                    new Line(Voice.AGENT, "在杭州"),
                    new Line(Voice.CUSTOMER, "什么时候能到"),
                    new Line(Voice.AGENT, "明天"),
                    new Line(Voice.CUSTOMER, "谢谢")));

    @Test
    void whoHasJustComeSaysHisFirstWord() {
        assertThat(after(Duration.ZERO, part(0, null, null))).isEqualTo(new Move.Speak(0));
    }

    @Test
    void whoIsNotAnsweredWaitsAndThenLeavesHisWord() {
        Part waiting = part(1, null, held(WANG, Author.Kind.CUSTOMER));

        assertThat(after(Duration.ofMinutes(29), waiting)).isEqualTo(new Move.Wait());
        assertThat(after(Duration.ofMinutes(30), waiting)).isEqualTo(new Move.LeaveWord());
        assertThat(after(Duration.ofMinutes(30), part(1, null, queued()))).isEqualTo(new Move.LeaveWord());
    }

    @Test
    void whateverTheAgentSaysTheCustomerGoesOnWithWhatHeWanted() {
        Part answered = part(1, null, held(WANG, Author.Kind.AGENT));

        assertThat(after(Duration.ofSeconds(1), answered)).isEqualTo(new Move.Wait());
        assertThat(after(Duration.ofSeconds(20), answered)).isEqualTo(new Move.Speak(2));
    }

    @Test
    void shortlyBeforeHeSpeaksHeIsSeenTyping() {
        Part answered = part(1, null, held(WANG, Author.Kind.AGENT));
        Duration pause = Direction.pause(answered, DIALOGUE, 2, 1);

        assertThat(after(pause.minusMillis(400), answered)).isInstanceOf(Move.Type.class);
    }

    @Test
    void whoHasThankedGoesAwayWhenNobodyEndsIt() {
        Part thanked = part(5, null, held(WANG, Author.Kind.CUSTOMER));

        assertThat(after(Duration.ofMinutes(7), thanked)).isEqualTo(new Move.Wait());
        assertThat(after(Duration.ofMinutes(8), thanked)).isEqualTo(new Move.GoAway());
    }

    @Test
    void aPlayedColleagueAnswersAndEndsWhatIsSaid() {
        assertThat(after(Duration.ofSeconds(20), part(1, MIN, held(MIN, Author.Kind.CUSTOMER))))
                .isEqualTo(new Move.Answer(MIN, 1));
        assertThat(after(Duration.ofSeconds(30), part(5, MIN, held(MIN, Author.Kind.CUSTOMER))))
                .isEqualTo(new Move.Close(MIN));
    }

    @Test
    void whoWasTransferredFollows() {
        assertThat(after(Duration.ZERO, part(1, null, held(MIN, Author.Kind.CUSTOMER))))
                .isEqualTo(new Move.Follow(MIN));
        assertThat(after(Duration.ZERO, part(1, MIN, held(WANG, Author.Kind.CUSTOMER))))
                .isEqualTo(new Move.Follow(null));
        assertThat(after(Duration.ZERO, part(1, MIN, queued()))).isEqualTo(new Move.TakeBack(MIN));
    }

    @Test
    void whileNobodyLooksCustomersOfColleaguesTakeTheirTime() {
        Part answered = part(2, MIN, held(MIN, Author.Kind.AGENT));
        Instant later = TEN.plusSeconds(60);

        assertThat(new Direction(Set.of(MIN), false, later).next(answered, DIALOGUE)).isEqualTo(new Move.Wait());
        assertThat(new Direction(Set.of(MIN), true, later).next(answered, DIALOGUE)).isEqualTo(new Move.Speak(2));
    }

    private static Move after(Duration since, Part part) {
        return new Direction(Set.of(MIN), true, TEN.plus(since)).next(part, DIALOGUE);
    }

    private static Part part(int line, @Nullable StaffId agent, @Nullable Standing standing) {
        return new Part(
                UUID.randomUUID(), new CustomerId(UUID.randomUUID()), "王欣怡", "15400001111", "parcel", 7, agent, line, TEN, standing);
    }

    private static Standing held(StaffId by, Author.Kind lastBy) {
        return new Standing(new ConversationId(UUID.randomUUID()), ConversationState.HELD, by, lastBy, TEN, 3, 0);
    }

    private static Standing queued() {
        return new Standing(
                new ConversationId(UUID.randomUUID()), ConversationState.QUEUED, null, Author.Kind.CUSTOMER, TEN, 2, 0);
    }
}
