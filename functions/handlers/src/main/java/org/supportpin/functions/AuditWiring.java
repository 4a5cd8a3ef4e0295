package org.supportpin.functions;

import org.supportpin.domain.audit.Pulse;
import org.supportpin.domain.audit.Resolving;
import org.supportpin.domain.audit.RotationAudit;
import org.supportpin.domain.audit.Sweep;
import org.supportpin.domain.audit.Violations;
import org.supportpin.domain.audit.Watch;
import org.supportpin.domain.customer.RightPins;
import org.supportpin.domain.customer.Settling;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoAgentBudgets;
import org.supportpin.functions.aws.DynamoAnchors;
import org.supportpin.functions.aws.DynamoPulse;
import org.supportpin.functions.aws.DynamoViolations;

/** Puts together what looks for tampering. */
public final class AuditWiring {

    private final Wiring wiring;
    private final AwsClients clients;

    AuditWiring(Wiring wiring, AwsClients clients) {
        this.wiring = wiring;
        this.clients = clients;
    }

    private String table() {
        return wiring.settings().storage().table();
    }

    public Watch watch() {
        return new Watch(
                new DynamoAnchors(clients.dynamoDb(), table()),
                violations(),
                new RightPins(
                        DynamoAgentBudgets.readAtHalfThePrice(clients.dynamoDb(), table()),
                        wiring.settings().limits()),
                pulse(),
                wiring.settings().limits(),
                wiring.clock(),
                new BellLog(wiring.log()));
    }

    private Pulse pulse() {
        return new DynamoPulse(clients.dynamoDb(), table());
    }

    public Violations violations() {
        return new DynamoViolations(clients.dynamoDb(), table());
    }

    public Resolving resolving() {
        return new Resolving(violations(), wiring.clock());
    }

    public Settling settling() {
        return new Settling(wiring.ledgerCommands(), wiring.actions(), wiring.noticesOnFile());
    }

    public RotationAudit rotationAudit() {
        return new RotationAudit(
                new RotationAudit.Ports(
                        wiring::auditStore,
                        wiring.rotationReports(),
                        violations(),
                        pulse(),
                        wiring.actions(),
                        wiring.outbox()),
                wiring.secrets(),
                wiring.settings().limits(),
                wiring.settings().storage().keyId(),
                wiring.clock(),
                wiring.signing().dailyRoots());
    }

    public Sweep sweep() {
        return new Sweep(
                wiring::auditStore,
                wiring.rotationReports(),
                violations(),
                wiring.secrets(),
                wiring.settings().limits(),
                wiring.settings().storage().keyId(),
                wiring.clock(),
                wiring.signing().dailyRoots());
    }
}
