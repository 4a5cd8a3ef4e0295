package org.supportpin.local.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.signing.Signer;
import org.supportpin.domain.testing.ActionsContract;
import org.supportpin.domain.testing.AgentBudgetsContract;
import org.supportpin.domain.testing.DataKeysContract;
import org.supportpin.domain.testing.DestinationBudgetsContract;
import org.supportpin.domain.testing.LedgerContract;
import org.supportpin.domain.testing.SignerContract;
import org.supportpin.domain.testing.TokenSignerContract;
import org.supportpin.domain.testing.TokenUsesContract;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.domain.token.TokenUses;
import org.supportpin.functions.action.ActionHandler;
import org.supportpin.functions.activation.ActivationHandler;
import org.supportpin.functions.aws.DynamoActions;
import org.supportpin.functions.aws.DynamoAgentBudgets;
import org.supportpin.functions.aws.DynamoDestinationBudgets;
import org.supportpin.functions.aws.DynamoLedger;
import org.supportpin.functions.aws.DynamoTokenUses;
import org.supportpin.functions.aws.KmsDataKeys;
import org.supportpin.functions.aws.KmsSigner;
import org.supportpin.functions.aws.KmsTokenSigner;
import org.supportpin.functions.currentpin.CurrentPinHandler;
import org.supportpin.functions.sms.SmsHandler;
import org.supportpin.functions.verification.VerificationHandler;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.Invocations;
import org.supportpin.local.testing.Trees;

/** What the service needs of any AWS endpoint: the stores and the keys keep their contracts, and a call goes through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(KnownFaults.class)
abstract class AwsContract {

    private static final String CLAIMS = "/requestContext/authorizer/jwt/claims";
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final String NUMBER = "+306912345678";

    private static final String CHANGE = """
            {"action":"change-dns-records","parameters":{"domain":"papadopoulou.gr","changes":
            [{"op":"upsert","name":"shop","type":"A","ttl":600,"records":["195.251.255.20"]}]}}
            """;

    private Aws aws;

    /** Which emulator it is, and so which of its faults are known. */
    protected abstract Emulator emulator();

    /** The AWS to test; aborts if there is none. */
    protected abstract Aws open();

    @BeforeAll
    void start() {
        aws = open();
    }

    private Ledger theLedger() {
        return new DynamoLedger(aws.dynamoDb(), aws.table());
    }

    private AgentBudgets theBudgets() {
        return new DynamoAgentBudgets(aws.dynamoDb(), aws.table());
    }

    private Actions theActions() {
        return new DynamoActions(aws.dynamoDb(), aws.table());
    }

    @Nested
    class Ledgers extends LedgerContract {
        @Override
        protected Ledger ledger() {
            return theLedger();
        }

        @Override
        protected AgentBudgets budgets() {
            return theBudgets();
        }

        @Override
        protected Actions actions() {
            return theActions();
        }
    }

    @Nested
    class Budgets extends AgentBudgetsContract {
        @Override
        protected AgentBudgets budgets() {
            return theBudgets();
        }

        @Override
        protected Ledger ledger() {
            return theLedger();
        }
    }

    @Nested
    class Destinations extends DestinationBudgetsContract {
        @Override
        protected DestinationBudgets budgets() {
            return new DynamoDestinationBudgets(aws.dynamoDb(), aws.table(), aws.kms(), aws.destinationKeyId());
        }

        @Override
        protected Ledger ledger() {
            return theLedger();
        }
    }

    @Nested
    class AcceptedActions extends ActionsContract {
        @Override
        protected Actions actions() {
            return theActions();
        }

        @Override
        protected Ledger ledger() {
            return theLedger();
        }
    }

    @Nested
    class Keys extends DataKeysContract {
        private final String newKey = aws.newKey();

        @Override
        protected DataKeys keys() {
            return new KmsDataKeys(aws.kms(), aws.keyId(), Set.of());
        }

        @Override
        protected DataKeys withNewKey() {
            return new KmsDataKeys(aws.kms(), newKey, Set.of(aws.keyId()));
        }

        @Override
        protected DataKeys withNewKeyOnly() {
            return new KmsDataKeys(aws.kms(), newKey, Set.of());
        }
    }

    @Nested
    class Signatures extends SignerContract {
        private final String newKey = aws.newSigningKey();

        @Override
        protected Signer signer() {
            return new KmsSigner(aws::kms, aws.signingKeyId(), List.of());
        }

        @Override
        protected Signer withNewKey() {
            return new KmsSigner(aws::kms, newKey, List.of(aws.signingKeyId()));
        }
    }

    @Nested
    class TokenKeys extends TokenSignerContract {
        private final String key = aws.newTokenKey();
        private final String newKey = aws.newTokenKey();

        @Override
        protected TokenSigner signer() {
            return new KmsTokenSigner(aws::kms, List.of(key));
        }

        @Override
        protected TokenSigner withNewKey() {
            return new KmsTokenSigner(aws::kms, List.of(newKey, key));
        }
    }

    @Nested
    class Assertions extends TokenUsesContract {
        @Override
        protected TokenUses uses() {
            return new DynamoTokenUses(aws.dynamoDb(), aws.table());
        }
    }

    /** From a customer without a mobile to a DNS record that was changed by telephone. */
    @Test
    void aCallFromTheActivationToTheAction() {
        var activation = new ActivationHandler(aws.wiring("ActivationFunction"));
        call(activation, "put-panel-mobile", "{\"number\":\"" + NUMBER + "\"}", 202);
        call(activation, "post-panel-mobile-confirmation", "{\"code\":\"" + digits() + "\"}", 200);
        call(activation, "post-panel-support-pin-activation", "", 201);

        var shown = call(new CurrentPinHandler(aws.wiring("CurrentPinFunction")), "get-panel-support-pin", "", 200);
        var pin = shown.path("pin").asText();
        call(new SmsHandler(aws.wiring("SmsFunction")), "post-panel-support-pin-sms", "", 202);
        assertThat(digits()).isEqualTo(pin);

        var verification = new VerificationHandler(aws.wiring("VerificationFunction"));
        var said = "{\"customerId\":\"1001\",\"pin\":\"%s\",\"callReference\":\"%s\"}";
        var wrong = pin.equals("000000") ? "000001" : "000000";
        call(verification, "post-agent-verifications", said.formatted(wrong, "call-1"), 403);
        var verified = call(verification, "post-agent-verifications", said.formatted(pin, "call-1"), 201);
        call(verification, "post-agent-verifications", said.formatted(pin, "call-2"), 403);

        var event = event("post-agent-verifications-actions", CHANGE);
        event.withObject("/pathParameters").set("verificationId", verified.path("verificationId"));
        event.withObject("/headers").put("idempotency-key", UUID.randomUUID().toString());
        var done = call(new ActionHandler(aws.wiring("ActionFunction")), event, 201);
        assertThat(done.path("status").asText()).isEqualTo("succeeded");
    }

    private String digits() {
        var found = SIX_DIGITS.matcher(aws.sms(NUMBER));
        assertThat(found.find()).as("an SMS with six digits").isTrue();
        return found.group();
    }

    private static JsonNode call(RequestStreamHandler function, String sample, String body, int status) {
        return call(function, event(sample, body), status);
    }

    /** A sample, sent by somebody who has just signed in. */
    private static ObjectNode event(String sample, String body) {
        var event = (ObjectNode) ProjectFiles.json(ProjectFiles.root().resolve("events/" + sample + ".json"));
        if (event.at(CLAIMS).has("auth_time")) {
            ((ObjectNode) event.at(CLAIMS))
                    .put("auth_time", Long.toString(Instant.now().getEpochSecond()));
        }
        return event.put("body", body);
    }

    private static JsonNode call(RequestStreamHandler function, JsonNode event, int status) {
        var out = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.toString().getBytes(UTF_8)), out, Invocations.unnamed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var answer = Trees.read(out.toString(UTF_8));
        assertThat(answer.path("statusCode").asInt()).as("%s", answer).isEqualTo(status);
        var text = answer.path("body").asText();
        return text.isEmpty() ? Trees.object() : Trees.read(text);
    }
}
