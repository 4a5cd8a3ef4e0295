package org.supportpin.functions;

import org.supportpin.domain.customer.AnnouncedCalls;
import org.supportpin.domain.customer.CallEnding;
import org.supportpin.domain.customer.CallHandover;
import org.supportpin.domain.customer.CallerVerification;
import org.supportpin.domain.customer.TypedCodes;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoHandoverOffers;

/** Puts together what is about calls. */
public final class CallWiring {

    private final Wiring wiring;
    private final AwsClients clients;

    CallWiring(Wiring wiring, AwsClients clients) {
        this.wiring = wiring;
        this.clients = clients;
    }

    public CallerVerification callerVerification() {
        return new CallerVerification(
                wiring.ledgerCommands(),
                wiring.agentBudgets(),
                wiring.secrets(),
                wiring.noticesOnFile(),
                wiring.settings().limits(),
                wiring::newKey);
    }

    public TypedCodes typedCodes() {
        return new TypedCodes(
                wiring.ledgerCommands(),
                wiring.agentBudgets(),
                wiring.secrets(),
                wiring.settings().limits(),
                wiring::newKey);
    }

    public AnnouncedCalls announcedCalls() {
        return new AnnouncedCalls(
                wiring.ledgerCommands(),
                wiring.agentBudgets(),
                wiring.destinationBudgets(),
                wiring.secrets(),
                wiring.messenger(),
                wiring.settings().limits(),
                wiring.settings().timeZone(),
                wiring::newKey);
    }

    public CallEnding callEnding() {
        return new CallEnding(wiring.ledgerCommands(), wiring.noticesOnFile());
    }

    public CallHandover callHandover() {
        return new CallHandover(
                wiring.ledgerCommands(),
                wiring.agentBudgets(),
                new DynamoHandoverOffers(
                        clients.dynamoDb(),
                        wiring.settings().storage().table(),
                        clients.kms(),
                        wiring.settings().storage().destinationKeyId()),
                wiring.secrets(),
                wiring.settings().limits(),
                wiring.clock(),
                wiring::newKey);
    }
}
