package org.supportpin.domain.billing;

import java.util.regex.Pattern;

/**
 * The hosting company's bank account, to which customers pay.
 *
 * @param holder the name of the holder at the bank
 * @param iban ISO 13616, without spaces; the check digits are validated
 */
public record BankAccount(String holder, String iban) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /**
     * Validates the account.
     *
     * @throws IllegalArgumentException if there is no holder or the IBAN is invalid
     */
    public BankAccount {
        iban = iban.replace(" ", "");
        if (holder.isBlank() || !FORM.matcher(iban).matches() || !Mod97.checks(iban)) {
            throw new IllegalArgumentException("the bank account needs a holder and a valid IBAN");
        }
    }

    /** For display, in groups of four. */
    public String printed() {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
