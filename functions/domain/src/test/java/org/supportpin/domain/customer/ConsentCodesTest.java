package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.testing.Samples.NOON;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinKey;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.testing.Samples;

class ConsentCodesTest {

    private static final PinKey KEY = key(1);

    private static PinKey key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new PinKey(new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.PIN), new SecretBytes(bytes));
    }

    private static ActionRecord action(@Nullable ConsentBy by, String shown) {
        var sample = Samples.action(new CustomerId("4711"), NOON);
        return of(sample, by, shown);
    }

    private static ActionRecord of(ActionRecord sample, @Nullable ConsentBy by, String shown) {
        var gates = by == null
                ? null
                : new Gates(List.of(new Shut(Gate.CONSENT, NOON.plusSeconds(600))), by, by == ConsentBy.SMS, 3);
        var texts = new Texts(sample.texts().parameters(), sample.texts().plan()).withShown(Samples.sealed(shown));
        return ActionRecord.accepted(sample.id(), sample.request(), texts, gates, 3);
    }

    @Test
    void whatTheAgentReadsOutIsTypedAndNeverSaid() {
        var codes = new ConsentCodes(KEY, action(ConsentBy.PANEL, "a"));

        assertThat(codes.isTyped(codes.by(ConsentBy.PANEL))).isTrue();
        assertThat(codes.isSaid(codes.by(ConsentBy.PANEL))).isFalse();
    }

    @Test
    void whatCameBySmsIsSaidOrTyped() {
        var codes = new ConsentCodes(KEY, action(ConsentBy.SMS, "a"));

        assertThat(codes.isSaid(codes.by(ConsentBy.SMS))).isTrue();
        assertThat(codes.isTyped(codes.by(ConsentBy.SMS))).isTrue();
    }

    /** Nobody was given the other code, so whoever has it has guessed. */
    @Test
    void theWayThatWasNotTakenHasNoCode() {
        var panel = new ConsentCodes(KEY, action(ConsentBy.PANEL, "a"));
        var sms = new ConsentCodes(KEY, action(ConsentBy.SMS, "a"));

        assertThat(panel.isSaid(panel.by(ConsentBy.SMS))).isFalse();
        assertThat(panel.isTyped(panel.by(ConsentBy.SMS))).isFalse();
        assertThat(sms.isTyped(sms.by(ConsentBy.PANEL))).isFalse();
    }

    @Test
    void anActionThatDoesNotWaitHasNone() {
        var codes = new ConsentCodes(KEY, action(null, "a"));

        assertThat(codes.isTyped(codes.by(ConsentBy.PANEL))).isFalse();
        assertThat(codes.isSaid(codes.by(ConsentBy.SMS))).isFalse();
    }

    /** Its way, its key, its id, its parameters, its plan and what is shown: each changes the code. */
    @Test
    void aCodeIsBoundToEverything() {
        var sample = Samples.action(new CustomerId("4711"), NOON);
        var texts = sample.texts();
        var one = of(sample, ConsentBy.SMS, "a");
        var request = new ActionRecord(
                one.id(),
                one.request(),
                new Texts(Samples.sealed("other"), texts.plan(), one.texts().shown()),
                one.dispatches(),
                one.gates(),
                null,
                one.entries(),
                1);
        var plan = new ActionRecord(
                one.id(),
                one.request(),
                new Texts(
                        texts.parameters(), Samples.sealed("other"), one.texts().shown()),
                one.dispatches(),
                one.gates(),
                null,
                one.entries(),
                1);
        var another = of(Samples.action(new CustomerId("4712"), NOON), ConsentBy.SMS, "a");
        Set<Passcode> codes = new HashSet<>();
        codes.add(new ConsentCodes(KEY, one).by(ConsentBy.SMS));
        codes.add(new ConsentCodes(KEY, one).by(ConsentBy.PANEL));
        codes.add(new ConsentCodes(key(2), one).by(ConsentBy.SMS));
        codes.add(new ConsentCodes(KEY, of(sample, ConsentBy.SMS, "b")).by(ConsentBy.SMS));
        codes.add(new ConsentCodes(KEY, request).by(ConsentBy.SMS));
        codes.add(new ConsentCodes(KEY, plan).by(ConsentBy.SMS));
        codes.add(new ConsentCodes(KEY, another).by(ConsentBy.SMS));

        assertThat(codes).hasSize(7);
    }
}
