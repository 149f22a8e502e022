package com.huixiang.crowd;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one side has seen of a conversation, on all its lines together. A message that names a predecessor this side has
 * not seen leaves a gap, to be filled by asking for everything after {@link #lastSeq()}.
 */
public final class Transcript {

    enum Taken {
        NEW,
        SEEN,
        GAP
    }

    private final Memory memory;
    private final SortedMap<Integer, Message> entries = new TreeMap<>();
    private int lastSeq;
    private int seenAgain;

    Transcript(Memory memory) {
        this.memory = memory;
    }

    synchronized Taken take(Message message) {
        if (message.seq() <= lastSeq) {
            seenAgain++;
            return Taken.SEEN;
        }
        if (message.prev() != null && message.prev() > lastSeq) {
            return Taken.GAP;
        }
        lastSeq = message.seq();
        if (memory == Memory.EVERYTHING) {
            entries.put(message.seq(), message);
        }
        return Taken.NEW;
    }

    public synchronized int lastSeq() {
        return lastSeq;
    }

    public synchronized List<Message> entries() {
        return List.copyOf(entries.values());
    }

    /** How often a message came that had been seen before. */
    public synchronized int seenAgain() {
        return seenAgain;
    }
}
