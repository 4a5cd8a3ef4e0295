package org.supportpin.simulated;

import java.time.Clock;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.testing.MailsByIdContract;

class SimulatedMailTest extends MailsByIdContract {

    private final SimulatedBackOffice office =
            new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, Clock.systemUTC());

    @Override
    protected MailSender mails() {
        return office.mailSender();
    }

    @Override
    protected List<String> delivered(MailId id) {
        return ((Json.Arr) ((Json.Obj) office.state()).get("mail").orElseThrow())
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .filter(each -> each.text("actionId").orElseThrow().equals(id.value()))
                        .map(each -> each.text("text").orElseThrow())
                        .toList();
    }
}
