package com.huixiang.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One file that somebody brought. */
public record ImportId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImportId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
