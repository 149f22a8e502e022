package com.huixiang.staff;

/**
 * Words an agent inserts instead of typing them. {@code content} may name {@code {name}} (the agent's nickname),
 * {@code {customer}} and {@code {shop}}; {@code initials} are the pinyin initials it is also found by.
 */
public record Script(
        ScriptId id,
        boolean shared,
        String folder,
        String title,
        String content,
        String initials,
        ScriptKind kind,
        int ordinal) {}
