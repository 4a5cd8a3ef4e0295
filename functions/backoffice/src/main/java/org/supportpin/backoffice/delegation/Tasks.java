package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Questions at the same time, each in a thread of its own. */
record Tasks(Executor threads) {

    <T> FutureTask<T> start(Callable<T> question) {
        var task = new FutureTask<>(question);
        threads.execute(task);
        return task;
    }

    /** Waits for the answer, which comes or fails until the moment at which questions end. */
    static <T> T result(FutureTask<T> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException("a question failed unexpectedly", e.getCause());
            }
        }
    }
}
