package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.at;
import static org.supportpin.functions.aws.Compact.instants;
import static org.supportpin.functions.aws.Compact.list;
import static org.supportpin.functions.aws.Compact.row;

import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.AddressState;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.MobileState;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Pins;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.SmsLog;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Told;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WaitingErasure;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.functions.aws.Compact.Row;

/** A customer's state inside an entry. Empty and default values are left out, to keep most entries within one write unit. */
final class StateJson {

    private StateJson() {}

    static Obj write(Customer customer) {
        var json = Json.object();
        if (!customer.language().equals(Language.GREEK)) {
            json.put("lang", customer.language().tag());
        }
        if (customer.secret() instanceof SecretRef(var revision, var pinKey, var active, var recordKey, var erased)) {
            var keys = Stream.of(Json.of(revision), Json.of(pinKey), Json.of(active ? 1 : 0), Json.of(recordKey));
            json.put("keys", new Arr((erased ? Stream.concat(keys, Stream.of(Json.of(1))) : keys).toList()));
        }
        if (customer.mobile().confirmed() instanceof Mobile(var since, var heldUntil)) {
            json.put("mobile", row(at(since), at(heldUntil)));
        }
        if (customer.mobile().pending() instanceof PendingMobile(var declaration, var expiresAt, var left)) {
            json.put("pending", row(Json.of(declaration), at(expiresAt), Json.of(left)));
        }
        put(json, "codes", instants(customer.mobile().codes().sent()));
        writePins(json, customer.pins());
        put(json, "wrong", instants(customer.wrongPins().wrong()));
        if (customer.wrongPins().inARow() > 0 || customer.wrongPins().refusalNoted()) {
            json.put(
                    "row",
                    row(
                            Json.of(customer.wrongPins().inARow()),
                            Json.of(customer.wrongPins().refusalNoted() ? 1 : 0)));
        }
        if (!customer.pin().today().equals(Today.NONE)) {
            json.put("day", today(customer.pin().today()));
        }
        put(json, "verified", Json.array(customer.verifications(), StateJson::verification));
        put(json, "open", Json.array(customer.openActions(), StateJson::openAction));
        put(json, "stops", instants(customer.stops()));
        if (customer.erasure() instanceof WaitingErasure(var by, var until)) {
            json.put("erasure", row(Json.of(by.value()), at(until)));
        }
        if (!customer.policy().equals(Policy.DEFAULT)) {
            json.put("policy", StoredPolicy.write(customer.policy()));
        }
        if (!customer.noticeAddress().equals(AddressState.NONE)) {
            json.put("address", StoredAddress.write(customer.noticeAddress()));
        }
        CallsJson.write(json, customer.calls());
        put(json, "told", ToldJson.write(customer.told()));
        return json.build();
    }

    private static void writePins(Json.Builder json, Pins pins) {
        if (!pins.equals(Pins.NONE)) {
            json.put("gen", row(Json.of(pins.generation()), at(pins.since())));
        }
        put(json, "sms", instants(pins.sms().sent()));
        put(json, "sent", Json.array(pins.sent(), each -> row(Json.of(each.step()), at(each.acceptedUntil()))));
        put(
                json,
                "used",
                Json.array(
                        pins.used(),
                        each -> row(
                                Json.of(each.counter().step()),
                                Json.of(each.counter().generation()),
                                at(each.at()),
                                Json.of(each.replayNoted() ? 1 : 0))));
    }

    private static Json verification(Verification each) {
        var counter = each.counter();
        var values = Stream.of(
                Json.of(each.key()),
                Json.of(each.agent().value()),
                Json.of(each.call()),
                counter == null ? Json.Null.NULL : Json.of(counter.step()),
                counter == null ? Json.Null.NULL : Json.of(counter.generation()),
                Json.of(each.source().name()),
                at(each.verifiedAt()),
                at(each.expiresAt()),
                Json.of(each.uses()),
                Json.of(each.refusals()),
                each.accountRead() ? Json.of(1) : Json.Null.NULL);
        return Compact.trimmed(Stream.concat(values, Stream.of(CallsJson.notes(each.notes()))));
    }

    private static Arr today(Today day) {
        return Compact.trimmed(Stream.of(
                at(day.since()),
                Json.of(day.activations()),
                Json.of(day.unlocks()),
                Json.of(day.verifications()),
                day.loosenings() == 0 && day.calls() == 0 ? Json.Null.NULL : Json.of(day.loosenings()),
                day.calls() == 0 ? Json.Null.NULL : Json.of(day.calls())));
    }

    private static Json openAction(OpenAction each) {
        var values = Stream.of(
                Json.of(each.id().value()),
                Compact.hash(each.hashes().payload()),
                Compact.hash(each.hashes().plan()),
                at(each.at()));
        var gates = each.gates();
        if (gates == null) {
            return new Arr(values.toList());
        }
        var waiting = Stream.concat(values, Stream.of(GatesJson.write(gates)));
        return new Arr((each.isWithdrawn() ? Stream.concat(waiting, Stream.of(Json.of(true))) : waiting).toList());
    }

    private static void put(Json.Builder json, String name, Arr list) {
        if (!list.items().isEmpty()) {
            json.put(name, list);
        }
    }

    static Customer read(CustomerId id, Obj json) {
        return new Customer(
                id,
                json.text("lang").flatMap(Language::stored).orElse(Language.GREEK),
                json.get("keys").map(Row::new).map(StateJson::secret).orElse(null),
                mobile(json),
                new PinState(pins(json), wrongPins(json), today(json)),
                list(json, "verified", each -> verification(new Row(each))),
                list(json, "open", each -> openAction(new Row(each))),
                instants(json, "stops"),
                json.get("erasure")
                        .map(Row::new)
                        .map(in -> new WaitingErasure(new AgentId(in.text()), in.instant()))
                        .orElse(null),
                json.get("policy").map(StoredPolicy::read).orElse(Policy.DEFAULT),
                json.get("address").map(StoredAddress::read).orElse(AddressState.NONE),
                CallsJson.read(json),
                json.get("told").map(ToldJson::read).orElse(Told.NONE));
    }

    private static MobileState mobile(Obj json) {
        return new MobileState(
                json.get("mobile")
                        .map(Row::new)
                        .map(in -> new Mobile(in.instant(), in.instantOrNull()))
                        .orElse(null),
                json.get("pending")
                        .map(Row::new)
                        .map(in -> new PendingMobile(in.number(), in.instant(), in.integer()))
                        .orElse(null),
                new SmsLog(instants(json, "codes")));
    }

    private static SecretRef secret(Row in) {
        return new SecretRef(in.number(), in.integer(), in.integer() == 1, in.integer(), in.instantOrNull() != null);
    }

    private static Pins pins(Obj json) {
        var in = json.get("gen").map(Row::new);
        return new Pins(
                in.map(Row::integer).orElse(Pins.NONE.generation()),
                in.map(Row::instant).orElse(Pins.NONE.since()),
                new SmsLog(instants(json, "sms")),
                list(json, "sent", each -> sent(new Row(each))),
                list(json, "used", each -> used(new Row(each))));
    }

    private static Pins.Sent sent(Row in) {
        return new Pins.Sent(in.number(), in.instant());
    }

    private static Pins.Used used(Row in) {
        return new Pins.Used(new PinCounter(in.number(), in.integer()), in.instant(), in.integer() == 1);
    }

    private static WrongPinLog wrongPins(Obj json) {
        var in = json.get("row").map(Row::new);
        return new WrongPinLog(
                instants(json, "wrong"),
                in.map(Row::integer).orElse(0),
                in.map(Row::integer).orElse(0) == 1);
    }

    private static OpenAction openAction(Row in) {
        return new OpenAction(new ActionId(in.text()), in.hashes(), in.instant(), in.gatesOrNull(), in.hasMore());
    }

    private static Today today(Obj json) {
        return json.get("day")
                .map(Row::new)
                .map(in -> new Today(
                        in.instant(), in.integer(), in.integer(), in.integer(), in.integerOr(0), in.integerOr(0)))
                .orElse(Today.NONE);
    }

    private static Verification verification(Row in) {
        return new Verification(
                in.text(),
                new AgentId(in.text()),
                in.integer(),
                in.counterOrNull(),
                PinSource.valueOf(in.text()),
                in.instant(),
                in.instant(),
                in.integer(),
                in.integer(),
                in.instantOrNull() != null,
                CallsJson.notes(in));
    }
}
