package org.supportpin.local.journey;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.function.Function;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.action.ActionHandler;
import org.supportpin.functions.activation.ActivationHandler;
import org.supportpin.functions.audit.AuditHandler;
import org.supportpin.functions.currentpin.CurrentPinHandler;
import org.supportpin.functions.erasure.ErasureHandler;
import org.supportpin.functions.outbox.OutboxHandler;
import org.supportpin.functions.record.RecordHandler;
import org.supportpin.functions.recovery.RecoveryHandler;
import org.supportpin.functions.sms.SmsHandler;
import org.supportpin.functions.snapshot.Scenes;
import org.supportpin.functions.verification.VerificationHandler;

/**
 * A function that rehearses before its snapshot.
 *
 * @param id its logical id in template.yaml
 * @param statuses of the answers of a round; none where the function answers no requests
 */
record Rehearsed(String id, Scenes scenes, Function<Wiring, RequestStreamHandler> function, List<Integer> statuses) {

    static List<Rehearsed> all() {
        return List.of(
                new Rehearsed(
                        "ActivationFunction",
                        Scenes.ACTIVATION,
                        ActivationHandler::new,
                        List.of(202, 409, 200, 200, 202, 409, 204, 200, 200, 204)),
                new Rehearsed("CurrentPinFunction", Scenes.CURRENT_PIN, CurrentPinHandler::new, List.of(200, 200)),
                new Rehearsed("RecordFunction", Scenes.RECORD, RecordHandler::new, List.of(200, 200)),
                new Rehearsed("ErasureFunction", Scenes.ERASURE, ErasureHandler::new, List.of(202)),
                new Rehearsed("SmsFunction", Scenes.SMS, SmsHandler::new, List.of(202, 202)),
                new Rehearsed(
                        "VerificationFunction", Scenes.VERIFICATION, VerificationHandler::new, List.of(403, 201, 403)),
                new Rehearsed("ActionFunction", Scenes.ACTION, ActionHandler::new, List.of(200, 403, 404, 403)),
                new Rehearsed("AuditFunction", Scenes.AUDIT, AuditHandler::new, List.of(200)),
                new Rehearsed("RecoveryFunction", Scenes.RECOVERY, RecoveryHandler::new, List.of()),
                new Rehearsed("OutboxFunction", Scenes.OUTBOX, OutboxHandler::new, List.of()));
    }

    @Override
    public String toString() {
        return id;
    }
}
