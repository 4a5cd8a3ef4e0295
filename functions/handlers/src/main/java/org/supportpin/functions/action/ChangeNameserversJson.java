package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.registrar.NameserversJson;
import org.supportpin.domain.action.ChangeNameservers;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.NameserverChange;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RawNameserver;
import org.supportpin.json.Fields;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.Read;

/** {@code change-nameservers}. */
final class ChangeNameserversJson implements ActionJson<ChangeNameservers, NameserverChange, NameserverChange> {

    /** Enough to point at faults in a list that is too long, which the domain refuses. */
    private static final int MOST = 100;

    private static final Read<RawNameserver> RAW = Read.object(fields -> {
        var host = fields.optional("host", Read.string());
        var addresses = fields.optional("addresses", Read.list(Read.string(), 0, MOST));
        return fields.make(() -> new RawNameserver(host.orNull(), addresses.orNull()));
    });

    @Override
    public Read<ChangeNameservers> parameters() {
        return Read.object(fields -> {
            var domain = fields.required("domain", Read.text(DomainName::parse));
            var raw = fields.required("nameservers", Read.list(RAW, 0, MOST));
            var given = raw.orNull();
            if (given != null && Nameservers.parse(domain.orNull(), given) instanceof Faulty<Nameservers>(var faults)) {
                faults.forEach(fault -> fields.fault(fault.within("nameservers")));
            }
            return fields.make(() -> new ChangeNameservers(
                    domain.get(), Nameservers.parse(domain.get(), raw.get()).orThrow()));
        });
    }

    @Override
    public Json plan(NameserverChange change) {
        return json(change);
    }

    @Override
    public NameserverChange plan(Json json) {
        return Read.object(ChangeNameserversJson::change).from(json).orThrow();
    }

    @Override
    public Json result(NameserverChange change) {
        return json(change);
    }

    @Override
    public List<Difference> differences(NameserverChange change) {
        return change.before().isSameAs(change.after())
                ? List.of()
                : List.of(new Difference(
                        change.domain().ascii() + " NS",
                        change.before().told(),
                        change.after().told()));
    }

    private static Obj json(NameserverChange change) {
        return Json.object()
                .put("domain", change.domain().ascii())
                .put("before", NameserversJson.write(change.before()))
                .put("after", NameserversJson.write(change.after()))
                .build();
    }

    private static Checked<NameserverChange> change(Fields fields) {
        var domain = fields.required("domain", Read.text(DomainName::parse));
        var before = fields.required("before", NameserversJson.READ);
        var after = fields.required("after", NameserversJson.READ);
        return fields.make(() -> new NameserverChange(domain.get(), before.get(), after.get()));
    }
}
