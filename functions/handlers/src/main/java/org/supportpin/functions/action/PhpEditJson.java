package org.supportpin.functions.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpSetting;

/** A PHP edit in plans and results: each value before and after. */
final class PhpEditJson {

    private static final ObjectCodec<List<SettingEdit>> SETTINGS = members -> {
        var edits = new ArrayList<SettingEdit>();
        for (var setting : PhpSetting.values()) {
            var edit = members.optional(setting.text(), PhpJson.edit(setting), all -> of(setting, all))
                    .orNull();
            if (edit != null) {
                edits.add(edit);
            }
        }
        return members.make(() -> List.copyOf(edits));
    };

    private PhpEditJson() {}

    /** Without the package's id, which is beside it, and without what does not change. */
    static ObjectCodec<PhpEdit> of(PackageId id) {
        return members -> {
            var version = members.optional("version", PhpJson.VERSION_EDIT, PhpEdit::version);
            var settings = members.optional(
                    "settings", SETTINGS, edit -> edit.settings().isEmpty() ? null : edit.settings());
            return members.make(() -> new PhpEdit(id, version.orNull(), settings.orElse(List.of())));
        };
    }

    private static @Nullable SettingEdit of(PhpSetting setting, List<SettingEdit> all) {
        return all.stream()
                .filter(each -> each.setting() == setting)
                .findFirst()
                .orElse(null);
    }
}
