package org.supportpin.domain.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number. It cannot print itself: the number leaves through {@link #e164()} alone.
 *
 * @param e164 the number in the form of ITU-T E.164 §6.2: {@code +}, country code, at most 15 digits in all
 */
public record PhoneNumber(String e164) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<Integer> COUNTRY_CODES =
            PhoneNumberUtil.getInstance().getSupportedCallingCodes();
    private static final int LONGEST_COUNTRY_CODE = 3;

    /**
     * Takes a number back from where it was stored; {@link PhoneNumbers} judges what comes from outside.
     *
     * @throws IllegalArgumentException if it is not of E.164 form or starts with no country code, without the number
     */
    public PhoneNumber {
        if (!FORM.matcher(e164).matches() || countryCode(e164) == 0) {
            throw new IllegalArgumentException("not a number of E.164 form");
        }
    }

    /** The country calling code, without {@code +}: 30 for Greece. */
    public int countryCode() {
        return countryCode(e164);
    }

    /** What may be shown: {@code +30 ••• ••• ••78}, of the same shape for every country, so that no length shows. */
    public String masked() {
        return "+" + countryCode() + " ••• ••• ••" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }

    /** Country codes are prefix-free (E.164 §6.2.1): at most one of these lengths fits. */
    private static int countryCode(String e164) {
        for (int length = 1; length <= LONGEST_COUNTRY_CODE; length++) {
            var code = Integer.parseInt(e164, 1, 1 + length, 10);
            if (COUNTRY_CODES.contains(code)) {
                return code;
            }
        }
        return 0;
    }
}
