package org.supportpin.domain.billing;

import java.util.Arrays;
import java.util.Optional;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.Language;

/** For how long a service is paid at a time. */
public enum BillingCycle {
    MONTHLY("monthly", 1, "1 μήνας", "1 month"),
    QUARTERLY("quarterly", 3, "3 μήνες", "3 months"),
    SEMIANNUALLY("semiannually", 6, "6 μήνες", "6 months"),
    ANNUALLY("annually", 12, "1 έτος", "1 year"),
    BIENNIALLY("biennially", 24, "2 έτη", "2 years"),
    TRIENNIALLY("triennially", 36, "3 έτη", "3 years");

    private final String text;
    private final int months;
    private final String greek;
    private final String english;

    BillingCycle(String text, int months, String greek, String english) {
        this.text = text;
        this.months = months;
        this.greek = greek;
        this.english = english;
    }

    /** The cycle in the API. */
    public String text() {
        return text;
    }

    public int months() {
        return months;
    }

    /** For people: {@code 2 έτη}, {@code 2 years}. */
    public String duration(Language language) {
        return switch (language) {
            case GREEK -> greek;
            case ENGLISH -> english;
        };
    }

    public static Optional<BillingCycle> of(String text) {
        return Arrays.stream(values()).filter(cycle -> cycle.text.equals(text)).findFirst();
    }

    public static Checked<BillingCycle> parse(String text) {
        return of(text).map(Checked::valid)
                .orElseGet(() ->
                        Checked.faulty("Give monthly, quarterly, semiannually, annually, biennially or triennially."));
    }

    @Override
    public String toString() {
        return text;
    }
}
