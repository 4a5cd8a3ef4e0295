package org.supportpin.functions.settings;

import java.util.List;

/** The function does not start; the message names every fault. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSettings(List<String> faults) {
        super("Invalid settings: " + String.join("; ", faults));
    }
}
