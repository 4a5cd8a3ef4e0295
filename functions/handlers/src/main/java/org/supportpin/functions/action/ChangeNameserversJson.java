package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.registrar.NameserversJson;
import org.supportpin.domain.action.ChangeNameservers;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.NameserverChange;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RawNameserver;
import org.supportpin.json.Fields;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.Partly;
import org.supportpin.json.Read;

/** {@code change-nameservers}. */
final class ChangeNameserversJson implements ActionJson<ChangeNameservers, NameserverChange, NameserverChange> {

    /** Enough to point at faults in a list that is too long, which the domain refuses. */
    private static final int MOST = 100;

    /** Stands for a nameserver that is no object. */
    private static final RawNameserver NO_SERVER = new RawNameserver(null, null);

    /** Stands for an address that is no string. The domain finds fault with it at its own place. */
    private static final String NO_ADDRESS = "\u0000";

    private static final Read<Partly<List<RawNameserver>>> RAW =
            Partly.list(Partly.object(NO_SERVER, ChangeNameserversJson::raw), 0, MOST);

    private static Partly<RawNameserver> raw(Fields fields) {
        var host = fields.optional("host", Read.string());
        var addresses = fields.optionalPartly("addresses", Partly.list(Partly.or(NO_ADDRESS, Read.string()), 0, MOST));
        return fields.partly(() -> new RawNameserver(host.orNull(), addresses.orNull()));
    }

    @Override
    public Read<ChangeNameservers> parameters() {
        return Read.object(fields -> {
            var domain = fields.required("domain", Read.text(DomainName::parse));
            var nameservers =
                    fields.required("nameservers", Partly.judged(RAW, raw -> Nameservers.parse(domain.orNull(), raw)));
            return fields.make(() -> new ChangeNameservers(domain.get(), nameservers.get()));
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
