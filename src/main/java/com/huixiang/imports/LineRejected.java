package com.huixiang.imports;

/** This line cannot be used, and why; the others go in. */
public final class LineRejected extends Exception {

    private final String code;
    private final String chinese;
    private final String english;

    public LineRejected(String code, String chinese, String english) {
        super(english, null, false, false);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
