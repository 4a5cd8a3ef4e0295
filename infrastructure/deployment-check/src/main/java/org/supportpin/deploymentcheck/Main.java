package org.supportpin.deploymentcheck;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Runs the {@link DeploymentCheck}: exit code 0 if nothing is missing, 1 if something is, 2 for wrong options. */
final class Main {

    private Main() {}

    public static void main(String[] options) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var account = new Account()) {
            System.exit(new DeploymentCheck(account, Clock.systemUTC(), out).run(List.of(options)));
        }
    }
}
