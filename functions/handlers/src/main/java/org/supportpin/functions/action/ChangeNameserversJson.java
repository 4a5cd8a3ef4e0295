package org.supportpin.functions.action;

import java.util.List;
import java.util.Objects;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.PartialResult;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.registrar.ChangeNameservers;
import org.supportpin.domain.registrar.ChangeNameservers.IfSilent;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RawNameserver;

/** {@code change-nameservers}. */
final class ChangeNameserversJson {

    /** More than the domain allows, so that it can report the faults of a list that is too long. */
    private static final int MOST = 100;

    /** Stands for a nameserver that is not an object. */
    private static final RawNameserver NO_SERVER = new RawNameserver(null, null);

    /** Stands for an address that is not a string; the domain reports it in its place. */
    private static final String NO_ADDRESS = "\u0000";

    private static final Read<PartialResult<List<RawNameserver>>> RAW =
            PartialResult.list(PartialResult.object(NO_SERVER, ChangeNameserversJson::raw), 0, MOST);

    private static PartialResult<RawNameserver> raw(Fields fields) {
        var host = fields.optional("host", Read.string());
        var addresses = fields.optionalPartly(
                "addresses", PartialResult.list(PartialResult.or(NO_ADDRESS, Read.string()), 0, MOST));
        return fields.partly(() -> new RawNameserver(host.orNull(), addresses.orNull()));
    }

    static final ActionJson<ChangeNameservers, NameserverEdit, NameserverEdit> JSON = ActionJson.edit(
            Read.object(fields -> {
                var domain = fields.required("domain", Texts.DOMAIN_NAME);
                var nameservers = fields.required(
                        "nameservers", PartialResult.judged(RAW, raw -> Nameservers.parse(domain.orNull(), raw)));
                var ifSilent = fields.optional("ifSilent", Read.text(ChangeNameserversJson::ifSilent));
                return fields.make(() -> new ChangeNameservers(
                        domain.get(),
                        nameservers.get(),
                        Objects.requireNonNullElse(ifSilent.orNull(), IfSilent.REFUSE)));
            }),
            RegistrarJson.NAMESERVER_EDIT,
            ChangeNameserversJson::result);

    private static Checked<IfSilent> ifSilent(String text) {
        return WireName.find(IfSilent.values(), text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("Use refuse or ask-customer."));
    }

    private ChangeNameserversJson() {}

    private static Json result(NameserverEdit change) {
        return RegistrarJson.NAMESERVER_EDIT.write(change);
    }
}
