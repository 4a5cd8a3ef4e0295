package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.at;
import static org.supportpin.functions.aws.Compact.row;
import static org.supportpin.functions.aws.Compact.shown;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.CallNotes;
import org.supportpin.domain.customer.CallNotes.Deed;
import org.supportpin.domain.customer.CallNotes.Offer;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.customer.Calls;
import org.supportpin.domain.customer.Calls.Announcement;
import org.supportpin.domain.customer.Calls.Request;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.functions.aws.Compact.Row;

/** What the panel shows of calls, inside a customer's state. */
final class CallsJson {

    private CallsJson() {}

    static void write(Json.Builder json, Calls calls) {
        if (calls.announcement()
                instanceof Announcement(var key, var agent, var name, var reason, var object, var since, var until)) {
            json.put(
                    "announced",
                    row(
                            Json.of(key),
                            Json.of(agent.value()),
                            shown(name),
                            Json.of(reason.text()),
                            shown(object),
                            at(since),
                            at(until)));
        }
        if (calls.request()
                instanceof Request(var key, var agent, var call, var name, var since, var expiresAt, var left)) {
            json.put(
                    "asked",
                    row(
                            Json.of(key),
                            Json.of(agent.value()),
                            Json.of(call),
                            shown(name),
                            at(since),
                            at(expiresAt),
                            Json.of(left)));
        }
    }

    static Calls read(Obj json) {
        return new Calls(
                json.get("announced").map(Row::new).map(CallsJson::announcement).orElse(null),
                json.get("asked").map(Row::new).map(CallsJson::request).orElse(null));
    }

    private static Announcement announcement(Row in) {
        return new Announcement(
                in.text(),
                new AgentId(in.text()),
                in.shownOrNull(),
                reason(in.text()),
                in.shownOrNull(),
                in.instant(),
                in.instant());
    }

    private static Request request(Row in) {
        return new Request(
                in.text(),
                new AgentId(in.text()),
                in.integer(),
                in.shownOrNull(),
                in.instant(),
                in.instant(),
                in.integer());
    }

    static CallReason reason(String text) {
        return WireName.find(CallReason.values(), text).orElseThrow(Compact::unreadable);
    }

    /** The values at the end of a verification's row. */
    static Json[] notes(CallNotes notes) {
        return new Json[] {shown(notes.agentName()), deeds(notes), offer(notes)};
    }

    private static Json deeds(CallNotes notes) {
        return notes.deeds().isEmpty()
                ? Json.Null.NULL
                : Json.array(
                        notes.deeds(),
                        each -> row(
                                Json.of(each.action().text()),
                                Json.of(each.mark()),
                                Json.of(each.status().text())));
    }

    private static Json offer(CallNotes notes) {
        return notes.offer() instanceof Offer(var mark, var until) ? row(Json.of(mark), at(until)) : Json.Null.NULL;
    }

    static CallNotes notes(Row in) {
        return new CallNotes(in.shownOrNull(), in.rows().map(CallsJson::deed).toList(), offer(in.take()));
    }

    private static Deed deed(Row in) {
        return new Deed(
                WireName.find(ActionName.values(), in.text()).orElseThrow(Compact::unreadable),
                in.text(),
                EventJson.status(in.text()));
    }

    private static @Nullable Offer offer(Json json) {
        if (!(json instanceof Arr)) {
            return null;
        }
        var in = new Row(json);
        return new Offer(in.text(), in.instant());
    }
}
