package com.huixiang.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A script (话术). */
public record ScriptId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScriptId {}

    public static ScriptId from(String text) {
        return new ScriptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
