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

/**
 * The gates of a waiting action, in entries and in the action: two ways by SMS in one number, the tries, then the time of each gate in the
 * order of {@link Gate}, null for one that does not stand there. An entry with all of them is one write unit.
 */
final class GatesJson {

    /** The code comes by SMS. */
    private static final int CODE = 1;

    /** The caller was verified by SMS. */
    private static final int CALLER = 2;

    private GatesJson() {}

    static Json write(Gates gates) {
        int bySms = (gates.consentBy() == ConsentBy.SMS ? CODE : 0) + (gates.isAfterSms() ? CALLER : 0);
        return Compact.trimmed(Stream.concat(
                Stream.of(Json.of(bySms), Json.of(gates.tries())),
                Stream.of(Gate.values()).map(gate -> until(gates, gate))));
    }

    private static Json until(Gates gates, Gate gate) {
        return gates.shut().stream()
                .filter(each -> each.gate() == gate)
                .findFirst()
                .<Json>map(each -> Compact.at(each.until()))
                .orElse(Json.Null.NULL);
    }

    static Gates read(Json json) {
        var in = new Row(json);
        int bySms = in.integer();
        int tries = in.integer();
        var shut = new ArrayList<Shut>();
        for (var gate : Gate.values()) {
            var until = in.instantOrNull();
            if (until != null) {
                shut.add(new Shut(gate, until));
            }
        }
        return new Gates(shut, (bySms & CODE) == 0 ? ConsentBy.PANEL : ConsentBy.SMS, (bySms & CALLER) != 0, tries);
    }

    static Gate gate(String name) {
        return WireName.find(Gate.values(), name).orElseThrow(Compact::unreadable);
    }
}
