package org.supportpin.functions.action;

import java.util.Base64;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.CustomerSecret;
import org.supportpin.functions.Wiring;

/** Parameters and plans that bear personal data, sealed at rest with the customer's key. Other actions cost nothing here. */
final class ActionSealer {

    private static final String PARAMETERS = "action-parameters";
    private static final String PLAN = "action-plan";

    private final LedgerCommands desk;
    private final Secrets secrets;

    ActionSealer(Wiring wiring) {
        this.desk = wiring.desk();
        this.secrets = wiring.secrets();
    }

    /** The action as it may be stored. */
    ActionRecord sealed(ActionBinding<?, ?, ?> kind, Snapshot snapshot, ActionRecord action) {
        if (!kind.json().personal()) {
            return action;
        }
        try (var session = secrets.session()) {
            var secret = session.open(snapshot);
            return action.withTexts(
                    sealed(secret, PARAMETERS, action.parameters()), sealed(secret, PLAN, action.plan()));
        }
    }

    /** The action as it can be carried out. */
    ActionRecord opened(ActionBinding<?, ?, ?> kind, ActionRecord action) {
        if (!kind.json().personal()) {
            return action;
        }
        try (SecretSession session = secrets.session()) {
            var secret = session.open(desk.read(action.verification().customer()));
            return action.withTexts(
                    opened(secret, PARAMETERS, action.parameters()), opened(secret, PLAN, action.plan()));
        }
    }

    private static String sealed(CustomerSecret secret, String label, String text) {
        return Base64.getEncoder().encodeToString(secret.seal(label, text).bytes());
    }

    private static String opened(CustomerSecret secret, String label, String text) {
        return secret.unseal(label, new Ciphertext(Base64.getDecoder().decode(text)));
    }
}
