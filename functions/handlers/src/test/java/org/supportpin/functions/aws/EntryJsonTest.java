package org.supportpin.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;

class EntryJsonTest {

    private static final CustomerId CUSTOMER = new CustomerId("4711");

    /** An entry of the current format, as stored: it must stay readable forever. */
    private static final String STORED = """
            {"v":2,"id":"4711","n":42,"at":1795348800123,"by":["agent","maria@host.gr",[2,"c2VhbGVkOiBjYWxs"]],\
            "event":["verified","AbCdEfGhIjKlMnOpQrSt_-",996970,65535,"SMS",1795349700123,7],"state":{"lang":"en",\
            "keys":[41,3,1,2],"mobile":[1795348800123,1795608000123],"pending":[40,1795349400123,2],\
            "codes":[1795348800123,1795348800124],"gen":[65535,1795348800122],"sms":[1795348710123,1795348800123],\
            "sent":[[996969,1795348801123],[996970,1795348800123]],"used":[[996970,65535,1795348800123,1],\
            [1,0,1795348800123,0]],"wrong":[1795348795123,1795348800123],"row":[49,1],"day":[1795348800123,10,1,50,3],"verified":[\
            ["AbCdEfGhIjKlMnOpQrSt_-","maria@host.gr",7,996970,65535,"SMS",1795348800123,1795349700123,0,20],\
            ["AbCdEfGhIjKlMnOpQrSt_-","maria@host.gr",7,996970,65535,"PANEL",1795348800123,1795349700123,10,0]],\
            "open":[["AAAAAAAAAAAAAAAAAAAAAAAA","28G0yQD_5I1XW12lxjgEASX2XbD-PiRJS3bqmGRX2YY","CE_tCLl4r019GWp0RqhrWACeY2thHbFiEbZamq3_KcU",1795348800123]],\
            "erasure":["auditor@host.gr",1795953600123],"policy":[["fs","o","n"],1795348800123,1],\
            "address":[1795348800123,1795348800122,[39,1795352400123,4],[1795348800123]]},\
            "prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","nonce":"AAAAAAAAAAAAAAAA"}""";

    private static final byte[] NONCE = new byte[12];

    private static Entry entry(Event event, Customer state) {
        return new Entry(CUSTOMER, 42, Samples.NOON, Samples.AGENT, event, state, Hash.NONE);
    }

    @Test
    void whatWasStoredOnceIsReadForEver() {
        var verified = Samples.everyEvent().stream()
                .filter(Event.Verified.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(EntryJson.read(STORED)).isEqualTo(entry(verified, Samples.richState(CUSTOMER)));
        assertThat(EntryJson.write(EntryJson.read(STORED), NONCE)).isEqualTo(STORED);
    }

    /** Entries from before calls were shown have no place for them; those with calls must stay readable too. */
    @Test
    void aStateDuringACallIsReadAsItWasWritten() {
        var entry = entry(new Event.CallsEnded(), Samples.calledState(CUSTOMER));
        var stored = EntryJson.write(entry, NONCE);

        assertThat(EntryJson.read(stored)).isEqualTo(entry);
        assertThat(stored)
                .contains(
                        "[\"AbCdEfGhIjKlMnOpQrSt_-\",\"maria@host.gr\",7,null,null,\"TYPED\",1795348800123,1795349700123,2,0,null,"
                                + "\"bmFtZQ\",[[\"change-dns-records\",\"AbCdEf\",\"succeeded\"],[\"order-service\",\"GhIjKl\",\"pending\"]],"
                                + "[\"AbCdEfGhIjK\",1795348920123]]")
                .contains(
                        "\"asked\":[\"AbCdEfGhIjKlMnOpQrSt_-\",\"maria@host.gr\",7,\"bmFtZQ\",1795348800123,1795349100123,2]");
    }

    static List<Event> events() {
        return Samples.everyEvent();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadAsItWasWritten(Event event) {
        var entry = entry(event, Customer.fresh(CUSTOMER));

        assertThat(EntryJson.read(EntryJson.write(entry, NONCE))).isEqualTo(entry);
    }

    @Test
    void everyStateIsReadAsItWasWritten() {
        for (long seed = 1; seed <= 1000; seed++) {
            var entry = RandomStates.entry(seed);
            assertThat(EntryJson.read(EntryJson.write(entry, NONCE)))
                    .as("seed " + seed)
                    .isEqualTo(entry);
        }
    }

    @Test
    void aFreshStateTakesNoRoom() {
        var entry = new Entry(
                CUSTOMER,
                1,
                Instant.EPOCH,
                new Actor.Panel(),
                new Event.CodeRejected(),
                Customer.fresh(CUSTOMER),
                Hash.NONE);

        assertThat(EntryJson.write(entry, NONCE))
                .isEqualTo(
                        "{\"v\":2,\"id\":\"4711\",\"n\":1,\"at\":0,\"by\":[\"panel\"],\"event\":[\"code-rejected\"],"
                                + "\"state\":{},\"prev\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"nonce\":\"AAAAAAAAAAAAAAAA\"}");
    }

    @Test
    void eachByteOfAnEntryIsInItsHash() {
        assertThat(EntryJson.hash(STORED)).isEqualTo(Hash.of(STORED.getBytes(UTF_8)));
        assertThat(EntryJson.hash(STORED + " ")).isNotEqualTo(EntryJson.hash(STORED));
    }

    /** No table of 1.0 is carried over: its accepted actions have no hashes. */
    @Test
    void anEntryOfVersionOneIsRefusedAndSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EntryJson.read(STORED.replace("\"v\":2", "\"v\":1")))
                .withMessage("this entry has schema version 1, and this version of Support PIN reads version 2 alone:"
                        + " deploy with a new, empty table, since entries of 1.0 cannot be carried over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "482913",
                "[]",
                "{}",
                "{\"v\":3}",
                "{\"v\":\"1\"}",
                "{\"v\":2,\"id\":\"4711\",\"n\":1,\"at\":0,\"by\":[\"nobody\"],\"event\":[\"code-rejected\"],\"state\":{},\"prev\":\"AA\"}",
                "{\"v\":2,\"id\":\"4711\",\"n\":1,\"at\":0,\"by\":[\"panel\"],\"event\":[\"482913\"],\"state\":{},\"prev\":\"AA\"}",
                "{\"v\":2,\"id\":\"4711\",\"n\":1,\"at\":0,\"by\":[\"panel\"],\"event\":[\"pin-sent\"],\"state\":{},\"prev\":\"AA\"}",
                "{\"v\":2,\"id\":\"4711\",\"n\":1,\"at\":0,\"by\":[\"panel\"],\"event\":[\"deactivated\",\"x\"],\"state\":{},\"prev\":\"AA\"}"
            })
    void anUnreadableFormatIsRefused(String body) {
        assertThatIllegalStateException().isThrownBy(() -> EntryJson.read(body)).withMessageNotContaining("482913");
    }
}
