package org.supportpin.domain.billing;

import java.math.BigInteger;

/**
 * ISO 7064 mod 97-10, as IBANs (ISO 13616) and creditor references (ISO 11649) use it: with the first four characters moved to
 * the end.
 */
final class Mod97 {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int BEFORE = 98;
    private static final int HEAD = 4;

    private Mod97() {}

    /** Whether the check digits, the third and fourth characters, are correct. */
    static boolean checks(String text) {
        return remainder(text.substring(HEAD) + text.substring(0, HEAD)) == 1;
    }

    /** The two check digits between a prefix of two letters and the rest. */
    static String digits(String prefix, String rest) {
        var digits = BEFORE - remainder(rest + prefix + "00");
        return digits < 10 ? "0" + digits : Integer.toString(digits);
    }

    /** Letters count as 10 to 35. */
    private static int remainder(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(each -> digits.append(Character.digit(each, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
