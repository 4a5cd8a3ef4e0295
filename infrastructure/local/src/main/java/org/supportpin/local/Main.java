package org.supportpin.local;

import java.net.URI;
import java.nio.file.Path;
import org.supportpin.local.fault.CannotStart;

/** Runs the local stack in the foreground, until Ctrl-C. */
public final class Main {

    private Main() {}

    /** Takes the project's folder as its only argument; the current one where it is missing. */
    public static void main(String[] arguments) throws InterruptedException {
        var project = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath();
        try {
            var stack = LocalStack.start(System.getenv(), project);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                System.out.println("stopped");
            }));
            System.out.println(greeting(stack.uri(), stack.dataFolder()));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        stopWithParent();
        Thread.currentThread().join();
    }

    /** Where Maven is killed without a chance to pass the signal on, the stack must not stay behind. */
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

            Support PIN serves on %1$s (data in %2$s). Ctrl-C stops it.

            A customer's token, the PIN's state, and the text messages sent so far:

              TOKEN=$(curl -s %1$s/local/tokens -d '{"role":"customer","subject":"1001"}' | cut -d'"' -f4)
              curl -s %1$s/v1/panel/support-pin -H "Authorization: Bearer $TOKEN"
              curl -s %1$s/local/sms
            """.formatted(uri, data);
    }
}
