package org.supportpin.functions.action;

import java.util.List;
import java.util.Objects;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.hosting.ChangeHostingSettings;
import org.supportpin.domain.hosting.HostingEdit;

/** {@code change-hosting-settings}. */
final class HostingSettingsJson {

    private static final ObjectCodec<HostingEdit> PLAN = members -> {
        var id = members.required("packageId", HostingJson.PACKAGE_ID, HostingEdit::packageId);
        if (id.orNull() == null) {
            return members.faulty();
        }
        var mainDomain = members.required("mainDomain", Texts.DOMAIN_NAME, HostingEdit::mainDomain);
        var php = members.optional("php", PhpEditJson.of(id.get()), HostingEdit::php);
        var dns = members.optional("dns", ZoneEditJson.PLAN, HostingEdit::dns);
        return members.make(() -> new HostingEdit(id.get(), mainDomain.get(), php.orNull(), dns.orNull()));
    };

    static final ActionJson<ChangeHostingSettings, HostingEdit, HostingEdit> JSON = ActionJson.edit(
                    Read.object(fields -> {
                        var id = fields.required("packageId", HostingJson.PACKAGE_ID);
                        var php = fields.optional("php", PhpChangeJson.READ);
                        var dns = fields.optional("dns", ZoneChangesJson.anywhere());
                        if (!fields.has("php") && !fields.has("dns")) {
                            fields.fault(new Fault("", "Enter php, dns or both."));
                        }
                        return fields.make(() -> new ChangeHostingSettings(
                                id.get(), php.orNull(), Objects.requireNonNullElse(dns.orNull(), List.of())));
                    }),
                    PLAN,
                    HostingSettingsJson::result)
            .strictly(Read.object(fields -> {
                var _ = fields.required("packageId", HostingJson.PACKAGE_ID);
                var _ = fields.optional("php", PhpChangeJson.READ);
                var _ = fields.optional("dns", ZoneChangesJson.strictlyAnywhere());
                return fields.make(() -> true);
            }));

    private HostingSettingsJson() {}

    private static Json result(HostingEdit edit) {
        var php = edit.php();
        var dns = edit.dns();
        return Json.object()
                .put("packageId", edit.packageId().value())
                .putIfPresent(
                        "php",
                        php == null ? null : PhpEditJson.of(edit.packageId()).write(php))
                .putIfPresent("dns", dns == null ? null : ZoneEditJson.result(dns))
                .build();
    }
}
