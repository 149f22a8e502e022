package com.huixiang.search;

import com.huixiang.kernel.Problem;

/** All refusals of the search. */
public final class SearchProblem extends Problem {

    private SearchProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static SearchProblem closed() {
        return new SearchProblem(
                Kind.UNAVAILABLE, "search.closed", "搜索暂时不可用,请稍后再试。", "The search is not available now. Please try again later.");
    }

    static SearchProblem unknownKind() {
        return new SearchProblem(
                Kind.INVALID, "search.unknown-kind", "没有这个搜索范围。", "There is nothing of this kind to search for.");
    }
}
