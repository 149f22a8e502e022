package com.huixiang.demo;

import com.huixiang.kernel.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the record's answer; a refusal comes out as the refusal it is. */
final class Answers {

    private Answers() {}

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof Problem refusal ? refusal : wrapped;
        }
    }
}
