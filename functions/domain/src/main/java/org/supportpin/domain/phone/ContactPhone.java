package org.supportpin.domain.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.supportpin.domain.check.Checked;

/**
 * The phone numbers that a domain's contact may have: any existing number in any country, including landlines. Nothing is ever
 * sent to them; {@link PhoneNumbers}, which is stricter, says where an SMS may go. Premium-rate numbers are refused, because
 * people who look up the contact would pay for the call.
 */
public final class ContactPhone {

    private static final String HOW =
            "Enter a phone number with + and its country code, or a Greek one of ten digits, without an extension.";

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private ContactPhone() {}

    /** Checks what was typed, in the forms that {@link PhoneNumbers} accepts. No message repeats it. */
    public static Checked<PhoneNumber> parse(String text) {
        return PhoneNumbers.international(text)
                .flatMap(PhoneNumbers::read)
                .map(ContactPhone::judge)
                .orElseGet(() -> Checked.faulty(HOW));
    }

    private static Checked<PhoneNumber> judge(Phonenumber.PhoneNumber number) {
        if (!UTIL.isValidNumber(number)) {
            return Checked.faulty(
                    "Enter a number that exists: this one has too few or too many digits, or starts with the wrong ones.");
        }
        return UTIL.getNumberType(number) == PhoneNumberType.PREMIUM_RATE
                ? Checked.faulty("Enter another number: this is a premium-rate number.")
                : Checked.valid(new PhoneNumber(UTIL.format(number, PhoneNumberFormat.E164)));
    }
}
