package org.supportpin.backoffice.http;

import java.net.http.HttpHeaders;

/** What became of a request. */
public sealed interface Reply {

    /** An answer came, whole. */
    record Answered(int status, HttpHeaders headers, Content content) implements Reply {}

    /**
     * Certainly nothing was sent.
     *
     * @param why a sentence without anything secret
     */
    record NotSent(String why) implements Reply {}

    /** Something may have been sent, and no whole answer came. */
    record Lost(String why) implements Reply {}
}
