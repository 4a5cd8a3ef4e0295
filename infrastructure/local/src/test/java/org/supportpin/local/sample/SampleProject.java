package org.supportpin.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.supportpin.local.LocalStack;

/** A project folder with the sample template and its own data folder. */
public record SampleProject(Path folder) {

    public static SampleProject in(Path folder) {
        try (var template = SampleProject.class.getResourceAsStream("/sample/template.yaml")) {
            if (template == null) {
                throw new IllegalStateException("no sample template");
            }
            Files.write(folder.resolve("template.yaml"), template.readAllBytes());
            return new SampleProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any free port, and data below the project's folder. */
    public Map<String, String> environment() {
        return Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", "data");
    }

    public LocalStack start() {
        return start(Map.of());
    }

    /** With more in the environment. */
    public LocalStack start(Map<String, String> more) {
        IssuerKeys.putInto(folder.resolve("data"));
        var environment = new HashMap<>(environment());
        environment.putAll(more);
        return LocalStack.start(environment, folder, new SampleHandlers());
    }
}
