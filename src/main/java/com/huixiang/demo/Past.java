package com.huixiang.demo;

import static com.huixiang.demo.Details.any;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.Urgency;
import com.huixiang.demo.Chronicle.Ending;
import com.huixiang.demo.Chronicle.Tale;
import com.huixiang.demo.Company.Colleague;
import com.huixiang.demo.Company.Opened;
import com.huixiang.demo.Crowd.Person;
import com.huixiang.demo.Dialogue.Line;
import com.huixiang.demo.Dialogue.Voice;
import com.huixiang.demo.StoryBook.Asked;
import com.huixiang.demo.StoryBook.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Sixty days of conversations: who asked what, when, and who answered. */
final class Past {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(50);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(22, 0);
    /** How many write in each hour of the day, from midnight on. */
    private static final int[] RUSH = {1, 0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 11, 9, 8, 10, 10, 9, 7, 8, 11, 14, 13, 3, 2};

    private final StoryBook book;
    private final Opened company;
    private final Chronicle chronicle;
    private final Random chance;
    private final Instant now;
    private final LocalDate today;
    private final Set<Object> daysAndDialogues = new HashSet<>();

    Past(StoryBook book, Opened company, Chronicle chronicle, Random chance, Instant now) {
        this.book = book;
        this.company = company;
        this.chronicle = chronicle;
        this.chance = chance;
        this.now = now;
        this.today = LocalDate.ofInstant(now, SHOP);
    }

    private record Used(Person person, Object what) {}

    /** Each customer came at least once, some often; nobody twice on one day, nobody twice with the same story. */
    void tellOf(List<Person> people, int many) {
        for (Person one : people) {
            tellSomething(one);
        }
        while (chronicle.size() < many) {
            tellSomething(people.get((int) (people.size() * Math.pow(chance.nextDouble(), 2))));
        }
    }

    void tellOf(Person person, Shopper shopper) {
        for (Asked asked : shopper.past()) {
            Dialogue dialogue = book.dialogue(asked.dialogue());
            if (dialogue != null) {
                LocalDate day = today.minusDays(asked.daysAgo());
                tell(person, dialogue, day.atTime(10 + chance.nextInt(10), chance.nextInt(60)).atZone(SHOP).toInstant());
            }
        }
    }

    private void tellSomething(Person person) {
        Dialogue dialogue = any(book.dialogues(), chance);
        Instant at = someTime();
        boolean fits = dialogue.level() == null || dialogue.level() == person.level();
        if (fits
                && daysAndDialogues.add(new Used(person, dialogue.name()))
                && daysAndDialogues.add(new Used(person, LocalDate.ofInstant(at, SHOP)))) {
            tell(person, dialogue, at);
        }
    }

    private Instant someTime() {
        Instant latest = now.minus(LONGEST);
        Instant at;
        do {
            LocalDate day = today.minusDays(chance.nextInt(DAYS));
            at = day.atTime(someHour(), chance.nextInt(60), chance.nextInt(60)).atZone(SHOP).toInstant();
        } while (at.isAfter(latest) || isAnsweredTooLate(at));
        return at;
    }

    private int someHour() {
        int at = chance.nextInt(Arrays.stream(RUSH).sum());
        int hour = 0;
        while (at >= RUSH[hour]) {
            at -= RUSH[hour++];
        }
        return hour;
    }

    private boolean isAnsweredTooLate(Instant at) {
        return isClosed(at) && morningAfter(at).plus(LONGEST).isAfter(now);
    }

    private static boolean isClosed(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, SHOP);
        return time.isBefore(OPENS) || time.isAfter(CLOSES);
    }

    private static Instant morningAfter(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, SHOP);
        boolean late = LocalTime.ofInstant(at, SHOP).isAfter(CLOSES);
        return (late ? day.plusDays(1) : day).atTime(OPENS).atZone(SHOP).toInstant();
    }

    private void tell(Person person, Dialogue dialogue, Instant openedAt) {
        Details details = Details.of(book, dialogue, chance.nextLong(), person.phone());
        String group = book.groupFor(dialogue.issue());
        Colleague agent = any(company.serving(group), chance);
        Tale tale = chronicle.new Tale(person, openedAt);
        Instant at = openedAt;
        if (details.goods() != null && dialogue.page().equals(Details.GOODS_PAGE) && chance.nextInt(3) == 0) {
            tale.customerSays(details.goods(), at);
            at = at.plusSeconds(6 + chance.nextInt(10));
        }
        int line = 0;
        while (dialogue.isBy(Voice.CUSTOMER, line)) {
            tale.customerSays(text(dialogue, line, details, agent), at);
            if (line++ == 0) {
                tale.queued(at);
            }
            at = at.plusSeconds(4 + chance.nextInt(12));
        }
        at = answered(tale, agent, openedAt, at);
        int transferAfter = dialogue.urgent() || chance.nextInt(16) == 0 ? line + chance.nextInt(3) : Integer.MAX_VALUE;
        for (; dialogue.has(line); line++) {
            Line next = dialogue.lines().get(line);
            at = at.plusSeconds(pause(next));
            Body said = text(dialogue, line, details, agent);
            switch (next.voice()) {
                case CUSTOMER -> tale.customerSays(said, at);
                case AGENT -> tale.agentSays(said, at);
            }
            if (line >= transferAfter && next.voice() == Voice.AGENT) {
                transferAfter = Integer.MAX_VALUE;
                agent = transferred(tale, group, agent, at.plusSeconds(20));
                at = at.plusSeconds(30);
            }
        }
        end(tale, dialogue, details, agent, person, at.plusSeconds(30 + chance.nextInt(240)));
    }

    private Instant answered(Tale tale, Colleague agent, Instant openedAt, Instant at) {
        if (!isClosed(openedAt)) {
            Instant assigned = at.plusSeconds(chance.nextInt(8) == 0 ? 60 + chance.nextInt(180) : 1 + chance.nextInt(20));
            tale.assigned(agent, assigned);
            return assigned;
        }
        tale.leftMessage(at);
        Instant morning = morningAfter(openedAt).plusSeconds(120 + chance.nextInt(1500));
        tale.assigned(agent, morning);
        tale.agentSays(new Body.Text("早上好，我是" + agent.account().nickname() + "，您昨晚的留言我看到了，让您久等了。"),
                morning.plusSeconds(25));
        return morning.plusSeconds(40);
    }

    private Colleague transferred(Tale tale, String group, Colleague from, Instant at) {
        List<Colleague> others =
                company.serving(group).stream().filter(other -> !other.equals(from)).toList();
        Colleague to = any(others, chance);
        tale.transferred(to, any(book.people("hand-over"), chance), at);
        return to;
    }

    private void end(Tale tale, Dialogue dialogue, Details details, Colleague agent, Person person, Instant at) {
        UUID category = company.categories().get(dialogue.category());
        String summary = details.fill(dialogue.summary(), agent.account().nickname());
        Ending ending = chance.nextInt(9) == 0
                ? new Ending(null, "客户", null, "客户主动结束会话", "customer")
                : new Ending(agent.id().value(), agent.account().name(), category, summary, "agent");
        Urgency urgency = dialogue.urgent()
                ? Urgency.URGENT
                : person.level().isVip() ? Urgency.HIGH_VALUE : Urgency.NORMAL;
        tale.closed(
                dialogue.issue(),
                urgency,
                company.groups().get(book.groupFor(dialogue.issue())),
                details.entry(dialogue),
                ending,
                at);
    }

    private static Body text(Dialogue dialogue, int line, Details details, Colleague agent) {
        return new Body.Text(details.fill(dialogue.lines().get(line).text(), agent.account().nickname()));
    }

    /** Seconds to read what was said and to type this. */
    private long pause(Line next) {
        int letters = next.text().length();
        return switch (next.voice()) {
            case AGENT -> 6 + chance.nextInt(25) + letters / 3;
            case CUSTOMER -> 8 + chance.nextInt(45) + letters / 2;
        };
    }
}
