package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.row;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.LedgerMemory;
import org.supportpin.domain.audit.UsedPin;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.functions.aws.Compact.Row;

/** What an anchor remembers of its ledger. */
final class MemoryJson {

    private MemoryJson() {}

    static String write(LedgerMemory memory) {
        var requested = Json.object();
        // In one order, so that the same memory is the same text.
        new TreeMap<>(named(memory.requested())).forEach(requested::put);
        return JsonText.write(Json.object()
                .put("at", memory.at().toEpochMilli())
                .put("state", StateJson.write(memory.state()))
                .put("pins", Json.array(memory.pins(), MemoryJson::pin))
                .put("by", requested.build())
                .build());
    }

    private static Map<String, String> named(Map<ActionId, AgentId> requested) {
        var names = new LinkedHashMap<String, String>();
        requested.forEach((action, agent) -> names.put(action.value(), agent.value()));
        return names;
    }

    private static Json pin(UsedPin used) {
        return row(
                Json.of(used.pinKey()),
                Json.of(used.counter().step()),
                Json.of(used.counter().generation()),
                Json.of(used.place()));
    }

    static LedgerMemory read(CustomerId customer, String text) {
        var json = JsonText.readOwn(text);
        return new LedgerMemory(
                Instant.ofEpochMilli(Compact.number(json.path("at"))),
                StateJson.read(customer, json.path("state") instanceof Obj state ? state : new Obj(Map.of())),
                pins(json.path("pins")),
                requested(json.path("by")));
    }

    private static List<UsedPin> pins(Json json) {
        return json.items().stream()
                .map(Row::new)
                .map(in -> new UsedPin(in.integer(), new PinCounter(in.number(), in.integer()), in.number()))
                .toList();
    }

    private static Map<ActionId, AgentId> requested(Json json) {
        var requested = new LinkedHashMap<ActionId, AgentId>();
        json.members().forEach((action, agent) -> requested.put(new ActionId(action), new AgentId(agent.asText())));
        return requested;
    }
}
