package org.supportpin.functions.aws;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.check.WireName;
import org.supportpin.functions.aws.Compact.Row;

/** The gates of a waiting action, in entries and in the action: the way of the code, 1 if the caller had a PIN by SMS, the tries, then each gate and its time. */
final class GatesJson {

    private GatesJson() {}

    static Json write(Gates gates) {
        return new Json.Arr(Stream.concat(
                        Stream.<Json>of(
                                Json.of(gates.consentBy().text()),
                                Json.of(gates.isAfterSms() ? 1 : 0),
                                Json.of(gates.tries())),
                        gates.shut().stream()
                                .flatMap(each -> Stream.of(Json.of(each.gate().text()), Compact.at(each.until()))))
                .toList());
    }

    static Gates read(Json json) {
        var in = new Row(json);
        var by = in.text();
        var isAfterSms = in.integer() == 1;
        int tries = in.integer();
        var shut = new ArrayList<Shut>();
        while (in.hasMore()) {
            shut.add(new Shut(gate(in.text()), in.instant()));
        }
        var consentBy = WireName.find(ConsentBy.values(), by).orElseThrow(Compact::unreadable);
        return new Gates(shut, consentBy, isAfterSms, tries);
    }

    static Gate gate(String name) {
        return WireName.find(Gate.values(), name).orElseThrow(Compact::unreadable);
    }
}
