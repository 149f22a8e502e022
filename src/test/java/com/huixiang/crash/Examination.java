package com.huixiang.crash;

import com.huixiang.crowd.Message;
import com.huixiang.crowd.Transcript;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what people were promised and shown with what is on the record. */
final class Examination {

    private static final int EVIDENCE = 5;

    private final Talk talk;
    private final RecordOfTheDatabase record;
    private final List<String> evidence = new ArrayList<>();

    Examination(Talk talk, RecordOfTheDatabase record) {
        this.talk = talk;
        this.record = record;
    }

    Verdict verdict() {
        Promises promises = talk.promises();
        return new Verdict(
                promises.written().size(),
                promises.acknowledged().size(),
                promises.refused(),
                talk.unacknowledged(),
                lost(),
                doubled(),
                outOfOrder(),
                holes(),
                strange(),
                wrongViews(),
                ghosts(),
                evidence);
    }

    private int lost() {
        Map<UUID, RecordOfTheDatabase.Line> byClientId = new HashMap<>();
        texts().forEach(line -> byClientId.put(line.clientId(), line));
        return count("lost", talk.promises().acknowledged().values().stream()
                .filter(promise -> {
                    RecordOfTheDatabase.Line line = byClientId.get(promise.post().clientId());
                    return line == null
                            || line.seq() != promise.seq()
                            || !line.conversation().equals(promise.conversation())
                            || !line.text().equals(promise.post().text());
                })
                .toList());
    }

    /** Each line has a number of its own, so the text alone shows a double, whatever its client id. */
    private int doubled() {
        Set<String> seen = new HashSet<>();
        return count("doubled", texts().stream().filter(line -> !seen.add(line.text())).toList());
    }

    private int outOfOrder() {
        Map<String, Integer> last = new HashMap<>();
        return count("out of order", texts().stream()
                .filter(line -> {
                    int number = Integer.parseInt(line.text().substring(1, line.text().indexOf(' ')));
                    Integer before = last.put(line.conversation() + " " + line.author(), number);
                    return before != null && before > number;
                })
                .toList());
    }

    private int holes() {
        return count("holes", record.conversations().entrySet().stream()
                .filter(conversation -> {
                    List<RecordOfTheDatabase.Line> lines = conversation.getValue();
                    return lines.getFirst().seq() != 1 || lines.getLast().seq() != lines.size();
                })
                .map(Map.Entry::getKey)
                .toList());
    }

    private int strange() {
        return count("strange", texts().stream()
                .filter(line -> !talk.promises().written().containsKey(line.clientId()))
                .toList());
    }

    private int wrongViews() {
        List<String> wrong = new ArrayList<>();
        for (VirtualCustomer customer : talk.customers()) {
            customer.transcripts().forEach((conversation, transcript) -> {
                if (!shows(transcript, conversation)) {
                    wrong.add("the customer of " + conversation);
                }
            });
        }
        for (VirtualAgent agent : talk.agents()) {
            for (UUID conversation : agent.mine()) {
                if (!shows(agent.transcript(conversation), conversation)) {
                    wrong.add("the agent of " + conversation);
                }
            }
        }
        return count("wrong view", wrong);
    }

    private int ghosts() {
        List<String> wrong = new ArrayList<>();
        talk.agents().getFirst().door().get("/api/staff/members").good().forEach(member -> {
            int load = member.path("load").asInt();
            int held = record.heldBy(UUID.fromString(member.path("id").asString()));
            if (load != held) {
                wrong.add(member.path("name").asString() + " has load " + load + " and holds " + held);
            }
        });
        return count("ghost", wrong);
    }

    private boolean shows(Transcript transcript, UUID conversation) {
        List<String> seen = transcript.entries().stream()
                .filter(Message::isText)
                .map(message -> message.seq() + " " + message.text())
                .toList();
        List<String> written = record.of(conversation).stream()
                .filter(RecordOfTheDatabase.Line::isText)
                .map(line -> line.seq() + " " + line.text())
                .toList();
        return seen.equals(written);
    }

    private List<RecordOfTheDatabase.Line> texts() {
        return record.conversations().values().stream()
                .flatMap(List::stream)
                .filter(RecordOfTheDatabase.Line::isText)
                .toList();
    }

    private int count(String what, List<?> found) {
        found.stream().limit(EVIDENCE).forEach(one -> evidence.add(what + ": " + one));
        return found.size();
    }
}
