package org.supportpin.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.IssuerKeys;

/** The local stack, and the programs in other languages that call it. */
final class Desk implements AutoCloseable {

    static final Path CLIENTS = ProjectFiles.root().resolve("infrastructure/clients");

    /** Where {@code .ci/run} lets npm put the tools whose hashes are in npm/package-lock.json. */
    private static final Path TOOLS = CLIENTS.resolve("target/npm/node_modules/.bin");

    private static final String VERIFIED = "{\"phone_number\":\"+306912345678\",\"phone_number_verified\":true}";

    private final LocalStack stack;

    private Desk(LocalStack stack) {
        this.stack = stack;
    }

    static Desk in(Path data) {
        IssuerKeys.putInto(data);
        return new Desk(LocalStack.start(
                Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", data.toString(), "SUPPORT_PIN_TABLES", "memory"),
                ProjectFiles.root()));
    }

    String address() {
        return stack.uri().toString().replaceAll("/$", "");
    }

    String token(String role, String subject) {
        return new Caller(stack.uri()).token(role, subject, role.equals("customer") ? VERIFIED : "{}");
    }

    /** A tool of npm/package.json. Without it the test is skipped; {@code .ci/run} then fails. */
    static String tool(String name) {
        var tool = TOOLS.resolve(name);
        Assumptions.assumeTrue(Files.isExecutable(tool), name + " is not installed; see docs/clients.md");
        return tool.toString();
    }

    /** A command of the system. Without it the test is skipped; {@code .ci/run} then fails. */
    static String command(String name) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin", name)), name + " is not installed");
        return "/usr/bin/" + name;
    }

    /** What a program says that calls the stack. Its address and the tokens are in the environment. */
    String run(Path folder, String... command) throws IOException, InterruptedException {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SUPPORT_PIN", address());
        environment.put("CUSTOMER_TOKEN", token("customer", "1001"));
        environment.put("AGENT_TOKEN", token("agent", "agent-7"));
        environment.put("AUDITOR_TOKEN", token("auditor", "auditor-1"));
        return said(folder, environment, command);
    }

    /** What a program says; an error if it ends with any other code than 0. */
    static String said(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var program = builder.start();
        program.getOutputStream().close();
        var said = new String(program.getInputStream().readAllBytes(), UTF_8);
        if (program.waitFor() != 0) {
            throw new AssertionError(said);
        }
        return said;
    }

    @Override
    public void close() {
        stack.close();
    }
}
