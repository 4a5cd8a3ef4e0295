package org.supportpin.domain.billing;

import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.Language;

/** The period for which a service is paid in advance. */
public enum BillingCycle implements WireName {
    MONTHLY(1, "1 μήνας", "1 month"),
    QUARTERLY(3, "3 μήνες", "3 months"),
    SEMIANNUALLY(6, "6 μήνες", "6 months"),
    ANNUALLY(12, "1 έτος", "1 year"),
    BIENNIALLY(24, "2 έτη", "2 years"),
    TRIENNIALLY(36, "3 έτη", "3 years");

    private final int months;
    private final String greek;
    private final String english;

    BillingCycle(int months, String greek, String english) {
        this.months = months;
        this.greek = greek;
        this.english = english;
    }

    public int months() {
        return months;
    }

    /** For display: {@code 2 έτη}, {@code 2 years}. */
    public String duration(Language language) {
        return language.say(greek, english);
    }

    @Override
    public String toString() {
        return text();
    }
}
