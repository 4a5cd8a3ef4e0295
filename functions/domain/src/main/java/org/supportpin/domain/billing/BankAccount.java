package org.supportpin.domain.billing;

import java.util.regex.Pattern;

/**
 * The hosting company's account, which customers pay to.
 *
 * @param holder as the bank has it
 * @param iban ISO 13616, without blanks; its check digits are checked
 */
public record BankAccount(String holder, String iban) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /**
     * Checks the account.
     *
     * @throws IllegalArgumentException if there is no holder, or the IBAN is none
     */
    public BankAccount {
        iban = iban.replace(" ", "");
        if (holder.isBlank() || !FORM.matcher(iban).matches() || !Mod97.checks(iban)) {
            throw new IllegalArgumentException("the bank account needs a holder and a valid IBAN");
        }
    }

    /** As people write it: in groups of four. */
    public String printed() {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
