package org.supportpin.local.http;

@FunctionalInterface
public interface Service {
    Reply answer(Request request);
}
