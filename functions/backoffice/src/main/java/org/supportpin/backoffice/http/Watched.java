package org.supportpin.backoffice.http;

/** The watch under which connectors are being made. */
final class Watched {

    static final ScopedValue<Watch> CURRENT = ScopedValue.newInstance();

    private Watched() {}
}
