package com.huixiang.staff;

/** What is inserted. The content of a picture is {@code {"fileId","url","name"}} of an upload, of a card the card; as JSON. */
public enum ScriptKind {
    TEXT,
    PICTURE,
    CARD
}
