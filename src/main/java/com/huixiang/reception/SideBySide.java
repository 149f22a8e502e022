package com.huixiang.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** When a crowd arrives at once, several are served at a time: each commit waits for the disk, the others need not. */
@Component
class SideBySide implements DisposableBean {

    private static final int AT_A_TIME = 8;

    private final ExecutorService desks = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());

    /** Returns when all are done. One that fails keeps nobody else from being served; the first failure is thrown then. */
    <K, V> void forEach(Map<K, V> all, BiConsumer<K, V> serve) {
        List<CompletableFuture<Void>> running = new ArrayList<>(all.size());
        all.forEach((key, value) -> running.add(CompletableFuture.runAsync(() -> serve.accept(key, value), desks)));
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void destroy() {
        desks.shutdown();
    }
}
