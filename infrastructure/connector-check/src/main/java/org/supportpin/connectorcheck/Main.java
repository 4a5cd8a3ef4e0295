package org.supportpin.connectorcheck;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the {@link ConnectorCheck}: exit code 0 if the system fits, 1 if not, 2 for wrong options. */
final class Main {

    private Main() {}

    public static void main(String[] options) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new ConnectorCheck(Outside.real(), out).run(List.of(options)));
    }
}
