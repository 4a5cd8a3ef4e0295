package org.supportpin.local;

import java.net.URI;
import java.nio.file.Path;
import org.supportpin.local.fault.CannotStart;

/** Runs the local stack in the foreground until Ctrl-C. */
public final class Main {

    private Main() {}

    /** Takes the project's folder as an argument; by default it is the current one. */
    public static void main(String[] arguments) throws InterruptedException {
        var project = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath();
        try {
            var stack = LocalStack.start(System.getenv(), project);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                System.out.println("Stopped");
            }));
            System.out.println(greeting(stack.uri(), stack.dataFolder()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        stopWithParent();
        Thread.currentThread().join();
    }

    /** The stack must not outlive Maven, even if Maven is killed without passing the signal on. */
    private static void stopWithParent() {
        if (Boolean.getBoolean("supportpin.stopWithParent")) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> Thread.ofVirtual().start(() -> {
                        parent.onExit().join();
                        System.exit(0);
                    }));
        }
    }

    private static String greeting(URI uri, Path data) {
        return """

            Support PIN runs on %1$s (data in %2$s). Press Ctrl-C to stop.

            To get a customer's token, the PIN and the text messages sent so far:

              TOKEN=$(curl -s %1$s/local/tokens -d '{"role":"customer","subject":"1001"}' | cut -d'"' -f4)
              curl -s %1$s/v1/panel/support-pin -H "Authorization: Bearer $TOKEN"
              curl -s %1$s/local/sms
            """.formatted(uri, data);
    }
}
