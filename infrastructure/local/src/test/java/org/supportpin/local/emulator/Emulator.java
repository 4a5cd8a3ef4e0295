package org.supportpin.local.emulator;

import java.util.Map;

/** What imitates AWS. */
enum Emulator {
    LOCALSTACK,
    MOTO,
    FLOCI,
    AWS_EMULATOR,
    /** Any other, and AWS itself: everything must be as AWS has it. */
    NONE_KNOWN;

    /** The one that {@code SUPPORT_PIN_EMULATOR} names, such as {@code moto}; without it, none that is known. */
    static Emulator named(Map<String, String> environment) {
        var name = environment.getOrDefault("SUPPORT_PIN_EMULATOR", "none-known");
        for (var emulator : values()) {
            if (emulator.text().equals(name)) {
                return emulator;
            }
        }
        throw new IllegalArgumentException("SUPPORT_PIN_EMULATOR is localstack, moto, floci or aws-emulator");
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
