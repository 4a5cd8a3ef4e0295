package org.supportpin.functions.action;

import java.util.Base64;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.RecordKey;

/** Encrypts stored parameters and plans that contain personal data, with the customer's record key; leaves all others alone. */
record ActionSealer(Secrets secrets) {

    private static final String PARAMETERS = "action-parameters";
    private static final String PLAN = "action-plan";

    Texts sealed(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        return each(
                binding,
                snapshot,
                texts,
                (key, label, text) ->
                        Base64.getEncoder().encodeToString(key.seal(label, text).bytes()));
    }

    Texts opened(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts) {
        return each(
                binding,
                snapshot,
                texts,
                (key, label, text) ->
                        key.unseal(label, new Ciphertext(Base64.getDecoder().decode(text))));
    }

    private Texts each(ActionBinding<?, ?, ?> binding, Snapshot snapshot, Texts texts, Change change) {
        if (!binding.json().personal()) {
            return texts;
        }
        try (var session = secrets.session()) {
            var key = session.recordKey(snapshot);
            return new Texts(change.of(key, PARAMETERS, texts.parameters()), change.of(key, PLAN, texts.plan()));
        }
    }

    @FunctionalInterface
    private interface Change {
        String of(RecordKey key, String label, String text);
    }
}
