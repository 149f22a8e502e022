package com.huixiang.search;

import com.huixiang.kernel.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** FRONT DOOR: what was written anywhere in the house and has to do with these words (E-03). */
@Service
public class SearchIndex {

    private static final int MOST_SHOWN = 50;
    /** How far down a reader who may not open everything is looked for something he may. */
    private static final int[] REACHES = {40, 200, 1_000, 3_000};

    private final Feed feed;
    private final ObjectProvider<Searchable> modules;

    SearchIndex(Feed feed, ObjectProvider<Searchable> modules) {
        this.feed = feed;
        this.modules = modules;
    }

    /** A row of an answer. */
    public record Item(
            String id, List<Marked> title, List<Marked> snippet, @Nullable Instant at, Map<String, Object> facts, Found.Ref ref) {}

    /**
     * @param total how many there are, as far as this reader may know
     * @param more whether there are more than that
     */
    public record Group(String kind, int total, boolean more, List<Item> items) {}

    /** @param building whether the index is being built anew, so that something may be missing */
    public record Answer(List<Group> groups, boolean building) {}

    /** The nearest things of each kind that the reader may open; kinds without any are left out. */
    public Answer find(String words, Collection<String> kinds, int limit, Caller reader) {
        List<Searchable> known = modules.orderedStream().toList();
        if (!known.stream().map(Searchable::kind).toList().containsAll(kinds)) {
            throw SearchProblem.unknownKind();
        }
        Question question = new Question(words, reader.may("contacts"));
        if (question.isEmpty()) {
            return new Answer(List.of(), feed.isBuilding());
        }
        Query query = question.query();
        Marker marker = new Marker(question);
        int most = Math.clamp(limit, 1, MOST_SHOWN);
        List<Group> groups = known.stream()
                .filter(each -> kinds.isEmpty() || kinds.contains(each.kind()))
                .map(each -> group(each, query, marker, most, reader))
                .filter(group -> !group.items().isEmpty())
                .toList();
        return new Answer(groups, feed.isBuilding());
    }

    private Group group(Searchable kind, Query query, Marker marker, int most, Caller reader) {
        List<Found> shown = new ArrayList<>();
        int from = 0;
        Shelf.Hits hits = new Shelf.Hits(List.of(), 0);
        for (int to : REACHES) {
            int begin = from;
            int end = to;
            hits = feed.read(shelf -> shelf.search(kind.kind(), query, begin, end));
            if (!hits.ids().isEmpty()) {
                shown.addAll(kind.show(reader, hits.ids()));
            }
            from = to;
            if (shown.size() >= most || hits.total() <= to) {
                break;
            }
        }
        boolean seesAll = reader.may("lead-all");
        int total = seesAll ? hits.total() : shown.size();
        return new Group(
                kind.kind(),
                total,
                seesAll ? hits.total() >= Shelf.COUNTED : hits.total() > from,
                shown.stream().limit(most).map(each -> item(each, marker)).toList());
    }

    private static Item item(Found found, Marker marker) {
        return new Item(
                found.id(),
                marker.title(found.title()),
                found.text() == null || found.text().isBlank() ? List.of() : marker.snippet(found.text()),
                found.at(),
                found.facts(),
                found.ref());
    }

    /** Ids of one kind, the nearest first; whoever asks checks himself what the reader may see. */
    public List<String> ids(String kind, String words, int limit, boolean seesContacts) {
        Question question = new Question(words, seesContacts);
        return question.isEmpty()
                ? List.of()
                : feed.read(shelf -> shelf.search(kind, question.query(), 0, limit)).ids();
    }

    /** Reads at once what is new in the tables; what was committed before can be found when this returns. */
    public void catchUp() {
        feed.look();
    }

    /** Throws the index away and builds it anew from the tables. Returns when that is done. */
    public void rebuild() {
        feed.forget();
        feed.look();
    }

    /** Keeps what was read and puts the files away; the next look opens them again. */
    void close() {
        feed.end();
    }

    /** How many things are in the index of this node. */
    public int size() {
        return feed.read(Shelf::size);
    }
}
