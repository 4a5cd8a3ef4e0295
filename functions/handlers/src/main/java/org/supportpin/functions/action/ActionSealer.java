package org.supportpin.functions.action;

import java.util.Base64;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.CustomerSecret;

/** Encrypts stored parameters and plans that contain personal data, with the customer's key; leaves all others alone. */
record ActionSealer(Secrets secrets) {

    private static final String PARAMETERS = "action-parameters";
    private static final String PLAN = "action-plan";

    Texts sealed(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        return each(
                binding,
                snapshot,
                texts,
                (secret, label, text) -> Base64.getEncoder()
                        .encodeToString(secret.seal(label, text).bytes()));
    }

    Texts opened(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        return each(
                binding,
                snapshot,
                texts,
                (secret, label, text) ->
                        secret.unseal(label, new Ciphertext(Base64.getDecoder().decode(text))));
    }

    private Texts each(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts, Change change) {
        if (!binding.json().personal()) {
            return texts;
        }
        try (var session = secrets.session()) {
            var secret = session.open(snapshot);
            return new Texts(change.of(secret, PARAMETERS, texts.parameters()), change.of(secret, PLAN, texts.plan()));
        }
    }

    @FunctionalInterface
    private interface Change {
        String of(CustomerSecret secret, String label, String text);
    }
}
