package org.supportpin.benchmark;

import java.util.List;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.Answered;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.testing.Trees;

/** Checks that what is measured works. */
final class Check {

    private Check() {}

    /** The status of the function's answer; 200 if the event was not a request. */
    static int status(FunctionProcess process, Body event) {
        return switch (process.invoke(event)) {
            case Answered.Payload(var body) -> {
                int status = Trees.read(body.text()).path("statusCode").asInt(200);
                if (status >= 500) {
                    throw new IllegalStateException(body.text() + last(process.output()));
                }
                yield status;
            }
            case Answered.Failed(var report) ->
                throw new IllegalStateException(report + last(process.output()) + process.complaints());
        };
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 3), lines.size());
    }

    static void status(FunctionProcess process, Body event, int expected) {
        int status = status(process, event);
        if (status != expected) {
            throw new IllegalStateException(
                    "answered with " + status + " instead of " + expected + ": " + event.text());
        }
    }
}
