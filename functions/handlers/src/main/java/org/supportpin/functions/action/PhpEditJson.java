package org.supportpin.functions.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpVersion;

/** What an action does to a package's PHP, in its plan and in its result: each value before and after. */
final class PhpEditJson {

    private PhpEditJson() {}

    /** {@code {version: {before, after}, settings: {memory_limit: {before, after}, …}}}; what was not asked for is left out. */
    static Json write(PhpEdit edit) {
        var json = Json.object();
        if (edit.version() != null) {
            json.put(
                    "version",
                    pair(
                            Json.of(edit.version().before().value()),
                            Json.of(edit.version().after().value())));
        }
        var settings = Json.object();
        for (var each : edit.settings()) {
            settings.put(
                    each.setting().text(),
                    pair(PhpJson.value(each.setting(), each.before()), PhpJson.value(each.setting(), each.after())));
        }
        if (!edit.settings().isEmpty()) {
            json.put("settings", settings.build());
        }
        return json.build();
    }

    /** What {@link #write} gave. */
    static Read<PhpEdit> read(PackageId id) {
        return Read.object(fields -> {
            var version = fields.optional("version", Read.object(PhpEditJson::version));
            var settings = fields.optional("settings", Read.object(PhpEditJson::settings));
            return fields.make(
                    () -> new PhpEdit(id, version.orNull(), Objects.requireNonNullElse(settings.orNull(), List.of())));
        });
    }

    private static Json pair(Json before, Json after) {
        return Json.object().put("before", before).put("after", after).build();
    }

    private static Checked<VersionEdit> version(Fields fields) {
        var before = fields.required("before", Read.text(PhpVersion::parse));
        var after = fields.required("after", Read.text(PhpVersion::parse));
        return fields.make(() -> new VersionEdit(before.get(), after.get()));
    }

    private static Checked<List<SettingEdit>> settings(Fields fields) {
        var edits = new ArrayList<SettingEdit>();
        for (var setting : PhpSetting.values()) {
            var edit = fields.optional(setting.text(), Read.object(each -> setting(setting, each)))
                    .orNull();
            if (edit != null) {
                edits.add(edit);
            }
        }
        return fields.make(() -> List.copyOf(edits));
    }

    private static Checked<SettingEdit> setting(PhpSetting setting, Fields fields) {
        var before = fields.required("before", Read.json());
        var after = fields.required("after", Read.json());
        return fields.make(() -> new SettingEdit(setting, value(before.get()), value(after.get())));
    }

    private static @Nullable String value(Json json) {
        return json.equals(Json.NULL) ? null : PhpJson.value(json).orThrow();
    }
}
