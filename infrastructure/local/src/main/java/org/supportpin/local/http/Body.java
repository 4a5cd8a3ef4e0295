package org.supportpin.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The bytes of a request or an answer. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    public static Body of(String text) {
        return new Body(text.getBytes(UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As UTF-8; invalid bytes become the replacement character. */
    public String text() {
        return new String(bytes, UTF_8);
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }
}
