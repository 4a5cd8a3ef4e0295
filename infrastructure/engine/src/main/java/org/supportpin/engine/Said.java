package org.supportpin.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The engine's output. All of it is read, because a full pipe would block the engine; only the beginning is kept. */
final class Said {

    private static final String LISTENING = "listening on";
    private static final String TAKEN = "already in use";
    private static final long SECONDS_TO_START = 30;
    private static final int WORTH_KEEPING = 400;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Boolean> listening = new CompletableFuture<>();

    private Said() {}

    static Said by(Process engine) {
        var said = new Said();
        var reader = new Thread(() -> said.read(engine), "dynoxide's output");
        reader.setDaemon(true);
        reader.start();
        return said;
    }

    private void read(Process engine) {
        try (var lines = new BufferedReader(new InputStreamReader(engine.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(LISTENING)) {
                    listening.complete(true);
                } else {
                    keep(line);
                }
            }
        } catch (IOException e) {
            keep(String.valueOf(e.getMessage()));
        } finally {
            listening.complete(false);
        }
    }

    private synchronized void keep(String line) {
        if (text.length() < WORTH_KEEPING) {
            text.append(text.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private synchronized String all() {
        return text.isEmpty() ? "no output" : text.toString();
    }

    void awaitListening(Path binary) throws PortTaken {
        try {
            if (listening.get(SECONDS_TO_START, TimeUnit.SECONDS)) {
                return;
            }
        } catch (TimeoutException e) {
            throw new NoEngine(binary + " is not listening after " + SECONDS_TO_START + " seconds: " + all(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoEngine("Starting " + binary + " was interrupted.", e);
        }
        if (all().contains(TAKEN)) {
            throw new PortTaken(all());
        }
        throw new NoEngine(binary + " did not start: " + all());
    }
}
