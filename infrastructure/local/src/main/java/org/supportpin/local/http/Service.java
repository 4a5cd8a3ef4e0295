package org.supportpin.local.http;

/** Answers requests. */
@FunctionalInterface
public interface Service {
    Reply answer(Request request);
}
