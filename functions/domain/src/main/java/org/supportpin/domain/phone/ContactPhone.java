package org.supportpin.domain.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.supportpin.domain.check.Checked;

/**
 * Which numbers a contact of a domain name may have: any that exists, in any country, landlines too. Nothing is ever sent to
 * it; {@link PhoneNumbers} says where an SMS may go, and is stricter. Premium rate is refused: whoever looks the contact up
 * would pay for the call.
 */
public final class ContactPhone {

    private static final String HOW =
            "Give a telephone number with + and its country code, or a Greek one in ten digits; no extension.";

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private ContactPhone() {}

    /** Judges what was typed, in the forms that {@link PhoneNumbers} takes. No message repeats it. */
    public static Checked<PhoneNumber> parse(String text) {
        return PhoneNumbers.international(text)
                .flatMap(PhoneNumbers::read)
                .map(ContactPhone::judge)
                .orElseGet(() -> Checked.faulty(HOW));
    }

    private static Checked<PhoneNumber> judge(Phonenumber.PhoneNumber number) {
        if (!UTIL.isValidNumber(number)) {
            return Checked.faulty(
                    "Give a number that exists: this one has too few or too many digits, or starts wrongly.");
        }
        return UTIL.getNumberType(number) == PhoneNumberType.PREMIUM_RATE
                ? Checked.faulty("Give another number: this one is premium rate.")
                : Checked.valid(new PhoneNumber(UTIL.format(number, PhoneNumberFormat.E164)));
    }
}
