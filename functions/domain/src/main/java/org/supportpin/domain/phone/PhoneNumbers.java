package org.supportpin.domain.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * The numbers that may receive SMS: mobiles of the supported countries, but no premium-rate numbers.
 *
 * <p>Accepts the international form with {@code +} or {@code 00} and the national Greek form of ten digits, in ASCII digits, with
 * what people and OpenID Connect put between them: spaces, dashes, dots, slashes, parentheses (RFC 3966 §5.1.1), and the
 * invisible marks that are pasted along. A URI's {@code tel:} may stand before a {@code +}. Everything else is refused rather than
 * guessed: digits of other scripts, letters, a country code without prefix, and extensions, which no SMS reaches.
 */
public final class PhoneNumbers {

    /** The default supported countries: Greece and Cyprus. */
    public static final Set<String> DEFAULT_REGIONS = Set.of("GR", "CY");

    /** Enough for fifteen digits and the {@code 00}, with a separator between any two. */
    private static final int LONGEST_TEXT = 40;

    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Pd}\\u2212./()]");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:(?:(?i:tel:))?\\+|00)([1-9][0-9]{6,14})");
    private static final Pattern NATIONAL_GREEK = Pattern.compile("[0-9]{10}");

    private static final String HOW =
            "Enter a mobile number with + and its country code, or a Greek one of ten digits, without an extension.";

    /**
     * Loaded with the first number, because loading takes a third as long as starting an empty function, and most functions check
     * no numbers.
     */
    private static final class Library {
        static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    }

    private final Set<String> regions;

    /**
     * @param regions ISO 3166-1 alpha-2 codes of the supported countries
     * @throws IllegalArgumentException if there is none or one is unknown
     */
    public PhoneNumbers(Set<String> regions) {
        var unknown = new TreeSet<>(regions);
        unknown.removeAll(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
        if (!unknown.isEmpty()) {
            unknown.removeAll(Library.UTIL.getSupportedRegions()); // XK, which has numbers and no ISO code
        }
        if (regions.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException("served countries: none, or not ISO 3166-1 codes: " + unknown);
        }
        this.regions = Set.copyOf(regions);
    }

    /** Greece and Cyprus. */
    public static PhoneNumbers ofDefaultRegions() {
        return new PhoneNumbers(DEFAULT_REGIONS);
    }

    /** The supported countries, as ISO 3166-1 alpha-2 codes. */
    public Set<String> regions() {
        return regions;
    }

    /** Checks what a customer typed. Any text gets an answer, never an exception. No message repeats it. */
    public Checked<PhoneNumber> parse(String text) {
        return international(text).flatMap(PhoneNumbers::read).map(this::judge).orElseGet(() -> Checked.faulty(HOW));
    }

    /** The number with {@code +} and its country code; empty if the text is in none of the accepted forms. */
    static Optional<String> international(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var digits = SEPARATORS.matcher(Text.withoutMarks(text)).replaceAll("");
        var international = INTERNATIONAL.matcher(digits);
        if (international.matches()) {
            return Optional.of("+" + international.group(1));
        }
        return NATIONAL_GREEK.matcher(digits).matches() ? Optional.of("+30" + digits) : Optional.empty();
    }

    /** The number as libphonenumber parses it; it need not exist. */
    static Optional<Phonenumber.PhoneNumber> read(String e164) {
        try {
            return Optional.of(Library.UTIL.parse(e164, null));
        } catch (NumberParseException noNumber) {
            return Optional.empty(); // no such country code, or a length that no country has
        }
    }

    private Checked<PhoneNumber> judge(Phonenumber.PhoneNumber number) {
        if (Library.UTIL.getRegionCodesForCountryCode(number.getCountryCode()).stream()
                .noneMatch(regions::contains)) {
            return notServed();
        }
        if (!Library.UTIL.isValidNumber(number)) {
            return Checked.faulty(
                    "Enter a number that exists: this one has too few or too many digits, or starts with the wrong ones.");
        }
        var region = Library.UTIL.getRegionCodeForNumber(number);
        if (region == null || !regions.contains(region)) {
            return notServed(); // one country code, several countries: +1, +44, +39
        }
        return switch (Library.UTIL.getNumberType(number)) {
            case MOBILE -> accepted(number);
            case FIXED_LINE_OR_MOBILE -> hasNoMobileRange(region) ? accepted(number) : notMobile();
            case PREMIUM_RATE -> Checked.faulty("Enter a mobile number: this is a premium-rate number.");
            default -> notMobile();
        };
    }

    private Checked<PhoneNumber> notServed() {
        return Checked.faulty(
                "Enter a mobile number of a supported country: " + String.join(", ", new TreeSet<>(regions)) + ".");
    }

    private static Checked<PhoneNumber> notMobile() {
        return Checked.faulty("Enter a mobile number: this one is of another kind and may not receive SMS.");
    }

    private static Checked<PhoneNumber> accepted(Phonenumber.PhoneNumber number) {
        return Checked.valid(new PhoneNumber(Library.UTIL.format(number, PhoneNumberFormat.E164)));
    }

    /** In countries whose mobiles have no separate range (+1), even the example of a mobile is of this mixed type. */
    private static boolean hasNoMobileRange(String region) {
        var example = Library.UTIL.getExampleNumberForType(region, PhoneNumberType.MOBILE);
        return example != null && Library.UTIL.getNumberType(example) == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
}
