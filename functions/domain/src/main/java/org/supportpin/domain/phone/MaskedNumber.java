package org.supportpin.domain.phone;

/**
 * What may be shown of a phone number: country code and last two digits.
 *
 * @param countryCode the country calling code, without {@code +}: 30 for Greece
 * @param ending 0–99: the last two digits
 */
public record MaskedNumber(int countryCode, int ending) {

    public MaskedNumber {
        if (countryCode < 1 || countryCode > 999 || ending < 0 || ending > 99) {
            throw new IllegalArgumentException("not what may be shown of a number");
        }
    }

    /** {@code +30 ••• ••• ••78}, with the same shape for every country so that it does not reveal the length. */
    public String text() {
        return "+" + countryCode + " ••• ••• ••" + ending / 10 + ending % 10;
    }
}
