package org.supportpin.functions.action;

import java.util.Set;
import org.supportpin.backoffice.hosting.FixJson;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.ApplyMicroFix;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.FixPlan;
import org.supportpin.domain.hosting.FixReport;
import org.supportpin.domain.hosting.FixState;

/** {@code apply-micro-fix}. */
final class MicroFixJson {

    private static final ObjectCodec<FixPlan> PLAN = members -> {
        var fix = members.required("fix", FixJson.FIX, FixPlan::fix);
        if (fix.orNull() == null) {
            return members.faulty();
        }
        var mainDomain = members.required("mainDomain", Texts.DOMAIN_NAME, FixPlan::mainDomain);
        var before = members.required("before", FixJson.state(fix.get().name()), FixPlan::before);
        return members.make(() -> new FixPlan(mainDomain.get(), fix.get(), before.get()));
    };

    private static final Set<FixName> WITH_ARGUMENTS = Set.of(FixName.UNBAN_ADDRESS, FixName.RAISE_MAILBOX_QUOTA);

    static final ActionJson<ApplyMicroFix, FixPlan, FixReport> JSON = new ActionJson<>(
            Read.object(fields -> {
                var id = fields.required("packageId", HostingJson.PACKAGE_ID);
                var note = fields.required("note", Read.text(ApplyMicroFix::note));
                var name = fields.required("fix", FixJson.NAME).orNull();
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
            }),
            PLAN,
            MicroFixJson::result);

    private MicroFixJson() {}

    /** The fix, with before and after if they are known. The arguments are in the request. */
    private static Json result(FixReport report) {
        var state = FixJson.state(report.fix().name());
        var json = Json.object()
                .put("packageId", report.packageId().value())
                .put("fix", report.fix().name().text());
        return report.after() instanceof FixState.Untold
                ? json.build()
                : json.put("before", state.write(report.before()))
                        .put("after", state.write(report.after()))
                        .build();
    }
}
