package com.huixiang.staff;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: scripts (S-06), one's own and those shared with everybody. What happens to a shared one is on the trail. */
@Service
public class Scripts {

    private static final int MOST_AT_ONCE = 2_000;

    private static final List<String> HEADING = List.of("folder", "title", "content");

    private final ScriptRepository repository;
    private final AuditTrail trail;
    private final JsonMapper json;
    private final Clock clock;

    Scripts(ScriptRepository repository, AuditTrail trail, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** {@code ordinal} is its place in the list; null keeps the place it has, or is the end. */
    public record Wording(String folder, String title, String content, ScriptKind kind, @Nullable Integer ordinal) {

        static final int LONGEST_FOLDER = 40;
        static final int LONGEST_TITLE = 60;
        static final int LONGEST_CONTENT = 2000;

        public Wording {
            folder = folder.strip();
            title = title.strip();
            content = content.strip();
        }

        public Wording(String folder, String title, String content) {
            this(folder, title, content, ScriptKind.TEXT, null);
        }

        String initials() {
            return Initials.of(title, kind == ScriptKind.TEXT ? content : "");
        }
    }

    /** Those the actor may insert: his own first, then the shared ones. */
    @Transactional(readOnly = true)
    public List<Script> list(Actor actor) {
        return repository.list(actor.id());
    }

    @Transactional
    public Script writeOwn(Actor actor, Wording wording) {
        check(wording);
        return repository.add(new ScriptId(Uuid7.next(clock)), actor.id(), wording);
    }

    @Transactional
    public Script writeShared(Actor actor, Wording wording) {
        if (!actor.mayTeach()) {
            throw StaffProblem.scriptNotYours();
        }
        check(wording);
        Script after = repository.add(new ScriptId(Uuid7.next(clock)), null, wording);
        note(actor, "staff.script.added", after, null, after);
        return after;
    }

    @Transactional
    public Script change(Actor actor, ScriptId id, Wording wording) {
        Script before = editable(actor, id);
        check(wording);
        Script after = repository.change(before.id(), wording);
        if (before.shared() && !after.equals(before)) {
            note(actor, "staff.script.changed", after, before, after);
        }
        return after;
    }

    @Transactional
    public void remove(Actor actor, ScriptId id) {
        Script before = editable(actor, id);
        repository.remove(before.id());
        if (before.shared()) {
            note(actor, "staff.script.removed", before, before, null);
        }
    }

    /** A line that was not taken, and why. */
    public record Rejected(int line, String reason, String reasonEn) {}

    public record Imported(int added, List<Rejected> rejected) {}

    /** From a table with the columns folder, title and content; a heading is passed over. Good lines come in, bad ones do not. */
    @Transactional
    public Imported takeIn(Actor actor, String table, boolean shared) {
        if (shared && !actor.mayTeach()) {
            throw StaffProblem.scriptNotYours();
        }
        List<Csv.Row> rows = Csv.read(table).stream().filter(row -> !isHeading(row)).toList();
        if (rows.size() > MOST_AT_ONCE) {
            throw StaffProblem.tooManyScripts(MOST_AT_ONCE);
        }
        List<Script> known = new ArrayList<>(list(actor));
        List<Rejected> rejected = new ArrayList<>();
        int added = 0;
        for (Csv.Row row : rows) {
            Rejected why = whyNot(row, known, shared);
            if (why != null) {
                rejected.add(why);
                continue;
            }
            Wording wording = wordingOf(row);
            known.add(repository.add(new ScriptId(Uuid7.next(clock)), shared ? null : actor.id(), wording));
            added++;
        }
        Imported imported = new Imported(added, rejected);
        if (shared && added > 0) {
            trail.note(actor.id().value(), actor.name(), "staff.script.imported", "script", "csv", "CSV", null, imported, null);
        }
        return imported;
    }

    private static boolean isHeading(Csv.Row row) {
        return row.line() == 1 && row.cells().stream().map(String::strip).map(String::toLowerCase).toList().equals(HEADING);
    }

    private static Wording wordingOf(Csv.Row row) {
        return new Wording(row.cells().get(0), row.cells().get(1), row.cells().get(2));
    }

    private static @Nullable Rejected whyNot(Csv.Row row, List<Script> known, boolean shared) {
        if (row.cells().size() != HEADING.size()) {
            return new Rejected(row.line(), "应有 3 列:文件夹、标题、内容", "Three columns are wanted: folder, title, content");
        }
        Wording wording = wordingOf(row);
        if (wording.folder().isEmpty() || wording.title().isEmpty() || wording.content().isEmpty()) {
            return new Rejected(row.line(), "文件夹、标题和内容都不能为空", "Folder, title and content must not be empty");
        }
        if (wording.folder().length() > Wording.LONGEST_FOLDER
                || wording.title().length() > Wording.LONGEST_TITLE
                || wording.content().length() > Wording.LONGEST_CONTENT) {
            return new Rejected(
                    row.line(),
                    "过长:文件夹最多 40 字、标题 60 字、内容 2000 字",
                    "Too long: at most 40 characters for the folder, 60 for the title, 2000 for the content");
        }
        boolean twice = known.stream()
                .anyMatch(script -> script.shared() == shared
                        && script.folder().equals(wording.folder())
                        && script.title().equals(wording.title()));
        return twice
                ? new Rejected(row.line(), "该文件夹中已有同名话术", "The folder has a script with this title already")
                : null;
    }

    /** The same table, of those the actor may insert; only words can be written there. */
    @Transactional(readOnly = true)
    public String takeOut(Actor actor) {
        StringBuilder table = new StringBuilder(Csv.MARK).append(String.join(",", HEADING)).append("\r\n");
        list(actor).stream()
                .filter(script -> script.kind() == ScriptKind.TEXT)
                .forEach(script -> table.append(Csv.line(script.folder(), script.title(), script.content())));
        return table.toString();
    }

    /** Pictures and cards are sent as they are kept, so they must be what they say. */
    private void check(Wording wording) {
        if (wording.kind() == ScriptKind.TEXT) {
            return;
        }
        try {
            JsonNode body = json.readTree(wording.content());
            boolean fits = wording.kind() == ScriptKind.CARD
                    ? !body.path("title").asString("").isBlank()
                    : body.path("url").asString("").startsWith("/files/" + UUID.fromString(body.path("fileId").asString("")));
            if (!fits) {
                throw StaffProblem.scriptMalformed();
            }
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw StaffProblem.scriptMalformed();
        }
    }

    /** Somebody else's personal script is as good as absent. */
    private Script editable(Actor actor, ScriptId id) {
        Script script = repository.find(id, actor.id()).orElseThrow(StaffProblem::scriptNotFound);
        if (script.shared() && !actor.mayTeach()) {
            throw StaffProblem.scriptNotYours();
        }
        return script;
    }

    private void note(Actor actor, String verb, Script subject, @Nullable Script before, @Nullable Script after) {
        trail.note(
                actor.id().value(),
                actor.name(),
                verb,
                "script",
                subject.id().toString(),
                subject.title(),
                before,
                after,
                null);
    }
}
