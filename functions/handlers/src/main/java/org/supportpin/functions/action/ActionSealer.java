package org.supportpin.functions.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.history.ChangesJson;
import org.supportpin.functions.history.RefusalText;

/** Seals whatever is stored of an action, which needs no key, and opens it again with the customer's record key. */
record ActionSealer(Secrets secrets) {

    /** Parameters and plan in clear. */
    record Clear(String parameters, String plan) {}

    /** @throws SecretDoesNotOpen if the customer has no record key, or it cannot be read */
    Texts sealed(Snapshot snapshot, Clear texts) {
        var seal = snapshot.seal()
                .orElseThrow(
                        () -> new SecretDoesNotOpen(Purpose.RECORD, "there is no key to seal an action with", null));
        return new Texts(
                seal.seal(ActionLabels.PARAMETERS, texts.parameters()), seal.seal(ActionLabels.PLAN, texts.plan()));
    }

    /** The same, with what the customer sees while the action waits. */
    static Texts shown(Snapshot snapshot, Texts texts, Proposal<?> proposal) {
        return snapshot.seal()
                .map(seal -> texts.withShown(seal.seal(ActionLabels.SHOWN, JsonText.write(ShownJson.of(proposal)))))
                .orElse(texts);
    }

    /** Whether the customer still has the record key that sealed the action; opens nothing. */
    static boolean isOfTheKey(Snapshot snapshot, ActionRecord action) {
        return snapshot.seal()
                .filter(seal -> seal.version() == action.texts().plan().keyVersion())
                .isPresent();
    }

    /** @throws SecretDoesNotOpen if the record key is another than the one that sealed them, or cannot be read */
    Clear opened(Snapshot snapshot, Texts texts) {
        try (var session = secrets.session()) {
            var key = session.recordKey(snapshot);
            return new Clear(
                    key.open(ActionLabels.PARAMETERS, texts.parameters()), key.open(ActionLabels.PLAN, texts.plan()));
        }
    }

    /** @throws SecretDoesNotOpen if the record key is another than the one that sealed them, or cannot be read */
    String parameters(Snapshot snapshot, ActionRecord action) {
        try (var session = secrets.session()) {
            return session.recordKey(snapshot)
                    .open(ActionLabels.PARAMETERS, action.texts().parameters());
        }
    }

    /** The end of an action that was done. Without a key it has no result, for that it was done is recorded in any case. */
    static End succeeded(Snapshot snapshot, Instant at, @Nullable String result) {
        return End.succeeded(at, result == null ? null : sealed(snapshot, ActionLabels.RESULT, result));
    }

    static End refused(Snapshot snapshot, Instant at, Refusal refusal) {
        return End.refused(
                at,
                new StoredRefusal(refusal.rule(), sealed(snapshot, ActionLabels.REFUSAL, RefusalText.sealed(refusal))));
    }

    static @Nullable SealedText changes(Snapshot snapshot, List<Difference> changes) {
        return changes.isEmpty() ? null : sealed(snapshot, ActionLabels.CHANGES, ChangesJson.sealed(changes));
    }

    private static @Nullable SealedText sealed(Snapshot snapshot, String label, String text) {
        return snapshot.seal().map(seal -> seal.seal(label, text)).orElse(null);
    }
}
