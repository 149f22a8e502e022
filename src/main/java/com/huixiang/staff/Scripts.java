package com.huixiang.staff;

import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: scripts (S-06), one's own and those shared with everybody. */
@Service
public class Scripts {

    private final ScriptRepository repository;
    private final Clock clock;

    Scripts(ScriptRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    public record Wording(String folder, String title, String content) {

        public Wording {
            folder = folder.strip();
            title = title.strip();
            content = content.strip();
        }
    }

    /** Those the actor may insert: his own first, then the shared ones. */
    @Transactional(readOnly = true)
    public List<Script> list(Actor actor) {
        return repository.list(actor.id());
    }

    @Transactional
    public Script writeOwn(Actor actor, Wording wording) {
        return repository.add(new ScriptId(Uuid7.next(clock)), actor.id(), wording);
    }

    @Transactional
    public Script writeShared(Actor actor, Wording wording) {
        if (!actor.mayTeach()) {
            throw StaffProblem.scriptNotYours();
        }
        return repository.add(new ScriptId(Uuid7.next(clock)), null, wording);
    }

    @Transactional
    public Script change(Actor actor, ScriptId id, Wording wording) {
        Script script = editable(actor, id);
        return repository.change(script.id(), script.shared(), wording);
    }

    @Transactional
    public void remove(Actor actor, ScriptId id) {
        repository.remove(editable(actor, id).id());
    }

    /** Somebody else's personal script is as good as absent. */
    private Script editable(Actor actor, ScriptId id) {
        Script script = repository.find(id, actor.id()).orElseThrow(StaffProblem::scriptNotFound);
        if (script.shared() && !actor.mayTeach()) {
            throw StaffProblem.scriptNotYours();
        }
        return script;
    }
}
