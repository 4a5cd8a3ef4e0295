package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.row;
import static org.supportpin.functions.aws.Compact.sealed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.functions.aws.Compact.Row;

/** A ledger entry as it is stored. The hash covers the stored bytes, so no change of this class breaks a chain. */
final class EntryJson {

    /** The format of entries. In version 1, of Support PIN 1.0, an accepted action had no hashes. */
    private static final int SCHEMA = 2;

    /** The entry was written by Support PIN 1.0, or by a version newer than this one. */
    static final class OtherSchema extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private OtherSchema(long version) {
            super("this entry has schema version " + version + ", and this version of Support PIN reads version "
                    + SCHEMA
                    + (version < SCHEMA
                            ? " alone: deploy with a new, empty table, since entries of 1.0 cannot be carried over"
                            : " alone: deploy the version that wrote it, or a newer one"));
        }
    }

    private EntryJson() {}

    /** @param nonce by which the entry differs from any other with the same content, so that its writer recognizes it */
    static String write(Entry entry, byte[] nonce) {
        return JsonText.write(Json.object()
                .put("v", SCHEMA)
                .put("id", entry.customer().value())
                .put("n", entry.sequence())
                .put("at", entry.at().toEpochMilli())
                .put("by", actor(entry.actor()))
                .put("event", EventJson.write(entry.event(), entry.state()))
                .put("state", StateJson.write(entry.state()))
                .put("prev", Compact.hash(entry.previous()))
                .put("nonce", base64(nonce))
                .build());
    }

    /** Covers the entry and, through {@code prev}, the whole chain before it. */
    static Hash hash(String body) {
        return Hash.of(body.getBytes(StandardCharsets.UTF_8));
    }

    static Entry read(String body) {
        if (!(JsonText.readOwn(body) instanceof Obj json)) {
            throw Compact.unreadable();
        }
        if (number(json, "v") != SCHEMA) {
            throw new OtherSchema(number(json, "v"));
        }
        var customer = new CustomerId(text(json, "id"));
        var state = StateJson.read(customer, json.object("state").orElse(new Obj(Map.of())));
        return new Entry(
                customer,
                number(json, "n"),
                Instant.ofEpochMilli(number(json, "at")),
                actor(new Row(json.get("by").orElse(Json.Null.NULL))),
                EventJson.read(json.get("event").orElse(Json.Null.NULL), state),
                state,
                Compact.hash(json.get("prev").orElse(Json.Null.NULL)));
    }

    private static Json actor(Actor actor) {
        return switch (actor) {
            case Actor.Panel() -> row(Json.of("panel"));
            case Actor.Auditor(var id) -> row(Json.of("auditor"), Json.of(id.value()));
            case Actor.Service() -> row(Json.of("service"));
            case Actor.Agent(var id, CallReference.Kept(var call)) ->
                row(Json.of("agent"), Json.of(id.value()), sealed(call));
            case Actor.Agent(var id, var _) -> row(Json.of("agent"), Json.of(id.value()));
        };
    }

    private static Actor actor(Row in) {
        return switch (in.text()) {
            case "panel" -> new Actor.Panel();
            case "auditor" -> new Actor.Auditor(new AgentId(in.text()));
            case "service" -> new Actor.Service();
            case "agent" -> new Actor.Agent(new AgentId(in.text()), call(in.sealedOrNull()));
            default -> throw Compact.unreadable();
        };
    }

    private static @Nullable CallReference call(@Nullable SealedText text) {
        return text == null ? null : new CallReference.Kept(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long number(Obj json, String name) {
        return Compact.number(json.get(name).orElse(Json.Null.NULL));
    }

    private static String text(Obj json, String name) {
        return json.text(name).orElseThrow(Compact::unreadable);
    }
}
