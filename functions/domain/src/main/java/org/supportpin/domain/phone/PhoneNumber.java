package org.supportpin.domain.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A phone number. {@code toString} does not reveal it; only {@link #e164()} does.
 *
 * @param e164 the number in the form of ITU-T E.164 §6.2: {@code +}, country code, at most 15 digits in all
 */
public record PhoneNumber(String e164) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<Integer> COUNTRY_CODES =
            PhoneNumberUtil.getInstance().getSupportedCallingCodes();
    private static final int LONGEST_COUNTRY_CODE = 3;

    /**
     * Restores a stored number. {@link PhoneNumbers} checks input.
     *
     * @throws IllegalArgumentException if it is not in E.164 form or has no known country code; the message does not contain the
     *     number
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

    /** What may be shown of it. */
    public MaskedNumber mask() {
        return new MaskedNumber(countryCode(), Integer.parseInt(e164, e164.length() - 2, e164.length(), 10));
    }

    /** The masked form: {@code +30 ••• ••• ••78}. */
    public String masked() {
        return mask().text();
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
