package org.supportpin.domain.hosting;

import java.time.zone.ZoneRulesProvider;
import org.supportpin.domain.check.Checked;

/** What a PHP setting may be set to. Each value has one spelling, so that equal values are equal texts. */
public sealed interface SettingForm {

    Checked<String> check(String text);

    /**
     * A whole number.
     *
     * @param least included
     * @param greatest included
     */
    record Whole(int least, int greatest) implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return isWithin(text, least, greatest)
                    ? Checked.valid(text)
                    : Checked.faulty("Give a whole number from " + least + " to " + greatest + ".");
        }
    }

    /**
     * A size in megabytes: {@code 256M}. PHP takes {@code 262144K} and bytes too, and makes 0 of {@code 0.25G}; here is one spelling.
     *
     * @param least in megabytes, included
     * @param greatest likewise
     */
    record Size(int least, int greatest) implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return text.endsWith("M") && isWithin(text.substring(0, text.length() - 1), least, greatest)
                    ? Checked.valid(text)
                    : Checked.faulty("Give whole megabytes from " + least + "M to " + greatest + "M.");
        }
    }

    /** {@code on} or {@code off}. */
    record Switch() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return text.equals("on") || text.equals("off") ? Checked.valid(text) : Checked.faulty("Give on or off.");
        }
    }

    /** A time zone by its name in the tz database, such as {@code Europe/Athens}. The JDK's {@code SystemV/…} are not of it. */
    record TimeZone() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return !text.startsWith("SystemV/")
                            && ZoneRulesProvider.getAvailableZoneIds().contains(text)
                    ? Checked.valid(text)
                    : Checked.faulty("Give a time zone of the tz database, such as Europe/Athens.");
        }
    }

    private static boolean isWithin(String digits, int least, int greatest) {
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            return false;
        }
        var number = Integer.parseInt(digits);
        return number >= least && number <= greatest;
    }
}
