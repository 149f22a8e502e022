package com.huixiang.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link DatabaseProblem} as two sentences instead of a stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.remedy(), problem);
    }
}
