package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;

class RequesterTest {

    private static final CustomerId CUSTOMER = new CustomerId("1001");

    private final ActionRecord action = Samples.action(CUSTOMER, Samples.NOON);

    private ActionRecord by(Requester by) {
        return ActionRecord.accepted(
                action.id(),
                new Request(
                        by,
                        action.request().name(),
                        action.request().risk(),
                        action.request().at()),
                action.texts(),
                7);
    }

    /** What was accepted before there were undos is still what the ledger says. */
    @Test
    void theHashOfAnAgentsActionIsAsItWas() {
        var request = action.request();
        var call = request.call().orElseThrow();
        var parameters = action.texts().parameters();
        var asked = Stream.of(
                        action.id().value(),
                        call.verification().text(),
                        call.agent().id().value(),
                        request.name().text(),
                        request.risk().text(),
                        Long.toString(request.at().toEpochMilli()),
                        parameters.keyVersion() + " " + HexFormat.of().formatHex(parameters.bytes()))
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining());

        assertThat(action.hashes().payload()).isEqualTo(Hash.of(asked.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theHashCoversWhoseItIsAndWhatItUndoes() {
        var hashes = Stream.of(
                        action.request().by(),
                        new Undoing(CUSTOMER, action.id()),
                        new Undoing(new CustomerId("1002"), action.id()),
                        new Undoing(CUSTOMER, ActionId.ofUndo(action.id(), 1)))
                .map(each -> by(each).hashes().payload());

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void anUndoIsTheCustomersInThePanelAndNoAgents() {
        var undo = by(new Undoing(CUSTOMER, action.id()));

        assertThat(undo.customer()).isEqualTo(CUSTOMER);
        assertThat(undo.request().by().actor()).isEqualTo(new Actor.Panel());
        assertThat(undo.request().call()).isEmpty();
        assertThat(undo.request().isBy(Samples.AGENT.id())).isFalse();
        assertThat(undo.request().undone()).contains(action.id());
        assertThat(action.request().undone()).isEmpty();
        assertThat(action.request().isBy(Samples.AGENT.id())).isTrue();
    }

    @Test
    void anUndosIdIsOfItsActionAndAttemptAlone() {
        var first = ActionId.ofUndo(action.id(), 1);
        assertThat(first).isEqualTo(ActionId.ofUndo(action.id(), 1));

        var all = Stream.concat(
                IntStream.rangeClosed(1, 20).mapToObj(attempt -> ActionId.ofUndo(action.id(), attempt)),
                Stream.of(action.id(), ActionId.ofUndo(first, 1)));
        assertThat(all).doesNotHaveDuplicates();
    }
}
