package org.supportpin.domain.identity;

import java.util.Optional;

/** Reads sealed texts. */
@FunctionalInterface
public interface TextReader {

    /**
     * A text; empty if no key opens it any more.
     *
     * @param label as it was sealed
     */
    Optional<String> read(String label, SealedText text);

    /** The reference of a call. */
    default Optional<String> read(CallReference call) {
        return switch (call) {
            case CallReference.Said(var value) -> Optional.of(value);
            case CallReference.Kept(var text) -> read(CallReference.LABEL, text);
        };
    }
}
