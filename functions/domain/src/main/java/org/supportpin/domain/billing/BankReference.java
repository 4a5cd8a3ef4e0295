package org.supportpin.domain.billing;

import java.util.regex.Pattern;

/**
 * The payment reference of a bank transfer, which matches the payment to its invoice: a creditor reference (ISO 11649).
 *
 * @param value {@code RF}, two check digits, and 1–21 digits or capital letters, without spaces
 */
public record BankReference(String value) {

    private static final String PREFIX = "RF";
    private static final Pattern FORM = Pattern.compile("RF[0-9]{2}[0-9A-Z]{1,21}");

    /**
     * @throws IllegalArgumentException if it is not a creditor reference or its check digits are wrong
     */
    public BankReference {
        if (!FORM.matcher(value).matches() || !Mod97.checks(value)) {
            throw new IllegalArgumentException("not a creditor reference of ISO 11649");
        }
    }

    /** Makes the reference from the creditor's own number of 1–21 digits or capital letters. */
    public static BankReference of(String number) {
        return new BankReference(PREFIX + Mod97.digits(PREFIX, number) + number);
    }

    /** For display, in groups of four. */
    public String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
