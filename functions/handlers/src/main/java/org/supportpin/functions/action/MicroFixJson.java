package org.supportpin.functions.action;

import java.util.Set;
import org.supportpin.backoffice.hosting.FixJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.ApplyMicroFix;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.FixPlan;
import org.supportpin.domain.hosting.FixReport;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.PackageId;

/** {@code apply-micro-fix}. */
final class MicroFixJson implements ActionJson<ApplyMicroFix, FixPlan, FixReport> {

    private static final Set<FixName> WITH_ARGUMENTS = Set.of(FixName.UNBAN_ADDRESS, FixName.RAISE_MAILBOX_QUOTA);

    @Override
    public Read<ApplyMicroFix> parameters() {
        return Read.object(fields -> {
            var id = fields.required("packageId", Read.text(PackageId::parse));
            var note = fields.required("note", Read.text(ApplyMicroFix::note));
            var name = fields.required("fix", Read.text(FixName::parse)).orNull();
            if (name == null) {
                var _ = fields.optional("arguments", Read.object(_ -> Checked.valid(true)));
                return fields.faulty();
            }
            if (WITH_ARGUMENTS.contains(name)) {
                var fix = fields.required("arguments", FixJson.arguments(name));
                return fields.make(() -> new ApplyMicroFix(id.get(), fix.get(), note.get()));
            }
            var fix = fields.optional("arguments", FixJson.arguments(name));
            return fields.make(() -> new ApplyMicroFix(
                    id.get(),
                    fields.has("arguments")
                            ? fix.get()
                            : FixJson.withoutArguments(name).orThrow(),
                    note.get()));
        });
    }

    @Override
    public Json plan(FixPlan plan) {
        return Json.object()
                .put("fix", FixJson.write(plan.fix()))
                .put("before", FixJson.state(plan.before()))
                .build();
    }

    @Override
    public FixPlan plan(Json json) {
        return Read.<FixPlan>object(fields -> {
                    var fix = fields.required("fix", FixJson.READ);
                    var before =
                            fields.required("before", FixJson.state(fix.get().name()));
                    return fields.make(() -> new FixPlan(fix.get(), before.get()));
                })
                .from(json)
                .orThrow();
    }

    /** Addresses, and a note that may name somebody. */
    @Override
    public boolean personal() {
        return true;
    }

    /** The fix, and before and after where there is one; the arguments are those of the request. */
    @Override
    public Json result(FixReport report) {
        var json = Json.object()
                .put("packageId", report.packageId().value())
                .put("fix", report.fix().name().text());
        return report.after() instanceof FixState.Untold
                ? json.build()
                : json.put("before", FixJson.state(report.before()))
                        .put("after", FixJson.state(report.after()))
                        .build();
    }
}
