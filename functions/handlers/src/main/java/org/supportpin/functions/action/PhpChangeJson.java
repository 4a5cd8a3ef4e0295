package org.supportpin.functions.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.hosting.PhpChange;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.SettingForm.Size;
import org.supportpin.domain.hosting.SettingForm.Switch;
import org.supportpin.domain.hosting.SettingForm.TimeZone;
import org.supportpin.domain.hosting.SettingForm.Whole;

/** The {@code php} of a request. */
final class PhpChangeJson {

    private PhpChangeJson() {}

    /** The requested settings that may be changed, and whether there are any others. */
    private record Settings(Map<PhpSetting, String> values, boolean hasOthers) {
        private static final Settings NONE = new Settings(Map.of(), false);
    }

    static final Read<PhpChange> READ = Read.object(fields -> {
        var version = fields.optional("version", PhpJson.VERSION);
        var settings = fields.optional("settings", PhpChangeJson::settings);
        return fields.then(() -> {
            var asked = settings.orNull() == null ? Settings.NONE : settings.get();
            return PhpChange.of(version.orNull(), asked.values(), asked.hasOthers());
        });
    });

    private static Checked<Settings> settings(Json json) {
        if (!(json instanceof Obj(var members))) {
            return Checked.faulty("Enter a JSON object.");
        }
        if (members.isEmpty()) {
            return Checked.faulty("Enter at least one setting, or leave out settings.");
        }
        var others = new HashMap<>(members);
        var values = new EnumMap<PhpSetting, String>(PhpSetting.class);
        List<Fault> faults = new ArrayList<>();
        for (var setting : PhpSetting.values()) {
            var given = others.remove(setting.text());
            if (given != null) {
                switch (value(setting).from(given)) {
                    case Valid<String>(var value) -> values.put(setting, value);
                    case Faulty<String>(var found) -> found.forEach(fault -> faults.add(fault.within(setting.text())));
                }
            }
        }
        return faults.isEmpty() ? Checked.valid(new Settings(values, !others.isEmpty())) : Checked.faulty(faults);
    }

    private static Read<String> value(PhpSetting setting) {
        return switch (setting.form()) {
            case Whole(var least, var greatest) ->
                json -> Read.integer(least, greatest).from(json).map(number -> Integer.toString(number));
            case Size _, Switch _, TimeZone _ -> Read.text(setting::check);
        };
    }
}
