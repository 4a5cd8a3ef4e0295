package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.PartialResult;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.registrar.NameserversJson;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ChangeNameservers;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RawNameserver;

/** {@code change-nameservers}. */
final class ChangeNameserversJson implements ActionJson<ChangeNameservers, NameserverEdit, NameserverEdit> {

    /** Enough to point at faults in a list that is too long, which the domain refuses. */
    private static final int MOST = 100;

    /** Stands for a nameserver that is no object. */
    private static final RawNameserver NO_SERVER = new RawNameserver(null, null);

    /** Stands for an address that is no string. The domain finds fault with it at its own place. */
    private static final String NO_ADDRESS = "\u0000";

    private static final Read<PartialResult<List<RawNameserver>>> RAW =
            PartialResult.list(PartialResult.object(NO_SERVER, ChangeNameserversJson::raw), 0, MOST);

    private static PartialResult<RawNameserver> raw(Fields fields) {
        var host = fields.optional("host", Read.string());
        var addresses = fields.optionalPartly(
                "addresses", PartialResult.list(PartialResult.or(NO_ADDRESS, Read.string()), 0, MOST));
        return fields.partly(() -> new RawNameserver(host.orNull(), addresses.orNull()));
    }

    @Override
    public Read<ChangeNameservers> parameters() {
        return Read.object(fields -> {
            var domain = fields.required("domain", Read.text(DomainName::parse));
            var nameservers = fields.required(
                    "nameservers", PartialResult.judged(RAW, raw -> Nameservers.parse(domain.orNull(), raw)));
            return fields.make(() -> new ChangeNameservers(domain.get(), nameservers.get()));
        });
    }

    @Override
    public Json plan(NameserverEdit change) {
        return json(change);
    }

    @Override
    public NameserverEdit plan(Json json) {
        return Read.object(ChangeNameserversJson::change).from(json).orThrow();
    }

    @Override
    public Json result(NameserverEdit change) {
        return json(change);
    }

    private static Obj json(NameserverEdit change) {
        return Json.object()
                .put("domain", change.domain().ascii())
                .put("before", NameserversJson.write(change.before()))
                .put("after", NameserversJson.write(change.after()))
                .build();
    }

    private static Checked<NameserverEdit> change(Fields fields) {
        var domain = fields.required("domain", Read.text(DomainName::parse));
        var before = fields.required("before", NameserversJson.READ);
        var after = fields.required("after", NameserversJson.READ);
        return fields.make(() -> new NameserverEdit(domain.get(), before.get(), after.get()));
    }
}
