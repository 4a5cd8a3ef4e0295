package org.supportpin.domain.hosting;

import java.time.zone.ZoneRulesProvider;
import org.supportpin.domain.check.Checked;

/** The allowed values of a PHP setting. Each value has one spelling, so that equal values are equal strings. */
public sealed interface SettingForm {

    Checked<String> check(String text);

    /**
     * A whole number.
     *
     * @param least inclusive
     * @param greatest inclusive
     */
    record Whole(int least, int greatest) implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return isWithin(text, least, greatest)
                    ? Checked.valid(text)
                    : Checked.faulty("Enter a whole number from " + least + " to " + greatest + ".");
        }
    }

    /**
     * A size in megabytes, such as {@code 256M}. PHP also accepts {@code 262144K} and bytes, and reads {@code 0.25G} as 0; only
     * one spelling is allowed here.
     *
     * @param least in megabytes, inclusive
     * @param greatest in megabytes, inclusive
     */
    record Size(int least, int greatest) implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return text.endsWith("M") && isWithin(text.substring(0, text.length() - 1), least, greatest)
                    ? Checked.valid(text)
                    : Checked.faulty("Enter whole megabytes from " + least + "M to " + greatest + "M.");
        }
    }

    /** {@code on} or {@code off}. */
    record Switch() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return text.equals("on") || text.equals("off") ? Checked.valid(text) : Checked.faulty("Enter on or off.");
        }
    }

    /**
     * A time zone by its name in the tz database, such as {@code Europe/Athens}. The JDK's {@code SystemV/…} names are not in it.
     */
    record TimeZone() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return !text.startsWith("SystemV/")
                            && ZoneRulesProvider.getAvailableZoneIds().contains(text)
                    ? Checked.valid(text)
                    : Checked.faulty("Enter a time zone from the tz database, for example Europe/Athens.");
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
