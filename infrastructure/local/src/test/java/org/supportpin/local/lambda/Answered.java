package org.supportpin.local.lambda;

import org.supportpin.local.http.Body;

/** How an invocation ended. */
public sealed interface Answered {

    /** The function answered. */
    record Payload(Body body) implements Answered {}

    /**
     * The function threw, did not start or ended.
     *
     * @param report of the runtime client
     */
    record Failed(String report) implements Answered {}
}
