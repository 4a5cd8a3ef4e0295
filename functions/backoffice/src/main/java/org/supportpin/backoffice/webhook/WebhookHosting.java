package org.supportpin.backoffice.webhook;

import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.hosting.FixJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.hosting.PhpJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;

/** {@link WebHosting} by webhook. */
record WebhookHosting(WebhookCaller caller) implements WebHosting {

    private static final Set<String> RULES = Set.of(HostingRules.SETTINGS_CHANGED);

    /** A fix that was found is named, because each has its own form of state. */
    private static final Read<FixState> FOUND = Read.object(fields -> {
        var name = fields.required("fix", FixJson.NAME).orNull();
        if (name == null) {
            return fields.faulty();
        }
        var after = fields.required("after", FixJson.state(name));
        return fields.make(after::get);
    });

    @Override
    public Optional<HostingPackage> find(PackageId id) {
        return caller.read("hosting.package", "packageId", id.value(), HostingJson.PACKAGE)
                .filter(each -> each.id().equals(id));
    }

    @Override
    public Listing<HostingPackage> packages(CustomerId holder) {
        return caller.list(
                "hosting.packages",
                holder,
                HostingJson.PACKAGE,
                each -> each.holder().equals(holder));
    }

    @Override
    public CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit) {
        var version = edit.version();
        var data = Json.object()
                .put("packageId", edit.packageId().value())
                .putIfPresent("version", version == null ? null : PhpJson.VERSION_EDIT.write(version))
                .put("settings", Json.array(edit.settings(), WebhookHosting::setting));
        return caller.change("hosting.applySettings", id, data, PhpJson.PHP, RULES)
                .then(php -> edit.isPresentIn(php) ? CallOutcome.done(php) : CallOutcome.unknown());
    }

    private static Json setting(SettingEdit edit) {
        return Json.object()
                .put("name", edit.setting().text())
                .putAll(PhpJson.edit(edit.setting()).write(edit))
                .build();
    }

    @Override
    public CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix) {
        var data = Json.object()
                .put("packageId", packageId.value())
                .put("fix", fix.name().text())
                .put("arguments", FixJson.arguments(fix));
        return caller.change("hosting.applyFix", id, data, FixJson.state(fix.name()), Set.of());
    }

    @Override
    public CallOutcome<FixState> findFix(ActionId id) {
        return caller.find(
                "hosting.findFix", Json.object().put("actionId", id.value()).build(), FOUND);
    }
}
