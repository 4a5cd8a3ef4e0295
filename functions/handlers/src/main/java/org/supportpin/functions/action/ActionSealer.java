package org.supportpin.functions.action;

import java.util.Base64;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.pin.Ciphertext;

/** Encrypts stored parameters and plans that contain personal data, with the customer's key; leaves all others alone. */
record ActionSealer(Secrets secrets) {

    private static final String PARAMETERS = "action-parameters";
    private static final String PLAN = "action-plan";

    Texts sealed(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        if (!binding.json().personal()) {
            return texts;
        }
        try (var session = secrets.session()) {
            var secret = session.open(snapshot);
            return each(
                    texts,
                    (label, text) -> Base64.getEncoder()
                            .encodeToString(secret.seal(label, text).bytes()));
        }
    }

    Texts opened(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        if (!binding.json().personal()) {
            return texts;
        }
        try (var session = secrets.session()) {
            var secret = session.open(snapshot);
            return each(
                    texts,
                    (label, text) -> secret.unseal(
                            label, new Ciphertext(Base64.getDecoder().decode(text))));
        }
    }

    private static Texts each(Texts texts, Change change) {
        return new Texts(change.of(PARAMETERS, texts.parameters()), change.of(PLAN, texts.plan()));
    }

    @FunctionalInterface
    private interface Change {
        String of(String label, String text);
    }
}
