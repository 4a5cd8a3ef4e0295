package org.supportpin.functions.account;

import java.util.List;
import java.util.function.BiFunction;
import org.supportpin.domain.account.AccountReader;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.customer.AccountReading;
import org.supportpin.domain.customer.AccountReading.Outcome;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.functions.BackOffice;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What an agent sees of a verified customer's things. The first reading by a verification is on record before its answer. */
public final class AccountRoutes {

    private final AccountReading reading;
    private final AccountReader reader;

    public AccountRoutes(Wiring wiring, BackOffice backOffice) {
        reading = new AccountReading(
                wiring.ledgerCommands(), new ActionRules(wiring.settings().limits()));
        reader = new AccountReader(
                backOffice.billing(),
                backOffice.dnsZones(),
                backOffice.registrar(),
                backOffice.webHosting(),
                wiring.clock(),
                wiring.settings().timeZone(),
                failure -> wiring.log().line().error(failure).write());
    }

    public Response account(Caller.Staff caller, Request request) {
        return opened(
                caller,
                request,
                (customer, language) -> Response.json(200, AccountJson.account(reader.read(customer, language))));
    }

    public Response zone(Caller.Staff caller, Request request) {
        var domain = Request.valid(within(DomainName.parse(request.path("domain"))));
        return opened(caller, request, (customer, _) -> zone(customer, domain));
    }

    private static Checked<DomainName> within(Checked<DomainName> domain) {
        return domain instanceof Checked.Faulty<DomainName>(var faults)
                ? Checked.faulty(List.of(faults.getFirst().within("domain")))
                : domain;
    }

    private Response zone(CustomerId customer, DomainName domain) {
        try {
            return reader.zone(customer, domain)
                    .map(zone -> Response.json(200, ZoneJson.zone(zone)))
                    .orElseGet(() -> Problem.of(404, "not-found", "No such zone")
                            .detail("The customer has no zone of this name here. Use a domain listed with zoneHosted.")
                            .response());
        } catch (BackOfficeUnavailable e) {
            return Problem.of(502, "back-office-unavailable", "The back office did not answer")
                    .detail("The DNS system did not answer. Read the zone again.")
                    .response();
        }
    }

    private Response opened(Caller.Staff caller, Request request, BiFunction<CustomerId, Language, Response> answer) {
        var id = VerificationId.parse(request.path("verificationId"));
        if (id.isEmpty()) {
            return Parameters.notVerified().response();
        }
        return switch (reading.open(id.get(), caller.id())) {
            case Outcome.Open(var language) -> answer.apply(id.get().customer(), language);
            case Outcome.Denied(Permission.RefusalsUsedUp _) ->
                Parameters.refusalsUsedUp().response();
            case Outcome.Denied(Permission.Frozen _) ->
                Parameters.telephoneFrozen().response();
            case Outcome.Denied _ -> Parameters.notVerified().response();
        };
    }
}
