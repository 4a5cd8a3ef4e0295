package org.supportpin.backoffice.hosting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.hosting.SettingForm;

/** A package's PHP as JSON. Whole numbers are JSON numbers; every other value is a string. */
public final class PhpJson {

    private static final int MOST_VERSIONS = 100;

    private PhpJson() {}

    /** {@code {version, offered, settings}}. */
    public static Json write(PhpState php) {
        var settings = Json.object();
        php.settings().forEach((setting, value) -> settings.put(setting.text(), value(setting, value)));
        return Json.object()
                .put("version", php.version().value())
                .put("offered", Json.array(php.offered(), version -> Json.of(version.value())))
                .put("settings", settings.build())
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<PhpState> READ = Read.object(PhpJson::read);

    private static Checked<PhpState> read(Fields fields) {
        var version = fields.required("version", Read.text(PhpVersion::parse));
        var offered = fields.required("offered", Read.list(Read.text(PhpVersion::parse), 0, MOST_VERSIONS));
        var settings = fields.required("settings", PhpJson::settings);
        return fields.make(() -> new PhpState(version.get(), new LinkedHashSet<>(offered.get()), settings.get()));
    }

    /** A value as it is, within its bounds or not; null where there is none. */
    public static Json value(PhpSetting setting, @Nullable String value) {
        return setting.form() instanceof SettingForm.Whole && value != null && value.matches("-?[0-9]{1,9}")
                ? Json.of(Long.parseLong(value))
                : Json.of(value);
    }

    /** What {@link #value} gave for a value that is there. */
    public static Checked<String> value(Json json) {
        return switch (json) {
            case Str(var text) -> Checked.valid(text);
            case Num(var number) -> Checked.valid(number.toPlainString());
            default -> Checked.faulty("Give a string or a whole number.");
        };
    }

    private static Checked<Map<PhpSetting, String>> settings(Json json) {
        if (!(json instanceof Obj(var members))) {
            return Checked.faulty("Enter a JSON object.");
        }
        var values = new EnumMap<PhpSetting, String>(PhpSetting.class);
        List<Fault> faults = new ArrayList<>();
        members.forEach((name, member) -> PhpSetting.of(name)
                .ifPresentOrElse(
                        setting -> {
                            switch (value(member)) {
                                case Valid<String>(var value) -> values.put(setting, value);
                                case Faulty<String>(var found) ->
                                    found.forEach(fault -> faults.add(fault.within(name)));
                            }
                        },
                        () -> faults.add(new Fault("", "There is no such setting.").within(name))));
        return faults.isEmpty() ? Checked.valid(values) : Checked.faulty(faults);
    }
}
