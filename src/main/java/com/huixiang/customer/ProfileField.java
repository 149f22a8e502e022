package com.huixiang.customer;

import com.huixiang.customer.TimelineEntry.Words;
import java.util.List;
import java.util.Optional;

/** P-01: something one may know of a customer. */
public record ProfileField(
        String key, Of of, Section section, Words label, Type type, List<Choice> choices, boolean custom) {

    public enum Of {
        PERSON,
        ENTERPRISE
    }

    /** Where it stands in the file. */
    public enum Section {
        BASICS,
        TRAITS,
        BUYING,
        BUSINESS,
        TRANSACTIONS
    }

    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        YES_NO,
        PHONE,
        EMAIL
    }

    public record Choice(String code, String zh, String en) {}

    /** In the one spelling in which it is kept; empty when it makes no sense. */
    Optional<String> normalise(String text) {
        return FieldSpelling.normalise(this, text);
    }
}
