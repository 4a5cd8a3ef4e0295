package org.supportpin.functions.action;

import java.time.Instant;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.customer.ConsentCodes;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.AgentId;

/**
 * What an agent is told of the way to the customer's consent: the six digits to read out, or where the SMS went. Only while the
 * call runs and is this agent's, and while the customer may still open a gate.
 */
record ConsentJson(AgentId agent, SecretSession session, Snapshot snapshot, Instant now)
        implements ActionAnswer.Consents {

    @Override
    public Optional<Json> of(ActionRecord action) {
        var gates = action.gates();
        return gates == null || !isForCustomer(gates) || !isRunning(action)
                ? Optional.empty()
                : Optional.of(
                        switch (gates.consentBy()) {
                            case PANEL -> panel(action);
                            case SMS -> sms();
                        });
    }

    private static boolean isForCustomer(Gates gates) {
        return gates.has(Gate.CONSENT) || gates.has(Gate.HOLD);
    }

    private boolean isRunning(ActionRecord action) {
        return snapshot.state().isActive()
                && snapshot.state().callOf(action.id(), agent, now).isPresent();
    }

    private Json panel(ActionRecord action) {
        return Json.object()
                .put("by", ConsentBy.PANEL.text())
                .put(
                        "code",
                        new ConsentCodes(session.pinKey(snapshot), action)
                                .by(ConsentBy.PANEL)
                                .digits())
                .build();
    }

    private Json sms() {
        return Json.object()
                .put("by", ConsentBy.SMS.text())
                .put("sentTo", SecretSession.maskedMobile(snapshot).text())
                .build();
    }
}
