package org.supportpin.simulated;

import java.time.Clock;
import java.util.Arrays;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The simulated back office: the ports over one table, with its starting data, its faults and a view of its contents. */
public final class SimulatedBackOffice {

    private final Documents documents;
    private final Faults faults;
    private final Clock clock;

    public SimulatedBackOffice(DynamoDbClient client, String table, Clock clock) {
        this.documents = new Documents(client, table);
        this.faults = new Faults(documents);
        this.clock = clock;
    }

    public Billing billing() {
        return new SimulatedBilling(documents, faults, clock);
    }

    public DnsZones dnsZones() {
        return new SimulatedDnsZones(documents, faults);
    }

    public Registrar registrar() {
        return new SimulatedRegistrar(documents, faults, clock);
    }

    public DelegationProbe delegationProbe() {
        return new SimulatedNameservers(documents, faults);
    }

    public WebHosting webHosting() {
        return new SimulatedHosting(documents, faults, clock);
    }

    public MailSender mailSender() {
        return new SimulatedMail(documents, faults, clock);
    }

    /** Writes the starting data if the table is empty. */
    public void seed() {
        if (documents.all(Kind.ZONES).isEmpty()) {
            documents.write(StartingData.documents(clock.instant()));
        }
    }

    /** Makes the next calls of an operation fail. */
    public void inject(Operation operation, Fault fault, int times) {
        faults.inject(operation, fault, times);
    }

    /** All documents except faults, and the names of the operations. */
    public Json state() {
        var state = Json.object();
        for (var kind : Kind.values()) {
            if (kind != Kind.FAULTS) {
                state.put(kind.text(), Json.array(documents.all(kind), Document::body));
            }
        }
        return state.put("operations", Json.array(Arrays.asList(Operation.values()), each -> Json.of(each.text())))
                .build();
    }
}
