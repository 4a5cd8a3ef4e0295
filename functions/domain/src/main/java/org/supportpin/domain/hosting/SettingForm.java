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
                    : Checked.faulty(
                            "Enter a whole number from " + least + " to " + greatest + ".",
                            "Δώστε ακέραιο αριθμό από " + least + " έως " + greatest + ".");
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
                    : Checked.faulty(
                            "Enter whole megabytes from " + least + "M to " + greatest + "M.",
                            "Δώστε ακέραιο αριθμό MB από " + least + "M έως " + greatest + "M.");
        }
    }

    /** {@code on} or {@code off}. */
    record Switch() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return text.equals("on") || text.equals("off")
                    ? Checked.valid(text)
                    : Checked.faulty("Enter on or off.", "Δώστε on ή off.");
        }
    }

    /**
     * A time zone by its name in the tz database, such as {@code Europe/Athens}. PHP has all of them, also the older names, and reads
     * them in any case (timelib); here they have the case of the tz database. The JDK's {@code SystemV/…} names are not in it, and an
     * offset such as {@code +03:00} is not a name.
     */
    record TimeZone() implements SettingForm {

        @Override
        public Checked<String> check(String text) {
            return ZoneRulesProvider.getAvailableZoneIds().stream()
                    .filter(zone -> zone.equalsIgnoreCase(text) && !zone.startsWith("SystemV/"))
                    .findFirst()
                    .map(Checked::valid)
                    .orElseGet(() -> Checked.faulty(
                            "Enter a time zone from the tz database, for example Europe/Athens.",
                            "Δώστε ζώνη ώρας της βάσης tz, για παράδειγμα Europe/Athens."));
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
