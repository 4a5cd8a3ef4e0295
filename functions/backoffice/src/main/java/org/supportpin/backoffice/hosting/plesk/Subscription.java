package org.supportpin.backoffice.hosting.plesk;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.SettingForm;
import org.supportpin.domain.name.DomainName;

/**
 * A subscription in {@code webspace get}, which is a hosting package here.
 *
 * @param owner the id of Plesk's customer
 * @param mailboxQuotaMb the highest quota of a mailbox, which also applies to one without its own
 * @param handler the id of its PHP handler
 * @param settings the PHP settings that differ from the server's
 */
record Subscription(
        DomainName mainDomain, String owner, int mailboxQuotaMb, String handler, Map<PhpSetting, String> settings) {

    private static final long MEGABYTE = 1 << 20;

    /** Empty if the answer lacks what every subscription with hosting has. */
    static Optional<Subscription> read(PleskResult result) {
        var domain = result.domain();
        var owner = result.text("data", "gen_info", "owner-id");
        var handler = result.named("php_handler_id", "property", "data", "hosting", "vrt_hst");
        return domain.isPresent() && owner.isPresent() && handler.isPresent()
                ? Optional.of(new Subscription(
                        domain.get(),
                        owner.get(),
                        result.named("mbox_quota", "limit", "data", "limits")
                                .map(bytes -> megabytes(bytes, Integer.MAX_VALUE))
                                .orElse(Integer.MAX_VALUE),
                        handler.get(),
                        settings(result)))
                : Optional.empty();
    }

    /** Plesk gives only the plan's GUID, which no customer knows, so the subscription's name is used. */
    PackagePlan plan() {
        return new PackagePlan(mainDomain.unicode(), mailboxQuotaMb);
    }

    PhpState php(PhpHandlers handlers, PhpHandlers.Handler now) {
        return new PhpState(now.version(), handlers.offered(now), settings);
    }

    /** Bytes in whole megabytes; {@code otherwise} for what is not a size, such as {@code -1}. */
    static int megabytes(String bytes, int otherwise) {
        return bytes.matches("[0-9]{1,15}")
                ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(bytes) / MEGABYTE)
                : otherwise;
    }

    private static Map<PhpSetting, String> settings(PleskResult result) {
        var settings = new EnumMap<PhpSetting, String>(PhpSetting.class);
        for (var setting : PhpSetting.values()) {
            result.named(setting.text(), "setting", "data", "php-settings")
                    .ifPresent(value -> settings.put(setting, spelled(setting, value)));
        }
        return settings;
    }

    /** A value in the domain's spelling, if it has one: {@code 128m} is {@code 128M}, {@code On} is {@code on}. */
    private static String spelled(PhpSetting setting, String value) {
        var ours = switch (setting.form()) {
            case SettingForm.Size _ -> value.toUpperCase(Locale.ROOT);
            case SettingForm.Switch _ -> value.toLowerCase(Locale.ROOT);
            case SettingForm.TimeZone _ -> value.replace("\"", "");
            case SettingForm.Whole _ -> value;
        };
        return setting.check(ours) instanceof Checked.Valid ? ours : value;
    }
}
