package org.supportpin.backoffice.hosting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.hosting.SettingForm;

/** PHP as JSON. Values that are whole numbers are JSON numbers, and all others are strings. */
public final class PhpJson {

    private static final int MOST_VERSIONS = 100;

    public static final Codec<PhpVersion> VERSION = Codec.text(PhpVersion::value, PhpVersion::parse);

    private static final Codec<Set<PhpVersion>> OFFERED =
            VERSION.list(0, MOST_VERSIONS).as(LinkedHashSet::new, List::copyOf);

    private static final Codec<Map<PhpSetting, String>> SETTINGS = Codec.of(PhpJson::write, PhpJson::settings);

    public static final ObjectCodec<PhpState> PHP = members -> {
        var version = members.required("version", VERSION, PhpState::version);
        var offered = members.required("offered", OFFERED, PhpState::offered);
        var settings = members.required("settings", SETTINGS, PhpState::settings);
        return members.make(() -> new PhpState(version.get(), offered.get(), settings.get()));
    };

    public static final ObjectCodec<VersionEdit> VERSION_EDIT = members -> {
        var before = members.required("before", VERSION, VersionEdit::before);
        var after = members.required("after", VERSION, VersionEdit::after);
        return members.make(() -> new VersionEdit(before.get(), after.get()));
    };

    private PhpJson() {}

    /** A setting's values before and after; {@code null} if there is none. */
    public static ObjectCodec<SettingEdit> edit(PhpSetting setting) {
        var value = value(setting);
        return members -> {
            var before = members.nullable("before", value, SettingEdit::before);
            var after = members.nullable("after", value, SettingEdit::after);
            return members.make(() -> new SettingEdit(setting, before.orNull(), after.orNull()));
        };
    }

    /** A setting's value, which may be out of bounds. */
    private static Codec<String> value(PhpSetting setting) {
        return Codec.of(
                value -> setting.form() instanceof SettingForm.Whole && value.matches("-?[0-9]{1,9}")
                        ? Json.of(Long.parseLong(value))
                        : Json.of(value),
                json -> switch (json) {
                    case Str(var text) -> Checked.valid(text);
                    case Num(var number) -> Checked.valid(number.toPlainString());
                    default -> Checked.faulty("Enter a string or a whole number.");
                });
    }

    private static Obj write(Map<PhpSetting, String> settings) {
        var json = Json.object();
        settings.forEach(
                (setting, value) -> json.put(setting.text(), value(setting).write(value)));
        return json.build();
    }

    private static Checked<Map<PhpSetting, String>> settings(Json json) {
        if (!(json instanceof Obj(var members))) {
            return Checked.faulty("Enter a JSON object.");
        }
        var values = new EnumMap<PhpSetting, String>(PhpSetting.class);
        List<Fault> faults = new ArrayList<>();
        members.forEach((name, member) -> WireName.find(PhpSetting.values(), name)
                .ifPresentOrElse(
                        setting -> {
                            switch (value(setting).from(member)) {
                                case Valid<String>(var value) -> values.put(setting, value);
                                case Faulty<String>(var found) ->
                                    found.forEach(fault -> faults.add(fault.within(name)));
                            }
                        },
                        () -> faults.add(new Fault("", "There is no such setting.").within(name))));
        return faults.isEmpty() ? Checked.valid(values) : Checked.faulty(faults);
    }
}
