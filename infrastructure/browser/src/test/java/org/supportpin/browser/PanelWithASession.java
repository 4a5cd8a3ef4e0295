package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.supportpin.local.contract.ProjectFiles;

/** A panel with a session and no identity provider, built from the recipes of docs/panel-integration.md. */
enum PanelWithASession {
    PHP {
        @Override
        WebServer start(Stack stack, Path folder) throws IOException {
            copy("integrations/php/support-pin.php", folder.resolve("session/support-pin-token/support-pin.php"));
            Files.writeString(
                    folder.resolve("session/support-pin-token/index.php"), own(stack, recipe("PHP", "php", "<?php\n")));
            Files.writeString(
                    folder.resolve("index.php"),
                    resource("panel.php").replace("%layout%", own(stack, recipe("PHP", "php", "<?php if"))));
            return WebServer.php(folder, Map.of());
        }

        @Override
        WebServer asks(String endpoint, Path key, Path folder, String options) throws IOException {
            copy("integrations/php/support-pin.php", folder.resolve("support-pin.php"));
            Files.writeString(folder.resolve("index.php"), resource("asks.php"));
            return WebServer.php(
                    folder,
                    Map.of(
                            "TOKEN_ENDPOINT",
                            endpoint,
                            "TOKEN_KEY",
                            key.toString(),
                            "SESSION_OPTIONS",
                            options,
                            "PHP_CLI_SERVER_WORKERS",
                            "4"));
        }
    },
    NODE {
        @Override
        WebServer start(Stack stack, Path folder) throws IOException {
            copy("integrations/node/support-pin.mjs", folder.resolve("support-pin.mjs"));
            Files.writeString(
                    folder.resolve("panel.mjs"),
                    resource("panel.mjs")
                            .replace("%layout%", own(stack, recipe("Plain HTML", "html", "<script")))
                            .replace("%route%", own(stack, recipe("Node", "js", "const client"))));
            return WebServer.node(folder, "panel.mjs", Map.of());
        }

        @Override
        WebServer asks(String endpoint, Path key, Path folder, String options) throws IOException {
            copy("integrations/node/support-pin.mjs", folder.resolve("support-pin.mjs"));
            Files.writeString(folder.resolve("asks.mjs"), resource("asks.mjs"));
            return WebServer.node(folder, "asks.mjs", Map.of("TOKEN_ENDPOINT", endpoint, "TOKEN_KEY", key.toString()));
        }
    };

    abstract WebServer start(Stack stack, Path folder) throws IOException;

    /**
     * The token route of customer 1001 with any token endpoint, and another page of the same session (panels/asks.*).
     *
     * @param options of PHP's {@code session_start}, in JSON
     */
    abstract WebServer asks(String endpoint, Path key, Path folder, String options) throws IOException;

    /** A block of the document below a heading, by how it begins. */
    private static String recipe(String heading, String language, String beginning) throws IOException {
        var document = Files.readString(ProjectFiles.root().resolve("docs/panel-integration.md"));
        var section = document.substring(document.indexOf("### " + heading + "\n"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** With the addresses and the key of this stack. */
    private static String own(Stack stack, String recipe) {
        return recipe.replaceAll("https://(pin|api|id)\\.example\\.gr", stack.origin())
                .replace(
                        "/etc/support-pin/panel.pem",
                        stack.dataFolder().resolve("client-panel.pem").toString());
    }

    static void copy(String file, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(ProjectFiles.root().resolve(file), to);
    }

    static String resource(String name) {
        try (InputStream found = PanelWithASession.class.getResourceAsStream("panels/" + name)) {
            return new String(Objects.requireNonNull(found, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
