package com.huixiang.push;

import tools.jackson.databind.JsonNode;

/** What a module keeps in memory and the other nodes must know of. Offered as a bean. */
public interface Notebook {

    /** Under which name {@link Neighbours#note} reaches it. */
    String subject();

    /** Another node wrote this down. */
    void noted(JsonNode note);

    /** Some notes were lost: forget what was only heard of. */
    void missedSome();
}
