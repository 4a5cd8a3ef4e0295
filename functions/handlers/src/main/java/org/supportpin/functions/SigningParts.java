package org.supportpin.functions;

import java.time.Clock;
import org.supportpin.domain.audit.DailyRoots;
import org.supportpin.domain.audit.Roots;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.history.CallHistory;
import org.supportpin.domain.signing.Signer;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoRoots;
import org.supportpin.functions.aws.KmsSigner;
import org.supportpin.functions.settings.Settings;
import org.supportpin.functions.signing.Statements;

/** The part of the {@link Wiring} that signs. Creating it makes no call either. */
public record SigningParts(Settings settings, AwsClients clients, Ledger ledger, Clock clock) {

    /** Knows the public keys that it has asked for, so a function keeps it; throws {@link IllegalStateException} if no key is set. */
    public Signer signer() {
        var keys = settings.signing();
        if (keys == null) {
            throw new IllegalStateException("the settings of this function name no key that signs");
        }
        return new KmsSigner(clients::kms, keys.keyId(), keys.earlierKeyIds());
    }

    public Statements statements() {
        return new Statements(signer(), settings.storage().tenant(), clock);
    }

    /** What receipts say. */
    public CallHistory callHistory() {
        return new CallHistory(ledger, clock);
    }

    public Roots roots() {
        return new DynamoRoots(clients.dynamoDb(), settings.storage().table());
    }

    DailyRoots dailyRoots() {
        return new DailyRoots(roots(), statements()::sign);
    }
}
