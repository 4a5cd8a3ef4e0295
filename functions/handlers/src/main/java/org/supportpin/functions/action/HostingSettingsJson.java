package org.supportpin.functions.action;

import java.util.List;
import java.util.Objects;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.hosting.ChangeHostingSettings;
import org.supportpin.domain.hosting.HostingEdit;
import org.supportpin.domain.hosting.PackageId;

/** {@code change-hosting-settings}. */
final class HostingSettingsJson implements ActionJson<ChangeHostingSettings, HostingEdit, HostingEdit> {

    @Override
    public Read<ChangeHostingSettings> parameters() {
        return Read.object(fields -> {
            var id = fields.required("packageId", Read.text(PackageId::parse));
            var php = fields.optional("php", PhpChangeJson.READ);
            var dns = fields.optional("dns", ZoneChangesJson.anywhere());
            if (!fields.has("php") && !fields.has("dns")) {
                fields.fault(new Fault("", "Enter php, dns or both."));
            }
            return fields.make(() -> new ChangeHostingSettings(
                    id.get(), php.orNull(), Objects.requireNonNullElse(dns.orNull(), List.of())));
        });
    }

    @Override
    public Json plan(HostingEdit edit) {
        var json = Json.object().put("packageId", edit.packageId().value());
        if (edit.php() != null) {
            json.put("php", PhpEditJson.write(edit.php()));
        }
        if (edit.dns() != null) {
            json.put("dns", ZoneEditJson.write(edit.dns()));
        }
        return json.build();
    }

    @Override
    public HostingEdit plan(Json json) {
        return Read.<HostingEdit>object(fields -> {
                    var id = fields.required("packageId", Read.text(PackageId::parse));
                    var php = id.orNull() == null
                            ? null
                            : fields.optional("php", PhpEditJson.read(id.get())).orNull();
                    var dns = fields.optional("dns", ZoneEditJson.READ);
                    return fields.make(() -> new HostingEdit(id.get(), php, dns.orNull()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(HostingEdit edit) {
        var json = Json.object().put("packageId", edit.packageId().value());
        if (edit.php() != null) {
            json.put("php", PhpEditJson.write(edit.php()));
        }
        if (edit.dns() != null) {
            json.put(
                    "dns",
                    Json.object()
                            .put("domain", edit.dns().zone().ascii())
                            .put("recordSets", ZoneEditJson.recordSets(edit.dns()))
                            .build());
        }
        return json.build();
    }
}
