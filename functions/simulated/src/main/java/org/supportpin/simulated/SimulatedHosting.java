package org.supportpin.simulated;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.hosting.FixJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixPlan;
import org.supportpin.domain.hosting.FixRules;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/**
 * {@link WebHosting} of the simulated back office. A package is one document, so that an edit is all or nothing. A fix is another, with
 * the action's id, written together with the package that it changed.
 */
record SimulatedHosting(Documents documents, Faults faults, Clock clock) implements WebHosting {

    @Override
    public Optional<HostingPackage> find(PackageId id) {
        return faults.reading(Operation.HOSTING_PACKAGE, () -> document(id).map(SimulatedHosting::hosting));
    }

    @Override
    public Listing<HostingPackage> packages(CustomerId holder) {
        return faults.reading(
                Operation.HOSTING_PACKAGES,
                () -> documents.list(
                        Kind.PACKAGES,
                        SimulatedHosting::hosting,
                        each -> each.holder().equals(holder)));
    }

    @Override
    public CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit) {
        return faults.effect(Operation.HOSTING_APPLY_SETTINGS, () -> changed(edit));
    }

    private CallOutcome<PhpState> changed(PhpEdit edit) {
        while (true) {
            var found = document(edit.packageId());
            if (found.isEmpty()) {
                return CallOutcome.refused(HostingRules.packageNotFound());
            }
            var before = hosting(found.get());
            if (edit.isPresentIn(before.php())) {
                return CallOutcome.done(before.php());
            }
            if (!edit.isAbsentFrom(before.php())) {
                return CallOutcome.refused(HostingRules.settingsChanged());
            }
            var after = edit.apply(before.php());
            if (!after.offered().contains(after.version())) {
                return CallOutcome.refused(HostingRules.versionNotOffered(after));
            }
            var body = HostingJson.PACKAGE.write(PackageAfter.with(before, after));
            if (documents.write(List.of(found.get().with(body)))) {
                return CallOutcome.done(after);
            }
        }
    }

    @Override
    public CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix) {
        return faults.effect(Operation.HOSTING_APPLY_FIX, () -> fixed(id, packageId, fix));
    }

    private CallOutcome<FixState> fixed(ActionId id, PackageId packageId, Fix fix) {
        while (true) {
            var done = state(id);
            if (done.isPresent()) {
                return CallOutcome.done(done.get());
            }
            var found = document(packageId);
            if (found.isEmpty()) {
                return CallOutcome.refused(HostingRules.packageNotFound());
            }
            var before = hosting(found.get());
            if (FixRules.decide(before, fix) instanceof Verdict.Refused<FixPlan>(var refusal)) {
                return CallOutcome.refused(refusal);
            }
            var after = PackageAfter.fix(before, fix, clock.instant());
            if (documents.write(List.of(
                    found.get().with(HostingJson.PACKAGE.write(after.hosting())),
                    new Document(Kind.FIXES, id.value(), fixed(id, packageId, fix, after.state()), 0)))) {
                return CallOutcome.done(after.state());
            }
        }
    }

    @Override
    public CallOutcome<FixState> findFix(ActionId id) {
        return state(id).map(CallOutcome::done).orElseGet(CallOutcome::notDone);
    }

    private Obj fixed(ActionId id, PackageId packageId, Fix fix, FixState state) {
        return Json.object()
                .put("actionId", id.value())
                .put("packageId", packageId.value())
                .put("fix", fix.name().text())
                .put("arguments", FixJson.arguments(fix))
                .put("after", FixJson.state(fix.name()).write(state))
                .put("at", clock.instant().toString())
                .build();
    }

    private Optional<FixState> state(ActionId id) {
        return documents.find(Kind.FIXES, id.value()).map(found -> {
            var name = FixJson.NAME.from(found.body().get("fix").orElseThrow()).orThrow();
            return FixJson.state(name)
                    .from(found.body().get("after").orElseThrow())
                    .orThrow();
        });
    }

    private Optional<Document> document(PackageId id) {
        return documents.find(Kind.PACKAGES, id.value());
    }

    private static HostingPackage hosting(Document document) {
        return HostingJson.PACKAGE.from(document.body()).orThrow();
    }
}
