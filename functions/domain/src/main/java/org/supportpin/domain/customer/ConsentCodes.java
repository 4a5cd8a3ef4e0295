package org.supportpin.domain.customer;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinKey;

/**
 * The codes of one action: it has one for each way to the customer. They are bound to who asked for what, with all its values, so
 * that a code opens nothing else; and one that the agent knows is of no use to the agent.
 */
public record ConsentCodes(PinKey key, ActionRecord action) {

    /** The code that is transferred in this way. */
    public Passcode by(ConsentBy way) {
        var hashes = action.hashes();
        return key.consent(String.join(
                "\n",
                way.text(),
                action.id().value(),
                hashes.payload().hex(),
                hashes.plan().hex()));
    }

    /** Whether a code that the customer types in the panel, beside the values, is the one that was transferred to them. */
    public boolean isTyped(Passcode code) {
        var way = way();
        return way != null && by(way).equals(code);
    }

    /** Whether a code that the customer says is the one that came by SMS. If none was sent, nobody can say it, and no guess is right. */
    public boolean isSaid(Passcode code) {
        return way() == ConsentBy.SMS && by(ConsentBy.SMS).equals(code);
    }

    private @Nullable ConsentBy way() {
        var gates = action.gates();
        return gates == null ? null : gates.consentBy();
    }
}
