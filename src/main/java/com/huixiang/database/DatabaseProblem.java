package com.huixiang.database;

/** The database cannot be had; says why in one sentence and what to do in another. */
public final class DatabaseProblem extends RuntimeException {

    private final String remedy;

    public DatabaseProblem(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    public DatabaseProblem(String sentence, String remedy, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
