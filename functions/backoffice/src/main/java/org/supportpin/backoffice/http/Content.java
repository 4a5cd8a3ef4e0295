package org.supportpin.backoffice.http;

import java.nio.charset.StandardCharsets;

/** The bytes of a request or an answer. It does not print them, because they may contain personal data. */
public final class Content {

    public static final Content EMPTY = new Content(new byte[0]);

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    /** In UTF-8. */
    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Content[" + bytes.length + " bytes]";
    }
}
