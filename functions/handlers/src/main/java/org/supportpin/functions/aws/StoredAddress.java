package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.at;
import static org.supportpin.functions.aws.Compact.row;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.AddressState;
import org.supportpin.domain.customer.AddressState.Pending;
import org.supportpin.domain.customer.SmsLog;
import org.supportpin.functions.aws.Compact.Row;

/** What an entry says about the notice address, which is itself in the item {@code SECRET}. */
final class StoredAddress {

    private StoredAddress() {}

    static Json write(AddressState address) {
        return row(
                at(address.confirmedAt()),
                at(address.changedAt()),
                address.pending() instanceof Pending(var declaration, var expiresAt, var left)
                        ? row(Json.of(declaration), at(expiresAt), Json.of(left))
                        : Json.Null.NULL,
                Compact.instants(address.codes().sent()));
    }

    static AddressState read(Json json) {
        var in = new Row(json);
        var confirmedAt = in.instantOrNull();
        var changedAt = in.instantOrNull();
        var pending = in.take();
        return new AddressState(
                confirmedAt,
                pending.isNull() ? null : pending(new Row(pending)),
                new SmsLog(Compact.instants(in.take())),
                changedAt);
    }

    private static Pending pending(Row in) {
        return new Pending(in.number(), in.instant(), in.integer());
    }
}
