package com.huixiang.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A store. */
public record StoreId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StoreId {}

    public static StoreId from(String text) {
        return new StoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
